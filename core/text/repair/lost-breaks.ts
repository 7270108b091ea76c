/*
 * Lost paragraph breaks: …的要求。二、主要任务… inside one paragraph.
 *
 * Evidence: pages whose line breaks a program swallowed. Headings run in order, so a break is offered only where a label
 * stands behind the end of a sentence and the labels 一、 二、 三、 of that paragraph count up; an enumeration inside a
 * paragraph looks the same, so nothing is done alone.
 */
import type { Edit } from '../edit.ts';
import { filledLines } from './lines.ts';
import { editAt } from './rule.ts';
import type { RepairRule, RuleContext } from './rule.ts';

const ID = 'lost-breaks';
const PROPOSED = 0.5;
const NUMBERS = '一二三四五六七八九十';
const PATTERNS = [
  /(?<=[。！？；]["”』」]?)([一二三四五六七八九十])、/gu,
  /(?<=[。！？；]["”』」]?)第([一二三四五六七八九十])[，、]/gu,
  /(?<=[。！？；]["”』」]?)[（(]([一二三四五六七八九十])[）)]/gu,
];
/** A page that lost its breaks is one paragraph, or nearly; a sound one that counts inside a paragraph has others. */
const LEAST_LENGTH = 400;
const LEAST_SHARE = 0.6;
const LEAST_LABELS = 3;

function find(text: string, { format }: RuleContext): readonly Edit[] {
  if (format === 'md') return [];
  return filledLines(text).flatMap((line) => {
    if (line.text.length < Math.max(LEAST_LENGTH, LEAST_SHARE * text.length)) return [];
    const edits = PATTERNS.flatMap((pattern) => {
      const labels = [...line.text.matchAll(pattern)];
      const inOrder = labels.every((label, at) => at === 0 || follows(label[1], labels[at - 1]?.[1]));
      if (labels.length < LEAST_LABELS || !inOrder) return [];
      return labels.map(({ index }) => {
        const at = line.start + index;
        return editAt(
          text,
          { start: at, end: at },
          { after: '\n', rule: ID, confidence: PROPOSED, applied: false },
        );
      });
    });
    return edits.toSorted((a, b) => a.start - b.start);
  });
}

function follows(label = '', before = ''): boolean {
  return NUMBERS.indexOf(label) === NUMBERS.indexOf(before) + 1;
}

/** Offers breaks before labels in order; see the evidence above. */
export const lostBreaks: RepairRule = { id: ID, find };
