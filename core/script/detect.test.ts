import { expect, test } from 'vitest';
import { loadScriptDetector } from './detect.ts';

test.each([
  ['教育发展', 'Hans'],
  ['教育發展', 'Hant'],
  ['衛生說明，為了裡面', 'Hant-TW'],
  ['衞生説明，為了裏面', 'Hant-HK'],
  ['教育發展與干部培訓', 'mixed'],
  ['關于發展', 'mixed'],
  ['发展發展', 'mixed'],
  ['中文', 'none'],
  ['report 2023', 'none'],
  ['', 'none'],
] as const)('%s is %s', async (text, script) => {
  expect((await loadScriptDetector()).detectScript(text)).toBe(script);
});

test('a few quoted characters do not make a long text mixed', async () => {
  const detector = await loadScriptDetector();
  expect(detector.detectScript(`${'发展规划'.repeat(60)}《漢書》`)).toBe('Hans');
});

test('a Traditional form is one whose Simplified form differs', async () => {
  const { isTraditionalForm } = await loadScriptDetector();
  expect([...'發國說説衞乾'].every(isTraditionalForm)).toBe(true);
  expect([...'后里干人发A'].some(isTraditionalForm)).toBe(false);
  expect(isTraditionalForm('')).toBe(false);
});
