import { act, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { createFakeClient } from '#renderer/platform/fake-client.ts';
import { fakeReport } from '#renderer/platform/fake-reports.ts';
import { runCommand } from '#renderer/state/window/commands.ts';
import { expectNoAxeViolations } from '#test/axe.ts';
import { openSearch } from '#test/open-search.tsx';

async function open() {
  const reports = [
    fakeReport({ reportId: 'rone', title: '第一份' }, '教育强国，教育为本。'),
    fakeReport({ reportId: 'rtwo', title: '第二份' }, '办好教育。'),
  ];
  return openSearch(createFakeClient({ reports }));
}

test('typing shows exact totals and the places with the match marked', async () => {
  const { user, box, container } = await open();
  await user.type(box, '教育');
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe('3 places in 2 reports'));
  const marks = [...container.querySelectorAll('mark')].map((mark) => mark.textContent);
  expect(marks).toEqual(['教育', '教育', '教育']);
  await expectNoAxeViolations(container);
});

test('Enter and F3 walk through the places across reports and around the end, Shift back', async () => {
  const { user, box, state } = await open();
  await user.type(box, '教育');
  await screen.findByText('3 places in 2 reports');
  // The first character alone has as many places.
  await waitFor(() => expect(screen.getByRole('region').getAttribute('data-query')).toBe('教育'));
  const walk: string[] = [];
  const note = async (): Promise<void> => {
    await waitFor(() => expect(state().jump).not.toBeNull());
    walk.push(`${state().jump?.reportId} ${state().jump?.start}`);
    act(() => state().jumpDone(state().jump?.serial ?? -1));
  };
  await user.keyboard('{Enter}');
  await note();
  for (let i = 0; i < 3; i += 1) {
    act(() => void runCommand('find-next'));
    await note();
  }
  act(() => void runCommand('find-previous'));
  await note();
  expect(walk).toEqual(['rone 0', 'rone 5', 'rtwo 2', 'rone 0', 'rtwo 2']);
  expect(state().mainPane).toBe('reading');
});

test('Escape ends the search and gives the focus back', async () => {
  const { user, box, state } = await open();
  const text = screen.getByRole('button', { name: 'text' });
  text.focus();
  act(() => void runCommand('find'));
  expect(document.activeElement).toBe(box);
  await user.keyboard('教育');
  await screen.findByText('3 places in 2 reports');
  await user.keyboard('{Escape}');
  expect(box.value).toBe('');
  expect(state().mainPane).toBe('reading');
  expect(document.activeElement).toBe(text);
});

test('the arrow keys lead from the box through the places', async () => {
  const { user, box, container } = await open();
  await user.type(box, '教育');
  await screen.findByText('3 places in 2 reports');
  const places = [...container.querySelectorAll('[data-search-place]')];
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(document.activeElement).toBe(places[1]);
  await user.keyboard('{ArrowUp}{ArrowUp}');
  expect(document.activeElement).toBe(box);
});

test('a bad query and an empty answer are said in a sentence; loading packs are seen', async () => {
  const { user, box, client } = await open();
  await user.type(box, '无此词');
  await screen.findByText('Nothing found');
  client.fake.failWith('search', { code: 'query-bad', params: { query: '"' } });
  await user.clear(box);
  await user.type(box, '"');
  await screen.findByText('The search was not done');
  act(() => client.fake.sendPacksState({ state: 'loading' }));
  await screen.findByText(/packs are loading/u);
});

test.each([
  [{ reports: 0, hits: 0 }, 2, '2 titles, not in the texts'],
  [{ reports: 2, hits: 0 }, 2, '2 reports'],
])('reports without a place are not told as places: %o', async (total, listed, told) => {
  const { user, box, client } = await open();
  const results = ['第一份', '第二份'].map((title, index) => ({
    ...{ reportId: index === 0 ? 'rone' : 'rtwo', title, score: 0, hits: 0, places: [] },
  }));
  const answered = ({ query }: { readonly query: string }) =>
    Promise.resolve({ ok: true, value: { query, tookMs: 1, total, listed, results } });
  Object.assign(client, { search: answered });
  await user.type(box, 'jy');
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe(told));
  expect(screen.getByRole('button', { name: '第二份' })).toBeTruthy();
  expect(screen.queryByText('0 places')).toBeNull();
});

test('what matches beside the texts is listed apart and leads to its report and its note', async () => {
  const { user, box, client, state, container } = await open();
  const match = { reportId: 'rtwo', text: '教育部' } as const;
  Object.assign(client, {
    search: async ({ query }: { readonly query: string }) => ({
      ok: true,
      value: {
        ...{ query, tookMs: 1, total: { reports: 1, hits: 0 }, apart: { metadata: 1, notes: 3 } },
        results: [{ reportId: 'rone', title: '第一份', score: 0, hits: 0, places: [] }],
        metadata: [{ ...match, field: 'issuer' }],
        notes: [{ ...match, annotationId: 'n1', field: 'tags', text: '目标' }],
      },
    }),
  });
  await user.type(box, '教育');
  await screen.findByText('In titles, document details and notes: 4, not counted above');
  expect(screen.getByText('2 more are not listed')).toBeTruthy();
  await expectNoAxeViolations(container);
  await user.click(screen.getByRole('button', { name: 'Issuer教育部' }));
  expect(state().currentReportId).toBe('rtwo');
  act(() => state().showMainPane('search'));
  await user.click(screen.getByRole('button', { name: '第一份' }));
  expect(state().currentReportId).toBe('rone');
  act(() => state().showMainPane('search'));
  // The note has been deleted in the meantime: its report is shown.
  await user.click(screen.getByRole('button', { name: 'Tags目标' }));
  await waitFor(() => expect(state().currentReportId).toBe('rtwo'));
});

test('an answer that comes after another query was typed is dropped', async () => {
  const { user, box, client } = await open();
  const answered = client.search;
  const waiting: (() => void)[] = [];
  Object.assign(client, {
    search: async (request: Parameters<typeof answered>[0]) => {
      if (request.query === '教育') await new Promise<void>((resolve) => waiting.push(resolve));
      return answered(request);
    },
  });
  await user.type(box, '教育');
  await waitFor(() => expect(waiting).toHaveLength(1));
  await user.clear(box);
  await user.type(box, '办好');
  await screen.findByText('1 place in 1 report');
  await act(async () => waiting[0]?.());
  expect(screen.getByText('1 place in 1 report')).toBeTruthy();
});
