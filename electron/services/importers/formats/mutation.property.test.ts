import { ZhupiError } from '#core/base/app-error.ts';
import { applyEdits } from '#core/text/apply-edits.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DOCUMENT_IMPORTERS } from './document-importers.ts';
import { makeDocx, makeEpub, makePdf, makeZip, wordParagraph } from './fixtures/make-files.ts';

const page =
  '<html><head><meta charset="utf-8"><title>报告</title></head><body><nav><a href="/">首页</a></nav><h1>标题</h1><p>一、统筹<br>推进</p>' +
  '<table><tr><td>甲<td>乙</table><ul><li>丙<ol><li>丁</ol></ul><p hidden>藏</p><ruby>統<rt>tǒng</rt></ruby><img src="a.png"></body></html>';
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

/** Bytes changed, taken out, put in or repeated at random places. */
const change = fc.record({
  at: fc.nat(),
  remove: fc.nat({ max: 40 }),
  insert: fc.oneof(
    fc.uint8Array({ maxLength: 12 }),
    fc.constantFrom('<', '</', '&#x110000;', '<table>', '>>', ' 0 R', '\0').map((text) => Buffer.from(text)),
  ),
});

function mutate(
  bytes: Uint8Array,
  changes: readonly { at: number; remove: number; insert: Uint8Array }[],
): Buffer {
  let result = Buffer.from(bytes);
  for (const { at, remove, insert } of changes) {
    const start = at % (result.length + 1);
    result = Buffer.concat([result.subarray(0, start), insert, result.subarray(start + remove)]);
  }
  return result;
}

/** What the reader relies on, whatever the file held. */
async function requireSound(kind: string, bytes: Uint8Array): Promise<void> {
  const importer = DOCUMENT_IMPORTERS.find(({ kinds }) => kinds.includes(kind))!;
  try {
    const { source, document } = await importer.read(bytes, `a${kind}`);
    expect(() => applyEdits(source, document!.edits)).not.toThrow();
    let end = 0;
    for (const block of document!.blocks) {
      expect(block.start).toBeGreaterThanOrEqual(end);
      expect(block.end).toBeGreaterThan(block.start);
      expect(source.slice(block.start, block.end)).not.toMatch(/[\n\f]/u);
      end = block.end;
    }
    expect(end).toBeLessThanOrEqual(source.length);
  } catch (error) {
    if (!(error instanceof ZhupiError)) throw error;
  }
}

describe.each(samples)('a damaged %s', (kind, sample) => {
  it('is read or refused with a code', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) =>
        requireSound(kind, mutate(sample, changes)),
      ),
    );
  });
});

describe('a sound archive of damaged parts', () => {
  it('is read or refused with a code', async () => {
    const document = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${wordParagraph('统筹')}</w:body></w:document>`;
    const chapter = `<html><body>${page}</body></html>`;
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        await requireSound(
          '.docx',
          makeDocx('', { 'word/document.xml': mutate(Buffer.from(document), changes) }),
        );
        const container = '<container><rootfile full-path="b.opf"/></container>';
        const book =
          '<package><manifest><item id="c" href="c.xhtml"/></manifest><spine><itemref idref="c"/></spine></package>';
        await requireSound(
          '.epub',
          makeZip({
            'META-INF/container.xml': container,
            'b.opf': book,
            'c.xhtml': mutate(Buffer.from(chapter), changes),
          }),
        );
      }),
    );
  });
});
