import diffSequence from '@jest/diff-sequences';

/** A run of a text that both versions have, or only the newer (`added`) or the older (`removed`) one. */
export interface DifferentRun {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Longer texts are told apart line by line, so that nobody waits. */
const BY_CHARACTER = 4000;

/**
 * What has changed between two texts, in the order of reading: a longest common subsequence of characters (graphemes and
 * words of letters and digits), of lines where a text is long. Joined without the removed runs it is the newer text.
 */
export function textDifference(before: string, after: string): readonly DifferentRun[] {
  const cut = before.length + after.length > BY_CHARACTER ? lines : pieces;
  const [a, b] = [cut(before), cut(after)];
  const runs: { kind: DifferentRun['kind']; text: string }[] = [];
  const put = (kind: DifferentRun['kind'], text: string): void => {
    const last = runs.at(-1);
    if (text === '') return;
    if (last?.kind === kind) last.text += text;
    else runs.push({ kind, text });
  };
  let [i, j] = [0, 0];
  const upTo = (nextA: number, nextB: number): void => {
    put('removed', a.slice(i, nextA).join(''));
    put('added', b.slice(j, nextB).join(''));
    [i, j] = [nextA, nextB];
  };
  diffSequence(
    a.length,
    b.length,
    (x, y) => a[x] === b[y],
    (length, x, y) => {
      upTo(x, y);
      put('same', a.slice(x, x + length).join(''));
      [i, j] = [x + length, y + length];
    },
  );
  upTo(a.length, b.length);
  return runs;
}

function pieces(text: string): readonly string[] {
  return text.match(/[\p{Script=Latin}\p{N}]+|\P{M}\p{M}*|\p{M}+/gu) ?? [];
}

function lines(text: string): readonly string[] {
  return text.split(/(?<=\n)/u);
}
