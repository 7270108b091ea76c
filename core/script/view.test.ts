import { expect, test } from 'vitest';
import { toA, toB } from '../text/map-range.ts';
import type { Block } from '../text/block.ts';
import { loadConverter } from './converter.ts';
import { buildView, convertBlock } from './view.ts';

const text = '理\n发展软件\n了解';
const blocks: readonly Block[] = [
  { kind: 'heading', level: 1, start: 0, end: 1 },
  { kind: 'paragraph', level: 0, start: 2, end: 6 },
  { kind: 'paragraph', level: 0, start: 7, end: 9 },
];

test('blocks are converted each by itself and keep their places', async () => {
  const converter = await loadConverter('Hans', 'twp');
  const view = buildView({ text, blocks }, converter);
  expect(view.text).toBe('理\n發展軟體\n瞭解');
  expect(view.blocks.map(({ start, end }) => view.text.slice(start, end))).toEqual([
    '理',
    '發展軟體',
    '瞭解',
  ]);
  expect(view.blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'paragraph']);
  expect(toB(view.map, { start: 4, end: 5 })).toEqual({ start: 4, end: 6 });
  expect(toA(view.map, { start: 7, end: 8 })).toEqual({ start: 7, end: 8 });
});

test('a description sequence that a border cuts off does not reach over it', async () => {
  const converter = await loadConverter('Hans', 't');
  const cut = '⿰木\n国';
  const view = buildView(
    {
      text: cut,
      blocks: [
        { kind: 'paragraph', level: 0, start: 0, end: 2 },
        { kind: 'paragraph', level: 0, start: 3, end: 4 },
      ],
    },
    converter,
  );
  expect(view.text).toBe('⿰木\n國');
});

test('one block alone is as in the whole view', async () => {
  const converter = await loadConverter('Hans', 'tw');
  expect(convertBlock(converter, '发展软件')).toEqual({
    text: '發展軟件',
    spans: Int32Array.from([0, 1, 0, 1, 2, 3, 2, 3]),
  });
});

test('an identity view is the text itself', async () => {
  const view = buildView({ text, blocks }, await loadConverter('Hans', 'source'));
  expect(view.text).toBe(text);
  expect(view.blocks).toBe(blocks);
});
