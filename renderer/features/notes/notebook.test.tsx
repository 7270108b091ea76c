import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { createFakeClient } from '#renderer/platform/fake-client.ts';
import { fakeReport } from '#renderer/platform/fake-reports.ts';
import { expectNoAxeViolations } from '#test/axe.ts';
import { renderComponent } from '#test/render-component.tsx';
import { NoteDialogs } from './NoteDialogs.tsx';
import { NotesPane } from './NotesPane.tsx';

const FIRST = '工作报告\n一、总体情况\n修缮三处。新建五处。\n全部完工。';
const SECOND = '另一份报告\n教育强国建设。';

/** Four notes on two reports, with the pane over the whole library. */
async function open() {
  const client = createFakeClient({
    reports: [
      fakeReport({ reportId: 'rone', title: '工作报告' }, FIRST),
      fakeReport({ reportId: 'rtwo', title: '另一份报告' }, SECOND),
    ],
  });
  const rendered = await renderComponent(
    <>
      <NotesPane />
      <NoteDialogs />
    </>,
    { client },
  );
  const state = rendered.store.getState;
  const mark = async (reportId: string, text: string, code: string, tags: string[] = []) => {
    const start = (reportId === 'rone' ? FIRST : SECOND).indexOf(text);
    const place = { reportId, start, end: start + text.length };
    await client.createNote({ ...place, kind: 'highlight', code, note: '', tags });
  };
  act(() => state().openReport('rone'));
  await act(async () => {
    await mark('rone', '修缮三处', 'red', ['目标']);
    await mark('rone', '新建五处', 'yellow');
    await mark('rone', '全部完工', 'red');
    await mark('rtwo', '教育强国', 'blue', ['目标']);
  });
  const quotes = (): readonly (string | null)[] =>
    screen.queryAllByRole('button', { name: /^Go to/u }).map((quote) => quote.textContent);
  const codes = (): readonly string[] => client.fake.store.notesOf(null).map(({ code }) => code);
  return { ...rendered, state, quotes, codes };
}

test('shows the whole library by report, and the filters in use as chips that go one by one', async () => {
  const { user, quotes, container, state } = await open();
  await waitFor(() => expect(quotes()).toEqual(['修缮三处', '新建五处', '全部完工']));
  await user.click(screen.getByRole('radio', { name: 'Everywhere' }));
  await waitFor(() => expect(quotes()).toHaveLength(4));
  expect(screen.getAllByRole('heading', { level: 3 }).map((head) => head.textContent)).toEqual([
    '工作报告3',
    '另一份报告1',
  ]);
  await user.click(screen.getByRole('button', { name: 'More filters' }));
  const panel = await screen.findByRole('dialog', { name: 'More filters' });
  await user.click(within(panel).getByRole('checkbox', { name: /目标/u }));
  await user.keyboard('{Escape}');
  await waitFor(() => expect(quotes()).toEqual(['修缮三处', '教育强国']));
  await user.type(screen.getByRole('searchbox', { name: 'Filter notes' }), '强国');
  await waitFor(() => expect(quotes()).toEqual(['教育强国']));
  expect(screen.getByText('1 of 4')).toBeTruthy();
  const chips = screen.getByRole('group', { name: 'Filters in use' });
  await expectNoAxeViolations(container);
  await user.click(within(chips).getByRole('button', { name: 'Remove the filter: #目标' }));
  await user.click(within(chips).getByRole('button', { name: 'Remove the filter: “强国”' }));
  await waitFor(() => expect(quotes()).toHaveLength(4));

  act(() => state().showNotes({ codes: ['red'], reportIds: ['rone'] }));
  await waitFor(() => expect(quotes()).toEqual(['修缮三处', '全部完工']));
  await user.click(screen.getByRole('button', { name: 'Clear all' }));
  await waitFor(() => expect(quotes()).toHaveLength(4));
});

