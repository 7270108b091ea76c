import type { Code } from './codes-record.ts';

/** A code in its place: 0 at the top, 1 under another code. */
export interface PlacedCode {
  readonly code: Code;
  readonly depth: 0 | 1;
}

/** The project that has every report (DESIGN 9.20). */
export const DEFAULT_PROJECT = 'default';

/** The codes that are offered in a project: those of all projects and its own. */
export function codesOfProject(codes: readonly Code[], projectId: string): readonly Code[] {
  return codes.filter((code) => code.projectId === null || code.projectId === projectId);
}

/**
 * Codes as they are listed: those of all projects first, then by project; each by its position, with the codes under it
 * right behind. A code whose parent is not among them stands at the top, so every code is listed exactly once.
 */
export function inTreeOrder(codes: readonly Code[]): readonly PlacedCode[] {
  const ids = new Set(codes.map(({ id }) => id));
  const isTop = ({ id, parentId }: Code): boolean =>
    parentId === null || parentId === id || !ids.has(parentId);
  const sorted = codes.toSorted(byPlace);
  const tops = new Set(sorted.filter(isTop));
  const listed = [...tops].flatMap((code): PlacedCode[] => [
    { code, depth: 0 },
    ...sorted
      .filter((child) => child.parentId === code.id && !tops.has(child))
      .map((child): PlacedCode => ({ code: child, depth: 1 })),
  ]);
  // Data of another program may nest deeper than one level, or in a ring.
  const seen = new Set(listed.map(({ code }) => code));
  return [
    ...listed,
    ...sorted.filter((code) => !seen.has(code)).map((code): PlacedCode => ({ code, depth: 0 })),
  ];
}

/** Whether a code may stand under another: one level, and wherever it is offered its parent is offered, too. */
export function mayStandUnder(codes: readonly Code[], id: string, parentId: string): boolean {
  const code = codes.find((each) => each.id === id);
  const parent = codes.find((each) => each.id === parentId);
  if (code === undefined || parent === undefined || id === parentId) return false;
  if (parent.parentId !== null || codes.some((each) => each.parentId === id)) return false;
  return parent.projectId === null || parent.projectId === code.projectId;
}

/** The codes beside which a code with this parent and project has its position, in their order. */
export function siblings(
  codes: readonly Code[],
  { parentId, projectId }: Pick<Code, 'parentId' | 'projectId'>,
): readonly Code[] {
  return codes.filter((code) => code.parentId === parentId && code.projectId === projectId).toSorted(byPlace);
}

function byPlace(a: Code, b: Code): number {
  const projects = compare(a.projectId ?? '', b.projectId ?? '');
  return projects || a.position - b.position || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
