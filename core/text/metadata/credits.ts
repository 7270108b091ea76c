import { findFurniture } from '../repair/page-furniture.ts';
import type { SourceFormat } from '../../report/report.ts';
import type { FurnitureField } from '../repair/furniture-words.ts';

/** What the furniture of a page says, by field, in the order it stands there. */
type Credits = ReadonlyMap<FurnitureField, readonly string[]>;

/** A reading that a converter left in brackets; in a name it is never wanted, whatever the page proves. */
const READING = /\((?<=\p{Script=Han}\()[\p{Script=Latin}\u0300-\u036f]{1,9}\)/gu;
const STAMP = /^(?:19|20)\d{2}\D\d{1,2}\D\d{1,2}/u;

/** Pages part their credits by style alone: 09:00来源：某报, 某报作者：张三. */
const GLUED =
  /(?=(?:(?:文章|信息|稿件)?[来來]源|作者|[记記]者|[责責]任[编編][辑輯]|[编編][辑輯]|[责責][编編]|[发發][布佈][时時][间間]|[浏瀏][览覽]次[数數])\s*[:：])(?<!文章|信息|稿件|新[闻聞]|[责責]任|值班|[网網][络絡]|本文|本期|原文)(?<=^[^。\n]{0,80}(?:\d{1,2}[:：]\d{2}(?:[:：]\d{2})?|\d日|[:：][^\s。:：，,]{2,20}))/gmu;

/** What a label that may be glued ends with: nearly all texts have none. */
const LABEL_END = /[源者辑輯编編间間数數]\s*[:：]/u;

/** Names from a credit: 唐開虎/文 嚴帥/圖 stays as it stands, but white space becomes single. */
function tidy(value: string): string {
  return value.replace(/\s+/gu, ' ').trim();
}

/** Labelled values of the page furniture in a source, without readings in brackets. */
export function creditsOf(source: string, format: SourceFormat): Credits {
  const credits = new Map<FurnitureField, string[]>();
  const add = (field: FurnitureField, value: string): void => {
    const known = credits.get(field) ?? [];
    if (value !== '' && !known.includes(value)) known.push(value);
    credits.set(field, known);
  };
  const plain = source.replace(READING, '');
  const parted = LABEL_END.test(plain) ? plain.replace(GLUED, ' ') : plain;
  for (const { text, values, isCertain } of findFurniture(parted, format)) {
    for (const { field, value } of values) {
      // The time that a notice may say itself is when something takes place.
      if (isCertain || field !== 'date') add(field, tidy(value));
    }
    if (values.length === 0 && STAMP.test(text.trim())) add('date', text.trim());
  }
  return credits;
}
