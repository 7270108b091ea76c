import { describe, expect, test } from 'vitest';
import { applyEdits } from '../apply-edits.ts';
import { pinyinBrackets } from './pinyin-brackets.ts';
import type { RuleContext } from './rule.ts';

/** Characters of these examples whose Simplified form differs. */
const TRADITIONAL = new Set('發學會業導設國現務關實區習單間績說長開龜臺');
const context: RuleContext = { format: 'txt', isTraditionalForm: (char) => TRADITIONAL.has(char) };

/** A page whose converter annotated five characters, twice each. */
const PAGE =
  '學(xué)校辦學(xué)，事業(yè)就業(yè)，導(dǎo)師引導(dǎo)，設(shè)計建設(shè)，任務(wù)服務(wù)。';
const repaired = (text: string): string => applyEdits(text, pinyinBrackets.find(text, context)).text;
const rest = (text: string): string => repaired(PAGE + text).slice(repaired(PAGE).length);

describe('on a page that a converter annotated', () => {
  test('readings go and nothing else', () => {
    expect(repaired(PAGE)).toBe('學校辦學，事業就業，導師引導，設計建設，任務服務。');
  });

  test('every edit says where it is, what goes and why', () => {
    const [first] = pinyinBrackets.find(PAGE, context);
    expect(first).toEqual({
      start: 1,
      end: 6,
      before: '(xué)',
      after: '',
      rule: 'pinyin-brackets',
      confidence: 0.99,
      applied: true,
    });
  });

  test('a character that mostly stands bare keeps its gloss', () => {
    expect(rest('簡單，單位，單(shàn)縣')).toBe('簡單，單位，單(shàn)縣');
  });

  test('a gloss behind the converter’s own bracket stays', () => {
    expect(
      rest(
        '開會(huì)，會(huì)場，會(huì)議，年會(huì)，會(huì)員，大會(huì)，會(huì)長，會(huì)期，會(huì)(kuài)稽',
      ),
    ).toContain('會(kuài)稽');
  });

  test('a character without another Simplified form keeps its bracket', () => {
    expect(rest('亳(bó)州')).toBe('亳(bó)州');
  });

  test('what is no reading of the character stays', () => {
    expect(rest('國(gdp)，習(daxue)，附件(a)，國（guó）')).toBe('國(gdp)，習(daxue)，附件(a)，國（guó）');
  });

  test('the same syllable in another tone goes where the page always writes it', () => {
    expect(rest('成績(jī)，功績(jī)，時間(jiān)')).toBe('成績，功績，時間');
  });

  test('a bracket that the end of an excerpt cuts off goes', () => {
    expect(rest('召開(kā')).toBe('召開');
    expect(rest('召開(xy')).toBe('召開(xy');
  });

  test('marks written as combining characters and the phonetic g are readings', () => {
    expect(rest('國(ɡuó)'.normalize('NFD'))).toBe('國');
  });
});

describe('without a page’s evidence', () => {
  test('brackets behind Traditional forms are proposed and stay', () => {
    const text = '單(shàn)縣在山東，龜(qiū)茲在新疆。';
    expect(pinyinBrackets.find(text, context).map(({ before, applied }) => [before, applied])).toEqual([
      ['(shàn)', false],
      ['(qiū)', false],
    ]);
    expect(repaired(text)).toBe(text);
  });

  test('a lesson that annotates plain characters too is left alone', () => {
    const lesson =
      '大(dà)家(jiā)上(shàng)學(xué)，有(yǒu)事(shì)業(yè)，去(qù)建(jiàn)設(shè)，國(guó)中(zhōng)，服(fú)務(wù)，學(xué)會(huì)。';
    expect(repaired(lesson)).toBe(lesson);
  });

  test('abbreviations and place names are not even proposed', () => {
    expect(pinyinBrackets.find('世界贸易组织(wto)、山東(shandong)、表(b)', context)).toEqual([]);
  });
});

describe('the family without tones', () => {
  const page =
    '會(hui)(hui)議，學(xue)習(xi)(xi)，國(guo)家，事業(ye)(ye)(ye)，發(fa)展，實(shi)現，的(de)(de)人。';

  test('readings go, doubled ones and those of plain characters too', () => {
    expect(repaired(page)).toBe('會議，學習，國家，事業，發展，實現，的人。');
  });

  test('without doubled brackets it is no such page', () => {
    const single = page.replaceAll(/(\([a-z]+\))\1+/gu, '$1');
    expect(repaired(single)).toBe(single);
  });
});
