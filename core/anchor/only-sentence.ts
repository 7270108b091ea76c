import { firstRunBehind, isBorder, type Alignment, type Piece } from './alignment.ts';
import { fitOf } from './context-fit.ts';
import { SEED } from './seed-runs.ts';

/** Equal code units beside a sentence from which it is surely the one that stood there. */
const SURE = 8;

/**
 * The place of a whole sentence that the new text holds once, where what stands beside it was written anew: of equal
 * sentences of the old text none has kept its neighbours there, so all of them have come together in the one that is left.
 * Null for anything else, among them one of equal sentences that was cut out, or went while another stayed where it was.
 */
export function onlySentence(alignment: Alignment, passage: Piece): Piece | null {
  const { a, b, aSentences, bSentences } = alignment;
  const sentence = a.slice(passage.start, passage.end);
  if (sentence.length < SEED) return null;
  if (!isBorder(aSentences, passage.start) || !isBorder(aSentences, passage.end)) return null;
  const start = b.indexOf(sentence);
  if (start < 0 || b.includes(sentence, start + 1)) return null;
  if (wasCutOut(alignment, passage)) return null;
  const place = { start, end: start + sentence.length };
  if (!isBorder(bSentences, place.start) || !isBorder(bSentences, place.end)) return null;
  for (let at = a.indexOf(sentence); at >= 0; at = a.indexOf(sentence, at + 1)) {
    if (at === passage.start) continue;
    const { before, behind } = fitOf(a, { start: at, end: at + sentence.length }, b, place);
    if (before + behind >= SURE) return null;
  }
  return place;
}

/** Whether what stood before and behind a passage now stands together. */
function wasCutOut({ runs }: Alignment, { start, end }: Piece): boolean {
  const index = firstRunBehind(runs, start);
  const [before, behind] = [runs[index - 1], runs[index]];
  if (before === undefined || behind === undefined) return false;
  const isBeside = before.a + before.length === start && behind.a === end;
  return isBeside && before.b + before.length === behind.b;
}
