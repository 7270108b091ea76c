import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Texts that the tests write for themselves, with the damage that real pages have. */

/** A report of a county as a web converter leaves it: pinyin in brackets, a line of page furniture. */
export const DAMAGED_TITLE = '海山縣教育發展大會召開';
const DAMAGED_LINES = [
  '3月6日,海山縣教育發(fā)展大會(huì)召開(kāi),深入學(xué)習(xí)上級(jí)精神,總結(jié)去年工作,安排今年任務(wù)。',
  '會(huì)議指出,要統(tǒng)籌推動(dòng)各類(lèi)教育協(xié)調(diào)發(fā)展,補(bǔ)齊學(xué)前教育短板,辦(bàn)好每一所學(xué)校,讓教育強(qiáng)國(guó)的要求在海山落地。',
  '會(huì)議強(qiáng)調(diào),要用好互聯(lián)網(wǎng)和信息平臺(tái),把優(yōu)質(zhì)課程送到每個(gè)鄉(xiāng)鎮(zhèn),三年內(nèi)新增學(xué)位2400個(gè)。',
  '會(huì)議要求,各級(jí)黨組織要加強(qiáng)領(lǐng)導(dǎo),各單位要按期報(bào)告進(jìn)展,確保各項(xiàng)措施見到實(shí)效。',
  '全縣(xiàn)中小學(xué)校長(zhǎng)參加會(huì)議,各鄉(xiāng)鎮(zhèn)設(shè)分會(huì)場(chǎng)。',
  '(責(zé)編王文)',
];
export const DAMAGED_REPORT = `${DAMAGED_LINES.join('\r\n')}\r\n`;

/** A text with damage of several kinds; of a single gloss and of four entities the rules are not sure. */
export const ASKING_TITLE = '海山縣教育簡報';
export const ASKING_REPORT = [
  ASKING_TITLE,
  '　　亳州和單(shàn)縣的代表參加了會議。會議指出,,要加強領導,落實責任,提高質量。',
  '　　學校要解決&ldquo;大班額&rdquo;問題，把優質課程送到每個鄉鎮,三年內新增學位2400個。',
  '　　各級黨組織要加強領導,各單位要按期報告進展。',
  '打印本頁 關閉窗口',
  '(責編王文)',
  '',
].join('\n');

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const;

/** A long Traditional text whose paragraphs all differ; the words of some views are longer than its own. */
export function longReport(paragraphs: number): string {
  const lines = ['海山縣教育發展年鑑'];
  for (let number = 1; number <= paragraphs; number += 1) {
    const subject = NUMERALS[number % 10] ?? '';
    lines.push(
      `第${number}項。全縣繼續完善${subject}項制度,通過互聯網公開信息,按季度檢查進度;對落後的單位,` +
        `由縣領導小組約談負責人,並在${number % 12 || 12}月底以前把整改報告交給教育局備案。` +
        `此項工作涉及學校${(number * 37) % 211}所、學生${(number * 911) % 9973}人,資金由縣財政統籌安排。`,
    );
  }
  return `${lines.join('\n')}\n`;
}

/** Writes files below a folder, which is made, and answers their paths. */
export function writeFiles<K extends string>(
  folder: string,
  files: Readonly<Record<K, string | Uint8Array>>,
): Readonly<Record<K, string>> {
  mkdirSync(folder, { recursive: true });
  const paths = Object.entries<string | Uint8Array>(files).map(([name, content]) => {
    const file = path.join(folder, name);
    writeFileSync(file, content);
    return [name, file] as const;
  });
  return Object.fromEntries(paths) as Record<K, string>;
}
