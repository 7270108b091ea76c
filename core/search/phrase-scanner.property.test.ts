import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PhraseScanner } from './phrase-scanner.ts';

const characters = fc.constantFrom('教', '育', '的', '一', '乙', 'a', ',', '\ud842', '\udfb7', '羥');
const text = fc.array(characters, { maxLength: 60 }).map((list) => list.join(''));
const phrase = fc.array(characters, { minLength: 1, maxLength: 5 }).map((list) => list.join(''));

test('a scanner finds what indexOf finds', () => {
  fc.assert(
    fc.property(text, phrase, fc.nat(62), (searched, sought, from) => {
      expect(new PhraseScanner(sought).next(searched, from)).toBe(searched.indexOf(sought, from));
    }),
  );
});
