import { isDeepStrictEqual } from 'node:util';
import { exportTemplateSchema } from '#core/ipc/calls/export-calls.ts';
import { savedSearchSchema } from '#core/ipc/calls/saved-search-calls.ts';
import { codeSchema, projectSchema } from '#core/annotations/codes-record.ts';
import { reapplyRecord } from '#core/annotations/reapply-record.ts';
import { inverse, type RecordChange } from '#core/annotations/record-change.ts';
import { findCode } from './code-table.ts';
import type { Connection } from './connection.ts';
import { lastRevisions, type JournalRow } from './journal.ts';
import { filedAt, findProject } from './project-table.ts';
import type { ReportPlace } from './report-table.ts';
import { findSavedSearch } from './saved-search-table.ts';
import type { Filing, SortingChange, TagSpelling } from './sorting-change.ts';
import { spellingOf } from './tags.ts';
import { findTemplateRow } from './template-table.ts';

type SortingRow = JournalRow & { readonly kind: SortingChange['kind'] };

const KINDS: readonly string[] = [
  'code',
  'project',
  'project-report',
  'tag',
  'saved-search',
  'template',
] satisfies SortingChange['kind'][];

/** Whether a row is about a code, a project, a tag, a saved search or a template, and not about a report's own records. */
export function isSorting(row: JournalRow): row is SortingRow {
  return KINDS.includes(row.kind);
}

/** The change that takes such a row back (`undo`) or does it again, on the records as they are now; else `superseded`. */
export function reapplySorting(
  connection: Connection,
  placeOf: (reportId: string) => ReportPlace,
  row: SortingRow,
  direction: 'undo' | 'redo',
): SortingChange | 'superseded' {
  const { id, before, after } = direction === 'undo' ? inverse(row.change) : row.change;
  const lastRevision = (): number => lastRevisions(connection, row.kind, [id]).get(id) ?? 1;
  switch (row.kind) {
    case 'code': {
      const schema = codeSchema.nullable();
      const wanted = { id, before: schema.parse(before), after: schema.parse(after) };
      const change = reapplyRecord(wanted, findCode(connection, id), lastRevision());
      return change === 'superseded' ? change : { kind: row.kind, reportId: null, change };
    }
    case 'project': {
      const schema = projectSchema.nullable();
      const wanted = { id, before: schema.parse(before), after: schema.parse(after) };
      const change = reapplyRecord(wanted, findProject(connection, id), lastRevision());
      return change === 'superseded' ? change : { kind: row.kind, reportId: null, change };
    }
    case 'saved-search': {
      const schema = savedSearchSchema.nullable();
      const wanted = { id, before: schema.parse(before), after: schema.parse(after) };
      const change = reapplyRecord(wanted, findSavedSearch(connection, id), lastRevision());
      return change === 'superseded' ? change : { kind: row.kind, reportId: null, change };
    }
    case 'project-report': {
      const change = { id, before, after } as RecordChange<Filing>;
      const filing = change.before ?? change.after;
      if (filing === null || placeOf(filing.reportId) === 'absent') return 'superseded';
      const isFiled = filedAt(connection, filing.projectId, filing.reportId) !== null;
      if (isFiled !== (change.before !== null)) return 'superseded';
      return { kind: row.kind, reportId: filing.reportId, change };
    }
    case 'template': {
      const current = findTemplateRow(connection, id);
      if (!isDeepStrictEqual(before, current)) return 'superseded';
      const change = { id, before: current, after: exportTemplateSchema.nullable().parse(after) };
      return { kind: row.kind, reportId: null, change };
    }
    case 'tag': {
      const [was, wanted] = [before as TagSpelling, after as TagSpelling];
      if (spellingOf(connection, id) !== was.name) return 'superseded';
      return { kind: row.kind, reportId: null, change: { id, before: was, after: wanted } };
    }
  }
}
