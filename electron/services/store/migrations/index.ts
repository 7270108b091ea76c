import { firstSchema } from './001-first-schema.ts';
import { blocksAndDecisions } from './002-blocks-and-decisions.ts';
import { repairs } from './003-repairs.ts';
import { scriptChoices } from './004-script-choices.ts';
import { savedSearchSort } from './005-saved-search-sort.ts';
import { stamps } from './006-stamps.ts';
import type { Migration } from './migration.ts';

/** All steps in order. */
export const MIGRATIONS: readonly Migration[] = [
  firstSchema,
  blocksAndDecisions,
  repairs,
  scriptChoices,
  savedSearchSort,
  stamps,
];
