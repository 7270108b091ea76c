import { access } from 'node:fs/promises';
import path from 'node:path';

/** Where the program's own files lie, from a checkout and in the packaged application. */
export interface ProgramPaths {
  readonly preload: string;
  readonly page: string;
  readonly libraryProcess: string;
  /** Small on purpose: X11 takes a window's icon pixel by pixel, and one of 1,024 pixels a side cost 400 ms of the start. */
  readonly icon: string;
  /** The program's own pack; a checkout has it once it was built. */
  readonly pack: string;
}

/**
 * @param bundle folder of the bundled main script (out/app, or the same inside app.asar)
 * @param resources Electron's resources folder when packaged, else null
 */
export function programPaths(bundle: string, resources: string | null): ProgramPaths {
  const packs = resources === null ? path.join(bundle, '..', 'corpus') : path.join(resources, 'corpus');
  const pack = process.env['ZHUPI_PACK'] || path.join(packs, 'zhupi.zhupipack');
  return {
    preload: path.join(bundle, 'preload.cjs'),
    page: path.join(bundle, 'renderer'),
    libraryProcess: path.join(bundle, 'library-process.cjs'),
    icon:
      resources === null
        ? path.join(bundle, '..', '..', 'build', 'resources', 'window-icon.png')
        : path.join(resources, 'window-icon.png'),
    pack: path.resolve(pack),
  };
}

/** The files that are really there. */
export async function existing(...files: readonly string[]): Promise<string[]> {
  const found = await Promise.allSettled(files.map((file) => access(file)));
  return files.filter((_file, index) => found[index]?.status === 'fulfilled');
}
