import type { SourceFormat } from '#core/report/report.ts';
import type { Edit } from '#core/text/edit.ts';
import { USER_RULE } from '#core/text/edit-rules.ts';
import type { completeEdits } from '#core/text/repair/complete-edits.ts';
import type { Connection } from './connection.ts';
import { editsToJson, parseEdits } from './edits-json.ts';
import { isCorrection, listDecisions, repairsAmong, type StoredDecision } from './repair-decisions.ts';
import { decodeText } from './wtf8.ts';

/** What the user can decide about in one source version. */
export interface RepairableVersion {
  readonly source: string;
  readonly format: SourceFormat;
  /** What rules and adapter found, before marks and layout. */
  readonly repairs: readonly Edit[];
}

/** Thrown inside a transaction when the parsers that lay a text out are not loaded yet. */
class NotLoaded extends Error {}

// They are loaded with the first decision, not with the first list of reports.
let complete: typeof completeEdits | undefined;

/**
 * Does work that may write shown edits: at once, or, when what lays a text out must be loaded first, behind that. The work
 * must leave nothing behind when it throws, as a transaction does.
 */
export function withShownEdits<T>(work: () => T): T | Promise<T> {
  try {
    return work();
  } catch (thrown) {
    if (!(thrown instanceof NotLoaded)) throw thrown;
    return load().then(work);
  }
}

/** The same for work that surely writes some: what is needed is loaded first, so that nothing is done twice. */
export function writingShownEdits<T>(work: () => T): T | Promise<T> {
  return complete === undefined ? load().then(work) : work();
}

async function load(): Promise<void> {
  ({ completeEdits: complete } = await import('#core/text/repair/complete-edits.ts'));
}

/** A version of a report with its repairs; undefined when there is no such version. */
export function readRepairable(
  connection: Connection,
  reportId: string,
  version: number,
): RepairableVersion | undefined {
  const row = connection.get<{
    readonly format: SourceFormat;
    /** Only where there are no repairs. */
    readonly edits: Uint8Array | null;
    readonly repairs: Uint8Array | null;
    readonly source: Uint8Array;
  }>(
    `SELECT format, iif(repairs IS NULL, edits, NULL) AS edits, repairs, source FROM source_version
     WHERE report_id = ? AND number = ?`,
    reportId,
    version,
  );
  if (row === undefined) return undefined;
  const { format, edits, repairs } = row;
  return {
    source: decodeText(row.source),
    format,
    repairs: repairs === null ? repairsAmong(edits === null ? [] : parseEdits(edits)) : parseEdits(repairs),
  };
}

/**
 * Makes the shown edits of a version agree with its decisions, inside the caller's transaction and {@link withShownEdits}.
 * Without decisions there are none: the edits of the rule set are shown.
 */
export function refreshShownEdits(connection: Connection, reportId: string, version: number): void {
  const decisions = listDecisions(connection, reportId, version);
  const found = decisions.length === 0 ? undefined : readRepairable(connection, reportId, version);
  const shown = found && editsToJson(shownEdits(found, decisions));
  connection.run(
    'UPDATE source_version SET shown_edits = ? WHERE report_id = ? AND number = ?',
    shown ?? null,
    reportId,
    version,
  );
}

function shownEdits(
  { source, format, repairs }: RepairableVersion,
  stored: readonly StoredDecision[],
): readonly Edit[] {
  if (complete === undefined) throw new NotLoaded();
  const userEdits = stored.filter(isCorrection).map(({ start, end, after }): Edit => {
    const before = source.slice(start, end);
    return { start, end, before, after: after ?? '', rule: USER_RULE, confidence: 1, applied: true };
  });
  const decisions = stored.filter((decision) => !isCorrection(decision));
  return complete(source, format, { repairs, decisions, userEdits });
}
