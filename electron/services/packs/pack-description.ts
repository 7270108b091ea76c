import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { ZhupiError } from '#core/base/app-error.ts';

const descriptionSchema = z.strictObject({
  id: z.string().optional(),
  title: z.string().optional(),
  version: z.string().optional(),
});

/** What a folder says about the pack that is made of it. */
export interface PackDescription {
  /** From `pack.yaml`, else from the name of the folder; may be unfit, which buildPack says. */
  readonly id: string;
  readonly title: string | undefined;
  readonly version: string | undefined;
}

/**
 * Reads `pack.yaml` (id, title, version, each of which may be missing) of a folder; the file itself may be missing.
 * @throws ZhupiError `pack-report-invalid` when it is there and unsound
 */
export async function readPackDescription(dir: string): Promise<PackDescription> {
  const file = path.join(dir, 'pack.yaml');
  const own = path
    .basename(dir)
    .toLowerCase()
    .replaceAll(/[\s_.]+/gu, '-');
  let content: string;
  try {
    content = await readFile(file, 'utf8');
  } catch {
    return { id: own, title: undefined, version: undefined };
  }
  try {
    // Failsafe: a version 1.0 is the text that stands there, no number.
    const data: unknown = parse(content, { schema: 'failsafe' });
    const { id, title, version } = descriptionSchema.parse(data);
    return { id: id ?? own, title, version };
  } catch (cause) {
    throw new ZhupiError('pack-report-invalid', { file, line: 1, reason: 'front-matter-broken' }, { cause });
  }
}
