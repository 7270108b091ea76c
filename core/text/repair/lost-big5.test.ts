import { encode } from 'iconv-lite';
import { expect, test } from 'vitest';
import { decodeLegacy } from '#test/legacy-decoder.ts';
import { applyEdits } from '../apply-edits.ts';
import { misreadEncoding } from './misread-encoding.ts';

const context = { format: 'txt', isTraditionalForm: () => true, decodeBytes: decodeLegacy } as const;
const TEXT =
  '本縣今年繼續推動各項教育工作，改善學校設備，提高教師待遇，讓每一位學生都能安心學習。\n' +
  '各級學校應當落實安全檢查，發現問題立即報告，並且在一個月內完成整修工程。\n' +
  '縣政府將協助偏遠地區的學校，充實圖書與電腦，縮短城鄉之間的差距。';

/** Big5 through a decoder of GBK that gives up one byte where two are no character; `lost` is what it shows for it. */
function readAsGbk(text: string, lost: string): string {
  const bytes = encode(text, 'big5');
  let shown = '';
  for (let at = 0; at < bytes.length;) {
    const lead = bytes[at] ?? 0;
    const pair = decodeLegacy(bytes.subarray(at, at + 2), 'gbk');
    const isPair = lead >= 0x80 && /^[^\uFFFD\uE000-\uF8FF]$/u.test(pair);
    shown += lead < 0x80 ? String.fromCharCode(lead) : isPair ? pair : lost;
    at += isPair ? 2 : 1;
  }
  return shown;
}

/** Whether a line is the truth but for what is still lost. */
function isTrueButForLost(after: string): boolean {
  const lines = TEXT.split('\n').map((line) => [...line]);
  const own = [...after];
  return lines.some(
    (line) => line.length === own.length && own.every((char, at) => char === '\uFFFD' || char === line[at]),
  );
}

test('lead bytes that were lost are put back where the neighbours tell, and all else stays in step', () => {
  const damaged = readAsGbk(TEXT, '\uFFFD');
  const edits = misreadEncoding.find(damaged, context);
  const lostBytes = damaged.split('\uFFFD').length - 1;
  const stillLost = edits.reduce((sum, { after }) => sum + after.split('\uFFFD').length - 1, 0);
  console.info(`Big5 read as GBK: ${lostBytes} lead bytes lost, ${lostBytes - stillLost} put back`);
  expect(edits.length).toBe(3);
  expect(stillLost).toBeLessThan(0.6 * lostBytes);
  for (const { after, applied } of edits) expect([applied, isTrueButForLost(after)]).toEqual([true, true]);
});

test('what a browser keeps of every character is read back whole', () => {
  const damaged = decodeLegacy(encode(TEXT, 'big5'), 'gbk');
  expect(applyEdits(damaged, misreadEncoding.find(damaged, context)).text).toBe(TEXT);
});

test('where they went without a trace, what is left is only offered', () => {
  const edits = misreadEncoding.find(readAsGbk(TEXT, ''), context);
  expect(edits.length).toBeGreaterThan(0);
  expect(edits.filter(({ applied }) => applied)).toEqual([]);
});
