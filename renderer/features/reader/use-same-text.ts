import { useState } from 'react';
import type { ReportContent } from '#core/ipc/payloads.ts';
import { sameEdits } from '#renderer/state/report/same-edits.ts';

/** What an article is built from: a report, and the source offset where it is opened. */
interface OpenedText {
  readonly content: ReportContent;
  readonly position: number;
}

/** What the article was built from, as long as its words are the same: new metadata rebuild nothing. */
export function useSameText(content: ReportContent, position: number): OpenedText {
  const [{ built, seen }, setText] = useState({ built: { content, position }, seen: content });
  if (seen === content) return built;
  const next = hasSameText(built.content, content) ? built : { content, position };
  setText({ built: next, seen: content });
  return next;
}

function hasSameText(a: ReportContent, b: ReportContent): boolean {
  return (
    a.sourceHash === b.sourceHash &&
    a.summary.script === b.summary.script &&
    sameEdits(a.edits, b.edits) &&
    sameEdits(a.shownEdits, b.shownEdits) &&
    JSON.stringify(a.blocks) === JSON.stringify(b.blocks)
  );
}
