import type { Messages } from '../i18n/catalogue.ts';
import type { Command } from '../state/window/commands.ts';

/** A key with what is held down. `ctrl` is Command on macOS. A sign such as `?` is itself, however it is typed. */
export interface KeyCombination {
  readonly key: string;
  readonly ctrl?: boolean;
  readonly shift?: boolean;
  readonly alt?: boolean;
}

export type ShortcutGroup = 'general' | 'reading' | 'notes' | 'search' | 'script';

export interface Shortcut {
  readonly command: Command;
  readonly group: ShortcutGroup;
  /** The first is the one that tooltips show. */
  readonly combinations: readonly KeyCombination[];
  /** Runs in a text box too: it types nothing and edits nothing. */
  readonly whileTyping?: boolean;
  /** A line of the help dialog; shortcuts with one label stand in one line. */
  readonly label: (app: Messages['app']) => string;
}

const ctrl = (key: string, more: Partial<KeyCombination> = {}): KeyCombination => ({
  key,
  ctrl: true,
  ...more,
});
const plain = (key: string): KeyCombination => ({ key });

/** A key that leads on through a report and, with Shift, back. */
function walk(key: string, next: Command, previous: Command, label: Shortcut['label']): readonly Shortcut[] {
  return [
    { command: next, group: 'reading', combinations: [plain(key)], label },
    { command: previous, group: 'reading', combinations: [{ key, shift: true }], label },
  ];
}

const colours = ([1, 2, 3, 4, 5, 6, 7, 8, 9] as const).map((digit): Shortcut => ({
  command: `colour-${digit}`,
  group: 'notes',
  combinations: [plain(String(digit))],
  label: (app) => app.keyColour,
}));

const scripts = (
  ['script-source', 'script-cn', 'script-t', 'script-tw', 'script-twp', 'script-hk'] as const
).map((command, index): Shortcut => ({
  command,
  group: 'script',
  combinations: [{ key: String(index + 1), alt: true }],
  whileTyping: true,
  label: (app) => app.keyScript,
}));

/** Every key of the window, in the order of the help dialog. The menus of main show the same keys. */
export const SHORTCUTS: readonly Shortcut[] = [
  {
    command: 'import',
    group: 'general',
    combinations: [ctrl('o')],
    whileTyping: true,
    label: (app) => app.keyImport,
  },
  {
    command: 'import-clipboard',
    group: 'general',
    // In a text box these keys paste without formatting.
    combinations: [ctrl('v', { shift: true })],
    label: (app) => app.keyImportClipboard,
  },
  {
    command: 'report-info',
    group: 'reading',
    combinations: [ctrl('i')],
    label: (app) => app.keyReportInfo,
  },
  {
    command: 'outline',
    group: 'reading',
    combinations: [ctrl('o', { shift: true })],
    whileTyping: true,
    label: (app) => app.keyOutline,
  },
  {
    command: 'export',
    group: 'general',
    combinations: [ctrl('e')],
    whileTyping: true,
    label: (app) => app.keyExport,
  },
  {
    command: 'export-all',
    group: 'general',
    combinations: [ctrl('e', { shift: true })],
    whileTyping: true,
    label: (app) => app.keyExportAll,
  },
  {
    command: 'settings',
    group: 'general',
    combinations: [ctrl(',')],
    whileTyping: true,
    label: (app) => app.keySettings,
  },
  {
    command: 'toggle-library',
    group: 'general',
    combinations: [plain('F9')],
    whileTyping: true,
    label: (app) => app.keyToggleLibrary,
  },
  {
    command: 'toggle-notes',
    group: 'general',
    combinations: [{ key: 'F9', shift: true }],
    whileTyping: true,
    label: (app) => app.keyToggleNotes,
  },
  {
    command: 'full-screen',
    group: 'general',
    combinations: [plain('F11')],
    whileTyping: true,
    label: (app) => app.keyFullScreen,
  },
  { command: 'shortcuts', group: 'general', combinations: [plain('?')], label: (app) => app.keyShortcuts },
  {
    command: 'back',
    group: 'reading',
    combinations: [{ key: 'ArrowLeft', alt: true }, ctrl('[')],
    label: (app) => app.keyBack,
  },
  {
    command: 'forward',
    group: 'reading',
    combinations: [{ key: 'ArrowRight', alt: true }, ctrl(']')],
    label: (app) => app.keyForward,
  },
  {
    command: 'larger',
    group: 'reading',
    combinations: [ctrl('+'), ctrl('=')],
    whileTyping: true,
    label: (app) => app.keyLarger,
  },
  {
    command: 'smaller',
    group: 'reading',
    combinations: [ctrl('-')],
    whileTyping: true,
    label: (app) => app.keySmaller,
  },
  {
    command: 'default-size',
    group: 'reading',
    combinations: [ctrl('0')],
    whileTyping: true,
    label: (app) => app.keyDefaultSize,
  },
  { command: 'repairs', group: 'reading', combinations: [plain('r')], label: (app) => app.keyRepairs },
  {
    command: 'source-layer',
    group: 'reading',
    combinations: [plain('s')],
    label: (app) => app.keySourceLayer,
  },
  ...walk('F7', 'next-asking', 'previous-asking', (app) => app.keyWalkAsking),
  { command: 'doubtful', group: 'reading', combinations: [plain('d')], label: (app) => app.keyDoubtful },
  ...walk('F8', 'next-doubtful', 'previous-doubtful', (app) => app.keyWalkDoubtful),
  {
    command: 'find',
    group: 'search',
    combinations: [ctrl('f')],
    whileTyping: true,
    label: (app) => app.keyFind,
  },
  {
    command: 'search',
    group: 'search',
    combinations: [ctrl('f', { shift: true })],
    whileTyping: true,
    label: (app) => app.keySearch,
  },
  {
    command: 'find-next',
    group: 'search',
    combinations: [plain('F3'), ctrl('g')],
    whileTyping: true,
    label: (app) => app.keyFindNext,
  },
  {
    command: 'find-previous',
    group: 'search',
    combinations: [{ key: 'F3', shift: true }, ctrl('g', { shift: true })],
    whileTyping: true,
    label: (app) => app.keyFindPrevious,
  },
  ...colours,
  { command: 'highlight', group: 'notes', combinations: [plain('h')], label: (app) => app.keyHighlight },
  { command: 'correct', group: 'notes', combinations: [plain('e')], label: (app) => app.keyCorrect },
  { command: 'add-note', group: 'notes', combinations: [plain('a')], label: (app) => app.keyNote },
  { command: 'underline', group: 'notes', combinations: [plain('u')], label: (app) => app.keyUnderline },
  { command: 'bookmark', group: 'notes', combinations: [plain('b')], label: (app) => app.keyBookmark },
  {
    command: 'report-note',
    group: 'notes',
    combinations: [{ key: 'a', shift: true }],
    label: (app) => app.keyReportNote,
  },
  { command: 'next-note', group: 'notes', combinations: [plain('n')], label: (app) => app.keyNextNote },
  {
    command: 'previous-note',
    group: 'notes',
    combinations: [plain('p')],
    label: (app) => app.keyPreviousNote,
  },
  {
    command: 'delete',
    group: 'notes',
    combinations: [plain('Delete'), plain('Backspace')],
    label: (app) => app.keyDelete,
  },
  { command: 'undo', group: 'notes', combinations: [ctrl('z')], label: (app) => app.keyUndo },
  {
    command: 'redo',
    group: 'notes',
    combinations: [ctrl('z', { shift: true }), ctrl('y')],
    label: (app) => app.keyRedo,
  },
  ...scripts,
];

