import path from 'node:path';
import { expect, test } from 'vitest';
import { packagesAmong } from '../bundle.mjs';
import { checkout } from '../lib/paths.mjs';

test('the packages of a bundle are found among its modules, nested and scoped ones too', () => {
  const modules = [
    'core/text/edit.ts',
    'node_modules/react/index.js',
    path.join(checkout, 'node_modules/react/cjs/react.js'),
    '\0' + path.join(checkout, 'node_modules/@scope/name/lib/a.js?commonjs'),
    'node_modules/outer/node_modules/inner/index.js',
  ];
  expect(packagesAmong(modules)).toEqual([
    'node_modules/@scope/name',
    'node_modules/outer/node_modules/inner',
    'node_modules/react',
  ]);
});
