/** Listeners of one event, called in the order in which they came. */
export interface FakeEvent<P> {
  readonly listen: (listener: (payload: P) => void) => () => void;
  readonly send: (payload: P) => void;
}

export function createFakeEvent<P>(): FakeEvent<P> {
  const listeners = new Set<(payload: P) => void>();
  return {
    listen: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    send: (payload) => listeners.forEach((listener) => listener(payload)),
  };
}