test('many notes are chosen with the mouse, recoloured, tagged and deleted, each taken back at once', async () => {
  const { user, quotes, codes, state, container } = await open();
  await waitFor(() => expect(quotes()).toHaveLength(3));
  const [first, , third] = screen.getAllByRole('button', { name: /^Go to/u }) as [
    HTMLElement,
    HTMLElement,
    HTMLElement,
  ];
  await user.keyboard('{Control>}');
  await user.click(first);
  await user.keyboard('{/Control}{Shift>}');
  await user.click(third);
  await user.keyboard('{/Shift}');
  const bar = await screen.findByRole('toolbar', { name: 'Actions on the chosen notes' });
  await waitFor(() => expect(within(bar).getByRole('status').textContent).toBe('3 chosen'));
  await expectNoAxeViolations(container);
  await user.click(within(bar).getByRole('radio', { name: 'Green' }));
  await waitFor(() => expect(codes()).toEqual(['green', 'green', 'green', 'blue']));

  await user.click(within(bar).getByRole('button', { name: 'Tags' }));
  await user.type(await screen.findByRole('combobox', { name: 'Add tags' }), '措施{Enter}');
  await user.type(screen.getByRole('combobox', { name: 'Remove tags' }), '目标{Enter}');
  await user.click(screen.getByRole('button', { name: 'Apply' }));
  await waitFor(() =>
    expect(state().annotations.map(({ tags }) => tags)).toEqual([['措施'], ['措施'], ['措施']]),
  );
  await act(() => state().undo());
  await act(() => state().undo());
  expect(codes()).toEqual(['red', 'yellow', 'red', 'blue']);

  await user.click(within(bar).getByRole('button', { name: 'Delete' }));
  await waitFor(() => expect(codes()).toEqual(['blue']));
  expect(screen.queryByRole('toolbar')).toBeNull();
  await act(() => state().undo());
  await waitFor(() => expect(quotes()).toHaveLength(3));
});

test('an action on many notes tells how far it is in the place of the count, and is cancelled once', async () => {
  const { user, quotes, client, state } = await open();
  await waitFor(() => expect(quotes()).toHaveLength(3));
  await user.click((screen.getAllByRole('checkbox', { name: 'Choose this note' }) as [HTMLElement])[0]);
  const bar = screen.getByRole('toolbar', { name: 'Actions on the chosen notes' });
  let end = (): void => undefined;
  const running = state().runBulk(
    (job) =>
      new Promise<void>((resolve) => {
        end = resolve;
        client.fake.sendNotesProgress({ job: 'of another window', done: 1, total: 2 });
        client.fake.sendNotesProgress({ job, done: 12_000, total: 50_000 });
      }),
  );
  await waitFor(() => expect(within(bar).getByRole('status').textContent).toBe('12,000 of 50,000'));
  expect(within(bar).getByRole('progressbar').getAttribute('aria-valuenow')).toBe('24');
  await expectNoAxeViolations(bar);
  const cancel = within(bar).getByRole('button', { name: 'Cancel' });
  await user.click(cancel);
  await waitFor(() => expect((cancel as HTMLButtonElement).disabled).toBe(true));
  expect(within(bar).getByRole('status').textContent).toBe('Taking it back…');
  expect(client.fake.calls.filter((call) => call === 'cancelNotes')).toHaveLength(1);
  await act(async () => {
    end();
    await running;
  });
  expect(within(bar).getByRole('status').textContent).toBe('1 chosen');
});

test('the keys choose on the way, all or none, and act on what is chosen', async () => {
  const { user, quotes, codes } = await open();
  await waitFor(() => expect(quotes()).toHaveLength(3));
  const [first] = screen.getAllByRole('button', { name: /^Go to/u }) as [HTMLElement];
  act(() => first.focus());
  await user.keyboard('{Shift>}{ArrowDown}{/Shift}');
  const count = (): string | null => screen.getAllByRole('status').at(-1)?.textContent ?? null;
  await waitFor(() => expect(count()).toBe('2 chosen'));
  await user.keyboard('{Control>} {/Control}');
  await waitFor(() => expect(count()).toBe('1 chosen'));
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('toolbar')).toBeNull());
  await user.keyboard('{Control>}a{/Control}');
  await waitFor(() => expect(count()).toBe('3 chosen'));
  const boxes = screen.getAllByRole('checkbox', { name: 'Choose this note' });
  expect(boxes.every((box) => (box as HTMLInputElement).checked)).toBe(true);
  expect(codes()).toEqual(['red', 'yellow', 'red', 'blue']);
});

