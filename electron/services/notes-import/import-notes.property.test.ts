import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ANNOTATION_KINDS, type Annotation } from '#core/annotations/record.ts';
import { temporaryFolder } from '../store/fixtures/temporary-folder.ts';
import { openTestLibrary } from '../store/fixtures/test-library.ts';

const source = '𠀀关于教育的报告\r\n一、统(tǒng)筹安排🙂各项工作\n二、落实\0落细。';
const words = fc.oneof(
  fc.constantFrom('', '要点', '**重**\r\n\r\n<!-- /zhupi -->', '\ud800', '\0'),
  fc.string({ unit: 'binary', maxLength: 30 }),
);
const note = fc.record({
  ends: fc.tuple(fc.nat({ max: source.length }), fc.nat({ max: source.length })),
  kind: fc.constantFrom(...ANNOTATION_KINDS),
  code: fc.constantFrom('yellow', 'red', 'c0000000000000001'),
  note: words,
  tags: fc.uniqueArray(fc.constantFrom('目标', '责任', '数 据'), { maxLength: 2 }),
});

/** What a note is but for its revision, which counts the writings of one library. */
const content = (notes: readonly Annotation[]) => notes.map(({ revision: _revision, ...rest }) => rest);
const isCut = (at: number): boolean =>
  /[\udc00-\udfff]/u.test(source[at] ?? '') && at > 0 && /[\ud800-\udbff]/.test(source[at - 1] ?? '');

test('export, delete, import: every note is what it was, and one undo takes the import back', async () => {
  const folder = temporaryFolder();
  const library = await openTestLibrary(path.join(folder, 'data'));
  const reportId = await library.addReport(source);
  const out = path.join(folder, 'out');
  await fc.assert(
    fc.asyncProperty(fc.array(note, { minLength: 1, maxLength: 6 }), async (given) => {
      rmSync(out, { recursive: true, force: true });
      mkdirSync(out);
      const made: string[] = [];
      for (const { ends, ...rest } of given) {
        const [start, end] = [Math.min(...ends), Math.max(...ends)];
        if (isCut(start) || isCut(end) || (start === end && rest.kind !== 'bookmark')) continue;
        made.push((await library.createNote({ reportId, start, end, ...rest })).id);
      }
      if (made.length === 0) return;
      const before = await library.listNotes({ reportId });
      const request = { reportIds: [reportId], folder: out, script: 'source' } as const;
      const { files } = await library.exportNotes({ ...request, format: 'json' });
      await library.deleteNotes({ ids: made });
      const paths = files.map((file) => file.path);
      const answer = await library.importNotes({ paths, reportId: null });
      expect(answer).toMatchObject({ files: [{ added: made.length, kept: 0, refused: 0, missing: 0 }] });
      expect(content(await library.listNotes({ reportId }))).toEqual(content(before));
      expect(await library.importNotes({ paths, reportId: null })).toMatchObject({
        files: [{ added: 0, updated: 0, kept: 0, unchanged: made.length }],
      });
      await library.undo({});
      expect(await library.listNotes({ reportId })).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

test('a conflict keeps both, once; a newer state of a note that only imports wrote takes its place', async () => {
  const folder = temporaryFolder();
  const clock = { now: 1_000 };
  const library = await openTestLibrary(path.join(folder, 'data'), { clock });
  const reportId = await library.addReport(source);
  const file = path.join(folder, 'notes.json');
  const made = await library.createNote({
    ...{ reportId, start: 2, end: 6, kind: 'highlight', code: 'red', note: '甲', tags: [] },
  });
  const { files } = await library.exportNotes({ reportIds: null, folder, script: 'source', format: 'json' });
  const written = readFileSync(files[0]?.path ?? '', 'utf8');
  const write = (words: string, modified: string): void =>
    writeFileSync(
      file,
      written.replace('"甲"', `"${words}"`).replace(/"modified": "[^"]*"/u, `"modified": "${modified}"`),
    );
  const run = async () => (await library.importNotes({ paths: [file], reportId: null })).files[0];
  const said = async () => (await library.listNotes({ reportId })).map((one) => one.note).toSorted();

  write('乙', '2026-01-01T00:00:00.000Z');
  expect(await run()).toMatchObject({ kept: 1, updated: 0 });
  expect(await said()).toEqual(['乙', '甲']);
  expect(await run()).toMatchObject({ kept: 0, unchanged: 1 });

  // As on another machine: the note comes in, nobody touches it, a newer state comes in.
  await library.deleteNotes({ ids: (await library.listNotes({ reportId })).map(({ id }) => id) });
  write('丙', '2026-01-02T00:00:00.000Z');
  expect(await run()).toMatchObject({ added: 1 });
  write('丁', '2026-01-03T00:00:00.000Z');
  expect(await run()).toMatchObject({ updated: 1, kept: 0 });
  expect(await said()).toEqual(['丁']);
  write('丙', '2026-01-02T00:00:00.000Z');
  expect(await run()).toMatchObject({ unchanged: 1 });
  const current = (await library.listNotes({ reportId }))[0];
  expect(current?.id).toBe(made.id);
  clock.now = Date.UTC(2026, 0, 4);
  await library.changeNote({ id: made.id, revision: current?.revision ?? 0, change: { note: '戊' } });
  write('己', '2026-01-05T00:00:00.000Z');
  expect(await run()).toMatchObject({ kept: 1, updated: 0 });
  expect(await said()).toEqual(['己', '戊']);
});