/** What a key event has that matters here. */
export type PressedKey = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** The command of a pressed key; null when it is none of ours, or when it would type into a text box. */
export function commandOf(
  pressed: PressedKey,
  { mac, typing }: { readonly mac: boolean; readonly typing: boolean },
): Command | null {
  const found = SHORTCUTS.find(
    (shortcut) =>
      (!typing || shortcut.whileTyping === true) &&
      shortcut.combinations.some((combination) => isPressed(combination, pressed, mac)),
  );
  return found?.command ?? null;
}

function isPressed(combination: KeyCombination, pressed: PressedKey, mac: boolean): boolean {
  const { key, ctrl: wantsCtrl = false, shift = false, alt = false } = combination;
  const [held, other] = mac ? [pressed.metaKey, pressed.ctrlKey] : [pressed.ctrlKey, pressed.metaKey];
  if (held !== wantsCtrl || other || pressed.altKey !== alt) return false;
  // Signs may need Shift on one keyboard and not on another. With Alt, macOS types other characters: the code tells.
  const sign = /^[^\p{L}\p{N}]$/u.test(key);
  if (!sign && pressed.shiftKey !== shift) return false;
  return pressed.key.toLowerCase() === key.toLowerCase() || (alt && pressed.code === `Digit${key}`);
}

/** Whether an element takes typed text, so that plain keys belong to it. */
export function takesText(element: Element | null): boolean {
  if (element === null) return false;
  if (element instanceof HTMLInputElement) {
    return !['button', 'checkbox', 'radio', 'range', 'submit'].includes(element.type);
  }
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) return true;
  return element.closest('[contenteditable]:not([contenteditable="false"])') !== null;
}

const MAC_NAMES: Readonly<Record<string, string>> = { Ctrl: '⌘', Shift: '⇧', Alt: '⌥' };
const KEY_NAMES: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  '-': '−',
};

/** A combination as it is drawn: ['Ctrl', 'Shift', 'Z'], with the signs of macOS there. */
export function keyNames(
  { key, ctrl: withCtrl, shift, alt }: KeyCombination,
  mac: boolean,
): readonly string[] {
  const held = [withCtrl && 'Ctrl', alt && 'Alt', shift && 'Shift'].filter(
    (name) => typeof name === 'string',
  );
  const name = KEY_NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  return [...held.map((each) => (mac ? (MAC_NAMES[each] ?? each) : each)), name];
}

/** The keys of a command in one string, for tooltips. */
export function keysOf(command: Command, mac: boolean): string | undefined {
  const first = SHORTCUTS.find((shortcut) => shortcut.command === command)?.combinations[0];
  return first && keyNames(first, mac).join(mac ? '' : '+');
}
