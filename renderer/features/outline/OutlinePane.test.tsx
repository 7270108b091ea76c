import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createFakeClient } from '#renderer/platform/fake-client.ts';
import { fakeReport } from '#renderer/platform/fake-reports.ts';
import { shownReport } from '#renderer/state/report/shown-report.ts';
import { expectNoAxeViolations } from '#test/axe.ts';
import { renderComponent } from '#test/render-component.tsx';
import type { Rendered } from '#test/render-component.tsx';
import { OutlinePane } from './OutlinePane.tsx';

const SOURCE =
  '某市工作报告\n一、总体情况\n全县现有小学。\n（一）学前教育\n新建三处。\n（二）小学\n八所。\n二、任务\n修路。';

async function open(source = SOURCE): Promise<Rendered> {
  const client = createFakeClient({ reports: [fakeReport({ reportId: 'r1', title: '报告' }, source)] });
  const rendered = await renderComponent(<OutlinePane />, { client });
  act(() => rendered.store.getState().openReport('r1'));
  return rendered;
}

function rows(): readonly string[] {
  return screen.getAllByRole('treeitem').map((row) => row.textContent);
}

// jsdom lays nothing out, and a list without a height shows no row.
beforeEach(() => {
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(30);
});
afterEach(() => {
  vi.restoreAllMocks();
});

test('lists headings by level, follows what is read, and breaks no rule of accessibility', async () => {
  const { container, store } = await open();
  await screen.findByRole('tree', { name: 'Contents' });
  expect(rows()).toEqual(['某市工作报告', '一总体情况', '（一）学前教育', '（二）小学', '二任务']);
  const levels = screen.getAllByRole('treeitem').map((row) => row.getAttribute('aria-level'));
  expect(levels[2]).toBe(String(Number(levels[1]) + 1));
  await expectNoAxeViolations(container);
  act(() => shownReport(store).setState({ reportId: 'r1', inSight: SOURCE.indexOf('新建') }));
  expect(screen.getByRole('treeitem', { current: 'location' }).textContent).toBe('（一）学前教育');
});

test('shows the words of the script that is read', async () => {
  const { store } = await open();
  await screen.findByRole('tree');
  const textOf = ({ start, end }: { start: number; end: number }): string =>
    SOURCE.slice(start, end).replace('总体', '總體');
  act(() => shownReport(store).setState({ reportId: 'r1', serial: 1, textOf }));
  expect(rows()).toContain('一總體情况');
});

test('is walked and opened with the keys', async () => {
  const { user, store } = await open();
  (await screen.findByRole('tree')).focus();
  await user.keyboard('{Home}{ArrowDown}{ArrowDown}{Enter}');
  expect(store.getState().jump).toMatchObject({ start: SOURCE.indexOf('（一）'), flash: true });
  expect(screen.getByRole('treeitem', { current: 'location' }).textContent).toBe('（一）学前教育');
  await user.keyboard('{End}{Enter}');
  expect(store.getState().jump).toMatchObject({ start: SOURCE.indexOf('二、任务') });
});

test('is narrowed by words, and a typed number is gone to', async () => {
  const { user, store } = await open();
  const field = await screen.findByRole('searchbox');
  await user.type(field, '小学');
  await waitFor(() => expect(rows()).toEqual(['（二）小学']));
  await user.keyboard('{Enter}');
  expect(store.getState().jump?.start).toBe(SOURCE.indexOf('（二）'));
  await user.clear(field);
  await user.type(field, '1(1) ¶1');
  await screen.findByText('Enter goes to 一（一） ¶1');
  await user.keyboard('{Enter}');
  expect(store.getState().jump?.start).toBe(SOURCE.indexOf('新建'));
  await user.keyboard('{Escape}');
  expect(field).toHaveProperty('value', '');
  expect(rows()).toHaveLength(5);
});

test('a typed label shows its point with what is below it, and the keys begin there', async () => {
  const { user, store, container } = await open();
  const field = await screen.findByRole('searchbox');
  await user.type(field, '1.');
  await waitFor(() => expect(rows()).toEqual(['一总体情况', '（一）学前教育', '（二）小学']));
  await user.type(field, '2');
  await waitFor(() => expect(rows()).toEqual(['（二）小学']));
  await expectNoAxeViolations(container);
  await user.type(field, ' ¶');
  await user.type(field, '1');
  await screen.findByText('Enter goes to 一（二） ¶1');
  expect(rows()).toEqual(['（二）小学']);
  await user.clear(field);
  await user.type(field, '二');
  await waitFor(() => expect(rows()).toEqual(['（二）小学', '二任务']));
  await user.keyboard('{ArrowDown}');
  const tree = screen.getByRole('tree');
  expect(document.activeElement).toBe(tree);
  const active = document.getElementById(tree.getAttribute('aria-activedescendant') ?? '');
  expect(active?.textContent).toBe('二任务');
  await user.keyboard('{ArrowUp}{Enter}');
  expect(store.getState().jump?.start).toBe(SOURCE.indexOf('（二）'));
});

test('a lone bracket narrows nothing, and a number of no point says so', async () => {
  const { user } = await open();
  const field = await screen.findByRole('searchbox');
  await user.type(field, '（');
  expect(rows()).toHaveLength(5);
  await user.type(field, '9');
  await screen.findByText('No heading fits.');
});

test('says why it is empty', async () => {
  const { container, store } = await open(
    '没有标题的一段话，只有这一句。它不是标题，因为它很长，也没有编号，而且用句号结束。',
  );
  await screen.findByText('No headings in this report');
  await expectNoAxeViolations(container);
  act(() => store.getState().closeReport());
  await screen.findByText('No report is open');
});
