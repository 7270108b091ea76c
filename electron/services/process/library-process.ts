import { openLibrary } from '../library.ts';
import { libraryParts } from '../library-parts.ts';
import { serveLibrary } from './serve-library.ts';

/** What Electron puts on `process` in a utility process; services know no Electron. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

/** Entry of the utility process that owns the data (DESIGN 9.17). */
function main(): void {
  const port = (process as NodeJS.Process & { readonly parentPort?: ParentPort }).parentPort;
  if (port === undefined) throw new Error('the library process was not started by the program');
  serveLibrary(
    {
      send: (message) => {
        port.postMessage(message);
      },
      onMessage: (listener) => {
        port.on('message', ({ data }) => {
          listener(data);
        });
      },
    },
    {
      openLibrary: (options) => openLibrary(options, libraryParts),
      now: Date.now,
      onClosed: () => {
        process.exit(0);
      },
    },
  );
}

main();
