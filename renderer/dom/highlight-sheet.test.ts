import { expect, test } from 'vitest';
import { fillStyle, highlightRules, lineStyle, paintPriority } from './highlight-sheet.ts';

const COLOURS = {
  codes: [{ code: '责任 主体', fill: 'rgb(1 2 3 / 40%)', tone: 'red' }],
  hit: 'gold',
  currentHit: 'orange',
  flash: 'pink',
  removed: 'mistyrose',
  removedInk: 'grey',
  edit: 'firebrick',
  editOff: 'silver',
  asks: 'ochre',
  doubtful: 'teal',
};

test('codes of any characters become names that CSS takes, different codes different names', () => {
  const codes = ['yellow', '责任 主体', 'a_b', 'a b', '"}', ''];
  const names = codes.map(fillStyle);
  for (const name of names) expect(name).toMatch(/^code-[\w-]*$/u);
  expect(new Set(names).size).toBe(codes.length);
});

test('each style has a rule for every lane, and hits lie over codes', () => {
  const rules = highlightRules(COLOURS);
  const style = fillStyle('责任 主体');
  for (const name of [
    style,
    `${style}-2`,
    `${style}-3`,
    'search-hit',
    'search-current',
    'flash',
    'edit-removed',
    'edit-seam-2',
    'edit-asks',
  ]) {
    expect(rules).toContain(`::highlight(${name}) {`);
  }
  const order = [fillStyle('red'), lineStyle('red'), 'search-hit', 'search-current', 'flash'].map(
    paintPriority,
  );
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(new Set(order).size).toBe(order.length);
});
