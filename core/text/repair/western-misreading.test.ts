import { decode, encode } from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decodeLegacy } from '#test/legacy-decoder.ts';
import { applyEdits } from '../apply-edits.ts';
import { misreadEncoding } from './misread-encoding.ts';

const TEXT =
  '会议强调，各县要把农村学校办得更好，落实教师住房和津贴，推进义务教育优质均衡发展。\n' +
  '各级政府要加大投入，改善农村学校办学条件，健全教师待遇保障制度。';
const TRADITIONAL = '會議強調，要全面落實教育方針，推動各級學校均衡發展，提高教師待遇。';

const mend = (text: string): string =>
  applyEdits(
    text,
    misreadEncoding.find(text, { format: 'txt', isTraditionalForm: () => false, decodeBytes: decodeLegacy }),
  ).text;
const latin1 = (bytes: Uint8Array): string => decode(Buffer.from(bytes), 'latin1');
const again = (text: string): string => latin1(encode(text, 'utf8'));

describe('bytes read as Western letters come back', () => {
  test.each([
    ['UTF-8 as Latin-9', decode(encode(TEXT, 'utf8'), 'latin9'), TEXT],
    ['UTF-8 as Latin-1, three times', again(again(again(TEXT))), TEXT],
    ['GBK as Latin-1, and that as Latin-1', again(latin1(encode(TEXT, 'gbk'))), TEXT],
    ['Big5 as Latin-1', latin1(encode(TRADITIONAL, 'big5')), TRADITIONAL],
    [
      'UTF-8 as Latin-1, no-break spaces made spaces',
      latin1(encode(TEXT, 'utf8')).replaceAll('\u00a0', ' '),
      TEXT,
    ],
  ])('%s', (_name, damaged, truth) => {
    expect(damaged).not.toBe(truth);
    expect(mend(damaged)).toBe(truth);
  });
});

describe('what Windows-1252 has no character for', () => {
  const shown = decode(encode(TEXT, 'utf8'), 'win1252');

  test('is put back where the neighbours tell, else stays lost; nothing else changes', () => {
    expect(shown).toContain('\uFFFD');
    const mended = mend(shown);
    expect(mended).toHaveLength(TEXT.length);
    for (const [index, char] of [...mended].entries()) expect([TEXT[index], '\uFFFD']).toContain(char);
    expect(mended.split('\uFFFD').length).toBeLessThan(shown.split('\uFFFD').length);
  });
});

test('signs of other encodings beside Western letters are not taken for GBK', () => {
  const mac = '1959Âπ¥‰∏≠Âçé‰∫∫Ê∞ëÂÖ±ÂíåÂõΩÂõΩÂä°Èô¢ÊîøÂ∫úÂ∑•‰ΩúÊä•Âëä';
  expect(mend(mac)).toBe('1959年中华人民共和国国务院政府工作报告');
});

test('at the end of a line nothing tells one mark from the others', () => {
  const lines = '具有下列情形之一的：\n申请人应当提交下列材料：\n会议审议了政府工作报告和各项计划草案';
  const shown = decode(encode(lines, 'utf8'), 'gbk');
  expect(mend(shown)).not.toContain('，');
});
