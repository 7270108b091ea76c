import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Edit } from '#core/text/edit.ts';
import { runCommand } from '#renderer/state/window/commands.ts';
import { expectNoAxeViolations } from '#test/axe.ts';
import { openReader, stubPage } from '#test/open-reader.tsx';

const SOURCE = '亳州和單(shàn)縣,學(xué)校。\n向?qū)<醫柚?、向榜樣。';

stubPage();

function edit(before: string, after: string, rule: string, applied: boolean): Edit {
  const start = SOURCE.indexOf(before);
  return { start, end: start + before.length, before, after, rule, confidence: 0.5, applied };
}

const EDITS = [
  edit('(shàn)', '', 'pinyin-brackets', false),
  edit(',', '，', 'half-width-punctuation', true),
  edit('(xué)', '', 'pinyin-brackets', true),
  edit('?qū)<醫柚?', '專家借智', 'byte-shift', false),
];

test('what the rules leave to the user is marked in every view, and nothing else is', async () => {
  const { painted, state, blocks, container } = await openReader(SOURCE, EDITS);
  await waitFor(() => expect(painted('edit-asks')).toEqual(['(shàn)', '?qū)<醫柚?']));
  for (const script of ['cn', 't', 'tw', 'twp', 'hk', 'source'] as const) {
    act(() => state().changeSettings({ readingScript: script }));
    const broken = script === 'cn' ? '?qū)<医柚?' : '?qū)<醫柚?';
    await waitFor(() => expect(painted('edit-asks')).toEqual(['(shàn)', broken]));
  }
  expect(blocks()[0]).toBe('亳州和單(shàn)縣，學校。');
  expect(painted('edit-removed')).toEqual([]);
  const described = [...container.querySelectorAll('[aria-describedby~="asks-of-blocks"]')];
  expect(described.map((block) => block.textContent)).toEqual(blocks());
  expect(document.getElementById('asks-of-blocks')?.textContent).toMatch(/not sure/u);
  expect(screen.getByRole('button', { name: '2 repairs 2 to decide' })).toBeTruthy();
  await expectNoAxeViolations(container);
});

test('in the source layer such a place has the same mark, beside those of the others', async () => {
  const { painted, state } = await openReader(SOURCE, EDITS);
  act(() => state().showTextLayer('source'));
  await waitFor(() => expect(painted('edit-removed')).toEqual(['(xué)']));
  expect(painted('edit-asks')).toEqual(['(shàn)', '?qū)<醫柚?']);
  expect(painted('edit-off')).toEqual([]);
});

test('keys lead from one to the next and round the end, and what is decided there is marked no more', async () => {
  const { painted, blocks, user } = await openReader(SOURCE, EDITS);
  await waitFor(() => expect(painted('edit-asks')).toHaveLength(2));
  act(() => void runCommand('next-asking'));
  const panel = await screen.findByRole('dialog', { name: 'Repair here' });
  expect(panel.textContent).toContain('(shàn)');
  expect(panel.contains(document.activeElement)).toBe(true);
  await expectNoAxeViolations(panel);
  act(() => void runCommand('next-asking'));
  await waitFor(() => expect(screen.getByRole('dialog').textContent).toContain('專家借智'));
  act(() => void runCommand('next-asking'));
  await waitFor(() => expect(screen.getByRole('dialog').textContent).toContain('(shàn)'));
  act(() => void runCommand('previous-asking'));
  await waitFor(() => expect(screen.getByRole('dialog').textContent).toContain('專家借智'));
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Accept' }));
  await waitFor(() => expect(blocks()[1]).toBe('向專家借智、向榜樣。'));
  await waitFor(() => expect(painted('edit-asks')).toEqual(['(shàn)']));
});

test('a click opens the place, a second one the note that lies over it', async () => {
  const { painted, article, select, user } = await openReader(SOURCE, EDITS);
  await waitFor(() => expect(painted('edit-asks')).toHaveLength(2));
  await select('單(shàn)縣');
  act(() => void runCommand('colour-2'));
  await waitFor(() => expect(painted('code-red')).toEqual(['單(shàn)縣']));
  // jsdom knows no points: a character inside the brackets.
  const node = article.querySelector('.zhupi-piece > *')?.firstChild as Text;
  document.caretRangeFromPoint = () => {
    const range = document.createRange();
    range.setStart(node, node.data.indexOf('shàn'));
    return range;
  };
  const press = { keys: '[MouseLeft]', target: article, coords: { x: 1, y: 1 } };
  await user.pointer(press);
  const panel = await screen.findByRole('dialog', { name: 'Repair here' });
  expect(within(panel).getByRole('button', { name: 'List of repairs' })).toBeTruthy();
  await user.pointer(press);
  expect(await screen.findByRole('dialog', { name: 'Notes here' })).toBeTruthy();
});

test('a report in which nothing is left to decide is not marked, and a key says so', async () => {
  const { painted, container, store } = await openReader('亳州。', []);
  act(() => void runCommand('next-asking'));
  expect(painted('edit-asks')).toEqual([]);
  expect(container.querySelector('[aria-describedby]')).toBeNull();
  expect(store.getState().toasts).toHaveLength(1);
});
