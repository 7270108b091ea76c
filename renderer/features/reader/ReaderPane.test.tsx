import { act, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Edit } from '#core/text/edit.ts';
import { createFakeClient } from '#renderer/platform/fake-client.ts';
import { fakeReport } from '#renderer/platform/fake-reports.ts';
import { runCommand } from '#renderer/state/window/commands.ts';
import { expectNoAxeViolations } from '#test/axe.ts';
import { renderComponent } from '#test/render-component.tsx';
import { ReaderPane } from './ReaderPane.tsx';
import { openReader, stubPage } from '#test/open-reader.tsx';

const SOURCE = '工作報告\n一、总体情况\n统筹推进教育强国。\n「育人」为本。';

stubPage();

const open = (edits: readonly Edit[] = []) => openReader(SOURCE, edits);

test('shows one element a block, headings as headings, and no indent before a corner bracket', async () => {
  const { blocks, article, container } = await open();
  expect(blocks()).toEqual(SOURCE.split('\n'));
  expect([...article.querySelectorAll('h2, h3')].map((heading) => heading.textContent)).toEqual([
    '工作報告',
    '一、总体情况',
  ]);
  expect(article.querySelector('.flush')?.textContent).toBe('「育人」为本。');
  await expectNoAxeViolations(container);
});

test('a colour marks the selected passage of the source and tells the paragraph about it', async () => {
  const { select, state, painted, article, container } = await open();
  await select('教育强国');
  await expectNoAxeViolations(container);
  act(() => void runCommand('colour-2'));
  await waitFor(() => expect(state().annotations).toHaveLength(1));
  const start = SOURCE.indexOf('教育强国');
  expect(state().annotations[0]).toMatchObject({ code: 'red', anchor: { start, end: start + 4 } });
  await waitFor(() => expect(painted('code-red')).toEqual(['教育强国']));
  expect(state().settings.lastCode).toBe('red');
  const described = article.querySelector('[aria-describedby]');
  expect(described?.textContent).toContain('教育强国');
  const list = document.getElementById(described?.getAttribute('aria-describedby') ?? '');
  expect(list?.textContent).toBe('Red highlight.');
  expect(screen.queryByRole('toolbar')).toBeNull();
});

test('a change of script changes the text, its language and what is painted, and leads back', async () => {
  const { state, blocks, painted, article, select } = await open();
  await select('强国');
  act(() => void runCommand('highlight'));
  await waitFor(() => expect(painted('code-yellow')).toEqual(['强国']));
  act(() => state().changeSettings({ readingScript: 'tw' }));
  await waitFor(() => expect(blocks()[2]).toBe('統籌推進教育強國。'));
  expect(painted('code-yellow')).toEqual(['強國']);
  expect(article.querySelector('[lang]')?.getAttribute('lang')).toBe('zh-Hant-TW');
  await select('統籌');
  act(() => void runCommand('colour-4'));
  const start = SOURCE.indexOf('统筹');
  await waitFor(() => expect(state().annotations).toHaveLength(2));
  expect(state().annotations.find(({ code }) => code === 'blue')?.anchor).toMatchObject({
    start,
    end: start + 2,
    exact: '统筹',
  });
  act(() => state().changeSettings({ readingScript: 'source' }));
  await waitFor(() => expect(blocks()).toEqual(SOURCE.split('\n')));
  expect(painted('code-yellow')).toEqual(['强国']);
});

test('a note is written from the keyboard alone', async () => {
  const { state, article, user } = await open();
  article.focus();
  await user.keyboard('jj');
  await user.keyboard('{Enter}');
  await screen.findByRole('toolbar');
  await user.keyboard('{Enter}');
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Highlight in yellow'));
  act(() => void runCommand('add-note'));
  await user.type(await screen.findByRole('textbox', { name: 'Note (Markdown)' }), 'look here');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(state().annotations).toHaveLength(1));
  expect(state().annotations[0]).toMatchObject({
    kind: 'note',
    note: 'look here',
    anchor: { exact: '统筹推进教育强国。' },
  });
});

