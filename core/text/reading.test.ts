import { describe, expect, it } from 'vitest';
import { applyEdits } from './apply-edits.ts';
import type { Block } from './block.ts';
import { blockAt, blockIndexAt, blockTexts } from './blocks.ts';
import type { Edit } from './edit.ts';
import { layoutEdits } from './layout.ts';
import { mapEditsBack } from './map-edits-back.ts';
import { toA } from './map-range.ts';
import { markupEdits } from './markup.ts';
import { mergeEdits } from './merge-edits.ts';
import { buildReading, type Reading } from './reading.ts';

function readText(source: string): Reading {
  return buildReading(source, 'txt', layoutEdits(source));
}

function readMarkdown(source: string): Reading {
  const marked: readonly Edit[] = markupEdits(source);
  const left = applyEdits(source, marked);
  return buildReading(source, 'md', mergeEdits([marked, mapEditsBack(layoutEdits(left.text), source, left)]));
}

/** Each block as `kind level text`. */
function outlined({ text, blocks }: Reading): readonly string[] {
  const contents = blockTexts(text, blocks);
  return blocks.map(({ kind, level }, index) => `${kind} ${level} ${contents[index]}`);
}

describe('the reading of plain text', () => {
  it('gives each line its kind', () => {
    expect(outlined(readText('工作报告\r\n\r\n　　一、总体要求\r\n　　近日，大会召开。\r\n'))).toEqual([
      'heading 1 工作报告',
      'heading 2 一、总体要求',
      'paragraph 0 近日，大会召开。',
    ]);
  });

  it('of nothing has no blocks', () => {
    expect(readText(' \n')).toMatchObject({ text: '', blocks: [] });
  });
});

describe('the reading of Markdown', () => {
  it.each([
    [
      'front matter, headings and emphasis',
      '---\ntitle: 甲\n---\n\n## 一、*总体*要求\n\n**强**调',
      ['heading 2 一、总体要求', 'paragraph 0 强调'],
    ],
    ['closed and underlined headings', '# 甲 #\n乙\n==', ['heading 1 甲', 'heading 1 乙']],
    [
      'links, pictures and code',
      '[甲](http://a.b "c")和`乙`\n\n![丙](d.png)',
      ['paragraph 0 甲和乙', 'caption 0 丙'],
    ],
    ['wrapped lines', '教育\n强国 one\ntwo', ['paragraph 0 教育强国 one two']],
    [
      'hard breaks',
      '甲  \n乙\\\n丙<br>丁',
      ['paragraph 0 甲', 'paragraph 0 乙', 'paragraph 0 丙', 'paragraph 0 丁'],
    ],
    [
      'lists',
      '- 甲\n- 乙\n  续\n  * 丙\n\n1. 丁',
      ['list-item 1 • 甲', 'list-item 1 • 乙续', 'list-item 2 • 丙', 'list-item 1 1. 丁'],
    ],
    ['boxes', '- [ ] 甲\n- [x] 乙', ['list-item 1 ☐ 甲', 'list-item 1 ☑ 乙']],
    ['quotations', '> 甲\n> 乙\n>\n> 丙', ['paragraph 0 甲乙', 'paragraph 0 丙']],
    ['tables', '| 甲 | 乙 |\n|---|---|\n| 1 | **2** |', ['table-row 0 甲\t乙', 'table-row 0 1\t2']],
    [
      'tables with empty first cells',
      '| 甲 | 乙 | 丙 |\n|---|---|---|\n|  | **2** | 3 |\n| | | `4` |',
      ['table-row 0 甲\t乙\t丙', 'table-row 0 \t2\t3', 'table-row 0 \t\t4'],
    ],
    ['code', '```js\na\n\n  b\n```\n\n    c', ['paragraph 0 a', 'paragraph 0 b', 'paragraph 0 c']],
    [
      'comments and tags',
      '甲<b>乙</b><!-- 丙 -->\n\n<!--\n丁\n-->\n\n<div>\n戊\n</div>',
      ['paragraph 0 甲乙', 'paragraph 0 戊'],
    ],
    ['escapes and references', '\\*甲\\* &amp; &lt;乙&gt; &#x4e19;', ['paragraph 0 *甲* & <乙> 丙']],
    [
      'footnotes and definitions',
      '甲[^1] [乙][r]\n\n[^1]: 丙\n\n[r]: http://a.b',
      ['paragraph 0 甲[1] 乙', 'paragraph 0 [1] 丙'],
    ],
    ['rules', '甲\n\n***\n\n乙', ['paragraph 0 甲', 'paragraph 0 乙']],
  ])('hides the marks of %s', (_, source, expected) => {
    expect(outlined(readMarkdown(source))).toEqual(expected);
    expect(outlined(readMarkdown(source.replaceAll('\n', '\r\n')))).toEqual(expected);
  });

  it('maps what is read to the words in the source', () => {
    const source = '# 甲\n\n- **教育**强国';
    const { text, map } = readMarkdown(source);
    const start = text.indexOf('教育');
    const range = toA(map, { start, end: start + 4 });
    expect(source.slice(range.start, range.end)).toBe('教育**强国');
  });

  it('does not take a rule at the beginning for front matter', () => {
    expect(outlined(readMarkdown('---\n\n甲'))).toEqual(['paragraph 0 甲']);
  });
});

