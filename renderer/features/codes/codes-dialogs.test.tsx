import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createFakeClient } from '#renderer/platform/fake-client.ts';
import type { FakeClient } from '#renderer/platform/fake-client.ts';
import { fakeReport } from '#renderer/platform/fake-reports.ts';
import type { DialogName } from '#renderer/state/window/dialog-slice.ts';
import { expectNoAxeViolations } from '#test/axe.ts';
import { renderComponent } from '#test/render-component.tsx';
import type { Rendered } from '#test/render-component.tsx';
import { CodeDialogs } from './CodeDialogs.tsx';

const reports = [
  fakeReport({ reportId: 'r1', title: '甲县规划', importedAt: 2 }, '第一句。第二句。第三句。'),
  fakeReport({ reportId: 'r2', title: '乙市纲要', importedAt: 1 }, '目标和措施。'),
];

async function mark(client: FakeClient, reportId: string, code: string, tags: string[] = []): Promise<void> {
  await act(async () => {
    await client.createNote({ reportId, start: 0, end: 2, kind: 'highlight', code, note: '', tags });
  });
}

async function open(dialog: DialogName, client = createFakeClient({ reports })): Promise<Rendered> {
  const rendered = await renderComponent(<CodeDialogs />, { client });
  await act(async () => {
    await rendered.store.getState().loadCodes();
    rendered.store.getState().showDialog(dialog);
  });
  await screen.findByRole('dialog');
  return rendered;
}

// jsdom lays nothing out, and a table without a height shows no line.
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(400);
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(400);
});
afterEach(() => {
  vi.restoreAllMocks();
});

const order = (): readonly (string | null)[] =>
  screen.getAllByRole('listitem').map((row) => {
    const field = within(row).getByRole<HTMLInputElement>('textbox');
    return field.value || field.placeholder;
  });

