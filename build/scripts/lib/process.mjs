import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** A failure that one sentence explains; no stack is shown for it. */
export class SetupError extends Error {}

/** The user asked to stop (Ctrl+C, or a signal to this process). */
export class Interrupted extends Error {
  /** @param {NodeJS.Signals} signal */
  constructor(signal) {
    super(`stopped by ${signal}`);
    this.exitCode = 128 + constants.signals[signal];
  }
}

/** How long children may take to end after a signal before they are killed, in milliseconds. */
const graceMs = 5000;
const ownGroup = process.platform !== 'win32';

/** @type {Set<import('node:child_process').ChildProcess>} */
const children = new Set();
/** @type {Interrupted | undefined} */
let interrupted;
const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
let listening = false;

/** @param {NodeJS.Signals} signal */
function signalChildren(signal) {
  for (const child of children) {
    if (child.pid === undefined) continue;
    try {
      // A whole group: xvfb-run starts the screen, Electron starts its helpers.
      if (ownGroup) process.kill(-child.pid, signal);
      else child.kill(signal);
    } catch {
      // It ended in the meantime.
    }
  }
}

/** @param {NodeJS.Signals} signal */
function onSignal(signal) {
  if (interrupted !== undefined) {
    signalChildren('SIGKILL');
    process.exit(interrupted.exitCode);
  }
  interrupted = new Interrupted(signal);
  signalChildren(signal);
  setTimeout(() => signalChildren('SIGKILL'), graceMs).unref();
}

function listenToSignals() {
  if (listening) return;
  listening = true;
  for (const signal of signals) process.on(signal, onSignal);
}

/** Leaves signals to whatever runs next in this process. */
export function leaveSignals() {
  for (const signal of signals) process.removeListener(signal, onSignal);
  listening = false;
}

/** Throws once the user asked to stop: called between the steps of long work. */
export function stopIfInterrupted() {
  if (interrupted !== undefined) throw interrupted;
}

/**
 * Runs a program to its end. A signal to this process is passed on to the program and everything it started.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string; env?: Record<string, string | undefined>; output?: 'inherit' | 'stderr' | 'capture'; timeoutMs?: number; shell?: boolean }} [options]
 * @returns {Promise<{ code: number; output: string; timedOut: boolean }>} `output` holds both streams when captured
 */
export async function run(command, args, options = {}) {
  stopIfInterrupted();
  listenToSignals();
  const { output = 'inherit', timeoutMs, cwd, shell = false } = options;
  const stdout = output === 'capture' ? 'pipe' : output === 'stderr' ? process.stderr.fd : 'inherit';
  const child = spawn(command, args, {
    cwd,
    shell,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', stdout, output === 'capture' ? 'pipe' : 'inherit'],
    detached: ownGroup,
  });
  children.add(child);
  /** @type {Buffer[]} */
  const chunks = [];
  child.stdout?.on('data', (chunk) => chunks.push(chunk));
  child.stderr?.on('data', (chunk) => chunks.push(chunk));
  let timedOut = false;
  const timer =
    timeoutMs === undefined
      ? undefined
      : setTimeout(() => {
          timedOut = true;
          if (child.pid !== undefined && ownGroup) process.kill(-child.pid, 'SIGKILL');
          else child.kill('SIGKILL');
        }, timeoutMs);
  try {
    const code = await new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (exit, signal) => resolve(exit ?? 128 + (signal ? constants.signals[signal] : 0)));
    });
    stopIfInterrupted();
    return { code, output: Buffer.concat(chunks).toString('utf8'), timedOut };
  } finally {
    clearTimeout(timer);
    children.delete(child);
  }
}

/**
 * Makes this the exit code for good: electron-builder's packages end a process with 0 of their own accord, which
 * would hide a failure.
 * @param {number} code
 */
function exitWith(code) {
  process.exitCode = code;
  process.on('exit', () => {
    process.exitCode = code;
  });
}

/**
 * Runs a script's main function: a failure becomes a sentence on stderr and an exit code.
 * @param {() => Promise<number | void>} main
 */
export async function runMain(main) {
  try {
    const code = await main();
    if (typeof code === 'number') exitWith(code);
  } catch (error) {
    if (!(error instanceof Interrupted)) {
      process.stderr.write(`${error instanceof SetupError ? error.message : explain(error)}\n`);
    }
    exitWith(error instanceof Interrupted ? error.exitCode : 1);
  }
}

/** @param {unknown} error */
function explain(error) {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
