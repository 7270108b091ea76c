import { describe, expect, test } from 'vitest';
import type { TextRange } from '#core/base/text-range.ts';
import { HighlightPainter, type HighlightSet, type PlacedRange } from './highlight-painter.ts';

interface Recorded extends HighlightSet {
  readonly ranges: Set<AbstractRange>;
  changes: number;
}

/** A registry that keeps what is registered and counts each change. */
function registry() {
  const sets = new Map<string, Recorded>();
  let places = 0;
  const create = (): Recorded => {
    const ranges = new Set<AbstractRange>();
    const set: Recorded = {
      ranges,
      changes: 0,
      priority: 0,
      add: (range) => {
        set.changes += 1;
        ranges.add(range);
      },
      delete: (range) => {
        set.changes += 1;
        ranges.delete(range);
      },
    };
    return set;
  };
  const place = (range: TextRange): PlacedRange | null => {
    places += 1;
    if (range.start === range.end) return null;
    const block = Math.floor(range.start / 10);
    return {
      range: { startOffset: range.start, endOffset: range.end } as AbstractRange,
      firstBlock: block,
      lastBlock: Math.floor((range.end - 1) / 10),
    };
  };
  const painter = new HighlightPainter(
    {
      create,
      register: (name, set) => sets.set(name, set as Recorded),
      unregister: (name) => sets.delete(name),
    },
    place,
    (style) => (style === 'hit' ? 2 : 0),
  );
  const painted = (): Record<string, string[]> =>
    Object.fromEntries(
      [...sets].map(([name, { ranges }]) => [
        name,
        [...ranges].map((r) => `${r.startOffset}-${r.endOffset}`).sort(),
      ]),
    );
  const changes = (): number => [...sets.values()].reduce((sum, set) => sum + set.changes, 0);
  return { painter, sets, painted, changes, places: () => places };
}

const mark = (id: string, start: number, end: number, style = 'code-red') => ({
  id,
  style,
  range: { start, end },
});

describe('HighlightPainter', () => {
  test('paints each mark under its style, with the priority of the style', () => {
    const { painter, painted, sets } = registry();
    painter.paint([mark('a', 0, 5), mark('b', 8, 9, 'hit')]);
    expect(painted()).toEqual({ 'code-red': ['0-5'], hit: ['8-9'] });
    expect(sets.get('hit')?.priority).toBe(2);
  });

  test('touches only what changed', () => {
    const { painter, painted, changes, places } = registry();
    const many = Array.from({ length: 1000 }, (_value, i) => mark(`m${i}`, i * 10, i * 10 + 5));
    painter.paint(many);
    const [before, placed] = [changes(), places()];
    painter.paint([...many.slice(1), mark('new', 4, 9)]);
    expect(changes() - before).toBe(2);
    expect(places() - placed).toBe(1);
    expect(painted()['code-red']).toHaveLength(1000);
  });

  test('a mark that moved or took another colour is painted anew', () => {
    const { painter, painted } = registry();
    painter.paint([mark('a', 0, 5), mark('b', 10, 12)]);
    painter.paint([mark('a', 0, 6), mark('b', 10, 12, 'code-blue')]);
    expect(painted()).toEqual({ 'code-red': ['0-6'], 'code-blue': ['10-12'] });
  });

  test('ranges of one style over each other get names of their own, and never more than three', () => {
    const { painter, painted } = registry();
    painter.paint([mark('a', 0, 20), mark('b', 5, 9), mark('c', 6, 8), mark('d', 7, 8), mark('e', 20, 22)]);
    expect(painted()).toEqual({
      'code-red': ['0-20', '20-22'],
      'code-red-2': ['5-9'],
      'code-red-3': ['6-8', '7-8'],
    });
  });

  test('refresh looks again at what touches the changed blocks and at what was hidden', () => {
    const { painter, places } = registry();
    painter.paint([mark('first', 0, 5), mark('over', 8, 25), mark('last', 90, 95), mark('hidden', 3, 3)]);
    const before = places();
    painter.refresh(2, 3);
    expect(places() - before).toBe(2);
  });

  test('clear leaves no name registered', () => {
    const { painter, sets } = registry();
    painter.paint([mark('a', 0, 5), mark('b', 8, 9, 'hit')]);
    painter.clear();
    expect(sets.size).toBe(0);
    painter.paint([mark('a', 0, 5)]);
    expect([...sets.keys()]).toEqual(['code-red']);
  });
});
