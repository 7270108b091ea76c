import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { encode } from 'iconv-lite';
import { ZhupiError } from '#core/base/app-error.ts';
import { applyEdits } from '#core/text/apply-edits.ts';
import { layoutEdits } from '#core/text/layout.ts';
import { mapEditsBack } from '#core/text/map-edits-back.ts';
import { mergeEdits } from '#core/text/merge-edits.ts';
import { buildReading } from '#core/text/reading.ts';
import { decodeBytes } from '#services/importers/decode-bytes.ts';
import { DOCUMENT_READERS } from '#services/importers/formats/document-readers.ts';
import {
  makeDocx,
  makeEpub,
  makeZip,
  wordParagraph,
} from '#services/importers/formats/fixtures/make-files.ts';
import { makePicturedPdf } from '#services/importers/formats/fixtures/make-pictured-pdf.ts';
import { prepareBytes } from '#services/importers/prepare-report.ts';
import { sharedPath } from '../shared-files.ts';
import { damagedTexts } from './damaged-texts.ts';
import { fuzzTarget, type FuzzTarget } from './fuzz-target.ts';
import { changes, mutate } from './mutations.ts';
import { requireSoundEdits } from './sound-edits.ts';

const page =
  '<html><head><meta charset="utf-8"><title>报告</title></head><body><nav><a href="/">首页</a></nav><h1>标题</h1><p>一、统筹<br>推进</p>' +
  '<div class="TRS_Editor"><b>一、甲</b></div><table><tr><td rowspan=2>甲<td colspan=2>乙<tr><td>丙</table><ul><li>丙<ol type=a start=3 reversed><li value=9>丁</ol></ul><p hidden>藏</p><ruby>統<rt>tǒng</rt></ruby><img src="a.png"></body></html>';
/** Now and then a file is long: its body stands in it so many times. */
const lengths = fc.oneof(
  { weight: 40, arbitrary: fc.constant(1) },
  { weight: 1, arbitrary: fc.integer({ min: 2, max: 60 }) },
);

/** A table of wrapped cells, as a page of a PDF draws it. */
const tableOfRuns = [700, 650, 600].flatMap((y) => [
  { text: '校舍', x: 90, y },
  { text: '逐校排查安全', x: 200, y },
  { text: '隐患', x: 200, y: y - 14 },
]);

type MakeFile = (times: number) => Uint8Array;

const FILES: readonly (readonly [kind: string, make: MakeFile])[] = [
  ['.html', (times) => Buffer.from(page.repeat(times))],
  [
    '.mht',
    (times) =>
      Buffer.from(
        `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page.repeat(times)}\r\n--b--\r\n`,
      ),
  ],
  ['.docx', (times) => makeDocx((wordParagraph('统筹') + wordParagraph('推进')).repeat(times))],
  [
    '.epub',
    (times) =>
      makeEpub(Array.from({ length: times }, () => ['<h1>标题</h1><p>统筹</p>', '<p>推进</p>']).flat()),
  ],
  [
    '.pdf',
    (times) =>
      makePicturedPdf(
        Array.from({ length: times * 2 }, (_, page) => ({
          runs: [{ text: page % 2 === 0 ? '统筹推进' : '完', x: 90, y: 780 }, ...tableOfRuns],
          drawn: 'q 99 0 0 99 90 100 cm BI /W 4 /H 3 /CS /G /BPC 8 ID EI xxxx EI x\nEI Q',
          drawings: [{ picture: page % 2, x: 90, y: 300, width: 300, height: 200 }],
          entries: '/Annots [<< /Subtype /Widget /FT /Tx /V (v) /Rect [90 600 200 620] /DA (/H 0 Tf) >>] ',
        })),
      ),
  ],
];

/** Reads a document; throws where it is neither sound nor refused with a code. */
async function requireSound(kind: string, bytes: Uint8Array): Promise<void> {
  try {
    const reader = DOCUMENT_READERS.find(({ kinds }) => kinds.includes(kind));
    assert.ok(reader);
    const { source, document } = await reader.read(bytes, `a${kind}`);
    assert.ok(document);
    const { blocks, edits } = document;
    let end = 0;
    for (const block of blocks) {
      assert.ok(block.start >= end && block.end > block.start, 'blocks are in order');
      assert.doesNotMatch(source.slice(block.start, block.end), /[\n\f]/u);
      // Nothing that was written stands outside the blocks.
      assert.match(source.slice(end, block.start), /^[\n\f]*$/u);
      end = block.end;
    }
    assert.match(source.slice(end), /^[\n\f]*$/u);
    const left = applyEdits(source, edits);
    const laidOut = mergeEdits([edits, mapEditsBack(layoutEdits(left.text), source, left)]);
    const reading = buildReading(source, 'txt', laidOut, blocks);
    for (const block of reading.blocks) assert.ok(block.end > block.start);
  } catch (error) {
    if (!(error instanceof ZhupiError)) throw error;
  }
}

