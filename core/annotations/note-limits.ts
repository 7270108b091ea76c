import { ZhupiError } from '../base/app-error.ts';
import type { Annotation } from './record.ts';

/** What a note may be made to hold; lengths in UTF-16 units. What is stored already is read whatever its size. */
export const NOTE_LIMITS = { code: 64, words: 1_000_000, tag: 200, tags: 100 } as const;

type Words = Pick<Annotation, 'code' | 'note' | 'tags'>;

/**
 * Throws `note-limit` where a change puts more into a note than one may hold. What stands in it already is no matter of the
 * change: a note that is beyond a limit can still be moved, recoloured, and brought nearer to it.
 * @param before null = a new note
 */
export function requireNoteLimits(before: Words | null, after: Words): void {
  const { code, note, tags } = before ?? { code: null, note: '', tags: [] };
  const isBadCode = after.code === '' || after.code.length > NOTE_LIMITS.code;
  if (isBadCode && after.code !== code) refuse('code');
  if (after.note.length > Math.max(NOTE_LIMITS.words, note.length)) refuse('words');
  if (after.tags.length > Math.max(NOTE_LIMITS.tags, tags.length)) refuse('tags');
  const known = new Set(tags);
  if (after.tags.some((tag) => tag.length > NOTE_LIMITS.tag && !known.has(tag))) refuse('tag');
}

function refuse(reason: keyof typeof NOTE_LIMITS): never {
  throw new ZhupiError('note-limit', { reason, most: NOTE_LIMITS[reason] });
}
