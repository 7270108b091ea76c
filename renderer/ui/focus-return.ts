let isReturning = false;

/**
 * To be called right before the focus goes back to what opened a dialog, a menu or a popover: the tooltip of that button
 * has nothing to tell then, and would stay until the focus leaves it.
 */
export function expectFocusReturn(): void {
  isReturning = true;
  setTimeout(() => {
    isReturning = false;
  });
}

/** Whether the focus that comes now is one that goes back. */
export function isFocusReturning(): boolean {
  return isReturning;
}
