import { beforeEach, describe, expect, test } from 'vitest';
import { messagesOf } from '#renderer/i18n/catalogue.ts';
import { createFakeClient } from '#renderer/platform/fake-client.ts';
import type { FakeClient, FakeOptions } from '#renderer/platform/fake-client.ts';
import { fakeReport } from '#renderer/platform/fake-reports.ts';
import { startWindow } from './start-window.ts';
import { createWindowStore } from './store.ts';
import type { WindowState, WindowStore } from './store.ts';

const english = messagesOf('en');
let client: FakeClient;
let store: WindowStore;
let state: () => WindowState;

async function start(options: FakeOptions = {}): Promise<void> {
  client = createFakeClient({
    reports: [
      fakeReport({ reportId: 'r1', title: 'One' }, '甲乙丙丁戊己庚辛壬癸'),
      fakeReport({ reportId: 'r2', title: 'Two' }, '子丑寅卯'),
      fakeReport({ reportId: 'p1', title: 'Packed', origin: 'pack' }, '辰巳'),
    ],
    ...options,
  });
  store = createWindowStore(client);
  state = store.getState;
  expect(await startWindow({ client, store }).started).toBeNull();
}

/** Lets everything that was begun come to its end. */
async function settle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
}

function toastTexts(): readonly string[] {
  return state().toasts.map(({ content }) =>
    'error' in content ? content.error.code : content.text(english),
  );
}

beforeEach(() => start());

describe('navigation', () => {
  test('going back returns to the place that was left, and forward to the one behind it', () => {
    state().openReport('r1');
    state().notePlace(5);
    state().openReport('r2', { start: 1, end: 2, flash: true });
    expect(state().jump).toMatchObject({ reportId: 'r2', start: 1, end: 2, flash: true });
    state().notePlace(3);
    state().goBack();
    expect(state().currentReportId).toBe('r1');
    expect(state().jump).toMatchObject({ reportId: 'r1', start: 5, flash: false });
    state().goForward();
    expect(state().currentReportId).toBe('r2');
    expect(state().jump).toMatchObject({ start: 3 });
    expect(state().futurePlaces).toEqual([]);
  });

  test('a new way ends the way forward', () => {
    state().openReport('r1');
    state().openReport('r2');
    state().goBack();
    state().openReport('p1');
    expect(state().futurePlaces).toEqual([]);
    expect(state().pastPlaces).toEqual([{ reportId: 'r1', offset: 0 }]);
  });

  test('opening the report that is shown only leaves the search', () => {
    state().openReport('r1');
    state().showMainPane('search');
    state().openReport('r1');
    expect(state().mainPane).toBe('reading');
    expect(state().pastPlaces).toEqual([]);
  });

  test('a jump that is done is gone, an older one does not take a newer one away', () => {
    state().openReport('r1', { start: 1, end: 2 });
    const first = state().jump?.serial ?? -1;
    state().openReport('r1', { start: 3, end: 4 });
    state().jumpDone(first);
    expect(state().jump).toMatchObject({ start: 3 });
    state().jumpDone(state().jump?.serial ?? -1);
    expect(state().jump).toBeNull();
  });

  test('the last report is opened at the start', async () => {
    await start({ app: { lastReportId: 'r1' } });
    expect(state().currentReportId).toBe('r1');
  });
});

