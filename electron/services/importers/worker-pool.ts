import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import { ZhupiError } from '#core/base/app-error.ts';
import type { PreparedReport } from './prepare-report.ts';
import type { FromWorker, PrepareRequest } from './worker-messages.ts';

/** Threads that prepare files. */
export interface WorkerPool {
  /**
   * Prepares a file in one of the threads. Throws what the file's reader throws; `file-too-complex` when the thread dies of
   * it or needs longer than `limit` milliseconds (`size`: bytes of the file); `cancelled` when the pool was closed. The other files are not touched.
   */
  prepare(path: string, limit: number, size?: number): Promise<PreparedReport>;
  close(): Promise<void>;
}

export interface WorkerPoolOptions {
  readonly start: () => Worker;
  readonly size?: number;
}

interface Job {
  readonly path: string;
  readonly limit: number;
  readonly size: number;
  readonly resolve: (prepared: PreparedReport) => void;
  readonly reject: (error: Error) => void;
}

/** One thread. It answers in order, so the first of `jobs` is the one that it works on. */
interface Lane {
  readonly worker: Worker;
  readonly jobs: Job[];
  timer: NodeJS.Timeout | undefined;
  isReady: boolean;
}

/**
 * What a thread is given ahead, so that it does not stand still while this process writes to the disk: small files many,
 * large ones few, since another thread may be free sooner.
 */
const FILES_AHEAD = 64;
const BYTES_AHEAD = 512 * 1024;
/** However large they are. */
const FEW_AHEAD = 2;
const MOST_WORKERS = 4;
/** Threads that may die one after the other before they are ready; then threads do not work here at all. */
const MOST_FALSE_STARTS = 2;

/** As many threads as the machine has cores, at most four. They start when there is work for them. */
export function createWorkerPool({ start, size = poolSize() }: WorkerPoolOptions): WorkerPool {
  return new Pool(start, size);
}

class Pool implements WorkerPool {
  readonly #start: () => Worker;
  readonly #size: number;
  readonly #lanes = new Set<Lane>();
  readonly #waiting: Job[] = [];
  #falseStarts = 0;
  #isClosed = false;

  constructor(start: () => Worker, size: number) {
    this.#start = start;
    this.#size = size;
  }

  prepare(path: string, limit: number, size = 0): Promise<PreparedReport> {
    return new Promise((resolve, reject) => {
      if (this.#isClosed) {
        reject(new ZhupiError('cancelled'));
        return;
      }
      this.#waiting.push({ path, limit, size, resolve, reject });
      this.#assign();
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const open = [...this.#lanes];
    this.#lanes.clear();
    for (const job of [...this.#waiting.splice(0), ...open.flatMap(({ jobs }) => jobs)]) {
      job.reject(new ZhupiError('cancelled'));
    }
    await Promise.all(
      open.map(async ({ worker, timer }) => {
        clearTimeout(timer);
        await worker.terminate();
      }),
    );
  }

  #assign(): void {
    if (this.#isClosed) return;
    while (this.#waiting.length > 0) {
      const lane = this.#nextLane();
      const job = lane === undefined ? undefined : this.#waiting.shift();
      if (lane === undefined || job === undefined) return;
      lane.jobs.push(job);
      const request: PrepareRequest = { path: job.path };
      lane.worker.postMessage(request);
      if (lane.jobs.length === 1) this.#watch(lane);
    }
  }

  /** The thread with the least work, a new one where all have some, none when all have enough. */
  #nextLane(): Lane | undefined {
    let least: Lane | undefined;
    for (const lane of this.#lanes) {
      if (least === undefined || lane.jobs.length < least.jobs.length) least = lane;
    }
    if (least?.jobs.length !== 0 && this.#lanes.size < this.#size) return this.#openLane();
    return least !== undefined && hasRoom(least) ? least : undefined;
  }

  #openLane(): Lane {
    const lane: Lane = { worker: this.#start(), jobs: [], timer: undefined, isReady: false };
    this.#lanes.add(lane);
    let cause: unknown;
    lane.worker
      .on('message', (message: FromWorker) => {
        this.#hear(lane, message);
      })
      .on('error', (error) => {
        cause = error;
      })
      // Answers that are still on their way come before the exit, but not before the error.
      .on('exit', () => {
        const path = lane.jobs[0]?.path ?? '';
        this.#drop(lane, new ZhupiError('file-too-complex', { path }, { cause }));
      });
    return lane;
  }

  #hear(lane: Lane, message: FromWorker): void {
    if (!this.#lanes.has(lane)) return;
    if ('ready' in message) {
      lane.isReady = true;
      this.#falseStarts = 0;
      return;
    }
    const job = lane.jobs.shift();
    this.#watch(lane);
    this.#assign();
    if ('prepared' in message) job?.resolve(message.prepared);
    else job?.reject(new ZhupiError(message.error.code, message.error.params));
  }

  /** Gives the first job of a lane its time. */
  #watch(lane: Lane): void {
    clearTimeout(lane.timer);
    const [job] = lane.jobs;
    if (job === undefined) return;
    lane.timer = setTimeout(() => {
      this.#drop(lane, new ZhupiError('file-too-complex', { path: job.path }));
    }, job.limit);
  }

  /** Gives a thread up: its first file fails, those that wait behind it go to another. */
  #drop(lane: Lane, error: ZhupiError): void {
    if (!this.#lanes.delete(lane)) return;
    clearTimeout(lane.timer);
    void lane.worker.terminate();
    if (!lane.isReady) this.#falseStarts += 1;
    if (this.#falseStarts >= MOST_FALSE_STARTS) {
      for (const job of [...lane.jobs, ...this.#waiting.splice(0)]) job.reject(asInternal(error));
      return;
    }
    // A thread that never ran has not died of a file.
    const blamed = lane.isReady ? lane.jobs.shift() : undefined;
    this.#waiting.unshift(...lane.jobs.splice(0));
    this.#assign();
    blamed?.reject(error);
  }
}

function hasRoom({ jobs }: Lane): boolean {
  const bytes = jobs.reduce((sum, { size }) => sum + size, 0);
  return jobs.length < FILES_AHEAD && (jobs.length < FEW_AHEAD || bytes < BYTES_AHEAD);
}

function poolSize(): number {
  return Math.max(1, Math.min(MOST_WORKERS, availableParallelism()));
}

function asInternal(error: ZhupiError): ZhupiError {
  const message = error.cause instanceof Error ? error.cause.message : 'import threads do not start';
  return new ZhupiError('internal', { message }, { cause: error });
}
