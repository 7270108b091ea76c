import { act, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { ok } from '#core/base/result.ts';
import { createFakeClient } from '#renderer/platform/fake-client.ts';
import { fakeReport } from '#renderer/platform/fake-reports.ts';
import { expectNoAxeViolations } from '#test/axe.ts';
import { renderComponent } from '#test/render-component.tsx';
import { ExportDialog } from './ExportDialog.tsx';

async function open({ notes = 1, all = false } = {}) {
  const client = createFakeClient({
    reports: [
      fakeReport({ reportId: 'rone', title: '第一份' }, '教育强国'),
      fakeReport({ reportId: 'rtwo', title: '第二份' }, '办好教育'),
    ],
  });
  for (let i = 0; i < notes; i += 1) {
    for (const reportId of all ? ['rone', 'rtwo'] : ['rone']) {
      await client.createNote({
        reportId,
        start: i,
        end: i + 1,
        kind: 'highlight',
        code: 'red',
        note: '',
        tags: [],
      });
    }
  }
  const onClose = vi.fn();
  const rendered = await renderComponent(
    <ExportDialog reportIds={all ? null : ['rone']} onClose={onClose} />,
    { client },
  );
  return { ...rendered, onClose };
}

test('says what will be written, then what became of each file', async () => {
  const { user, client, onClose } = await open({ notes: 2 });
  screen.getByText(/1 Markdown file with 2 notes/u);
  await expectNoAxeViolations(screen.getByRole('dialog'));
  await user.click(screen.getByRole('button', { name: /Choose a folder/u }));
  await screen.findByText('Written');
  await expectNoAxeViolations(screen.getByRole('dialog'));
  await user.click(screen.getByRole('button', { name: /Show 第一份.md/u }));
  expect(client.fake.calls).toContain('showExported');
  await user.click(screen.getByRole('button', { name: 'Done' }));
  expect(onClose).toHaveBeenCalledOnce();
});

test('a refused file comes first, with its reason and no button', async () => {
  const { user, client } = await open({ all: true });
  Object.assign(client, {
    exportWithDialog: async () =>
      ok({
        files: [
          { path: '/v/第一份.md', status: 'unchanged', annotations: 1, error: null },
          {
            path: '/v/第二份.md',
            status: 'refused',
            annotations: 0,
            error: { code: 'export-folder-unwritable', params: { path: '/v' } },
          },
        ],
      }),
  });
  await user.click(screen.getByRole('button', { name: /Choose a folder/u }));
  const items = await screen.findAllByRole('listitem');
  expect(items[0]?.textContent).toContain('第二份.md');
  expect(items[0]?.textContent).toContain('Not written');
  expect(items[0]?.querySelector('button')).toBeNull();
  expect(items[1]?.textContent).toContain('Unchanged');
});

test('a cancelled dialog of the system leaves everything as it was', async () => {
  const { user, client, onClose } = await open();
  Object.assign(client, { exportWithDialog: async () => ok(null) });
  await user.click(screen.getByRole('button', { name: /Choose a folder/u }));
  await waitFor(() =>
    expect(screen.getByRole<HTMLButtonElement>('button', { name: /Choose a folder/u }).disabled).toBe(false),
  );
  expect(onClose).not.toHaveBeenCalled();
});

test('offers nothing where there are no notes', async () => {
  await open({ notes: 0 });
  screen.getByText(/no notes to export/u);
  expect(screen.getByRole<HTMLButtonElement>('button', { name: /Choose a folder/u }).disabled).toBe(true);
});

test('an error is told, and the dialog stays', async () => {
  const { user, client, store } = await open();
  client.fake.failWith('exportWithDialog', { code: 'disk-full', params: {} });
  await user.click(screen.getByRole('button', { name: /Choose a folder/u }));
  await waitFor(() => expect(store.getState().toasts).toHaveLength(1));
  act(() => {});
  screen.getByRole('button', { name: /Choose a folder/u });
});
