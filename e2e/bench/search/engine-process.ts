import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { checkout } from '../../launch.ts';

/** What a question to the engine took, in milliseconds, and what came of it, one a query. */
export interface EngineAnswer {
  readonly times: readonly number[];
  readonly counts: readonly number[];
}

export interface EngineProcess {
  readonly ask: (
    what: 'ours' | 'bare' | 'totals' | 'scan',
    queries: readonly string[],
  ) => Promise<EngineAnswer>;
  readonly stop: () => Promise<void>;
}

/** Bundles a script of this folder as the program is bundled; answers the file. It stays below the checkout, where its packages are. */
export async function bundleScript(name: string): Promise<string> {
  const outfile = path.join(checkout, 'out', 'bench', `${name}.mjs`);
  mkdirSync(path.dirname(outfile), { recursive: true });
  await build({
    entryPoints: [path.join(path.dirname(fileURLToPath(import.meta.url)), `${name}.ts`)],
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.18',
    external: ['@photostructure/sqlite'],
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
    outfile,
  });
  return outfile;
}

/** The search over a data folder, in a process of its own. */
export async function startEngine(dataDir: string): Promise<EngineProcess> {
  const child = spawn(process.execPath, [await bundleScript('engine-driver'), dataDir], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    ask: async (what, queries) => {
      child.stdin.write(`${JSON.stringify({ what, queries })}\n`);
      const { value, done } = await lines.next();
      if (done === true) throw new Error('the engine ended');
      return JSON.parse(value) as EngineAnswer;
    },
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.stdin.end();
      }),
  };
}
