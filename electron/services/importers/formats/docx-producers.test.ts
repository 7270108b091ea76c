import { describe, expect, it } from 'vitest';
import { docxDocument } from './docx.ts';
import { makeDocx, wordParagraph } from './fixtures/make-files.ts';
import { readDocument } from './fixtures/read-document.ts';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const run = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t>${text}</w:t></w:r>`;
const paragraph = (text: string, properties: string): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${run(text)}</w:p>`;
const relations = (list: readonly (readonly [id: string, sort: string, target: string])[]): string =>
  `<Relationships xmlns="${PACKAGE}">${list.map(([id, sort, target]) => `<Relationship Id="${id}" Type="${RELATIONS}/${sort}" Target="${target}"/>`).join('')}</Relationships>`;

const list = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
const numbering = (format: string, text: string): string =>
  `<w:numbering xmlns:w="${WORD}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
const body = paragraph('总体要求', list) + wordParagraph('各级要落实。') + paragraph('保障措施', list);
const document = `<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`;
const header = `<w:hdr xmlns:w="${WORD}"><w:p>${run('县教育局文件')}</w:p></w:hdr>`;
const PARTS = {
  'word/document.xml': document,
  'word/numbering.xml': numbering('chineseCounting', '%1、'),
  'word/header1.xml': header,
};
const TEXT = '县教育局文件\n一、总体要求\n各级要落实。\n二、保障措施';

/** The same XML with other names for the same vocabulary. */
const inPrefix = (xml: string, prefix: string, namespace = WORD): string =>
  xml
    .replace(`xmlns:w="${WORD}"`, `xmlns:${prefix}="${namespace}"`)
    .replace(/(<\/?)w:/gu, `$1${prefix}:`)
    .replace(/ w:/gu, ` ${prefix}:`);
const withoutPrefix = (xml: string): string =>
  xml.replace(`xmlns:w="${WORD}"`, `xmlns="${WORD}" xmlns:w='${WORD}'`).replace(/(<\/?)w:/gu, '$1');

describe('Word files of other programs', () => {
  const all = (change: (xml: string) => string): Record<string, string> =>
    Object.fromEntries(Object.entries(PARTS).map(([name, xml]) => [name, change(xml)]));

  it.each([
    ['other prefixes', all((xml) => inPrefix(xml, 'ns0'))],
    ['no prefixes', all(withoutPrefix)],
    ['the strict edition', all((xml) => inPrefix(xml, 'x', STRICT))],
    [
      'UTF-16',
      {
        ...PARTS,
        'word/document.xml': Buffer.from(
          `\uFEFF<?xml version="1.0" encoding="UTF-16"?>${document}`,
          'utf16le',
        ),
      },
    ],
  ])('keep numbers and headers in %s', async (_, parts) => {
    expect((await docxDocument(makeDocx('', parts))).source).toBe(TEXT);
  });

  it('keep them in parts of other names', async () => {
    const parts = {
      '_rels/.rels': relations([['r1', 'officeDocument', '/word/main2.xml']]),
      'word/_rels/main2.xml.rels': relations([
        ['a', 'numbering', 'lists/n.xml'],
        ['b', 'header', 'top.xml'],
      ]),
      'word/main2.xml': document,
      'word/lists/n.xml': PARTS['word/numbering.xml'],
      'word/top.xml': header,
    };
    expect((await docxDocument(makeDocx(wordParagraph('旧稿'), parts))).source).toBe(TEXT);
  });

  it('say no number where a list shows none', async () => {
    const bytes = makeDocx(body, { 'word/numbering.xml': numbering('none', '%1') });
    expect((await docxDocument(bytes)).source).toBe('总体要求\n各级要落实。\n保障措施');
  });
});

describe('outline levels', () => {
  const styles =
    `<w:styles xmlns:w="${WORD}"><w:style w:type="paragraph" w:styleId="A"><w:name w:val="公文一级"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>` +
    `<w:style w:type="paragraph" w:styleId="B"><w:name w:val="公文一级加粗"/><w:basedOn w:val="A"/></w:style>` +
    `<w:style w:type="paragraph" w:styleId="C"><w:name w:val="正文甲"/><w:basedOn w:val="A"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style></w:styles>`;
  const style = (id: string): string => `<w:pStyle w:val="${id}"/>`;

  it('of a paragraph or of its style make headings, not of long text or in tables', async () => {
    const long = '各级要切实加强组织领导，落实工作责任。'.repeat(8);
    const cell = (text: string): string => `<w:tc>${paragraph(text, style('A'))}</w:tc>`;
    const bytes = makeDocx(
      wordParagraph('某县工作报告', 'x') +
        paragraph('指导思想', style('A')) +
        paragraph('基本原则', style('B')) +
        paragraph('说明文字。', style('C')) +
        paragraph('主要目标', '<w:outlineLvl w:val="1"/>') +
        paragraph(long, '<w:outlineLvl w:val="0"/>') +
        `<w:tbl><w:tr>${cell('县区')}${cell('学校')}</w:tr></w:tbl>`,
      { 'word/styles.xml': styles },
    );
    const lines = await readDocument(await docxDocument(bytes));
    expect(lines.slice(1)).toEqual([
      'heading 1 指导思想',
      'heading 1 基本原则',
      'paragraph 0 说明文字。',
      'heading 2 主要目标',
      `paragraph 0 ${long}`,
      'table-row 0 县区\t学校',
    ]);
  });
});

describe('what Word does not show, or cannot find', () => {
  it('is hidden text, left out of the reading but not of the source', async () => {
    const bytes = makeDocx(
      `<w:p>${run('密件', '<w:b/><w:vanish/>')}${run('可见', '<w:vanish w:val="0"/>')}${run('的一段。')}</w:p>`,
    );
    const read = await docxDocument(bytes);
    expect(read.source).toBe('密件可见的一段。');
    expect(await readDocument(read)).toEqual(['paragraph 0 可见的一段。']);
  });

  const shape = (content: string): string => `<w:p>${run('前')}<w:r>${content}</w:r>${run('后')}</w:p>`;
  const picture = (blip: string): string =>
    shape(
      `<w:drawing><wp:inline><wp:docPr id="1" descr="航拍"/><a:graphic><a:graphicData><pic:pic><pic:blipFill>${blip}</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>`,
    );
  it.each([
    ['a picture without a file', picture('<a:blip/>'), '前[图：航拍]后'],
    ['a picture whose file is not named', picture('<a:blip r:embed="r9"></a:blip>'), '前[图：航拍]后'],
    [
      'an old picture',
      shape('<w:pict><v:shape><v:imagedata o:title="合影"/></v:shape></w:pict>'),
      '前后\n[图：合影]',
    ],
    [
      'an object whose picture is not named',
      shape('<w:object><v:shape><v:imagedata r:id="r9"/></v:shape></w:object>'),
      '前[图]后',
    ],
    [
      'a box whose other way to draw it is an empty picture',
      shape(
        `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${wordParagraph('框内')}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict></w:pict></mc:Fallback></mc:AlternateContent>`,
      ),
      '前后\n框内',
    ],
  ])('is %s, which is named', async (_, content, expected) => {
    const vocabularies =
      `xmlns:w="${WORD}" xmlns:r="${RELATIONS}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ` +
      'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" ' +
      'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
      'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"';
    const bytes = makeDocx('', {
      'word/document.xml': `<w:document ${vocabularies}><w:body>${content}</w:body></w:document>`,
    });
    expect((await docxDocument(bytes)).source).toBe(expected);
  });

  it('writes raised and lowered numbers as such', async () => {
    const [up, down] = ['<w:vertAlign w:val="superscript"/>', '<w:vertAlign w:val="subscript"/>'];
    const bytes = makeDocx(
      `<w:p>${run('面积10')}${run('4', up)}${run('平方米，CO')}${run('2', down)}${run('，甲')}${run('乙', up)}</w:p>`,
    );
    expect((await docxDocument(bytes)).source).toBe('面积10⁴平方米，CO₂，甲乙');
  });
});
