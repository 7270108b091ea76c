import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { UserEvent } from '@testing-library/user-event';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { createFakeClient } from '../platform/fake-client.ts';
import type { FakeClient, FakeOptions } from '../platform/fake-client.ts';
import { fakeReport } from '../platform/fake-reports.ts';
import { handleCommand } from '../state/window/commands.ts';
import { createWindowStore } from '../state/window/store.ts';
import type { WindowStore } from '../state/window/store.ts';
import { WindowContext } from '../state/window/use-window.ts';
import { TextField } from '../ui/TextField.tsx';
import { expectNoAxeViolations } from '#test/axe.ts';
import { App } from './App.tsx';
import type { FeatureSlots } from './feature-slots.ts';

function Reader(): ReactElement {
  const [broken, setBroken] = useState(false);
  if (broken) throw new Error('the reader broke');
  return (
    <button type="button" onClick={() => setBroken(true)}>
      Break
    </button>
  );
}

const slots: FeatureSlots = {
  ReaderPane: Reader,
  SearchPane: () => <p>Results</p>,
  NoteDialogs: () => null,
  CodeDialogs: () => null,
  NotesPane: () => <p>No notes</p>,
  OutlinePane: () => <TextField label="Contents" />,
  ReportDialogs: () => null,
  BackupDialogs: () => null,
  SearchBox: () => <TextField label="Search" />,
  ScriptSwitch: () => <p>Source</p>,
  ExportDialog: ({ reportIds }) => <p>Export of {reportIds?.join() ?? 'all'}</p>,
  keyHelp: [{ group: 'reading', keys: [['J']], label: () => 'Next paragraph' }],
};

interface Opened {
  readonly client: FakeClient;
  readonly store: WindowStore;
  readonly user: UserEvent;
  readonly container: HTMLElement;
}

async function open(
  options: FakeOptions = {},
  prepare: (client: FakeClient) => void = () => {},
): Promise<Opened> {
  const client = createFakeClient({
    reports: [fakeReport({ reportId: 'r1', title: '甲' }, '文')],
    ...options,
  });
  prepare(client);
  const store = createWindowStore(client);
  const { container } = render(
    <WindowContext value={{ client, store }}>
      <App slots={slots} />
    </WindowContext>,
  );
  await act(async () => {});
  return { client, store, container, user: userEvent.setup() };
}

