/** Milliseconds after which nothing is waited for: a window that nobody sees draws no frame. */
const PATIENCE = 200;

/** Settled when what the page shows by now has been painted. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, PATIENCE);
    // The first frame is drawn behind its callbacks; the second one finds it painted.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        clearTimeout(timer);
        setTimeout(resolve);
      }),
    );
  });
}
