import { DEFAULT_PROJECT } from '#core/annotations/codes-tree.ts';
import { findCode } from '../store/code-table.ts';
import type { Connection } from '../store/connection.ts';
import { plainTables } from '../store/plain-tables.ts';
import { findProject } from '../store/project-table.ts';
import { findScriptOverride } from '../store/script-override-table.ts';
import { findSavedSearch } from '../store/saved-search-table.ts';
import { findTemplateRow, listTemplateRows } from '../store/template-table.ts';
import type { UndoableChange } from '../store/undoable-change.ts';
import { insertRow, type Row } from './merge-reports.ts';

/** Tables that follow from notes or reports, or belong to one machine. */
const NOT_MERGED: ReadonlySet<string> = new Set(['decision', 'tag', 'pack', 'setting']);

interface Reference {
  readonly table: string;
  readonly column: string;
}

/** What came of a merge of records. */
export interface MergedRecords {
  readonly count: number;
  /** What undo takes away again: parents stand before what refers to them. */
  readonly changes: readonly UndoableChange[];
}

/**
 * Adds the rows of codes, projects, saved searches and the like that the library has not, inside the caller's transaction.
 * What is here stays as it is. `nameOf` gives the name here of a report or code of the archive.
 */
export function mergeRecords(
  ours: Connection,
  theirs: Connection,
  nameOf: (table: string, id: string) => string,
): MergedRecords {
  let count = 0;
  const came: { readonly table: string; readonly row: Row }[] = [];
  for (const table of plainTables(ours)) {
    if (NOT_MERGED.has(table)) continue;
    const references = ours.all<Reference>(
      `SELECT "table", "from" AS "column" FROM pragma_foreign_key_list('${table}')`,
    );
    for (const row of parentsFirst(theirs.all<Row>(`SELECT * FROM "${table}"`), table, references)) {
      const renamed: Record<string, Row[string]> = { ...row };
      for (const { table: parent, column } of references) {
        const value = row[column];
        if (typeof value === 'string') renamed[column] = nameOf(parent, value);
      }
      // The same thing under another id, such as a code of the same name.
      if (typeof row['id'] === 'string' && nameOf(table, row['id']) !== row['id']) continue;
      try {
        const row = table === 'project' ? withoutFolder(renamed) : renamed;
        if (insertRow(ours, table, row, true) === 0) continue;
        count += 1;
        came.push({ table, row });
      } catch {
        // What it refers to stayed behind in the archive's trash.
      }
    }
  }
  const templates = newTemplates(ours, theirs);
  const changes = [...came.flatMap(({ table, row }) => changeOf(ours, table, row)), ...templates];
  return { count: count + templates.length, changes };
}

/** Rows that refer to others of their own table (one level deep, as codes do) stand behind those. */
function parentsFirst(rows: readonly Row[], table: string, references: readonly Reference[]): readonly Row[] {
  const own = references.filter((reference) => reference.table === table).map(({ column }) => column);
  const isChild = (row: Row): boolean => own.some((column) => row[column] !== null);
  return [...rows.filter((row) => !isChild(row)), ...rows.filter(isChild)];
}

/** A folder of another machine is none here. */
function withoutFolder(row: Row): Row {
  return { ...row, vault_folder: null };
}

/** The coming of a row as a change of the journal. */
function changeOf(ours: Connection, table: string, row: Row): UndoableChange | [] {
  const id = String(row['id']);
  const came = <T>(after: T | null): { id: string; before: null; after: T } | null =>
    after === null ? null : { id, before: null, after };
  switch (table) {
    case 'code': {
      const change = came(findCode(ours, id));
      return change === null ? [] : { kind: 'code', reportId: null, change };
    }
    case 'project': {
      const change = came(findProject(ours, id));
      return change === null ? [] : { kind: 'project', reportId: null, change };
    }
    case 'saved_search': {
      const change = came(findSavedSearch(ours, id));
      return change === null ? [] : { kind: 'saved-search', reportId: null, change };
    }
    case 'project_report': {
      const [projectId, reportId] = [String(row['project_id']), String(row['report_id'])];
      if (projectId === DEFAULT_PROJECT) return [];
      const after = { projectId, reportId, addedAt: Number(row['added_at']) };
      const change = { id: `${projectId}/${reportId}`, before: null, after };
      return { kind: 'project-report', reportId, change };
    }
    case 'script_override': {
      const change = came(findScriptOverride(ours, id));
      return change === null ? [] : { kind: 'script-override', reportId: change.after.reportId, change };
    }
    default:
      return [];
  }
}

/** Templates of the archive that are not here. */
function newTemplates(ours: Connection, theirs: Connection): readonly UndoableChange[] {
  return listTemplateRows(theirs)
    .filter(({ id }) => findTemplateRow(ours, id) === null)
    .map((after) => ({
      kind: 'template',
      reportId: null,
      change: { id: after.id, before: null, after },
    }));
}

/** Codes of the archive that have the name of another code of the same project here, by their ids there. */
export function sameCodes(ours: Connection, theirs: Connection): ReadonlyMap<string, string> {
  interface Code {
    readonly id: string;
    readonly fold: Uint8Array;
    readonly project: string | null;
  }
  const sql = 'SELECT id, fold, project_id AS project FROM code WHERE length(fold) > 0';
  const key = ({ fold, project }: Code): string => `${project ?? ''} ${Buffer.from(fold).toString('hex')}`;
  const known = new Map(ours.all<Code>(sql).map((code) => [key(code), code.id]));
  const isHere = new Set(ours.all<{ id: string }>('SELECT id FROM code').map(({ id }) => id));
  return new Map(
    theirs.all<Code>(sql).flatMap((code) => {
      const same = known.get(key(code));
      return same === undefined || isHere.has(code.id) ? [] : [[code.id, same] as const];
    }),
  );
}