describe('the shell', () => {
  test('breaks no rule of accessibility', async () => {
    const { container } = await open();
    expect(screen.getByRole('main', { name: 'Text' })).toBeTruthy();
    await expectNoAxeViolations(container);
  });

  test('folds its panes by button and by key, and remembers it', async () => {
    const { client, user } = await open();
    await user.click(screen.getByRole('button', { name: 'Hide library' }));
    expect(screen.queryByRole('navigation')).toBeNull();
    await user.keyboard('{F9}');
    expect(screen.getByRole('navigation', { name: 'Library' })).toBeTruthy();
    await user.keyboard('{Shift>}{F9}{/Shift}');
    expect(screen.queryByRole('complementary')).toBeNull();
    await waitFor(async () => {
      expect(await client.appState({})).toMatchObject({
        value: { settings: { libraryPane: true, notesPane: false } },
      });
    });
  });

  test('in a narrow window has its panes over the text, one at a time, until the user turns to the text', async () => {
    const narrow = vi.spyOn(globalThis, 'matchMedia').mockImplementation((media) =>
      Object.assign(new EventTarget(), {
        matches: media.includes('max-width'),
        media,
        onchange: null,
        addListener: () => {},
        removeListener: () => {},
      }),
    );
    const { client, container, store, user } = await open();
    expect(screen.queryByRole('navigation')).toBeNull();
    expect(screen.queryByRole('complementary')).toBeNull();
    await user.keyboard('{F9}');
    expect(screen.getByRole('navigation')).toBeTruthy();
    expect(screen.queryByRole('separator')).toBeNull();
    await expectNoAxeViolations(container);
    await user.keyboard('{Shift>}{F9}{/Shift}');
    expect(screen.queryByRole('navigation')).toBeNull();
    expect(screen.getByRole('complementary')).toBeTruthy();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('complementary')).toBeNull();
    await user.keyboard('{Control>}{Shift>}o{/Shift}{/Control}');
    expect(screen.getByRole('tab', { name: 'Contents', selected: true })).toBeTruthy();
    act(() => store.getState().openReport('r1'));
    expect(screen.queryByRole('navigation')).toBeNull();
    // So does a press on the one that is open.
    await user.keyboard('{F9}');
    expect(screen.getByRole('navigation')).toBeTruthy();
    act(() => store.getState().openReport('r1'));
    expect(screen.queryByRole('navigation')).toBeNull();
    // What a wide window shows is left as it was.
    expect(client.fake.calls).not.toContain('changeSettings');
    narrow.mockRestore();
  });

  test('its dividers move with the arrow keys, each to its own side, and stop at their ends', async () => {
    const { store, user } = await open();
    const before = store.getState().settings;
    screen.getByRole('separator', { name: 'Width of the library' }).focus();
    await user.keyboard('{ArrowRight}');
    screen.getByRole('separator', { name: 'Width of the notes' }).focus();
    await user.keyboard('{ArrowRight}');
    expect(store.getState().settings.libraryWidth).toBe(before.libraryWidth + 16);
    expect(store.getState().settings.notesWidth).toBe(before.notesWidth - 16);
    await user.keyboard('{End}{ArrowLeft}');
    expect(store.getState().settings.notesWidth).toBe(560);
  });

  test('has language, theme and text layout on the root element', async () => {
    const { store } = await open({ app: { systemLanguage: 'zh-TW' } });
    const root = document.documentElement;
    expect(root.lang).toBe('zh-Hant');
    expect(root.dataset['theme']).toBe('light');
    act(() =>
      store
        .getState()
        .changeSettings({ theme: 'sepia', locale: 'zh-Hans', fontSize: 22, firstLineIndent: false }),
    );
    expect(root.lang).toBe('zh-Hans');
    expect(root.dataset['theme']).toBe('sepia');
    expect(root.style.getPropertyValue('--reading-size')).toBe('22px');
    expect(root.style.getPropertyValue('--reading-indent')).toBe('0');
  });
});

describe('keys', () => {
  test('? shows all of them, those of the features too; Escape closes and gives the focus back', async () => {
    const { user } = await open();
    const button = screen.getByRole('button', { name: 'Break' });
    button.focus();
    await user.keyboard('?');
    const dialog = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
    expect(dialog.textContent).toContain('Next paragraph');
    expect(dialog.textContent).toContain('1 – 9');
    await expectNoAxeViolations(dialog);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(document.activeElement).toBe(button);
  });

  test('never fire in a text box or while an input method composes', async () => {
    const { user } = await open();
    const colour = vi.fn();
    const stop = handleCommand('colour-1', colour);
    const box = screen.getByRole('textbox', { name: 'Search' });
    await user.type(box, '1?');
    expect(box).toHaveProperty('value', '1?');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(colour).not.toHaveBeenCalled();

    const button = screen.getByRole('button', { name: 'Break' });
    fireEvent.keyDown(button, { key: '1', isComposing: true });
    fireEvent.keyDown(button, { key: '1', keyCode: 229 });
    expect(colour).not.toHaveBeenCalled();
    fireEvent.keyDown(button, { key: '1' });
    expect(colour).toHaveBeenCalledOnce();
    stop();
  });

  test('change the size, and a menu does the same', async () => {
    const { client, store, user } = await open();
    await user.keyboard('{Control>}={/Control}');
    expect(store.getState().settings.fontSize).toBe(19);
    act(() => client.fake.sendMenuCommand({ command: 'smaller' }));
    expect(store.getState().settings.fontSize).toBe(18);
    act(() => store.getState().changeSettings({ fontSize: 40 }));
    await user.keyboard('{Control>}={/Control}');
    expect(store.getState().settings.fontSize).toBe(40);
    await user.keyboard('{Control>}0{/Control}');
    expect(store.getState().settings.fontSize).toBe(18);
  });

  test('make a report of the clipboard, but not in a text box, where they paste', async () => {
    const { client, user } = await open();
    screen.getByRole('textbox', { name: 'Search' }).focus();
    await user.keyboard('{Control>}{Shift>}v{/Shift}{/Control}');
    expect(client.fake.calls).not.toContain('importClipboard');
    screen.getByRole('button', { name: 'Break' }).focus();
    await user.keyboard('{Control>}{Shift>}v{/Shift}{/Control}');
    await waitFor(() => expect(client.fake.calls).toContain('importClipboard'));
  });

  test('export the report that is open, or all', async () => {
    const { store, user } = await open();
    await user.keyboard('{Control>}e{/Control}');
    expect(screen.queryByText(/Export of/u)).toBeNull();
    act(() => store.getState().openReport('r1'));
    await user.keyboard('{Control>}e{/Control}');
    expect(screen.getByText('Export of r1')).toBeTruthy();
    act(() => store.getState().closeDialog());
    await user.keyboard('{Control>}{Shift>}e{/Shift}{/Control}');
    expect(screen.getByText('Export of all')).toBeTruthy();
  });
});

