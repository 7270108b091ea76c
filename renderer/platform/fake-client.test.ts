import { expect, test } from 'vitest';
import { libraryCalls, mainCalls } from '#core/ipc/contract.ts';
import { createFakeClient } from './fake-client.ts';
import { fakeReport } from './fake-reports.ts';

const client = createFakeClient({ reports: [fakeReport({ reportId: 'r1', title: '报告' }, '甲乙丙丁甲乙')] });

test('its answers are answers of the contract', async () => {
  const made = await client.createNote({
    reportId: 'r1',
    start: 1,
    end: 3,
    kind: 'highlight',
    code: 'red',
    note: '',
    tags: ['数据'],
  });
  const answers = [
    [libraryCalls.createNote, made],
    [libraryCalls.reportChanges, await client.reportChanges({})],
    [libraryCalls.openReport, await client.openReport({ reportId: 'r1' })],
    [libraryCalls.listNotes, await client.listNotes({ reportId: null })],
    [libraryCalls.listTags, await client.listTags({})],
    [libraryCalls.search, await client.search({ query: '甲乙', script: 'source', limit: 5 })],
    [libraryCalls.searchInReport, await client.searchInReport({ query: '甲', reportId: 'r1', script: 'cn' })],
    [libraryCalls.undo, await client.undo({})],
    [libraryCalls.redo, await client.redo({})],
    [mainCalls.appState, await client.appState({})],
    [mainCalls.exportWithDialog, await client.exportWithDialog({ reportIds: null })],
  ] as const;
  for (const [{ response }, answer] of answers) {
    expect(answer.ok).toBe(true);
    if (answer.ok) expect(() => response.parse(answer.value)).not.toThrow();
  }
});

test('undo takes a note back, redo brings it again', async () => {
  const count = async (): Promise<number> => {
    const notes = await client.listNotes({ reportId: 'r1' });
    return notes.ok ? notes.value.length : -1;
  };
  const before = await count();
  await client.createNote({
    reportId: 'r1',
    start: 0,
    end: 1,
    kind: 'note',
    code: 'blue',
    note: '想法',
    tags: [],
  });
  expect(await count()).toBe(before + 1);
  await client.undo({});
  expect(await count()).toBe(before);
  await client.redo({});
  expect(await count()).toBe(before + 1);
});

test('what cannot be is an error of the program', async () => {
  const answer = await client.createNote({
    reportId: 'r1',
    start: 0,
    end: 99,
    kind: 'note',
    code: 'red',
    note: '',
    tags: [],
  });
  expect(answer).toMatchObject({ ok: false, error: { code: 'range-invalid' } });
  expect(await client.openReport({ reportId: 'none' })).toMatchObject({
    ok: false,
    error: { code: 'report-unknown' },
  });
});
