import { Menu, type BrowserWindow, type MenuItemConstructorOptions } from 'electron';
import type { Locale } from '#core/base/locale.ts';
import type { MenuCommand } from '#core/ipc/contract.ts';
import { menuMessage, type MenuMessage } from '#core/messages/menu.ts';
import { send } from './ipc.ts';

type Item = MenuItemConstructorOptions;

/** Sets the application menu, by each platform's convention, in the language of the interface. */
export function setApplicationMenu(locale: Locale, platform: NodeJS.Platform): void {
  const say = (key: MenuMessage): string => menuMessage(key, locale);
  const mac = platform === 'darwin';
  const separator: Item = { type: 'separator' };
  const settings = command(say('settings'), 'settings', 'CmdOrCtrl+,');
  const file: Item[] = [
    command(say('import'), 'import', 'CmdOrCtrl+O'),
    // The one dialog of macOS chooses both.
    ...(mac ? [] : [command(say('importFolder'), 'import-folder')]),
    shown(say('importClipboard'), 'import-clipboard', 'CmdOrCtrl+Shift+V'),
    separator,
    command(say('reportInfo'), 'report-info', 'CmdOrCtrl+I'),
    command(say('reopenEncoding'), 'reopen-encoding'),
    command(say('replaceText'), 'replace-text'),
    command(say('originalFile'), 'save-original'),
    separator,
    command(say('export'), 'export', 'CmdOrCtrl+E'),
    command(say('exportAll'), 'export-all', 'CmdOrCtrl+Shift+E'),
    command(say('importNotes'), 'import-notes'),
    separator,
    command(say('backups'), 'backups'),
    separator,
    ...(mac ? [] : [settings, separator]),
    { role: 'close', label: say('close') },
    ...(mac ? [] : [{ role: 'quit', label: say('quit') } as const]),
  ];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(mac ? [appMenu(settings, separator)] : []),
      { label: say('file'), submenu: file },
      { label: say('edit'), submenu: editItems(say, separator) },
      { label: say('view'), submenu: viewItems(say, separator) },
      { label: say('go'), submenu: goItems(say, mac) },
      { label: say('help'), role: 'help', submenu: [command(say('shortcuts'), 'shortcuts')] },
    ]),
  );
}

function appMenu(settings: Item, separator: Item): Item {
  return {
    role: 'appMenu',
    submenu: [
      { role: 'about' },
      separator,
      settings,
      separator,
      { role: 'services' },
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      separator,
      { role: 'quit' },
    ],
  };
}

function editItems(say: (key: MenuMessage) => string, separator: Item): Item[] {
  return [
    shown(say('undo'), 'undo', 'CmdOrCtrl+Z'),
    shown(say('redo'), 'redo', 'CmdOrCtrl+Shift+Z'),
    separator,
    { role: 'cut', label: say('cut') },
    { role: 'copy', label: say('copy') },
    { role: 'paste', label: say('paste') },
    { role: 'selectAll', label: say('selectAll') },
    separator,
    shown(say('find'), 'find', 'CmdOrCtrl+F'),
    shown(say('search'), 'search', 'CmdOrCtrl+Shift+F'),
    shown(say('findNext'), 'find-next', 'CmdOrCtrl+G'),
    shown(say('findPrevious'), 'find-previous', 'CmdOrCtrl+Shift+G'),
    separator,
    command(say('codes'), 'codes'),
    command(say('tags'), 'tags'),
    command(say('projects'), 'projects'),
  ];
}

function viewItems(say: (key: MenuMessage) => string, separator: Item): Item[] {
  return [
    {
      label: say('script'),
      submenu: [
        command(say('scriptSource'), 'script-source'),
        command(say('scriptCn'), 'script-cn'),
        command(say('scriptT'), 'script-t'),
        command(say('scriptTw'), 'script-tw'),
        command(say('scriptTwp'), 'script-twp'),
        command(say('scriptHk'), 'script-hk'),
      ],
    },
    separator,
    command(say('outline'), 'outline', 'CmdOrCtrl+Shift+O'),
    command(say('library'), 'toggle-library', 'F9'),
    command(say('notes'), 'toggle-notes', 'Shift+F9'),
    separator,
    // Their keys are plain letters, which a menu would take from text boxes on macOS.
    command(say('repairs'), 'repairs'),
    command(say('sourceLayer'), 'source-layer'),
    command(say('matrix'), 'matrix'),
    separator,
    shown(say('larger'), 'larger', 'CmdOrCtrl+Plus'),
    shown(say('smaller'), 'smaller', 'CmdOrCtrl+-'),
    shown(say('defaultSize'), 'default-size', 'CmdOrCtrl+0'),
    separator,
    { role: 'togglefullscreen', label: say('fullScreen') },
  ];
}

function goItems(say: (key: MenuMessage) => string, mac: boolean): Item[] {
  return [
    shown(say('back'), 'back', mac ? 'Cmd+[' : 'Alt+Left'),
    shown(say('forward'), 'forward', mac ? 'Cmd+]' : 'Alt+Right'),
  ];
}

function command(label: string, name: MenuCommand, accelerator?: string): Item {
  return {
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: (_item, window) => {
      if (window !== undefined) send(window as BrowserWindow, 'menuCommand', { command: name });
    },
  };
}

/**
 * A command whose key the page itself listens to: it knows about text boxes and input methods, the menu does not. The
 * menu shows the key without taking it.
 */
function shown(label: string, name: MenuCommand, accelerator: string): Item {
  return { ...command(label, name, accelerator), registerAccelerator: false };
}
