import { describe, expect, test } from 'vitest';
import { MENU_COMMANDS } from '#core/ipc/contract.ts';
import { messagesOf } from '../i18n/catalogue.ts';
import { commandOf, keyNames, keysOf, SHORTCUTS } from './shortcuts.ts';
import type { PressedKey } from './shortcuts.ts';

function key(key: string, held: Partial<PressedKey> = {}): PressedKey {
  return { key, code: '', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held };
}

const reading = { mac: false, typing: false };
const typing = { mac: false, typing: true };

describe('the shortcut table', () => {
  test.each([
    [key('1'), 'colour-1'],
    [key('5'), 'colour-5'],
    [key('z', { ctrlKey: true }), 'undo'],
    [key('Z', { ctrlKey: true, shiftKey: true }), 'redo'],
    [key('y', { ctrlKey: true }), 'redo'],
    [key('f', { ctrlKey: true }), 'find'],
    [key('F', { ctrlKey: true, shiftKey: true }), 'search'],
    [key('F3'), 'find-next'],
    [key('F3', { shiftKey: true }), 'find-previous'],
    [key('G', { ctrlKey: true, shiftKey: true }), 'find-previous'],
    [key('ArrowLeft', { altKey: true }), 'back'],
    [key('ArrowRight', { altKey: true }), 'forward'],
    [key('+', { ctrlKey: true, shiftKey: true }), 'larger'],
    [key('=', { ctrlKey: true }), 'larger'],
    [key('-', { ctrlKey: true }), 'smaller'],
    [key('0', { ctrlKey: true }), 'default-size'],
    [key('F11'), 'full-screen'],
    [key('Delete'), 'delete'],
    [key('?', { shiftKey: true }), 'shortcuts'],
    [key('?'), 'shortcuts'],
    [key('2', { altKey: true }), 'script-cn'],
  ])('%o is %s', (pressed, command) => {
    expect(commandOf(pressed, reading)).toBe(command);
  });

  test.each(['1', '5', 'h', 'a', 'n', 'p', '?', 'Delete', 'Backspace'])(
    '%s belongs to a text box',
    (name) => {
      expect(commandOf(key(name), typing)).toBeNull();
    },
  );

  test('editing and moving in a text box is not ours', () => {
    expect(commandOf(key('z', { ctrlKey: true }), typing)).toBeNull();
    expect(commandOf(key('ArrowLeft', { altKey: true }), typing)).toBeNull();
  });

  test('searching goes on from its box', () => {
    expect(commandOf(key('F3'), typing)).toBe('find-next');
    expect(commandOf(key('f', { ctrlKey: true }), typing)).toBe('find');
  });

  test('other keys held down make other keys', () => {
    expect(commandOf(key('1', { ctrlKey: true }), reading)).toBeNull();
    expect(commandOf(key('1', { metaKey: true }), reading)).toBeNull();
    expect(commandOf(key('h', { shiftKey: true }), reading)).toBeNull();
    expect(commandOf(key('f', { ctrlKey: true, altKey: true }), reading)).toBeNull();
  });

  test('macOS has Command, and digits that Alt turns into other characters', () => {
    const mac = { mac: true, typing: false };
    expect(commandOf(key('z', { metaKey: true }), mac)).toBe('undo');
    expect(commandOf(key('z', { ctrlKey: true }), mac)).toBeNull();
    expect(commandOf(key('™', { altKey: true, code: 'Digit2' }), mac)).toBe('script-cn');
    expect(keysOf('redo', true)).toBe('⌘⇧Z');
  });

  test('no combination stands for two commands', () => {
    const all = SHORTCUTS.flatMap(({ combinations }) =>
      combinations.map((each) => keyNames(each, false).join('+')),
    );
    expect(new Set(all).size).toBe(all.length);
  });

  test('every command of the menus but the rarest has a key, and every key has its line of help in each language', () => {
    // Done once in the life of a report or a project; the keyboard reaches them in the menus.
    const rare = [
      ...['import-folder', 'reopen-encoding', 'replace-text', 'save-original'],
      ...['import-notes', 'backups', 'codes', 'matrix', 'tags', 'projects'],
    ];
    const withKeys = new Set<string>([...SHORTCUTS.map(({ command }) => command), ...rare]);
    expect(MENU_COMMANDS.filter((command) => !withKeys.has(command))).toEqual([]);
    for (const locale of ['zh-Hans', 'zh-Hant', 'en'] as const) {
      for (const { label } of SHORTCUTS) expect(label(messagesOf(locale).app)).not.toBe('');
    }
  });
});
