import type { LookedAtLine } from './furniture-line.ts';

const TRAIL_START = /^(?:(?:您的|您现在的|你的|当前|所在)位置\s*[:：]?\s*(?:(?:网站)?首页)?|(?:网站)?首页)$/u;
const SEPARATOR = /^[>＞»›]+$/u;
const STEP = /^[>＞»›]\s*\S/u;
const LONGEST_STEP = 16;

/**
 * The breadcrumb trail that begins at line `from` and goes on over the next lines (首页, >, 教育信息, > 动态信息): the index
 * behind it, or `from` when none begins there.
 */
export function trailEnd(lines: readonly LookedAtLine[], from: number): number {
  if (!TRAIL_START.test(lines[from]?.folded ?? '')) return from;
  let at = from + 1;
  let separated = false;
  let step = '';
  let steps = 0;
  for (; at < lines.length; at += 1) {
    const { text = '', folded = '' } = lines[at] ?? {};
    if (SEPARATOR.test(text)) {
      separated = true;
    } else if (STEP.test(text) || (separated && text.length <= LONGEST_STEP)) {
      separated = false;
      step = text;
      steps += 1;
    } else if (at === from + 1 && /^(?:网站)?首页$/u.test(folded)) {
      step = text;
    } else {
      break;
    }
  }
  if (steps === 0) return from;
  // Some pages write the section's name once more, below the trail.
  return lines[at]?.text === step ? at + 1 : at;
}
