import { app, type Session, type WebContents } from 'electron';
import { APP_ORIGIN, isAllowedRequest } from './addresses.ts';

/** Chromium's own network habits, off before it starts: nothing leaves the machine (promise 5). */
const SWITCHES: readonly (readonly [string, string?])[] = [
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-sync'],
  ['no-pings'],
  ['no-proxy-server'],
  ['dns-prefetch-disable'],
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  [
    'disable-features',
    'AutofillServerCommunication,OptimizationHints,MediaRouter,CertificateTransparencyComponentUpdater',
  ],
];

/** Must run before the app is ready. */
export function disableNetworking(): void {
  for (const [name, value] of SWITCHES) {
    if (value === undefined) app.commandLine.appendSwitch(name);
    else app.commandLine.appendSwitch(name, value);
  }
}

/** Denies every request but the page's own, every permission, device, download and certificate question. */
export function lockSession(session: Session): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isAllowedRequest(details.url, app.isPackaged) });
  });
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  lockSpellChecker(session);
  session.on('will-download', (event) => event.preventDefault());
}

/**
 * Chromium fetches a dictionary as soon as its spell checker has a language, past `onBeforeRequest`; so it gets no language,
 * and what it may have begun before the program was ready is asked of an address that serves none.
 */
function lockSpellChecker(session: Session): void {
  session.setSpellCheckerDictionaryDownloadURL(`${APP_ORIGIN}/dictionaries/`);
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerEnabled(false);
}

/** Keeps a page where it is: no navigation, no new window, no webview. */
export function lockContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
