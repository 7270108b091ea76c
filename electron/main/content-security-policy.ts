/**
 * The Content-Security-Policy of the window's page. Nothing inline and nothing evaluated: radix-ui's own style elements
 * carry the nonce of this page load, users' colours go through adoptedStyleSheets. `connect-src 'none'` because the page
 * never fetches: everything comes through the preload.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    `default-src 'none'`,
    `script-src 'self'`,
    `worker-src 'self'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `font-src 'self'`,
    `img-src 'self'`,
    `connect-src 'none'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}
