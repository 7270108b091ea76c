import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listFiles, signatureOf, Stamp } from '../lib/signature.mjs';

describe('what an output is made from', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'zhupi-signature-'));
    mkdirSync(path.join(folder, 'core', 'node_modules'), { recursive: true });
    writeFileSync(path.join(folder, 'core', 'a.ts'), 'one');
    writeFileSync(path.join(folder, 'core', 'a.test.ts'), 'test');
    writeFileSync(path.join(folder, 'core', 'node_modules', 'b.js'), 'package');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const signature = (): string => signatureOf(['core', 'nowhere'], folder);

  test('leaves out tests, packages and roots that are not there', () => {
    expect(listFiles(['core', 'nowhere'], folder)).toEqual(['core/a.ts']);
  });

  test('changes with a file written, added or taken away, and only then', () => {
    const seen = [signature()];
    expect(signature()).toBe(seen[0]);
    writeFileSync(path.join(folder, 'core', 'a.ts'), 'longer');
    seen.push(signature());
    utimesSync(path.join(folder, 'core', 'a.ts'), 1, 1);
    seen.push(signature());
    writeFileSync(path.join(folder, 'core', 'c.ts'), '');
    seen.push(signature());
    rmSync(path.join(folder, 'core', 'a.ts'));
    seen.push(signature());
    expect(new Set(seen).size).toBe(seen.length);
    writeFileSync(path.join(folder, 'core', 'c.test.ts'), '');
    expect(signature()).toBe(seen.at(-1));
  });

  test('a stamp matches what was written last, until it is cleared', () => {
    const stamp = new Stamp(path.join(folder, 'out', 'stamp'));
    expect(stamp.matches('x')).toBe(false);
    stamp.write('x');
    expect(stamp.matches('x')).toBe(true);
    expect(stamp.matches('y')).toBe(false);
    stamp.clear();
    expect(stamp.matches('x')).toBe(false);
  });
});
