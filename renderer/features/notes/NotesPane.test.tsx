import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { createFakeClient } from '#renderer/platform/fake-client.ts';
import { fakeReport } from '#renderer/platform/fake-reports.ts';
import { expectNoAxeViolations } from '#test/axe.ts';
import { renderComponent } from '#test/render-component.tsx';
import { NotesPane } from './NotesPane.tsx';

const SOURCE = '工作报告\n一、总体情况\n全县现有小学四十二所，初中九所。\n新建校舍三处。';

async function open() {
  const client = createFakeClient({ reports: [fakeReport({ reportId: 'rone', title: '工作报告' }, SOURCE)] });
  const rendered = await renderComponent(<NotesPane />, { client });
  const state = rendered.store.getState;
  act(() => state().openReport('rone'));
  const mark = async (text: string, code: string, note = '', tags: string[] = []) => {
    const start = SOURCE.indexOf(text);
    await act(() =>
      state().createAnnotation({ range: { start, end: start + text.length }, code, note, tags }),
    );
  };
  return { ...rendered, state, mark };
}

test('says how to begin where there are no notes', async () => {
  const { container } = await open();
  await screen.findByText('No notes yet');
  await expectNoAxeViolations(container);
});

test('lists notes in the order of the text with their place, and leads to it', async () => {
  const { mark, state, user, container } = await open();
  await mark('新建校舍', 'red', '哪三处？');
  await mark('小学四十二所', 'yellow', '', ['数据']);
  const quotes = await screen.findAllByRole('button', { name: /^Go to/u });
  expect(quotes.map((quote) => quote.textContent)).toEqual(['小学四十二所', '新建校舍']);
  expect(screen.getByText('哪三处？')).toBeTruthy();
  expect(screen.getByText('一 ¶2')).toBeTruthy();
  await expectNoAxeViolations(container);
  await user.click(quotes[1] as HTMLElement);
  const start = SOURCE.indexOf('新建校舍');
  expect(state().jump).toMatchObject({ reportId: 'rone', start, end: start + 4, flash: true });
  await user.keyboard('{ArrowUp}');
  expect(document.activeElement).toBe(quotes[0]);
});

test('edits words and tags where they stand, by the keyboard alone', async () => {
  const { mark, state, user } = await open();
  await mark('新建校舍', 'red', '', ['待核']);
  await mark('初中九所', 'blue');
  const item = (await screen.findByText('初中九所')).closest('[data-note-id]') as HTMLElement;
  within(item).getByRole('button', { name: 'Write a note' }).focus();
  await user.keyboard('{Enter}');
  await user.keyboard('与去年相同');
  await user.tab();
  await user.keyboard('待');
  await waitFor(() => expect(within(item).getByRole('option', { name: '待核' })).toBeTruthy());
  await user.keyboard('{ArrowDown}{Enter}');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(within(item).getByText('与去年相同')).toBeTruthy());
  expect(state().annotations.find((note) => note.code === 'blue')).toMatchObject({
    note: '与去年相同',
    tags: ['待核'],
  });
});

test('Escape leaves the editor without a change, taking it away saves what was written', async () => {
  const { mark, state, user, client } = await open();
  await mark('新建校舍', 'red');
  await user.click(await screen.findByRole('button', { name: 'Write a note' }));
  await user.keyboard('不要了{Escape}');
  expect(state().annotations[0]?.note).toBe('');
  await user.click(screen.getByRole('button', { name: 'Write a note' }));
  await user.keyboard('要留下');
  act(() => state().closeReport());
  await waitFor(() => expect(client.fake.store.notesOf('rone')[0]?.note).toBe('要留下'));
});

test('words that somebody else has changed meanwhile stay beside what was written, and are not taken back by looking', async () => {
  const { mark, state, user, client } = await open();
  await mark('新建校舍', 'red', '哪三处？');
  const [note] = client.fake.store.notesOf('rone');
  const others = (words: string, revision: number) =>
    act(() => client.changeNote({ id: note?.id ?? '', revision, change: { note: words } }));
  const kept = () => client.fake.store.notesOf('rone').map((each) => [each.code, each.note]);

  await user.click(await screen.findByRole('button', { name: 'Edit' }));
  await others('已核：三处', 1);
  await waitFor(() => expect(state().annotations[0]?.revision).toBe(2));
  // Nothing was typed: the editor has nothing to save.
  await user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByText('已核：三处');
  expect(kept()).toEqual([['red', '已核：三处']]);

  await user.click(screen.getByRole('button', { name: 'Edit' }));
  await user.keyboard('待补，');
  await others('已核：两处', 2);
  await waitFor(() => expect(state().annotations[0]?.revision).toBe(3));
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(kept()).toHaveLength(2));
  expect(new Set(kept().map(([, words]) => words))).toEqual(new Set(['已核：两处', '待补，已核：三处']));
  expect(state().toasts).toHaveLength(1);

  // Another colour is no other text.
  const edits = screen.getAllByRole('button', { name: 'Edit' });
  await user.click(edits[0] as HTMLElement);
  const [first] = state().annotations;
  await act(() => state().changeAnnotation(first?.id ?? '', { code: 'blue' }));
  await user.keyboard('完{Control>}{Enter}{/Control}');
  await waitFor(() =>
    expect(state().annotations[0]).toMatchObject({ code: 'blue', note: `完${first?.note ?? ''}` }),
  );
  expect(kept()).toHaveLength(2);
});

test('recolours, filters by colour and deletes with the key', async () => {
  const { mark, state, user } = await open();
  await mark('新建校舍', 'red');
  await mark('初中九所', 'blue');
  const filter = await screen.findByRole('group', { name: 'Filter by colour' });
  await user.click(within(filter).getByRole('button', { name: 'Blue' }));
  expect(screen.getByRole('status').textContent).toBe('1 of 2');
  const item = screen.getByText('初中九所').closest('[data-note-id]') as HTMLElement;
  await user.click(within(item).getByRole('radio', { name: 'Green' }));
  await waitFor(() => expect(state().annotations.map(({ code }) => code)).toEqual(['green', 'red']));
  await screen.findByText('No note fits.');
});
