/** Labels, bullets, dates in brackets and captions, which begin a paragraph of their own. */
const LABELLED =
  /^(?:[一二三四五六七八九十百]+[、.．]|[（(][一二三四五六七八九十甲乙丙丁\d]{1,3}[）)]|[（(](?:19|20)\d{2}年|\d{1,2}(?:[、．]|\.(?!\d))|第[一二三四五六七八九十百零\d]+(?:[章节節条條编編][\s\u3000]|[，、])|[壹贰叁參参肆伍陆陸柒捌玖拾]、|[①-⑳•●◆■·*#-]|附[件则則：:]|[抄主]送[：:]|[注註][：:]|[表图圖]\s*\d|目[\s\u3000]*[录錄])/u;

/** Whether a line's text, indents aside, begins like a paragraph of its own. */
export function startsWithLabel(text: string): boolean {
  return LABELLED.test(text);
}