describe('notes', () => {
  test('are made in the last colour, listed in the order of the text, and change with their revision', async () => {
    state().openReport('r1');
    await settle();
    await state().createAnnotation({ range: { start: 6, end: 8 }, code: 'green' });
    const second = await state().createAnnotation({ range: { start: 1, end: 3 } });
    expect(state().annotations.map(({ anchor }) => anchor.start)).toEqual([1, 6]);
    expect(second?.code).toBe('green');
    expect(await state().changeAnnotation(second?.id ?? '', { note: '想法' })).toBe(true);
    expect(await state().changeAnnotation(second?.id ?? '', { note: '再想' })).toBe(true);
    await settle();
    expect(state().annotations[0]).toMatchObject({ note: '再想', revision: 3 });
    expect(state().canUndo).toBe(true);
  });

  test('a deleted note comes back by the toast, which goes with the next change', async () => {
    state().openReport('r1');
    const note = await state().createAnnotation({ range: { start: 0, end: 2 } });
    await state().removeAnnotations([note?.id ?? '']);
    expect(state().annotations).toEqual([]);
    expect(toastTexts()).toEqual(['1 note deleted.']);
    state().toasts[0]?.action?.run();
    await settle();
    expect(state().annotations).toHaveLength(1);

    await state().removeAnnotations([note?.id ?? '']);
    await state().createAnnotation({ range: { start: 3, end: 4 } });
    expect(state().toasts.some(({ revertsLastChange }) => revertsLastChange)).toBe(false);
  });

  test('those of another report never show', async () => {
    state().openReport('r1');
    await state().createAnnotation({ range: { start: 0, end: 2 } });
    state().openReport('r2');
    expect(state().annotations).toEqual([]);
    await settle();
    expect(state().annotations).toEqual([]);
    state().openReport('r1');
    await settle();
    expect(state().annotations).toHaveLength(1);
  });

  test('what cannot be stored is told and changes nothing', async () => {
    state().openReport('r1');
    client.fake.failWith('createNote', { code: 'disk-full', params: {} });
    expect(await state().createAnnotation({ range: { start: 0, end: 2 } })).toBeNull();
    expect(toastTexts()).toEqual(['disk-full']);
    expect(state().annotations).toEqual([]);
  });

  test('what others change is read again', async () => {
    state().openReport('r1');
    await settle();
    await client.createNote({
      reportId: 'r1',
      start: 0,
      end: 1,
      kind: 'note',
      code: 'red',
      note: '',
      tags: [],
    });
    await settle();
    expect(state().annotations).toHaveLength(1);
    expect(state().reports.find(({ reportId }) => reportId === 'r1')?.notes).toBe(1);
  });
});

