import type { Override } from './override.ts';

/** From any Traditional to Simplified. */
export const TO_SIMPLIFIED: readonly Override[] = [];
