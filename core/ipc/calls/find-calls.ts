import * as z from 'zod';
import { offset, query, reportId } from './shapes.ts';

const job = z.string().min(1).max(64);
const number = z.number().int().nonnegative();

/** Places that one answer of `foundPlaces` holds, and notes that one `createNotes` makes. */
export const MOST_FOUND_PLACES = 10_000;
export const MOST_NEW_NOTES = 100_000;

const seedSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('numbers'), from: number, to: number }),
  z.object({ kind: z.literal('text'), start: offset, end: offset }),
]);
export type FoundSeed = Readonly<z.infer<typeof seedSchema>>;

const windowSchema = z.object({
  /** Number of the first place, from 0. */
  first: number,
  /** Start and end of each, one after the other. */
  places: z.array(offset),
  /** Every place that touches the source from `start` up to `end` is among them. */
  start: offset,
  end: offset,
});
export type FoundWindow = Readonly<z.infer<typeof windowSchema>>;

/** Finding in the report that is read. Places are those that a search over everything counts in that report. */
export const findCalls = {
  /**
   * Finds the places of a query in one report, in any script. The next question of the same job ends this one, which then
   * answers `cancelled`. `id` names what was found in `foundPlaces`.
   */
  findInReport: {
    request: z.object({ job, query, reportId }),
    response: z.object({ id: number, total: number }),
  },
  /** Some of the places, in their order: those of the seed and, while there is room, those around them; null when they are not kept. */
  foundPlaces: {
    request: z.object({ id: number, seed: seedSchema, most: z.number().int().min(1).max(MOST_FOUND_PLACES) }),
    response: windowSchema.nullable(),
  },
  /**
   * Makes a highlight of each place, but for those that lie in a passage of the same code: one action, one undo, told by
   * `notesProgress` and ended by `cancelNotes`. `sourceHash` names the text that the places count in.
   */
  createNotes: {
    request: z.object({
      job: job.optional(),
      reportId,
      sourceHash: z.string().min(1).max(200),
      code: z.string().min(1).max(64),
      /** Start and end of each in the source, one after the other. */
      places: z.array(offset).max(2 * MOST_NEW_NOTES),
    }),
    response: z.object({ created: number, cancelled: z.boolean() }),
  },
} as const;