describe('the library', () => {
  test('a deleted report closes, goes to the trash and comes back', async () => {
    state().openReport('r1');
    await state().deleteReports(['r1']);
    expect(state().currentReportId).toBeNull();
    expect(state().reports.map(({ reportId }) => reportId)).toEqual(['r2', 'p1']);
    await state().loadTrash();
    expect(state().trash).toMatchObject([{ reportId: 'r1', title: 'One' }]);
    await state().restoreReports(['r1']);
    expect(state().reports).toHaveLength(3);
    expect(state().trash).toEqual([]);
  });

  test('a report of a pack is not deleted', async () => {
    await state().deleteReports(['p1']);
    expect(client.fake.calls).not.toContain('deleteReports');
    expect(toastTexts()).toEqual([english.library.packReportKept]);
  });

  test('an import tells what came, what was there and what failed', async () => {
    const outcome = { title: '', chars: 1, encoding: 'utf-8', edits: 0, error: null };
    await start({
      imports: [
        {
          reports: [fakeReport({ reportId: 'r9', title: 'Nine' }, '新')],
          answer: {
            outcomes: [
              { ...outcome, path: '/a', status: 'imported', reportId: 'r9', title: 'Nine' },
              { ...outcome, path: '/b', status: 'duplicate', reportId: 'r1', title: 'One' },
              {
                ...outcome,
                path: '/c',
                status: 'failed',
                reportId: null,
                error: { code: 'file-empty', params: {} },
              },
            ],
            skipped: 2,
            cancelled: false,
            stopped: null,
          },
        },
        null,
      ],
    });
    await state().importWithDialog();
    expect(toastTexts()).toEqual([
      '“Nine” imported. “One” is in the library already. 1 could not be imported. 2 files of other kinds left alone.',
    ]);
    expect(state().currentReportId).toBe('r9');
    state().toasts[0]?.action?.run();
    expect(state().dialog).toBe('import-results');

    await state().importWithDialog();
    expect(state().toasts).toHaveLength(1);
    expect(state().importJobs).toEqual([]);
  });

  test('a duplicate of a report in the trash says so', async () => {
    const outcome = { title: '', chars: 1, encoding: 'utf-8', edits: 0, error: null };
    const there = { ...outcome, status: 'duplicate' as const };
    const end = { skipped: 0, cancelled: false, stopped: null };
    const [one, two] = [
      { ...there, path: '/a', reportId: 'r1', title: 'One' },
      { ...there, path: '/b', reportId: 'r2', title: 'Two' },
    ];
    await start({
      imports: [{ answer: { outcomes: [one], ...end } }, { answer: { outcomes: [one, two], ...end } }],
    });
    await state().deleteReports(['r1']);
    await state().importWithDialog();
    await state().importWithDialog();
    expect(toastTexts().slice(-2)).toEqual([
      '“One” is in the trash and can be restored.',
      '1 already in the library. 1 in the trash.',
    ]);
    expect(state().currentReportId).toBeNull();
  });

  test('an import can be stopped', async () => {
    await start({ imports: [{ answer: { outcomes: [], skipped: 0, cancelled: false, stopped: null } }] });
    client.fake.holdImports();
    const running = state().importFiles([{ name: 'a.txt' }]);
    const job = state().importJobs[0]?.job ?? '';
    client.fake.sendImportProgress({ job, done: 3, total: 9, path: '/a.txt', timeLeft: null });
    expect(state().importJobs).toMatchObject([{ done: 3, total: 9 }]);
    await state().cancelImport(job);
    await running;
    expect(toastTexts()).toEqual(['The import was stopped.']);
  });
});

describe('settings', () => {
  test('apply at once; changes made during a save go together in the next', async () => {
    state().changeSettings({ fontSize: 20 });
    state().changeSettings({ fontSize: 21 });
    // Behind the microtask that saves both.
    await Promise.resolve();
    state().changeSettings({ fontSize: 23 });
    state().changeSettings({ fontSize: 22, theme: 'dark' });
    expect(state().settings).toMatchObject({ fontSize: 22, theme: 'dark' });
    await settle();
    expect(client.fake.calls.filter((call) => call === 'changeSettings')).toHaveLength(2);
    const saved = await client.appState({});
    expect(saved).toMatchObject({ value: { settings: { fontSize: 22, theme: 'dark' } } });
  });
});

describe('a link', () => {
  test('opens the report at its note', async () => {
    const made = await client.createNote({
      reportId: 'r1',
      start: 2,
      end: 4,
      kind: 'note',
      code: 'red',
      note: '',
      tags: [],
    });
    const id = made.ok ? made.value.id : '';
    client.fake.sendOpenLink({ reportId: 'r1', note: id });
    await settle();
    expect(state().jump).toMatchObject({ reportId: 'r1', start: 2, end: 4, flash: true });
    expect(state().selectedNoteId).toBe(id);
  });

  test('says what it leads to is not there', async () => {
    client.fake.sendOpenLink({ reportId: 'gone', note: null });
    await settle();
    expect(state().currentReportId).toBeNull();
    client.fake.sendOpenLink({ reportId: 'r2', note: 'n0000000000000zzz' });
    await settle();
    expect(state().currentReportId).toBe('r2');
    expect(toastTexts()).toEqual([english.app.linkUnknown, english.app.linkNoteUnknown]);
  });
});

test('a start without the library says why', async () => {
  const broken = createFakeClient();
  broken.fake.failWith('appState', { code: 'store-locked', params: {} });
  const parts = { client: broken, store: createWindowStore(broken) };
  expect(await startWindow(parts).started).toEqual({ code: 'store-locked', params: {} });
});
