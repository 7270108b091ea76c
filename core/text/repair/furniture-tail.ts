import type { LookedAtLine } from './furniture-line.ts';

/*
 * What stands behind a text that was copied with the rest of its page: the names of its editors, then lists of other reports, whose titles
 * nothing tells from titles of the text. They are furniture where they stand between a line that ends an article (its editors, the
 * article before and behind it, 相关稿件) and the imprint of the site, and no line between them is a sentence or belongs to an
 * appendix.
 */

/** The certain line that closes a page stands among its last ones. */
const LAST_LINES = 4;
const MOST_UNKNOWN = 30;
const LONGEST_TITLE = 45;
const ENDS_ARTICLE =
  /^(?:上一篇|下一篇|上一条|下一条|前一篇|后一篇|阅读下一篇|分享到|相关(?:报道|新闻|阅读|链接|文档)|推荐阅读|关联阅读)$/u;
const LIST_OF_OTHERS =
  /^【?(?:相关|推荐|热点|热门|最新|更多|关联)(?:稿件|新闻|报道|阅读|文章|链接|解读|资讯|推荐|文档|专题)】?[:：]?$|^友情链接[:：]?$|^分享让更多人看到$|^(?:政策解读|热门排行|往期推荐|往期回顾|深度观察|词条统计|新手上路)$/u;
/** A sentence, a number or what belongs to a paper: 附件1, 一、, （一）, 第一条, 1. */
const OF_TEXT =
  /[。；！？]|[:：]$|^(?:附|表\s*\d|注[:：]|第[一二三四五六七八九十百\d]+[章节条]|[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．])/u;

/** Whether a line is the last one of an article, or the first one behind it. */
function endsArticle({ folded, values }: LookedAtLine): boolean {
  if (LIST_OF_OTHERS.test(folded)) return true;
  return values.some(
    ({ field, label, value }) => (field === 'editor' && value !== '') || ENDS_ARTICLE.test(label),
  );
}

/** Where the tail of a page begins, as an index of `lines`; their count when it has none that is certain. */
export function tailStart(lines: readonly LookedAtLine[]): number {
  let start = lines.length;
  let unknown = 0;
  let isClosed = false;
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const line = lines[at];
    if (line === undefined) break;
    const { folded: text, strength } = line;
    const isEnd = endsArticle(line);
    if (!isClosed && (isEnd || at <= lines.length - LAST_LINES)) break;
    if (strength === 'strong') isClosed = true;
    if (isEnd) start = at;
    // Behind a sentence only: a list of names below its source and editor is a text.
    else if (strength === 'none' && (text.length > LONGEST_TITLE || OF_TEXT.test(text))) {
      return isClosed ? start : lines.length;
    } else if (strength === 'none') unknown += 1;
    if (unknown > MOST_UNKNOWN) break;
  }
  return lines.length;
}
