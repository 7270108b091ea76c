import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { FirstReports } from '#core/ipc/calls/first-reports.ts';
import { keptListFile } from './data-folder.ts';
import { keepList, keptRows } from './kept-list.ts';
import { openTestLibrary, packReport } from './store/fixtures/test-library.ts';
import { temporaryFolder } from './store/fixtures/temporary-folder.ts';

const ORDER = { sort: 'imported', near: 'r-1' } as const;
const OTHERS = [
  { sort: 'date', near: 'r-1' },
  { sort: 'imported', near: null },
] as const;

async function twoReports(): Promise<FirstReports> {
  const library = await openTestLibrary(temporaryFolder());
  await library.addReport('关于春耕的通知');
  await library.addReport('关于防汛的通知');
  const reports = await library.listReports({});
  await library.close();
  return { at: 'a state', from: 0, count: 2, reports };
}

function keptText(list: FirstReports): string {
  const dataDir = temporaryFolder();
  keepList(dataDir, ORDER, list);
  return readFileSync(keptListFile(dataDir), 'utf8');
}

test('what was kept is read back, without the name of a state that is over', async () => {
  const list = await twoReports();
  expect(keptRows(keptText(list), ORDER)).toEqual({ ...list, at: null });
});

test('a stretch fits the order that it was cut from, a whole list any', async () => {
  const list = await twoReports();
  const stretch = keptText({ ...list, from: 3, count: 900 });
  expect(keptRows(stretch, ORDER)).toEqual({ ...list, at: null, from: 3, count: 900 });
  for (const other of OTHERS) {
    expect(keptRows(stretch, other)).toBeNull();
    expect(keptRows(keptText(list), other)).toEqual({ ...list, at: null });
  }
});

test('nothing is read out of a text that is cut short, of another form, or empty', async () => {
  const list = await twoReports();
  const text = keptText(list);
  const bad = [text.slice(0, -9), text.replace('"format":1', '"format":2'), text.replace('"title"', '"x"')];
  for (const each of ['', 'null', ...bad, keptText({ ...list, count: 0, reports: [] })]) {
    expect(each).not.toBe(text);
    expect(keptRows(each, ORDER)).toBeNull();
  }
});

test('a library keeps its own reports, not those of packs, which a window has later', async () => {
  const library = await openTestLibrary(temporaryFolder(), {
    packReports: [packReport('p-a-1', '包里的报告')],
  });
  await library.addReport('关于春耕的通知');
  await library.keepList(ORDER);
  const rows = keptRows(readFileSync(keptListFile(library.dataDir), 'utf8'), ORDER);
  expect(rows?.count).toBe(1);
  expect(rows?.reports).toEqual((await library.listReports({})).filter(({ origin }) => origin !== 'pack'));
  await library.close();
});