test('words of a draft land on their own report when another one is opened', async () => {
  const { state, select, user, client } = await open();
  await select('教育');
  act(() => void runCommand('add-note'));
  await user.type(await screen.findByRole('textbox', { name: 'Note (Markdown)' }), 'kept');
  act(() => state().closeReport());
  await waitFor(() => expect(client.fake.store.notesOf('rone')[0]?.note).toBe('kept'));
});

test('what cannot be opened is said, and can be tried again', async () => {
  const client = createFakeClient({ reports: [fakeReport({ reportId: 'rone' }, SOURCE)] });
  client.fake.failWith('openReport', { code: 'store-locked', params: { holder: 'zhupi' } });
  const { store, user } = await renderComponent(<ReaderPane />, { client });
  act(() => store.getState().openReport('rone'));
  await screen.findByText('This report could not be opened');
  client.fake.failWith('openReport', null);
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByRole('article');
});

/** Takes 总体 out of the heading. */
const REMOVAL: Edit = {
  start: SOURCE.indexOf('总体'),
  end: SOURCE.indexOf('总体') + 2,
  before: '总体',
  after: '',
  rule: 'pinyin-brackets',
  confidence: 1,
  applied: true,
};

test('the source layer shows the source with what is repaired marked, in its own script, and leads back', async () => {
  const { state, blocks, painted, select, article, container } = await open([REMOVAL]);
  expect(blocks()[1]).toBe('一、情况');
  await select('一、情况');
  act(() => void runCommand('colour-1'));
  await waitFor(() => expect(painted('code-yellow')).toEqual(['一、情况']));
  act(() => state().changeSettings({ readingScript: 'tw' }));
  await waitFor(() => expect(blocks()[2]).toBe('統籌推進教育強國。'));
  act(() => void runCommand('source-layer'));
  await waitFor(() => expect(blocks()).toEqual(SOURCE.split('\n')));
  expect(painted('edit-removed')).toEqual(['总体']);
  expect(painted('code-yellow')).toEqual(['一、总体情况']);
  expect(screen.getByRole('button', { name: 'As imported' }).getAttribute('aria-pressed')).toBe('true');
  expect(article.classList.contains('source-layer')).toBe(true);
  await expectNoAxeViolations(container);
  act(() => void runCommand('source-layer'));
  await waitFor(() => expect(blocks()[2]).toBe('統籌推進教育強國。'));
  expect(blocks()[1]).not.toContain('总体');
  expect(painted('edit-removed')).toEqual([]);
});

test('a passage is corrected from the keyboard, in the words of the source, under its highlight', async () => {
  const { state, blocks, painted, select, client, user } = await open([REMOVAL]);
  await select('统筹推进');
  act(() => void runCommand('colour-3'));
  await waitFor(() => expect(painted('code-green')).toEqual(['统筹推进']));
  act(() => state().changeSettings({ readingScript: 'tw' }));
  await waitFor(() => expect(blocks()[2]).toBe('統籌推進教育強國。'));
  await select('推進');
  act(() => void runCommand('correct'));
  const field = await screen.findByRole('textbox', { name: 'Corrected text' });
  expect(field).toHaveProperty('value', '推进');
  await expectNoAxeViolations(document.body);
  await user.clear(field);
  await user.type(field, '促进');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(blocks()[2]).toBe('統籌促進教育強國。'));
  expect(painted('code-green')).toEqual(['統籌促進']);
  expect(client.fake.store.content('rone').source).toBe(SOURCE);
  await act(() => state().undo());
  await waitFor(() => expect(blocks()[2]).toBe('統籌推進教育強國。'));
});

test('while notes are placed in another text, how far that is can be seen, and it can be cancelled', async () => {
  const { store, client, user, container } = await open();
  act(() => store.setState({ versionProgress: { reportId: 'rone', done: 2560, total: 10_000 } }));
  await screen.findByText('Finding the notes in the new text: 2,560 / 10,000');
  await expectNoAxeViolations(container);
  await user.click(screen.getByRole('button', { name: 'Cancel and keep the text' }));
  expect(client.fake.calls).toContain('cancelVersion');
  act(() => store.setState({ versionProgress: null }));
  await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
});
