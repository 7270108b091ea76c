import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { checkout, sharedReports } from '../launch.ts';

/** Real work reports in Simplified, where they stand beside the checkout; else the bundled reports, over and over. */
export function sampleLines(): readonly string[] {
  const real = path.join(path.dirname(sharedReports), 'corpora', 'reports-hans', 'gwr-national');
  const [folder, ending] = existsSync(real)
    ? [real, '.txt']
    : [path.join(checkout, 'corpus', 'reports'), '.md'];
  return (
    readdirSync(folder)
      .filter((name) => name.endsWith(ending))
      .sort()
      // The newest first: the oldest are written half in Traditional.
      .reverse()
      .flatMap((name) => readFileSync(path.join(folder, name), 'utf8').split('\n'))
      .map((line) => line.trim())
      .filter((line) => /\p{Script=Han}/u.test(line) && line.length > 4)
  );
}

/**
 * A report of exactly `length` UTF-16 units from the lines, again from the first when they run out. Its title and its
 * last line hold characters that every script view writes differently, so that a view can be told from the source.
 */
export function textOfLength(lines: readonly string[], title: string, length: number): string {
  const ending = '\n这项规定为各级机关执行时发挥实际作用。';
  const taken = [title];
  let left = length - title.length - ending.length;
  for (let i = 0; left > 0; i += 1) {
    const line = `\n${lines[i % lines.length] ?? ''}`.slice(0, left);
    taken.push(line);
    left -= line.length;
  }
  return taken.join('') + ending;
}
