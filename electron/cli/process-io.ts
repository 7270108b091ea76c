import { openLibrary } from '#services/library.ts';
import { libraryParts } from '#services/library-parts.ts';
import type { CommandIo } from './command-io.ts';

/** What is not the same from a checkout and in the packaged program. */
export interface ProcessIoOptions {
  readonly packFiles: readonly string[];
  readonly dataDir: string;
}

/**
 * The streams, folder and environment of this process. `flush` resolves when all that was written is out, with what
 * made the output incomplete, if anything did; a reader that went away (`zhupi list | head -1`) is no failure.
 */
export function processIo({ packFiles, dataDir }: ProcessIoOptions): {
  readonly io: CommandIo;
  readonly flush: () => Promise<Error | null>;
} {
  const output = writer(process.stdout);
  const errors = writer(process.stderr);
  const io: CommandIo = {
    cwd: process.cwd(),
    env: process.env,
    version: process.env['ZHUPI_VERSION'] ?? '0.0.0',
    dataDir,
    packFiles,
    stderrIsTerminal: process.stderr.isTTY,
    write: output.write,
    writeError: errors.write,
    readInput: readAll,
    openLibrary: (options) => openLibrary(options, libraryParts),
    onInterrupt: (listener) => {
      process.once('SIGINT', listener);
      return () => process.off('SIGINT', listener);
    },
  };
  return {
    io,
    flush: async () => {
      const failure = await output.flush();
      await errors.flush();
      return failure;
    },
  };
}

function writer(stream: NodeJS.WriteStream) {
  let written = Promise.resolve();
  let failure: Error | null = null;
  // Unheard, the error of a broken pipe would end the process with a stack trace.
  stream.on('error', () => undefined);
  return {
    write: (text: string) => {
      const done = new Promise<void>((resolve) => {
        stream.write(text, (error) => {
          const code = (error as NodeJS.ErrnoException | null | undefined)?.code;
          if (error && code !== 'EPIPE' && code !== 'ERR_STREAM_DESTROYED') failure ??= error;
          resolve();
        });
      });
      written = written.then(() => done);
    },
    flush: async () => {
      await written;
      return failure;
    },
  };
}

async function readAll(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}
