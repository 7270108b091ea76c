import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ZhupiError } from '#core/base/app-error.ts';
import { exportData } from '../exporter/export-data.ts';
import { exportMarkdown } from '../exporter/export-markdown.ts';
import { exportReferences } from '../exporter/export-references.ts';
import { importBytes } from '../importers/import-bytes.ts';
import { importPaths } from '../importers/import-paths.ts';
import { openLibrary } from '../library.ts';
import type { Library, LibraryOptions } from '../library-types.ts';
import { createPacks } from '../packs/pack-service.ts';
import { temporaryFolder } from '../store/fixtures/temporary-folder.ts';
import { MIGRATIONS } from '../store/migrations/index.ts';
import { openStore } from '../store/open-store.ts';
import { createLibraryClient } from './library-client.ts';
import type { ProcessEvent } from './process-calls.ts';
import { serveLibrary } from './serve-library.ts';

type Listener = (value: never) => void;

/** The two ends of a channel; messages are copied, as they are between processes, and come a turn later. */
function channel() {
  const listeners: { message: Listener[]; exit: Listener[] } = { message: [], exit: [] };
  const served: ((message: unknown) => void)[] = [];
  const deliver = (to: readonly ((value: never) => void)[], value: unknown) => {
    const copy: unknown = structuredClone(value);
    setImmediate(() => {
      for (const listener of to) listener(copy as never);
    });
  };
  const toProcess = (message: unknown) => {
    deliver(served, message);
  };
  return {
    client: {
      postMessage: toProcess,
      on: (event: 'message' | 'exit', listener: Listener) => listeners[event].push(listener),
    },
    server: {
      send: (message: unknown) => {
        deliver(listeners.message, message);
      },
      onMessage: (listener: (message: unknown) => void) => served.push(listener),
    },
    toProcess,
    fromProcess: (message: unknown) => {
      deliver(listeners.message, message);
    },
    exit: () => {
      deliver(listeners.exit, 1);
    },
  };
}

const search = () => ({
  search: () => Promise.reject(new ZhupiError('query-bad', { query: '(' })),
  searchInReport: () => Promise.resolve([]),
  placeLabels: () => Promise.resolve([]),
  cancel: () => undefined,
  concordance: () => Promise.reject(new Error('not in this test')),
  find: () => Promise.reject(new Error('not in this test')),
  suggest: () => Promise.resolve([]),
  invalidate: () => undefined,
  prepare: () => Promise.resolve(),
  offer: () => Promise.resolve(),
  close: () => Promise.resolve(),
});

const open = (options: LibraryOptions): Promise<Library> =>
  openLibrary(options, {
    createPacks,
    importPaths,
    importBytes,
    exportMarkdown,
    exportData,
    exportReferences,
    createSearch: search,
  });

function start(openWith: (options: LibraryOptions) => Promise<Library> = open) {
  const ends = channel();
  let closed = 0;
  serveLibrary(ends.server, {
    openLibrary: openWith,
    now: () => 1000,
    onClosed: () => {
      closed += 1;
    },
  });
  const client = createLibraryClient(ends.client);
  const events: ProcessEvent[] = [];
  client.onEvent((event) => events.push(event));
  const folder = temporaryFolder();
  client.start({ dataDir: path.join(folder, 'data'), packFiles: [] });
  return { client, events, folder, ends, closed: () => closed };
}

