import { AMBIGUOUS_NAMES, PREFECTURE_NAMES, PROVINCE_NAMES, foldRegionNames } from './region-names.ts';

/** A report names its region early; more text only adds other places. */
const SEARCHED = 20_000;
const LEAST_MENTIONS = 3;
/** How many times more often than any other the region must be named. */
const MARGIN = 2;
const HEAD = 200;
const LONGEST_LINE = 60;

const ALL_NAMES = [...PREFECTURE_NAMES, ...PROVINCE_NAMES].sort((a, b) => b.length - a.length);
const NAMES = ALL_NAMES.join('|');
/** Most places are no name by their first character: it is looked at before hundreds of names are. */
const FIRST = [...new Set(ALL_NAMES.map((name) => name.slice(0, 1)))].join('');
/** 维吾尔, 布依族苗族 and the like stand between name and kind. */
const KIND = '[^\\P{Script=Han}的和与及在是等]{0,8}自治[区州]|特别行政区|地区|市|州|盟|省';
const KNOWN = new RegExp(`(?=[${FIRST}])(${NAMES})(${KIND})?`, 'gu');
/** 阳山县, with a boundary before it and a name that is no word of administration; looked for by its last character. */
const COUNTY =
  /(?<=(?:^|[^\p{Script=Han}]|[市省州])([^\P{Script=Han}全各市州省县区本我该一二三四五六七八九十几数多两级位乡镇在是的及和为出建]{2,3}))县/gu;
/** A county counts only where the text begins with it, as news of the county do; 加强县级… is no county. */
const COUNTY_HEAD = 30;
/** A national report names many regions and is about none. */
const NATIONAL = /中华人民共和国|中華人民共和國|国务院|國務院|全国|全國|中央|中国共产党|中國共產黨/u;

interface Mention {
  readonly name: string;
  count: number;
  first: number;
  /** The longest form that stands in the text, as it stands there. */
  written: string;
}

function collect(text: string, folded: string): readonly Mention[] {
  const mentions = new Map<string, Mention>();
  for (const match of folded.matchAll(KNOWN)) {
    const [whole, name = '', kind] = match;
    if (kind === undefined && AMBIGUOUS_NAMES.has(name)) continue;
    const fits =
      kind !== undefined && (!PROVINCE_NAMES.has(name) || /[省市区]$/u.test(kind)) && kind !== '地区';
    const short = fits ? whole : name;
    const written = text.slice(match.index, match.index + short.length);
    const known = mentions.get(name) ?? { name, count: 0, first: match.index, written };
    known.count += 1;
    if (written.length > known.written.length) known.written = written;
    mentions.set(name, known);
  }
  for (const match of folded.matchAll(COUNTY)) {
    const name = match[1] ?? '';
    if (mentions.has(name)) continue;
    if (folded.indexOf(name) > COUNTY_HEAD) continue;
    const count = folded.split(name).length - 1;
    const written = text.slice(match.index - name.length, match.index + 1);
    mentions.set(name, { name, count, first: folded.indexOf(name), written });
  }
  return [...mentions.values()].sort((a, b) => b.count - a.count || a.first - b.first);
}

/** The region a title names: the most local one of those in it. */
function regionOfTitle(title: string): string {
  const mentions = collect(title, foldRegionNames(title));
  const local = mentions.find(({ name }) => !PROVINCE_NAMES.has(name));
  return (local ?? mentions[0])?.written ?? '';
}

/**
 * The region a report is about, as it stands in the text (台州市, 黔東南, 陽山縣): the one its title or the line of its occasion names, else
 * the one that the text names early and clearly more often than any other. Empty when there is none, as in a national report.
 */
export function regionOf(title: string, headLines: readonly string[], text: string): string {
  const congress =
    headLines.find((line) => line.length < LONGEST_LINE && /人民代表大[会會]/u.test(line)) ?? '';
  const named = regionOfTitle(title) || regionOfTitle(congress);
  if (named === '' && NATIONAL.test(title)) return '';
  const searched = text.slice(0, SEARCHED);
  const mentions = collect(searched, foldRegionNames(searched));
  if (named !== '') {
    const name = foldRegionNames(named);
    const longer = mentions.find((mention) => name.startsWith(mention.name))?.written ?? '';
    return longer.length > named.length ? longer : named;
  }
  const [best, second] = mentions;
  if (best === undefined) return '';
  const clear = best.count >= MARGIN * (second?.count ?? 0);
  const stated = best.count >= LEAST_MENTIONS || (best.first < HEAD && second === undefined);
  return clear && stated ? best.written : '';
}