const documents: readonly FuzzTarget[] = FILES.map(([kind, make]) => {
  const samples = new Map<number, Uint8Array>();
  return fuzzTarget({
    name: kind,
    inputs: fc.tuple(changes, lengths),
    check: ([all, times]) => {
      const sample = samples.get(times) ?? make(times);
      samples.set(times, sample);
      return requireSound(kind, mutate(sample, all));
    },
  });
});

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const wordDocument = `<w:document xmlns:w="${WORD}"><w:body><w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>统筹</w:t></w:r><w:fldSimple><m:oMath><m:t>x</m:t></m:oMath></w:fldSimple><w:r><mc:AlternateContent><mc:Choice><w:drawing><wp:inline><wps:txbx><w:txbxContent>${wordParagraph('框')}</w:txbxContent></wps:txbx></wp:inline></w:drawing></mc:Choice><mc:Fallback/></mc:AlternateContent><w:ruby><w:rt><w:t>tǒng</w:t></w:rt><w:rubyBase><w:t>統</w:t></w:rubyBase></w:ruby></w:r></w:p>${wordParagraph('推进')}</w:body></w:document>`;
const numbering = `<w:numbering xmlns:w="${WORD}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
const container = '<container><rootfile full-path="b.opf"/></container>';
const book =
  '<package><manifest><item id="c" href="c.xhtml"/><item id="n" href="n.ncx"/></manifest><spine><itemref idref="c"/></spine></package>';

const ncx =
  '<ncx><navPoint><navLabel><text>标题</text></navLabel><content src="c.xhtml"/><navPoint><text>丙</text><content src="c.xhtml#a"/></navPoint></navPoint></ncx>';

/** Sound archives whose parts are damaged: what is behind the unpacking would else hardly be reached. */
const parts: readonly FuzzTarget[] = [
  fuzzTarget({
    name: '.docx parts',
    inputs: changes,
    check: (all) =>
      requireSound(
        '.docx',
        makeDocx('', {
          'word/document.xml': mutate(Buffer.from(wordDocument), all),
          'word/numbering.xml': mutate(Buffer.from(numbering), all),
          'word/header1.xml': mutate(Buffer.from(wordDocument), all),
        }),
      ),
  }),
  fuzzTarget({
    name: '.epub parts',
    inputs: changes,
    check: (all) =>
      requireSound(
        '.epub',
        makeZip({
          'META-INF/container.xml': container,
          'b.opf': book,
          'n.ncx': mutate(Buffer.from(ncx), all),
          'c.xhtml': mutate(Buffer.from(`<html><body>${page}</body></html>`), all),
        }),
      ),
  }),
];

const encodings = fc.constantFrom('utf8', 'gb18030', 'big5hkscs', 'utf-16le', 'utf-16be');

/** Throws where bytes become neither a report that can be stored nor an error with a code. */
async function requireReport(bytes: Uint8Array, name: string): Promise<void> {
  try {
    const prepared = await prepareBytes(bytes, name, { isKnown: () => false, indexable: true });
    assert.ok(prepared.kind === 'report');
    requireSoundEdits(prepared.report.source, prepared.report.edits);
  } catch (error) {
    if (!(error instanceof ZhupiError)) throw error;
  }
}

/** Text files in any encoding, damaged in their bytes. */
const textFiles: FuzzTarget = fuzzTarget({
  name: '.txt',
  inputs: fc.tuple(damagedTexts, encodings, fc.option(changes), fc.constantFrom('a.txt', 'a.md')),
  check: async ([text, encoding, all, name]) => {
    const whole = encode(text, encoding);
    const bytes = all === null ? whole : mutate(whole, all);
    requireWholeBytes(bytes);
    await requireReport(bytes, name);
  },
});

/** What did not decode is kept as it stands in the file. */
function requireWholeBytes(bytes: Buffer): void {
  try {
    for (const { offset, bytes: lost } of decodeBytes(bytes).undecodable) {
      assert.ok(Buffer.from(lost).equals(bytes.subarray(offset, offset + lost.length)));
    }
  } catch (error) {
    if (!(error instanceof ZhupiError)) throw error;
  }
}

/** Real files where they stand beside the checkout: reports, damaged texts, texts in other encodings. */
function realFiles(): readonly string[] {
  return ['reports', 'corpora/encoding/damaged', 'corpora/encoding/generated'].flatMap((folder) => {
    const place = sharedPath(...folder.split('/'));
    if (!existsSync(place)) return [];
    return readdirSync(place).map((name) => path.join(place, name));
  });
}

/** Bytes of a real file that are tried at once. */
const LONGEST_PIECE = 12_000;

/** A piece of a real file, damaged once more. */
function realTarget(files: readonly string[]): FuzzTarget {
  const contents = files.map((file) => readFileSync(file));
  return fuzzTarget({
    name: 'real files',
    inputs: fc.tuple(fc.nat({ max: contents.length - 1 }), fc.nat(), fc.nat({ max: LONGEST_PIECE }), changes),
    check: async ([index, at, length, all]) => {
      const file = contents[index] ?? Buffer.alloc(0);
      const start = at % (file.length + 1);
      await requireReport(mutate(file.subarray(start, start + length), all), 'a.txt');
    },
  });
}

/** Every importer, with the code behind it that runs in its thread. */
export const IMPORTER_TARGETS: readonly FuzzTarget[] = [textFiles, ...documents, ...parts];

/** None where no real files stand beside the checkout. */
export function realTargets(): readonly FuzzTarget[] {
  const files = realFiles();
  return files.length > 0 ? [realTarget(files)] : [];
}
