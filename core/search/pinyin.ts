import { pinyin } from 'pinyin-pro';

const SHORTEST = 2;
const syllables = new Map<string, readonly string[]>();

/** Readings of a character without tones, ü as v and as u; none for what is no Han character. */
function readingsOf(character: string): readonly string[] {
  const known = syllables.get(character);
  if (known !== undefined) return known;
  const written = /\p{Script=Han}/u.test(character)
    ? pinyin(character, { multiple: true, toneType: 'none', type: 'array', v: true })
    : [];
  const plain = written.filter((reading) => /^[a-z]+$/u.test(reading));
  const readings = [...new Set(plain.flatMap((reading) => [reading, reading.replace('v', 'u')]))];
  syllables.set(character, readings);
  return readings;
}

/**
 * Whether Han characters that stand side by side in a short text (a title, a tag) are read as these letters: all syllables
 * whole, the last one perhaps only begun, or the first letter of each. Signs and spaces between the characters do not count.
 * @param letters a to z; fewer than two match nothing
 */
export function isReadAs(text: string, letters: string): boolean {
  if (letters.length < SHORTEST) return false;
  const readings = Array.from(text.replaceAll(/[^\p{L}\p{N}]/gu, ''), readingsOf);
  for (let first = 0; first < readings.length; first += 1) {
    if (readsInitials(readings, first, letters) || readsSyllables(readings, first, letters)) return true;
  }
  return false;
}

function readsInitials(readings: readonly (readonly string[])[], first: number, letters: string): boolean {
  if (first + letters.length > readings.length) return false;
  for (let index = 0; index < letters.length; index += 1) {
    const initial = letters[index] ?? '';
    if (readings[first + index]?.some((reading) => reading.startsWith(initial)) !== true) return false;
  }
  return true;
}

/** Follows all lengths that the readings of each character can have at once. */
function readsSyllables(readings: readonly (readonly string[])[], first: number, letters: string): boolean {
  let reached: ReadonlySet<number> = new Set([0]);
  for (let index = first; index < readings.length && reached.size > 0; index += 1) {
    const next = new Set<number>();
    for (const at of reached) {
      for (const reading of readings[index] ?? []) {
        if (letters.startsWith(reading, at)) next.add(at + reading.length);
        else if (index > first && reading.startsWith(letters.slice(at))) return true;
      }
    }
    if (next.has(letters.length)) return true;
    reached = next;
  }
  return false;
}
