import { firstFound, foundBy, NOT_FOUND, type Found } from '../../report/metadata-rules.ts';
import { AMBIGUOUS_NAMES, PREFECTURE_NAMES, PROVINCE_NAMES, foldRegionNames } from './region-names.ts';

/** A report names its region early; more text only adds other places. */
const SEARCHED = 20_000;
const LEAST_MENTIONS = 3;
/** How many times more often than any other the region must be named. */
const MARGIN = 2;
const HEAD = 200;
/** Regions that reports of others come to speak of; one of their own names its region by then. */
const SPOKEN_OF = new Set(['香港', '澳门', '台湾']);
const EARLY = 1_000;
const LONGEST_LINE = 60;

/** By their first characters, longest first: most places of a text are no name by the first one. */
const NAMES = new Map<string, string[]>();
for (const name of [...PREFECTURE_NAMES, ...PROVINCE_NAMES].sort((a, b) => b.length - a.length)) {
  const first = name.slice(0, 1);
  NAMES.set(first, [...(NAMES.get(first) ?? []), name]);
}
const FIRST_UNITS = new Uint8Array(0x10000);
for (const first of NAMES.keys()) FIRST_UNITS[first.charCodeAt(0)] = 1;
/** Many everyday characters begin a name; with the second one hardly any place is left. */
const BEGINNINGS = new Set([...PREFECTURE_NAMES, ...PROVINCE_NAMES].map((name) => pairAt(name, 0)));
const SECOND_UNITS = new Uint8Array(0x10000);
for (const name of [...PREFECTURE_NAMES, ...PROVINCE_NAMES]) SECOND_UNITS[name.charCodeAt(1)] = 1;

function pairAt(text: string, at: number): number {
  return text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);
}

/** 维吾尔, 布依族苗族 and the like stand between name and kind. */
const KIND = /[^\P{Script=Han}的和与及在是等]{0,8}自治[区州]|特别行政区|地区|市|州|盟|省/uy;
/** 阳山县, with a boundary before it and a name that is no word of administration; looked for by its last character. */
const COUNTY =
  /(?<=(?:^|[^\p{Script=Han}]|[市省州])([^\P{Script=Han}全各市州省县区本我该一二三四五六七八九十几数多两级位乡镇在是的及和为出建]{2,3}(?<!自治)|[^\P{Script=Han}市省州县区]{2,12}族自治))县/uy;
/** A county counts only where the text begins with it, as news of the county do; 加强县级… is no county. */
const COUNTY_HEAD = 30;
/** A national report names many regions and is about none. */
const NATIONAL =
  /中华人民共和国|中華人民共和國|中華民國|国务院|國務院|全国|全國|中央|中国共产党|中國共產黨|最高人民(?:法院|检察院|檢察院)|外交部/u;
/** Prefectures of Taiwan until 1945, of which statements on history and borders speak. */
const FORMER = /^(?:台北|新竹|台中|台南|高雄)州$/u;
/** The line of a national occasion below a title that does not say so. */
const NATIONAL_OCCASION =
  /(?:中国共产党|中國共產黨)第\p{Script=Han}{1,4}次(?:全国|全國)代表大[会會]|第\p{Script=Han}{1,4}[届屆](?:全国|全國)人民代表大[会會]/u;

interface Mention {
  readonly name: string;
  count: number;
  first: number;
  /** The longest form that stands in the text, as it stands there. */
  written: string;
}

function mayBegin(folded: string, at: number): boolean {
  return (
    FIRST_UNITS[folded.charCodeAt(at)] === 1 &&
    SECOND_UNITS[folded.charCodeAt(at + 1)] === 1 &&
    BEGINNINGS.has(pairAt(folded, at))
  );
}

/** Names with the kinds behind them, in order, and without overlaps. */
function* knownNames(folded: string): Generator<{ at: number; name: string; kind: string | undefined }> {
  for (let at = 0; at < folded.length;) {
    const name = mayBegin(folded, at) ? nameAt(folded, at) : undefined;
    if (name === undefined) {
      at += 1;
      continue;
    }
    const kind = matchAt(KIND, folded, at + name.length)?.[0];
    yield { at, name, kind };
    at += name.length + (kind?.length ?? 0);
  }
}

function nameAt(folded: string, at: number): string | undefined {
  return NAMES.get(folded.charAt(at))?.find((name) => folded.startsWith(name, at));
}

/** Names of counties, and where each ends. */
function* countyNames(folded: string): Generator<{ end: number; name: string }> {
  for (let end = folded.indexOf('县'); end >= 0; end = folded.indexOf('县', end + 1)) {
    const name = matchAt(COUNTY, folded, end)?.[1];
    if (name !== undefined) yield { end, name };
  }
}

function matchAt(sticky: RegExp, text: string, at: number): RegExpExecArray | null {
  sticky.lastIndex = at;
  return sticky.exec(text);
}

