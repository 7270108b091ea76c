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

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };

/** A Roman number up to 39 (IV, Ⅻ); undefined for anything else. */
export function parseRoman(written: string): number | undefined {
  const digits = [...written.normalize('NFKC').toUpperCase()].map((char) => ROMAN[char] ?? Number.NaN);
  const sum = digits.reduce(
    (total, digit, at) => total + (digit < (digits[at + 1] ?? 0) ? -digit : digit),
    0,
  );
  return sum > 0 ? sum : undefined;
}

/** How sums and the parts of Taiwanese papers are numbered. */
const FORMAL: Readonly<Record<string, string>> = {
  壹: '一',
  贰: '二',
  貳: '二',
  叁: '三',
  參: '三',
  叄: '三',
  肆: '四',
  伍: '五',
  陆: '六',
  陸: '六',
  柒: '七',
  捌: '八',
  玖: '九',
  拾: '十',
};

/** A number in the characters of sums: 壹, 拾貳; undefined for anything else. */
export function formalNumber(written: string): number | undefined {
  return parseNumber([...written].map((char) => FORMAL[char] ?? char).join(''));
}
