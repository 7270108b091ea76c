import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { protocol, type Session } from 'electron';
import { fileOf } from './addresses.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
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

/** Serves the built page from `folder` and from nowhere else; other hosts, methods and kinds of files answer 404. */
export function serveApp(session: Session, folder: string): void {
  session.protocol.handle('app', async (request) => {
    const file = fileOf(request.url, folder);
    const contentType = file === null ? undefined : CONTENT_TYPES[path.extname(file)];
    if (request.method !== 'GET' || file === null || contentType === undefined) return notFound();
    try {
      const bytes = await readFile(file);
      return contentType.startsWith('text/html')
        ? page(bytes.toString('utf8'), contentType)
        : asset(bytes, contentType);
    } catch {
      return notFound();
    }
  });
}

/**
 * Lets Node load its fetch classes (80 ms, measured) while the page's process is still starting, instead of at the page's
 * first request.
 */
export function warmResponses(): void {
  void new Response(null).body;
}

function page(html: string, contentType: string): Response {
  const nonce = randomBytes(18).toString('base64');
  return new Response(html.replaceAll('__NONCE__', nonce), {
    headers: {
      'content-type': contentType,
      'content-security-policy': contentSecurityPolicy(nonce),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  });
}

function asset(bytes: Buffer, contentType: string): Response {
  return new Response(new Uint8Array(bytes), {
    headers: { 'content-type': contentType, 'x-content-type-options': 'nosniff' },
  });
}

function notFound(): Response {
  return new Response(null, { status: 404 });
}
