import type { Command } from '../command.ts';
import { annotateCommand } from './annotate.ts';
import { backupCommand } from './backup.ts';
import { checkCommand } from './check.ts';
import { citeCommand } from './cite.ts';
import { codesCommand } from './codes.ts';
import { convertCommand } from './convert.ts';
import { deleteCommand } from './delete.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { importNotesCommand } from './import-notes.ts';
import { listCommand } from './list.ts';
import { notesCommand } from './notes.ts';
import { outlineCommand } from './outline.ts';
import { packCommand } from './pack.ts';
import { repairCommand } from './repair.ts';
import { restoreCommand } from './restore.ts';
import { searchCommand } from './search.ts';
import { showCommand } from './show.ts';
import { updateCommand } from './update.ts';

/** Every command, in the order of the help. What only one of them needs is read when it runs: reading all takes longer than most do. */
export const COMMANDS: readonly Command[] = [
  importCommand,
  listCommand,
  showCommand,
  repairCommand,
  convertCommand,
  outlineCommand,
  searchCommand,
  annotateCommand,
  notesCommand,
  codesCommand,
  exportCommand,
  importNotesCommand,
  citeCommand,
  updateCommand,
  deleteCommand,
  packCommand,
  backupCommand,
  restoreCommand,
  checkCommand,
];
