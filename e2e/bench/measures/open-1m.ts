import type { Measure } from '../measure.ts';
import { pairsOfOpening } from './opening.ts';

/** Opening a report of 1,000,000 characters. */
export const open1m: Measure = {
  name: 'open-1m',
  unit: 'ms',
  goal: { kind: 'ratio-or-more', limit: 1.3, more: 60 },
  take: (context) => pairsOfOpening(context, context.files.large, context.files.bare.large),
};
