import { eachCharacterPair, loadCharacterTables, type CharacterTables } from './dictionaries.ts';

/** Characters that stand in Traditional texts too, though OpenCC's Simplified table has an entry for them. */
const ALSO_TRADITIONAL =
  '台准秘雇占群干里游床荐峰岩伙余佣吃后咨咸朴凶厘庄征霉云几谷斗松杰采并范卷冲升夸姜岳志扎托札注涂淀向吁了于' +
  '出千仆仇价克党卜叶同吊咽回坏夫奸宁家尸当御愿才拐抵挂捆撮撑敛斤旋曲栗案梁棱欲沈泛洒涌炮烟熏症皂皓笋筑签糊系累' +
  '繃胄胡腌致舍苏范荡药蔑虱虮蜡表证踊辟迹郁酸里鉴铲阴面须饥鬼麼恶戚搜札板枱柜核渔周朱欣沾';

/** What tells one script from the other, a character at a time. */
export interface TellingCharacters {
  /** Whether the character's Simplified form differs: 發, 國, 乾; not 后, 里, 干. */
  isTraditionalForm(codePoint: number): boolean;
  /** {@link TRADITIONAL} for such a form, {@link SIMPLIFIED} for one of Simplified only, 0 for what tells nothing. */
  kindOf(codePoint: number): number;
}

export const TRADITIONAL = 1;
export const SIMPLIFIED = 2;
/** Characters beyond are rare; those below are looked up in a table, for every character of a library is asked about. */
const TABLE_LENGTH = 0x10000;

let loading: Promise<TellingCharacters> | undefined;

/** Loads the telling characters once; they need the small character tables only. */
export function loadTellingCharacters(): Promise<TellingCharacters> {
  loading ??= loadCharacterTables().then(buildTellingCharacters);
  return loading;
}

function buildTellingCharacters(tables: CharacterTables): TellingCharacters {
  const traditional = new Set<number>();
  eachCharacterPair(tables.traditionalToSimplified, (a, b) => {
    if (a !== b) traditional.add(a);
  });
  eachCharacterPair(tables.hongKongVariants, (_standard, b) => {
    if ('衞説閲鋭綫'.includes(String.fromCodePoint(b))) traditional.add(b);
  });
  const simplified = new Set<number>();
  eachCharacterPair(tables.simplifiedToTraditional, (a, b) => {
    if (a !== b) simplified.add(a);
  });
  for (const variants of [tables.hongKongVariants, tables.taiwanVariants]) {
    eachCharacterPair(variants, (_standard, b) => simplified.delete(b));
  }
  for (const character of ALSO_TRADITIONAL) simplified.delete(character.codePointAt(0) ?? 0);
  for (const codePoint of traditional) simplified.delete(codePoint);
  const table = new Uint8Array(TABLE_LENGTH);
  const rare = new Map<number, number>();
  const note = (codePoint: number, kind: number): void => {
    if (codePoint < TABLE_LENGTH) table[codePoint] = kind;
    else rare.set(codePoint, kind);
  };
  for (const codePoint of traditional) note(codePoint, TRADITIONAL);
  for (const codePoint of simplified) note(codePoint, SIMPLIFIED);
  return {
    kindOf: (codePoint) => (codePoint < TABLE_LENGTH ? table[codePoint] : rare.get(codePoint)) ?? 0,
    isTraditionalForm: (codePoint) => traditional.has(codePoint),
  };
}
