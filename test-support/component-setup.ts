import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

/** Browser parts that jsdom leaves out and that components ask for when they mount; none of them lays anything out. */
class StillResizeObserver implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

function noMatch(media: string): MediaQueryList {
  const none = { matches: false, media, onchange: null, addListener: () => {}, removeListener: () => {} };
  return Object.assign(new EventTarget(), none);
}

globalThis.ResizeObserver ??= StillResizeObserver;
globalThis.matchMedia ??= noMatch;
Element.prototype.scrollIntoView ??= (): void => {};
Element.prototype.hasPointerCapture ??= (): boolean => false;
Element.prototype.setPointerCapture ??= (): void => {};
Element.prototype.releasePointerCapture ??= (): void => {};

// What is waited for comes at once or not at all, but a machine that does other things too is slow at both.
configure({ asyncUtilTimeout: 30_000 });

afterEach(cleanup);
