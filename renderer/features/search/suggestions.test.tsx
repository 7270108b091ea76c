import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { createFakeClient } from '#renderer/platform/fake-client.ts';
import { fakeReport } from '#renderer/platform/fake-reports.ts';
import { searchModel } from '#renderer/state/search/search-model.ts';
import { expectNoAxeViolations } from '#test/axe.ts';
import { openSearch } from '#test/open-search.tsx';

async function open(recentQueries: string[] = []) {
  const reports = [
    fakeReport({ reportId: 'rone', title: '渔业规划' }, '渔业强国，渔业为本。'),
    fakeReport({ reportId: 'rtwo', title: '第二份' }, '办好渔业。'),
  ];
  const client = createFakeClient({ reports });
  await client.changeSettings({ recentQueries });
  await client.saveSearch({ name: '强国', query: '渔业 强国', sort: 'date' });
  return openSearch(client);
}

const chosen = (box: HTMLElement): string | null | undefined =>
  document.getElementById(box.getAttribute('aria-activedescendant') ?? '-')?.firstChild?.textContent;

test('the empty box lists recent and saved searches and what can be written, all by keys', async () => {
  const { user, box, state, container } = await open(['经费', '渔业']);
  await user.click(box);
  const list = await screen.findByRole('listbox', { name: 'Suggestions' });
  expect(box.getAttribute('aria-expanded')).toBe('true');
  expect(box.getAttribute('aria-controls')).toBe(list.id);
  const recents = within(list).getByRole('group', { name: 'Recent searches' });
  expect(within(recents).getAllByRole('option')).toHaveLength(2);
  await expectNoAxeViolations(container);
  await user.keyboard('{ArrowUp}{ArrowDown}{ArrowDown}{ArrowDown}');
  expect(chosen(box)).toBe('强国');
  await user.keyboard('{Enter}');
  await waitFor(() => expect(box.value).toBe('渔业 强国'));
  expect(state().settings.searchSort).toBe('date');
  expect(screen.queryByRole('listbox')).toBeNull();
  expect(state().settings.recentQueries[0]).toBe('渔业 强国');
});

test('a recent search is deleted by Delete or by its cross, and no other option is', async () => {
  const { user, box, state, container } = await open(['经费', '渔业', '办学']);
  await user.click(box);
  const options = (): readonly (string | null)[] =>
    screen.getAllByRole('option').map((option) => option.firstChild?.textContent ?? null);
  await waitFor(() => expect(options().slice(0, 4)).toEqual(['经费', '渔业', '办学', '强国']));
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(screen.getByRole('option', { name: /^渔业.*Delete removes it/u })).toBeTruthy();
  await user.keyboard('{Delete}');
  expect(state().settings.recentQueries).toEqual(['经费', '办学']);
  // The next one is chosen, the list stays, and so does the focus.
  expect(chosen(box)).toBe('办学');
  await expectNoAxeViolations(container);
  await user.click(screen.getAllByTitle('Delete this recent search')[0] ?? container);
  expect(state().settings.recentQueries).toEqual(['办学']);
  expect(box.value).toBe('');
  expect(chosen(box)).toBe('办学');
  expect(document.activeElement).toBe(box);
  await user.keyboard('{ArrowDown}{Delete}');
  expect(chosen(box)).toBe('强国');
  expect(state().settings.recentQueries).toEqual(['办学']);
  // While something is typed the key belongs to the text until an option is chosen.
  await user.type(box, '办');
  await screen.findByRole('option', { name: /^办学/u });
  await user.keyboard('{Home}{Delete}');
  expect([box.value, state().settings.recentQueries]).toEqual(['', ['办学']]);
  await user.type(box, '办');
  await screen.findByRole('option', { name: /^办学/u });
  await user.keyboard('{ArrowDown}{Delete}');
  expect([box.value, state().settings.recentQueries]).toEqual(['办', []]);
  await waitFor(() => expect(screen.queryByRole('option', { name: /^办学/u })).toBeNull());
});

test('what is asked while packs load is asked once more when they are there', async () => {
  const { user, box, client } = await open();
  act(() => client.fake.sendPacksState({ state: 'loading' }));
  const asked = vi.spyOn(client, 'suggestQueries');
  await user.type(box, '渔');
  await waitFor(() => expect(asked).toHaveBeenCalledTimes(1));
  await client.saveSearch({ name: '渔歌', query: '渔 歌', sort: 'date' });
  act(() => client.fake.sendPacksState({ state: 'ready' }));
  await waitFor(() => expect(asked).toHaveBeenCalledTimes(2));
  await screen.findByRole('option', { name: /渔歌/u });
  act(() => client.fake.sendPacksState({ state: 'ready' }));
  expect(asked).toHaveBeenCalledTimes(2);
});

