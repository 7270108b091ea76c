import type { Connection } from './connection.ts';

/** Actions that are taken back or done again in steps at this moment, and when that ends. */
const underWay = new WeakMap<Connection, Map<number, Promise<unknown>>>();

/** When the steps over an action end; undefined when there are none at this moment. It never throws. */
export function revertUnderWay(connection: Connection, groupId: number): Promise<unknown> | undefined {
  return underWay.get(connection)?.get(groupId);
}

/** Does such steps, so that everyone else who asks for the action knows of them. */
export async function whileReverting<T>(
  connection: Connection,
  groupId: number,
  work: () => Promise<T>,
): Promise<T> {
  const groups = underWay.get(connection) ?? new Map<number, Promise<unknown>>();
  underWay.set(connection, groups);
  const working = work();
  groups.set(
    groupId,
    working.catch(() => undefined),
  );
  try {
    return await working;
  } finally {
    groups.delete(groupId);
  }
}
