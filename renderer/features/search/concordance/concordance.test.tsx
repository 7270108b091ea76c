import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { createFakeClient } from '#renderer/platform/fake-client.ts';
import { fakeReport } from '#renderer/platform/fake-reports.ts';
import { expectNoAxeViolations } from '#test/axe.ts';
import { openSearch } from '#test/open-search.tsx';

const REPORTS = [
  fakeReport({ reportId: 'rone', title: '第一份', date: '2023-05' }, '教育强国，教育为本。'),
  fakeReport({ reportId: 'rtwo', title: '第二份', date: '2020' }, '办好教育公平。'),
  fakeReport({ reportId: 'rthree', title: '第三份' }, '教育部的教育。'),
];

// What is loaded when it is first shown is read before, so that no test waits for it.
beforeAll(async () => {
  await Promise.all([import('./ConcordanceView.tsx'), import('../trend/TrendView.tsx')]);
});

// A page without a layout draws no row of a virtual list.
beforeEach(() => {
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(600);
});

async function open(query = '教育') {
  const opened = await openSearch(createFakeClient({ reports: REPORTS }));
  await opened.user.type(opened.box, query);
  await opened.user.click(await screen.findByRole('radio', { name: 'Concordance' }));
  return opened;
}

/** The lines that are drawn: what stands before, and the match with what follows. */
function lines(): string[] {
  return screen
    .getAllByRole('row')
    .filter((row) => row.querySelector('mark') !== null)
    .map((row) => {
      const [before, match] = within(row).getAllByRole('gridcell');
      return `${before?.textContent}|${match?.textContent}`;
    });
}

test('every place is a line in a grid, with its report, and axe finds nothing', async () => {
  const { container } = await open();
  const grid = await screen.findByRole('grid', { name: 'Every place, one a line' });
  await waitFor(() => expect(lines()).toHaveLength(5));
  expect(grid.getAttribute('aria-rowcount')).toBe('6');
  expect(lines()[0]).toBe('|教育强国，教育为本。');
  expect(container.querySelectorAll('mark')).toHaveLength(5);
  // The place stands beside the title, which gives way where there is no room for both.
  expect(screen.getAllByTitle('第一份 · ¶1').map(({ textContent }) => textContent)).toEqual([
    '第一份 · ¶1',
    '第一份 · ¶1',
  ]);
  await expectNoAxeViolations(container);
});

test('sorted by what stands right and grouped by year, with counts', async () => {
  const { user, store } = await open();
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Sort by' }), 'What stands right');
  await waitFor(() =>
    expect(lines().map((line) => line.split('|教育')[1])).toEqual([
      '。',
      '为本。',
      '公平。',
      '强国，教育为本。',
      '部的教育。',
    ]),
  );
  await user.selectOptions(screen.getByRole('combobox', { name: 'Group by' }), 'Year');
  await screen.findByText('2020');
  const heads = screen.getAllByRole('gridcell').filter((cell) => cell.getAttribute('aria-colspan') === '3');
  expect(heads.map((cell) => cell.textContent)).toEqual(['20201 place', '20232 places', 'no date2 places']);
  expect(store.getState().settings).toMatchObject({
    ...{ concordanceOrder: 'right', concordanceGrouping: 'year', searchView: 'concordance' },
  });
});

test('keys move through the lines, Enter opens the place, and the list is where it was', async () => {
  const { user, state, container } = await open();
  await waitFor(() => expect(lines()).toHaveLength(5));
  const grid = screen.getByRole('grid');
  act(() => screen.getByRole('combobox', { name: 'Search all reports' }).focus());
  await user.keyboard('{ArrowDown}');
  expect(document.activeElement).toBe(grid);
  await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowUp}{End}{ArrowUp}{PageUp}{Home}{ArrowDown}');
  const current = () => document.getElementById(grid.getAttribute('aria-activedescendant') ?? '');
  expect(current()?.textContent).toContain('教育为本');
  expect(current()?.getAttribute('aria-selected')).toBe('true');
  await expectNoAxeViolations(container);
  await user.keyboard('{Enter}');
  await waitFor(() => expect(state().jump).toMatchObject({ reportId: 'rone', start: 5, end: 7 }));
  act(() => state().showMainPane('search'));
  await waitFor(() =>
    expect(screen.getAllByRole('row').findIndex((row) => row.getAttribute('aria-selected') === 'true')).toBe(
      2,
    ),
  );
  act(() => screen.getByRole('grid').focus());
  await user.keyboard('{Home}{ArrowUp}');
  expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Search all reports' }));
});

