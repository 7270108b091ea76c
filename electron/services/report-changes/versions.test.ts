import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { encode } from 'iconv-lite';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Annotation } from '#core/annotations/record.ts';
import { EMPTY_METADATA } from '#core/report/report.ts';
import { analyseSource } from '../importers/analyse-source.ts';
import { readInThread } from '../importers/formats/reader-thread.ts';
import { decodeBytesAs } from '../importers/decode-bytes-as.ts';
import { openTestLibrary, packReport, type TestLibrary } from '../store/fixtures/test-library.ts';
import { temporaryFolder } from '../store/fixtures/temporary-folder.ts';
import { analysedReport } from './fixtures/damaged-report.ts';

const TEXT = [
  '关于建设教育强国的报告',
  '一、到2035年建成教育强国，办好人民满意的教育。',
  '二、各地要统筹安排，落实责任，按时完成。',
  '三、县级政府应当在年底以前报告进度。',
].join('\n');

const code = (value: string): unknown => expect.objectContaining({ code: value });
let folder: string;
let dataDir: string;
let library: TestLibrary;

beforeEach(async () => {
  folder = temporaryFolder();
  dataDir = path.join(folder, 'data');
  library = await openTestLibrary(dataDir);
});

async function put(name: string, text: string | Uint8Array): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, text);
  return file;
}

async function mark(reportId: string, source: string, quote: string): Promise<Annotation> {
  const start = source.indexOf(quote);
  const fields = { kind: 'highlight', code: 'red', note: quote, tags: [] } as const;
  return library.createNote({ reportId, start, end: start + quote.length, ...fields, tags: [] });
}

async function addText(text = TEXT): Promise<string> {
  return library.addReport(text, await analysedReport(text));
}

/** All of a report but what undo may raise. */
async function state(reportId: string) {
  const content = await library.openReport({ reportId });
  const notes = await library.listNotes({ reportId });
  return {
    content: { ...content, revision: 0 },
    notes: notes.map((note) => ({ ...note, revision: 0, updatedAt: 0 })),
  };
}

