import type { Code, CodeChange } from './codes-record.ts';
import { mayStandUnder, siblings } from './codes-tree.ts';
import { sameRecord } from './reapply-record.ts';
import type { RecordChange } from './record-change.ts';

export type CodeRecordChange = RecordChange<Code>;

/** What a new code is made of. */
export interface NewCode extends Pick<Code, 'id' | 'name' | 'color' | 'parentId' | 'projectId'> {}

/** Where a code is put: last among its siblings when `beforeId` is null. */
export interface CodePlace {
  readonly parentId: string | null;
  readonly beforeId: string | null;
}

/** Makes a code, last among its siblings. A parent that cannot be one is left out. */
export function createCode(codes: readonly Code[], fields: NewCode): CodeRecordChange {
  const draft: Code = { ...fields, position: 0, builtIn: false, revision: 1 };
  const { parentId } = fields;
  const fits =
    parentId !== null && mayStandUnder([...codes, { ...draft, parentId: null }], draft.id, parentId);
  const placed: Code = { ...draft, parentId: fits ? parentId : null };
  const last = siblings(codes, placed).at(-1);
  return { id: draft.id, before: null, after: { ...placed, position: (last?.position ?? -1) + 1 } };
}

/**
 * Changes name, colour or project of a code. What stands under it goes into the project with it; a parent of another project
 * stays behind. Empty when nothing changes or the code is not there.
 */
export function changeCode(
  codes: readonly Code[],
  id: string,
  change: CodeChange,
): readonly CodeRecordChange[] {
  const code = codes.find((each) => each.id === id);
  if (code === undefined) return [];
  const projectId = change.projectId === undefined ? code.projectId : change.projectId;
  const named: Code = { ...code, name: change.name ?? code.name, color: change.color ?? code.color };
  if (projectId === code.projectId) return replaced([code], [named]);
  const family = codes.filter((each) => each.parentId === id);
  const parent = codes.find((each) => each.id === code.parentId);
  const keepsParent = parent?.projectId === null || parent?.projectId === projectId;
  const moved: Code = { ...named, projectId, parentId: keepsParent ? code.parentId : null };
  const last = siblings(codes, moved).at(-1);
  return replaced(
    [code, ...family],
    [{ ...moved, position: (last?.position ?? -1) + 1 }, ...family.map((each) => ({ ...each, projectId }))],
  );
}

/**
 * Puts a code before another of the same project, or last, at the top or under a parent. Empty when it stands there
 * already, or cannot: `mayStandUnder` says why.
 */
export function moveCode(
  codes: readonly Code[],
  id: string,
  { parentId, beforeId }: CodePlace,
): readonly CodeRecordChange[] {
  const code = codes.find((each) => each.id === id);
  if (code === undefined || beforeId === id) return [];
  if (parentId !== null && !mayStandUnder(codes, id, parentId)) return [];
  const moved: Code = { ...code, parentId };
  const others = siblings(codes, moved).filter((each) => each.id !== id);
  const found = others.findIndex((each) => each.id === beforeId);
  const at = beforeId === null || found < 0 ? others.length : found;
  const ordered = others.toSpliced(at, 0, moved);
  const before = ordered.map((each) => (each === moved ? code : each));
  return replaced(
    before,
    ordered.map((each, position) => ({ ...each, position })),
  );
}

/** Takes a code away; what stood under it comes to the top, behind the others. */
export function removeCode(codes: readonly Code[], id: string): readonly CodeRecordChange[] {
  const code = codes.find((each) => each.id === id);
  if (code === undefined) return [];
  const family = codes.filter((each) => each.parentId === id);
  const freed = family.map((each, index): Code => {
    const last = siblings(codes, { parentId: null, projectId: each.projectId }).at(-1);
    return { ...each, parentId: null, position: (last?.position ?? -1) + 1 + index };
  });
  return [...replaced(family, freed), { id, before: code, after: null }];
}

/** The codes behind some changes, in no order. */
export function applyCodeChanges(
  codes: readonly Code[],
  changes: readonly CodeRecordChange[],
): readonly Code[] {
  const byId = new Map(codes.map((code) => [code.id, code]));
  for (const { id, after } of changes) {
    if (after === null) byId.delete(id);
    else byId.set(id, after);
  }
  return [...byId.values()];
}

/** One change for each record that is not what it was. */
function replaced(before: readonly Code[], after: readonly Code[]): readonly CodeRecordChange[] {
  return before.flatMap((code, at) => {
    const next = after[at];
    if (next === undefined || sameRecord(code, next)) return [];
    return [{ id: code.id, before: code, after: { ...next, revision: code.revision + 1 } }];
  });
}
