import type { Measure } from '../measure.ts';
import { pairsOfOpening } from './opening.ts';

/** Opening a report of 3,000 characters. */
export const open3k: Measure = {
  name: 'open-3k',
  unit: 'ms',
  goal: { kind: 'ratio-or-more', limit: 1.3, more: 60 },
  take: (context) => pairsOfOpening(context, context.files.small, context.files.bare.small),
};
