import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { buildReading } from '#core/text/reading.ts';
import { sharedPath } from '#test/shared-files.ts';
import { analyseSource, countRepairs } from './analyse-source.ts';
import { readSourceFile } from './read-source-file.ts';

const files = readdirSync(sharedPath('reports')).filter((name) => name.endsWith('.txt'));

describe('the five real reports', () => {
  test('are all there', () => {
    expect(files).toHaveLength(5);
  });

  test.each(files)('%s comes in repaired', async (name) => {
    const path = sharedPath('reports', name);
    const { source, encoding, undecodable, format } = await readSourceFile(path);
    expect({ encoding, undecodable, format }).toEqual({ encoding: 'UTF-8', undecodable: [], format: 'txt' });
    const { edits, metadata, chars } = await analyseSource(source, format, path);
    const { text } = buildReading(source, format, edits);
    expect(text.length).toBe(chars);
    // Readings in brackets are what damages these reports; none of those with a Han character before them stays.
    const readings = /\p{Script=Han}\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]+\)/gu;
    const damage = source.match(readings)?.length ?? 0;
    expect(text.match(readings)?.length ?? 0).toBe(0);
    expect(countRepairs(edits)).toBeGreaterThanOrEqual(damage);
    expect(metadata.title).not.toBe('');
  });
});