describe('the reading of a document', () => {
  /** A source of lines, each with the kind that its document gives it. */
  function readDocument(lines: readonly (readonly [Block['kind'], number, string])[]): readonly string[] {
    const blocks: Block[] = [];
    let at = 0;
    for (const [kind, level, line] of lines) {
      blocks.push({ kind, level, start: at, end: at + line.length });
      at += line.length + 1;
    }
    const source = lines.map(([, , line]) => line).join('\n');
    return outlined(buildReading(source, 'txt', layoutEdits(source), blocks));
  }

  it('takes lists, rows and captions from the document, numbered headings from the words too', () => {
    expect(
      readDocument([
        ['heading', 1, '工作报告'],
        ['paragraph', 0, '一、总体要求'],
        ['list-item', 1, '1. 加强领导'],
        ['table-row', 0, '合计'],
        ['caption', 0, '学校分布'],
        ['paragraph', 0, '甲\t乙'],
      ]),
    ).toEqual([
      'heading 1 工作报告',
      'heading 2 一、总体要求',
      'list-item 1 1. 加强领导',
      'table-row 0 合计',
      'caption 0 学校分布',
      'table-row 0 甲\t乙',
    ]);
  });

  it('takes a first line as the title only where the document names none', () => {
    expect(
      readDocument([
        ['paragraph', 0, '某某县工作报告'],
        ['heading', 2, '总体要求'],
      ])[0],
    ).toBe('heading 1 某某县工作报告');
    expect(
      readDocument([
        ['paragraph', 0, '某某县教育局'],
        ['heading', 1, '工作报告'],
      ])[0],
    ).toBe('paragraph 0 某某县教育局');
  });

  it('gives a line the kind of the block that most of it came from', () => {
    const source = '甲\n乙乙乙';
    const edits = [
      { start: 1, end: 2, before: '\n', after: '', rule: 'line-joining', confidence: 1, applied: true },
    ];
    const blocks: Block[] = [
      { kind: 'caption', level: 0, start: 0, end: 1 },
      { kind: 'list-item', level: 1, start: 2, end: 5 },
    ];
    expect(outlined(buildReading(source, 'txt', edits, blocks))).toEqual(['list-item 1 甲乙乙乙']);
  });
});

describe('blocks by offset', () => {
  const { blocks } = readText('甲乙\n丙');

  it.each([
    [0, 0],
    [1, 0],
    [2, 0],
    [3, 1],
    [4, 1],
    [99, 1],
  ])('offset %i is in block %i', (offset, index) => {
    expect(blockIndexAt(blocks, offset)).toBe(index);
    expect(blockAt(blocks, offset)).toBe(blocks[index]);
  });

  it('are none where there are no blocks', () => {
    expect(blockIndexAt([], 0)).toBe(-1);
    expect(blockAt([], 0)).toBeUndefined();
  });
});