describe('files dropped on the window', () => {
  const file = new File(['text'], 'a.txt');

  test('are told what will happen to them, and imported', async () => {
    const { client } = await open();
    const dataTransfer = { types: ['Files'], files: [file], dropEffect: 'none' };
    fireEvent.dragEnter(window, { dataTransfer });
    expect(screen.getByText('Drop to import')).toBeTruthy();
    fireEvent.drop(window, { dataTransfer });
    expect(screen.queryByText('Drop to import')).toBeNull();
    await waitFor(() => expect(client.fake.calls).toContain('importDropped'));
  });

  test('are let go when they leave, and other things are not ours', async () => {
    await open();
    const dataTransfer = { types: ['Files'], files: [file] };
    fireEvent.dragEnter(window, { dataTransfer });
    fireEvent.dragLeave(window, { dataTransfer });
    expect(screen.queryByText('Drop to import')).toBeNull();
    fireEvent.dragEnter(window, { dataTransfer: { types: ['text/plain'], files: [] } });
    expect(screen.queryByText('Drop to import')).toBeNull();
  });
});

describe('what goes wrong', () => {
  test('in a component leaves a way on', async () => {
    const quiet = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { container, user } = await open();
    await user.click(screen.getByRole('button', { name: 'Break' }));
    expect(screen.getByText('Something went wrong in this window')).toBeTruthy();
    expect(screen.getByText(/the reader broke/u)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Reload' })).toBeTruthy();
    await expectNoAxeViolations(container);
    quiet.mockRestore();
  });

  test('at the start is told, and tried again', async () => {
    const { client, user } = await open({}, (made) =>
      made.fake.failWith('appState', { code: 'store-locked', params: {} }),
    );
    expect(screen.getByText('The library could not be opened')).toBeTruthy();
    client.fake.failWith('appState', null);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('main', { name: 'Text' })).toBeTruthy();
  });
});

describe('toasts', () => {
  test('go by themselves, but not while the pointer is on them; errors stay', async () => {
    const { store } = await open();
    vi.useFakeTimers();
    act(() => {
      store.getState().tell({ text: () => 'Something was done' });
      store.getState().tellError({ code: 'disk-full', params: {} });
    });
    fireEvent.pointerEnter(screen.getByRole('region', { name: 'Notifications' }));
    act(() => void vi.advanceTimersByTime(60_000));
    expect(screen.getByText('Something was done')).toBeTruthy();
    fireEvent.pointerLeave(screen.getByRole('region', { name: 'Notifications' }));
    act(() => void vi.advanceTimersByTime(60_000));
    expect(screen.queryByText('Something was done')).toBeNull();
    expect(screen.getByRole('alert')).toBeTruthy();
    vi.useRealTimers();
  });
});
