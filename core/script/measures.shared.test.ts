import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sharedPath } from '#test/shared-files.ts';
import { SPAN_WIDTH } from '../text/offset-map.ts';
import { loadConverter } from './converter.ts';
import { loadScriptDetector } from './detect.ts';
import { loadFolder } from './fold.ts';

interface Document {
  readonly path: string;
  readonly script: string;
  readonly text: string;
}

const documents: readonly Document[] = readFileSync(sharedPath('corpora', 'documents.tsv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t'))
  .map(([, path = '', , , script = '']) => ({
    path,
    script,
    text: readFileSync(sharedPath('corpora', path), 'utf8'),
  }));

/** Pairs that OpenCC's phrases have and folding does not, since common words would become equal: 呆 待, 坏 坯. */
const LEFT_OUT = new Set(['呆待', '坏坯']);

const PINYIN_IN_BRACKETS = /\([a-zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜüńňǹ]+\)/gu;

function textOf(test: (document: Document) => boolean): string {
  return documents
    .filter(test)
    .map(({ text }) => text)
    .join('\n');
}

test('the script of the documents is detected', async () => {
  const { detectScript } = await loadScriptDetector();
  const counts = new Map<string, number>();
  let right = 0;
  const wrong: string[] = [];
  for (const { path, script, text } of documents) {
    const detected = detectScript(text);
    const key = `${script} → ${detected}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    const traditional = script.startsWith('hant') && detected.startsWith('Hant');
    if (traditional || detected.toLowerCase() === script.toLowerCase()) right += 1;
    else wrong.push(`${key} ${path}`);
  }
  // Two English statements, a law with a wrong word, and a report of 1923 that a converter without phrases made.
  expect(wrong, [...counts].join('; ')).toHaveLength(4);
  expect(right).toBe(documents.length - 4);
});

test('the reports are Simplified or mixed, and their spans are single characters', async () => {
  const { detectScript } = await loadScriptDetector();
  const scripts: string[] = [];
  for (const name of readdirSync(sharedPath('reports')).sort()) {
    const text = readFileSync(sharedPath('reports', name), 'utf8').replace(PINYIN_IN_BRACKETS, '');
    const source = detectScript(text);
    scripts.push(source);
    for (const view of ['cn', 't', 'tw', 'hk'] as const) {
      const { map } = (await loadConverter(source, view)).convert(text);
      let characters = 0;
      for (let at = 0; at < map.spans.length; at += SPAN_WIDTH) {
        characters += (map.spans[at + 1] ?? 0) - (map.spans[at] ?? 0);
      }
      expect(characters).toBeLessThanOrEqual((map.spans.length / SPAN_WIDTH) * 2);
    }
  }
  expect(scripts).toEqual(['mixed', 'Hans', 'mixed', 'mixed', 'mixed']);
});

test('folding is the same before and after a view of one character for one', async () => {
  const { fold } = await loadFolder();
  const misses: string[] = [];
  let leftOut = 0;
  for (const [source, text] of [
    ['Hans', textOf(({ script }) => script === 'hans')],
    ['Hant', textOf(({ script }) => script.startsWith('hant'))],
    ['Hant-TW', textOf(({ script }) => script.startsWith('hant'))],
    ['mixed', textOf(({ script }) => script.startsWith('hant'))],
  ] as const) {
    const folded = fold(text);
    for (const view of ['cn', 't', 'tw', 'hk'] as const) {
      const converted = fold((await loadConverter(source, view)).convertPlain(text));
      expect(converted.length).toBe(folded.length);
      for (let at = 0; at < folded.length; at += 1) {
        if (folded[at] === converted[at]) continue;
        if (LEFT_OUT.has(`${folded[at] ?? ''}${converted[at] ?? ''}`)) leftOut += 1;
        else misses.push(`${source} ${view} ${folded.slice(at - 2, at + 3)}`);
      }
    }
  }
  expect(misses).toEqual([]);
  expect(leftOut).toBeLessThanOrEqual(4);
});
