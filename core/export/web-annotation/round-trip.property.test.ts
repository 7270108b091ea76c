import fc from 'fast-check';
import { expect, test } from 'vitest';
import { brokenRules } from '#test/web-annotation-rules.ts';
import type { Annotation } from '../../annotations/record.ts';
import { ANCHOR_STATES, ANNOTATION_KINDS, annotationSchema } from '../../annotations/record.ts';
import { codePointOffset, utf16Offset } from '../../text/segmentation.ts';
import { contextOf } from '../../text/context.ts';
import { codePointsOf } from './code-points.ts';
import { webAnnotationDocumentSchema } from './model.ts';
import { noteOfImported, prepareTarget } from './place.ts';
import { readWebAnnotations } from './read.ts';
import { writeWebAnnotations } from './write.ts';

const REPORT = 'raaaaaaaaaaaaaaaaaaaa';
const HASH = 'ab'.repeat(32);
/** Characters that cut, count or fold in ways of their own: pairs, lone halves, marks, line ends, NUL. */
const text = fc
  .array(fc.constantFrom('一', '二', '𠀀', '\ud840', '\udc00', '(tǒng)', 'é', '\0', '\r\n', '"', '🙂', 'a'), {
    maxLength: 60,
  })
  .map((parts) => parts.join(''));
const words = fc.oneof(text, fc.string({ unit: 'binary', maxLength: 40 }));
const time = fc.integer({ min: 0, max: Date.UTC(9999, 0) });

const notesOf = (source: string) =>
  fc.array(
    fc
      .record({
        id: fc.stringMatching(/^n[a-z0-9]{16}$/u),
        kind: fc.constantFrom(...ANNOTATION_KINDS),
        code: words.filter((code) => code !== '' && code.length <= 64),
        ends: fc.tuple(fc.nat({ max: source.length }), fc.nat({ max: source.length + 5 }), fc.boolean()),
        state: fc.constantFrom(...ANCHOR_STATES),
        note: words,
        tags: fc.uniqueArray(
          words.filter((tag) => tag !== ''),
          { maxLength: 3 },
        ),
        createdAt: time,
        updatedAt: time,
        revision: fc.integer({ min: 1, max: 1000 }),
      })
      .map(({ ends: [from, to, isLost], ...note }): Annotation => {
        const start = Math.min(from, to, source.length);
        const end = isLost ? Math.max(from, to) : Math.min(Math.max(from, to), source.length);
        const inText = end <= source.length;
        const slices = inText ? contextOf(source, { start, end }) : { exact: '没有', prefix: '', suffix: '' };
        const anchor = { start, end, ...slices, sourceHash: HASH };
        return annotationSchema.parse({ ...note, schemaVersion: 1, reportId: REPORT, anchor });
      }),
    { maxLength: 6 },
  );

test('notes read back from their JSON as what they were, whatever stands in them', () => {
  const cases = text.chain((source) => fc.tuple(fc.constant(source), notesOf(source)));
  fc.assert(
    fc.property(cases, ([source, notes]) => {
      const report = { reportId: REPORT, title: '关于', version: 1, source, sourceHash: HASH };
      const written: unknown = JSON.parse(JSON.stringify(writeWebAnnotations(report, notes)));
      expect(webAnnotationDocumentSchema.safeParse(written).success).toBe(true);
      expect(brokenRules(written)).toEqual([]);
      const { annotations, refused } = readWebAnnotations(written);
      expect(refused).toBe(0);
      const plain = { text: source, map: { spans: [], lengthA: source.length, lengthB: source.length } };
      const unused = () => {
        throw new Error('a written note needs no search');
      };
      const texts = { source, reading: plain, foldReading: unused, foldSource: unused };
      const target = prepareTarget(REPORT, texts as never, HASH);
      const byId = (a: Annotation, b: Annotation) => (a.id < b.id ? -1 : 1);
      const back = annotations.map((each) => noteOfImported(each, target, { newId: unused, now: 0 }));
      expect(back.toSorted(byId)).toEqual(notes.toSorted(byId));
    }),
  );
});

test('code points are counted as a walk counts them, both ways', () => {
  fc.assert(
    fc.property(text, (source) => {
      const points = codePointsOf(source);
      for (let offset = 0; offset <= source.length; offset += 1) {
        expect(points.ofUtf16(offset)).toBe(codePointOffset(source, offset));
      }
      const count = codePointOffset(source, source.length);
      for (let seen = 0; seen <= count; seen += 1) {
        expect(points.toUtf16(seen)).toBe(utf16Offset(source, seen));
      }
    }),
  );
});
