import { act, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ok } from '#core/base/result.ts';
import { expectNoAxeViolations } from '#test/axe.ts';
import { renderComponent } from '#test/render-component.tsx';
import { createFakeClient } from '#renderer/platform/fake-client.ts';
import type { FakeClient } from '#renderer/platform/fake-client.ts';
import { Toasts } from './Toasts.tsx';

test('an undo of many notes shows how far it is until it is done; that of another window does not', async () => {
  const fake = createFakeClient();
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  const client: FakeClient = {
    ...fake,
    undo: async ({ job = '' }) => {
      fake.fake.sendNotesProgress({ job: 'of another window', done: 90, total: 100 });
      fake.fake.sendNotesProgress({ job, done: 40, total: 100 });
      await ended;
      return ok({ undo: null, redo: 'change-notes', reportIds: [] });
    },
  };
  const { store, container } = await renderComponent(<Toasts />, { client });
  let running = Promise.resolve();
  act(() => {
    running = store.getState().undo();
  });
  const bar = await screen.findByRole('progressbar', { name: 'Undoing…' });
  expect(bar.getAttribute('aria-valuenow')).toBe('40');
  await expectNoAxeViolations(container);
  await act(async () => {
    end();
    await running;
  });
  await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
  expect(screen.getByText('Undone')).toBeTruthy();
});
