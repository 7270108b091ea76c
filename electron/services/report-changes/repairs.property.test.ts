import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ReportContent } from '#core/ipc/payloads.ts';
import { loadScriptDetector } from '#core/script/index.ts';
import type { Edit } from '#core/text/edit.ts';
import { toA, toB } from '#core/text/map-range.ts';
import { editsOverlap } from '#core/text/merge-edits.ts';
import { readingOfSource } from '#core/text/reading.ts';
import { planEdits } from '#core/text/repair/pipeline.ts';
import { splitsPair } from '#core/text/segmentation.ts';
import { openTestLibrary } from '../store/fixtures/test-library.ts';
import { temporaryFolder } from '../store/fixtures/temporary-folder.ts';
import { analysedReport, DAMAGED } from './fixtures/damaged-report.ts';

const pieces = fc.constantFrom(
  DAMAGED,
  '\n',
  '\u200b',
  ' ,,',
  '各地<br><br>办好&nbsp;学校。'.repeat(12),
  '𠮷野家',
  '\n\n打印本页 关闭窗口',
  '教 育 发 展',
  '\ud800',
);
const source = fc.array(pieces, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''));

type Step =
  | { readonly do: 'decide'; readonly picks: readonly number[]; readonly applied: boolean | null }
  | { readonly do: 'correct'; readonly at: number; readonly length: number; readonly after: string | null };
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('decide' as const),
    picks: fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
    applied: fc.constantFrom(true, false, false, null),
  }),
  fc.record({
    do: fc.constant('correct' as const),
    at: fc.nat(),
    length: fc.nat(6),
    after: fc.constantFrom('', '改', '甲\n乙', 'x,y', null),
  }),
);

test(
  'whatever is decided about a text, notes stay, the shown text follows the decisions, and undo brings all back',
  { timeout: 60_000 },
  async () => {
    const { isTraditionalForm } = await loadScriptDetector();
    await fc.assert(
      fc.asyncProperty(source, fc.array(step, { maxLength: 8 }), async (text, steps) => {
        const library = await openTestLibrary(temporaryFolder());
        const reportId = await library.addReport(text, await analysedReport(text));
        const fields = { kind: 'highlight', code: 'red', note: '', tags: [] } as const;
        for (const at of [0, Math.floor(text.length / 2)]) {
          const start = splitsPair(text, at) ? at - 1 : at;
          const end = Math.min(text.length, start + 9);
          if (start === end) continue;
          const range = { start, end: splitsPair(text, end) ? end - 1 : end };
          await library.createNote({ reportId, ...range, ...fields, tags: [] });
        }
        const notes = await library.listNotes({ reportId });
        const open = (): ReportContent => library.openReport({ reportId }) as ReportContent;
        const first = open();
        const { repairs } = planEdits(text, 'txt', { isTraditionalForm });
        const decisions = new Map<Edit, boolean>();
        let corrections: Edit[] = [];
        const seen = [first];
        for (const todo of steps) {
          if (todo.do === 'decide') {
            const picked = [...new Set(todo.picks.flatMap((at) => repairs[at % repairs.length] ?? []))];
            if (picked.length === 0) continue;
            for (const edit of picked) {
              if (todo.applied === null) decisions.delete(edit);
              else decisions.set(edit, todo.applied);
            }
            const wanted = picked.map(({ start, end, rule }) => ({
              start,
              end,
              rule,
              applied: todo.applied,
            }));
            await library.decideEdits({ reportId, version: 1, decisions: wanted });
          } else {
            const start = todo.at % (text.length + 1);
            const end = Math.min(text.length, start + todo.length);
            const { after } = todo;
            try {
              await library.correctText({ reportId, version: 1, start, end, after });
            } catch (thrown) {
              expect(thrown).toMatchObject({ code: 'range-invalid' });
              continue;
            }
            corrections = corrections.filter((one) => !editsOverlap(one, { start, end }));
            if (after !== null && (start < end || after !== '')) {
              const before = text.slice(start, end);
              corrections.push({ start, end, before, after, rule: 'user', confidence: 1, applied: true });
            }
          }
          const content = open();
          seen.push(content);
          expect(await library.listNotes({ reportId })).toEqual(notes);
          expect(content).toMatchObject({ edits: first.edits, source: text, version: 1 });
          const planned = planEdits(text, 'txt', {
            isTraditionalForm,
            decisions: [...decisions].map(([{ start, end, rule }, applied]) => ({
              start,
              end,
              rule,
              applied,
            })),
            userEdits: corrections.toSorted((a, b) => a.start - b.start || a.end - b.end),
          });
          const isDecided = decisions.size + corrections.length > 0;
          expect(content.shownEdits).toEqual(isDecided ? planned.edits : null);
          const { map } = readingOfSource({ ...content, edits: planned.edits });
          for (const { anchor } of notes) {
            const back = toA(map, toB(map, anchor));
            if (back.start === back.end) continue;
            expect(back.start).toBeLessThanOrEqual(anchor.end);
            expect(back.end).toBeGreaterThanOrEqual(anchor.start);
          }
        }
        const states = seen.filter((state, at) => at === 0 || !sameEdits(state, seen[at - 1]));
        const last = states.at(-1);
        while ((await library.historyState({})).undo !== 'create-note') {
          if ((await library.historyState({})).undo === null) break;
          await library.undo({});
        }
        expect(open()).toEqual(first);
        expect(await library.listNotes({ reportId })).toEqual(notes);
        while ((await library.historyState({})).redo !== null) await library.redo({});
        expect(open()).toEqual(last);
        await library.close();
      }),
      { numRuns: 12 },
    );
  },
);

function sameEdits(a: ReportContent, b: ReportContent | undefined): boolean {
  return JSON.stringify(a.shownEdits) === JSON.stringify(b?.shownEdits);
}
