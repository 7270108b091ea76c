import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { LibraryNotice } from '#core/ipc/calls/backup-calls.ts';
import { LOCALES } from '#core/base/locale.ts';
import { backup } from '#renderer/i18n/messages/backup.ts';
import { fakeBackup, fakeMerge } from '#renderer/platform/fake-backup-calls.ts';
import { createFakeClient } from '#renderer/platform/fake-client.ts';
import type { FakeClient, FakeOptions } from '#renderer/platform/fake-client.ts';
import { fakeReport } from '#renderer/platform/fake-reports.ts';
import { expectNoAxeViolations } from '#test/axe.ts';
import { renderComponent } from '#test/render-component.tsx';
import { BackupDialogs } from './index.ts';

const backups = [
  fakeBackup({ madeAt: Date.UTC(2026, 0, 3, 8), reason: 'daily', bytes: 2_400_000 }),
  fakeBackup({ madeAt: Date.UTC(2026, 0, 2, 8), reason: 'bulk' }),
];

async function open(options: FakeOptions = {}) {
  const client = createFakeClient({ backups, reports: [fakeReport({ reportId: 'r1' }, '文')], ...options });
  const rendered = await renderComponent(<BackupDialogs />, { client });
  act(() => rendered.store.getState().showDialog('backups'));
  const dialog = await screen.findByRole('dialog', { name: 'Backups' });
  return { ...rendered, dialog };
}

describe('the list of backups', () => {
  test('tells when, why and how large, and has no fault of accessibility', async () => {
    const { dialog } = await open();
    const lines = await within(dialog).findAllByRole('listitem');
    expect(lines).toHaveLength(2);
    expect(lines[0]?.textContent).toContain('Daily · 2.4 MB');
    expect(lines[1]?.textContent).toContain('Before a large change');
    await expectNoAxeViolations(dialog);
  });

  test('a backup is made by keyboard and stands on top', async () => {
    const { dialog, user } = await open({ backups: [] });
    await within(dialog).findByText(/There is no backup yet/u);
    const button = within(dialog).getByRole('button', { name: 'Back up now' });
    while (document.activeElement !== button) await user.tab();
    await user.keyboard('{Enter}');
    expect((await within(dialog).findByRole('listitem')).textContent).toContain('By hand');
    expect(within(dialog).getByRole('status').textContent).toMatch(/is made and checked/u);
  });

  test('a restore asks first, and can be left', async () => {
    const { dialog, user, client, store } = await open();
    const [first] = await within(dialog).findAllByRole('button', { name: /^Restore the backup of/u });
    await user.click(first as HTMLElement);
    await within(dialog).findByText(/They are backed up first/u);
    await expectNoAxeViolations(dialog);
    await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    expect(client.fake.calls).not.toContain('restoreBackup');
    await user.click(
      within(dialog).getAllByRole('button', { name: /^Restore the backup of/u })[0] as HTMLElement,
    );
    // The focus is on the answer.
    await user.keyboard('{Enter}');
    await screen.findByRole('dialog', { name: 'The backup was restored' });
    expect(store.getState().notices).toHaveLength(1);
  });

  test('what cannot be done is told, and nothing is left under way', async () => {
    const { dialog, user, client, store } = await open();
    client.fake.failWith('makeBackup', { code: 'disk-full', params: { path: '/d' } });
    await user.click(within(dialog).getByRole('button', { name: 'Back up now' }));
    await waitFor(() => expect(store.getState().toasts).toHaveLength(1));
    const button = within(dialog).getByRole('button', { name: 'Back up now' });
    expect(button.hasAttribute('disabled')).toBe(false);
  });

  test('the library is exported, and where to is told', async () => {
    const { dialog, user } = await open();
    await user.click(within(dialog).getByRole('button', { name: 'Export the library…' }));
    await within(dialog).findByText(/Exported to \/home\/reader\/zhupi\.zip: 1 report, 0 notes, 2\.4 MB/u);
  });

  test('an archive is brought in and told in numbers; a cancelled one says nothing', async () => {
    const merged = fakeMerge({
      reports: { added: 2, back: 0, same: 1 },
      notes: { added: 7, back: 0, updated: 1, kept: 3, both: 1 },
    });
    const { dialog, user } = await open({ merges: [null, merged] });
    await user.click(within(dialog).getByRole('button', { name: 'Bring an archive in…' }));
    await waitFor(() =>
      expect(within(dialog).getByRole('button', { name: 'Back up now' }).hasAttribute('disabled')).toBe(
        false,
      ),
    );
    await user.click(within(dialog).getByRole('button', { name: 'Bring an archive in…' }));
    const result = await screen.findByRole('dialog', { name: 'The archive was brought in' });
    const terms = within(result)
      .getAllByRole('term')
      .map(({ textContent }) => textContent);
    expect(terms).toEqual([
      'New reports',
      'New notes',
      'Notes with later words (the earlier ones are in the history)',
      'Notes changed on both sides, both kept',
    ]);
    expect(
      within(result)
        .getAllByRole('definition')
        .map(({ textContent }) => textContent),
    ).toEqual(['2', '7', '1', '1']);
    await expectNoAxeViolations(result);
  });
});

