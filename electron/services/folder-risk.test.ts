import os from 'node:os';
import { expect, test } from 'vitest';
import { folderRisk } from './folder-risk.ts';

const local = (): Promise<number> => Promise.resolve(0xef53);

test.each([
  ['/home/reader/.config/Zhupi', 'linux', null],
  ['/home/reader/Dropbox/Zhupi', 'linux', 'synced'],
  ['/home/reader/Dropbox backups/Zhupi', 'linux', null],
  ['C:\\Users\\reader\\OneDrive - Institute\\Zhupi', 'win32', 'synced'],
  ['C:\\Users\\reader\\AppData\\Roaming\\Zhupi', 'win32', null],
  ['\\\\server\\share\\Zhupi', 'win32', 'network'],
  ['\\\\?\\C:\\Users\\reader\\Zhupi', 'win32', null],
  ['/Users/reader/Library/Mobile Documents/com~apple~CloudDocs/Zhupi', 'darwin', 'synced'],
  ['/Users/reader/Library/Application Support/Zhupi', 'darwin', null],
  ['/home/reader/我的坚果云/朱批', 'linux', 'synced'],
] as const)('%s on %s', async (folder, platform, risk) => {
  expect(await folderRisk(folder, platform, local)).toBe(risk);
});

test('a folder on a network file system is one, also before it is made', async () => {
  const asked: string[] = [];
  const typeOf = (folder: string): Promise<number> => {
    asked.push(folder);
    return folder === '/mnt' ? Promise.resolve(0x6969) : Promise.reject(new Error('ENOENT'));
  };
  expect(await folderRisk('/mnt/zhupi/data', 'linux', typeOf)).toBe('network');
  expect(asked).toEqual(['/mnt/zhupi/data', '/mnt/zhupi', '/mnt']);
  // SMB 2 as a signed number.
  expect(await folderRisk('/mnt', 'linux', () => Promise.resolve(0xfe534d42 | 0))).toBe('network');
});

test('what cannot be told is not held against a folder', async () => {
  expect(await folderRisk('/home', 'linux', () => Promise.reject(new Error('no statfs')))).toBeNull();
  expect(await folderRisk(os.tmpdir())).toBeNull();
});
