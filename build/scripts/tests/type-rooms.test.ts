import { expect, test } from 'vitest';
import { inCheckout } from '../lib/paths.mjs';
import { roomOf } from '../lib/type-rooms.mjs';

test.each([
  ['core/text/edit.ts', 'core'],
  ['electron/services/store/open.ts', 'electron/services'],
  ['electron/main/main.ts', 'electron/main'],
  ['renderer/app/App.tsx', 'renderer'],
  ['renderer/features/reader/view.worker.ts', 'renderer/tsconfig.worker.json'],
  ['build/scripts/test.mjs', 'build'],
  ['e2e/journeys/find.e2e.ts', 'e2e'],
  ['core/text/edit.test.ts', 'tsconfig.json'],
  ['renderer/app/App.test.tsx', 'tsconfig.json'],
  ['test-support/axe.ts', 'tsconfig.json'],
  ['vitest.config.ts', 'tsconfig.json'],
  ['node_modules/react/index.d.ts', null],
  ['../elsewhere.ts', null],
])('%s is answered for by %s', (file, room) => {
  expect(roomOf(inCheckout(file))).toBe(room);
});
