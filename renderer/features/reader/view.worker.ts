import { ViewMaker } from './view-maker.ts';
import type { ViewRequest } from './view-protocol.ts';

/**
 * Converts reports into script views off the window's thread. Its dictionaries are loaded by the first view that needs
 * them.
 */
const scope = self as unknown as DedicatedWorkerGlobalScope;

const maker = new ViewMaker({
  post: (answer, transfer) => scope.postMessage(answer, transfer),
  pause: nextTask,
});

scope.addEventListener('message', (event: MessageEvent<ViewRequest>) => {
  void maker.handle(event.data);
});

const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();

/** A message to oneself comes back as a task of its own, without the delay that timers have. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    channel.port2.postMessage(null);
  });
}
