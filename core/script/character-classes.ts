import { characterPairs, loadCharacterTables, type CharacterTables } from './dictionaries.ts';

/**
 * Pairs that the character tables do not have and OpenCC's phrase tables do: found by aligning both sides of every
 * phrase, then read one by one. Left out: 坏 坯 and 呆 待, which would make common words equal that are not.
 */
const REVIEWED_PAIRS =
  '划畫 了瞭 借藉 复覆 沉沈 苏甦 背揹 链鍊 夫伕 宁甯 熏薰 坐座 枪鎗 柏栢 穗繐 鼇鰲 戚鏚 里哩 礦鑛 仇讎 浚濬 具俱 象像 拿拏 ' +
  '焰燄 仿彷 豆荳 檗蘗 澄澂 斤觔 藤籐 琅瑯 筱篠 锄耡 吣唚 耇耈 堤隄 斫斲 果菓 穎頴 彝彜 妍姸';

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

/** Loads the classes once; they need the small character tables only. */
export function loadCharacterClasses(): Promise<CharacterClasses> {
  loading ??= loadCharacterTables().then(buildCharacterClasses);
  return loading;
}

/** Builds the classes by union-find over all pairs. */
export function buildCharacterClasses(tables: CharacterTables): CharacterClasses {
  const parents = new Map<number, number>();
  for (const entries of Object.values(tables) as string[]) {
    for (const [a, b] of characterPairs(entries)) unite(parents, a, b);
  }
  for (const [a, b] of REVIEWED_PAIRS.split(' ')) {
    unite(parents, a?.codePointAt(0) ?? 0, b?.codePointAt(0) ?? 0);
  }
  const plane = new Uint32Array(BMP_SIZE);
  const beyond = new Map<number, number>();
  for (const codePoint of parents.keys()) {
    const root = find(parents, codePoint);
    if (codePoint < BMP_SIZE) plane[codePoint] = root;
    else beyond.set(codePoint, root);
  }
  const representative = (codePoint: number): number => {
    if (codePoint >= BMP_SIZE) return beyond.get(codePoint) ?? codePoint;
    const found = plane[codePoint] as number;
    return found === 0 ? codePoint : found;
  };
  return { representative, same: (a, b) => a === b || representative(a) === representative(b) };
}

function find(parents: Map<number, number>, codePoint: number): number {
  let root = codePoint;
  for (let up = parents.get(root); up !== undefined && up !== root; up = parents.get(root)) root = up;
  parents.set(codePoint, root);
  return root;
}

/** The smaller root stays a root, so a class is named by its smallest code point. */
function unite(parents: Map<number, number>, a: number, b: number): void {
  const rootOfA = find(parents, a);
  const rootOfB = find(parents, b);
  if (rootOfA < rootOfB) parents.set(rootOfB, rootOfA);
  else parents.set(rootOfA, rootOfB);
}
