import * as z from 'zod';
import type { ExportTemplate } from '#core/export/export-template.ts';
import { exportTemplateSchema } from '#core/ipc/calls/export-calls.ts';
import type { Connection } from './connection.ts';
import { readSetting, writeSetting } from './settings-table.ts';

/** The user's templates travel with the library, in one row of its settings. */
const KEY = 'export-templates';

const stored = z.array(exportTemplateSchema);

/** The user's templates in the order in which they were made. */
export function listTemplateRows(connection: Connection): readonly ExportTemplate[] {
  const parsed = stored.safeParse(readSetting(connection, KEY));
  return parsed.success ? parsed.data : [];
}

export function findTemplateRow(connection: Connection, id: string): ExportTemplate | null {
  return listTemplateRows(connection).find((template) => template.id === id) ?? null;
}

/** Makes a template, or changes it where it stands. */
export function putTemplate(connection: Connection, template: ExportTemplate): void {
  const all = listTemplateRows(connection);
  const others = all.map((each) => (each.id === template.id ? template : each));
  writeSetting(connection, KEY, others.includes(template) ? others : [...all, template]);
}

export function removeTemplate(connection: Connection, id: string): void {
  const left = listTemplateRows(connection).filter((template) => template.id !== id);
  writeSetting(connection, KEY, left);
}