test('lines are copied and saved in their order; an error is told', async () => {
  const { user, client, state } = await open();
  await waitFor(() => expect(lines()).toHaveLength(5));
  const choose = async (name: string): Promise<void> => {
    await user.click(screen.getByRole('button', { name: 'Copy and save' }));
    await user.click(await screen.findByRole('menuitem', { name }));
  };
  await choose('Copy as Markdown');
  await waitFor(() => expect(client.fake.copied[0]).toContain('| **教育** |'));
  await choose('Save as CSV…');
  await waitFor(() => expect(client.fake.saved.get('/home/reader/教育.csv')).toContain('before,match,after'));
  client.fake.failWith('saveConcordanceWithDialog', { code: 'export-disk-full', params: { path: '/x' } });
  await choose('Save as Markdown…');
  await waitFor(() =>
    expect(state().toasts.at(-1)?.content).toMatchObject({ error: { code: 'export-disk-full' } }),
  );
});

test('typing on ends the work under way; what fails is said', async () => {
  const { user, client } = await open();
  await waitFor(() => expect(lines()).toHaveLength(5));
  const answered = client.openConcordance;
  Object.assign(client, { openConcordance: () => new Promise(() => {}) });
  await user.selectOptions(screen.getByRole('combobox', { name: 'Sort by' }), 'What stands left');
  await screen.findByText('Putting the places in order…');
  const job = 'concordance 2';
  act(() => client.fake.sendConcordanceProgress({ job, done: 3, total: 10 }));
  await screen.findByText('3 of 10 reports read');
  await user.type(screen.getByRole('combobox', { name: 'Search all reports' }), '公平');
  await waitFor(() => expect(client.fake.calls).toContain('cancelConcordance'));
  Object.assign(client, { openConcordance: answered });
  client.fake.failWith('openConcordance', { code: 'query-bad', params: { query: '教育', reason: 'slow' } });
  await user.clear(screen.getByRole('combobox', { name: 'Search all reports' }));
  await user.type(screen.getByRole('combobox', { name: 'Search all reports' }), '教');
  await screen.findByText('It was not done');
});

async function openTrend() {
  const rendered = await open();
  await rendered.user.click(screen.getByRole('radio', { name: 'Trend' }));
  await screen.findByRole('group', { name: /by year/u });
  return rendered;
}

test('the trend has a bar a year, keys, and a table, and axe finds nothing', async () => {
  const { user, container } = await openTrend();
  const bars = screen.getAllByRole('button', { name: /per 10,000 characters/u });
  expect(bars.map((bar) => bar.getAttribute('data-bar'))).toEqual(['2020', '2021', '2022', '2023']);
  expect(screen.getByText('1 report has no date and 2 places')).toBeTruthy();
  await expectNoAxeViolations(container);
  act(() => bars[0]?.focus());
  await user.keyboard('{End}');
  expect(document.activeElement).toBe(bars[3]);
  await user.click(screen.getByRole('radio', { name: 'Table' }));
  expect(within(screen.getByRole('table')).getAllByRole('row')).toHaveLength(4);
  await expectNoAxeViolations(container);
});

test('places without a date make no empty chart', async () => {
  const { user, container } = await open('教育部');
  await user.click(screen.getByRole('radio', { name: 'Trend' }));
  await screen.findByText('No dates');
  expect(screen.queryByRole('group', { name: /by year/u })).toBeNull();
  expect(screen.getByText('1 report has no date and 1 place')).toBeTruthy();
  await expectNoAxeViolations(container);
  await user.click(screen.getByRole('button', { name: 'Save the trend' }));
  const drawing = await screen.findByRole('menuitem', { name: 'Save as SVG…' });
  expect(drawing.getAttribute('aria-disabled')).toBe('true');
});

test('a trend is saved as a drawing and as a table', async () => {
  const { user, client } = await openTrend();
  const save = async (name: string): Promise<void> => {
    await user.click(screen.getByRole('button', { name: 'Save the trend' }));
    await user.click(await screen.findByRole('menuitem', { name }));
  };
  await save('Save as SVG…');
  await waitFor(() => expect(client.fake.saved.get('/home/reader/教育.svg')).toContain('<svg'));
  await save('Save as CSV…');
  await waitFor(() => expect(client.fake.saved.get('/home/reader/教育.csv')).toContain('2023,2,1,1,'));
});

test('a bar of the trend leads to its places', async () => {
  const { user } = await openTrend();
  await user.click(screen.getByRole('radio', { name: 'By report' }));
  await user.click(await screen.findByRole('button', { name: /^第二份/u }));
  await waitFor(() => expect(lines()).toEqual(['办好|教育公平。']));
  await user.click(screen.getByRole('button', { name: 'Show all' }));
  await waitFor(() => expect(lines()).toHaveLength(5));
  await user.click(screen.getByRole('radio', { name: 'Trend' }));
  const bar = await screen.findByRole('button', { name: /^2023/u });
  act(() => bar.focus());
  await user.keyboard('{Enter}');
  await waitFor(() => expect(lines()).toHaveLength(2));
});