describe('what must be read about the data', () => {
  const recovered: LibraryNotice = {
    kind: 'recovered',
    reports: 12,
    notes: 340,
    setAside: '/data/damaged/1/zhupi.db',
    backupOf: Date.UTC(2026, 0, 2),
    lost: [
      { reportId: 'r1', title: '甲报告', text: true, details: false, notes: 0, olderNotes: 0 },
      { reportId: 'r2', title: '乙报告', text: false, details: false, notes: 2, olderNotes: 1 },
      { reportId: '', title: '', text: false, details: false, notes: 1, olderNotes: 0 },
    ],
  };

  async function tell(notice: LibraryNotice, client: FakeClient = createFakeClient()) {
    const rendered = await renderComponent(<BackupDialogs />, { client });
    act(() => client.fake.sendLibraryNotice(notice));
    return { ...rendered, dialog: await screen.findByRole('dialog') };
  }

  test('what was lost is listed by report, with the place of the damaged file', async () => {
    const { dialog, user, client } = await tell(recovered);
    const lines = within(dialog)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);
    expect(lines[0]).toContain('甲报告');
    expect(lines[0]).toContain('its text is lost');
    expect(lines[1]).toContain('2 notes are lost · 1 note is as the backup has them');
    expect(lines[2]).toContain('(report unknown)');
    expect(dialog.textContent).toContain('/data/damaged/1/zhupi.db');
    await expectNoAxeViolations(dialog);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(client.fake.calls).toContain('closeNotice');
  });

  test('nothing lost is said as clearly', async () => {
    const { dialog } = await tell({ ...recovered, lost: [], backupOf: null });
    expect(dialog.textContent).toContain('Nothing is known to be lost');
    expect(within(dialog).queryByRole('list')).toBeNull();
  });

  test('reports of which only the files were left are told', async () => {
    const { dialog } = await tell({ ...recovered, lost: [], backupOf: null, remade: 3 });
    expect(dialog.textContent).toContain('Of 3 reports only the files were left');
    expect(dialog.textContent).not.toContain('Nothing is known to be lost');
  });

  test('data of which nothing could be read are not called mended', async () => {
    const nothing = { reports: 0, notes: 0, lost: [], backupOf: null, unread: true };
    const { dialog } = await tell({ ...recovered, ...nothing });
    expect(dialog.textContent).toContain('nothing of it could be read');
    expect(dialog.textContent).not.toContain('mended');
  });

  test.each<readonly [LibraryNotice, string]>([
    [{ kind: 'newer' }, 'can only be read'],
    [{ kind: 'risky-folder', why: 'network', folder: '//s/d', localFolder: '/home/a' }, 'network drive'],
    [{ kind: 'risky-folder', why: 'synced', folder: '/D/d', localFolder: '/home/a' }, 'copies to other'],
  ])('%o is told', async (notice, words) => {
    const { dialog } = await tell(notice);
    expect(dialog.textContent).toContain(words);
  });

  test('several are read one after the other', async () => {
    const { user, client } = await tell(recovered);
    act(() => client.fake.sendLibraryNotice({ kind: 'newer' }));
    await user.click(screen.getByRole('button', { name: 'Got it' }));
    await screen.findByRole('dialog', { name: /can only be read/u });
    await user.click(screen.getByRole('button', { name: 'Got it' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});

test('every word is there in every language', () => {
  for (const [key, message] of Object.entries(backup)) {
    for (const locale of LOCALES) {
      const words = message[locale];
      expect(typeof words === 'string' ? words : typeof words, `${key} ${locale}`).not.toBe('');
    }
  }
});
