import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LibraryPane } from '#renderer/features/library/LibraryPane.tsx';
import { createFakeClient } from '#renderer/platform/fake-client.ts';
import { fakeReport } from '#renderer/platform/fake-reports.ts';
import { useWindow } from '#renderer/state/window/use-window.ts';
import { expectNoAxeViolations } from '#test/axe.ts';
import { renderComponent } from '#test/render-component.tsx';
import type { Rendered } from '#test/render-component.tsx';
import { CodeDialogs } from '#renderer/features/codes/CodeDialogs.tsx';

const reports = ['甲', '乙', '丙'].map((title, at) =>
  fakeReport({ reportId: `r${String(at + 1)}`, title, importedAt: 9 - at }, '文'),
);

beforeEach(() => {
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(66);
});
afterEach(() => {
  vi.restoreAllMocks();
});

function Both() {
  const filing = useWindow((state) => state.dialog === 'filing');
  return (
    <>
      <LibraryPane />
      {filing ? <CodeDialogs /> : null}
    </>
  );
}

async function openPane(): Promise<Rendered & { readonly projectId: string }> {
  const client = createFakeClient({ reports });
  const rendered = await renderComponent(<Both />, { client });
  const made = await client.createProject({ name: '教育' });
  await act(() => rendered.store.getState().loadCodes());
  return { ...rendered, projectId: made.ok ? made.value.id : '' };
}

const rows = (): readonly string[] =>
  screen.getAllByRole('option').map((row) => row.querySelector('[title]')?.textContent ?? '');

test('chosen reports are filed from the menu of the list, and the list follows the project', async () => {
  const { user, store, projectId } = await openPane();
  const [first, second] = screen.getAllByRole('option');
  if (first === undefined || second === undefined) throw new Error('no rows');
  await user.click(first);
  await user.keyboard('{Shift>}');
  await user.click(second);
  await user.keyboard('{/Shift}');
  fireEvent.contextMenu(second, { clientX: 20, clientY: 80 });
  const entry = await screen.findByRole('menuitemcheckbox', { name: '教育' });
  expect(entry.ariaChecked ?? entry.getAttribute('aria-checked')).toBe('false');
  await expectNoAxeViolations(screen.getByRole('menu'));
  await user.click(entry);
  await waitFor(() => expect(store.getState().projects.at(-1)?.reportIds).toEqual(['r1', 'r2']));
  await user.click(screen.getByRole('button', { name: 'Project: My reports' }));
  await user.click(await screen.findByRole('menuitemradio', { name: '教育' }));
  expect(store.getState().settings.project).toBe(projectId);
  expect(rows()).toEqual(['甲', '乙']);
});

test('the menu is asked for with the keys, and gives the focus back to the list', async () => {
  const { user, store, projectId } = await openPane();
  await act(() => store.getState().fileReports(projectId, ['r3'], true));
  const list = screen.getByRole('listbox');
  act(() => list.focus());
  await user.keyboard('{End}');
  fireEvent.contextMenu(list);
  const entry = await screen.findByRole('menuitemcheckbox', { name: '教育' });
  expect(entry.getAttribute('aria-checked')).toBe('true');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(document.activeElement).toBe(list));
});

test('a project without reports says how they come in', async () => {
  const { store, projectId } = await openPane();
  act(() => store.getState().openProject(projectId));
  expect(screen.getByText('No report here yet')).toBeTruthy();
});
