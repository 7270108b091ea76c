/** Pages part their credits by style alone: 09:00来源：某报, 某报作者：张三. */
const GLUED =
  /(?=(?:(?:文章|信息|稿件)?[来來]源|作者|[记記]者|[责責]任[编編][辑輯]|[编編][辑輯]|[责責][编編]|[发發][布佈][时時][间間]|[浏瀏][览覽]次[数數])\s*[:：])(?<!文章|信息|稿件|新[闻聞]|[责責]任|值班|[网網][络絡]|本文|本期|原文)(?<=^[^。\n]{0,80}(?:\d{1,2}[:：]\d{2}(?:[:：]\d{2})?|\d日|[:：][^\s。:：，,]{2,20}))/gmu;

/** What a label that may be glued ends with: nearly all texts have none. */
const LABEL_END = /[源者辑輯编編间間数數]\s*[:：]/u;

/** A text with a space before each label that is glued to what stands before it. */
export function partGlued(text: string): string {
  return LABEL_END.test(text) ? text.replace(GLUED, ' ') : text;
}
