const LONGEST_LINE = 160;

const PLACE = String.raw`(\p{Script=Han}{2,12}?(?:省|市|自治区|自治區|自治州|自治县|自治縣|县|縣|区|區))?`;
const CONGRESS = String.raw`第[\p{Script=Han}\d]{1,5}[届屆]((?:全国|全國)?人民代表大[会會](?:常[务務]委[员員][会會])?)`;
/** 2007年7月27日 北京市第十二届人民代表大会常务委员会第三十七次会议通过; a later 批准 is another body's. */
const PASSED = new RegExp(
  String.raw`^[（(]?\s*(?:\d{4}年\d{1,2}月\d{1,2}日)?\s*${PLACE}${CONGRESS}第[\p{Script=Han}\d]{1,6}次[会會][议議](?:[^，。]{0,40}?)(?:通过|通過|修订|修訂|修正)`,
  'u',
);
/** 2017年2月7日 中华人民共和国国务院令第675号公布. */
const STATE_COUNCIL =
  /^[（(]?\s*\d{4}年\d{1,2}月\d{1,2}日\s*(?:中华人民共和国)?(国务院)令第\d{1,5}号(?:公布|发布|颁布)/u;
/** 最高人民法院审判委员会第1729次会议通过. */
const COURT =
  /^[（(]?\s*\d{4}年\d{1,2}月\d{1,2}日\s*(最高人民(?:法院|检察院))(?:审判|检察)委员会第\d{1,5}次会议/u;

/** The organ that adopted a law or resolution, by the first of its lines that says so; empty when none does. */
export function adoptedBy(headLines: readonly string[]): string {
  for (const line of headLines) {
    const text = line.trim();
    if (text.length > LONGEST_LINE) continue;
    const passed = PASSED.exec(text);
    if (passed !== null) return (passed[1] ?? '') + (passed[2] ?? '');
    const [, organ] = STATE_COUNCIL.exec(text) ?? COURT.exec(text) ?? [];
    if (organ !== undefined) return organ;
  }
  return '';
}
