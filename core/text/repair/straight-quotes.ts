/** A straight quotation mark and the curly one that it stands for. */
interface CurlyQuote {
  /** UTF-16 offset in its line. */
  readonly at: number;
  readonly after: '“' | '”';
}

/** What a quotation may begin behind and end before; an attribute (class="…") and a measure (5") are none. */
const BEFORE = /[\p{Script=Han}\s，。、；：！？（(《》）)“‘—…,;:!?%％A-Z"]/u;
const BEHIND = /[\p{Script=Han}\s，。、；：！？（(《》）)”’—…,;:!?.\d０-９A-Z"]/u;
const LONGEST_QUOTE = 200;
/** print("教育"), f(x, "教育"): what a program is given. */
const ARGUMENT = /[A-Za-z_]\w{0,60}\((?:[^()"]{0,60}, ?)?$/u;

/**
 * The straight quotation marks of a line in pairs that hold Chinese text; none when one of them fits no pair, since then it is
 * unknown which open and which close. A backslash before one is another rule's.
 */
export function straightQuotes(line: string): readonly CurlyQuote[] {
  if (!line.includes('"')) return [];
  const marks = [...line.matchAll(/"/gu)].map(({ index }) => index);
  if (marks.length % 2 !== 0 || /[“”\\]/u.test(line)) return [];
  const quotes: CurlyQuote[] = [];
  for (let index = 0; index < marks.length; index += 2) {
    const [opening = 0, closing = 0] = [marks[index], marks[index + 1]];
    const quoted = line.slice(opening + 1, closing);
    const isBegun = opening === 0 || BEFORE.test(line[opening - 1] ?? '');
    const isEnded = closing === line.length - 1 || BEHIND.test(line[closing + 1] ?? '');
    const isText =
      /\p{Script=Han}/u.test(quoted) && !/^\s|\s$/u.test(quoted) && quoted.length <= LONGEST_QUOTE;
    if (!isBegun || !isEnded || !isText || ARGUMENT.test(line.slice(0, opening))) return [];
    quotes.push({ at: opening, after: '“' }, { at: closing, after: '”' });
  }
  return quotes;
}
