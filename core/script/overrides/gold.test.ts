import { expect, test } from 'vitest';
import type { SourceScript, ViewScript } from '../../report/script.ts';
import { loadConverter } from '../converter.ts';
import { ALL_FROM_SIMPLIFIED } from './all-from-simplified.ts';
import { GOLD_CONTEXTS_READ_THROUGH } from './gold-read-through.ts';
import { GOLD_CONTEXTS_OF_ROUND_TRIPS } from './gold-round-trips.ts';
import { GOLD_CONTEXTS_TO_SIMPLIFIED } from './gold-to-simplified.ts';
import { GOLD_CONTEXTS } from './gold.ts';
import { entriesOf, parseOverrides } from './override.ts';
import { TAIWAN_WORDING } from './taiwan-wording.ts';
import { TO_SIMPLIFIED, TO_SIMPLIFIED_UNMARKED } from './to-simplified.ts';

interface GoldContext {
  readonly source: SourceScript;
  readonly view: ViewScript;
  readonly fragment: string;
  readonly expected: string;
  /** What OpenCC alone makes of it. */
  readonly reason: string;
}

const OPENCC_IS_RIGHT = 'OpenCC alone is right';
const OPENCC_WRITES = 'OpenCC writes ';

const contexts = [
  GOLD_CONTEXTS,
  GOLD_CONTEXTS_TO_SIMPLIFIED,
  GOLD_CONTEXTS_OF_ROUND_TRIPS,
  GOLD_CONTEXTS_READ_THROUGH,
]
  .join('')
  .split('\n')
  .filter((line) => line !== '')
  .map(parseContext);

function parseContext(line: string): GoldContext {
  const [chain = '', fragment = '', expected = '', title = '', year = '', reason = ''] = line.split(' | ');
  const [source, view] = chain.split('>');
  const valid = title !== '' && /^\d{4}$/u.test(year) && fragment.length <= 20 && reason !== '';
  if (!valid) throw new Error(`no gold context: ${line}`);
  return { source: source as SourceScript, view: view as ViewScript, fragment, expected, reason };
}

async function shownContexts(
  overrides: boolean,
): Promise<readonly { readonly context: GoldContext; readonly shown: string }[]> {
  const shown = contexts.map(async (context) => {
    const converter = await loadConverter(context.source, context.view, { overrides });
    return { context, shown: converter.convert(context.fragment).text };
  });
  return Promise.all(shown);
}

test('there are contexts of both directions, of Traditional, Taiwanese, Hong Kong and mixed sources', () => {
  expect(contexts.length).toBeGreaterThanOrEqual(300);
  const counts = new Map<string, number>();
  for (const { source, view } of contexts) {
    const kind = `${source}>${view === 'cn' ? 'cn' : 'Traditional'}`;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  for (const [kind, least] of [
    ['Hans>Traditional', 400],
    ['mixed>Traditional', 40],
    ['mixed>cn', 15],
    ['Hant-TW>cn', 140],
    ['Hant>cn', 25],
    ['Hant-HK>cn', 20],
  ] as const) {
    expect(counts.get(kind), kind).toBeGreaterThanOrEqual(least);
  }
});

test('every gold context is shown as it must be', async () => {
  const wrong = (await shownContexts(true)).filter(({ context, shown }) => shown !== context.expected);
  expect(wrong).toEqual([]);
});

test('without the list OpenCC gets wrong exactly those that say so', async () => {
  const contradicted: string[] = [];
  const wrong = new Map<string, number>();
  for (const { context, shown } of await shownContexts(false)) {
    const { source, view, fragment, expected, reason } = context;
    const claimed = reason === OPENCC_IS_RIGHT ? expected : reason.replace(OPENCC_WRITES, '');
    const holds = reason === OPENCC_IS_RIGHT ? shown === expected : shown.includes(claimed);
    if (!holds || (reason !== OPENCC_IS_RIGHT && shown === expected)) contradicted.push(fragment);
    if (shown !== expected) wrong.set(`${source}>${view}`, (wrong.get(`${source}>${view}`) ?? 0) + 1);
  }
  const total = [...wrong.values()].reduce((sum, count) => sum + count, 0);
  console.log(`OpenCC alone: ${total} of ${contexts.length} contexts wrong`, Object.fromEntries(wrong));
  expect(contradicted).toEqual([]);
  expect(total).toBeGreaterThan(contexts.length / 2);
});

test.each([
  ['from Simplified', ALL_FROM_SIMPLIFIED],
  ['to Simplified', TO_SIMPLIFIED],
  ['to Simplified, unmarked', TO_SIMPLIFIED_UNMARKED],
  ['of Taiwan’s wording', TAIWAN_WORDING],
])('the entries %s are told once each, with a short fragment', (_name, lines) => {
  const entries = parseOverrides(lines);
  expect(new Set(entries.map(({ source }) => source)).size).toBe(entries.length);
  for (const { source, replacement, evidence } of entries) {
    expect([...replacement].length).toBe([...source].length);
    expect(evidence.fragment.length).toBeLessThanOrEqual(20);
    expect(evidence.year).toBeGreaterThan(1900);
  }
});

test.each([ALL_FROM_SIMPLIFIED, TO_SIMPLIFIED, `${TO_SIMPLIFIED}${TO_SIMPLIFIED_UNMARKED}`])(
  'a converter gets the entries as they are told',
  (lines) => {
    const told = parseOverrides(lines).map(({ source, replacement }) => `${source} ${replacement}`);
    expect(entriesOf(lines).split('|')).toEqual(told);
  },
);

test('a line that is no entry is refused', () => {
  expect(() => parseOverrides('不准 → 不准')).toThrow('不准');
  expect(entriesOf('甲 → 乙 | 甲 | 題 | 2000\n丙 → 丁 | 丙 | 題 | 2000')).toBe('甲 乙|丙 丁');
});
