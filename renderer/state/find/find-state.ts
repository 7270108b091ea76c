import type { AppError } from '#core/base/app-error.ts';
import type { TextRange } from '#core/base/text-range.ts';
import type { FoundWindow } from '#core/ipc/calls/find-calls.ts';

/** Some of the places that were found, with the number of the first. */
export interface ShownPlaces {
  readonly first: number;
  readonly places: readonly TextRange[];
  /** Every place that touches the source from `start` up to `end` is among them. */
  readonly start: number;
  readonly end: number;
}

export interface FindState {
  readonly isOpen: boolean;
  /** Grows whenever the bar is asked for: it takes the focus then. 0 where keys alone have shown it again. */
  readonly asked: number;
  /** As typed. */
  readonly query: string;
  readonly status: 'idle' | 'finding' | 'done' | 'failed';
  readonly error: AppError | null;
  /** What the last query that was answered has found, and in which report; stays while the next one is looked for. */
  readonly found: { readonly reportId: string; readonly id: number; readonly total: number } | null;
  /** Number of the place that the walk is at; null before the first step. */
  readonly current: number | null;
  /** Around what is in the window, to be painted. */
  readonly shown: ShownPlaces | null;
  /** Where the walk has just gone around. */
  readonly wrapped: 'to-start' | 'to-end' | null;
  /** A passage that the reader is to bring into the window; `serial` grows with each. */
  readonly target: { readonly reportId: string; readonly range: TextRange; readonly serial: number } | null;
  /** Highlights to be made that the user is asked about first, because they are many. */
  readonly asking: { readonly code: string; readonly count: number } | null;
}

export const CLOSED: FindState = {
  isOpen: false,
  asked: 0,
  query: '',
  status: 'idle',
  error: null,
  found: null,
  current: null,
  shown: null,
  wrapped: null,
  target: null,
  asking: null,
};

/** What is not kept from one query to the next. */
export const NOTHING_FOUND = {
  error: null,
  found: null,
  current: null,
  shown: null,
  wrapped: null,
  asking: null,
} as const satisfies Partial<FindState>;

export function shownPlaces({ first, places, start, end }: FoundWindow): ShownPlaces {
  const ranges = Array.from({ length: places.length / 2 }, (_item, index) => ({
    start: places[2 * index] ?? 0,
    end: places[2 * index + 1] ?? 0,
  }));
  return { first, places: ranges, start, end };
}

/** The place of a number, where it is among those shown. */
export function placeNumbered(shown: ShownPlaces | null, number: number): TextRange | undefined {
  return shown?.places[number - shown.first];
}
