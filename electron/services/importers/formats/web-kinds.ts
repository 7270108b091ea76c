/** Bytes in which a file says what it is. */
const HEAD_BYTES = 4_096;

/** Whether bytes begin as a web archive does, whatever the name of their file says. */
export function isWebArchive(bytes: Uint8Array): boolean {
  const head = headOf(bytes);
  return (
    /^(?:from|subject|date|mime-version|snapshot-content-location):/iu.test(head) &&
    /^mime-version:/imu.test(head) &&
    /^content-type:\s*(?:multipart\/related|text\/html)\b/imu.test(head)
  );
}

/** Whether bytes begin as a page does: with a tag or a mark of UTF-16, which no archive begins with. */
export function isWebPage(bytes: Uint8Array): boolean {
  return /^(?:\xEF\xBB\xBF)?\s*<|^(?:\xFF\xFE|\xFE\xFF)/u.test(headOf(bytes));
}

/** What only the source of a page begins with: text may begin with a tag. */
const PAGE_HEAD =
  /^(?:\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)?\s*(?:<\?xml\b[^>]*>\s*|<!--[^]*?-->\s*){0,4}<(?:!doctype\s+html|html[\s>])/iu;

const MAY_BEGIN = /^[\s\0<A-Za-z\xEF\xFF\xFE]/u;

/** How a file that is called a text is to be read when it is a page, saved under the wrong name: `.html`, `.mht`; null for text. */
export function savedPageKind(bytes: Uint8Array): '.html' | '.mht' | null {
  // Of a text in Chinese the first byte says enough.
  if (
    !MAY_BEGIN.test(Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1)).toString('latin1'))
  ) {
    return null;
  }
  const head = headOf(bytes).replaceAll('\0', '');
  if (PAGE_HEAD.test(head)) return '.html';
  return isWebArchive(bytes) ? '.mht' : null;
}

function headOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD_BYTES)).toString('latin1');
}
