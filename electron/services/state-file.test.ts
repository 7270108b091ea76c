import * as fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '#core/ipc/settings.ts';
import { openStateFile } from './state-file.ts';
import { temporaryFolder } from './store/fixtures/temporary-folder.ts';

const stateIn = (folder: string): string => path.join(folder, 'state.json');

describe('state.json', () => {
  test('a new user has the defaults and no file', () => {
    const folder = temporaryFolder();
    expect(openStateFile(stateIn(folder)).get()).toEqual({
      settings: DEFAULT_SETTINGS,
      lastReportId: null,
      bounds: null,
      positions: {},
      notices: [],
    });
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  test('what was changed is there after flush', () => {
    const file = stateIn(temporaryFolder());
    const state = openStateFile(file);
    state.change({ settings: { ...DEFAULT_SETTINGS, theme: 'sepia' }, lastReportId: 'r1' });
    state.change({ bounds: { x: -5, y: 0, width: 900, height: 700, maximized: true } });
    state.savePosition('r1', 120);
    state.savePosition('r1', 240);
    state.flush();
    expect(openStateFile(file).get()).toEqual(state.get());
    expect(openStateFile(file).get().positions).toEqual({ r1: 240 });
  });

  test('several changes are one write, half a second later', () => {
    vi.useFakeTimers();
    try {
      const file = stateIn(temporaryFolder());
      const state = openStateFile(file);
      state.change({ lastReportId: 'r1' });
      state.change({ lastReportId: 'r2' });
      vi.advanceTimersByTime(499);
      expect(fs.existsSync(file)).toBe(false);
      vi.advanceTimersByTime(1);
      expect(openStateFile(file).get().lastReportId).toBe('r2');
    } finally {
      vi.useRealTimers();
    }
  });

  test('a bad field takes its default and spares the others', () => {
    const file = stateIn(temporaryFolder());
    fs.writeFileSync(
      file,
      JSON.stringify({
        settings: { theme: 'dark', fontSize: 9000, unknown: 1 },
        lastReportId: 7,
        bounds: { x: 'left' },
        positions: { r1: 3, r2: -1, r3: 'x' },
      }),
    );
    const state = openStateFile(file).get();
    expect(state.settings).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark' });
    expect(state).toMatchObject({ lastReportId: null, bounds: null, positions: { r1: 3 } });
  });

  test.each(['', '{"settings": {', '[1]', '"text"', '\0\0\0'])('a file of %j is set aside', (text) => {
    const folder = temporaryFolder();
    fs.writeFileSync(stateIn(folder), text);
    const state = openStateFile(stateIn(folder), { now: () => 77 });
    expect(state.get().settings).toEqual(DEFAULT_SETTINGS);
    expect(fs.readFileSync(path.join(folder, 'state.damaged-77.json'), 'utf8')).toBe(text);
  });

  test('a folder that cannot be written is told, and nothing is lost in memory', () => {
    const folder = temporaryFolder();
    fs.writeFileSync(path.join(folder, 'file'), '');
    const state = openStateFile(path.join(folder, 'file', 'state.json'));
    state.change({ lastReportId: 'r1' });
    expect(() => {
      state.flush();
    }).toThrow(expect.objectContaining({ code: 'store-unwritable' }));
    expect(state.get().lastReportId).toBe('r1');
  });
});
