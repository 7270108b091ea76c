import { expect, test } from 'vitest';
import { messagesOf } from '#renderer/i18n/catalogue.ts';
import { createFakeClient } from '#renderer/platform/fake-client.ts';
import { fakeReport } from '#renderer/platform/fake-reports.ts';
import { copyCited } from './copy-cited.ts';
import { importNotesWithDialog } from './import-notes.ts';
import { createWindowStore } from '../window/store.ts';

const reports = [fakeReport({ reportId: 'rone', title: '第一份' }, '教育强国')];

function start() {
  const client = createFakeClient({ reports });
  const store = createWindowStore(client);
  const told = (): string => {
    const toast = store.getState().toasts.at(-1);
    return toast !== undefined && 'text' in toast.content ? toast.content.text(messagesOf('en')) : '';
  };
  return { client, store, told };
}

test('an import of notes says what came in, what asks for a look, and what was here', async () => {
  const { client, store, told } = start();
  await importNotesWithDialog({ client, state: store.getState });
  expect(told()).toBe('2 notes imported; 1 with a place to confirm; 1 were here already.');
});

test('JSON files that are dropped are notes, all others reports', async () => {
  const { client, store } = start();
  await store.getState().importFiles([{ name: 'a.json' }, { name: 'b.annotation' }]);
  expect(client.fake.calls).toContain('importNotesDropped');
  expect(client.fake.calls).not.toContain('importDropped');
});

test('a passage is copied with its citation by the edition that is set', async () => {
  const { client, store, told } = start();
  const passage = { reportId: 'rone', range: { start: 0, end: 2 }, note: null };
  await copyCited({ client, store }, passage, 'plain');
  await copyCited({ client, store }, passage, 'markdown');
  expect(client.fake.copied[0]).toMatch(/^教育\n——.*第一份\[R\]/u);
  expect(client.fake.copied[1]).toMatch(/^> 教育\n\n——.*\(zhupi:\/\/report\/rone\)$/u);
  expect(told()).toBe('The quote and its citation have been copied.');
});
