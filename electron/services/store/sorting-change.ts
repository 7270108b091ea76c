import type { CodeRecordChange } from '#core/annotations/codes-commands.ts';
import type { Project } from '#core/annotations/codes-record.ts';
import type { RecordChange } from '#core/annotations/record-change.ts';
import { assertNever } from '#core/base/assert-never.ts';
import type { ExportTemplate } from '#core/export/export-template.ts';
import type { SavedSearch } from '#core/ipc/calls/saved-search-calls.ts';
import { removeCodeRow, saveCode } from './code-table.ts';
import type { Connection } from './connection.ts';
import { removeProjectRow, saveProject, setFiled } from './project-table.ts';
import { putSavedSearch, removeSavedSearch } from './saved-search-table.ts';
import { respellTag } from './tags.ts';
import { putTemplate, removeTemplate } from './template-table.ts';

/** A report in a project. */
export interface Filing {
  readonly projectId: string;
  readonly reportId: string;
  /** Milliseconds since 1970. */
  readonly addedAt: number;
}

/** How a tag is spelled. */
export interface TagSpelling {
  readonly name: string;
}

/** A change of what notes and reports are sorted by, or found by; the id of a filing is its project's and its report's, of a tag its fold. */
export type SortingChange =
  | { readonly kind: 'code'; readonly reportId: null; readonly change: CodeRecordChange }
  | { readonly kind: 'project'; readonly reportId: null; readonly change: RecordChange<Project> }
  | { readonly kind: 'saved-search'; readonly reportId: null; readonly change: RecordChange<SavedSearch> }
  | { readonly kind: 'template'; readonly reportId: null; readonly change: RecordChange<ExportTemplate> }
  | { readonly kind: 'project-report'; readonly reportId: string; readonly change: RecordChange<Filing> }
  | {
      readonly kind: 'tag';
      readonly reportId: null;
      readonly change: RecordChange<TagSpelling> & {
        readonly before: TagSpelling;
        readonly after: TagSpelling;
      };
    };

/** Makes the record what the change says, inside the caller's transaction; answers its revision. */
export function writeSorting(connection: Connection, made: SortingChange): number {
  switch (made.kind) {
    case 'code': {
      const { id, before, after } = made.change;
      if (after === null) removeCodeRow(connection, id);
      else saveCode(connection, after);
      return (after ?? before)?.revision ?? 0;
    }
    case 'project': {
      const { id, before, after } = made.change;
      if (after === null) removeProjectRow(connection, id);
      else saveProject(connection, after);
      return (after ?? before)?.revision ?? 0;
    }
    case 'saved-search': {
      const { id, before, after } = made.change;
      if (after === null) removeSavedSearch(connection, id);
      else putSavedSearch(connection, after);
      return (after ?? before)?.revision ?? 0;
    }
    case 'project-report': {
      const { before, after } = made.change;
      const { projectId } = (after ?? before) as Filing;
      setFiled(connection, projectId, made.reportId, after?.addedAt ?? null);
      return 0;
    }
    case 'template': {
      const { id, after } = made.change;
      if (after === null) removeTemplate(connection, id);
      else putTemplate(connection, after);
      return 0;
    }
    case 'tag':
      respellTag(connection, made.change.id, made.change.after.name);
      return 0;
    default:
      return assertNever(made);
  }
}
