import { describe, expect, test } from 'vitest';
import type { ReportContent } from '#core/ipc/payloads.ts';
import { USER_RULE } from '#core/text/edit-rules.ts';
import { readingOfSource } from '#core/text/reading.ts';
import { packReport, openTestLibrary, type TestLibrary } from '../store/fixtures/test-library.ts';
import { temporaryFolder } from '../store/fixtures/temporary-folder.ts';
import { analysedReport, DAMAGED } from './fixtures/damaged-report.ts';

const code = (value: string): unknown => expect.objectContaining({ code: value });

async function damagedLibrary(dataDir = temporaryFolder()) {
  const library = await openTestLibrary(dataDir);
  const reportId = await library.addReport(DAMAGED, await analysedReport(DAMAGED));
  return { library, reportId, open: () => library.openReport({ reportId }) as ReportContent };
}

function shownText(content: ReportContent): string {
  return readingOfSource({ ...content, edits: content.shownEdits ?? content.edits }).text;
}

async function switchRule(
  library: TestLibrary,
  content: ReportContent,
  rule: string,
  applied: boolean | null,
) {
  const decisions = content.edits
    .filter((edit) => edit.rule.split('+').includes(rule))
    .map(({ start, end, rule: name }) => ({ start, end, rule: name, applied }));
  const { reportId } = content.summary;
  return library.decideEdits({ reportId, version: content.version, decisions });
}

describe('repairs', () => {
  test('of a rule are switched off, and on again; notes and the rule set’s edits stay', async () => {
    const { library, reportId, open } = await damagedLibrary();
    const start = DAMAGED.indexOf('統(tǒng)籌資源');
    const fields = { kind: 'highlight', code: 'red', note: '', tags: [] } as const;
    const note = await library.createNote({ reportId, start, end: start + 10, ...fields, tags: [] });
    const before = open();
    expect(shownText(before)).toContain('統籌資源');
    const off = await switchRule(library, before, 'pinyin-brackets', false);
    expect(shownText(off)).toContain('統(tǒng)籌資源');
    expect(shownText(off)).not.toContain('当前位置');
    expect(off).toMatchObject({ edits: before.edits, version: 1, sourceHash: before.sourceHash });
    expect(open()).toEqual(off);
    expect(await library.listNotes({ reportId })).toEqual([note]);
    const on = await switchRule(library, off, 'pinyin-brackets', true);
    expect(shownText(on)).toBe(shownText(before));
    const back = await switchRule(library, on, 'pinyin-brackets', null);
    expect(back).toEqual(before);
    expect(back.shownEdits).toBeNull();
  });

  test('are switched one by one', async () => {
    const { library, reportId, open } = await damagedLibrary();
    const content = open();
    const [first] = content.edits.filter(({ rule }) => rule === 'pinyin-brackets');
    const { start = 0, end = 0, rule = '' } = first ?? {};
    const decisions = [{ start, end, rule, applied: false }];
    const off = await library.decideEdits({ reportId, version: 1, decisions });
    expect(shownText(off)).toContain('關(guān)於');
    expect(shownText(off)).toContain('報告');
    expect(off.shownEdits).toContainEqual(expect.objectContaining({ start, end, rule, applied: false }));
  });

  test('that layout was merged into are switched by the edit that is listed', async () => {
    const source = '各地<br><br>办好学校。'.repeat(12);
    const library = await openTestLibrary(temporaryFolder());
    const reportId = await library.addReport(source, await analysedReport(source));
    const content = (await library.openReport({ reportId })) as ReportContent;
    const merged = content.edits.filter(({ rule }) => /\w\+layout/u.test(rule));
    expect(merged.length).toBeGreaterThan(0);
    const decisions = merged.map(({ start, end, rule }) => ({ start, end, rule, applied: false }));
    const off = await library.decideEdits({ reportId, version: 1, decisions });
    expect(shownText(off).match(/<br>/gu)).toHaveLength(merged.length);
    // The edit that is listed now names the repair alone; both names find it.
    const taken = (off.shownEdits ?? [])
      .filter(({ applied }) => !applied)
      .map(({ start, end, rule }) => ({ start, end, rule, applied: null }));
    expect(taken.map(({ rule }) => rule)).toEqual(merged.map(() => 'html-entities-and-tags'));
    expect(await library.decideEdits({ reportId, version: 1, decisions: taken })).toEqual(content);
  });

  test('are undone and done again over a restart', async () => {
    const dataDir = temporaryFolder();
    const { library, open, reportId } = await damagedLibrary(dataDir);
    const before = open();
    const off = await switchRule(library, before, 'pinyin-brackets', false);
    await library.close();
    const second = await openTestLibrary(dataDir);
    expect(await second.historyState({})).toEqual({ undo: 'switch-repairs', redo: null });
    expect(await second.undo({})).toMatchObject({ reportIds: [reportId], redo: 'switch-repairs' });
    expect(await second.openReport({ reportId })).toEqual(before);
    await second.close();
    const third = await openTestLibrary(dataDir);
    await third.redo({});
    expect(await third.openReport({ reportId })).toEqual(off);
  });

  test('that are not there, or only lay out, are refused and nothing is stored', async () => {
    const { library, reportId, open } = await damagedLibrary();
    const content = open();
    const [layout] = content.edits.filter(({ rule }) => rule === 'layout');
    const [real] = content.edits.filter(({ rule }) => rule === 'pinyin-brackets');
    expect([layout, real]).not.toContain(undefined);
    const named = (edit: typeof layout) => ({
      start: edit?.start ?? 0,
      end: edit?.end ?? 0,
      rule: edit?.rule ?? '',
      applied: false,
    });
    for (const wrong of [named(layout), { ...named(real), rule: 'layout' }, { ...named(real), end: 999 }]) {
      const decisions = [named(real), wrong];
      await expect(async () => library.decideEdits({ reportId, version: 1, decisions })).rejects.toThrow(
        code('range-invalid'),
      );
    }
    await expect(async () =>
      library.decideEdits({ reportId, version: 2, decisions: [named(real)] }),
    ).rejects.toThrow(code('report-changed'));
    expect(open()).toEqual(content);
    expect(await library.historyState({})).toEqual({ undo: null, redo: null });
  });

  test('by the command bar the undo of a window that decided about the same', async () => {
    const dataDir = temporaryFolder();
    const { library, reportId, open } = await damagedLibrary(dataDir);
    const before = open();
    await switchRule(library, before, 'pinyin-brackets', false);
    const command = await openTestLibrary(dataDir, { actor: 'command' });
    const on = await switchRule(command, before, 'pinyin-brackets', true);
    await expect(async () => library.undo({})).rejects.toThrow(code('undo-superseded'));
    expect(await library.openReport({ reportId })).toEqual(on);
  });

  test('of a pack’s report copy it into the store', async () => {
    const packs = { packReports: [{ ...packReport('p-a-1', '一,二。'), format: 'txt' as const }] };
    const library = await openTestLibrary(temporaryFolder(), packs);
    const fixed = await library.correctText({ reportId: 'p-a-1', version: 1, start: 1, end: 2, after: '，' });
    expect(shownText(fixed)).toBe('一，二。');
    expect(await library.openReport({ reportId: 'p-a-1' })).toEqual(fixed);
    expect(await library.check()).toEqual({ ok: true, problems: [] });
  });
});

