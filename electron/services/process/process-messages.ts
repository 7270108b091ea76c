import * as z from 'zod';
import type { Result } from '#core/base/result.ts';
import type { ProcessEvent } from './process-calls.ts';

/** What the library process is started with. */
export const processInitSchema = z.object({
  /** Absolute. */
  dataDir: z.string().min(1),
  /** Packs that are part of the program; absolute. */
  packFiles: z.array(z.string().min(1)),
});
export type ProcessInit = Readonly<z.infer<typeof processInitSchema>>;

/** Messages from main to the library process: `init` once and first, then calls, then `close`. */
export const toProcessSchema = z.union([
  z.object({ init: processInitSchema }),
  z.object({ id: z.number().int().nonnegative(), call: z.string(), request: z.unknown() }),
  z.object({ close: z.literal(true) }),
]);
export type ToProcess = z.infer<typeof toProcessSchema>;

/** Messages from the library process to main. */
export type FromProcess =
  | { readonly id: number; readonly result: Result<unknown> }
  | { readonly event: ProcessEvent['event']; readonly payload: ProcessEvent['payload'] }
  | { readonly closed: true };
