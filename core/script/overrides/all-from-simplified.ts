import { FROM_SIMPLIFIED_READ_THROUGH } from './from-simplified-read-through.ts';
import { FROM_SIMPLIFIED_ROUND_TRIPS } from './from-simplified-round-trips.ts';
import { FROM_SIMPLIFIED } from './from-simplified.ts';

/** All entries from Simplified, in one module: to find and to read a file takes longer than to use it. */
export const ALL_FROM_SIMPLIFIED = `${FROM_SIMPLIFIED}${FROM_SIMPLIFIED_ROUND_TRIPS}${FROM_SIMPLIFIED_READ_THROUGH}`;
