import { describe, expect, test } from 'vitest';
import type { ScriptRules } from '#core/ipc/calls/script-calls.ts';
import { loadConverter } from '#core/script/index.ts';
import { openTestLibrary, packReport } from '../store/fixtures/test-library.ts';
import { temporaryFolder } from '../store/fixtures/temporary-folder.ts';
import { optionsOf } from './script-rules.ts';

const SOURCE = '他说钟，会后再议。';
const CLOCK = { phrase: '说钟', replacement: '說鐘' };

const written = ({ overrides }: ScriptRules) =>
  overrides.map(({ phrase, replacement, reportId }) => ({ phrase, replacement, reportId }));

describe('what the user decides about scripts', () => {
  test('a choice is kept over a restart, replaced, removed, undone and redone; no note moves, no search is made anew', async () => {
    const dataDir = temporaryFolder();
    let library = await openTestLibrary(dataDir);
    const reportId = await library.addReport(SOURCE);
    const colours = { kind: 'highlight', code: 'red', note: '', tags: [] } as const;
    await library.createNote({ reportId, start: 1, end: 3, ...colours, tags: [] });
    const notes = await library.listNotes({ reportId });
    const invalidated = library.invalidated();
    await library.chooseScript({ ...CLOCK, reportId });
    await library.chooseScript({ ...CLOCK, replacement: '說鍾', reportId });
    const both = await library.chooseScript({ ...CLOCK, reportId: null });
    expect(new Set(written(both))).toEqual(
      new Set([
        { ...CLOCK, reportId: null },
        { ...CLOCK, replacement: '說鍾', reportId },
      ]),
    );
    await library.close();
    library = await openTestLibrary(dataDir);
    expect(await library.scriptRules({})).toEqual(both);
    const ids = both.overrides.map(({ id }) => id);
    expect(written(await library.removeScriptChoices({ ids: [...ids, 'gone'] }))).toEqual([]);
    expect(await library.undo({})).toMatchObject({ undo: 'choose-script', reportIds: [reportId] });
    expect(new Set(written(await library.scriptRules({})))).toEqual(new Set(written(both)));
    await library.undo({});
    await library.undo({});
    expect(written(await library.scriptRules({}))).toEqual([{ ...CLOCK, reportId }]);
    await library.redo({});
    expect(written(await library.scriptRules({}))).toEqual([{ ...CLOCK, replacement: '說鍾', reportId }]);
    expect(await library.listNotes({ reportId })).toEqual(notes);
    expect((await library.openReport({ reportId })).source).toBe(SOURCE);
    expect(library.invalidated()).toBe(invalidated);
  });

  test('a choice for one report goes before one for all, and other reports keep the latter', async () => {
    const library = await openTestLibrary(temporaryFolder());
    const [here, there] = [await library.addReport(SOURCE), await library.addReport(`${SOURCE}完。`)];
    await library.chooseScript({ ...CLOCK, reportId: here });
    await library.chooseScript({ ...CLOCK, replacement: '說鍾', reportId: null });
    const rules = await library.useOfficialProse({ on: false });
    const shown = async (reportId: string) =>
      (await loadConverter('Hans', 't', optionsOf(rules, reportId))).convertPlain('说钟');
    expect([await shown(here), await shown(there)]).toEqual(['說鐘', '說鍾']);
    expect(optionsOf(rules, here).overrides).toBe(false);
    expect((await library.useOfficialProse({ on: true })).officialProse).toBe(true);
  });

  test('windows are told, a report of a pack is copied, one in the trash keeps its choices', async () => {
    const packed = packReport('p-a', SOURCE);
    const library = await openTestLibrary(temporaryFolder(), { packReports: [packed] });
    const { reportId } = packed.summary;
    await library.chooseScript({ ...CLOCK, reportId });
    await expect.poll(() => library.events.map(({ name }) => name)).toContain('scriptRulesChanged');
    expect(written(await library.scriptRules({}))).toEqual([{ ...CLOCK, reportId }]);
    await library.deleteReports({ reportIds: [reportId] });
    expect(written(await library.scriptRules({}))).toEqual([]);
    await library.restoreReports({ reportIds: [reportId] });
    expect(written(await library.scriptRules({}))).toEqual([{ ...CLOCK, reportId }]);
  });

  test('an undo whose phrase has another choice by now does nothing and says so', async () => {
    const dataDir = temporaryFolder();
    const window = await openTestLibrary(dataDir);
    const command = await openTestLibrary(dataDir, { actor: 'command' });
    await window.chooseScript({ ...CLOCK, reportId: null });
    await command.chooseScript({ ...CLOCK, replacement: '說鍾', reportId: null });
    expect(() => window.undo({})).toThrow(expect.objectContaining({ code: 'undo-superseded' }));
    expect(written(await window.scriptRules({}))).toEqual([
      { ...CLOCK, replacement: '說鍾', reportId: null },
    ]);
  });
});
