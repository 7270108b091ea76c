import { setNonce } from 'get-nonce';

/**
 * Hands the nonce of this page load, which main writes into index.html, to the libraries that put style elements into
 * the page. Must run before the first render.
 */
export function takeNonceOfPage(): void {
  const nonce = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content');
  if (nonce) setNonce(nonce);
}
