import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { withLock } from '../lib/lock.mjs';

describe('withLock', () => {
  let folder: string;
  let lock: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'zhupi-lock-'));
    lock = path.join(folder, 'a', 'lock');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('lets only one at a time in, and tells who waits', async () => {
    let inside = 0;
    let most = 0;
    let waits = 0;
    const work = async (): Promise<void> => {
      most = Math.max(most, ++inside);
      await wait(20);
      inside--;
    };
    await Promise.all([1, 2, 3].map(() => withLock(lock, work, () => waits++)));
    expect(most).toBe(1);
    expect(waits).toBe(2);
    expect(existsSync(lock)).toBe(false);
  });

  test('is free again after a failure', async () => {
    await expect(withLock(lock, () => Promise.reject(new Error('work failed')))).rejects.toThrow(
      'work failed',
    );
    expect(await withLock(lock, () => Promise.resolve('second'))).toBe('second');
  });

  test('takes over from a holder that has died', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    await withLock(lock, () => Promise.resolve());
    writeFileSync(lock, String(pid));
    expect(await withLock(lock, () => Promise.resolve('taken over'))).toBe('taken over');
  });
});
