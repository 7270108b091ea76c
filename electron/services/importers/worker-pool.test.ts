import { Worker } from 'node:worker_threads';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createWorkerPool, type WorkerPool } from './worker-pool.ts';

/** Answers each path with itself as its hash; some names make it fail, die or hang. */
const CODE = `
const { parentPort } = require('node:worker_threads');
parentPort.on('message', ({ path }) => {
  if (path === 'die') process.exit(3);
  if (path === 'throw') throw new Error('broken');
  if (path === 'hang') for (;;);
  if (path === 'bad') parentPort.postMessage({ error: { code: 'file-empty', params: { path } } });
  else parentPort.postMessage({ prepared: { kind: 'known', bytesHash: path } });
});
parentPort.postMessage({ ready: true });
`;

function poolOf(code: string, size: number): WorkerPool & { readonly started: () => number } {
  let started = 0;
  const pool = createWorkerPool({
    size,
    start: () => {
      started += 1;
      return new Worker(code, { eval: true });
    },
  });
  onTestFinished(() => pool.close());
  return {
    prepare: (path, limit) => pool.prepare(path, limit),
    close: () => pool.close(),
    started: () => started,
  };
}

const TIME = 20_000;

async function answers(
  pool: WorkerPool,
  paths: readonly string[],
  limit = TIME,
): Promise<readonly unknown[]> {
  const results = await Promise.allSettled(paths.map((path) => pool.prepare(path, limit)));
  return results.map((result) =>
    result.status === 'fulfilled'
      ? (result.value as { readonly bytesHash: string }).bytesHash
      : (result.reason as { readonly code: string }).code,
  );
}

const many = Array.from({ length: 100 }, (_none, at) => `file ${String(at)}`);

describe('threads that prepare files', () => {
  test('answer each file, whichever of them reads it; what fails, fails alone', async () => {
    const pool = poolOf(CODE, 2);
    expect(await answers(pool, ['bad', ...many])).toEqual(['file-empty', ...many]);
    expect(pool.started()).toBe(2);
  });

  test.each(['die', 'throw'])('a file that makes its thread %s fails alone', async (name) => {
    const pool = poolOf(CODE, 2);
    const before = many.slice(0, 50);
    const after = many.slice(50);
    expect(await answers(pool, [...before, name, ...after])).toEqual([
      ...before,
      'file-too-complex',
      ...after,
    ]);
  });

  test('a file that never ends is given up after its time', async () => {
    const pool = poolOf(CODE, 1);
    await answers(pool, ['first']);
    const results = await Promise.all([answers(pool, ['hang'], 300), answers(pool, many)]);
    expect(results).toEqual([['file-too-complex'], many]);
    expect(pool.started()).toBe(2);
  });

  test('threads that never run are no fault of the files, and end the work', async () => {
    const pool = poolOf('process.exit(1)', 2);
    expect(await answers(pool, ['a', 'b', 'c'])).toEqual(['internal', 'internal', 'internal']);
  });

  test('a pool that is closed leaves nothing waiting', async () => {
    const pool = poolOf(CODE, 1);
    const waiting = answers(pool, ['hang', 'a']);
    await pool.close();
    expect(await waiting).toEqual(['cancelled', 'cancelled']);
    expect(await answers(pool, ['b'])).toEqual(['cancelled']);
  });
});
