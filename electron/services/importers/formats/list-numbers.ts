/** Numbers as Word writes them (ECMA-376 part 1, 17.18.59 ST_NumberFormat); formats that are not here count in digits. */
const HAN_DIGITS = [...'〇一二三四五六七八九'];
const FORMAL = [...'零壹贰叁肆伍陆柒捌玖'];
const FORMAL_TRADITIONAL = [...'零壹貳參肆伍陸柒捌玖'];
const STEMS = [...'甲乙丙丁戊己庚辛壬癸'];
const BRANCHES = [...'子丑寅卯辰巳午未申酉戌亥'];
const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];
/** Beyond this Word's own formats go over to digits too. */
const MOST = 9_999;

type Write = (value: number) => string;

const digits: Write = (value) => String(value);

/** 十一, 二十, 一百零五: units between the digits. */
function withUnits(
  value: number,
  names: readonly string[],
  units: readonly string[],
  isShortTen: boolean,
): string {
  let text = '';
  let isGap = false;
  for (let power = 3; power >= 0; power -= 1) {
    const digit = Math.floor(value / 10 ** power) % 10;
    if (digit === 0) {
      isGap = text !== '';
      continue;
    }
    if (isGap) text += '零';
    isGap = false;
    const isTen = isShortTen && power === 1 && digit === 1 && text === '';
    text += (isTen ? '' : (names[digit] ?? '')) + (units[power] ?? '');
  }
  return text;
}

const counting: Write = (value) => withUnits(value, HAN_DIGITS, ['', '十', '百', '千'], true);
const digitByDigit: Write = (value) =>
  Array.from(String(value), (digit) => HAN_DIGITS[Number(digit)] ?? '').join('');
const letters: Write = (value) => String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
const oneOf =
  (names: readonly string[]): Write =>
  (value) =>
    names[(value - 1) % names.length] ?? '';
const from =
  (first: number, count: number): Write =>
  (value) =>
    value <= count ? String.fromCharCode(first + value - 1) : digits(value);

function roman(value: number): string {
  let rest = value;
  let text = '';
  for (const [worth, sign] of ROMAN) {
    for (; rest >= worth; rest -= worth) text += sign;
  }
  return text;
}

const FORMATS: Readonly<Record<string, Write>> = {
  decimal: digits,
  decimalZero: (value) => digits(value).padStart(2, '0'),
  decimalFullWidth: (value) =>
    digits(value).replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  chineseCounting: counting,
  chineseCountingThousand: counting,
  taiwaneseCounting: counting,
  taiwaneseCountingThousand: counting,
  japaneseCounting: counting,
  ideographDigital: digitByDigit,
  taiwaneseDigital: digitByDigit,
  japaneseDigitalTenThousand: digitByDigit,
  chineseLegalSimplified: (value) => withUnits(value, FORMAL, ['', '拾', '佰', '仟'], false),
  ideographLegalTraditional: (value) => withUnits(value, FORMAL_TRADITIONAL, ['', '拾', '佰', '仟'], false),
  ideographTraditional: oneOf(STEMS),
  ideographZodiac: oneOf(BRANCHES),
  lowerLetter: letters,
  upperLetter: (value) => letters(value).toUpperCase(),
  lowerRoman: roman,
  upperRoman: (value) => roman(value).toUpperCase(),
  decimalEnclosedCircle: from(0x2460, 20),
  decimalEnclosedCircleChinese: from(0x2460, 20),
  decimalEnclosedParen: from(0x2474, 20),
  decimalEnclosedFullstop: from(0x2488, 20),
  ideographEnclosedCircle: from(0x3280, 10),
};

/** A number of a list in one of Word's formats; an odd number is written in digits. */
export function listNumber(value: number, format: string): string {
  if (!Number.isInteger(value) || value < 1 || value > MOST) return digits(value);
  return (FORMATS[format] ?? digits)(value);
}
