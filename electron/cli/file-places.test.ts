import { once } from 'node:events';
import { mkdir, readdir, stat, symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '#services/store/fixtures/temporary-folder.ts';
import { commandLine } from './fixtures/command-line.ts';

async function withFolders() {
  const zhupi = commandLine(temporaryFolder());
  await mkdir(path.join(zhupi.folder, 'folder'));
  await mkdir(path.join(zhupi.folder, 'reports'));
  return zhupi;
}

test.each<[string, string, readonly string[]]>([
  ['export', '--file', ['export', '--all', '--file', 'folder']],
  ['export', '--file', ['export', '--all', '--file', 'new/']],
  ['export', '--file', ['export', '--all', '--file', 'folder', '--format', 'json']],
  ['backup', 'FILE', ['backup', 'folder']],
  ['pack', '-o', ['pack', 'reports', '-o', 'folder']],
])('%s refuses a folder for %s in one sentence', async (_name, word, args) => {
  const zhupi = await withFolders();
  const { code, out, err } = await zhupi.run(...args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(/^[^\n]+ is a folder[^\n]+\n$/u);
  expect(err).toContain(word);
  const { code: again, out: json } = await zhupi.run(...args, '--json');
  expect(again).toBe(2);
  expect(JSON.parse(json)).toMatchObject({ error: { code: 'usage' } });
  expect(await readdir(path.join(zhupi.folder, 'folder'))).toEqual([]);
});

test.each<readonly string[]>([['export', '--all', '--file'], ['backup'], ['pack', 'reports', '-o']])(
  '%s puts no file in the place of what is none',
  async (...args) => {
    const zhupi = await withFolders();
    const socket = path.join(zhupi.folder, 'socket');
    const server = createServer().listen(socket);
    await once(server, 'listening');
    await symlink(socket, path.join(zhupi.folder, 'link'));
    for (const place of ['socket', 'link']) {
      const { code, err } = await zhupi.run(...args, place);
      expect(code).toBe(2);
      expect(err).toMatch(/^[^\n]+ is a device or a pipe[^\n]+\n$/u);
    }
    expect((await stat(socket)).isSocket()).toBe(true);
    server.close();
  },
);

test.each<readonly string[]>([
  ['restore'],
  ['restore', '--merge'],
  ['import-notes'],
  ['convert', '--to', 'tw'],
  ['repair'],
  ['import'],
])('%s reads nothing but files: opening a pipe may wait for ever', async (...args) => {
  const zhupi = await withFolders();
  const server = createServer().listen(path.join(zhupi.folder, 'socket.txt'));
  await once(server, 'listening');
  const { code, err } = await zhupi.run(...args, 'socket.txt');
  expect(code).toBe(1);
  expect(err).toMatch(/^[^\n]+socket\.txt is a device or a pipe; name a file\.\n/u);
  server.close();
});

test('export takes a file or a folder, not both', async () => {
  const zhupi = await withFolders();
  const { code, out, err } = await zhupi.run('export', '--all', '--file', 'one.md', '--out', 'folder');
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(/^[^\n]*--file[^\n]*--out[^\n]*\n$/u);
});
