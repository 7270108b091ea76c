import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ok } from '#core/base/result.ts';
import { createFakeClient } from '#renderer/platform/fake-client.ts';
import type { FakeOptions } from '#renderer/platform/fake-client.ts';
import { fakeReport } from '#renderer/platform/fake-reports.ts';
import { Toasts } from '#renderer/app/Toasts.tsx';
import { startWindow } from '#renderer/state/window/start-window.ts';
import { createWindowStore } from '#renderer/state/window/store.ts';
import { expectNoAxeViolations } from '#test/axe.ts';
import { renderComponent } from '#test/render-component.tsx';
import type { Rendered } from '#test/render-component.tsx';
import { LibraryPane } from './LibraryPane.tsx';

const reports = [
  fakeReport(
    { reportId: 'r1', title: '甲县工作报告', issuer: '甲县政府', date: '2024-01-02', importedAt: 3 },
    '文',
  ),
  fakeReport({ reportId: 'r2', title: '乙市教育強國規劃', script: 'Hant', importedAt: 2 }, '文'),
  fakeReport({ reportId: 'r3', title: '丙省通知', region: '丙省', importedAt: 1 }, '文'),
];

async function renderPane(options: FakeOptions = { reports }): Promise<Rendered> {
  const pane = (
    <>
      <LibraryPane />
      <Toasts />
    </>
  );
  return renderComponent(pane, { client: createFakeClient(options) });
}

function titles(): readonly (string | null)[] {
  return screen.getAllByRole('option').map((row) => row.querySelector('[title]')?.textContent ?? null);
}

