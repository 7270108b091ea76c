import { setImmediate as nextTurn } from 'node:timers/promises';
import { reanchor, reanchorInSteps, type OldAnchor, type Reanchored } from '#core/anchor/reanchor.ts';
import type { Anchor } from '#core/annotations/record.ts';
import { ZhupiError } from '#core/base/app-error.ts';
import { loadFolder, type Folder } from '#core/script/index.ts';
import { toB } from '#core/text/map-range.ts';
import { labelAt } from '#core/text/outline/labels.ts';
import { outlineOf } from '#core/text/outline/outline.ts';
import { readingOfSource, type ReadableSource, type Reading } from '#core/text/reading.ts';

/** Finds the places of anchors of one text in another one, in the order of the anchors. */
export type PlaceByText = (
  old: ReadableSource,
  current: ReadableSource,
  anchors: readonly Anchor[],
) => readonly Reanchored[];

/** Makes {@link PlaceByText}: by aligning the reading texts, then by searching what the alignment lost (core/anchor). */
export async function loadPlaceByText(): Promise<PlaceByText> {
  const { foldWithMap } = await loadFolder({ lineFeed: 'nothing' });
  return (old, current, anchors) => reanchor(requestOf(old, current, anchors, foldWithMap));
}

/** Milliseconds of folding and aligning after which other work is let through. */
const SLICE = 15;

/** Who waits for places that are found ahead. */
export interface PlacingWatch {
  readonly onProgress: (done: number, total: number) => void;
  /** Fires when the places are no longer wanted. */
  readonly signal: AbortSignal;
}

/**
 * Finds the places of anchors ahead, letting other work through, and answers a {@link PlaceByText} that knows them; what it
 * is asked beyond them it finds when it is asked. A place depends on its own anchor alone. Throws `cancelled` when the
 * signal fires.
 */
export async function placeAhead(
  old: ReadableSource,
  current: ReadableSource,
  anchors: readonly Pick<Anchor, 'start' | 'end' | 'exact'>[],
  { onProgress, signal }: PlacingWatch,
): Promise<PlaceByText> {
  const { foldWithMap } = await loadFolder({ lineFeed: 'nothing' });
  const known = new Map<string, Reanchored>();
  let done = 0;
  let turned = performance.now();
  onProgress(0, anchors.length);
  for (const step of reanchorInSteps(requestOf(old, current, anchors, foldWithMap))) {
    for (const [at, place] of step.entries()) {
      const anchor = anchors[done + at];
      if (anchor !== undefined) known.set(keyOf(anchor), place);
    }
    done += step.length;
    if (signal.aborted) throw new ZhupiError('cancelled');
    if (step.length > 0) onProgress(done, anchors.length);
    else if (performance.now() - turned < SLICE) continue;
    await nextTurn();
    turned = performance.now();
  }
  if (signal.aborted) throw new ZhupiError('cancelled');
  return (from, to, asked) => {
    const isSame = from.source === old.source && to.source === current.source;
    const places = asked.map((anchor) => (isSame ? known.get(keyOf(anchor)) : undefined));
    const left = asked.filter((_anchor, at) => places[at] === undefined);
    const found = left.length === 0 ? [] : reanchor(requestOf(from, to, left, foldWithMap));
    let next = 0;
    return places.map((place) => {
      if (place !== undefined) return place;
      next += 1;
      return found[next - 1] as Reanchored;
    });
  };
}

function keyOf({ start, end, exact }: Pick<Anchor, 'start' | 'end' | 'exact'>): string {
  return `${start} ${end} ${exact}`;
}

function requestOf(
  old: ReadableSource,
  current: ReadableSource,
  anchors: readonly Pick<Anchor, 'start' | 'end' | 'exact'>[],
  fold: Folder['foldWithMap'],
): Parameters<typeof reanchor>[0] {
  const from = labelledReading(old);
  const to = labelledReading(current);
  return {
    old: { source: old.source, reading: from.reading },
    current: { source: current.source, reading: to.reading },
    anchors: anchors.map(({ start, end, exact }): OldAnchor => ({
      start,
      end,
      exact,
      // Few anchors are ever asked for it.
      get label() {
        return from.labelAt(Math.min(start, old.source.length));
      },
    })),
    fold,
    labelAt: to.labelAt,
  };
}

interface LabelledReading {
  readonly reading: Reading;
  /** Structural label of the place of a source offset. */
  readonly labelAt: (offset: number) => string;
}

function labelledReading(text: ReadableSource): LabelledReading {
  const reading = readingOfSource(text);
  let outline: ReturnType<typeof outlineOf> | undefined;
  return {
    reading,
    labelAt: (offset) => {
      outline ??= outlineOf(reading);
      const { start } = toB(reading.map, { start: offset, end: offset });
      return labelAt(outline, reading.blocks, start);
    },
  };
}
