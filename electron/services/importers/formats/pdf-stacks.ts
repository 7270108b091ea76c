import type { PdfLine } from './pdf-lines.ts';

/** A run of characters, and how far it is turned. */
interface TurnedRun extends PdfLine {
  readonly turn: number;
}

/** Fewer characters below each other may be a label at the side. */
const LEAST_RUNS = 20;
/** Share of the runs that are one character, and of the steps from run to run that lead straight down. */
const LEAST_SINGLE = 0.7;
const LEAST_STEPS = 0.6;

/** Punctuation as it is drawn in vertical lines (Unicode's vertical forms), and what it is written as. */
const DRAWN = '︐︑︒︓︔︕︖︗︘︙︱︳︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹇﹈';
const WRITTEN = '，、。：；！？〖〗…—＿（）｛｝〔〕【】《》〈〉「」『』［］';

/**
 * Runs of a page whose vertical lines are drawn character by character in fonts that do not say so, as browsers print them: laid
 * down like those of vertical fonts, so that down is right and right is up. Other pages as they are.
 */
export function laidDown<Run extends TurnedRun>(runs: readonly Run[]): readonly Run[] {
  if (!isStacked(runs)) return runs;
  return runs.map((run) => {
    const { left, y, size, right, turn } = run;
    const text = Array.from(run.text, (sign) => WRITTEN[DRAWN.indexOf(sign)] ?? sign).join('');
    // Turned to be read downwards: its offsets are those of the page turned back.
    if (turn === 270) return { ...run, text, left, right, y, turn: 0 };
    const top = -(y + size * 0.88);
    return { ...run, text, left: top, right: top + Math.max(size, right - left), y: left, turn: 0 };
  });
}

function isStacked(runs: readonly TurnedRun[]): boolean {
  if (runs.length < LEAST_RUNS) return false;
  const single = runs.filter(({ text, turn }) => turn === 0 && Array.from(text.trim()).length === 1);
  if (single.length < runs.length * LEAST_SINGLE) return false;
  const steps = single.filter((run, index) => {
    const next = single[index + 1];
    if (next === undefined) return false;
    const down = (run.y - next.y) / run.size;
    return Math.abs(run.left - next.left) < run.size * 0.3 && down > 0.7 && down < 2;
  });
  return steps.length >= single.length * LEAST_STEPS;
}
