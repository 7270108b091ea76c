/** Place and size in pixels of the desktop. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** So much of a window's upper edge must be seen for a hand to move the window by it. */
const HANDLE = { width: 100, height: 20 };
const TITLE_BAR = 40;

/**
 * Where a window comes back: where it was, if a screen still shows enough of its upper edge; else only its size is kept, and the
 * system places it. It is never larger than the screen it is on, or than the largest.
 * @param screens what of each screen windows may use
 */
export function boundsOnScreen(
  { x, y, width, height }: Bounds,
  screens: readonly Bounds[],
): Pick<Bounds, 'width' | 'height'> & Partial<Bounds> {
  const edge = { x, y, width, height: TITLE_BAR };
  const shown = screens.find((screen) => {
    const common = commonPart(screen, edge);
    return common.width >= HANDLE.width && common.height >= HANDLE.height;
  });
  const room = shown ?? screens.toSorted((a, b) => b.width * b.height - a.width * a.height)[0];
  const size = {
    width: Math.min(width, room?.width ?? width),
    height: Math.min(height, room?.height ?? height),
  };
  return shown === undefined ? size : { x, y, ...size };
}

function commonPart(a: Bounds, b: Bounds): Pick<Bounds, 'width' | 'height'> {
  return {
    width: Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x),
    height: Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y),
  };
}
