import type { Measure } from '../measure.ts';
import { pairsOfSwitching } from './switching.ts';

/** Another script for 3,000 characters. */
export const switch3k: Measure = {
  name: 'switch-3k',
  unit: 'ms',
  goal: { kind: 'at-most', limit: 50 },
  take: (context) => pairsOfSwitching(context, context.files.small, context.files.bare.small),
};
