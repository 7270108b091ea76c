import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createOffsetMap, SPAN_WIDTH } from '../text/offset-map.ts';
import { toA, toB } from '../text/map-range.ts';
import { loadConverter } from './converter.ts';
import { followPunctuation } from './punctuation.ts';

const marked = fc
  .array(
    fc.constantFrom(
      '“',
      '”',
      '‘',
      '’',
      '「',
      '」',
      '『',
      '』',
      '发',
      '展',
      '软件',
      '𠮷',
      'a',
      '9',
      '\n',
      '，',
      ' ',
    ),
    {
      maxLength: 30,
    },
  )
  .map((pieces) => pieces.join(''));

test.each(['corner', 'curly'] as const)(
  'to %s marks: only marks change, each in a span of its own',
  (marks) => {
    fc.assert(
      fc.property(marked, (text) => {
        const { text: shown, map } = followPunctuation(text, marks);
        expect(() => createOffsetMap(map.spans, text.length, shown.length)).not.toThrow();
        expect(shown.length).toBe(text.length);
        const changed: number[] = [];
        for (let at = 0; at < text.length; at += 1) if (text[at] !== shown[at]) changed.push(at);
        expect(changed).toEqual([...map.spans].filter((_edge, index) => index % SPAN_WIDTH === 0));
        for (const at of changed) {
          expect(marks === 'corner' ? '“”‘’' : '「」『』').toContain(text[at]);
          expect(map.spans).toContain(at + 1);
        }
        expect(followPunctuation(shown, marks).text).toBe(shown);
      }),
      { numRuns: 1000 },
    );
  },
);

test('paired marks come back as they were', () => {
  const quoted = fc.letrec<{ readonly text: string }>((tie) => ({
    text: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom('发展', '教育', ''),
      fc.tuple(tie('text'), tie('text')).map(([a, b]) => `${a}“${b}”`),
      fc.constantFrom('发‘展’', '“教‘育’”'),
    ),
  })).text;
  fc.assert(
    fc.property(quoted, (inner) => {
      const text = `报告${inner}`;
      expect(followPunctuation(followPunctuation(text, 'corner').text, 'curly').text).toBe(text);
    }),
  );
});

test('behind a script the map still leads there and back', async () => {
  const [plain, followed] = await Promise.all([
    loadConverter('Hans', 'twp'),
    loadConverter('Hans', 'twp', { punctuation: true }),
  ]);
  fc.assert(
    fc.property(marked, fc.nat(), fc.nat(), (text, first, second) => {
      const { text: shown, map } = followed.convert(text);
      expect(shown).toBe(followPunctuation(plain.convertPlain(text), 'corner').text);
      expect(followed.convertPlain(text)).toBe(shown);
      expect(() => createOffsetMap(map.spans, text.length, shown.length)).not.toThrow();
      const [start = 0, end = 0] = [first % (text.length + 1), second % (text.length + 1)].sort(
        (a, b) => a - b,
      );
      const back = toA(map, toB(map, { start, end }));
      expect(back.start).toBeLessThanOrEqual(start);
      expect(start === end || back.end >= end).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
