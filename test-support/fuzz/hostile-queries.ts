import fc from 'fast-check';

const WORDS = [
  '教育',
  '教',
  '強國',
  '质量',
  'a',
  'gdp',
  '12号',
  'jiaoyu',
  'jyqg',
  '，',
  '\u{20bb7}',
  '\0',
  '\ud800',
  '‮',
];
const SIGNS = [
  ' ',
  ' ',
  ' ',
  '-',
  'OR ',
  'NEAR/9 ',
  'NEAR/200 ',
  '(',
  ')',
  '（',
  '）',
  '"',
  '“',
  '」',
  '「',
  '\n',
];
const PATTERNS = [
  '*',
  '?',
  '/',
  '.',
  '.*',
  '[^a]+',
  '{1,200}',
  '{200}',
  '(a|a)*',
  '(.*)*',
  '\\d',
  '\\',
  '|',
  '[',
  ']',
  '^',
];
const FILTERS = [
  ...['title:', 'issuer:', 'place：', 'tag:', 'color:', 'color:red ', 'script:繁 ', 'has:note ', 'in:notes '],
  ...['date:2020..2023 ', 'date:..', 'date:2023-13 ', 'date:', 'date:2023-7.. ', 'script:', 'has:', 'in:'],
  ...['title:/教.*/ ', 'issuer:教* ', 'place:"縣" ', 'tag:目標 ', 'tag:/.*/ ', 'color:黄 ', 'has:tag '],
  ...['教育 NEAR/10 质量 ', '"教育" NEAR/3 /强./ ', '教* NEAR 「a」 '],
];

const piece = fc.oneof(
  fc.constantFrom(...WORDS),
  fc.constantFrom(...SIGNS),
  fc.constantFrom(...PATTERNS),
  fc.constantFrom(...FILTERS),
  fc.string({ unit: 'binary', maxLength: 4 }),
);
const typed = fc.array(piece, { maxLength: 16 }).map((pieces) => pieces.join(''));

/** Expressions that make a matcher that goes back run for ever. */
const exploding = fc
  .tuple(
    fc.array(fc.constantFrom('a', '教', '.', '.*', '(a|a)*', '(a+)+', '[^b]*', '.{0,200}'), {
      minLength: 1,
      maxLength: 8,
    }),
    fc.nat(30),
    fc.constantFrom('', 'b', '$', '没有'),
  )
  .map(([parts, depth, end]) => `/${'('.repeat(depth)}${parts.join('')}${')*'.repeat(depth)}${end}/`);

/** Much of one thing: long words, deep brackets, many terms. */
const large = fc
  .tuple(
    fc.constantFrom('教', 'a', '(', '（', '"', '*', '? ', '教 ', '-a ', 'a OR ', '教* ', 'tag:a '),
    fc.integer({ min: 1, max: 2_000 }),
  )
  .map(([part, times]) => part.repeat(times));

/** Queries as people type them by mistake, and as people write them who mean harm. */
export const hostileQueries: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: typed },
  { weight: 2, arbitrary: exploding },
  { weight: 1, arbitrary: large },
);
