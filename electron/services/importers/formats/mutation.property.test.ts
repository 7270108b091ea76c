import { ZhupiError } from '#core/base/app-error.ts';
import { applyEdits } from '#core/text/apply-edits.ts';
import { layoutEdits } from '#core/text/layout.ts';
import { mapEditsBack } from '#core/text/map-edits-back.ts';
import { mergeEdits } from '#core/text/merge-edits.ts';
import { buildReading } from '#core/text/reading.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Importer } from '../importer.ts';
import { DOCUMENT_IMPORTERS } from './document-importers.ts';
import { DOCUMENT_READERS } from './document-readers.ts';
import { makeDocx, makeEpub, makePdf, makeZip, wordParagraph } from './fixtures/make-files.ts';

const page =
  '<html><head><meta charset="utf-8"><title>报告</title></head><body><nav><a href="/">首页</a></nav><h1>标题</h1><p>一、统筹<br>推进</p>' +
  '<div class="TRS_Editor"><b>一、甲</b></div><table><tr><td rowspan=2>甲<td colspan=2>乙<tr><td>丙</table><ul><li>丙<ol><li>丁</ol></ul><p hidden>藏</p><ruby>統<rt>tǒng</rt></ruby><img src="a.png"></body></html>';
const samples: readonly (readonly [string, Uint8Array])[] = [
  ['.html', Buffer.from(page)],
  [
    '.mht',
    Buffer.from(
      `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page}\r\n--b--\r\n`,
    ),
  ],
  ['.docx', makeDocx(wordParagraph('统筹') + wordParagraph('推进'))],
  ['.epub', makeEpub(['<h1>标题</h1><p>统筹</p>', '<p>推进</p>'])],
  ['.pdf', makePdf([[{ text: '统筹推进', x: 90, y: 700 }], [{ text: '完', x: 90, y: 700 }]])],
];

/** One piece of damage: bytes changed, taken out, put in, written twice, or the end cut off. */
const change = fc.record({
  kind: fc.constantFrom('flip', 'replace', 'repeat', 'move', 'cut'),
  at: fc.nat(),
  length: fc.nat({ max: 40 }),
  to: fc.nat(),
  insert: fc.oneof(
    fc.uint8Array({ maxLength: 12 }),
    fc
      .constantFrom(
        '<',
        '</',
        '&#x110000;',
        '<table>',
        '<td rowspan=999999>',
        '>>',
        ' 0 R',
        '\0',
        '<w:p>',
        '\u202e',
      )
      .map((text) => Buffer.from(text)),
  ),
});
type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never;
const changes = fc.array(change, { minLength: 1, maxLength: 4 });

function changed(bytes: Buffer, { kind, at, length, to, insert }: Change): Buffer {
  const start = at % (bytes.length + 1);
  const [before, slice, after] = [
    bytes.subarray(0, start),
    bytes.subarray(start, start + length),
    bytes.subarray(start + length),
  ];
  switch (kind) {
    case 'flip': {
      const copy = Buffer.from(bytes);
      if (start < copy.length) copy[start] = (copy[start] ?? 0) ^ (1 << (to % 8));
      return copy;
    }
    case 'replace':
      return Buffer.concat([before, insert, after]);
    case 'repeat':
      return Buffer.concat([before, ...Array.from({ length: to % 6 }, () => slice), after]);
    case 'move': {
      const rest = Buffer.concat([before, after]);
      const place = to % (rest.length + 1);
      return Buffer.concat([rest.subarray(0, place), slice, rest.subarray(place)]);
    }
    case 'cut':
      return to % 4 === 0 ? before : bytes;
  }
}

function mutate(bytes: Uint8Array, all: readonly Change[]): Buffer {
  return all.reduce<Buffer>(changed, Buffer.from(bytes));
}

/** The reader of a kind in this thread; PDF.js leaves promises behind that would end the run, so it has its own. */
function readerOf(kind: string): Importer {
  const readers = kind === '.pdf' ? DOCUMENT_IMPORTERS : DOCUMENT_READERS;
  return readers.find(({ kinds }) => kinds.includes(kind))!;
}

/** What the reader relies on, whatever the file held. */
async function requireSound(kind: string, bytes: Uint8Array): Promise<void> {
  try {
    const { source, document } = await readerOf(kind).read(bytes, `a${kind}`);
    const { blocks, edits } = document!;
    let end = 0;
    for (const block of blocks) {
      expect(block.start).toBeGreaterThanOrEqual(end);
      expect(block.end).toBeGreaterThan(block.start);
      expect(source.slice(block.start, block.end)).not.toMatch(/[\n\f]/u);
      // Nothing that was written stands outside the blocks.
      expect(source.slice(end, block.start)).toMatch(/^[\n\f]*$/u);
      end = block.end;
    }
    expect(source.slice(end)).toMatch(/^[\n\f]*$/u);
    const left = applyEdits(source, edits);
    const laidOut = mergeEdits([edits, mapEditsBack(layoutEdits(left.text), source, left)]);
    const reading = buildReading(source, 'txt', laidOut, blocks);
    for (const block of reading.blocks) expect(block.end).toBeGreaterThan(block.start);
  } catch (error) {
    if (!(error instanceof ZhupiError)) throw error;
  }
}

describe.each(samples)('a damaged %s', (kind, sample) => {
  it('is read or refused with a code', async () => {
    await fc.assert(fc.asyncProperty(changes, (all) => requireSound(kind, mutate(sample, all))));
  });
});

describe('a sound archive of damaged parts', () => {
  it('is read or refused with a code', async () => {
    const document = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>统筹</w:t></w:r></w:p>${wordParagraph('推进')}</w:body></w:document>`;
    const numbering =
      '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>';
    const chapter = `<html><body>${page}</body></html>`;
    await fc.assert(
      fc.asyncProperty(changes, async (all) => {
        await requireSound(
          '.docx',
          makeDocx('', {
            'word/document.xml': mutate(Buffer.from(document), all),
            'word/numbering.xml': mutate(Buffer.from(numbering), all),
            'word/header1.xml': mutate(Buffer.from(document), all),
          }),
        );
        const container = '<container><rootfile full-path="b.opf"/></container>';
        const book =
          '<package><manifest><item id="c" href="c.xhtml"/></manifest><spine><itemref idref="c"/></spine></package>';
        await requireSound(
          '.epub',
          makeZip({
            'META-INF/container.xml': container,
            'b.opf': book,
            'c.xhtml': mutate(Buffer.from(chapter), all),
          }),
        );
      }),
    );
  });
});
