import { describe, expect, test } from 'vitest';
import { LOCALES } from '#core/base/locale.ts';
import type { Locale } from '#core/base/locale.ts';
import { messagesOf } from './catalogue.ts';
import { lateMessagesOf } from './late-catalogue.ts';
import { counted } from './define-messages.ts';

const numbers = new Set([
  'count',
  'done',
  'total',
  'value',
  'reports',
  'hits',
  'notes',
  'number',
  'index',
  'applied',
  'asks',
  'all',
  'shown',
]);

/** Every sentence of a language by its name; those with parameters are made with lively ones. */
function sentences(locale: Locale): ReadonlyMap<string, string> {
  const parameters = new Proxy({}, { get: (_target, name) => (numbers.has(String(name)) ? 2 : 'x') });
  const entries = Object.entries({ ...messagesOf(locale), ...lateMessagesOf(locale) })
    .filter(([name]) => name !== 'locale')
    .flatMap(([feature, messages]) =>
      Object.entries(messages as Record<string, string | ((values: object) => string)>).map(
        ([key, message]) =>
          [`${feature}.${key}`, typeof message === 'string' ? message : message(parameters)] as const,
      ),
    );
  return new Map(entries);
}

describe('the catalogue', () => {
  test.each(LOCALES)('says something under every key in %s', (locale) => {
    const said = sentences(locale);
    expect(said.size).toBeGreaterThan(150);
    expect(
      [...said].filter(([, sentence]) => sentence.trim() === '' || sentence.includes('undefined')),
    ).toEqual([]);
  });

  test('has English in English, but for the names of scripts', () => {
    const han = [...sentences('en')].filter(([, sentence]) => /\p{Script=Han}/u.test(sentence));
    expect(han.map(([key]) => key).filter((key) => !/\.script/u.test(key))).toEqual([]);
  });

  test('is the same object each time', () => {
    expect(messagesOf('en')).toBe(messagesOf('en'));
  });
});

describe('counted', () => {
  test.each([
    [0, '0 notes'],
    [1, '1 note'],
    [1234, '1,234 notes'],
  ])('%d', (count, words) => expect(counted(count, 'note', 'notes')).toBe(words));
});
