/** A cache that keeps what was asked for last, up to a size. */
export interface RecentlyUsed<Value> {
  /** The value of a key, made when it is not kept. `stamp` names its state: a value of another stamp is made anew. */
  get(key: string, stamp: string, make: () => Value): Value;
  clear(): void;
}

/** @param sizeOf in any unit, the unit of `limit`; a value larger than the limit is kept until the next one comes */
export function createRecentlyUsed<Value>(
  limit: number,
  sizeOf: (value: Value) => number,
): RecentlyUsed<Value> {
  const entries = new Map<string, { readonly stamp: string; readonly value: Value }>();
  let size = 0;
  const drop = (key: string): void => {
    const entry = entries.get(key);
    if (entry === undefined) return;
    entries.delete(key);
    size -= sizeOf(entry.value);
  };
  return {
    get: (key, stamp, make) => {
      const known = entries.get(key);
      if (known?.stamp === stamp) {
        // A Map keeps the order of insertion: what is asked for moves to its end.
        entries.delete(key);
        entries.set(key, known);
        return known.value;
      }
      const value = make();
      drop(key);
      for (const oldest of entries.keys()) {
        if (size + sizeOf(value) <= limit) break;
        drop(oldest);
      }
      entries.set(key, { stamp, value });
      size += sizeOf(value);
      return value;
    },
    clear: () => {
      entries.clear();
      size = 0;
    },
  };
}
