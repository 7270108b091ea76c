import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sharedPath } from '#test/shared-files.ts';
import { buildReading } from '../reading.ts';
import { planEdits } from '../repair/pipeline.ts';
import { labelAt } from './labels.ts';
import { outlineOf } from './outline.ts';
import type { OutlineItem } from './outline.ts';

const STEP = 6;

function outlined(...parts: readonly string[]): {
  text: string;
  outline: readonly OutlineItem[];
  labels: readonly string[];
} {
  const source = readFileSync(sharedPath(...parts), 'utf8');
  const format = source.startsWith('# ') ? 'md' : 'txt';
  const { edits } = planEdits(source, format, { isTraditionalForm: () => false });
  const reading = buildReading(source, format, edits);
  const outline = outlineOf(reading);
  return {
    text: reading.text,
    outline,
    labels: reading.blocks.map((block) => labelAt(outline, reading.blocks, block.start)),
  };
}

test('in statutes every article that begins a paragraph is a point', () => {
  let expected = 0;
  let found = 0;
  const worst: string[] = [];
  const names = readdirSync(sharedPath('corpora', 'reports-hans', 'laws'))
    .sort()
    .filter((_, index) => index % STEP === 0);
  for (const name of names) {
    const { text, outline } = outlined('corpora', 'reports-hans', 'laws', name);
    const truth = text.match(/^第[一二三四五六七八九十百]+条[\s　]/gmu)?.length ?? 0;
    const articles = outline.filter(({ label }) => label.endsWith('条')).length;
    expected += truth;
    found += Math.min(truth, articles);
    if (articles < truth) worst.push(`${name}: ${articles} of ${truth}`);
  }
  console.info(`articles: ${found} of ${expected} in ${names.length} statutes; ${worst.join('; ')}`);
  expect(found).toBeGreaterThanOrEqual(0.98 * expected);
});

test('work reports have the parts that they announce, and every paragraph of them a label of its own', () => {
  let unique = 0;
  let all = 0;
  for (const name of readdirSync(sharedPath('corpora', 'reports-hans', 'gwr-provincial-2026')).sort()) {
    const { text, outline, labels } = outlined('corpora', 'reports-hans', 'gwr-provincial-2026', name);
    const announced = text.match(/^[一二三四五六七八九]、[^。\n]{4,36}$/gmu)?.length ?? 0;
    const parts = outline.filter(
      ({ label, isHeading }) => isHeading && /^[一二三四五六七八九]$/u.test(label),
    ).length;
    expect(parts, name).toBeGreaterThanOrEqual(announced);
    unique += new Set(labels).size;
    all += labels.length;
  }
  console.info(`labels of paragraphs in work reports: ${unique} different of ${all}`);
  expect(unique).toBe(all);
});

test('the points of a real report are found in order', () => {
  const name = readdirSync(sharedPath('reports')).sort()[3] ?? '';
  const labels = outlined('reports', name).outline.map(({ level, label }) => `${level}${label}`);
  expect(labels).toEqual([
    ...['1第一', '2一是', '2二是', '2三是'],
    ...['1第二', '2一是', '2二是', '2三是', '2四是'],
    ...['1第三', '2一是', '2二是', '2三是'],
  ]);
});
