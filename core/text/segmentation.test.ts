import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { texts } from '#test/random-edits.ts';
import { atLeast, rangeIn } from '#test/random-maps.ts';
import { CONTEXT_LENGTH, contextOf } from './context.ts';
import { codePointOffset, snapOutward, splitsPair, utf16Offset } from './segmentation.ts';

const RUNS = atLeast(1000);
const number = fc.nat({ max: 1000 });

describe('snapOutward', () => {
  it.each([
    ['leaves borders alone', '甲乙丙', [1, 2], [1, 2]],
    ['takes a surrogate pair whole', '甲\u{20000}乙', [2, 4], [1, 4]],
    ['takes a combining mark with its letter', 'ae\u0301b', [0, 2], [0, 3]],
    ['takes a family of joined emoji whole', 'x👨‍👩‍👧y', [3, 5], [1, 9]],
    ['takes an ideographic variation whole', '葛\u{e0100}飾', [0, 1], [0, 3]],
    ['takes an ideographic variation of a surrogate pair whole', '\u{20bb7}\u{e0101}家', [3, 5], [0, 5]],
    ['takes a flag whole', '甲🇨🇳🇫🇷乙', [3, 6], [1, 9]],
    ['does not part flags in pairs of their own', '🇨🇳'.repeat(40), [102, 103], [100, 104]],
    ['takes a skin tone with its hand', '甲👍🏽乙', [3, 4], [1, 5]],
    ['takes a keycap whole', '甲1\ufe0f\u20e3乙', [1, 2], [1, 4]],
    ['takes several marks on one letter', 'xe\u0302\u0323\u0301y', [3, 4], [1, 5]],
    ['takes CR and LF together', '甲\r\n乙', [2, 4], [1, 4]],
    ['moves a caret to the left', '甲\u{20000}乙', [2, 2], [1, 1]],
    ['leaves the ends of the text', '甲乙', [0, 2], [0, 2]],
  ])('%s', (_, text, [start, end], [from, to]) => {
    expect(snapOutward(text, { start: start!, end: end! })).toEqual({ start: from, end: to });
  });

  it('refuses ranges that are not in the text', () => {
    expect(() => snapOutward('甲', { start: 0, end: 2 })).toThrow(RangeError);
    expect(() => snapOutward('甲', { start: 1, end: 0 })).toThrow(RangeError);
  });

  it('holds the range, cuts nothing, and holds still the second time', () => {
    fc.assert(
      fc.property(texts, number, number, (text, x, y) => {
        const range = rangeIn(text.length, x, y);
        const snapped = snapOutward(text, range);
        expect(snapped.start).toBeLessThanOrEqual(range.start);
        if (range.start < range.end) expect(snapped.end).toBeGreaterThanOrEqual(range.end);
        expect(splitsPair(text, snapped.start) || splitsPair(text, snapped.end)).toBe(false);
        expect(snapOutward(text, snapped)).toEqual(snapped);
      }),
      RUNS,
    );
  });
});

describe('code points and UTF-16', () => {
  it('count pairs once, and an offset inside a pair as its start', () => {
    const text = '甲\u{20000}乙';
    expect([0, 1, 2, 3, 4].map((offset) => codePointOffset(text, offset))).toEqual([0, 1, 1, 2, 3]);
    expect([0, 1, 2, 3].map((count) => utf16Offset(text, count))).toEqual([0, 1, 3, 4]);
  });

  it('count lone surrogates', () => {
    expect(codePointOffset('\ud800甲\udc00', 3)).toBe(3);
    expect(utf16Offset('\ud800甲\udc00', 3)).toBe(3);
  });

  it('refuse what is not in the text', () => {
    expect(() => codePointOffset('甲', 2)).toThrow(RangeError);
    expect(() => utf16Offset('\u{20000}', 2)).toThrow(RangeError);
    expect(() => utf16Offset('甲', -1)).toThrow(RangeError);
  });

  it('are what spreading the text gives, and undo each other', () => {
    fc.assert(
      fc.property(texts, number, (text, x) => {
        const characters = [...text];
        const count = x % (characters.length + 1);
        const offset = characters.slice(0, count).join('').length;
        expect(utf16Offset(text, count)).toBe(offset);
        expect(codePointOffset(text, offset)).toBe(count);
      }),
      RUNS,
    );
  });
});

describe('contextOf', () => {
  it('gives the quote with what stands around it', () => {
    expect(contextOf('全面提高教育质量', { start: 4, end: 6 }, 2)).toEqual({
      exact: '教育',
      prefix: '提高',
      suffix: '质量',
    });
    expect(contextOf('教育', { start: 0, end: 2 })).toEqual({ exact: '教育', prefix: '', suffix: '' });
  });

  it('leaves half a pair out', () => {
    expect(contextOf('\u{20000}甲\u{20000}', { start: 2, end: 3 }, 1)).toEqual({
      exact: '甲',
      prefix: '',
      suffix: '',
    });
  });

  it('refuses ranges that are not in the text', () => {
    expect(() => contextOf('甲', { start: 0, end: 2 })).toThrow(RangeError);
  });

  it('never begins or ends in a pair, and fits the text', () => {
    fc.assert(
      fc.property(texts, number, number, (text, x, y) => {
        const range = snapOutward(text, rangeIn(text.length, x, y));
        const { exact, prefix, suffix } = contextOf(text, range);
        const from = range.start - prefix.length;
        expect(text.startsWith(prefix + exact + suffix, from)).toBe(true);
        expect(splitsPair(text, from) || splitsPair(text, range.end + suffix.length)).toBe(false);
        expect(Math.max(prefix.length, suffix.length)).toBeLessThanOrEqual(CONTEXT_LENGTH);
      }),
      RUNS,
    );
  });
});
