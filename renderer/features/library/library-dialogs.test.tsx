import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { createFakeClient } from '#renderer/platform/fake-client.ts';
import { fakeReport } from '#renderer/platform/fake-reports.ts';
import { expectNoAxeViolations } from '#test/axe.ts';
import { renderComponent } from '#test/render-component.tsx';
import { ImportResultsDialog } from './ImportResultsDialog.tsx';
import { PacksDialog } from './PacksDialog.tsx';
import { TrashDialog } from './TrashDialog.tsx';

test('the trash gives a report back, by keyboard', async () => {
  const client = createFakeClient({ reports: [fakeReport({ reportId: 'r1', title: '甲' }, '文')] });
  const { store, user } = await renderComponent(<TrashDialog />, { client });
  await act(() => store.getState().deleteReports(['r1']));
  act(() => store.getState().showDialog('trash'));
  const dialog = await screen.findByRole('dialog', { name: 'Trash' });
  const restore = await within(dialog).findByRole('button', { name: 'Restore “甲”' });
  await expectNoAxeViolations(dialog);
  await user.tab();
  await user.tab();
  expect(document.activeElement).toBe(restore);
  await user.keyboard('{Enter}');
  await screen.findByText('The trash is empty.');
  expect(store.getState().reports).toHaveLength(1);
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('a pack goes only after a question, and what belongs to the program stays', async () => {
  const client = createFakeClient({
    packs: [
      { packId: 'own', title: 'Zhupi', version: '1.0.0', reports: 6, bundled: true },
      { packId: 'laws', title: 'Laws', version: '2.1.0', reports: 40, bundled: false },
    ],
  });
  const { store, user } = await renderComponent(<PacksDialog />, { client });
  act(() => store.getState().showDialog('packs'));
  const dialog = await screen.findByRole('dialog', { name: 'Packs' });
  await within(dialog).findByText('40 reports · Version 2.1.0');
  expect(within(dialog).getByText('Part of Zhupi')).toBeTruthy();
  expect(within(dialog).getAllByRole('button', { name: /Remove/u })).toHaveLength(1);
  await user.click(within(dialog).getByRole('button', { name: 'Remove “Laws”' }));
  await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
  expect(client.fake.calls).not.toContain('removePack');
  await user.click(within(dialog).getByRole('button', { name: 'Remove “Laws”' }));
  await user.click(within(dialog).getByRole('button', { name: 'Remove “Laws”' }));
  await waitFor(() => expect(within(dialog).queryByText('Laws')).toBeNull());
  await expectNoAxeViolations(dialog);
});

test('the results of an import say one sentence for each file that failed', async () => {
  const outcome = { title: '', chars: 0, encoding: '', edits: 0, reportId: null } as const;
  const client = createFakeClient({
    imports: [
      {
        answer: {
          outcomes: [
            {
              ...outcome,
              path: '/a/empty.txt',
              status: 'failed',
              error: { code: 'file-empty', params: { path: '/a/empty.txt' } },
            },
            ...Array.from({ length: 150 }, (_file, at) => ({
              ...outcome,
              path: `/a/${String(at)}.txt`,
              status: 'duplicate' as const,
              error: null,
            })),
            {
              ...outcome,
              path: '/a/big.txt',
              status: 'failed',
              error: { code: 'file-too-large', params: { path: '/a/big.txt' } },
            },
          ],
          skipped: 0,
          cancelled: false,
          stopped: null,
        },
      },
    ],
  });
  const { store, user } = await renderComponent(<ImportResultsDialog />, { client });
  await act(() => store.getState().importWithDialog());
  act(() => store.getState().toasts[0]?.action?.run());
  const dialog = await screen.findByRole('dialog', { name: 'Import results' });
  const failures = within(dialog).getAllByRole('listitem');
  expect(failures).toHaveLength(2 + 100);
  await user.click(within(dialog).getByRole('button', { name: 'Show more (50 files left)' }));
  expect(await within(dialog).findByText('/a/149.txt')).toBeTruthy();
  expect(within(dialog).queryByRole('button', { name: /Show more/u })).toBeNull();
  expect(failures[0]?.textContent).toMatch(/empty\.txt.+\./u);
  await expectNoAxeViolations(dialog);
  await user.click(within(dialog).getByRole('button', { name: 'Try these files again' }));
  expect(client.fake.calls).toContain('retryImport');
});

test('a file of a report in the trash is told so, and brings the report back', async () => {
  const outcome = { title: '甲县', reportId: 'r1', chars: 1, encoding: 'utf-8', edits: 0, error: null };
  const answer = {
    outcomes: [{ ...outcome, path: '/a/one.txt', status: 'duplicate' as const }],
    skipped: 0,
    cancelled: false,
    stopped: null,
  };
  const client = createFakeClient({
    reports: [fakeReport({ reportId: 'r1', title: '甲县' }, '文')],
    imports: [{ answer }],
  });
  const { store, user } = await renderComponent(<ImportResultsDialog />, { client });
  await act(() => store.getState().deleteReports(['r1']));
  await act(() => store.getState().importWithDialog());
  act(() => store.getState().showDialog('import-results'));
  const dialog = await screen.findByRole('dialog', { name: 'Import results' });
  expect(within(dialog).getByText('In the trash · /a/one.txt')).toBeTruthy();
  await expectNoAxeViolations(dialog);
  // What cannot be restored is not opened, and the list of files stays.
  client.fake.failWith('restoreReports', { code: 'disk-full', params: {} });
  await user.click(within(dialog).getByRole('button', { name: 'Restore' }));
  await waitFor(() => expect(client.fake.calls).toContain('restoreReports'));
  await act(async () => {});
  expect(store.getState()).toMatchObject({ currentReportId: null, dialog: 'import-results' });
  client.fake.failWith('restoreReports', null);
  within(dialog).getByRole('button', { name: 'Restore' }).focus();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(store.getState().currentReportId).toBe('r1'));
  expect(store.getState().reports.map(({ reportId }) => reportId)).toEqual(['r1']);
});
