import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { createFakeClient } from '#renderer/platform/fake-client.ts';
import { fakeReport } from '#renderer/platform/fake-reports.ts';
import { shownReport } from '#renderer/state/report/shown-report.ts';
import { expectNoAxeViolations } from '#test/axe.ts';
import { renderComponent } from '#test/render-component.tsx';
import { NotesPane } from './NotesPane.tsx';

const BEFORE = '工作报告\n一、总体情况\n修缮三处。\n新建五处。\n全部完工。';
const AFTER = '工作报告\n一、总体情况\n修缮三处。\n又修缮三处。\n全部完工。';

/** Three notes on a report whose text was replaced: one is exact, one doubtful, one an orphan. */
async function open() {
  const client = createFakeClient({
    reports: [fakeReport({ reportId: 'rone', title: '工作报告' }, BEFORE)],
    sources: [AFTER],
  });
  const rendered = await renderComponent(<NotesPane />, { client });
  const state = rendered.store.getState;
  act(() => state().openReport('rone'));
  for (const quote of ['全部完工', '修缮三处', '新建五处']) {
    const start = BEFORE.indexOf(quote);
    await act(() => state().createAnnotation({ range: { start, end: start + quote.length } }));
  }
  await act(() => state().replaceText('rone'));
  await screen.findByText('Passage gone');
  const item = (quote: string): HTMLElement =>
    screen.getByRole('button', { name: `Go to: ${quote}` }).closest('[data-note-id]') as HTMLElement;
  const noteOf = (quote: string) => state().annotations.find(({ anchor }) => anchor.exact === quote);
  return { ...rendered, state, item, noteOf };
}

test('states are told, filtered and sorted', async () => {
  const { user, container } = await open();
  await expectNoAxeViolations(container);
  const quotes = (): readonly string[] =>
    screen.getAllByRole('button', { name: /^Go to/u }).map((quote) => quote.textContent);
  await user.click(screen.getByRole('button', { name: 'Order of notes: By place in the text' }));
  await user.click(await screen.findByRole('menuitemradio', { name: 'To be settled first' }));
  expect(quotes()).toEqual(['修缮三处', '新建五处', '全部完工']);
  const filter = screen.getByRole('group', { name: 'Filter by state' });
  await user.click(within(filter).getByRole('button', { name: 'Passage gone 1' }));
  expect(quotes()).toEqual(['新建五处']);
});

test('a doubtful note is put to one of its candidates by the keyboard alone, and undo takes that back', async () => {
  const { user, item, noteOf, state, container } = await open();
  within(item('修缮三处')).getByRole('button', { name: 'Settle its place' }).focus();
  await user.keyboard('{Enter}');
  const places = await within(item('修缮三处')).findByRole('list', { name: 'Possible places' });
  await expectNoAxeViolations(container);
  const second = within(places).getAllByRole('listitem')[1] as HTMLElement;
  within(second)
    .getByRole('button', { name: /^Look at/u })
    .focus();
  await user.keyboard('{Enter}');
  const start = AFTER.lastIndexOf('修缮三处');
  expect(state().jump).toMatchObject({ start, end: start + 4, flash: true });
  await user.tab();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(noteOf('修缮三处')).toMatchObject({ state: 'exact', anchor: { start } }));
  await act(() => state().undo());
  await waitFor(() => expect(noteOf('修缮三处')?.state).toBe('doubtful'));
});

test('a doubtful note may belong nowhere', async () => {
  const { user, item, noteOf } = await open();
  await user.click(within(item('修缮三处')).getByRole('button', { name: 'Settle its place' }));
  await user.click(within(item('修缮三处')).getByRole('button', { name: 'It belongs nowhere' }));
  await waitFor(() => expect(noteOf('修缮三处')?.state).toBe('orphan'));
});

test('an orphan is put where the user selects, and picking can be given up', async () => {
  const { user, item, noteOf, store, state } = await open();
  await user.click(within(item('新建五处')).getByRole('button', { name: 'Settle its place' }));
  await screen.findByText(/^No place comes near/u);
  await user.click(screen.getByRole('button', { name: 'Pick the place' }));
  const put = screen.getByRole('button', { name: 'Put the note here' });
  expect(put).toHaveProperty('disabled', true);
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(state().placingNoteId).toBeNull();

  await user.click(await screen.findByRole('button', { name: 'Pick the place' }));
  const start = AFTER.indexOf('又修缮');
  act(() => shownReport(store).setState({ reportId: 'rone', selection: { start, end: start + 5 } }));
  await user.click(screen.getByRole('button', { name: 'Put the note here' }));
  await waitFor(() => expect(noteOf('又修缮三处')).toMatchObject({ state: 'exact', anchor: { start } }));
  expect(state().placingNoteId).toBeNull();
});
