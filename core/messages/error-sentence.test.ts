import { describe, expect, test } from 'vitest';
import { ERROR_CODES } from '../base/app-error.ts';
import { LOCALES } from '../base/locale.ts';
import { ERROR_VARIANTS } from './error-catalogue.ts';
import { ERROR_CATALOGUES, errorSentence } from './error-sentence.ts';

const placeholders = (sentence: string) => [...sentence.matchAll(/\{\w+\}/gu)].map(String).sort();

describe.each([...ERROR_CODES, ...ERROR_VARIANTS])('%s', (key) => {
  test('has one whole sentence with the same parameters in every language', () => {
    const sentences = LOCALES.map((locale) => ERROR_CATALOGUES[locale][key]);
    for (const sentence of sentences) {
      expect(sentence).toMatch(/[.。]$/u);
      expect(new Set(placeholders(sentence))).toEqual(new Set(placeholders(sentences[0]!)));
    }
    expect(new Set(sentences).size).toBe(LOCALES.length);
  });
});

describe('errorSentence', () => {
  test('names the file', () => {
    const error = { code: 'file-empty', params: { path: '/a/b.txt' } } as const;
    expect(errorSentence(error, 'en')).toBe(
      '/a/b.txt holds no text; save the report again and import that file.',
    );
    expect(errorSentence(error, 'zh-Hant')).toContain('/a/b.txt 裡沒有文字');
  });

  test('puts a parameter in as it is, even one that looks like a pattern', () => {
    const sentence = errorSentence({ code: 'file-empty', params: { path: '$&{limit}$1' } }, 'en');
    expect(sentence).toContain('$&{limit}$1 holds');
  });

  test('writes out what would break or turn the line', () => {
    const sentence = errorSentence({ code: 'file-empty', params: { path: '/a\n\u202e\u001b[2J.txt' } }, 'en');
    expect(sentence).toContain('/a\\u{a}\\u{202e}\\u{1b}[2J.txt holds');
  });

  test('takes the sentence of the reason where there is one', () => {
    const params = { reason: 'command-unknown', word: 'frob' };
    expect(errorSentence({ code: 'usage', params }, 'en')).toBe(
      'There is no command “frob”; zhupi --help lists them.',
    );
    const other = { code: 'usage', params: { reason: 'no such reason' } } as const;
    expect(errorSentence(other, 'en')).toBe('The command was not understood; see zhupi --help.');
  });

  test('says so where a parameter is missing', () => {
    expect(errorSentence({ code: 'report-unknown', params: {} }, 'zh-Hans')).toContain('没有报告 …');
  });
});