// jsdom lays nothing out, and a list without a height shows no row.
beforeEach(() => {
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(66);
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('the list', () => {
  test('a stretch stands in its place in the whole list, with the count of all', async () => {
    const { store, user } = await renderPane();
    const [, second] = store.getState().reports;
    act(() => store.setState({ reports: second ? [second] : [], stretch: { from: 1, count: 5 } }));
    const row = screen.getByRole('option');
    expect([row.getAttribute('aria-posinset'), row.getAttribute('aria-setsize')]).toEqual(['2', '5']);
    expect(screen.getByText('5 reports')).toBeTruthy();
    // How many of all a filter lets through is not known yet.
    await user.type(screen.getByRole('searchbox'), '乙市');
    expect(titles()).toEqual(['乙市教育強國規劃']);
    expect(screen.queryByText(/^\d+ reports?$/u)).toBeNull();
    await act(() => store.getState().loadReports());
    await user.clear(screen.getByRole('searchbox'));
    expect(titles()).toHaveLength(3);
    expect(screen.getByText('3 reports')).toBeTruthy();
  });

  test('shows what is known of each report and breaks no rule of accessibility', async () => {
    const { container, client } = await renderPane();
    expect(titles()).toEqual(['甲县工作报告', '乙市教育強國規劃', '丙省通知']);
    await act(() =>
      client.createNote({ reportId: 'r2', start: 0, end: 1, kind: 'note', code: 'red', note: '', tags: [] }),
    );
    const row = await screen.findByRole('option', { name: /乙市.*Traditional.*1 note/u });
    expect(row.querySelector('[lang]')?.getAttribute('lang')).toBe('zh-Hant');
    await expectNoAxeViolations(container);
  });

  test('is walked, opened and emptied with the keys, and what was deleted comes back', async () => {
    const { user, store } = await renderPane();
    screen.getByRole('listbox').focus();
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(store.getState().currentReportId).toBe('r2');
    await user.keyboard('{Delete}');
    await waitFor(() => expect(titles()).toEqual(['甲县工作报告', '丙省通知']));
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(titles()).toHaveLength(3));
  });

  test('several are chosen with Shift and deleted together', async () => {
    const { user } = await renderPane();
    screen.getByRole('listbox').focus();
    await user.keyboard('{Home}{Shift>}{ArrowDown}{/Shift}');
    expect(screen.getAllByRole('option', { selected: true })).toHaveLength(2);
    await user.keyboard('{Delete}');
    await waitFor(() => expect(titles()).toEqual(['丙省通知']));
    expect(screen.getByText('2 reports are in the trash for 30 days.')).toBeTruthy();
  });

  test('a click opens', async () => {
    const { user, store } = await renderPane();
    await user.click(screen.getByRole('option', { name: /丙省/u }));
    expect(store.getState().currentReportId).toBe('r3');
    expect(screen.getByRole('option', { current: true }).textContent).toContain('丙省');
  });

  test('is put in another order', async () => {
    const { user, store } = await renderPane();
    await user.click(screen.getByRole('button', { name: 'Sort: Last imported' }));
    await user.click(screen.getByRole('menuitemradio', { name: 'Date' }));
    expect(store.getState().settings.librarySort).toBe('date');
    expect(titles()[0]).toBe('甲县工作报告');
  });
});

describe('the filter', () => {
  test('finds a title in the other script, and Escape empties it', async () => {
    const { user } = await renderPane();
    const box = screen.getByRole('searchbox', { name: 'Filter reports' });
    await user.type(box, '强国规划');
    await waitFor(() => expect(titles()).toEqual(['乙市教育強國規劃']));
    await user.type(box, '没有这个');
    expect(screen.getByText('No report fits')).toBeTruthy();
    await user.keyboard('{Escape}');
    expect(titles()).toHaveLength(3);
  });
});

describe('an import', () => {
  test('shows how far it is after half a second, and can be stopped', async () => {
    const { client, user, store } = await renderPane({
      imports: [{ answer: { outcomes: [], skipped: 0, cancelled: false, stopped: null } }],
    });
    client.fake.holdImports();
    await user.click(screen.getByRole('button', { name: 'Import' }));
    const job = store.getState().importJobs[0]?.job ?? '';
    act(() =>
      client.fake.sendImportProgress({ job, done: 2, total: 8, path: '/reports/some.txt', timeLeft: null }),
    );
    expect(screen.queryByRole('progressbar')).toBeNull();
    const bar = await screen.findByRole('progressbar', { name: 'Importing' });
    expect(bar.getAttribute('aria-valuenow')).toBe('25');
    expect(screen.getByText('some.txt')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Stop importing' }));
    await screen.findByText('The import was stopped.');
    expect(screen.queryByRole('progressbar')).toBeNull();
  });
});

describe('without a list', () => {
  test('it says how to begin', async () => {
    const { container, client, user } = await renderPane({});
    const message = screen.getByText('The library is empty');
    await user.click(
      within(message.parentElement as HTMLElement).getByRole('button', { name: 'Import reports…' }),
    );
    expect(client.fake.calls).toContain('importWithDialog');
    const ask = vi.spyOn(client, 'importWithDialog');
    await user.click(screen.getByRole('button', { name: 'Import a folder…' }));
    expect(ask).toHaveBeenCalledWith({ job: expect.any(String), folders: true });
    await expectNoAxeViolations(container);
  });

  test('it says what failed, and tries again', async () => {
    const client = createFakeClient({ reports });
    client.fake.failWith('firstReports', { code: 'store-unwritable', params: {} });
    const { user } = await renderComponent(<LibraryPane />, { client });
    expect(screen.getByText('The list of reports could not be read')).toBeTruthy();
    client.fake.failWith('firstReports', null);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(titles()).toHaveLength(3));
  });
});

test('what is in sight comes first, and the whole list when it has been painted', async () => {
  const client = createFakeClient({ reports, app: { lastReportId: 'r9' } });
  const [, second] = reports.map(({ summary }) => summary);
  const stretch = { at: null, from: 1, count: 3, reports: second ? [second] : [] };
  Object.assign(client, { firstReports: () => Promise.resolve(ok(stretch)) });
  const store = createWindowStore(client);
  const shown: [length: number, isStretch: boolean, open: string | null][] = [];
  store.subscribe(({ reports: listed, stretch: part, libraryState, currentReportId }) => {
    if (libraryState === 'ready') shown.push([listed.length, part !== null, currentReportId]);
  });
  expect(await startWindow({ client, store }).started).toBeNull();
  // A stretch does not tell that the report that was read last is gone.
  expect(shown).toContainEqual([1, true, 'r9']);
  expect(shown.at(-1)).toEqual([3, false, null]);
});

test('a report that is opened elsewhere takes the choice with it, so that no key acts on a row of before', async () => {
  const { user, store, client } = await renderPane();
  await user.click(screen.getByRole('option', { name: /甲县工作报告/u }));
  await user.type(screen.getByRole('searchbox'), '甲县');
  act(() => store.getState().openReport('r3'));
  const row = screen.getByRole('option', { name: /甲县工作报告/u });
  expect(row.getAttribute('aria-selected')).toBe('false');
  expect(row.getAttribute('aria-current')).toBeNull();
  screen.getByRole('listbox').focus();
  await user.keyboard('{Delete}');
  expect(client.fake.store.summaries().map(({ reportId }) => reportId)).toContain('r1');
  await user.clear(screen.getByRole('searchbox'));
  const chosen = screen.getAllByRole('option', { selected: true });
  expect(chosen.map((each) => each.textContent)).toEqual([expect.stringContaining('丙省通知')]);
});

test('an issuer whose name holds the region stands alone', async () => {
  const about = { issuer: '丁市人民政府', region: '丁市' };
  await renderPane({ reports: [fakeReport({ reportId: 'r4', title: '丁市通知', ...about }, '文')] });
  expect(screen.getByText('丁市人民政府')).toBeTruthy();
});
