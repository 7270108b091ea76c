import { largeTexts } from '../large-texts.ts';

const LENGTHS = [2, 3, 4, 5, 6, 7, 8] as const;
const HAN_RUN = /\p{Script=Han}{8,}/u;

/** Queries of 2 to 8 characters as they stand in the texts, frequent and rare ones, always the same. */
export function sampledQueries(count: number): readonly string[] {
  const queries: string[] = [];
  let at = 0;
  for (const text of largeTexts(count * 37)) {
    at += 1;
    if (at % 37 !== 0) continue;
    const from = 60 + ((at * 101) % 1_500);
    const run = HAN_RUN.exec(text.slice(from))?.[0] ?? '';
    const query = run.slice(0, LENGTHS[queries.length % LENGTHS.length]);
    if (query.length >= 2) queries.push(query);
  }
  return queries;
}

/** Phrases of which the texts are full. */
export const FREQUENT = [
  '教育',
  '发展',
  '人民',
  '规定',
  '国家',
  '主管機關',
  '的',
  '建设',
  '应当',
  '管理',
] as const;

/** The value that so large a share of the values (0 to 1) does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
