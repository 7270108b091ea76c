import { readdirSync, readFileSync } from 'node:fs';

/**
 * Megabytes (10⁶ bytes) that a process and everything below it hold: proportional set size, in which a page that several
 * processes share counts once. Reads /proc, so Linux only.
 */
export function treeMemory(root: number): number {
  const parents = new Map(processIds().map((id) => [id, parentOf(id)]));
  const belongs = (id: number): boolean => {
    for (let at: number | undefined = id; at !== undefined && at > 1; at = parents.get(at)) {
      if (at === root) return true;
    }
    return false;
  };
  return [...parents.keys()].filter(belongs).reduce((sum, id) => sum + proportionalSize(id), 0);
}

function processIds(): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .map(Number);
}

function parentOf(id: number): number | undefined {
  const parent = /^PPid:\s+(\d+)$/mu.exec(readOrEmpty(`/proc/${id}/status`))?.[1];
  return parent === undefined ? undefined : Number(parent);
}

function proportionalSize(id: number): number {
  const kibibytes = /^Pss:\s+(\d+) kB$/mu.exec(readOrEmpty(`/proc/${id}/smaps_rollup`))?.[1];
  return (Number(kibibytes ?? 0) * 1024) / 1e6;
}

/** A process may end between being listed and being read. */
function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
