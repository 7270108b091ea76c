import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  applyCodeChanges,
  changeCode,
  createCode,
  moveCode,
  removeCode,
  type CodeRecordChange,
} from './codes-commands.ts';
import type { Code } from './codes-record.ts';
import { codesOfProject, inTreeOrder, mayStandUnder, siblings } from './codes-tree.ts';
import { reapplyRecord } from './reapply-record.ts';
import { inverse } from './record-change.ts';

type Step =
  | { readonly do: 'create'; readonly parent: number; readonly project: string | null }
  | { readonly do: 'change'; readonly pick: number; readonly name: string; readonly project: string | null }
  | { readonly do: 'move'; readonly pick: number; readonly parent: number; readonly before: number }
  | { readonly do: 'remove'; readonly pick: number };

const project = fc.constantFrom(null, 'p', 'q');
const pick = fc.nat(12);
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant('create' as const), parent: pick, project }),
    fc.record({
      do: fc.constant('change' as const),
      pick,
      name: fc.constantFrom('目标', '措施', ''),
      project,
    }),
    fc.record({ do: fc.constant('move' as const), pick, parent: pick, before: pick }),
    fc.record({ do: fc.constant('remove' as const), pick }),
  ),
  { maxLength: 30 },
);

/** What a step does to these codes; every fourth pick names no code. */
function changesOf(codes: readonly Code[], step: Step, serial: number): readonly CodeRecordChange[] {
  const at = (index: number): string | null =>
    index % 4 === 3 ? null : (codes[index % Math.max(1, codes.length)]?.id ?? null);
  switch (step.do) {
    case 'create': {
      const fields = { id: `c${String(serial)}`, name: `码${String(serial)}`, color: 'teal' };
      return [createCode(codes, { ...fields, parentId: at(step.parent), projectId: step.project })];
    }
    case 'change':
      return changeCode(codes, at(step.pick) ?? '', { name: step.name, projectId: step.project });
    case 'move':
      return moveCode(codes, at(step.pick) ?? '', { parentId: at(step.parent), beforeId: at(step.before) });
    case 'remove':
      return removeCode(codes, at(step.pick) ?? '');
  }
}

const content = (codes: readonly Code[]): readonly unknown[] =>
  codes.map(({ revision: _revision, ...rest }) => rest).toSorted((a, b) => (a.id < b.id ? -1 : 1));

describe('the tree of codes', () => {
  test('has one level, lists every code once, and shows no code without its parent', () => {
    fc.assert(
      fc.property(steps, (todo) => {
        let codes: readonly Code[] = [];
        todo.forEach((step, serial) => {
          codes = applyCodeChanges(codes, changesOf(codes, step, serial));
          const byId = new Map(codes.map((code) => [code.id, code]));
          for (const { parentId, projectId } of codes) {
            if (parentId === null) continue;
            const parent = byId.get(parentId);
            expect(parent?.parentId).toBeNull();
            expect([null, projectId]).toContain(parent?.projectId);
          }
          const listed = inTreeOrder(codes);
          expect(new Set(listed.map(({ code }) => code.id)).size).toBe(codes.length);
          expect(listed).toHaveLength(codes.length);
          for (const own of ['p', 'q']) {
            for (const { code, depth } of inTreeOrder(codesOfProject(codes, own))) {
              expect(depth).toBe(code.parentId === null ? 0 : 1);
            }
          }
        });
      }),
    );
  });

  test('a move puts a code where it was asked to stand, or nowhere', () => {
    fc.assert(
      fc.property(steps, pick, pick, pick, (todo, a, b, c) => {
        const codes = todo.reduce<readonly Code[]>(
          (now, step, serial) => applyCodeChanges(now, changesOf(now, step, serial)),
          [],
        );
        const ids = codes.map(({ id }) => id);
        const [id, parentId, beforeId] = [a, b, c].map((index) => ids[index] ?? null);
        if (id === undefined || id === null || parentId === undefined || beforeId === undefined) return;
        const after = applyCodeChanges(codes, moveCode(codes, id, { parentId, beforeId }));
        const moved = after.find((code) => code.id === id);
        if (moved === undefined) throw new Error('the code is gone');
        if (beforeId === id || (parentId !== null && !mayStandUnder(codes, id, parentId))) {
          expect(after).toEqual(codes);
          return;
        }
        expect(moved.parentId).toBe(parentId);
        const order = siblings(after, moved).map((code) => code.id);
        const at = order.indexOf(id);
        const isSibling = beforeId !== null && order.includes(beforeId);
        expect(order[at + 1]).toBe(isSibling ? beforeId : undefined);
        expect(order.map((each) => after.find((code) => code.id === each)?.position)).toEqual(
          order.map((_, n) => n),
        );
      }),
    );
  });

  test('what was done and taken back is as it was, and done again the same', () => {
    fc.assert(
      fc.property(steps, (todo) => {
        let codes: readonly Code[] = [];
        todo.forEach((step, serial) => {
          const changes = changesOf(codes, step, serial);
          const after = applyCodeChanges(codes, changes);
          const again = (now: readonly Code[], wanted: readonly CodeRecordChange[]): readonly Code[] =>
            wanted.reduce((each, change) => {
              const current = each.find(({ id }) => id === change.id) ?? null;
              const redone = reapplyRecord(change, current, 1000 + serial);
              if (redone === 'superseded') throw new Error(`superseded: ${change.id}`);
              return applyCodeChanges(each, [redone]);
            }, now);
          const undone = again(after, changes.toReversed().map(inverse));
          expect(content(undone)).toEqual(content(codes));
          expect(content(again(undone, changes))).toEqual(content(after));
          codes = after;
        });
      }),
    );
  });
});

test('codes of another program that stand under each other in a ring are listed all the same', () => {
  const code = (id: string, parentId: string | null): Code => ({
    ...{ id, name: id, color: 'red', parentId, projectId: null, position: 0, builtIn: false, revision: 1 },
  });
  const ring = [
    code('a', 'b'),
    code('b', 'a'),
    code('c', 'gone'),
    code('d', 'd'),
    code('e', 'c'),
    code('f', 'e'),
  ];
  const listed = inTreeOrder(ring).map(({ code: { id }, depth }) => `${id}${String(depth)}`);
  expect(listed.toSorted()).toEqual(['a0', 'b0', 'c0', 'd0', 'e1', 'f0']);
});