describe('main and the library process', () => {
  test('import, list, annotate and export over the channel', async () => {
    const { client, events, folder, closed } = start();
    const file = path.join(folder, 'a.txt');
    await writeFile(file, '关于教育工作的报告\n教育是国之大计。\n');
    const imported = await client.call('importPaths', { job: 'j1', paths: [file] });
    expect(imported).toMatchObject({
      ok: true,
      value: { imported: 1, told: [], cancelled: false },
    });
    const progress = events.filter(({ event }) => event === 'importProgress');
    expect(progress).toContainEqual({
      event: 'importProgress',
      payload: { job: 'j1', done: 0, total: 1, path: file, timeLeft: null },
    });
    const listed = await client.call('listReports', {});
    const reportId = listed.ok ? (listed.value[0]?.reportId ?? '') : '';
    const note = { kind: 'highlight', code: 'red', note: '', tags: [] } as const;
    const made = await client.call('createNote', { reportId, start: 10, end: 12, ...note, tags: [] });
    expect(made).toMatchObject({ ok: true, value: { anchor: { exact: '教育' } } });
    const exported = await client.call('exportNotes', {
      reportIds: null,
      file: null,
      folder: path.join(folder, 'out'),
    });
    expect(exported).toMatchObject({ ok: true, value: { files: [{ status: 'written', annotations: 1 }] } });
    await client.close();
    expect(closed()).toBe(1);
  });

  test('a text from the clipboard becomes a report with its bytes, and the same once more a duplicate', async () => {
    const { client } = start();
    const pasted = {
      name: '剪贴板',
      kind: '.txt',
      content: '关于教育工作的报告\n教育是国之大计。\n',
    } as const;
    const first = await client.call('importBytes', pasted);
    expect(first).toMatchObject({
      ok: true,
      value: { imported: 1, first: { title: '关于教育工作的报告' } },
    });
    const again = await client.call('importBytes', pasted);
    const reportId = first.ok ? first.value.first?.reportId : undefined;
    expect(again).toMatchObject({ ok: true, value: { duplicates: 1, told: [{ reportId }] } });
    const bytes = new TextEncoder().encode('<h1>简报</h1><p>各级政府要加强领导，落实责任。</p>');
    const page = await client.call('importBytes', { name: '剪贴板', kind: '.html', content: bytes });
    expect(page).toMatchObject({ ok: true, value: { imported: 1 } });
    const empty = await client.call('importBytes', { name: '剪贴板', kind: '.txt', content: ' \n' });
    expect(empty).toMatchObject({
      ok: true,
      value: { failed: 1, told: [{ status: 'failed', error: { code: 'file-empty' } }] },
    });
    const listed = await client.call('listReports', {});
    expect(listed.ok && listed.value.length).toBe(2);
    await client.close();
  });

  test('files that failed are tried again, once, by the name of their import', async () => {
    const { client, events, folder } = start();
    const [good, bad] = [path.join(folder, 'a.txt'), path.join(folder, 'b.txt')];
    await writeFile(good, '关于教育工作的报告\n教育是国之大计。\n');
    await writeFile(bad, '');
    const first = await client.call('importPaths', { job: 'j1', paths: [good, bad] });
    expect(first).toMatchObject({
      ok: true,
      value: { imported: 1, failed: 1, told: [{ path: bad, error: { code: 'file-empty' } }] },
    });
    await writeFile(bad, '关于卫生工作的报告\n健康是人民的期盼。\n');
    const second = await client.call('retryImport', { job: 'j2', from: 'j1' });
    expect(second).toMatchObject({ ok: true, value: { imported: 1, failed: 0, told: [] } });
    const reports = await client.call('importedReports', { job: 'j1' });
    expect(reports).toEqual({ ok: true, value: [first.ok ? first.value.first?.reportId : ''] });
    const more = { job: 'j1', status: 'failed', from: 0, count: 5 } as const;
    expect(await client.call('importOutcomes', more)).toMatchObject({ ok: true, value: [{ path: bad }] });
    expect(await client.call('importOutcomes', { ...more, from: 1 })).toEqual({ ok: true, value: [] });
    expect(events).toContainEqual({
      event: 'importProgress',
      payload: { job: 'j2', done: 0, total: 1, path: bad, timeLeft: null },
    });
    const third = await client.call('retryImport', { job: 'j3', from: 'j1' });
    expect(third).toMatchObject({ ok: false, error: { code: 'request-invalid' } });
    await client.close();
  });

  test('packs are loaded behind the first list, once', async () => {
    const { client, events } = start();
    const states = () =>
      events.flatMap((event) => (event.event === 'packsState' ? [event.payload.state] : []));
    await client.call('listTags', {});
    expect(states()).toEqual([]);
    await client.call('listReports', {});
    await client.call('listReports', {});
    await expect.poll(states).toEqual(['loading', 'ready']);
    await client.close();
  });

  test('what fails comes back as a Result with its code', async () => {
    const { client } = start();
    const unknown = await client.call('openReport', { reportId: 'r404' });
    expect(unknown).toMatchObject({ ok: false, error: { code: 'report-unknown' } });
    const query = await client.call('search', { query: '(', script: 'source', limit: 5 });
    expect(query).toEqual({ ok: false, error: { code: 'query-bad', params: { query: '(' } } });
    await client.close();
  });

  test('requests are checked in the process too, whoever sends them', async () => {
    const { client, ends } = start();
    const answers: unknown[] = [];
    ends.client.on('message', (message: unknown) => {
      // Events, such as that packs are being loaded, are no answers.
      if (typeof message === 'object' && message !== null && 'result' in message) answers.push(message);
    });
    const bad = [
      { id: 900, call: 'openReport', request: { reportId: 7 } },
      { id: 901, call: 'constructor', request: {} },
      { id: 902, call: 'close', request: {} },
    ];
    for (const message of bad) ends.toProcess(message);
    for (const junk of [null, 'text', { id: 'x' }, { init: {} }]) ends.toProcess(junk);
    await expect.poll(() => answers.length).toBe(bad.length);
    for (const answer of answers) {
      expect(answer).toMatchObject({ result: { ok: false, error: { code: 'request-invalid' } } });
    }
    expect(await client.call('listTags', {})).toEqual({ ok: true, value: [] });
    await client.close();
  });

  test('a library that does not open answers every call with the reason', async () => {
    const { client, closed } = start(() => Promise.reject(new ZhupiError('store-newer', { path: '/d' })));
    const expected = { ok: false, error: { code: 'store-newer', params: { path: '/d' } } };
    expect(await client.call('listReports', {})).toEqual(expected);
    expect(await client.call('listTags', {})).toEqual(expected);
    await client.close();
    expect(closed()).toBe(1);
  });

  test('data that a newer program wrote can be read, which is told', async () => {
    const { client, events, folder } = start();
    const dataDir = path.join(folder, 'data');
    const later = { number: MIGRATIONS.length + 1, sql: 'CREATE TABLE later (id TEXT) STRICT;' };
    const store = await openStore({ dataDir, now: () => 1000, migrations: [...MIGRATIONS, later] });
    await store.close();
    expect(await client.call('listReports', {})).toEqual({ ok: true, value: [] });
    expect(events).toContainEqual({ event: 'libraryNotice', payload: { kind: 'newer' } });
    expect(await client.call('makeBackup', {})).toMatchObject({ ok: true });
    const restored = await client.call('restoreBackup', { name: 'zhupi-no-such.db' });
    expect(restored).toMatchObject({ ok: false, error: { code: 'file-not-found' } });
    await client.close();
  });

  test('a backup is restored over the channel, and the windows are told to start anew', async () => {
    const { client, events, folder } = start();
    const file = path.join(folder, 'a.txt');
    await writeFile(file, '关于教育工作的报告\n教育是国之大计。\n');
    const made = await client.call('makeBackup', {});
    await client.call('importPaths', { job: 'j1', paths: [file] });
    const name = made.ok ? made.value.name : '';
    expect(await client.call('restoreBackup', { name })).toEqual({ ok: true, value: {} });
    expect(await client.call('listReports', {})).toEqual({ ok: true, value: [] });
    const named = events.map(({ event }) => event);
    expect(named.indexOf('libraryReplaced')).toBeGreaterThan(named.indexOf('libraryNotice'));
    const listed = await client.call('listBackups', {});
    const reasons = listed.ok ? listed.value.map(({ reason }) => reason).sort() : [];
    expect(reasons).toEqual(['hand', 'restore']);
    await client.close();
  });

  test('a process that ends answers what is under way, and what comes after', async () => {
    const { client, ends } = start(() => new Promise(() => undefined));
    const pending = client.call('listReports', {});
    ends.exit();
    expect(await pending).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(await client.call('listTags', {})).toMatchObject({ ok: false, error: { code: 'internal' } });
    await client.close();
  });

  test('answers and events that do not keep the contract are not handed on', async () => {
    const { client, events, ends } = start(() => new Promise(() => undefined));
    const pending = client.call('listTags', {});
    ends.fromProcess({ event: 'packsState', payload: { state: 'happy' } });
    ends.fromProcess({ event: 'unheard', payload: {} });
    ends.fromProcess({ id: 0, result: { ok: true, value: [7] } });
    expect(await pending).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(events).toEqual([]);
    ends.exit();
  });

  test('a listener that was taken away hears nothing more', async () => {
    const { client, ends } = start();
    const heard: ProcessEvent[] = [];
    const stop = client.onEvent((event) => heard.push(event));
    stop();
    ends.fromProcess({ event: 'libraryChanged', payload: {} });
    await client.call('listTags', {});
    expect(heard).toEqual([]);
    await client.close();
  });
});
