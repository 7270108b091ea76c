import { expect, test } from 'vitest';
import { placeBeside } from './SelectionBar.tsx';

const PANE = { left: 300, right: 900, top: 100, bottom: 700 };
const SIZE = { width: 400, height: 40 };

test('the bar stands below the passage, inside the pane of the text', () => {
  expect(placeBeside({ left: 310, right: 350, top: 200, bottom: 230 }, SIZE, PANE)).toMatchObject({
    left: 508,
    top: 238,
  });
  expect(placeBeside({ left: 880, right: 890, top: 200, bottom: 230 }, SIZE, PANE).left).toBe(692);
});

test('it goes over the passage where there is no room below, and lies on it only where there is none at all', () => {
  expect(placeBeside({ left: 500, right: 600, top: 660, bottom: 690 }, SIZE, PANE).top).toBe(612);
  expect(placeBeside({ left: 500, right: 600, top: 100, bottom: 700 }, SIZE, PANE).top).toBe(652);
});

test('in a narrow pane it is no wider than that', () => {
  const narrow = { ...PANE, right: 640 };
  expect(placeBeside({ left: 310, right: 350, top: 200, bottom: 230 }, SIZE, narrow)).toEqual({
    left: 470,
    top: 238,
    maxWidth: 324,
  });
});
