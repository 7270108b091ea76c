import { useEffect, useRef } from 'react';
import type { MenuCommand } from '#core/ipc/contract.ts';

/** Everything that a key, a menu or a button can ask for. Digits choose the first nine codes in their order. */
export type Command =
  | MenuCommand
  | 'delete'
  | 'full-screen'
  | 'highlight'
  | 'add-note'
  | 'underline'
  | 'bookmark'
  | 'report-note'
  | 'correct'
  | 'next-asking'
  | 'previous-asking'
  | 'doubtful'
  | 'next-doubtful'
  | 'previous-doubtful'
  | 'next-note'
  | 'previous-note'
  | 'colour-1'
  | 'colour-2'
  | 'colour-3'
  | 'colour-4'
  | 'colour-5'
  | 'colour-6'
  | 'colour-7'
  | 'colour-8'
  | 'colour-9';

/** Does the command; false says that it had nothing to do, and the next handler is asked. */
export type CommandHandler = () => boolean | void;

const handlers = new Map<Command, CommandHandler[]>();

/** Runs the handler that was added last and has something to do; false when there is none. */
export function runCommand(command: Command): boolean {
  const candidates = handlers.get(command) ?? [];
  return candidates.toReversed().some((handler) => handler() !== false);
}

/** Adds a handler; the answer takes it away again. */
export function handleCommand(command: Command, handler: CommandHandler): () => void {
  handlers.set(command, [...(handlers.get(command) ?? []), handler]);
  return () => {
    handlers.set(
      command,
      (handlers.get(command) ?? []).filter((each) => each !== handler),
    );
  };
}

/** Handles a command while the component is in the page; the newest closure is called. */
export function useCommand(command: Command, handler: CommandHandler): void {
  const newest = useRef(handler);
  useEffect(() => {
    newest.current = handler;
  });
  useEffect(() => handleCommand(command, () => newest.current()), [command]);
}
