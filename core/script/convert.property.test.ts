import fc from 'fast-check';
import { Converter as openCc } from 'opencc-js';
import phrasesOfSimplified from 'opencc-js/dict/STPhrases';
import phrasesOfTraditional from 'opencc-js/dict/TSPhrases';
import phrasesOfTaiwan from 'opencc-js/dict/TWPhrases';
import phrasesToTaiwan from 'opencc-js/dict/TWVariantsRevPhrases';
import { expect, test } from 'vitest';
import { createOffsetMap, SPAN_WIDTH } from '../text/offset-map.ts';
import { loadChain } from './converter.ts';
import type { ConfigurationName } from './dictionaries.ts';

const CONFIGURATIONS: readonly (readonly [ConfigurationName, string, string])[] = [
  ['s2t', 'cn', 't'],
  ['s2tw', 'cn', 'tw'],
  ['s2twp', 'cn', 'twp'],
  ['s2hk', 'cn', 'hk'],
  ['t2s', 't', 'cn'],
  ['tw2s', 'tw', 'cn'],
  ['tw2sp', 'twp', 'cn'],
  ['hk2s', 'hk', 'cn'],
  ['t2tw', 't', 'tw'],
  ['t2twp', 't', 'twp'],
  ['t2hk', 't', 'hk'],
  ['tw2t', 'tw', 't'],
  ['hk2t', 'hk', 't'],
];

const phrases = [phrasesOfSimplified, phrasesOfTraditional, phrasesOfTaiwan, phrasesToTaiwan].flatMap(
  (entries) => entries.split('|').flatMap((entry) => entry.split(' ')),
);

/** Whole phrases, their beginnings and ends (so that matches compete), Latin, astral, lone surrogates, sequences. */
const piece = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...phrases) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom(...phrases), fc.nat(3), fc.boolean())
      .map(([phrase, count, fromStart]) => (fromStart ? phrase.slice(0, count) : phrase.slice(-count - 1))),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '⿰木國',
      '⿳',
      '⿱𠀀發',
      '豈',
      '𠮷',
      '\ud842',
      '\udfb7',
      '\n',
      '，',
      '發\ufe00',
    ),
  },
);
const mixedText = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));

test.each(CONFIGURATIONS)('%s gives the text of OpenCC and a map that fits', async (name, from, to) => {
  const converter = await loadChain([name], false);
  const reference = openCc({ from, to });
  fc.assert(
    fc.property(mixedText, (text) => {
      const { text: converted, map } = converter.convert(text);
      expect(converted).toBe(reference(text));
      expect(converter.convertPlain(text)).toBe(converted);
      expect(() => createOffsetMap(map.spans, text.length, converted.length)).not.toThrow();
      expect(applySpans(text, converted, map.spans)).toBe(converted);
      for (let at = 0; at < map.spans.length; at += SPAN_WIDTH) {
        const [aStart = 0, aEnd = 0, bStart = 0, bEnd = 0] = map.spans.subarray(at, at + SPAN_WIDTH);
        expect(converted.slice(bStart, bEnd)).not.toBe(text.slice(aStart, aEnd));
        for (const [whole, edge] of [
          [text, aStart],
          [text, aEnd],
          [converted, bStart],
          [converted, bEnd],
        ] as const) {
          expect(splitsPair(whole, edge)).toBe(false);
        }
      }
    }),
    { numRuns: 400 },
  );
});

test('a chain of two configurations is the two in turn, and its spans change something', async () => {
  const chain = await loadChain(['t2s', 's2twp'], false);
  const first = openCc({ from: 't', to: 'cn' });
  const second = openCc({ from: 'cn', to: 'twp' });
  fc.assert(
    fc.property(mixedText, (text) => {
      const { text: converted, map } = chain.convert(text);
      expect(converted).toBe(second(first(text)));
      expect(() => createOffsetMap(map.spans, text.length, converted.length)).not.toThrow();
      expect(applySpans(text, converted, map.spans)).toBe(converted);
    }),
    { numRuns: 400 },
  );
});

/** The text with each span's piece put in: equal to the converted text only if all between spans is copied. */
function applySpans(text: string, converted: string, spans: Int32Array): string {
  let applied = '';
  let at = 0;
  for (let i = 0; i < spans.length; i += SPAN_WIDTH) {
    const [aStart = 0, aEnd = 0, bStart = 0, bEnd = 0] = spans.subarray(i, i + SPAN_WIDTH);
    applied += text.slice(at, aStart) + converted.slice(bStart, bEnd);
    at = aEnd;
  }
  return applied + text.slice(at);
}

function splitsPair(text: string, at: number): boolean {
  return /[\ud800-\udbff]/u.test(text.charAt(at - 1)) && (text.codePointAt(at - 1) ?? 0) > 0xffff;
}
