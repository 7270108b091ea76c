import type { MetadataField } from '../../report/metadata-rules.ts';
import { createUnitFold } from '../repair/unit-fold.ts';

/**
 * What people call the fields in the front matter of their Markdown: our own names first, then those of web clippers, static
 * sites and note programs, in English and Chinese. Compared by {@link plainKey}.
 */
export const FRONT_MATTER_KEYS: Readonly<Record<MetadataField, readonly string[]>> = {
  title: ['title', '标题', '题名', '题目'],
  issuer: ['issuer', '发文机关', '发布机构', '发布机关', '发文单位', '发布单位', '制定机关', '机关'],
  region: ['place', 'region', '地区', '地点', '区域'],
  date: [
    ...['date', 'published', 'publisheddate', 'publishdate', 'datepublished', 'pubdate'],
    ...['日期', '发布日期', '成文日期', '发文日期', '发布时间', '公布日期', '印发日期'],
  ],
  documentNumber: ['documentnumber', 'docnumber', '发文字号', '文号', '公文字号'],
  source: ['source', 'sourcenote', '来源', '信息来源', '文章来源', '出处'],
  url: ['url', 'link', 'sourceurl', 'permalink', '链接', '原文链接', '网址'],
  author: ['author', 'authors', 'byline', '作者', '记者', '通讯员', '报告人'],
  editor: ['editor', 'editors', '编辑', '责任编辑', '责编'],
};

/** Traditional characters of these keys and their Simplified forms. */
const simplified = createUnitFold(
  '標标題题發发機机關关佈布構构單单製制區区點点時时間间號号來来鏈链結结連链網网記记訊讯員员報报編编輯辑責责任任處处',
);

/** A key without case, `-`, `_` and spaces, in Simplified characters: `Published-Date` is `publisheddate`, 發佈日期 is 发布日期. */
export function plainKey(key: string): string {
  return simplified(
    key
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/[\s_-]/gu, ''),
  );
}