test('a filter by code lists the names that the user gave, and takes one with a space as it is', async () => {
  const { user, box, store } = await open();
  const [first] = store.getState().codes;
  act(() => store.setState({ codes: [{ ...first!, id: 'c1', name: '待核 数据', builtIn: false }] }));
  await user.type(box, 'color:');
  await screen.findByRole('option', { name: /yellow/u });
  expect(screen.getAllByRole('option')[0]?.textContent).toContain('待核 数据');
  await user.keyboard('{ArrowDown}{Enter}');
  expect(box.value).toBe('color:"待核 数据"');
});

test('an operator of the list stands in the box', async () => {
  const { user, box } = await open();
  await user.click(box);
  await user.click(await screen.findByRole('option', { name: /has:note/u }));
  expect(box.value).toBe('has:note');
});

test('while typing, suggestions stand over the results and hide none of them', async () => {
  const { user, box, state, container } = await open(['渔业经费']);
  await user.type(box, '渔业');
  const list = await screen.findByRole('listbox', { name: 'Suggestions' });
  await screen.findByText('3 places in 2 reports');
  const names = within(list)
    .getAllByRole('option')
    .map((option) => option.textContent);
  expect(names).toEqual(['强国渔业 强国', '渔业经费recent', '渔业规划open the report']);
  await expectNoAxeViolations(container);
  // Down to the strip, along it, and on to the results.
  await user.keyboard('{ArrowDown}{ArrowRight}');
  expect(chosen(box)).toBe('渔业经费');
  await user.keyboard('{ArrowDown}');
  expect(document.activeElement).toBe(container.querySelector('[data-search-place]'));
  act(() => box.focus());
  await user.type(box, '规');
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1));
  await user.keyboard('{ArrowDown}{Enter}');
  expect(state().currentReportId).toBe('rone');
});

test('a filter is completed, then its value; Enter without a choice walks on as before', async () => {
  const { user, box } = await open();
  await user.type(box, 'tit');
  await waitFor(() => expect(screen.getAllByRole('option')[0]?.textContent).toContain('title:'));
  await user.keyboard('{ArrowDown}{Enter}');
  expect(box.value).toBe('title:');
  await user.type(box, '渔');
  await screen.findByRole('option', { name: /渔业规划/u });
  await user.keyboard('{ArrowDown}{Enter}');
  expect(box.value).toBe('title:渔业规划');
  await waitFor(() => expect(screen.queryByRole('listbox')).toBeNull());
});

async function openSaved() {
  const opened = await open();
  act(() => searchModel(opened).searchFor('渔业'));
  await screen.findByText('3 places in 2 reports');
  await opened.user.click(screen.getByRole('button', { name: 'Saved searches' }));
  return { ...opened, panel: await screen.findByRole('dialog', { name: 'Saved searches' }) };
}

test('a search is saved under its own words or another name, and run with its order', async () => {
  const { user, box, client, panel, state } = await openSaved();
  const name = within(panel).getByRole<HTMLInputElement>('textbox', { name: 'Name of this search' });
  expect(name.value).toBe('渔业');
  await user.click(within(panel).getByRole('button', { name: 'Save' }));
  await within(panel).findByRole('textbox', { name: 'Name of “渔业”' });
  expect(client.fake.store.savedSearches[0]).toMatchObject({ query: '渔业', sort: 'relevance' });
  await expectNoAxeViolations(panel);
  await user.click(within(panel).getByRole('button', { name: 'Search “强国”' }));
  expect(box.value).toBe('渔业 强国');
  expect(state().settings.searchSort).toBe('date');
});

test('a saved search is renamed and deleted; undo brings it back', async () => {
  const { user, client, panel, state } = await openSaved();
  const names = (): readonly string[] => client.fake.store.savedSearches.map((saved) => saved.name);
  await user.type(await within(panel).findByRole('textbox', { name: 'Name of “强国”' }), '!{Enter}');
  await waitFor(() => expect(names()).toEqual(['强国!']));
  await user.click(await within(panel).findByRole('button', { name: 'Delete “强国!”' }));
  await waitFor(() => expect(names()).toEqual([]));
  await act(() => state().undo());
  await within(panel).findByRole('textbox', { name: 'Name of “强国!”' });
});
