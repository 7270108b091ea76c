import type { Ref } from 'react';
import type { TrendBar } from './bars.ts';

export interface ChartProps {
  readonly bars: readonly TrendBar[];
  readonly title: string;
  /** Pixels that there are. */
  readonly width: number;
  readonly svgRef: Ref<SVGSVGElement>;
  readonly onOpen: (bar: TrendBar) => void;
}
