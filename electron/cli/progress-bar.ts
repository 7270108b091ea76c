const WIDTH = 24;
const PATIENCE_MILLISECONDS = 1000;

/** Draws how far a long piece of work is; `clear` takes the line away. */
export interface ProgressBar {
  readonly update: (done: number, total: number) => void;
  readonly clear: () => void;
}

/** A bar on a terminal that appears once the work has taken a second; elsewhere nothing is drawn. */
export function createProgressBar(
  write: (text: string) => void,
  isTerminal: boolean,
  now: () => number = Date.now,
): ProgressBar {
  const begun = now();
  let drawn = false;
  return {
    update: (done, total) => {
      if (!isTerminal || total === 0 || now() - begun < PATIENCE_MILLISECONDS) return;
      const full = Math.round((done / total) * WIDTH);
      write(`\r[${'='.repeat(full)}${' '.repeat(WIDTH - full)}] ${done}/${total}`);
      drawn = true;
    },
    clear: () => {
      if (drawn) write('\r\u001B[K');
      drawn = false;
    },
  };
}
