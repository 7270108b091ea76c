import { legalEvents } from './legal-events.ts';
import { ORGAN_END } from './signature.ts';

const PLACE = String.raw`(\p{Script=Han}{2,12}?(?:省|市|自治区|自治區|自治州|自治县|自治縣|县|縣|区|區))?`;
const TERM = String.raw`第[\p{Script=Han}\d]{1,5}[届屆]`;
const CONGRESS = `${TERM}((?:全国|全國)?人民代表大[会會](?:常[务務]委[員员][会會])?)`;
const MEETING = String.raw`第[\p{Script=Han}\d]{1,6}次?[会會][议議]`;
/** 某市第一届人民代表大会常务委员会第二次会议通过; a later 批准 is another body's. */
const PASSED = new RegExp(
  String.raw`^[经經]?${PLACE}${CONGRESS}${MEETING}(?:[^，。]{0,40}?)(?:通过|通過|修订|修訂|修正)`,
  'u',
);
/** 最高人民法院审判委员会第1729次会议通过; 中国共产党第二十届中央委员会第三次全体会议通过. */
const BY_ITS_OWN = new RegExp(
  String.raw`^(最高人民(?:法院|检察院)|(?:中国共产党|中國共產黨)\p{Script=Han}{2,12}委[员員][会會])(?:${TERM})?(?:(?:审判|检察)委员会)?第[\p{Script=Han}\d]{1,6}次(?:全体)?[会會][议議]`,
  'u',
);
const ORDER_NUMBER = String.raw`[令告]?\s*第\s*[\d０-９一二三四五六七八九十百〇零]{1,7}\s*[号號]`;
/** 国家教育委员会令第10号、卫生部令第1号发布, 宁波市人民代表大会常务委员会公告第28号公布. */
const ORDERS = new RegExp(
  String.raw`^(?:(?:\p{Script=Han}{2,24}、)?\p{Script=Han}{2,30}?(?:公)?${ORDER_NUMBER}[、，]?)+(?=公布|發布|发布|颁布|頒布|修订|修訂|修正|第)`,
  'u',
);
const ONE_ORDER = new RegExp(`(?:公)?${ORDER_NUMBER}[、，]?`, 'gu');
/** 林业部公布, 全国人民代表大会公告公布施行, 国家档案局发布. */
const PUBLISHED = new RegExp(
  String.raw`^((?:\p{Script=Han}{2,24}?(?:${ORGAN_END}|大会|大會|银行)、)*\p{Script=Han}{2,24}?(?:${ORGAN_END}|大会|大會|银行))(?:公告)?(?:修正|修订)?(?:公布|发布|發布|颁布|頒布)`,
  'u',
);

/** An organ's name as readers know it: no People's Republic before a ministry, no term of a congress. */
export function plainOrgan(name: string): string {
  return name
    .replaceAll(/中[华華]人民共和[国國](?=\p{Script=Han}{2})/gu, '')
    .replaceAll(new RegExp(TERM, 'gu'), '')
    .replace(/^[经經]/u, '');
}

/** Names that only say which one of the region's organs (市十四届人大常委会) tell no reader who it was. */
const RELATIVE = /^[市县縣州省区區]/u;

function organOf(what: string): string {
  const passed = PASSED.exec(what);
  if (passed !== null) return (passed[1] ?? '') + (passed[2] ?? '');
  const own = BY_ITS_OWN.exec(what)?.[1];
  if (own !== undefined) return own;
  const orders = ORDERS.exec(what)?.[0];
  if (orders !== undefined) {
    return orders
      .replaceAll(ONE_ORDER, '、')
      .split('、')
      .filter((name) => name !== '')
      .map(plainOrgan)
      .join('、');
  }
  return plainOrgan(PUBLISHED.exec(what)?.[1] ?? '');
}

/** The organ that adopted or issued a law or resolution, by the first event of its history that says so; empty when none does. */
export function adoptedBy(lines: readonly string[]): string {
  return (
    legalEvents(lines)
      .map(({ what }) => organOf(what))
      .find((organ) => organ !== '' && !RELATIVE.test(organ)) ?? ''
  );
}

/** The number of the order or announcement that promulgated a law last (国务院令第485号), as it is written; empty when none is told. */
export function orderNumber(lines: readonly string[]): string {
  const orders = legalEvents(lines).map(({ what }) => ORDERS.exec(what)?.[0] ?? '');
  return (orders.findLast((order) => order !== '') ?? '').replace(/[、，]$/u, '');
}
