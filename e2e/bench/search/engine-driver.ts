import path from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from '@photostructure/sqlite';
import { loadSearchFolder } from '#core/search/search-folder.ts';
import { phraseClues } from '#core/search/tokenize.ts';
import { libraryParts } from '#services/library-parts.ts';
import { openLibrary } from '#services/library.ts';
import { armoured } from '#services/search/index/index-terms.ts';

/*
 * Runs in a process of its own: `node driver.mjs DATA_FOLDER`. Each line of stdin asks {what, queries}, each line of stdout
 * answers with milliseconds, one a query.
 */

interface Question {
  readonly what: 'ours' | 'bare' | 'totals' | 'scan';
  readonly queries: readonly string[];
}

const LIMIT = 50;

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf16le');
}

async function main(dataDir: string): Promise<void> {
  const library = await openLibrary(
    { dataDir, packFiles: [], now: Date.now, actor: 'command', onEvent: () => undefined },
    libraryParts,
  );
  await library.loadPacks();
  const folder = await loadSearchFolder();
  const index = new DatabaseSync(path.join(dataDir, 'index.db'), { readOnly: true });
  const phraseQuery = index.prepare(
    'SELECT rowid AS id FROM tokens WHERE tokens MATCH ? ORDER BY rank LIMIT ?',
  );
  const readText = index.prepare('SELECT text FROM folded WHERE id = ?');
  let texts: readonly string[] | undefined;
  const workOf = {
    /** The first results with their snippets. */
    ours: async (query: string) => {
      const { results } = await library.search({ query, script: 'cn', limit: LIMIT });
      return results.length;
    },
    /** The same by FTS5 alone: the phrase by rank, and the texts of what was found. */
    bare: (query: string) => {
      const clue = phraseClues(folder.fold(query))[0];
      const match = clue?.kind === 'sequence' ? `"${clue.terms.map(armoured).join(' ')}"` : '""';
      const found = phraseQuery.all(match, LIMIT) as { id: number }[];
      return found.map(({ id }) => textOf((readText.get(id) as { text: Uint8Array }).text)).length;
    },
    /** How many places there are. */
    totals: async (query: string) => {
      const { total } = await library.search({ query, script: 'source', limit: 1 });
      return total.hits;
    },
    /** The same by a look through all folded texts, which are in memory. */
    scan: (query: string) => {
      texts ??= (index.prepare('SELECT text FROM folded').all() as { text: Uint8Array }[]).map(({ text }) =>
        textOf(text),
      );
      const phrase = folder.fold(query);
      let hits = 0;
      for (const text of texts) {
        for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) hits += 1;
      }
      return hits;
    },
  };
  for await (const line of createInterface({ input: process.stdin })) {
    const { what, queries } = JSON.parse(line) as Question;
    const times: number[] = [];
    const counts: number[] = [];
    for (const query of queries) {
      const begun = performance.now();
      const count = await workOf[what](query);
      times.push(performance.now() - begun);
      counts.push(count);
    }
    process.stdout.write(`${JSON.stringify({ times, counts })}\n`);
  }
  index.close();
  await library.close();
}

await main(process.argv[2] ?? '');
