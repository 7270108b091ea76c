import { act, screen, waitFor } from '@testing-library/react';
import { beforeAll, expect, test } from 'vitest';
import { runCommand } from '#renderer/state/window/commands.ts';
import { findModel } from '#renderer/state/find/find-model.ts';
import { expectNoAxeViolations } from '#test/axe.ts';
import { openReader, stubPage } from '#test/open-reader.tsx';

const SOURCE = '工作報告\n教育强国，教育为本。\n办好教育。';
const PLACES = [5, 10, 18].map((start) => ({ start, end: start + 2 }));

stubPage();

// The bar is loaded when it is first asked for: reading it is no part of what a test waits for.
beforeAll(() => import('./index.ts'), 60_000);

async function open(source = SOURCE) {
  const rendered = await openReader(source);
  const { article, client, store } = rendered;
  article.focus();
  act(() => void runCommand('find'));
  const field = await screen.findByRole<HTMLInputElement>('searchbox', { name: 'Find in this report' });
  const model = findModel({ client, store });
  const told = (): string =>
    document.querySelector('search')?.querySelector('[role=status]')?.textContent ?? '';
  return { ...rendered, field, told, model };
}

test('what is typed is counted and lit, Enter and F3 go on and around, Shift back', async () => {
  const { field, user, told, painted } = await open();
  await waitFor(() => expect(document.activeElement).toBe(field));
  await user.keyboard('教育');
  await waitFor(() => expect(told()).toBe('Place 1 of 3'));
  expect(screen.getByText('1 / 3')).toBeTruthy();
  await waitFor(() => expect(painted('search-hit')).toEqual(['教育', '教育']));
  expect(painted('search-current')).toEqual(['教育']);
  await user.keyboard('{Enter}');
  await waitFor(() => expect(told()).toBe('Place 2 of 3'));
  act(() => void runCommand('find-next'));
  await waitFor(() => expect(told()).toBe('Place 3 of 3'));
  await user.keyboard('{Enter}');
  await waitFor(() => expect(told()).toBe('On from the beginning Place 1 of 3'));
  await user.keyboard('{Shift>}{Enter}{/Shift}');
  await waitFor(() => expect(told()).toBe('On from the end Place 3 of 3'));
  await user.click(screen.getByRole('button', { name: 'Previous place' }));
  await waitFor(() => expect(told()).toBe('Place 2 of 3'));
});

test('it breaks no rule of accessibility', async () => {
  const { user, field, told, container } = await open();
  await user.type(field, '教育');
  await waitFor(() => expect(told()).toBe('Place 1 of 3'));
  await expectNoAxeViolations(container);
});

test('Escape closes it, puts out what was lit and gives the focus back; F3 goes on with the same words', async () => {
  const { user, told, painted, article, field } = await open();
  await user.type(field, '教育');
  await waitFor(() => expect(painted('search-current')).toEqual(['教育']));
  await user.keyboard('{Escape}');
  expect(document.querySelector('search')).toBeNull();
  expect(document.activeElement).toBe(article);
  await waitFor(() => expect([...painted('search-current'), ...painted('search-hit')]).toEqual([]));
  act(() => void runCommand('find-next'));
  await waitFor(() => expect(document.querySelector('search')).not.toBeNull());
  await waitFor(() => expect(told()).toBe('Place 1 of 3'));
  expect(document.activeElement).toBe(article);
});

test('what is selected is asked for, and its own place is the first', async () => {
  const { user, select, told, field } = await open();
  await user.keyboard('{Escape}');
  await select('办好');
  act(() => void runCommand('find'));
  await waitFor(() => expect(told()).toBe('Place 1 of 1'));
  expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('办好');
  expect(field.isConnected).toBe(false);
});

test('a bad query is explained, none found is said, and nothing typed says nothing', async () => {
  const { user, field, client, told, container } = await open();
  await user.type(field, '无此词');
  await waitFor(() => expect(told()).toBe('Nothing found'));
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Next place' }).disabled).toBe(true);
  const params = { query: '(', position: 0, reason: 'bracket-open', at: 1, what: '(' };
  client.fake.failWith('findInReport', { code: 'query-bad', params });
  await user.clear(field);
  expect(told()).toBe('');
  await user.type(field, '(');
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('(');
  expect(field.getAttribute('aria-describedby')).toBe(alert.id);
  await expectNoAxeViolations(container);
});

test('all places become highlights in one action, none of them twice, and one undo takes them back', async () => {
  const { user, field, state, told } = await open();
  await user.type(field, '教育');
  await waitFor(() => expect(told()).toBe('Place 1 of 3'));
  await user.keyboard('{Alt>}{Enter}{/Alt}');
  await waitFor(() => expect(state().annotations).toHaveLength(3));
  expect(state().annotations.map(({ anchor: { start, end } }) => ({ start, end }))).toEqual(PLACES);
  expect(new Set(state().annotations.map(({ kind, code }) => `${kind} ${code}`))).toEqual(
    new Set(['highlight yellow']),
  );
  await user.click(screen.getByRole('button', { name: 'Highlight all: Yellow' }));
  await waitFor(() => expect(state().toasts).toHaveLength(2));
  expect(state().annotations).toHaveLength(3);
  await user.click(screen.getByRole('button', { name: 'Another colour' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Red' }));
  await waitFor(() => expect(state().annotations).toHaveLength(6));
  expect(state().settings.lastCode).toBe('red');
  await act(() => state().undo());
  await waitFor(() =>
    expect(state().annotations.map(({ code }) => code)).toEqual(['yellow', 'yellow', 'yellow']),
  );
});

test('many highlights are counted first and made only when that is wanted', async () => {
  const { user, field, state, told, container } = await open(`标题\n${'教育。'.repeat(230)}`);
  await user.type(field, '教育');
  await waitFor(() => expect(told()).toBe('Place 1 of 230'));
  await user.keyboard('{Alt>}{Enter}{/Alt}');
  await screen.findByText('Make 230 highlights (Yellow)? One undo takes them back.');
  await expectNoAxeViolations(container);
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(state().annotations).toEqual([]);
  await waitFor(() => expect(document.activeElement).toBe(field));
  await user.keyboard('{Alt>}{Enter}{/Alt}');
  const group = await screen.findByRole('group', { name: /^Make 230/u });
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Highlight all'));
  await user.keyboard('{Enter}');
  await waitFor(() => expect(state().annotations).toHaveLength(230));
  expect(group.isConnected).toBe(false);
});
