import * as fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeDocx, wordParagraph } from '../importers/formats/fixtures/make-files.ts';
import { readInThread } from '../importers/formats/reader-thread.ts';
import type { NewReport } from '../report-types.ts';
import { newReport } from '../store/fixtures/new-report.ts';
import { temporaryFolder } from '../store/fixtures/temporary-folder.ts';
import { insertReport } from '../store/insert-report.ts';
import { openStore } from '../store/open-store.ts';
import { openStoredReport } from '../store/report-table.ts';
import { recoverLibrary } from './recover-library.ts';
import { makeDamageFixture, openAfterDamage } from './fixtures/damage-trial.ts';

test.each([
  ['its header', (bytes: Buffer) => bytes.fill(0, 0, 100)],
  ['its schema', (bytes: Buffer) => bytes.fill(0x55, 100, 4096)],
  ['every tenth page', (bytes: Buffer) => eachPage(bytes, 10)],
  ['all but the first page', (bytes: Buffer) => eachPage(bytes, 1)],
])(
  'a database that lost %s opens again with every note of the backup',
  { timeout: 30_000 },
  async (_name, damage) => {
    const fixture = await makeDamageFixture(temporaryFolder());
    const { ids, recovered } = await openAfterDamage(fixture, damage);
    expect(recovered).toBe(true);
    expect(fixture.backedUp.filter((id) => !ids.has(id))).toEqual([]);
  },
);

test('what is later than the backup comes from the damaged file', { timeout: 30_000 }, async () => {
  const fixture = await makeDamageFixture(temporaryFolder());
  let saved = 0;
  let recoveries = 0;
  const pages = fixture.database.length / 4096;
  for (let page = 1; page < pages; page += Math.ceil(pages / 12)) {
    const { ids, recovered } = await openAfterDamage(fixture, (bytes) =>
      bytes.fill(0x77, page * 4096, page * 4096 + 8),
    );
    expect(fixture.backedUp.filter((id) => !ids.has(id))).toEqual([]);
    if (!recovered) continue;
    recoveries += 1;
    saved += fixture.later.filter((id) => ids.has(id)).length;
  }
  expect(recoveries).toBeGreaterThan(3);
  // One page spoilt of many: a note stands in its own row and in the journal.
  expect(saved / (recoveries * fixture.later.length)).toBeGreaterThan(0.9);
});

function eachPage(bytes: Buffer, step: number): void {
  for (let at = 4096; at < bytes.length; at += 4096 * step) bytes.fill(0x77, at, at + 4096);
}

const CLAUSE = '各地落实责任。';

/** Spoils the text of a report in the middle, where nothing but its hash tells, and recovers the library. */
async function recoverSpoiltText(report: NewReport) {
  const dataDir = temporaryFolder();
  const now = (): number => Date.UTC(2026, 0, 2);
  const store = await openStore({ dataDir, now });
  const reportId = insertReport(store.connection, store.originals, report, now())?.reportId ?? '';
  await store.close();
  const file = path.join(dataDir, 'zhupi.db');
  const bytes = fs.readFileSync(file);
  const at = bytes.indexOf(Buffer.from(CLAUSE.repeat(100), 'utf8'));
  expect(at).toBeGreaterThan(0);
  bytes[at + 1] = (bytes[at + 1] ?? 0) ^ 0xff;
  fs.writeFileSync(file, bytes);
  const { lost } = await recoverLibrary(dataDir, now());
  const mended = await openStore({ dataDir, now });
  const source = lost.length > 0 ? null : openStoredReport(mended.connection, reportId).source;
  expect(await mended.check()).toEqual([]);
  await mended.close();
  return { lost, source };
}

test.each([
  ['as it was read by itself', 'UTF-8', (text: string) => Buffer.from(text, 'utf8')],
  ['in another encoding', 'UTF-16LE', (text: string) => Buffer.from(text, 'utf16le')],
])('a text that is damaged and in no backup comes from its file, %s', async (_name, encoding, encode) => {
  const text = `不在任何备份里的一份报告。${CLAUSE.repeat(2000)}`;
  const { lost, source } = await recoverSpoiltText(newReport(text, { bytes: encode(text), encoding }));
  expect(lost).toEqual([]);
  expect(source).toBe(text);
});

const DOCUMENTS: readonly (readonly [string, () => Uint8Array])[] = [
  ['.docx', () => makeDocx(wordParagraph('工作报告') + wordParagraph(CLAUSE.repeat(2000)))],
  ['.html', () => Buffer.from(`<meta charset="utf-8"><h1>工作报告</h1><p>${CLAUSE.repeat(2000)}</p>`)],
];

test.each(DOCUMENTS)(
  'the damaged text of a document (%s) is written anew by its reader',
  { timeout: 60_000 },
  async (kind, make) => {
    const bytes = make();
    const { source: text, ...read } = await readInThread(kind, bytes);
    const { lost, source } = await recoverSpoiltText(newReport(text, { ...read, bytes }));
    expect(lost).toEqual([]);
    expect(source).toBe(text);
  },
);

test('a text that its reader would write in another way is told as lost', { timeout: 60_000 }, async () => {
  const bytes = makeDocx(wordParagraph(CLAUSE.repeat(2000)));
  const { source: text, ...read } = await readInThread('.docx', bytes);
  const { lost } = await recoverSpoiltText(newReport(`${text}由更早的版本写出`, { ...read, bytes }));
  expect(lost).toHaveLength(1);
});
