import type { Measure } from '../measure.ts';
import { pairsOfSwitching } from './switching.ts';

/** Another script for 1,000,000 characters, to the last of them. */
export const switch1m: Measure = {
  name: 'switch-1m',
  unit: 'ms',
  goal: { kind: 'ratio', limit: 1.5 },
  take: (context) => pairsOfSwitching(context, context.files.large, context.files.bare.large),
};
