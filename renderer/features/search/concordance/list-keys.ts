/** The line that a key leads to; null for other keys. From nowhere every way leads to the first line. */
export function lineForKey(key: string, active: number | null, lines: number, page: number): number | null {
  const within = (line: number): number => Math.max(0, Math.min(lines - 1, line));
  switch (key) {
    case 'ArrowDown':
      return within(active === null ? 0 : active + 1);
    case 'ArrowUp':
      return within((active ?? 0) - 1);
    case 'PageDown':
      return within((active ?? 0) + page);
    case 'PageUp':
      return within((active ?? 0) - page);
    case 'Home':
      return 0;
    case 'End':
      return within(lines - 1);
    default:
      return null;
  }
}
