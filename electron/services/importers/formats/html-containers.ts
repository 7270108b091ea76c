import type { Attributes } from './html-elements.ts';

/**
 * Names under which the programs that government and news sites are made with (TRS, UCAP, Webplus, 博达, WeChat) and their
 * templates put the text of an article.
 */
const NAMES = new Set(
  (
    'trs_editor trs_editor_view trs_ueditor trs_uedit ucap-content pages_content js_content rich_media_content zoom zoomcon ' +
    'fontzoom v_news_content wp_articlecontent articlecontent article-content article_content article-con article_con ' +
    'article-body article_body article-text articletext artcon art_con art-con art_content artibody news_content news-content ' +
    'newscontent news_con newscon news_text newstext zhengwen main-text maintext main_text content_body content-body ' +
    'detail_content detail-content detailcontent xxgk_content info_content info-content text_content con_text bt_content ' +
    'bt-content contentbox_text xl_content xlcontent wz_content ewb-article-content ewb-info-content easysite-news-text'
  ).split(' '),
);

/** Whether an element is one that sites put the text of an article into. */
export function isTextContainer(tag: string, attributes: Attributes): boolean {
  if (tag !== 'div' && tag !== 'td' && tag !== 'section' && tag !== 'article' && tag !== 'ucapcontent') {
    return false;
  }
  if (tag === 'ucapcontent' || attributes['itemprop'] === 'articleBody') return true;
  const id = (attributes['id'] ?? '').toLowerCase();
  if (NAMES.has(id) || id.startsWith('vsb_content')) return true;
  const classes = (attributes['class'] ?? '').slice(0, 500).toLowerCase();
  return classes !== '' && classes.split(/\s+/u).some((name) => NAMES.has(name));
}