test('chosen notes are exported by themselves', async () => {
  const { user, quotes, state } = await open();
  await waitFor(() => expect(quotes()).toHaveLength(3));
  const [box] = screen.getAllByRole('checkbox', { name: 'Choose this note' }) as [HTMLElement];
  await user.click(box);
  await user.click(screen.getByRole('button', { name: 'Export' }));
  await waitFor(() => expect(state().dialog).toBe('export-notes'));
  expect(state().exportedNotes).toEqual({ noteIds: [state().annotations[0]?.id], reportIds: ['rone'] });
});

test('a note on the report is written over the list, and stands first in it', async () => {
  const { user, quotes, client, state } = await open();
  await waitFor(() => expect(quotes()).toHaveLength(3));
  act(() => state().changeSettings({ lastCode: 'red' }));
  await user.click(screen.getByRole('button', { name: 'More for notes' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Write a note on the report' }));
  await user.type(await screen.findByRole('textbox', { name: 'Note (Markdown)' }), '总评');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(quotes()[0]).toBe('On the whole report'));
  expect(client.fake.store.notesOf('rone').at(-1)).toMatchObject({
    kind: 'note',
    note: '总评',
    anchor: { start: 0, end: 0, exact: '' },
    // Nobody chose the colour of the last passage for it.
    code: 'yellow',
  });
  expect(state().settings.lastCode).toBe('red');
});

test('the history of a note tells what changed, and brings a version back', async () => {
  const { user, quotes, state } = await open();
  await waitFor(() => expect(quotes()).toHaveLength(3));
  const { id } = state().annotations[0] ?? { id: '' };
  await act(() => state().changeAnnotation(id, { note: '三年目标', tags: [] }));
  await act(() => state().changeAnnotation(id, { note: '五年目标', code: 'blue' }));
  act(() => state().showNoteHistory(id));
  const dialog = await screen.findByRole('dialog', { name: 'History' });
  await waitFor(() => expect(within(dialog).getAllByRole('listitem')).toHaveLength(3));
  const [newest, middle, oldest] = within(dialog).getAllByRole('listitem') as [
    HTMLElement,
    HTMLElement,
    HTMLElement,
  ];
  expect(newest.querySelector('del')?.textContent).toBe('三');
  expect(newest.querySelector('ins')?.textContent).toBe('五');
  expect(within(newest).getByText('Blue')).toBeTruthy();
  expect(middle.querySelector('del')?.textContent).toBe('目标');
  expect(within(oldest).getByText('Made')).toBeTruthy();
  await expectNoAxeViolations(dialog);
  await user.click(within(middle).getByRole('button', { name: /^Bring this version back/u }));
  await waitFor(() => expect(state().annotations[0]).toMatchObject({ note: '三年目标', code: 'red' }));
  await act(() => state().undo());
  expect(state().annotations[0]).toMatchObject({ note: '五年目标', code: 'blue' });
});

test('deleted notes are listed with their time and come back with one press', async () => {
  const { user, quotes, state } = await open();
  await waitFor(() => expect(quotes()).toHaveLength(3));
  await act(() => state().removeAnnotations(state().annotations.map(({ id }) => id)));
  act(() => state().showDialog('deleted-notes'));
  const dialog = await screen.findByRole('dialog', { name: 'Deleted notes' });
  await waitFor(() => expect(within(dialog).getAllByRole('listitem')).toHaveLength(3));
  await expectNoAxeViolations(dialog);
  await user.click(within(dialog).getByRole('button', { name: 'Restore: 新建五处' }));
  await waitFor(() => expect(state().annotations.map(({ anchor }) => anchor.exact)).toEqual(['新建五处']));
  await user.click(within(dialog).getByRole('button', { name: 'Restore all (2)' }));
  await waitFor(() => expect(within(dialog).queryAllByRole('listitem')).toEqual([]));
  expect(state().annotations).toHaveLength(3);
});
