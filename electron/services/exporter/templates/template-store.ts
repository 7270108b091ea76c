import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { ZhupiError } from '#core/base/app-error.ts';
import { BUILT_IN_TEMPLATES, type ExportTemplate } from '#core/export/export-template.ts';
import { exportTemplateSchema } from '#core/ipc/calls/export-calls.ts';
import type { Connection } from '../../store/connection.ts';
import { readSetting, writeSetting } from '../../store/settings-table.ts';

/** The user's templates travel with the library, in one row of its settings. */
const KEY = 'export-templates';

const stored = z.array(exportTemplateSchema);

/** Templates of the program, then the user's in the order in which they were made. */
export function listTemplates(connection: Connection): ExportTemplate[] {
  return [...BUILT_IN_TEMPLATES, ...ownTemplates(connection)];
}

export function findTemplate(connection: Connection, id: string): ExportTemplate | undefined {
  return listTemplates(connection).find((template) => template.id === id);
}

/** Keeps a template, a new one where the id is null. Throws `template-unknown` for an id that is none of the user's. */
export function saveTemplate(
  connection: Connection,
  { id, ...parts }: Omit<ExportTemplate, 'id'> & { readonly id: string | null },
): ExportTemplate {
  return connection.write(() => {
    const own = ownTemplates(connection);
    const saved = { ...parts, id: id ?? `t${randomBytes(8).toString('hex')}` };
    if (id !== null && !own.some((template) => template.id === id)) {
      throw new ZhupiError('template-unknown', { template: id });
    }
    const others = own.map((template) => (template.id === id ? saved : template));
    writeSetting(connection, KEY, id === null ? [...own, saved] : others);
    return saved;
  });
}

/** Throws `template-unknown` for one that is not there, or that comes with the program. */
export function deleteTemplate(connection: Connection, id: string): void {
  connection.write(() => {
    const own = ownTemplates(connection);
    const left = own.filter((template) => template.id !== id);
    if (left.length === own.length) throw new ZhupiError('template-unknown', { template: id });
    writeSetting(connection, KEY, left);
  });
}

function ownTemplates(connection: Connection): readonly ExportTemplate[] {
  const parsed = stored.safeParse(readSetting(connection, KEY));
  return parsed.success ? parsed.data : [];
}