describe('corrections', () => {
  const correct = (library: TestLibrary, start: number, end: number, after: string | null) => async () =>
    library.correctText({
      reportId: (await library.listReports({}))[0]?.reportId ?? '',
      version: 1,
      start,
      end,
      after,
    });

  test('stand in the text, may be changed and taken back', async () => {
    const { library, open } = await damagedLibrary();
    const before = open();
    const start = DAMAGED.indexOf('提高');
    const first = await correct(library, start, start + 2, '保证')();
    expect(shownText(first)).toContain('，保证質量');
    expect(first.shownEdits).toContainEqual(
      expect.objectContaining({
        rule: USER_RULE,
        before: '提高',
        after: '保证',
        confidence: 1,
        applied: true,
      }),
    );
    expect(shownText(await correct(library, start, start + 2, '保障')())).toContain('，保障質量');
    expect(await correct(library, start, start + 2, null)()).toEqual(before);
  });

  test('stand in the place of those they hold, and leave those they would cut', async () => {
    const { library } = await damagedLibrary();
    const start = DAMAGED.indexOf('提高');
    await correct(library, start, start + 2, '甲乙')();
    await expect(correct(library, start + 1, start + 3, '丙')).rejects.toThrow(code('range-invalid'));
    await expect(correct(library, start + 1, start + 1, '丙')).rejects.toThrow(code('range-invalid'));
    expect(shownText(await correct(library, start, start, '丁')())).toContain('，丁甲乙質量');
    const whole = await correct(library, start - 1, start + 3, '戊')();
    expect(whole.shownEdits?.filter(({ rule }) => rule === USER_RULE)).toMatchObject([
      // The insertion stood inside the range: it is taken in as well.
      { start: start - 1, end: start + 3, after: '戊' },
    ]);
    expect(await library.undo({})).toMatchObject({ undo: 'correct-text' });
    const [{ reportId = '' } = {}] = await library.listReports({});
    expect(shownText(await library.openReport({ reportId }))).toContain('，丁甲乙質量');
  });

  test.each([
    ['outside the text', 0, 9999, 'x'],
    ['reversed', 5, 4, 'x'],
    ['empty with nothing put there', 5, 5, ''],
    ['where nothing can be taken back', 5, 6, null],
  ] as const)('%s are refused', async (_case, start, end, after) => {
    const { library, open } = await damagedLibrary();
    await expect(correct(library, start, end, after)).rejects.toThrow(code('range-invalid'));
    expect(open().shownEdits).toBeNull();
  });

  test('cut no surrogate pair', async () => {
    const library = await openTestLibrary(temporaryFolder());
    await library.addReport('一𠮷二');
    await expect(correct(library, 1, 2, 'x')).rejects.toThrow(code('range-invalid'));
    expect(shownText(await correct(library, 1, 3, '吉')())).toBe('一吉二');
  });
});
