const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  '○': 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** 一〇三, 一一二: digits alone, each in its place. */
const POSITIONAL = /^[〇零○一二三四五六七八九]{2,4}$/u;

/** A number from 1 to 9999 in Han characters (三, 十二, 一百零五, 一〇五) or digits; undefined for anything else. */
export function parseNumber(written: string): number | undefined {
  const plain = written.normalize('NFKC').replace(/\s/gu, '');
  if (/^\d{1,4}$/u.test(plain)) return Number(plain) || undefined;
  if (POSITIONAL.test(plain)) {
    return [...plain].reduce((value, char) => value * 10 + (DIGITS[char] ?? 0), 0) || undefined;
  }
  let sum = 0;
  let digit = 0;
  for (const char of plain) {
    const unit = UNITS[char];
    const value = DIGITS[char];
    if (unit !== undefined) {
      sum += (digit === 0 ? 1 : digit) * unit;
      digit = 0;
    } else if (value !== undefined) {
      digit = value;
    } else {
      return undefined;
    }
  }
  return sum + digit || undefined;
}