describe('another text', () => {
  test('becomes a new version; notes are carried; undo and redo bring either back over a restart', async () => {
    const reportId = await addText();
    const moved = await mark(reportId, TEXT, '办好人民满意的教育');
    const lost = await mark(reportId, TEXT, '县级政府应当在年底以前报告进度');
    const before = await state(reportId);
    const revised = `前言：修订稿。\n${TEXT.replace('\n三、县级政府应当在年底以前报告进度。', '')}`;
    const file = await put('new.txt', encode(revised, 'gbk'));
    const answer = await library.replaceText({ reportId, path: file });
    expect(answer).toMatchObject({
      anchors: { exact: 1, moved: 0, doubtful: 0, orphan: 1 },
      changed: [lost.id],
      content: { version: 2, source: revised, encoding: 'GBK', shownEdits: null },
    });
    const [kept, orphan] = await library.listNotes({ reportId });
    expect(kept).toMatchObject({ id: moved.id, state: 'exact', updatedAt: moved.updatedAt, revision: 2 });
    const { start = 0, end = 0, sourceHash } = kept?.anchor ?? {};
    expect([revised.slice(start, end), sourceHash]).toEqual([moved.note, answer.content.sourceHash]);
    expect(orphan).toMatchObject({ id: lost.id, state: 'orphan', anchor: lost.anchor });
    expect(await library.listVersions({ reportId })).toMatchObject([
      { number: 1, encoding: 'UTF-8', length: TEXT.length, isCurrent: false },
      { number: 2, encoding: 'GBK', length: revised.length, isCurrent: true, adapter: 'text@1' },
    ]);
    const after = await state(reportId);
    await library.close();
    library = await openTestLibrary(dataDir);
    expect(await library.historyState({})).toEqual({ undo: 'change-text', redo: null });
    await library.undo({});
    expect(await state(reportId)).toEqual(before);
    expect(await library.listVersions({ reportId })).toMatchObject([
      { isCurrent: true },
      { isCurrent: false },
    ]);
    await library.close();
    library = await openTestLibrary(dataDir);
    await library.redo({});
    expect(await state(reportId)).toEqual(after);
    expect(await library.check()).toEqual({ ok: true, problems: [] });
  });

  test('that is the same changes nothing', async () => {
    const reportId = await addText();
    const note = await mark(reportId, TEXT, '教育强国');
    const answer = await library.replaceText({ reportId, path: await put('a.md', encode(TEXT, 'gbk')) });
    expect(answer).toMatchObject({ content: { version: 1 }, anchors: { exact: 1 }, changed: [] });
    expect(await library.listNotes({ reportId })).toEqual([note]);
    expect(await library.historyState({})).toMatchObject({ undo: 'create-note' });
  });

  test('that another report has, also in the trash, is refused with its name', async () => {
    const reportId = await addText();
    const otherText = '另一篇\n各地要统筹安排。';
    const other = await library.addReport(otherText, await analysedReport(otherText));
    const file = await put('other.txt', otherText);
    const refused = { code: 'report-duplicate', params: { reportId: other, title: '另一篇' } };
    await expect(library.replaceText({ reportId, path: file })).rejects.toMatchObject(refused);
    await library.deleteReports({ reportIds: [other] });
    const inTrash = { params: { reportId: other, reason: 'trash' } };
    await expect(library.replaceText({ reportId, path: file })).rejects.toMatchObject(inTrash);
    expect(await library.openReport({ reportId })).toMatchObject({ version: 1, source: TEXT });
    await expect(library.replaceText({ reportId: 'r0', path: file })).rejects.toThrow(code('report-unknown'));
    await expect(library.replaceText({ reportId, path: path.join(folder, 'no.txt') })).rejects.toThrow(
      code('file-not-found'),
    );
  });

  test('that an older version had is taken; what was lost on the way is found again', async () => {
    const reportId = await addText();
    const note = await mark(reportId, TEXT, '县级政府应当在年底以前报告进度');
    await library.replaceText({ reportId, path: await put('b.txt', TEXT.slice(0, TEXT.indexOf('\n三'))) });
    expect(await library.listNotes({ reportId })).toMatchObject([{ state: 'orphan' }]);
    const answer = await library.replaceText({ reportId, path: await put('c.txt', TEXT) });
    expect(answer.content).toMatchObject({ version: 3, source: TEXT });
    expect(await library.listNotes({ reportId })).toMatchObject([{ state: 'exact', anchor: note.anchor }]);
  });

  test('and back to the very same text: a note that was exact all the while has all its characters again', async () => {
    const [town, lead, duty] = ['各镇要统筹安排，按时完成。', '一、加强领导。', '二、落实责任。'];
    const first = [town, lead, duty].join('\n');
    const reportId = await addText(first);
    const { anchor } = await mark(reportId, first, '\n一、加强领');
    await library.replaceText({ reportId, path: await put('2.txt', [lead, duty, town].join('\n')) });
    // No line ends before it now.
    expect(await library.listNotes({ reportId })).toMatchObject([
      { state: 'exact', anchor: { start: 0, exact: '一、加强领' } },
    ]);
    const answer = await library.replaceText({ reportId, path: await put('first.txt', first) });
    expect(answer).toMatchObject({ anchors: { exact: 1 }, changed: [] });
    expect(await library.listNotes({ reportId })).toMatchObject([{ state: 'exact', anchor }]);
  });

  test('of other words and back, with more around it: a note is exact again on the same characters, else moved', async () => {
    const reportId = await addText();
    const quote = '各地要统筹安排，落实责任';
    await mark(reportId, TEXT, quote);
    const states: (string | undefined)[] = [];
    const texts = [
      TEXT.replace(quote, '各地要抓紧统筹安排，落实责任'),
      TEXT.replace('到2035年', '到二〇三五年').replace(quote, '各地要抓紧统筹安排，落实责任'),
      TEXT.replace('到2035年', '到二〇三五年').replace('年底以前', '年底前'),
    ];
    for (const [at, text] of texts.entries()) {
      await library.replaceText({ reportId, path: await put(`${String(at)}.txt`, text) });
      const [note] = await library.listNotes({ reportId });
      states.push(note?.state);
      if (at === 2) expect(note?.anchor).toMatchObject({ start: text.indexOf(quote), exact: quote });
    }
    expect(states).toEqual(['moved', 'moved', 'exact']);
  });

  test('keeps the fields that the user wrote, and takes the others from the new text', async () => {
    const metadata = { ...EMPTY_METADATA, title: '旧题', source: '旧来源' };
    const reportId = await library.addReport(TEXT, { ...(await analysedReport(TEXT)), metadata });
    await library.changeMetadata({ reportId, revision: 1, change: { source: '用户所写' } });
    const fresh =
      '新的工作报告\n信息来源：教育部　发布时间：2024-03-05\n一、各地要统筹安排，落实责任。\n二、按时完成。';
    const { content } = await library.replaceText({ reportId, path: await put('n.txt', fresh) });
    expect(content.metadata).toMatchObject({ title: '新的工作报告', source: '用户所写', date: '2024-03-05' });
    expect(content.metadata.foundBy).toMatchObject({ source: 'user', date: 'page-furniture' });
    expect(await library.listReports({})).toMatchObject([{ title: '新的工作报告', date: '2024-03-05' }]);
    await library.undo({});
    expect((await library.openReport({ reportId })).metadata).toEqual({
      ...{ ...metadata, source: '用户所写' },
      foundBy: { source: 'user' },
    });
  });

  test('keeps what the user corrected where the passage is the same, and undo leaves each version its own', async () => {
    const source = `${TEXT}\n四、統(tǒng)籌安排。`;
    const reportId = await library.addReport(source, await analysedReport(source));
    const correct = async (quote: string, after: string, version = 1) => {
      const start = source.indexOf(quote);
      return library.correctText({ reportId, version, start, end: start + quote.length, after });
    };
    await correct('办好人民', '办好全民');
    await correct('按时完成', '如期完成');
    const before = await state(reportId);
    const revised = `前言：修订稿。\n${source.replace('，按时完成', '')}`;
    const { content } = await library.replaceText({ reportId, path: await put('r.txt', revised) });
    const own = (content.shownEdits ?? []).filter(({ rule }) => rule === 'user');
    expect(own).toMatchObject([
      { start: revised.indexOf('办好人民'), before: '办好人民', after: '办好全民' },
    ]);
    await library.undo({});
    expect(await state(reportId)).toEqual(before);
    await library.redo({});
    expect((await library.openReport({ reportId })).shownEdits).toEqual(content.shownEdits);
    // The correction belongs to the new version now, and can be taken back there.
    const [{ start = 0, end = 0 } = {}] = own;
    const plain = await library.correctText({ reportId, version: 2, start, end, after: null });
    expect(plain.shownEdits).toBeNull();
  });

  test('of a pack’s report has a file of its own', async () => {
    await library.close();
    library = await openTestLibrary(dataDir, { packReports: [packReport('p-a-1', '# 包\n\n包里的报告。')] });
    const reportId = 'p-a-1';
    await expect(library.copyOriginal({ reportId, path: path.join(folder, 'x') })).rejects.toThrow(
      code('original-missing'),
    );
    expect(await library.listVersions({ reportId })).toMatchObject([{ number: 1, adapter: 'pack' }]);
    const { content } = await library.replaceText({ reportId, path: await put('p.txt', '包里的报告改了。') });
    expect(content).toMatchObject({ version: 2, hasOriginal: true, summary: { origin: 'pack' } });
    await library.copyOriginal({ reportId, path: path.join(folder, 'x') });
    expect(await readFile(path.join(folder, 'x'), 'utf8')).toBe('包里的报告改了。');
    await library.undo({});
    expect(await library.openReport({ reportId })).toMatchObject({ version: 1, hasOriginal: false });
    expect(await library.check()).toEqual({ ok: true, problems: [] });
  });

  test('cannot be undone once another process marked the new text; the report stays as it is', async () => {
    const reportId = await addText();
    await mark(reportId, TEXT, '教育强国');
    const revised = `前言。\n${TEXT}`;
    await library.replaceText({ reportId, path: await put('r.txt', revised) });
    const command = await openTestLibrary(dataDir, { actor: 'command' });
    const fields = { kind: 'highlight', code: 'red', note: '', tags: [] } as const;
    await command.createNote({ reportId, start: 0, end: 2, ...fields, tags: [] });
    const now = await state(reportId);
    expect(() => library.undo({})).toThrow(code('undo-superseded'));
    expect(await state(reportId)).toEqual(now);
    // What was done on the text of before does not come back to this one.
    expect(() => library.undo({})).toThrow(code('undo-superseded'));
  });

  test('tells windows and search of the report and of its notes', async () => {
    const reportId = await addText();
    await mark(reportId, TEXT, '教育强国');
    const command = await openTestLibrary(dataDir, { actor: 'command' });
    const before = command.invalidated();
    await command.replaceText({ reportId, path: await put('r.txt', `前言。\n${TEXT}`) });
    await expect
      .poll(() => command.events.filter(({ name }) => name !== 'versionProgress'))
      .toEqual([
        { name: 'libraryChanged', payload: {} },
        { name: 'notesChanged', payload: { reportIds: [reportId] } },
      ]);
    expect(command.invalidated()).toBeGreaterThan(before);
    expect(await library.historyState({})).toMatchObject({ undo: 'create-note' });
  });
});

