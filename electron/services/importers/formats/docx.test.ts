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

  it('shows insertions, not deletions; comments are furniture', async () => {
    const body =
      `<w:p>${run('教育')}<w:ins w:id="1">${run('强国')}</w:ins><w:del w:id="2"><w:r><w:delText>大国</w:delText></w:r></w:del>` +
      `<w:commentRangeStart w:id="0"/>${run('建设')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>`;
    const comments = `<w:comments xmlns:w="${WORD}"><w:comment w:id="0" w:author="甲"><w:p>${run('批语')}</w:p><w:p>${run('又一句')}</w:p></w:comment></w:comments>`;
    const document = await docxDocument(makeDocx(body, { 'word/comments.xml': comments }));
    expect(document.source).toBe('教育强国建设\n[批注 甲：批语 又一句]');
    expect(await readDocument(document)).toEqual(['heading 1 教育强国建设']);
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

  it('shows what was moved where it stands now, and joins paragraphs whose break was deleted', async () => {
    const body =
      `<w:p><w:moveFrom w:id="1">${run('甲')}</w:moveFrom>${run('乙')}<w:moveTo w:id="2">${run('甲')}</w:moveTo></w:p>` +
      `<w:p><w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr>${run('前半')}</w:p><w:p>${run('后半')}</w:p>` +
      `<w:tbl><w:tr><w:trPr><w:del w:id="4"/></w:trPr><w:tc>${wordParagraph('删')}</w:tc></w:tr><w:tr><w:tc>${wordParagraph('留')}</w:tc></w:tr></w:tbl>`;
    expect((await docxDocument(makeDocx(body))).source).toBe('乙甲\n前半后半\n留');
  });

  it('writes footnotes and endnotes behind the text, each with its number', async () => {
    const part = (sort: string, notes: string): string =>
      `<w:${sort}s xmlns:w="${WORD}">${notes}</w:${sort}s>`;
    const note = (sort: string, id: number, ...texts: readonly string[]): string =>
      `<w:${sort} w:id="${id}">${texts.map((text) => `<w:p>${run(text)}</w:p>`).join('')}</w:${sort}>`;
    const separator =
      '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>';
    const bytes = makeDocx(
      `<w:p>${run('增长百分之五')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('，减少')}<w:r><w:endnoteReference w:id="5"/></w:r></w:p>`,
      {
        'word/footnotes.xml': part('footnote', separator + note('footnote', 2, '见统计公报。', '第二段↑')),
        'word/endnotes.xml': part('endnote', note('endnote', 5, '见附件。')),
      },
    );
    expect((await docxDocument(bytes)).source.split('\n')).toEqual([
      '增长百分之五[1]，减少[2]',
      '[1] 见统计公报。',
      '第二段↑',
      '[2] 见附件。',
    ]);
  });

  const NAMESPACES =
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" ' +
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml"';
  const paragraphWith = (content: string): string =>
    `<w:p ${NAMESPACES}>${run('前')}${content}${run('后')}</w:p>`;
  const box = `<w:txbxContent>${wordParagraph('框内')}${wordParagraph('又一段')}</w:txbxContent>`;
  const shape = `<w:drawing><wp:anchor><wp:docPr id="1" name="框"/><a:graphic><a:graphicData><wps:wsp><wps:txbx>${box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>`;
  const chart = `<w:drawing><wp:inline><wp:docPr id="1" descr="历年人数"/><a:graphic><a:graphicData><c:chart r:id="r9"/></a:graphicData></a:graphic></wp:inline></w:drawing>`;
  const diagram = `<w:drawing><wp:inline><a:graphic><a:graphicData><dgm:relIds r:dm="r9"/></a:graphicData></a:graphic></wp:inline></w:drawing>`;
  const choice = (inner: string, more = ''): string =>
    `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${inner}</mc:Choice>${more}</mc:AlternateContent></w:r>`;

  it.each([
    ['a text box without another way to draw it', choice(shape), '前后\n框内\n又一段'],
    ['a text box whose other way is empty', choice(shape, '<mc:Fallback/>'), '前后\n框内\n又一段'],
    ['a text box in a drawing alone', `<w:r>${shape}</w:r>`, '前后\n框内\n又一段'],
    [
      'a text box of an oval',
      `<w:r><w:pict><v:oval><v:textbox>${box}</v:textbox></v:oval></w:pict></w:r>`,
      '前后\n框内\n又一段',
    ],
    ['a field', `<w:fldSimple w:instr="DATE">${run('五月')}</w:fldSimple>`, '前五月后'],
    ['a direction', `<w:bdo w:val="ltr">${run('甲')}</w:bdo>`, '前甲后'],
    [
      'a formula',
      '<m:oMathPara><m:oMath><m:r><m:t>x=</m:t></m:r><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>n&lt;2</m:t></m:r></m:den></m:f></m:oMath></m:oMathPara>',
      '前[公式：x=1/n<2]后',
    ],
    ['a chart', `<w:r>${chart}</w:r>`, '前[图表：历年人数]后'],
    ['a chart of a newer kind', choice(chart), '前[图表：历年人数]后'],
    ['a diagram', `<w:r>${diagram}</w:r>`, '前[图示：调研；论证]后'],
    ['a carriage return', '<w:r><w:cr/></w:r>', '前\n后'],
  ])('loses nothing of %s', async (_, content, expected) => {
    const data = '<dgm:dataModel><a:t>调研</a:t><a:t>论证</a:t></dgm:dataModel>';
    const bytes = makeDocx(paragraphWith(content), { 'word/diagrams/data1.xml': data });
    expect((await docxDocument(bytes)).source).toBe(expected);
  });

  it('names a part in another format, and keeps readings over characters out of the reading', async () => {
    const ruby = `<w:r><w:ruby><w:rubyPr/><w:rt>${run('tǒng')}</w:rt><w:rubyBase>${run('統')}</w:rubyBase></w:ruby></w:r>`;
    const document = await docxDocument(makeDocx(`<w:p>${ruby}${run('籌')}</w:p><w:altChunk r:id="r1"/>`));
    expect(document.source).toContain('tǒng');
    expect(await readDocument(document)).toEqual(['heading 1 統籌', 'caption 0 [嵌入]']);
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
