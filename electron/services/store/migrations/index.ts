import { firstSchema } from './001-first-schema.ts';
import type { Migration } from './migration.ts';

/** All steps in order. */
export const MIGRATIONS: readonly Migration[] = [firstSchema];