describe('another encoding', () => {
  /** GBK that was taken for UTF-16. */
  async function addMisread() {
    const bytes = encode(TEXT, 'gbk');
    const { text: source, undecodable } = decodeBytesAs(bytes, 'UTF-16LE');
    const change = { bytes, encoding: 'UTF-16LE', undecodable };
    const reportId = await library.addReport(source, { ...(await analysedReport(source)), ...change });
    return { reportId, source };
  }

  test('reads the file anew; notes follow their bytes, and back', async () => {
    const { reportId } = await addMisread();
    const fields = { kind: 'highlight', code: 'red', note: '', tags: [] } as const;
    const note = await library.createNote({ reportId, start: 12, end: 20, ...fields, tags: [] });
    const before = await state(reportId);
    const answer = await library.reopenWithEncoding({ reportId, encoding: 'GB18030' });
    expect(answer.content).toMatchObject({
      source: TEXT,
      encoding: 'GB18030',
      encodingConfidence: 1,
      version: 2,
    });
    expect(answer).toMatchObject({ anchors: { moved: 1 }, changed: [note.id] });
    const [carried] = await library.listNotes({ reportId });
    const { start = 0, end = 0 } = carried?.anchor ?? {};
    const at = (offset: number): number => encode(TEXT.slice(0, offset), 'gbk').length;
    // 8 units of UTF-16 are 16 bytes; they grow to whole characters.
    expect(at(start)).toBeLessThanOrEqual(24);
    expect(at(start)).toBeGreaterThan(21);
    expect(at(end)).toBeGreaterThanOrEqual(40);
    expect(at(end)).toBeLessThan(43);
    await library.undo({});
    expect(await state(reportId)).toEqual(before);
  });

  test('that gives the same text changes nothing', async () => {
    const reportId = await addText();
    expect(await library.reopenWithEncoding({ reportId, encoding: 'UTF-8' })).toMatchObject({
      content: { version: 1 },
    });
  });

  test('is taken back by reopening in the first one: notes stand where they stood', async () => {
    const { reportId, source } = await addMisread();
    const fields = { kind: 'highlight', code: 'red', note: '', tags: [] } as const;
    const { anchor } = await library.createNote({ reportId, start: 3, end: 9, ...fields, tags: [] });
    const { anchors } = await library.reopenWithEncoding({ reportId, encoding: 'GB18030' });
    expect(anchors).toMatchObject({ moved: 1 });
    const again = await library.reopenWithEncoding({ reportId, encoding: 'UTF-16LE' });
    expect(again.content).toMatchObject({ version: 3, source });
    // On its own characters, though it grew on the way to whole characters of the other encoding.
    expect(await library.listNotes({ reportId })).toMatchObject([{ anchor, state: 'exact' }]);
    expect(again).toMatchObject({ anchors: { exact: 1 }, changed: [] });
  });

  test('and back leaves a note that the user put by hand in between where she put it', async () => {
    await library.close();
    const clock = { now: 1000 };
    library = await openTestLibrary(dataDir, { clock });
    const { reportId } = await addMisread();
    const fields = { kind: 'highlight', code: 'red', note: '', tags: [] } as const;
    const first = await library.createNote({ reportId, start: 3, end: 9, ...fields, tags: [] });
    await library.reopenWithEncoding({ reportId, encoding: 'GB18030' });
    const [moved] = await library.listNotes({ reportId });
    const { id, revision = 0 } = moved ?? first;
    clock.now += 1;
    await library.placeNote({ id, revision, place: { start: 30, end: 40 } });
    await library.reopenWithEncoding({ reportId, encoding: 'UTF-16LE' });
    const [note] = await library.listNotes({ reportId });
    expect(note?.anchor.start).toBeGreaterThan(9);
    expect(note?.state).toBe('moved');
  });

  test('of a web page makes its text anew; notes follow the bytes of their words', async () => {
    const page = `<html><head><title>页</title></head><body><h1>教育工作报告</h1>${TEXT.split('\n')
      .map((line) => `<p>${line}</p>`)
      .join('')}</body></html>`;
    const bytes = encode(page, 'gbk');
    const text = await readInThread('.html', bytes, 'Big5');
    const analysed = await analyseSource(text.source, text.format, '', text);
    const reportId = await library.addReport(text.source, { ...text, ...analysed, bytes });
    const right = await readInThread('.html', bytes, 'GB18030');
    // The misread page has the same blocks; the third paragraph's words, by their bytes.
    const line = text.source.split('\n').find((each) => each.startsWith('三') || each.length > 20) ?? '';
    const at = text.source.indexOf(line);
    const fields = { kind: 'highlight', code: 'red', note: '', tags: [] } as const;
    const range = { start: at, end: at + line.length };
    const note = await library.createNote({ reportId, ...range, ...fields, tags: [] });
    const before = await state(reportId);
    const answer = await library.reopenWithEncoding({ reportId, encoding: 'GB18030' });
    expect(answer.content).toMatchObject({ source: right.source, encoding: 'GB18030', version: 2 });
    expect(answer.content.blocks).toEqual(right.document?.blocks);
    expect(answer.changed).toEqual([note.id]);
    const [carried] = await library.listNotes({ reportId });
    expect(carried).toMatchObject({ state: 'moved' });
    expect(right.source.split('\n')).toContain(carried?.anchor.exact);
    await library.undo({});
    expect(await state(reportId)).toEqual(before);
  });

  test('of a file that names its own, or of a report without a file, is refused', async () => {
    const reportId = await library.addReport('x', { adapter: 'docx@1' });
    const reopen = (id: string) => library.reopenWithEncoding({ reportId: id, encoding: 'Big5' });
    await expect(reopen(reportId)).rejects.toThrow(code('encoding-fixed'));
    await expect(reopen('r0')).rejects.toThrow(code('report-unknown'));
  });
});

