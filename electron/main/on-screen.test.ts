import { expect, test } from 'vitest';
import { boundsOnScreen } from './on-screen.ts';

const SCREEN = { x: 0, y: 25, width: 1600, height: 975 };
const SIZE = { width: 1000, height: 700 };

test.each<[string, { x: number; y: number }]>([
  ['in the middle', { x: 300, y: 100 }],
  ['half over the right edge', { x: 1400, y: 100 }],
  ['half under the lower edge', { x: 10, y: 900 }],
  ['a little above the upper edge', { x: 10, y: 10 }],
])('a window %s comes back there', (_where, place) => {
  expect(boundsOnScreen({ ...place, ...SIZE }, [SCREEN])).toEqual({ ...place, ...SIZE });
});

test.each<[string, { x: number; y: number }]>([
  ['on a screen that is gone', { x: 2400, y: 100 }],
  ['whose upper edge nobody can reach', { x: 300, y: -400 }],
  ['of which a strip is left', { x: 1590, y: 100 }],
  ['below the screen', { x: 300, y: 995 }],
])('a window %s keeps only its size', (_where, place) => {
  expect(boundsOnScreen({ ...place, ...SIZE }, [SCREEN])).toEqual(SIZE);
});

test('a window that was on a second screen stays on it, and none is larger than its screen', () => {
  const second = { x: 1600, y: 0, width: 800, height: 600 };
  const bounds = { x: 1700, y: 50, width: 2000, height: 500 };
  expect(boundsOnScreen(bounds, [SCREEN, second])).toEqual({ ...bounds, width: 800 });
  expect(boundsOnScreen({ x: -9000, y: 0, width: 9000, height: 9000 }, [second, SCREEN])).toEqual({
    width: 1600,
    height: 975,
  });
});
