import {
  eachCharacterPair,
  loadCharacterTables,
  loadToSimplified,
  type CharacterTables,
} from './dictionaries.ts';
import type { SerializedDictionary } from './flat-trie.ts';

/**
 * Pairs that the character tables do not have and OpenCC's phrase tables do: found by aligning both sides of every
 * phrase, then read one by one. Left out: 坏 坯 and 呆 待, which would make common words equal that are not.
 */
const REVIEWED_PAIRS =
  '划畫 了瞭 借藉 复覆 沉沈 苏甦 背揹 链鍊 夫伕 宁甯 熏薰 坐座 枪鎗 柏栢 穗繐 鼇鰲 戚鏚 里哩 礦鑛 仇讎 浚濬 具俱 象像 拿拏 ' +
  '焰燄 仿彷 豆荳 檗蘗 澄澂 斤觔 藤籐 琅瑯 筱篠 锄耡 吣唚 耇耈 堤隄 斫斲 果菓 穎頴 彝彜 妍姸';

/** Pairs that stand in phrases of the tables to Simplified and only in character tables that these do not have. */
const PAIRS_TO_SIMPLIFIED = '逕迳 噁𫫇 鍾锺 鉅钜';

const BMP_SIZE = 0x10000;

/**
 * Which characters are forms of each other (DESIGN 9.7): the classes that OpenCC's character tables and the reviewed
 * pairs make. Each class is named by its smallest code point.
 */
export interface CharacterClasses {
  /** The name of a code point's class; the code point itself where it has no other forms. */
  representative(codePoint: number): number;
  same(a: number, b: number): boolean;
}

let loading: Promise<CharacterClasses> | undefined;

/** Loads the small character tables once. The classes are built with the first question: many texts, and a start, ask none. */
export function loadCharacterClasses(): Promise<CharacterClasses> {
  loading ??= loadCharacterTables().then((tables) => builtWhenAsked(() => buildCharacterClasses(tables)));
  return loading;
}

let loadingToSimplified: Promise<CharacterClasses> | undefined;

/**
 * Classes that answer `same` as those of {@link loadCharacterClasses} do for all phrases of the tables to Simplified, from
 * what is loaded with those.
 */
export function loadClassesToSimplified(): Promise<CharacterClasses> {
  loadingToSimplified ??= loadToSimplified().then((tables) => {
    const { traditionalToSimplified, taiwanVariantsReversed, hongKongVariantsReversed } = tables;
    const dictionaries = [traditionalToSimplified, taiwanVariantsReversed, hongKongVariantsReversed];
    return builtWhenAsked(() => classesOf(dictionaries, `${REVIEWED_PAIRS} ${PAIRS_TO_SIMPLIFIED}`));
  });
  return loadingToSimplified;
}

function builtWhenAsked(build: () => CharacterClasses): CharacterClasses {
  let built: CharacterClasses | undefined;
  const classes = (): CharacterClasses => (built ??= build());
  return {
    representative: (codePoint) => classes().representative(codePoint),
    same: (a, b) => a === b || classes().same(a, b),
  };
}

/** Builds the classes by union-find over all pairs. */
export function buildCharacterClasses(tables: CharacterTables): CharacterClasses {
  return classesOf(Object.values(tables) as string[], REVIEWED_PAIRS);
}

function classesOf(dictionaries: readonly SerializedDictionary[], pairs: string): CharacterClasses {
  const parents = new ParentTable();
  const unite = (a: number, b: number): void => {
    parents.unite(a, b);
  };
  for (const entries of dictionaries) eachCharacterPair(entries, unite);
  for (const pair of pairs.split(' ')) {
    const [a = '', b = ''] = pair;
    parents.unite(a.codePointAt(0) ?? 0, b.codePointAt(0) ?? 0);
  }
  const representative = (codePoint: number): number => parents.root(codePoint);
  return { representative, same: (a, b) => a === b || representative(a) === representative(b) };
}

/** The parent of each code point in its class; a root, and what is in no class, has none. */
class ParentTable {
  readonly #plane = new Uint32Array(BMP_SIZE);
  readonly #beyond = new Map<number, number>();

  root(codePoint: number): number {
    const plane = this.#plane;
    let at = codePoint;
    for (;;) {
      const up = at < BMP_SIZE ? (plane[at] as number) : (this.#beyond.get(at) ?? 0);
      if (up === 0) break;
      at = up;
    }
    // The next question about it takes one step.
    if (at !== codePoint) this.#setParent(codePoint, at);
    return at;
  }

  /** The smaller root stays a root, so a class is named by its smallest code point. */
  unite(a: number, b: number): void {
    const rootOfA = this.root(a);
    const rootOfB = this.root(b);
    if (rootOfA < rootOfB) this.#setParent(rootOfB, rootOfA);
    else if (rootOfB < rootOfA) this.#setParent(rootOfA, rootOfB);
  }

  #setParent(codePoint: number, parent: number): void {
    if (codePoint < BMP_SIZE) this.#plane[codePoint] = parent;
    else this.#beyond.set(codePoint, parent);
  }
}
