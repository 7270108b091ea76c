import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sharedPath } from '#test/shared-files.ts';
import { blockTexts } from './blocks.ts';
import { layoutEdits } from './layout.ts';
import { toA, toB } from './map-range.ts';
import { createOffsetMap, spanTuples } from './offset-map.ts';
import { buildReading } from './reading.ts';

const names = readdirSync(sharedPath('reports')).filter((name) => name.endsWith('.txt'));

describe('the layout of the real reports', () => {
  it('was tried on five', () => {
    expect(names).toHaveLength(5);
  });

  it.each(names)('%s', (name) => {
    const source = readFileSync(sharedPath('reports', name), 'utf8').replace(/^\ufeff/u, '');
    const { text, map, blocks } = buildReading(source, 'txt', layoutEdits(source));

    expect(blocks).toHaveLength(source.split(/[\r\n]+/u).filter((line) => line.trim() !== '').length);
    expect(blockTexts(text, blocks).join('\n')).toBe(text);
    for (const block of blockTexts(text, blocks)) expect(block).toMatch(/^\S(?:.*\S)?$/u);
    expect(text.replace(/\s/gu, '')).toBe(source.replace(/\s/gu, ''));

    expect(createOffsetMap(map.spans, source.length, text.length)).toEqual(map);
    let [a, b] = [0, 0];
    for (const [aStart, aEnd, bStart, bEnd] of spanTuples(map)) {
      expect(text.slice(b, bStart)).toBe(source.slice(a, aStart));
      expect(source.slice(aStart, aEnd)).toMatch(/^\s*$/u);
      [a, b] = [aEnd, bEnd];
    }
    for (const block of blocks) {
      const range = toA(map, block);
      expect(source.slice(range.start, range.end)).toBe(text.slice(block.start, block.end));
      expect(toB(map, range)).toEqual({ start: block.start, end: block.end });
    }
  });
});
