import type { BuildPackIndex } from './pack-format.ts';

/**
 * How a pack is indexed: core/search fills this port. While it is undefined packs carry no index, and the search makes one
 * from their reading texts when it loads them.
 */
export const buildPackIndex: BuildPackIndex | undefined = undefined;