describe('the original', () => {
  test('is copied byte for byte, with a name from its title and kind', async () => {
    const bytes = Buffer.from([0x1f, 0, 0xff, 0xfe, 10]);
    const metadata = { ...EMPTY_METADATA, title: '报告：一/二' };
    const reportId = await library.addReport('某文字', { bytes, adapter: 'docx@1', metadata });
    expect(await library.originalName({ reportId })).toEqual({ name: '报告：一 二.docx' });
    const target = await put('there.docx', 'old');
    expect(await library.copyOriginal({ reportId, path: target })).toEqual({ path: target });
    expect(await readFile(target)).toEqual(bytes);
  });

  test('is never written into the data folder, nor where there is no folder', async () => {
    const reportId = await addText();
    const database = path.join(dataDir, 'zhupi.db');
    const before = await readFile(database);
    for (const target of [
      database,
      path.join(dataDir, 'originals', 'x'),
      path.join(folder, '.', 'data', 'y'),
    ]) {
      await expect(library.copyOriginal({ reportId, path: target })).rejects.toThrow(
        code('original-target-taken'),
      );
    }
    expect(await readFile(database)).toEqual(before);
    const nowhere = path.join(folder, 'no', 'x');
    await expect(library.copyOriginal({ reportId, path: nowhere })).rejects.toThrow(
      code('export-folder-missing'),
    );
    const below = path.join(await put('file', ''), 'x');
    await expect(library.copyOriginal({ reportId, path: below })).rejects.toThrow(/export-folder/u);
  });
});
