import { BrowserWindow, nativeImage, nativeTheme, screen, type Rectangle, type WebContents } from 'electron';
import type { Settings } from '#core/ipc/settings.ts';
import { APP_ORIGIN } from './addresses.ts';
import { boundsOnScreen } from './on-screen.ts';

export interface WindowOptions {
  readonly preload: string;
  readonly icon: string;
  readonly bounds: Rectangle | null;
  readonly maximized: boolean;
  readonly settings: Settings;
  readonly developerTools: boolean;
}

const DEFAULT_SIZE = { width: 1360, height: 880 };
const SMALLEST = { minWidth: 640, minHeight: 480 };

/** Opens a reader window. It shows itself with its first paint; the page inside is sandboxed and has no Node. */
export function openWindow(options: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    ...DEFAULT_SIZE,
    ...SMALLEST,
    ...(options.bounds === null ? {} : boundsOnScreen(options.bounds, workAreas())),
    show: false,
    title: 'Zhupi 朱批',
    backgroundColor: backgroundOf(options.settings),
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      devTools: options.developerTools,
    },
  });
  if (options.maximized) window.maximize();
  keepZoom(window.webContents);
  window.once('ready-to-show', () => {
    window.show();
    // Only Linux takes it from here; reading it before would hold up the page.
    if (process.platform === 'linux') window.setIcon(nativeImage.createFromPath(options.icon));
  });
  void window.loadURL(`${APP_ORIGIN}/index.html`);
  return window;
}

/** The paper's colour, so that a dark start does not flash white. The same values stand in the styles' tokens. */
function backgroundOf(settings: Settings): string {
  const dark = settings.theme === 'dark' || (settings.theme === 'system' && nativeTheme.shouldUseDarkColors);
  if (dark) return '#1b1a18';
  return settings.theme === 'sepia' ? '#f3e9d6' : '#fbf9f4';
}

function workAreas(): readonly Rectangle[] {
  return screen.getAllDisplays().map(({ workArea }) => workArea);
}

/** Text size is a setting of ours; Chromium's own zoom would blur the measure of a line. */
function keepZoom(contents: WebContents): void {
  void contents.setVisualZoomLevelLimits(1, 1);
}
