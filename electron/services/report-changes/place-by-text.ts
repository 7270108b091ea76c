import { reanchor, type OldAnchor, type Reanchored } from '#core/anchor/reanchor.ts';
import type { Anchor } from '#core/annotations/record.ts';
import { loadFolder } from '#core/script/index.ts';
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
  const folder = await loadFolder({ lineFeed: 'nothing' });
  return (old, current, anchors) => {
    const from = labelledReading(old);
    const to = labelledReading(current);
    return reanchor({
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
      fold: folder.foldWithMap,
      labelAt: to.labelAt,
    });
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