function collect(text: string, folded: string): readonly Mention[] {
  const mentions = new Map<string, Mention>();
  for (const { at, name, kind } of knownNames(folded)) {
    if (kind === undefined && AMBIGUOUS_NAMES.has(name)) continue;
    if (kind !== undefined && FORMER.test(name + kind)) continue;
    const fits =
      kind !== undefined && (!PROVINCE_NAMES.has(name) || /[省市区]$/u.test(kind)) && kind !== '地区';
    const written = text.slice(at, at + name.length + (fits ? kind.length : 0));
    const known = mentions.get(name) ?? { name, count: 0, first: at, written };
    known.count += 1;
    if (written.length > known.written.length) known.written = written;
    mentions.set(name, known);
  }
  for (const { end, name } of countyNames(folded)) {
    if (mentions.has(name)) continue;
    const first = folded.indexOf(name);
    if (first > COUNTY_HEAD) continue;
    const count = folded.split(name).length - 1;
    const written = text.slice(end - name.length, end + 1);
    mentions.set(name, { name, count, first, written });
  }
  return [...mentions.values()].sort((a, b) => b.count - a.count || a.first - b.first);
}

/** The region a title names: the most local one of those in it. */
function regionOfTitle(title: string): string {
  const mentions = collect(title, foldRegionNames(title));
  const local = mentions.find(({ name }) => !PROVINCE_NAMES.has(name));
  return (local ?? mentions[0])?.written ?? '';
}

/** What a region is told by, besides its lines. */
interface Context {
  readonly title: string;
  /** Whether it is the beginning of a text that has none. */
  readonly isSentence: boolean;
  readonly issuer: Found;
  readonly text: string;
}

/** Whose name begins with its region: 临河市人民政府办公室, 中共某某县委员会. */
const OF_REGION =
  /^(?:中共|中國共產黨|中国共产党)?(?!国家|國家|全国|全國|中[华華央国國共]|最高)(\p{Script=Han}{1,10}?(?:特[别別]行政[区區]|自治[区區州县縣旗]|省|州市?|市|县|縣|盟|旗|[区區]))(?=\p{Script=Han}{0,16}(?:人民|政府|委[员員][会會]?|[局厅廳]|[办辦]公室|法院|[检檢]察院))/u;
/** Ministries, and bodies that say of no region that they are of it, are the nation's. */
const OF_NATION =
  /^(?!\p{Script=Han}{1,10}?(?:省|市|县|縣|州|[区區盟旗]))\p{Script=Han}{2,20}(?:[部院署]|委[员員][会會]|[总總][局署会會]|银行|銀行|[总總][统統]|[国國][务務]院[办辦]公[厅廳])$/u;
function isOfNation(issuer: string): boolean {
  return issuer.split('、').every((name) => OF_NATION.test(name));
}

/** A statement of a nation's government says so at once. */
const NATION_SPEAKS = /中華民國(?:（[台臺]灣）)?(?:政府|外交部|[总總]統)|我國?政府|外交部/u;
const SPOKEN = 400;

/**
 * The region a report is about, as it stands in the text (台州市, 黔東南, 陽山縣): the one its title or the line of its occasion names,
 * else its issuer's, else the one that the text names early and clearly more often than any other. Empty when there is none,
 * as in a national report.
 */
export function regionOf(context: Context, headLines: readonly string[]): Found {
  const { issuer } = context;
  const region = OF_REGION.exec(issuer.value)?.[1] ?? '';
  return firstFound(
    () => (namesByTheWay(context) ? NOT_FOUND : regionNamed(context, headLines)),
    () => (region === '' || RELATIVE.test(region) ? NOT_FOUND : { value: region, rule: issuer.rule }),
    () => mostMentioned(context, headLines),
  );
}

/** 本市, 全省, 各县: no names. */
const RELATIVE = /^[本全各我该該]|^(?:自治[区區州县縣])$/u;

function isNational({ title }: Context, headLines: readonly string[]): boolean {
  return (
    NATIONAL.test(title) ||
    headLines.some((line) => line.length < LONGEST_LINE && NATIONAL_OCCASION.test(line))
  );
}

/** The first sentence of a statement of the nation says where something happened. */
function namesByTheWay({ isSentence, text }: Context): boolean {
  return isSentence && NATION_SPEAKS.test(text.slice(0, SPOKEN));
}

/** By the title, else by the line of the occasion. */
function regionNamed({ title, text }: Context, headLines: readonly string[]): Found {
  const congress =
    headLines.find((line) => line.length < LONGEST_LINE && /人民代表大[会會]/u.test(line)) ?? '';
  const inTitle = regionOfTitle(title);
  const named = inTitle || regionOfTitle(congress);
  if (named === '') return NOT_FOUND;
  const searched = text.slice(0, SEARCHED);
  const name = foldRegionNames(named);
  const longer =
    collect(searched, foldRegionNames(searched)).find((mention) => name.startsWith(mention.name))?.written ??
    '';
  return foundBy(inTitle === '' ? 'occasion-line' : 'title', longer.length > named.length ? longer : named);
}

/** By how often the text names it; none of a national body. */
function mostMentioned(context: Context, headLines: readonly string[]): Found {
  const { issuer, text } = context;
  if (isNational(context, headLines) || isOfNation(issuer.value)) return NOT_FOUND;
  if (NATION_SPEAKS.test(text.slice(0, SPOKEN))) return NOT_FOUND;
  const searched = text.slice(0, SEARCHED);
  const [best, second] = collect(searched, foldRegionNames(searched));
  if (best === undefined) return NOT_FOUND;
  const clear = best.count >= MARGIN * (second?.count ?? 0);
  const stated =
    (best.count >= LEAST_MENTIONS && (best.first < EARLY || !SPOKEN_OF.has(best.name))) ||
    (best.first < HEAD && second === undefined);
  return clear && stated ? foundBy('most-mentioned', best.written) : NOT_FOUND;
}
