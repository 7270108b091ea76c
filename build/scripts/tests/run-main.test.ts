import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { checkout } from '../lib/paths.mjs';

const library = pathToFileURL(path.join(checkout, 'build', 'scripts', 'lib', 'process.mjs')).href;

function runScript(main: string): { readonly status: number | null; readonly stderr: string } {
  const script = `import { run, runMain, SetupError } from '${library}'; await runMain(async () => { ${main} });`;
  return spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
}

test('a failure stays the exit code when a package ends the process with 0', () => {
  expect(runScript("process.on('beforeExit', () => process.exit(0)); return 1;").status).toBe(1);
  expect(runScript('return 0;').status).toBe(0);
});

test('an expected failure is one sentence, another shows where it came from', () => {
  expect(runScript("throw new SetupError('No disk.');")).toMatchObject({ status: 1, stderr: 'No disk.\n' });
  const unexpected = runScript("throw new TypeError('odd');");
  expect(unexpected.status).toBe(1);
  expect(unexpected.stderr).toMatch(/TypeError: odd\n\s+at /);
});

test('a program that hangs is ended at its time limit', () => {
  const hang =
    "const { timedOut } = await run('sleep', ['30'], { timeoutMs: 100 }); return timedOut ? 7 : 1;";
  expect(runScript(hang).status).toBe(7);
});

test('a signal is passed on to the program and becomes the exit code', () => {
  const stop =
    "setTimeout(() => process.kill(process.pid, 'SIGTERM'), 100); await run('sleep', ['30']); return 0;";
  expect(runScript(stop).status).toBe(143);
});
