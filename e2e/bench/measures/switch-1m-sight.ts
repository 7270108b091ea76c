import type { Measure } from '../measure.ts';
import { timeSwitchInSight } from '../timed-window.ts';
import { pairsOfSwitching } from './switching.ts';

/** Another script for what is in sight of 1,000,000 characters. Baseline: opencc-js for all of them. */
export const switch1mSight: Measure = {
  name: 'switch-1m-sight',
  unit: 'ms',
  goal: { kind: 'at-most', limit: 150 },
  take: (context) =>
    pairsOfSwitching(context, context.files.large, context.files.bare.large, timeSwitchInSight),
};
