import { describe, expect, it } from 'vitest';
import { docxDocument } from './docx.ts';
import { makeDocx, wordParagraph, WORD_STYLES } from './fixtures/make-files.ts';
import { readDocument } from './fixtures/read-document.ts';
import { listNumber } from './list-numbers.ts';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const level = (at: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const numbering =
  `<?xml version="1.0"?><w:numbering xmlns:w="${WORD}">` +
  `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '%1、')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%3.')}</w:abstractNum>` +
  `<w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '\uf0b7')}</w:abstractNum>` +
  `<w:abstractNum w:abstractNumId="2">${level(0, 'chineseCounting', '第%1章')}${level(1, 'decimal', '%1.%2', '<w:isLgl/>')}</w:abstractNum>` +
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>' +
  '<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>' +
  '<w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>';

function item(text: string, list: number, depth = 0, style = ''): string {
  const named = style === '' ? '' : `<w:pStyle w:val="${style}"/>`;
  const properties = `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`;
  return `<w:p><w:pPr>${named}${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
}

const withNumbering = (body: string): Uint8Array =>
  makeDocx(body, { 'word/numbering.xml': numbering, 'word/styles.xml': WORD_STYLES });

describe('the numbers of lists in Word files', () => {
  it('are written as Word shows them; official ones make headings, others items', async () => {
    const bytes = withNumbering(
      wordParagraph('工作报告', 'T') +
        item('总体要求', 1) +
        item('指导思想', 1, 1) +
        item('各级政府要加强统筹，落实责任。', 1, 2) +
        item('明确分工。', 1, 2) +
        item('基本原则', 1, 1) +
        item('保障措施', 1) +
        item('经费', 2) +
        item('附件一的要求', 4),
    );
    expect(await readDocument(await docxDocument(bytes))).toEqual([
      'heading 1 工作报告',
      'heading 2 一、总体要求',
      'heading 3 （一）指导思想',
      'list-item 3 1. 各级政府要加强统筹，落实责任。',
      'list-item 3 2. 明确分工。',
      'heading 3 （二）基本原则',
      'heading 2 二、保障措施',
      'list-item 1 • 经费',
      'heading 2 一、附件一的要求',
    ]);
  });

  it('count in chapters, and stand before headings of a style', async () => {
    const bytes = withNumbering(
      item('总则', 3, 0, 'H1') + item('依据', 3, 1) + item('分则', 3, 0, 'H1') + item('范围', 3, 1),
    );
    expect((await docxDocument(bytes)).source.split('\n')).toEqual([
      '第一章 总则',
      '1.1 依据',
      '第二章 分则',
      '2.1 范围',
    ]);
  });

  it.each([
    [10, 'chineseCounting', '十'],
    [21, 'chineseCountingThousand', '二十一'],
    [105, 'chineseCounting', '一百零五'],
    [2023, 'ideographDigital', '二〇二三'],
    [12, 'chineseLegalSimplified', '壹拾贰'],
    [3, 'ideographTraditional', '丙'],
    [3, 'decimalEnclosedCircle', '③'],
    [28, 'lowerLetter', 'bb'],
    [14, 'upperRoman', 'XIV'],
    [12, 'decimalFullWidth', '１２'],
    [0, 'chineseCounting', '0'],
    [5, 'unheardOf', '5'],
  ])('%d in %s is %s', (value, format, expected) => {
    expect(listNumber(value, format)).toBe(expected);
  });
});

describe('what else a Word file holds', () => {
  const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;

  it('shows insertions, not deletions, nor comments', async () => {
    const body =
      `<w:p>${run('教育')}<w:ins w:id="1">${run('强国')}</w:ins><w:del w:id="2"><w:r><w:delText>大国</w:delText></w:r></w:del>` +
      `<w:commentRangeStart w:id="0"/>${run('建设')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>`;
    const comments = `<w:comments xmlns:w="${WORD}"><w:comment w:id="0"><w:p>${run('批语')}</w:p></w:comment></w:comments>`;
    expect((await docxDocument(makeDocx(body, { 'word/comments.xml': comments }))).source).toBe(
      '教育强国建设',
    );
  });

  it('keeps headers and footers as furniture, each line once', async () => {
    const part = (tag: string, text: string): string =>
      `<w:${tag} xmlns:w="${WORD}"><w:p>${run(text)}</w:p></w:${tag}>`;
    const bytes = makeDocx(wordParagraph('正文在此。'), {
      'word/header1.xml': part('hdr', '某某县教育局文件'),
      'word/header2.xml': part('hdr', '某某县教育局文件'),
      'word/footer1.xml': part('ftr', '第 1 页'),
    });
    const document = await docxDocument(bytes);
    expect(document.source).toBe('某某县教育局文件\n正文在此。\n第 1 页');
    expect(await readDocument(document)).toEqual(['paragraph 0 正文在此。']);
  });

  it('reads text boxes once', async () => {
    const box = `<w:txbxContent>${wordParagraph('框内文字')}</w:txbxContent>`;
    const drawing =
      `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps"><w:drawing>${box}</w:drawing></mc:Choice>` +
      `<mc:Fallback><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox>${box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>`;
    const { source } = await docxDocument(makeDocx(`<w:p>${run('正文')}<w:r>${drawing}</w:r></w:p>`));
    expect(source.match(/框内文字/gu)).toHaveLength(1);
  });

  it('takes bold paragraphs with an official number for headings', async () => {
    const bold = (text: string): string => `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>${text}</w:t></w:r></w:p>`;
    expect(
      await readDocument(await docxDocument(makeDocx(wordParagraph('报告') + bold('一、加强领导。')))),
    ).toEqual(['heading 1 报告', 'heading 2 一、加强领导。']);
  });

  it('writes footnotes behind the text', async () => {
    const notes = `<w:footnotes xmlns:w="${WORD}"><w:footnote w:id="2"><w:p>${run('见统计公报。')}</w:p></w:footnote></w:footnotes>`;
    const bytes = makeDocx(`<w:p>${run('增长百分之五')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`, {
      'word/footnotes.xml': notes,
    });
    expect((await docxDocument(bytes)).source).toContain('见统计公报。');
  });

  it('keeps the columns of merged cells', async () => {
    const cell = (text: string, properties = ''): string =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${wordParagraph(text)}</w:tc>`;
    const table =
      `<w:tbl><w:tr>${cell('县区', '<w:vMerge w:val="restart"/>')}${cell('学生', '<w:gridSpan w:val="2"/>')}</w:tr>` +
      `<w:tr>${cell('', '<w:vMerge/>')}${cell('小学')}${cell('初中')}</w:tr></w:tbl>`;
    expect((await docxDocument(makeDocx(table))).source).toBe('县区\t学生\n〃\t小学\t初中');
  });
});
