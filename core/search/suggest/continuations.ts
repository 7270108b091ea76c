import { FOLD_BREAK, isWordUnit, type Folder } from '../../script/index.ts';

/** A phrase that begins with what is typed, and one place of it. */
export interface Continuation {
  /** Folded. */
  readonly text: string;
  /** Places of it among those that were looked at. */
  readonly count: number;
  /** The report, by its number, whose text is the shortest among those that have it. */
  readonly report: number;
  /** Offset in its folded text. */
  readonly at: number;
}

interface Node {
  count: number;
  report: number;
  at: number;
  /** UTF-16 units of that report's text. */
  length: number;
  readonly next: Map<number, Node>;
}

/** Characters that a phrase goes on for at most. */
const MOST_MORE = 8;
/** A phrase is frequent from so many places on. */
const LEAST_COUNT = 3;
/** Behind a phrase no single character follows at this share of its places. */
const MOST_CERTAIN = 0.6;
/** Characters that join phrases more often than they end one. */
const JOINING = '的了和与及或在是为以对将把被从到等之其这而并中上下要不也都就有个';

/**
 * Finds frequent phrases that begin with what is typed, in folded texts. Every place is followed as far as its clause goes.
 * A phrase ends where what follows becomes uncertain: the successor variety of Harris (From Phoneme to Morpheme, 1955), by
 * which words are found in writing without spaces (accessor variety: Feng et al. 2004).
 */
export class Continuations {
  readonly #typed: string;
  readonly #joining: ReadonlySet<string>;
  readonly #root: Node = { count: 0, report: 0, at: 0, length: 0, next: new Map() };

  /** @param typed folded, not empty */
  constructor(typed: string, { fold }: Pick<Folder, 'fold'>) {
    this.#typed = typed;
    this.#joining = new Set(fold(JOINING));
  }

  /** Places seen so far. */
  get places(): number {
    return this.#root.count;
  }

  /** Looks at the places in the text of a report, at most so many of them. */
  add(report: number, text: string, most: number): void {
    const typed = this.#typed;
    let seen = 0;
    for (let at = text.indexOf(typed); at >= 0 && seen < most; at = text.indexOf(typed, at + 1)) {
      seen += 1;
      this.#root.count += 1;
      this.#follow(report, text, at);
    }
  }

  #follow(report: number, text: string, at: number): void {
    const from = at + this.#typed.length;
    const end = Math.min(text.length, from + MOST_MORE);
    let node = this.#root;
    for (let index = from; index < end; index += 1) {
      const unit = text.charCodeAt(index);
      if (text[index] === FOLD_BREAK || isWordUnit(unit)) return;
      const known = node.next.get(unit);
      const next = known ?? { count: 0, report, at, length: text.length, next: new Map() };
      if (known === undefined) node.next.set(unit, next);
      else if (text.length < known.length) Object.assign(known, { report, at, length: text.length });
      next.count += 1;
      node = next;
    }
  }

  /** The most frequent phrases, longer ones before shorter ones that are about as frequent. */
  best(most: number): readonly Continuation[] {
    const found: { readonly continuation: Continuation; readonly worth: number }[] = [];
    const visit = (node: Node, text: string): void => {
      for (const [unit, next] of node.next) {
        if (next.count < LEAST_COUNT) continue;
        const longer = text + String.fromCharCode(unit);
        const { count, report, at } = next;
        if (this.#endsAt(next, longer)) {
          const more = longer.length - this.#typed.length;
          found.push({ continuation: { text: longer, count, report, at }, worth: count * Math.sqrt(more) });
        }
        visit(next, longer);
      }
    };
    visit(this.#root, this.#typed);
    return found
      .sort((a, b) => b.worth - a.worth || (a.continuation.text < b.continuation.text ? -1 : 1))
      .slice(0, most)
      .map(({ continuation }) => continuation);
  }

  #endsAt({ count, next }: Node, text: string): boolean {
    const last = text.charCodeAt(text.length - 1);
    if (last >= 0xd800 && last <= 0xdbff) return false;
    if (this.#joining.has(text.at(-1) ?? '')) return false;
    let certain = 0;
    for (const node of next.values()) certain = Math.max(certain, node.count);
    return certain < count * MOST_CERTAIN;
  }
}
