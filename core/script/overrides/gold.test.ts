import { expect, test } from 'vitest';
import type { SourceScript, ViewScript } from '../../report/script.ts';
import { loadConverter } from '../converter.ts';
import { FROM_SIMPLIFIED } from './from-simplified.ts';
import { GOLD_CONTEXTS } from './gold.ts';
import { parseOverrides, serializeOverrides } from './override.ts';
import { TO_SIMPLIFIED, TO_SIMPLIFIED_UNMARKED } from './to-simplified.ts';

interface GoldContext {
  readonly source: SourceScript;
  readonly view: ViewScript;
  readonly fragment: string;
  readonly expected: string;
}

const contexts = GOLD_CONTEXTS.split('\n')
  .filter((line) => line !== '')
  .map(parseContext);

function parseContext(line: string): GoldContext {
  const [chain = '', fragment = '', expected = '', title = '', year = ''] = line.split(' | ');
  const [source, view] = chain.split('>');
  const valid = title !== '' && /^\d{4}$/u.test(year) && fragment.length <= 20;
  if (!valid) throw new Error(`no gold context: ${line}`);
  return { source: source as SourceScript, view: view as ViewScript, fragment, expected };
}

async function wrongContexts(overrides: boolean): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const { source, view, fragment, expected } of contexts) {
    const converter = await loadConverter(source, view, { overrides });
    const shown = converter.convert(fragment).text;
    if (shown !== expected) wrong.push(`${source}>${view} ${fragment}: ${shown}`);
  }
  return wrong;
}

test('every gold context is shown as it must be', async () => {
  expect(contexts.length).toBeGreaterThanOrEqual(60);
  expect(await wrongContexts(true)).toEqual([]);
});

test('without the list OpenCC gets most of them wrong, and all that are wrong are of the list', async () => {
  const wrong = await wrongContexts(false);
  expect(wrong.length).toBeGreaterThan(contexts.length / 2);
  expect(wrong.length).toBeLessThan(contexts.length);
});

test.each([
  ['from Simplified', FROM_SIMPLIFIED],
  ['to Simplified', TO_SIMPLIFIED],
  ['to Simplified, unmarked', TO_SIMPLIFIED_UNMARKED],
])('the entries %s are told once each, with a short fragment', (_name, lines) => {
  const entries = parseOverrides(lines);
  expect(new Set(entries.map(({ source }) => source)).size).toBe(entries.length);
  for (const { source, replacement, evidence } of entries) {
    expect([...replacement].length).toBe([...source].length);
    expect(evidence.fragment.length).toBeLessThanOrEqual(20);
    expect(evidence.year).toBeGreaterThan(1900);
  }
});

test('a line that is no entry is refused', () => {
  expect(() => parseOverrides('不准 → 不准')).toThrow('不准');
  expect(serializeOverrides(parseOverrides('甲 → 乙 | 甲 | 題 | 2000\n丙 → 丁 | 丙 | 題 | 2000'))).toBe(
    '甲 乙|丙 丁',
  );
});
