import type { Code } from '#core/annotations/codes-record.ts';
import { mayStandUnder, siblings } from '#core/annotations/codes-tree.ts';

export type Direction = 'up' | 'down' | 'in' | 'out';

interface Place {
  readonly parentId: string | null;
  readonly beforeId: string | null;
}

/** Where a code goes by one step in each direction; null where it cannot. */
export function moves(codes: readonly Code[], code: Code): Readonly<Record<Direction, Place | null>> {
  const { parentId } = code;
  const beside = siblings(codes, code);
  const at = beside.findIndex(({ id }) => id === code.id);
  const above = beside[at - 1];
  const parent = codes.find(({ id }) => id === parentId);
  const parents = siblings(codes, { parentId: null, projectId: code.projectId });
  const behindParent = parents[parents.findIndex(({ id }) => id === parentId) + 1];
  return {
    up: above === undefined ? null : { parentId, beforeId: above.id },
    down: at + 1 >= beside.length ? null : { parentId, beforeId: beside[at + 2]?.id ?? null },
    in:
      above !== undefined && mayStandUnder(codes, code.id, above.id)
        ? { parentId: above.id, beforeId: null }
        : null,
    out: parent === undefined ? null : { parentId: null, beforeId: behindParent?.id ?? null },
  };
}
