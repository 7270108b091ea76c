import type { Folder } from '../../script/index.ts';
import { MOST_STATES, patternSize } from '../automaton.ts';
import {
  anyBut,
  ANY_CHARACTER,
  EMPTY_PATTERN,
  literal,
  setOf,
  WORD_CHARACTER,
  type Pattern,
} from '../pattern.ts';
import { ParseFailure } from './problem.ts';

const MOST_DEPTH = 40;
const MOST_REPEATS = 200;
const SPECIAL = new Set('|*+?(){}[]^$\\');
const DIGIT = setOf(new Set(Array.from('0123456789', (digit) => digit.charCodeAt(0))));

/**
 * Reads a regular expression over folded text: characters, `.`, `[…]` with ranges and `^`, `|`, `(…)`, `(?:…)`, `*`, `+`,
 * `?`, `{n}`, `{n,}`, `{n,m}`, `\d`, `\w`, `\s`, and `\` before a sign. White space and paired marks fold to nothing and so
 * match nothing; `.` and `[^…]` match no clause punctuation. There is nothing that needs going back: no references, no
 * looking around, no anchors.
 * @param offset where the expression begins in the query, for the positions of what is thrown
 */
export function parseRegex(source: string, offset: number, folder: Folder): Pattern {
  return new RegexParser(source, offset, folder).parse();
}

class RegexParser {
  readonly #source: string;
  readonly #offset: number;
  readonly #folder: Folder;
  #at = 0;

  constructor(source: string, offset: number, folder: Folder) {
    this.#source = source;
    this.#offset = offset;
    this.#folder = folder;
  }