describe('codes', () => {
  test('are named where they stand; Escape brings the old name back, a second one closes', async () => {
    const { user, store } = await open('codes');
    expect(order()).toEqual(['Yellow', 'Red', 'Green', 'Blue', 'Purple']);
    await expectNoAxeViolations(screen.getByRole('dialog'));
    const name = screen.getByRole('textbox', { name: 'Name of “Red”' });
    await user.type(name, '目标{Enter}');
    await screen.findByRole('textbox', { name: 'Name of “目标”' });
    await user.type(screen.getByRole('textbox', { name: 'Name of “目标”' }), '二{Escape}');
    expect(screen.getByRole('textbox', { name: 'Name of “目标”' })).toHaveProperty('value', '目标');
    expect(screen.getByRole('dialog')).toBeTruthy();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(store.getState().dialog).toBeNull());
    await act(() => store.getState().undo());
    await waitFor(() => expect(store.getState().codes.find(({ id }) => id === 'red')?.name).toBe(''));
  });

  test('are added with a colour that is free, moved and nested by keys', async () => {
    const { user, store } = await open('codes');
    await user.type(screen.getByRole('textbox', { name: 'Add a code' }), '数据{Enter}');
    const name = await screen.findByRole('textbox', { name: 'Name of “数据”' });
    expect(store.getState().codes.find((code) => code.name === '数据')?.color).toBe('orange');
    await user.click(name);
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    await waitFor(() => expect(order()).toEqual(['Yellow', 'Red', 'Green', 'Blue', '数据', 'Purple']));
    await user.keyboard('{Alt>}{ArrowRight}{/Alt}');
    const isUnder = (): string | null | undefined =>
      store.getState().codes.find((code) => code.name === '数据')?.parentId;
    await waitFor(() => expect(isUnder()).toBe('blue'));
    await expectNoAxeViolations(screen.getByRole('dialog'));
    await user.click(screen.getByRole('textbox', { name: 'Name of “数据”' }));
    await user.keyboard('{Alt>}{ArrowLeft}{/Alt}');
    await waitFor(() => expect(isUnder()).toBeNull());
    expect(order()).toEqual(['Yellow', 'Red', 'Green', 'Blue', '数据', 'Purple']);
  });

  test('one with notes is deleted once it is told what they become', async () => {
    const client = createFakeClient({ reports });
    const { user, store } = await open('codes', client);
    await user.type(screen.getByRole('textbox', { name: 'Add a code' }), '数据{Enter}');
    await screen.findByRole('textbox', { name: 'Name of “数据”' });
    const made = store.getState().codes.find((code) => code.name === '数据');
    await mark(client, 'r1', made?.id ?? '');
    await act(() => store.getState().loadReports());
    await user.click(screen.getByRole('button', { name: 'Actions for “数据”' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Delete' }));
    const question = await screen.findByRole('group', { name: 'Delete the code “数据”' });
    expect(question.textContent).toContain('Its 1 note become');
    await expectNoAxeViolations(screen.getByRole('dialog'));
    await user.selectOptions(within(question).getByRole('combobox'), 'Green');
    await user.click(within(question).getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(order()).not.toContain('数据'));
    expect([...client.fake.store.notes.values()].map(({ code }) => code)).toEqual(['green']);
  });

  test('a name that is taken is told and the old one stays', async () => {
    const { user, store } = await open('codes');
    await user.type(screen.getByRole('textbox', { name: 'Name of “Red”' }), '目标{Enter}');
    await screen.findByRole('textbox', { name: 'Name of “目标”' });
    await user.type(screen.getByRole('textbox', { name: 'Name of “Blue”' }), '目标{Enter}');
    await waitFor(() => expect(store.getState().toasts.length).toBeGreaterThan(0));
    expect(store.getState().codes.find(({ id }) => id === 'blue')?.name).toBe('');
  });
});

describe('projects', () => {
  test('are made, opened, renamed and deleted; the first one stays', async () => {
    const { user, store } = await open('projects');
    await user.type(screen.getByRole('textbox', { name: 'Add a project' }), '教育{Enter}');
    await screen.findByRole('textbox', { name: 'Name of “教育”' });
    await expectNoAxeViolations(screen.getByRole('dialog'));
    expect(screen.getByRole('button', { name: 'Open the project “教育”' })).toHaveProperty(
      'ariaPressed',
      'true',
    );
    const name = screen.getByRole('textbox', { name: 'Name of “教育”' });
    await user.clear(name);
    await user.type(name, '教育强国{Enter}');
    await screen.findByRole('textbox', { name: 'Name of “教育强国”' });
    await act(() => store.getState().fileReports(store.getState().settings.project, ['r1'], true));
    expect(screen.getByRole('dialog').textContent).toContain('1 report');
    expect(screen.queryByRole('button', { name: 'Delete the project “My reports”' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Delete the project “教育强国”' }));
    await waitFor(() => expect(store.getState().projects).toHaveLength(1));
    await act(() => store.getState().undo());
    await waitFor(() =>
      expect(store.getState().projects.map((each) => each.reportIds)).toEqual([null, ['r1']]),
    );
  });
});

describe('tags', () => {
  const withTags = async (): Promise<FakeClient> => {
    const client = createFakeClient({ reports });
    for (const tags of [['目标'], ['目标', '指标'], ['民生']]) await mark(client, 'r1', 'red', tags);
    return client;
  };
  const tagsOf = (client: FakeClient): readonly string[] =>
    [...client.fake.store.notes.values()].map(({ tags }) => tags.join(' '));

  test('one is renamed, several are merged into the most used one', async () => {
    const client = await withTags();
    const { user } = await open('tags', client);
    await user.click(await screen.findByRole('checkbox', { name: 'Choose “民生”' }));
    await expectNoAxeViolations(screen.getByRole('dialog'));
    const field = screen.getByRole('textbox', { name: 'Rename “民生” to' });
    await user.clear(field);
    await user.type(field, '社会{Enter}');
    await user.click(await screen.findByRole('checkbox', { name: 'Choose “社会”' }));
    await user.click(screen.getByRole('checkbox', { name: 'Choose “目标”' }));
    expect(screen.getByRole('textbox', { name: 'Merge 2 tags into' })).toHaveProperty('value', '目标');
    await user.click(screen.getByRole('button', { name: 'Merge' }));
    await waitFor(() => expect(tagsOf(client)).toEqual(['目标', '目标 指标', '目标']));
  });

  test('are filtered, lead to their notes, and are taken away', async () => {
    const client = await withTags();
    const { user, store } = await open('tags', client);
    await user.type(await screen.findByRole('searchbox'), '指');
    expect(screen.getAllByRole('checkbox')).toHaveLength(1);
    await user.click(screen.getByRole('checkbox', { name: 'Choose “指标”' }));
    await user.click(screen.getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(tagsOf(client)).toEqual(['目标', '目标', '民生']));
    await user.clear(screen.getByRole('searchbox'));
    await user.click(screen.getByRole('button', { name: 'Show the notes of “民生”' }));
    expect(store.getState().dialog).toBeNull();
    expect(store.getState().notebookView).toMatchObject({ everywhere: true, filter: { tags: ['民生'] } });
  });

  test('without one it says where they come from', async () => {
    await open('tags');
    expect((await screen.findByRole('dialog')).textContent).toContain('No tags yet');
  });
});

describe('the table of codes and reports', () => {
  const withNotes = async (): Promise<FakeClient> => {
    const client = createFakeClient({ reports });
    for (const code of ['red', 'red', 'c-from-elsewhere']) await mark(client, 'r1', code);
    await mark(client, 'r2', 'green');
    return client;
  };

  test('is walked by keys, and Enter leads to the notes of a cell', async () => {
    const { user, store } = await open('matrix', await withNotes());
    const grid = await screen.findByRole('grid');
    await waitFor(() => expect(within(grid).getAllByRole('row')).toHaveLength(4));
    await expectNoAxeViolations(screen.getByRole('dialog'));
    const heads = within(grid).getAllByRole('columnheader');
    expect(heads.map(({ textContent }) => textContent)).toEqual([
      'Report',
      'Red',
      'Green',
      'c-from-elsewhere',
      'Total',
    ]);
    await user.tab();
    while (document.activeElement?.getAttribute('role') !== 'rowheader') await user.tab();
    expect(document.activeElement?.textContent).toBe('甲县规划');
    await user.keyboard('{End}');
    expect(document.activeElement?.textContent).toBe('3');
    await user.keyboard('{Control>}{End}{/Control}');
    expect(document.activeElement?.textContent).toBe('4');
    await user.keyboard('{Control>}{Home}{/Control}{ArrowRight}');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('甲县规划, Red: 2 notes');
    await user.keyboard('{ArrowDown}{Enter}');
    expect(store.getState().dialog).toBe('matrix');
    await user.keyboard('{ArrowRight}{Enter}');
    expect(store.getState()).toMatchObject({
      dialog: null,
      currentReportId: 'r2',
      notebookView: { everywhere: false, filter: { codes: ['green'] } },
    });
  });

  test('the last line leads to the notes of a code in all reports, and the table is saved', async () => {
    const client = await withNotes();
    const { user, store } = await open('matrix', client);
    await user.click(await screen.findByRole('button', { name: 'Save as CSV…' }));
    await waitFor(() => expect(client.fake.calls).toContain('saveCodeTableWithDialog'));
    await user.click(await screen.findByRole('gridcell', { name: 'c-from-elsewhere: 1 note in all' }));
    expect(store.getState().notebookView).toMatchObject({
      everywhere: true,
      filter: { codes: ['c-from-elsewhere'], reportIds: null },
    });
  });

  test('shows codes that nobody uses when it is asked to, and says when there is nothing', async () => {
    const { user } = await open('matrix', await withNotes());
    await user.click(await screen.findByRole('switch', { name: 'Only codes in use' }));
    await waitFor(() => expect(screen.getAllByRole('columnheader')).toHaveLength(8));
  });

  test('without notes it says so', async () => {
    await open('matrix');
    expect(await screen.findByText('No notes to count yet')).toBeTruthy();
  });
});
