import { randomInt } from 'node:crypto';
import {
  applyCodeChanges,
  changeCode,
  createCode,
  moveCode,
  removeCode,
  type CodePlace,
  type CodeRecordChange,
} from '#core/annotations/codes-commands.ts';
import type { Code, CodeChange } from '#core/annotations/codes-record.ts';
import { mayStandUnder } from '#core/annotations/codes-tree.ts';
import { changeNote } from '#core/annotations/commands.ts';
import { ZhupiError } from '#core/base/app-error.ts';
import type { Actor } from '../library-types.ts';
import { recordAction } from '../store/actions.ts';
import { listAnnotationsOfCode } from '../store/annotation-table.ts';
import { listCodes, findCode } from '../store/code-table.ts';
import type { Connection } from '../store/connection.ts';
import { foldTag } from '../store/fold-tag.ts';
import { findProject } from '../store/project-table.ts';
import type { UndoableChange } from '../store/undoable-change.ts';

export interface SortingDeps {
  readonly connection: Connection;
  readonly actor: Actor;
  readonly now: () => number;
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** A letter and 16 random characters, as ids of codes (`c`), projects (`j`) and saved searches (`s`) are. */
export function newSortingId(letter: 'c' | 'j' | 's'): string {
  return letter + Array.from({ length: 16 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}

/**
 * Makes a code, last among its siblings. Throws `code-name-taken` where it would stand beside one of the same name,
 * `code-unknown` for a parent, and `project-unknown`.
 */
export function addCode(
  deps: SortingDeps,
  fields: Pick<Code, 'name' | 'color' | 'parentId' | 'projectId'>,
): Code {
  const { connection } = deps;
  return connection.write(() => {
    const codes = listCodes(connection);
    if (fields.parentId !== null) requireCode(connection, fields.parentId);
    requireProject(connection, fields.projectId);
    const change = createCode(codes, { ...fields, id: newSortingId('c') });
    requireFreeNames(codes, [change]);
    record(deps, [change]);
    return change.after as Code;
  });
}

/**
 * Changes a code's name, colour or project. Throws `code-unknown`, `project-unknown`, `code-changed` when the writer had
 * not seen its revision, `code-name-taken`, and `code-built-in` for what a built-in code cannot lose or become.
 */
export function editCode(
  deps: SortingDeps,
  { id, revision, change }: { readonly id: string; readonly revision: number; readonly change: CodeChange },
): Code {
  const { connection } = deps;
  return connection.write(() => {
    const code = requireCode(connection, id);
    requireProject(connection, change.projectId ?? null);
    if (code.revision !== revision) throw new ZhupiError('code-changed', { name: code.name || code.color });
    if (code.builtIn && (change.projectId ?? null) !== null) throw new ZhupiError('code-built-in', { id });
    if (!code.builtIn && change.name === '') throw new ZhupiError('code-name-taken', { name: '' });
    const codes = listCodes(connection);
    const changes = changeCode(codes, id, change);
    requireFreeNames(codes, changes);
    record(deps, changes);
    return findCode(connection, id) ?? code;
  });
}

/** Puts a code elsewhere in the tree. Throws `code-unknown`, `code-parent-invalid`. */
export function putCode(deps: SortingDeps, { id, ...place }: CodePlace & { readonly id: string }): Code[] {
  const { connection } = deps;
  return connection.write(() => {
    requireCode(connection, id);
    const codes = listCodes(connection);
    if (place.parentId !== null && !mayStandUnder(codes, id, place.parentId)) {
      throw new ZhupiError('code-parent-invalid', { id });
    }
    record(deps, moveCode(codes, id, place));
    return listCodes(connection);
  });
}

/**
 * Deletes a code; every note that has it gets another one in the same step. Answers how many. Throws `code-unknown`,
 * `code-built-in`.
 */
export function deleteCode(
  deps: SortingDeps,
  { id, moveTo }: { readonly id: string; readonly moveTo: string },
): { notes: number } {
  const { connection, actor } = deps;
  const now = deps.now();
  return connection.write(() => {
    const code = requireCode(connection, id);
    if (code.builtIn) throw new ZhupiError('code-built-in', { id });
    if (moveTo === id) throw new ZhupiError('code-unknown', { id: moveTo });
    requireCode(connection, moveTo);
    const notes = listAnnotationsOfCode(connection, id).flatMap((note): UndoableChange[] => {
      const change = changeNote(note, { code: moveTo }, now);
      return change === null ? [] : [{ kind: 'annotation', reportId: note.reportId, change }];
    });
    const changes = removeCode(listCodes(connection), id).map(undoable);
    recordAction(connection, actor, now, 'change-codes', [...notes, ...changes]);
    return { notes: notes.length };
  });
}

/** The change of a code as an action takes it. */
export function undoable(change: CodeRecordChange): UndoableChange {
  return { kind: 'code', reportId: null, change };
}

function record({ connection, actor, now }: SortingDeps, changes: readonly CodeRecordChange[]): void {
  recordAction(connection, actor, now(), 'change-codes', changes.map(undoable));
}

function requireCode(connection: Connection, id: string): Code {
  const code = findCode(connection, id);
  if (code === null) throw new ZhupiError('code-unknown', { id });
  return code;
}

function requireProject(connection: Connection, id: string | null): void {
  if (id !== null && findProject(connection, id) === null) throw new ZhupiError('project-unknown', { id });
}

/** Names are equal when their folds are (DESIGN 9.19), and no two that are offered side by side may be. */
function requireFreeNames(codes: readonly Code[], changes: readonly CodeRecordChange[]): void {
  const all = applyCodeChanges(codes, changes);
  for (const { after } of changes) {
    if (after === null || after.name === '') continue;
    const fold = foldTag(after.name);
    const twin = all.find(
      (each) =>
        each.id !== after.id &&
        each.name !== '' &&
        foldTag(each.name) === fold &&
        (each.projectId === null || after.projectId === null || each.projectId === after.projectId),
    );
    if (twin !== undefined) throw new ZhupiError('code-name-taken', { name: twin.name });
  }
}
