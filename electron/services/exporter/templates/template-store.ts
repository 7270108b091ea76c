import { randomBytes } from 'node:crypto';
import type { RecordChange } from '#core/annotations/record-change.ts';
import { ZhupiError } from '#core/base/app-error.ts';
import { BUILT_IN_TEMPLATES, type ExportTemplate } from '#core/export/export-template.ts';
import type { NotesDeps } from '../../notes/notes.ts';
import { recordAction } from '../../store/actions.ts';
import type { Connection } from '../../store/connection.ts';
import { findTemplateRow, listTemplateRows } from '../../store/template-table.ts';

export type TemplateDeps = Pick<NotesDeps, 'connection' | 'actor' | 'now'>;

/** Templates of the program, then the user's in the order in which they were made. */
export function listTemplates(connection: Connection): ExportTemplate[] {
  return [...BUILT_IN_TEMPLATES, ...listTemplateRows(connection)];
}

export function findTemplate(connection: Connection, id: string): ExportTemplate | undefined {
  return listTemplates(connection).find((template) => template.id === id);
}

/**
 * Keeps a template, a new one where the id is null; an action like any other, which undo takes back. Throws
 * `template-unknown` for an id that is none of the user's.
 */
export function saveTemplate(
  deps: TemplateDeps,
  { id, ...parts }: Omit<ExportTemplate, 'id'> & { readonly id: string | null },
): ExportTemplate {
  const { connection } = deps;
  return connection.write(() => {
    const before = id === null ? null : requireOwn(connection, id);
    const saved = { ...parts, id: id ?? `t${randomBytes(8).toString('hex')}` };
    if (before === null || !sameTemplate(before, saved)) record(deps, { id: saved.id, before, after: saved });
    return saved;
  });
}

/** Throws `template-unknown` for one that is not there, or that comes with the program. */
export function deleteTemplate(deps: TemplateDeps, id: string): void {
  const { connection } = deps;
  connection.write(() => {
    record(deps, { id, before: requireOwn(connection, id), after: null });
  });
}

function requireOwn(connection: Connection, id: string): ExportTemplate {
  const own = findTemplateRow(connection, id);
  if (own === null) throw new ZhupiError('template-unknown', { template: id });
  return own;
}

function sameTemplate(a: ExportTemplate, b: ExportTemplate): boolean {
  return a.name === b.name && a.file === b.file && a.note === b.note && a.hasSections === b.hasSections;
}

function record({ connection, actor, now }: TemplateDeps, change: RecordChange<ExportTemplate>): void {
  const changes = [{ kind: 'template', reportId: null, change }] as const;
  recordAction(connection, actor, now(), 'change-templates', changes);
}
