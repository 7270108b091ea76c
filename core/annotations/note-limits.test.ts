import { expect, test } from 'vitest';
import { NOTE_LIMITS, requireNoteLimits } from './note-limits.ts';

const words = { code: 'red', note: '', tags: [] as string[] };
const longTag = '标'.repeat(NOTE_LIMITS.tag + 1);
const manyTags = Array.from({ length: NOTE_LIMITS.tags + 1 }, (_none, at) => `标签${String(at)}`);

test.each([
  ['tag', { ...words, tags: [longTag] }],
  ['tags', { ...words, tags: manyTags }],
  ['words', { ...words, note: '看'.repeat(NOTE_LIMITS.words + 1) }],
  ['code', { ...words, code: 'c'.repeat(NOTE_LIMITS.code + 1) }],
  ['code', { ...words, code: '' }],
])('a new note with too much as %s is refused', (reason, after) => {
  expect(() => requireNoteLimits(null, after)).toThrow(
    expect.objectContaining({ code: 'note-limit', params: expect.objectContaining({ reason }) as unknown }),
  );
});

test('what just fits is no matter', () => {
  const full = {
    code: 'c'.repeat(NOTE_LIMITS.code),
    note: '看'.repeat(NOTE_LIMITS.words),
    tags: [...manyTags.slice(2), longTag.slice(1)],
  };
  expect(() => requireNoteLimits(null, full)).not.toThrow();
});

test('a note that is beyond a limit already can be changed, but not further beyond', () => {
  const odd = { code: 'red', note: '看'.repeat(NOTE_LIMITS.words + 9), tags: [...manyTags, '又', longTag] };
  expect(() => requireNoteLimits(odd, { ...odd, code: 'blue' })).not.toThrow();
  expect(() => requireNoteLimits(odd, { ...odd, tags: odd.tags.slice(1) })).not.toThrow();
  expect(() => requireNoteLimits(odd, { ...odd, tags: [...odd.tags, '再'] })).toThrow();
  expect(() => requireNoteLimits(odd, { ...odd, note: `${odd.note}看` })).toThrow();
  expect(() => requireNoteLimits(odd, { ...odd, tags: [`${longTag}长`] })).toThrow();
});
