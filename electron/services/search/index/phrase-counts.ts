import { phraseClues } from '#core/search/tokenize.ts';
import type { Connection } from '#services/store/connection.ts';
import { armoured } from './index-terms.ts';

/** Places of a phrase by field in the rows that have any, one number a row in each list. */
export interface CountedRows {
  readonly rows: readonly number[];
  readonly title: readonly number[];
  readonly headings: readonly number[];
  /** In all fields. */
  readonly all: readonly number[];
}

/** Every place of every term in the index. */
export const PLACES = "CREATE VIRTUAL TABLE temp.place USING fts5vocab('main', 'tokens', 'instance')";

/** Han characters of the first plane, each of which is one unit wherever it stands; longer phrases have not all of their terms as clues. */
const HAN_RUN = /^[\u3400-\u9fff]{1,40}$/u;

/** Places of a single character above which they are not gathered one by one: that would take much memory. */
export const MANY_PLACES = 40_000;

/**
 * Tells the places of folded phrases of Han characters from the index, without a text: each occurrence of them is one of their
 * terms, or of their sequence of terms, and nothing else is. Null for another phrase.
 */
export function phraseCounter(connection: Connection): (phrase: string) => CountedRows | null {
  return (phrase) => {
    if (!HAN_RUN.test(phrase)) return null;
    switch (phrase.length) {
      case 1:
        return countCharacter(connection, phrase);
      case 2:
        return countedPlaces(placesOf(connection, PAIR, armoured(phrase)));
      default:
        return countMatches(connection, sequenceOf(phrase));
    }
  };
}

/**
 * The row and field of each place of a term, in one number a place. The index has them in the order of rows; SQLite does not know
 * that and would sort them to group them (measured: 11 ms instead of 5 for 43,000 places).
 */
const PLACE = "doc * 4 + CASE col WHEN 'title' THEN 1 WHEN 'headings' THEN 2 ELSE 0 END";
const PAIR = `SELECT json_group_array(${PLACE}) AS places FROM temp.place WHERE term = ?`;
/** Each place of a character begins one term, which it ends when no other follows. */
const CHARACTER = `
  SELECT json_group_array(place) AS places
  FROM (SELECT ${PLACE} AS place FROM temp.place WHERE term >= ? AND term < ? LIMIT ${String(MANY_PLACES + 1)})`;

function placesOf(connection: Connection, sql: string, ...terms: readonly string[]): readonly number[] {
  const found = connection.get<{ places: string }>(sql, ...terms);
  return JSON.parse(found?.places ?? '[]') as readonly number[];
}

function countCharacter(connection: Connection, character: string): CountedRows | null {
  const first = armoured(character);
  // Hexadecimal digits end before g.
  const places = placesOf(connection, CHARACTER, first, `${first}g`);
  if (places.length > MANY_PLACES) return countMatches(connection, `"${first}" *`);
  return countedPlaces(places.toSorted((a, b) => a - b));
}

/** @param places as {@link PLACE} tells them, in the order of rows */
function countedPlaces(places: readonly number[]): CountedRows {
  const [rows, title, headings, all]: [number[], number[], number[], number[]] = [[], [], [], []];
  let last = -1;
  for (const place of places) {
    const row = Math.floor(place / 4);
    const field = place % 4;
    if (row !== rows[last]) {
      last += 1;
      rows.push(row);
      title.push(0);
      headings.push(0);
      all.push(0);
    }
    if (field === 1) title[last] = (title[last] ?? 0) + 1;
    else if (field === 2) headings[last] = (headings[last] ?? 0) + 1;
    all[last] = (all[last] ?? 0) + 1;
  }
  return { rows, title, headings, all };
}

/**
 * FTS5 counts the places of a phrase and tells SQL only what bm25() makes of them (https://sqlite.org/fts5.html#the_bm25_function):
 * idf · f · (k1 + 1) / (f + K) with K = k1 · (1 - b + b · length / average), where f is the sum of places times the weight of
 * their column. For an endless weight that is idf · (k1 + 1), so that the quotient of both is q = f / (f + K), and f = K · q / (1 - q).
 * Measured over 10,000 reports f comes to 10⁻¹⁰ of a whole number, in a tenth of the time that reading the texts takes.
 */
const MATCHES = `
  WITH found AS MATERIALIZED (
    SELECT rowid AS id, bm25(tokens, 1e200, 1e200, 1e200) AS endless, bm25(tokens, 1, 0, 0) AS title,
      bm25(tokens, 0, 1, 0) AS headings, bm25(tokens, 1, 1, 1) AS fields
    FROM tokens WHERE tokens MATCH ?)
  SELECT json_group_array(found.id) AS ids, json_group_array(title_tokens + heading_tokens + text_tokens) AS lengths,
    json_group_array(title / endless) AS title, json_group_array(headings / endless) AS headings,
    json_group_array(fields / endless) AS fields
  FROM found JOIN report ON report.id = found.id`;
/** FTS5's own sums, which it does not lessen when a row is deleted: rows, then tokens by column. */
const SUMS = 'SELECT block FROM tokens_data WHERE id = 1';
const [K1, B] = [1.2, 0.75];
/** How far from a whole number the number of places may come out. */
const TOLERANCE = 1e-3;

function sequenceOf(phrase: string): string {
  const terms = phraseClues(phrase).flatMap((clue) => (clue.kind === 'sequence' ? clue.terms : []));
  return `"${terms.map(armoured).join(' ')}"`;
}

/** @param match a phrase of FTS5 */
function countMatches(connection: Connection, match: string): CountedRows | null {
  return connection.read(() => matchesCounted(connection, match));
}

/** Inside a transaction, so that lengths and average are those of the index. Null when no whole numbers come out. */
function matchesCounted(connection: Connection, match: string): CountedRows | null {
  const columns = connection.get<
    Readonly<Record<'ids' | 'lengths' | 'title' | 'headings' | 'fields', string>>
  >(MATCHES, match);
  if (columns === undefined) return null;
  const [rows = [], lengths = [], title = [], headings = [], all = []] = [
    columns.ids,
    columns.lengths,
    columns.title,
    columns.headings,
    columns.fields,
  ].map((json) => JSON.parse(json) as number[]);
  const [rowsEver = 0, ...tokensEver] = varintsOf(connection.get<{ block: Uint8Array }>(SUMS)?.block ?? []);
  const average = tokensEver.reduce((sum, tokens) => sum + tokens, 0) / rowsEver;
  for (const [at, length] of lengths.entries()) {
    const saturation = K1 * (1 - B + (B * length) / average);
    for (const quotients of [title, headings, all]) {
      const quotient = quotients[at] ?? 0;
      const places = (saturation * quotient) / (1 - quotient);
      const whole = Math.round(places);
      if (!(Math.abs(places - whole) < TOLERANCE)) return null;
      quotients[at] = whole;
    }
  }
  return { rows, title, headings, all };
}

/** Whole numbers below 2⁵³ as SQLite writes them: seven bits a byte, the highest first, the last byte below 128. */
function varintsOf(bytes: Iterable<number>): readonly number[] {
  const numbers: number[] = [];
  let number = 0;
  for (const byte of bytes) {
    number = number * 128 + (byte & 127);
    if (byte > 127) continue;
    numbers.push(number);
    number = 0;
  }
  return numbers;
}
