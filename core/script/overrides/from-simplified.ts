import type { Override } from './override.ts';

/** From Simplified to OpenCC's Traditional; the regional tables run over the replacement. */
export const FROM_SIMPLIFIED: readonly Override[] = [];
