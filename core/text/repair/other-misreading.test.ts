import { decode, encode } from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decodeLegacy } from '#test/legacy-decoder.ts';
import { applyEdits } from '../apply-edits.ts';
import { kanaBytes } from './big5-kana.ts';
import { misreadEncoding } from './misread-encoding.ts';
import { userDefinedBytes } from './user-defined-areas.ts';

const TEXT =
  '会议强调，各县要把农村学校办得更好，落实教师住房和津贴，推进义务教育优质均衡发展。\n' +
  '一、目标\n' +
  '各级政府要加大投入，改善农村学校办学条件，健全教师待遇保障制度。\n' +
  '二、措施';

const find = (text: string) =>
  misreadEncoding.find(text, { format: 'txt', isTraditionalForm: () => false, decodeBytes: decodeLegacy });
const mend = (text: string): string => applyEdits(text, find(text)).text;

describe('UTF-8 read in an encoding of one byte a character comes back', () => {
  test.each(['win1250', 'win1251', 'koi8-r', 'macintosh', 'cp437', 'cp850'])('%s', (page) => {
    // What the page has no character for is shown as the control character of that number.
    const shown = [...encode(TEXT, 'utf8')]
      .map((byte) => decode(Buffer.of(byte), page).replace('\uFFFD', String.fromCharCode(byte)))
      .join('');
    expect(mend(shown)).toBe(TEXT);
  });

  test('so does GBK, where all of the lines do', () => {
    const text = `${TEXT.split('\n')[0]}\n${TEXT.split('\n')[2]}`;
    for (const page of ['win1251', 'koi8-r', 'macintosh']) {
      const shown = [...encode(text, 'gbk')]
        .map((byte) => decode(Buffer.of(byte), page).replace('\uFFFD', String.fromCharCode(byte)))
        .join('');
      expect(mend(shown)).toBe(text);
      expect(
        find(`${shown}\nПрограмма развития образования\nМинистерство просвещения\nГосударственный доклад`),
      ).toEqual([]);
    }
  });

  test('with the only byte that Windows-1251 has no character for, though it is lost', () => {
    const shown = decode(encode('“教育官员”在中学旁边。', 'utf8'), 'win1251');
    expect(shown).toContain('\uFFFD');
    expect(mend(shown)).toBe('“教育官员”在中学旁边。');
  });

  test('but words of another script stay', () => {
    for (const text of [
      'Программа развития образования на 2024 год',
      'Ελληνική Δημοκρατία, Υπουργείο',
      '┌──┬──┐│　│└──┴──┘',
    ]) {
      expect(find(text)).toEqual([]);
    }
  });
});

describe('Chinese read as Japanese or as Korean', () => {
  test('GBK as Korean comes back', () => {
    expect(mend(new TextDecoder('euc-kr').decode(encode(TEXT, 'gbk')))).toBe(TEXT);
  });

  test('UTF-8 as Shift_JIS comes back but for what was lost', () => {
    const [first = ''] = TEXT.split('\n');
    const mended = mend(new TextDecoder('shift_jis').decode(encode(first, 'utf8')));
    expect(mended.match(/\p{Script=Han}/gu)?.length).toBeGreaterThan(20);
    for (const char of mended) expect(first + '\uFFFD').toContain(char);
  });

  test('GBK as Shift_JIS comes back in step where single bytes were lost, else it is only offered', () => {
    const mended = mend(decode(encode(TEXT, 'gbk'), 'shift_jis'));
    expect(mended.length).toBe(TEXT.length);
    expect(mended.match(/\uFFFD/gu)?.length).toBeLessThan(0.15 * TEXT.length);
    for (const [at, char] of [...mended].entries()) expect([TEXT[at], '\uFFFD']).toContain(char);
    const inPairs = find(new TextDecoder('shift_jis').decode(encode(TEXT, 'gbk')));
    expect(inPairs.length).toBeGreaterThan(0);
    for (const { before, applied } of inPairs) expect(applied && before.includes('\uFFFD')).toBe(false);
  });

  test('what Windows shows for bytes that Shift_JIS has not counts as those bytes', () => {
    const shown = 'ﾑｧﾉ昉ｧﾏｰ｣ｬｽｨﾉ雹恝ﾒ｣ｬｸﾄﾉﾆﾑｧﾏｰﾌ\uE427\uF8F2｣ｬﾌ盧ﾟｽﾌﾊｦｴ\uF8F1ﾓ\uE4CAｬﾍﾆｽ\uE65Cﾌﾓ\uF8F1ｹｫﾆｽ｡｣';
    expect(mend(shown)).toBe('学生学习，建设国家，改善学习条件，提高教师待遇，推进教育公平。');
  });

  test('kana of the Unicode table of Big5 count as the bytes that they have there', () => {
    const bytes = ['む', 'す', 'ヶ', '①', '⑽'].map((char) => kanaBytes(char));
    expect(bytes).toEqual([
      [0xc6, 0xe4],
      [0xc6, 0xbd],
      [0xc7, 0xb0],
      [0xc7, 0xe9],
      [0xc7, 0xfc],
    ]);
    expect(kanaBytes('平')).toBeUndefined();
    // 学前教育 in GBK: 前 is C7 B0.
    const shown = decode(encode('发展学前教育，改善办学条件，提高教师待遇，其中农村学校。', 'gbk'), 'big5');
    const seen = shown
      .replace(decode(Buffer.from([0xc7, 0xb0]), 'big5'), 'ヶ')
      .replace(decode(Buffer.from([0xc6, 0xe4]), 'big5'), 'む');
    expect(mend(seen)).toContain('发展学前教育');
    expect(mend(seen)).toContain('其中农村学校');
  });

  test('Japanese and Korean stay as they are', () => {
    for (const text of [
      '教育基本法に基づき、学校教育の充実を図る。ﾃｽﾄを行う。',
      '대한민국 정부는 교육 정책을 발표하였다. 大韓民國 敎育部',
    ]) {
      expect(find(text)).toEqual([]);
    }
  });
});

test('what is lost for good is marked and stays', () => {
  const shown = decode(encode(TEXT, 'gbk'), 'utf8');
  const edits = find(shown);
  expect(edits.length).toBeGreaterThan(0);
  for (const { before, after, applied } of edits) expect([after, applied]).toEqual([before, false]);
  expect(mend(shown)).toBe(shown);
  expect(find('一个坏字\uFFFD和另一个\uFFFD不算')).toEqual([]);
});

test('private-use characters stand for the pairs that users could define', () => {
  expect(userDefinedBytes('\uF6B1', 'big5')).toEqual([0xc6, 0xa1]);
  expect(userDefinedBytes('\uF848', 'big5')).toEqual([0xc8, 0xfe]);
  expect(userDefinedBytes('\uE000', 'euc-kr')).toEqual([0xc9, 0xa1]);
  expect(userDefinedBytes('\uE757', 'shift_jis')).toEqual([0xf9, 0xfc]);
  expect(userDefinedBytes('\uF8FF', 'big5')).toBeUndefined();
  expect(userDefinedBytes('中', 'big5')).toBeUndefined();
});

test('broken lines of a page with readings in brackets are no Big5', () => {
  const page =
    '(duì)(duì)兩(liǎng)(liǎng)國(guó)\nuì)(huì)員(yuán)(yuán)國(guó)(guó\n(duì)(duì)會(huì)(huì)採(cǎi)(cǎi';
  expect(find(page)).toEqual([]);
});
