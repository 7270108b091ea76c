import type { TextRange } from '#core/base/text-range.ts';

/** A named set of painted ranges; `Highlight` of the CSS Custom Highlight API is one. */
export interface HighlightSet {
  add(range: AbstractRange): unknown;
  delete(range: AbstractRange): unknown;
  priority: number;
}

/** Where named sets are registered; `CSS.highlights` is one. */
export interface HighlightPort {
  readonly create: () => HighlightSet;
  readonly register: (name: string, set: HighlightSet) => void;
  readonly unregister: (name: string) => void;
}

/** A source range as the article shows it now. */
export interface PlacedRange {
  readonly range: AbstractRange;
  readonly firstBlock: number;
  readonly lastBlock: number;
}

/** Something painted: a note, a hit. `style` is the name of a rule that highlight-sheet.ts writes. */
export interface Mark {
  readonly id: string;
  readonly style: string;
  readonly range: TextRange;
}

interface Painted {
  readonly mark: Mark;
  readonly name: string;
  readonly placed: PlacedRange | null;
}

/** Ranges of one style that lie over each other get names of their own, because one name paints a place only once. */
export const STACK_DEPTH = 3;

/** The name under which the `lane`-th range over one place is painted: `code-yellow`, `code-yellow-2` … */
export function laneName(style: string, lane: number): string {
  return lane === 0 ? style : `${style}-${lane + 1}`;
}

/**
 * Keeps the painted ranges of an article equal to a list of marks and touches only what changed between two lists.
 * Marks live on the source; `place` finds them in the current view.
 */
export class HighlightPainter {
  readonly #port: HighlightPort;
  readonly #place: (range: TextRange) => PlacedRange | null;
  readonly #priorityOf: (style: string) => number;
  readonly #sets = new Map<string, HighlightSet>();
  #painted = new Map<string, Painted>();

  constructor(
    port: HighlightPort,
    place: (range: TextRange) => PlacedRange | null,
    priorityOf: (style: string) => number,
  ) {
    this.#port = port;
    this.#place = place;
    this.#priorityOf = priorityOf;
  }

  /** Paints exactly these marks; ids are unique among them. */
  paint(marks: readonly Mark[]): void {
    const next = new Map<string, Painted>();
    for (const [mark, name] of namesOf(marks)) {
      const old = this.#painted.get(mark.id);
      if (old !== undefined && old.name === name && sameRange(old.mark.range, mark.range)) {
        next.set(mark.id, old);
        this.#painted.delete(mark.id);
      } else {
        const painted = { mark, name, placed: this.#place(mark.range) };
        this.#draw(painted);
        next.set(mark.id, painted);
      }
    }
    for (const gone of this.#painted.values()) this.#erase(gone);
    this.#painted = next;
  }

  /** Paints again what touches blocks [firstBlock, endBlock), whose text has changed. */
  refresh(firstBlock: number, endBlock: number): void {
    for (const [id, painted] of this.#painted) {
      const { placed, mark, name } = painted;
      // Hidden in the view before, it may be shown now: look again.
      if (placed !== null && (placed.lastBlock < firstBlock || placed.firstBlock >= endBlock)) continue;
      this.#erase(painted);
      const again = { mark, name, placed: this.#place(mark.range) };
      this.#draw(again);
      this.#painted.set(id, again);
    }
  }

  /** Takes every range and every registered name away. */
  clear(): void {
    for (const painted of this.#painted.values()) this.#erase(painted);
    for (const name of this.#sets.keys()) this.#port.unregister(name);
    this.#sets.clear();
    this.#painted.clear();
  }

  #draw({ name, mark, placed }: Painted): void {
    if (placed === null) return;
    let set = this.#sets.get(name);
    if (set === undefined) {
      set = this.#port.create();
      set.priority = this.#priorityOf(mark.style);
      this.#sets.set(name, set);
      this.#port.register(name, set);
    }
    set.add(placed.range);
  }

  #erase({ name, placed }: Painted): void {
    if (placed !== null) this.#sets.get(name)?.delete(placed.range);
  }
}

/** Gives each mark the first name of its style that no earlier mark over the same place has. */
function* namesOf(marks: readonly Mark[]): Iterable<readonly [Mark, string]> {
  const lanesOfStyle = new Map<string, number[]>();
  const sorted = [...marks].sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end);
  for (const mark of sorted) {
    const lanes = lanesOfStyle.get(mark.style) ?? [];
    lanesOfStyle.set(mark.style, lanes);
    let lane = lanes.findIndex((end) => end <= mark.range.start);
    if (lane === -1) lane = Math.min(lanes.length, STACK_DEPTH - 1);
    lanes[lane] = Math.max(lanes[lane] ?? 0, mark.range.end);
    yield [mark, laneName(mark.style, lane)];
  }
}

function sameRange(a: TextRange, b: TextRange): boolean {
  return a.start === b.start && a.end === b.end;
}
