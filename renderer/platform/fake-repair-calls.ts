import { ZhupiError } from '#core/base/app-error.ts';
import type { ZhupiApi } from '#core/ipc/api.ts';
import type { ReportContent } from '#core/ipc/payloads.ts';
import { USER_RULE, type Edit } from '#core/text/edit.ts';
import { applyDecisions, withUserEdits, type RepairDecision } from '#core/text/repair/decisions.ts';
import type { FakeWorld } from './fake-world.ts';

type RepairMethods = Pick<ZhupiApi, 'decideEdits' | 'correctText'>;

/** What the user decides about repairs, and her own corrections. */
export function fakeRepairCalls(world: FakeWorld): RepairMethods {
  const { answer, store } = world;
  const contentOf = (reportId: string, version: number): ReportContent => {
    const content = store.content(reportId);
    if (content.version !== version) throw new ZhupiError('request-invalid', { call: 'version' });
    return content;
  };
  const write = (name: string, before: ReportContent, edits: readonly Edit[]): ReportContent => {
    const changed = edits.some((edit) => edit.decided === true || edit.rule === USER_RULE);
    const after = { ...before, shownEdits: changed ? [...edits] : null, revision: before.revision + 1 };
    store.writeContent(name, before, after);
    return after;
  };
  return {
    decideEdits: ({ reportId, version, decisions }) =>
      answer('decideEdits', () => {
        const before = contentOf(reportId, version);
        const given = new Map(decisions.map((decision) => [keyOf(decision), decision]));
        const kept = decisionsOf(before).filter((decision) => !given.has(keyOf(decision)));
        const taken = decisions.flatMap((decision) =>
          decision.applied === null ? [] : [{ ...decision, applied: decision.applied }],
        );
        return write('decide-edits', before, planned(before, [...kept, ...taken], correctionsOf(before)));
      }),
    correctText: ({ reportId, version, start, end, after }) =>
      answer('correctText', () => {
        const before = contentOf(reportId, version);
        if (start > end || end > before.source.length) throw new ZhupiError('range-invalid', { start, end });
        const others = correctionsOf(before).filter((edit) => edit.start !== start || edit.end !== end);
        const correction = (words: string): Edit => ({
          start,
          end,
          before: before.source.slice(start, end),
          after: words,
          rule: USER_RULE,
          confidence: 1,
          applied: true,
        });
        const corrections = after === null ? others : [...others, correction(after)];
        corrections.sort((a, b) => a.start - b.start);
        return write('correct-text', before, planned(before, decisionsOf(before), corrections));
      }),
  };
}

function planned(
  { source, edits }: ReportContent,
  decisions: readonly RepairDecision[],
  corrections: readonly Edit[],
): readonly Edit[] {
  return withUserEdits(source, applyDecisions(edits, decisions), corrections);
}

function decisionsOf({ shownEdits }: ReportContent): readonly RepairDecision[] {
  return (shownEdits ?? []).filter(({ decided }) => decided === true);
}

function correctionsOf({ shownEdits }: ReportContent): Edit[] {
  return (shownEdits ?? []).filter(({ rule }) => rule === USER_RULE);
}

function keyOf({ start, end, rule }: { start: number; end: number; rule: string }): string {
  return `${start} ${end} ${rule}`;
}
