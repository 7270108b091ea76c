import { setImmediate as nextTurn } from 'node:timers/promises';
import { ZhupiError } from '#core/base/app-error.ts';

/** Milliseconds of work after which other calls are let through. */
const SLICE = 8;

/** To be awaited often in long work: lets other calls through when it is time. Throws `cancelled` when the signal has fired. */
export type Pause = () => Promise<void>;

export function createPause(signal: AbortSignal): Pause {
  let begun = performance.now();
  return async () => {
    if (performance.now() - begun >= SLICE) {
      await nextTurn();
      begun = performance.now();
    }
    if (signal.aborted) throw new ZhupiError('cancelled');
  };
}
