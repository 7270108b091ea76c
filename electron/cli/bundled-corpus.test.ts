import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadScriptDetector } from '#core/script/index.ts';
import { parseReport } from '#services/packs/front-matter.ts';

const folder = fileURLToPath(new URL('../../corpus/reports/', import.meta.url));
const reports = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .map((name) => ({ name, ...parseReport(readFileSync(path.join(folder, name), 'utf8'), name) }));

describe('the bundled reports', () => {
  test('are a guide, four digests in Traditional characters and one in Simplified', () => {
    const kinds = reports.map(({ frontMatter: { kind, script } }) => `${kind} ${script.slice(0, 4)}`);
    expect(kinds.toSorted()).toEqual(['digest Hans', ...Array<string>(4).fill('digest Hant'), 'guide Hans']);
  });

  test.each(reports)(
    '$name has 1,200 characters, in the script that it says',
    async ({ body, frontMatter }) => {
      expect(body.match(/[\p{L}\p{N}]/gu)?.length).toBeGreaterThanOrEqual(1200);
      const { detectScript } = await loadScriptDetector();
      expect(detectScript(body)).toBe(frontMatter.script);
    },
  );
});
