/** At most so many characters of a passage are shown; of a longer one its beginning and its end. */
const MOST = 72;
const TAIL = 20;

/** A passage in one line in which every character is seen: spaces, line breaks and characters without width get signs. */
export function visibleText(text: string): string {
  const short = text.length > MOST ? `${text.slice(0, MOST - TAIL)} … ${text.slice(-TAIL)}` : text;
  return short
    .replace(/\r\n|[\n\r\f\v\u0085\u2028\u2029]/gu, '↵')
    .replace(/\t/gu, '⇥')
    .replace(/^[ \u00a0\u3000]+|[ \u00a0\u3000]+$/gu, (spaces) => '␣'.repeat(spaces.length))
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu, codeOf);
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