  parse(): Pattern {
    const pattern = this.#choice(0);
    if (this.#at < this.#source.length) throw this.#failure('regex-wrong');
    if (patternSize(pattern) > MOST_STATES) throw this.#failure('regex-large', 0);
    if (!canTake(pattern)) throw this.#failure('regex-empty', 0);
    return pattern;
  }

  #choice(depth: number): Pattern {
    if (depth > MOST_DEPTH) throw this.#failure('too-deep');
    const items = [this.#sequence(depth)];
    while (this.#take('|')) items.push(this.#sequence(depth));
    const [only = EMPTY_PATTERN] = items;
    return items.length === 1 ? only : { kind: 'choice', items };
  }

  #sequence(depth: number): Pattern {
    const items: Pattern[] = [];
    while (this.#at < this.#source.length && !'|)'.includes(this.#source[this.#at] ?? '')) {
      items.push(this.#repeated(this.#atom(depth)));
    }
    return { kind: 'sequence', items };
  }

  #repeated(item: Pattern): Pattern {
    const begun = this.#at;
    const times = this.#times();
    if (times === null) return item;
    const [least, most] = times;
    if (most !== null && most < least) throw this.#failure('regex-wrong', begun);
    if (Math.max(least, most ?? 0) > MOST_REPEATS) throw this.#failure('regex-large', begun);
    if ('?+'.includes(this.#source[this.#at] ?? ' ')) throw this.#failure('regex-unsupported');
    if (this.#times() !== null) throw this.#failure('regex-wrong', this.#at - 1);
    const repeat: Pattern = { kind: 'repeat', item, least, most };
    if (patternSize(repeat) > MOST_STATES) throw this.#failure('regex-large', begun);
    return repeat;
  }

  #times(): readonly [number, number | null] | null {
    if (this.#take('*')) return [0, null];
    if (this.#take('+')) return [1, null];
    if (this.#take('?')) return [0, 1];
    const counted = /\{(\d{1,6})(,(\d{0,6}))?\}/uy;
    counted.lastIndex = this.#at;
    const found = counted.exec(this.#source);
    if (found === null) return null;
    this.#at = counted.lastIndex;
    const least = Number(found[1]);
    if (found[2] === undefined) return [least, least];
    return [least, found[3] === '' ? null : Number(found[3])];
  }

  #atom(depth: number): Pattern {
    if (this.#take('.')) return ANY_CHARACTER;
    if (this.#take('[')) return this.#class();
    if (this.#source[this.#at] === '(') return this.#group(depth);
    if (this.#source[this.#at] === '\\') return this.#escape();
    const character = this.#character();
    if (character === '^' || character === '$') throw this.#failure('regex-unsupported', this.#at - 1);
    if (SPECIAL.has(character)) throw this.#failure('regex-wrong', this.#at - 1);
    return literal(this.#folder.fold(character));
  }

  #group(depth: number): Pattern {
    const opened = this.#at;
    this.#at += 1;
    if (this.#source[this.#at] === '?') {
      if (!this.#source.startsWith('?:', this.#at)) throw this.#failure('regex-unsupported', opened);
      this.#at += 2;
    }
    const inside = this.#choice(depth + 1);
    if (!this.#take(')')) throw this.#failure('regex-wrong', opened);
    return inside;
  }

  #escape(): Pattern {
    const at = this.#at;
    this.#at += 1;
    if (this.#at >= this.#source.length) throw this.#failure('regex-wrong', at);
    const character = this.#character();
    if (character === 'd') return DIGIT;
    if (character === 'w') return WORD_CHARACTER;
    if (character === 's') return EMPTY_PATTERN;
    if (/[\p{L}\p{N}]/u.test(character)) throw this.#failure('regex-unsupported', at);
    return literal(this.#folder.fold(character));
  }

  #class(): Pattern {
    const opened = this.#at - 1;
    const isNegated = this.#take('^');
    let written = '';
    while (this.#source[this.#at] !== ']') {
      if (this.#at >= this.#source.length) throw this.#failure('regex-wrong', opened);
      written += this.#member();
    }
    this.#at += 1;
    // Members fold to single units, to pairs of them (characters beyond the first plane), to several, or to nothing.
    const folds = new Set(Array.from(written, (character) => this.#folder.fold(character)));
    const units = new Set([...folds].filter((text) => text.length === 1).map((text) => text.charCodeAt(0)));
    const longer = [...folds].filter((text) => text.length > 1);
    if (!isNegated) return { kind: 'choice', items: [setOf(units), ...longer.map(literal)] };
    if (longer.length > 0) throw this.#failure('regex-unsupported', opened);
    return anyBut(units);
  }

  /** The characters that a member of a class stands for. */
  #member(): string {
    const begun = this.#at;
    const first = this.#classCharacter();
    if (this.#source[this.#at] !== '-' || ']'.includes(this.#source[this.#at + 1] ?? ']')) return first;
    this.#at += 1;
    const from = first.codePointAt(0) ?? 0;
    const to = this.#classCharacter().codePointAt(0) ?? 0;
    if (to < from || to > 0xffff || first.length > 2) throw this.#failure('regex-wrong', begun);
    return Array.from({ length: to - from + 1 }, (_item, index) => String.fromCharCode(from + index)).join(
      '',
    );
  }

  #classCharacter(): string {
    if (!this.#take('\\')) return this.#character();
    const at = this.#at - 1;
    if (this.#at >= this.#source.length) throw this.#failure('regex-wrong', at);
    const character = this.#character();
    if (character === 'd') return '0123456789';
    if (/[\p{L}\p{N}]/u.test(character)) throw this.#failure('regex-unsupported', at);
    return character;
  }

  #character(): string {
    const character = String.fromCodePoint(this.#source.codePointAt(this.#at) ?? 0);
    this.#at += character.length;
    return character;
  }

  #take(sign: string): boolean {
    if (this.#source[this.#at] !== sign) return false;
    this.#at += 1;
    return true;
  }

  #failure(
    problem: 'regex-wrong' | 'regex-unsupported' | 'regex-large' | 'regex-empty' | 'too-deep',
    at = this.#at,
  ) {
    return new ParseFailure(problem, this.#offset + at);
  }
}

/** Whether a pattern can match more than nothing. */
function canTake(pattern: Pattern): boolean {
  switch (pattern.kind) {
    case 'set':
      return pattern.set.negated || pattern.set.units.size > 0;
    case 'sequence':
    case 'choice':
      return pattern.items.some(canTake);
    case 'repeat':
      return pattern.most !== 0 && canTake(pattern.item);
  }
}
