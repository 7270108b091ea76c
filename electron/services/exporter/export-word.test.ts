import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../store/fixtures/temporary-folder.ts';
import { exportWord } from './export-word.ts';
import { exportDeps, exportedNote } from './fixtures/exported-report.ts';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

const place = () => path.join(folder, '甲 乙 报告.docx');
const run = (notes: Parameters<typeof exportDeps>[0], more: { readonly file?: string } = {}) =>
  exportWord(exportDeps(notes), { reportIds: null, folder, script: 'source', ...more });
const words =
  '**要点**：\n\n1. 其一\n2. 其二\n\n- [链接](https://a.cn/?a=1&b=2)\n- `码`\n\n[坏](java script:x) \u0000\ud800';
const one = [exportedNote(1, '統(tǒng)籌安排', { note: words, tags: ['目标'] }), exportedNote(2, '落实')];

test('quotes, words with their Markdown, places and the citation stand in the file', async () => {
  expect((await run(one)).files).toEqual([{ path: place(), status: 'written', annotations: 2, error: null }]);
  const { value: html, messages } = await mammoth.convertToHtml(
    { buffer: readFileSync(place()) },
    { styleMap: ["p[style-name='Quote'] => blockquote > p:fresh"], includeDefaultStyleMap: true },
  );
  expect(html).toContain('<h1>甲/乙:报告</h1>');
  expect(html).toContain(
    '<h2>一、目标</h2><blockquote><p>統籌安排</p></blockquote><p><strong>要点</strong>：</p>',
  );
  expect(html).toContain('<ol><li>其一</li><li>其二</li></ol>');
  expect(html).toContain('<a href="https://a.cn/?a=1&amp;b=2">链接</a>');
  expect(html).toMatch(
    /#目标 · 一 ¶1 · <a href="zhupi:\/\/report\/r[a-z]+\?note=n0000000000000001">zhupi<\/a>/u,
  );
  expect(html).toContain('甲/乙:报告[R].');
  expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
});

test('nothing that XML has no place for is in it', async () => {
  await run(one);
  const document = strFromU8(unzipSync(readFileSync(place()))['word/document.xml'] ?? new Uint8Array());
  // oxlint-disable-next-line no-control-regex -- they are meant
  expect(document).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/u);
  expect(document).toContain('坏');
  expect(document).not.toContain('Target="java');
});

test('the same notes give the same bytes, others replace the file, and an edited file stays', async () => {
  await run(one);
  const first = readFileSync(place());
  expect((await run(one)).files).toMatchObject([{ path: place(), status: 'unchanged' }]);
  expect(readFileSync(place()).equals(first)).toBe(true);
  expect((await run(one.slice(1))).files).toMatchObject([{ path: place(), status: 'written' }]);
  expect(readFileSync(place()).equals(first)).toBe(false);

  const parts = unzipSync(readFileSync(place()));
  const edited = strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replace('落实', '我的落实');
  const theirs = zipSync({ ...parts, 'word/document.xml': strToU8(edited) });
  writeFileSync(place(), theirs);
  const beside = path.join(folder, '甲 乙 报告 (2).docx');
  expect((await run(one)).files).toMatchObject([{ path: beside, status: 'written' }]);
  expect((await run(one)).files).toMatchObject([{ path: beside, status: 'unchanged' }]);
  expect(readFileSync(place()).equals(Buffer.from(theirs))).toBe(true);
});

test('a file of that name that is no Word file stays', async () => {
  writeFileSync(place(), '我的');
  expect((await run(one)).files).toMatchObject([{ path: path.join(folder, '甲 乙 报告 (2).docx') }]);
  expect(readFileSync(place(), 'utf8')).toBe('我的');
});

test('all go into the one file that is named', async () => {
  const wanted = { file: '全部.docx' };
  const file = path.join(folder, '全部.docx');
  expect((await run(one, wanted)).files).toMatchObject([{ path: file, status: 'written', annotations: 2 }]);
  expect((await run(one, wanted)).files).toMatchObject([{ path: file, status: 'unchanged' }]);
  expect(readdirSync(folder)).toEqual(['全部.docx']);
});
