import { decode, encode } from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decodeLegacy } from '#test/legacy-decoder.ts';
import { applyEdits } from '../apply-edits.ts';
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

  test('GBK as Shift_JIS is only offered where a byte was lost', () => {
    const shown = decode(encode(TEXT, 'gbk'), 'shift_jis');
    const edits = find(shown);
    expect(edits.length).toBeGreaterThan(0);
    for (const { before, applied } of edits) expect(applied && before.includes('\uFFFD')).toBe(false);
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
