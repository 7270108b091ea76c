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
  screen.getByText(/2 notes of 1 report will be exported/u);
  await expectNoAxeViolations(screen.getByRole('dialog'));
  await user.click(screen.getByRole('button', { name: /Choose a folder/u }));
  await screen.findByText('Written');
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
  await expectNoAxeViolations(screen.getByRole('dialog'));
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

test('each format has its own choices, and the last ones are there the next time', async () => {
  const { user, client, store } = await open();
  const format = screen.getByRole('combobox', { name: 'Format' });
  screen.getByRole('combobox', { name: 'Template' });
  screen.getByRole('radiogroup', { name: 'Deleted notes' });
  await user.selectOptions(format, 'docx');
  expect(screen.queryByRole('combobox', { name: 'Template' })).toBeNull();
  expect(screen.queryByRole('radio', { name: 'Clipboard' })).toBeNull();
  await user.selectOptions(format, 'bibtex');
  expect(screen.queryByRole('combobox', { name: 'Beside each quote' })).toBeNull();
  await user.selectOptions(format, 'markdown');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Template' }), 'obsidian');
  await user.click(screen.getByRole('radio', { name: 'Struck through' }));
  await user.click(screen.getByRole('radio', { name: 'One file' }));
  await expectNoAxeViolations(screen.getByRole('dialog'));
  await user.click(screen.getByRole('button', { name: /Choose a file/u }));
  await screen.findByText('Written');
  expect(store.getState().settings.exportChoices).toEqual({
    ...{ format: 'markdown', where: 'file', script: 'source', template: 'obsidian', deleted: 'strike' },
  });
  expect(client.fake.calls).toContain('changeSettings');
});

test('to the clipboard, the dialog closes and says so', async () => {
  const { user, client, store, onClose } = await open();
  await user.click(screen.getByRole('radio', { name: 'Clipboard' }));
  await user.click(screen.getByRole('button', { name: 'Copy to the clipboard' }));
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  expect(client.fake.copied).toEqual(['# 第一份\n']);
  expect(store.getState().toasts).toHaveLength(1);
});

test('a template is copied, written with its preview beside it, saved, and deleted with a way back', async () => {
  const { user, client, store } = await open();
  await user.click(screen.getByRole('radio', { name: 'Templates' }));
  await expectNoAxeViolations(screen.getByRole('dialog'));
  await user.click(await screen.findByRole('button', { name: 'Copy as a new template' }));
  const name = await screen.findByRole('textbox', { name: 'Name of the template' });
  expect((name as HTMLInputElement).value).toBe('Copy of Plain');
  const note = screen.getByRole('textbox', { name: 'Each note' });
  await user.clear(note);
  await user.type(note, '我的写法');
  await waitFor(() =>
    expect(screen.getByRole('region', { name: 'Preview' }).textContent).toContain('我的写法'),
  );
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(store.getState().toasts).toHaveLength(2));
  client.fake.failWith('previewTemplate', {
    code: 'template-invalid',
    params: { reason: 'note', line: 2, column: 3, detail: 'quot' },
  });
  await user.type(note, 'x');
  expect((await screen.findByRole('alert')).textContent).toContain('line 2, column 3, at 【quot】');
  await user.click(screen.getByRole('button', { name: 'Delete' }));
  await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Name of the template' })).toBeNull());
  store.getState().toasts.at(-1)?.action?.run();
  await waitFor(async () => {
    const answer = await client.listTemplates({});
    expect(answer.ok && answer.value.map((each) => each.name)).toContain('Copy of Plain');
  });
});

test('a vault is chosen, kept up to date or not, written now, and its error told', async () => {
  const { user, client } = await open();
  await user.click(screen.getByRole('radio', { name: 'Vault' }));
  await screen.findByText('No folder has been chosen');
  await user.click(screen.getByRole('button', { name: /Choose a folder/u }));
  await screen.findByText('/home/reader/vault');
  await expectNoAxeViolations(screen.getByRole('dialog'));
  await user.click(screen.getByRole('switch', { name: 'Keep it up to date' }));
  await waitFor(() =>
    expect(screen.getByRole('switch', { name: 'Keep it up to date' }).getAttribute('aria-checked')).toBe(
      'false',
    ),
  );
  await user.click(screen.getByRole('button', { name: 'Update now' }));
  await screen.findByText(/1 file written/u);
  await user.click(screen.getByRole('button', { name: 'Stop using it' }));
  await screen.findByText('No folder has been chosen');
  expect(client.fake.calls).toContain('updateVault');
});

test('every project has a vault of its own, that of the open one first', async () => {
  const { user, client, store } = await open();
  await act(async () => {
    await client.createProject({ name: 'Rural schools' });
    await store.getState().loadCodes();
  });
  await user.click(screen.getByRole('radio', { name: 'Vault' }));
  await user.click(await screen.findByRole('button', { name: /Choose a folder/u }));
  await screen.findByText('/home/reader/vault');
  const project = screen.getByRole('combobox', { name: 'Project' });
  await user.selectOptions(project, 'Rural schools');
  await screen.findByText('No folder has been chosen');
  await user.click(screen.getByRole('button', { name: /Choose a folder/u }));
  await screen.findByText(/^\/home\/reader\/vault-/u);
  await expectNoAxeViolations(screen.getByRole('dialog'));
  await user.selectOptions(project, 'default');
  await screen.findByText('/home/reader/vault');
});
