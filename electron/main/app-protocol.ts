import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { protocol, type ProtocolResponse, type Session } from 'electron';
import { fileOf } from './addresses.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Must run before the app is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, codeCache: true } },
  ]);
}

/**
 * Serves the built page from `folder` and from nowhere else; other hosts, methods and kinds of files answer 404.
 *
 * Electron recommends `protocol.handle`, whose Request and Response make Node load its whole HTTP client: 60 ms of the
 * start's processor time, measured, on the thread that draws the window (docs/adr/0009).
 *
 * `onScript` hears of each script that has been handed out: the page is then busy with it for a while, and main can do what
 * must not hold the page up.
 */
export function serveApp(session: Session, folder: string, onScript: () => void): void {
  session.protocol.registerBufferProtocol('app', ({ url, method }, answer) => {
    const file = fileOf(url, folder);
    const mimeType = file === null ? undefined : CONTENT_TYPES[path.extname(file)];
    if (method !== 'GET' || file === null || mimeType === undefined) {
      answer(NOT_FOUND);
      return;
    }
    readFile(file).then(
      (bytes) => {
        answer(mimeType === 'text/html' ? page(bytes, mimeType) : asset(bytes, mimeType));
        if (mimeType === 'text/javascript') onScript();
      },
      () => answer(NOT_FOUND),
    );
  });
}

const NOT_FOUND: ProtocolResponse = { statusCode: 404, data: Buffer.alloc(0) };

function page(bytes: Buffer, mimeType: string): ProtocolResponse {
  const nonce = randomBytes(18).toString('base64');
  return {
    mimeType,
    charset: 'utf-8',
    headers: {
      'content-security-policy': contentSecurityPolicy(nonce),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
    data: Buffer.from(bytes.toString('utf8').replaceAll('__NONCE__', nonce), 'utf8'),
  };
}

function asset(bytes: Buffer, mimeType: string): ProtocolResponse {
  return { mimeType, charset: 'utf-8', headers: { 'x-content-type-options': 'nosniff' }, data: bytes };
}
