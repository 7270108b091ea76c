import { clipboard } from 'electron';
import { fileStem } from '#core/export/file-name.ts';
import type { MainHandlers } from '#core/ipc/api.ts';
import type { concordanceMainCalls } from '#core/ipc/calls/concordance-calls.ts';
import { chooseSavedFile } from './dialogs.ts';
import type { Caller } from './ipc.ts';
import type { MainContext } from './main-handlers.ts';
import { valueOf } from './value-of.ts';

const EXTENSIONS = { csv: 'csv', markdown: 'md', svg: 'svg' } as const;

/** Copies and saves what the window shows of a search. */
export function concordanceHandlers(
  { library, locale }: Pick<MainContext, 'library' | 'locale'>,
  { window }: Caller,
): Pick<MainHandlers, keyof typeof concordanceMainCalls> {
  const choose = (name: string, format: keyof typeof EXTENSIONS): Promise<string | null> =>
    chooseSavedFile(window, locale(), fileStem(name), EXTENSIONS[format]);
  return {
    // The text goes past the page: a million lines are more than it should hold.
    copyConcordance: async (wish) => {
      const { text, lines } = valueOf(await library.call('concordanceText', wish));
      void clipboard.writeText(text);
      return { lines };
    },
    saveConcordanceWithDialog: async (wish) => {
      const path = await choose(wish.query, wish.format);
      return path === null ? null : valueOf(await library.call('writeConcordance', { ...wish, path }));
    },
    saveTrendWithDialog: async ({ format, name, content }) => {
      const path = await choose(name, format);
      return path === null ? null : valueOf(await library.call('writeText', { path, content }));
    },
  };
}
