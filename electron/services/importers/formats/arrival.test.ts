import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { applyEdits } from '#core/text/apply-edits.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyseSource } from '../analyse-source.ts';
import { readSourceFile } from '../read-source-file.ts';
import { makeDocx, makeEpub, makePdf, wordParagraph } from './fixtures/make-files.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'zhupi-formats-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const head = '教育工作报告';
const text = '各级政府要把教育摆在优先发展的位置。';
const page = `<title>某站</title><nav><a href="/">首页</a></nav><h1>${head}</h1><p>${text}</p>`;

describe('a file of every kind', () => {
  it.each<[string, Uint8Array, string]>([
    ['a.html', Buffer.from(page), 'html@6'],
    ['a.HTM', Buffer.from(page), 'html@6'],
    [
      'a.mht',
      Buffer.from(`MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page}`),
      'mhtml@6',
    ],
    ['a.docx', makeDocx(wordParagraph(head) + wordParagraph(text)), 'docx@4'],
    ['a.epub', makeEpub([`<h1>${head}</h1><p>${text}</p>`]), 'epub@5'],
    [
      'a.pdf',
      makePdf([
        [
          { text: head, x: 200, y: 760, size: 20 },
          { text, x: 90, y: 700 },
        ],
      ]),
      'pdf@5',
    ],
  ])('%s comes in as plain text, read without its furniture', async (name, bytes, adapter) => {
    const file = path.join(folder, name);
    await writeFile(file, bytes);
    const read = await readSourceFile(file);
    const { source, format } = read;
    expect(read.adapter).toBe(adapter);
    expect(Buffer.compare(read.bytes, bytes)).toBe(0);
    const { edits, metadata } = await analyseSource(source, format, file, read);
    expect(applyEdits(source, edits).text).toBe(`${head}\n${text}`);
    expect(metadata.title).toBe(head);
  });

  it('names the file in an error', async () => {
    const file = path.join(folder, 'b.pdf');
    await writeFile(file, makePdf([[]]));
    await expect(readSourceFile(file)).rejects.toMatchObject({
      code: 'pdf-without-text',
      params: { path: file },
    });
  });
});
