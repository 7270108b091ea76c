/*
 * Compatibility ideographs, radicals and private-use characters where another character is meant: ⼯作 for 工作.
 *
 * Evidence: PDF files made with some fonts give radicals (U+2F00 on, ⻓ ⻚ too) for the characters that look alike. A text may
 * speak of radicals, so a few are offered; ten inside words of a file are a font's. Compatibility ideographs (U+F900 on) are the
 * same characters by definition; ten of them came from Korean or from a font. Word writes the signs of its symbol
 * fonts as private-use characters at the head of list items; some GB 18030 decoders write U+E5E5 for the full-width space.
 * Other private-use characters say nothing outside their font, and sound statutes hold some (U+E591), so they are left.
 */
import type { Edit } from '../edit.ts';
import { plainCharacter } from './radicals.ts';
import { replaceMatches } from './replace-matches.ts';
import type { RepairRule } from './rule.ts';

const ID = 'compatibility-characters';
const CERTAIN = 0.9;
const PROPOSED = 0.5;
const PLACE =
  /[\u2E80-\u2EF3\u2F00-\u2FD5\uF900-\uFAFF\uFE10-\uFE19\uFE31-\uFE44\uFF61-\uFF64\uE5E5\uE7C7\uE7C8]|[\uF06C\uF06E\uF075\uF076\uF0A7\uF0A8\uF0B2\uF0B7\uF0D8\uF0FC](?<=^[ \t\u3000]*.)(?=[ \t\u3000]*\S)/gmu;
const IDEOGRAPH = /[\uF900-\uFAFF]/u;
const BULLET = /[\uF06C\uF06E\uF075\uF076\uF0A7\uF0A8\uF0B2\uF0B7\uF0D8\uF0FC]/u;
/** So many items that begin with such a sign are a list that Word made. */
const LEAST_BULLETS = 3;
const RADICAL = /^[\u2E80-\u2EF3\u2F00-\u2FD5]$/u;
/** So many radicals, that many of them different, in short runs that touch ordinary Han characters, are no talk about radicals. */
const LEAST_RADICALS = 10;
const LEAST_DIFFERENT = 3;
const LEAST_IN_WORDS = 0.8;
const RUN = /[\u2E80-\u2EF3\u2F00-\u2FD5]+/gu;
const LONGEST_RUN = 4;

/** What GB 18030 has at A3A0 is a space to browsers, and to older decoders this; no font has another sign there. */
const FULL_WIDTH_SPACE = '\uE5E5';

const PRIVATE: Readonly<Record<string, string>> = {
  '\uE5E5': '\u3000',
  '\uE7C7': 'ḿ',
  '\uE7C8': 'ǹ',
  '\uF06C': '●',
  '\uF06E': '■',
  '\uF075': '◆',
  '\uF076': '❖',
  '\uF0A7': '▪',
  '\uF0A8': '◻',
  '\uF0B2': '◻',
  '\uF0B7': '•',
  '\uF0D8': '➢',
  '\uF0FC': '✓',
};

/** Forms for vertical lines and half-width forms of marks, and the marks of horizontal text. */
const FORMS =
  '︐，︑、︒。︓：︔；︕！︖？︗〖︘〗︙…︱—︵（︶）︷｛︸｝︹〔︺〕︻【︼】︽《︾》︿〈﹀〉﹁「﹂」﹃『﹄』｡。｢「｣」､、';
const MARKS: ReadonlyMap<string, string> = new Map(
  [...FORMS.matchAll(/(.)(.)/gu)].map(([, form = '', mark = '']) => [form, mark]),
);
/** So many of them were not chosen one by one. */
const LEAST_FORMS = 10;

/** Whether the radicals of a text stand for characters. */
function areWritten(text: string): boolean {
  const isHan = (char = ''): boolean => /[\u4E00-\u9FFF]/u.test(char);
  const different = new Set<string>();
  let all = 0;
  let inWords = 0;
  for (const { 0: run, index } of text.matchAll(RUN)) {
    all += run.length;
    if (run.length > LONGEST_RUN) continue;
    if (!isHan(text[index - 1]) && !isHan(text[index + run.length])) continue;
    inWords += run.length;
    for (const radical of run) different.add(radical);
  }
  return all >= LEAST_RADICALS && different.size >= LEAST_DIFFERENT && inWords >= LEAST_IN_WORDS * all;
}

function find(text: string): readonly Edit[] {
  const judgement = { rule: ID, confidence: PROPOSED, applied: false };
  const edits = replaceMatches(
    text,
    PLACE,
    judgement,
    ([char]) => PRIVATE[char] ?? MARKS.get(char) ?? plainCharacter(char),
  );
  const areForms = edits.filter(({ before }) => MARKS.has(before)).length >= LEAST_FORMS;
  const areRadicals = edits.length >= LEAST_RADICALS && areWritten(text);
  const ideographs = edits.filter(({ before }) => IDEOGRAPH.test(before));
  const areIdeographs =
    ideographs.length >= LEAST_RADICALS &&
    new Set(ideographs.map(({ before }) => before)).size >= LEAST_DIFFERENT;
  const areBullets = edits.filter(({ before }) => BULLET.test(before)).length >= LEAST_BULLETS;
  return edits.flatMap((edit) => {
    const isForm = MARKS.has(edit.before);
    // A few forms were chosen.
    if (isForm && !areForms) return [];
    const applied =
      isForm ||
      edit.before === FULL_WIDTH_SPACE ||
      (areRadicals && RADICAL.test(edit.before)) ||
      (areIdeographs && IDEOGRAPH.test(edit.before)) ||
      (areBullets && BULLET.test(edit.before));
    return [applied ? { ...edit, applied, confidence: CERTAIN } : edit];
  });
}

/** Gives the plain character, alone where a font wrote radicals, else as a proposal; see the evidence above. */
export const compatibilityCharacters: RepairRule = { id: ID, find };
