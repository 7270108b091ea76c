import type { Folder } from '../../script/index.ts';
import type { IsReadAs } from '../load-pinyin.ts';

/** How well a text answers to what is typed: it begins with it, holds it, or is read so. */
type Answering = 'beginning' | 'inside' | 'pinyin';

const RANKS: Readonly<Record<Answering, number>> = { beginning: 0, inside: 1, pinyin: 2 };

/**
 * Tells how texts of a few words answer to what is typed: across scripts, by pinyin whole or by its initials; null = not at
 * all. Nothing typed fits everything.
 */
export function typedMatcher(
  typed: string,
  { fold }: Pick<Folder, 'fold'>,
  isReadAs: IsReadAs,
): (text: string, folded: string) => Answering | null {
  const wanted = fold(typed);
  const letters = /^[a-z\s']+$/iu.test(typed) ? typed.toLowerCase().replaceAll(/[\s']+/gu, '') : '';
  return (text, folded) => {
    const at = folded.indexOf(wanted);
    if (at >= 0) return at === 0 ? 'beginning' : 'inside';
    return letters !== '' && isReadAs(text, letters) ? 'pinyin' : null;
  };
}

/** Texts that answer, the best first and else in their order, as many as asked for. */
export class BestAnswers<T> {
  readonly #most: number;
  readonly #found: { readonly value: T; readonly rank: number }[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  add(value: T, answering: Answering | null): void {
    if (answering === null) return;
    const rank = RANKS[answering];
    const { length } = this.#found;
    if (length >= this.#most && (this.#found[length - 1]?.rank ?? 0) <= rank) return;
    const at = this.#found.findIndex((each) => each.rank > rank);
    this.#found.splice(at < 0 ? length : at, 0, { value, rank });
    this.#found.length = Math.min(this.#found.length, this.#most);
  }

  /** Whether no later text can come among them. */
  get isFull(): boolean {
    return this.#found.length >= this.#most && this.#found.every(({ rank }) => rank === 0);
  }

  get values(): readonly T[] {
    return this.#found.map(({ value }) => value);
  }
}
