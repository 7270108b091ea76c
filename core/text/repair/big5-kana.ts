/**
 * Kana, Cyrillic letters and ringed numbers as the table of the Unicode consortium has them in Big5, and with it many
 * programs; browsers follow another, in which other bytes show the same characters.
 */
const ROWS = [
  'ヾゝゞ々',
  ...[
    [0x3041, 0x3093],
    [0x30a1, 0x30f6],
    [0x414, 0x415],
  ].map(([first = 0, last = 0]) => between(first, last)),
  'ЁЖЗИЙКЛМУФХЦЧШЩЪЫЬЭЮЯабвгде',
  'ёжзийклмнопрстуфхцчшщъыьэюя①②③④⑤⑥⑦⑧⑨⑩⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽',
].join('');

function between(first: number, last: number): string {
  return Array.from({ length: last - first + 1 }, (_none, index) => String.fromCharCode(first + index)).join(
    '',
  );
}

const [FIRST_LEAD, FIRST_TRAIL] = [0xc6, 0xa1];

function readRows(): ReadonlyMap<string, readonly [number, number]> {
  const bytes = new Map<string, readonly [number, number]>();
  let [lead, trail] = [FIRST_LEAD, FIRST_TRAIL];
  for (const char of ROWS) {
    bytes.set(char, [lead, trail]);
    trail += 1;
    if (trail === 0x7f) trail = 0xa1;
    if (trail === 0xff) [lead, trail] = [lead + 1, 0x40];
  }
  return bytes;
}

let rows: ReadonlyMap<string, readonly [number, number]> | undefined;

/** The two bytes of such a character; undefined for any other. */
export function kanaBytes(char: string): readonly [lead: number, trail: number] | undefined {
  rows ??= readRows();
  return rows.get(char);
}
