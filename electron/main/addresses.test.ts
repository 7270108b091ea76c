import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { APP_ORIGIN, fileOf, isAllowedRequest, isTrustedFrame } from './addresses.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { commandArguments, parseLaunch } from './launch.ts';

const folder = path.resolve('/program/renderer');

test('the page and its assets are files of the folder', () => {
  expect(fileOf('app://zhupi/', folder)).toBe(path.join(folder, 'index.html'));
  expect(fileOf('app://zhupi/assets/a.js?x=1#y', folder)).toBe(path.join(folder, 'assets', 'a.js'));
});

test.each([
  'app://zhupi/../secret',
  'app://zhupi/%2e%2e/secret',
  'app://zhupi/..%2fsecret',
  'app://zhupi/..%5csecret',
  'app://zhupi/a\\..\\..\\secret',
  'app://zhupi/%00',
  'app://zhupi/%E0%A4%A',
  'app://other/index.html',
  'app://zhupi.example/index.html',
  'file:///etc/passwd',
  'https://zhupi/index.html',
  'nonsense',
])('%s names no file outside the folder', (address) => {
  const file = fileOf(address, folder);
  expect(file === null || file.startsWith(folder + path.sep)).toBe(true);
  expect(file ?? '').not.toContain('passwd');
});

test('whatever the address, the file lies in the folder', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('..', '/', '%2e', '%2f', '\\', '%5c', 'a', '%00', '?', '#', '%')),
      (parts) => {
        const file = fileOf(`app://zhupi/${parts.join('')}`, folder);
        expect(file === null || path.resolve(file).startsWith(folder + path.sep)).toBe(true);
      },
    ),
    { numRuns: 2_000 },
  );
});

test.each([
  ['app://zhupi/assets/a.js', true, true],
  ['devtools://devtools/bundled/x.js', true, false],
  ['devtools://devtools/bundled/x.js', false, true],
  ['https://example.org/', false, false],
  ['app://zhupi.example/', true, false],
  ['file:///etc/passwd', false, false],
  ['data:text/html,x', false, false],
])('a request for %s (packaged: %s) is allowed: %s', (address, packaged, allowed) => {
  expect(isAllowedRequest(address, packaged)).toBe(allowed);
});

test('only the main frame of our page is heard', () => {
  expect(isTrustedFrame({ url: `${APP_ORIGIN}/index.html`, parent: null })).toBe(true);
  expect(isTrustedFrame({ url: `${APP_ORIGIN}/index.html`, parent: {} })).toBe(false);
  expect(isTrustedFrame({ url: 'https://example.org/', parent: null })).toBe(false);
  expect(isTrustedFrame({ url: 'app://zhupi.example/', parent: null })).toBe(false);
  expect(isTrustedFrame(null)).toBe(false);
});

test('the policy allows nothing inline and nothing evaluated', () => {
  const policy = contentSecurityPolicy('abc');
  expect(policy).not.toMatch(/unsafe-|\*|https?:|data:|blob:/u);
  expect(policy).toContain(`default-src 'none'`);
  expect(policy).toContain(`style-src 'self' 'nonce-abc'`);
});

test('a launch is read from hostile arguments', () => {
  const note = 'n0123456789abcdef';
  expect(
    parseLaunch(
      ['--no-sandbox', '--data-dir', 'd', `zhupi://report/r2?note=${note}`, 'a.TXT', 'b.exe'],
      '/home',
    ),
  ).toEqual({
    dataDir: path.resolve('/home/d'),
    link: { reportId: 'r2', note },
    files: [path.resolve('/home/a.TXT')],
  });
  expect(parseLaunch(['zhupi://report/../../x', '--data-dir'], '/home')).toEqual({
    dataDir: null,
    link: null,
    files: [],
  });
});

test('everything behind --cli belongs to the command', () => {
  expect(commandArguments(['zhupi', '--cli', 'search', '--', '-x'])).toEqual(['search', '--', '-x']);
  expect(commandArguments(['zhupi', 'a.txt'])).toBeNull();
});
