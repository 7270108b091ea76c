import { describe, expect, it } from 'vitest';
import { applyEdits } from '#core/text/apply-edits.ts';
import { extractMetadata } from '#core/text/metadata/extract-metadata.ts';
import { buildReading } from '#core/text/reading.ts';
import { planEdits } from '#core/text/repair/pipeline.ts';
import { htmlDocument } from './html-document.ts';

const SENTENCE = '各级党委和政府要把教育摆在优先发展的战略位置，加强统筹协调，落实工作责任。';
const BODY = ['一、总体要求', SENTENCE.repeat(2), '二、保障措施', SENTENCE.repeat(3), '让每个孩子上好学'];

/** What is read of an article whose last lines are `end`, and the source that it names. */
function read(end: readonly string[]) {
  const lines = [...BODY, ...end].map((line) => `<section><p><span>${line}</span></p></section>`);
  const html = `<meta property="og:title" content="建设规划纲要"><h1 class="rich_media_title">建设规划纲要</h1>
    <div id="js_content" style="visibility: hidden">${lines.join('')}</div>`;
  const { source, blocks, edits: left } = htmlDocument(html);
  const { text } = applyEdits(source, left);
  const { edits } = planEdits(text, 'txt', { isTraditionalForm: () => false });
  const reading = buildReading(text, 'txt', edits);
  const metadata = extractMetadata(source, { ...reading, blocks }, 'txt', left);
  return { text: reading.text, source: metadata.source };
}

describe('the source at the end of an article of WeChat', () => {
  it.each<[string, readonly string[], string]>([
    ['alone', ['来源：青溪日报'], '青溪日报'],
    ['with its editors', ['来源：青溪日报', '编辑：张三', '审核：李四'], '青溪日报'],
    ['on one line with them', ['来源：青溪日报 编辑：张三'], '青溪日报'],
    ['above the end', ['来源：青溪日报', 'END', '阅读原文'], '青溪日报'],
  ])('%s is metadata, and every line of the text stays', (_, end, named) => {
    const { text, source } = read(end);
    expect(source).toBe(named);
    expect(text).not.toContain('来源');
    for (const line of BODY) expect(text.split('\n')).toContain(line);
  });

  it.each([
    ['a sentence', '来源：这项工作的经验来自基层，要认真总结推广。'],
    ['a label of the text', '来源不明的校舍要逐一登记'],
  ])('that is %s stays', (_, line) => {
    const { text } = read([line]);
    for (const one of [...BODY, line]) expect(text.split('\n')).toContain(one);
  });
});
