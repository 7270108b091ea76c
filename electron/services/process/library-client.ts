import * as z from 'zod';
import type { Result } from '#core/base/result.ts';
import { fail, ok } from '#core/base/result.ts';
import { events } from '#core/ipc/contract.ts';
import { appErrorSchema } from '#core/ipc/payloads.ts';
import type { ProcessCall, ProcessEvent, ProcessRequest, ProcessResponse } from './process-calls.ts';
import { PROCESS_EVENTS, processCalls } from './process-calls.ts';
import type { ProcessInit, ToProcess } from './process-messages.ts';

/** Main's end of the channel: Electron's UtilityProcess has this shape. */
export interface ClientPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
}

export interface LibraryClient {
  /** Must be called once, before the first call. */
  readonly start: (init: ProcessInit) => void;
  /** Never rejects: a process that ended answers `internal`. */
  readonly call: <C extends ProcessCall>(
    name: C,
    request: ProcessRequest<C>,
  ) => Promise<Result<ProcessResponse<C>>>;
  /** The answer takes the listener away again. */
  readonly onEvent: (listener: (event: ProcessEvent) => void) => () => void;
  /** Ends jobs, closes the data and resolves when the process is done with them, or is gone. */
  readonly close: () => Promise<void>;
}

const fromProcessSchema = z.union([
  z.object({
    id: z.number(),
    result: z.union([
      z.object({ ok: z.literal(true), value: z.unknown() }),
      z.object({ ok: z.literal(false), error: appErrorSchema }),
    ]),
  }),
  z.object({ event: z.enum(PROCESS_EVENTS), payload: z.unknown() }),
  z.object({ closed: z.literal(true) }),
]);

type Answer = Result<unknown>;

/** Speaks with the library process over a port. */
export function createLibraryClient(port: ClientPort): LibraryClient {
  const pending = new Map<number, (answer: Answer) => void>();
  const listeners = new Set<(event: ProcessEvent) => void>();
  const closing = new Set<() => void>();
  let next = 0;
  let gone = false;

  const send = (message: ToProcess) => {
    port.postMessage(message);
  };
  const closed = () => {
    for (const resolve of closing) resolve();
    closing.clear();
  };

  port.on('message', (data) => {
    const parsed = fromProcessSchema.safeParse(data);
    if (!parsed.success) return;
    const message = parsed.data;
    if ('closed' in message) closed();
    else if ('event' in message) announce(message.event, message.payload, listeners);
    else {
      pending.get(message.id)?.(message.result);
      pending.delete(message.id);
    }
  });
  port.on('exit', () => {
    gone = true;
    for (const resolve of pending.values()) resolve(processGone());
    pending.clear();
    closed();
  });

  return {
    start: (init) => {
      send({ init });
    },
    call: async (name, request) => {
      if (gone) return processGone();
      const id = next;
      next += 1;
      const answer = await new Promise<Answer>((resolve) => {
        pending.set(id, resolve);
        send({ id, call: name, request });
      });
      return checkedAnswer(name, answer);
    },
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () =>
      gone
        ? Promise.resolve()
        : new Promise((resolve) => {
            closing.add(resolve);
            send({ close: true });
          }),
  };
}

function processGone(): Result<never> {
  return fail({ code: 'internal', params: { message: 'the library process ended' } });
}

function checkedAnswer<C extends ProcessCall>(name: C, answer: Answer): Result<ProcessResponse<C>> {
  if (!answer.ok) return answer;
  const parsed = processCalls[name].response.safeParse(answer.value);
  if (!parsed.success) return fail({ code: 'internal', params: { message: `bad answer of ${name}` } });
  return ok(parsed.data as ProcessResponse<C>);
}

function announce(
  event: ProcessEvent['event'],
  payload: unknown,
  listeners: ReadonlySet<(event: ProcessEvent) => void>,
): void {
  const parsed = events[event].safeParse(payload);
  if (!parsed.success) return;
  for (const listener of listeners) listener({ event, payload: parsed.data } as ProcessEvent);
}
