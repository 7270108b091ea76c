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

const BYTE_ORDER = String.raw`(?:\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)?\s*`;
/** It ends where the first mark of an end stands, in one way only: with more ways, hundreds of comments would take hours. */
const COMMENT = String.raw`<!--(?:(?!-->)[^])*-->\s*`;
/** What only the source of a page begins with: text may begin with a tag. */
const PAGE_HEAD = new RegExp(
  String.raw`^${BYTE_ORDER}(?:<\?xml\b[^>]*>\s*|${COMMENT}){0,4}<(?:!doctype\s+html|html[\s>])`,
  'iu',
);

const MAY_BEGIN = /^[\s\0<A-Za-z\xEF\xFF\xFE]/u;

/** Bytes in which the tags of a part of a page are counted. */
const FRAGMENT_BYTES = 65_536;
const PART_NAMES =
  'head|body|title|meta|link|style|script|header|nav|main|section|article|div|p|table|tbody|tr|td|ul|ol|li|h[1-6]|center|span|footer';
/** What a part of a page begins and ends with, when it was copied out of the source of the page. */
const FRAGMENT_HEAD = new RegExp(
  String.raw`^${BYTE_ORDER}(?:${COMMENT}){0,4}<(?:${PART_NAMES})(?:\s[^<>]*)?>`,
  'iu',
);
const FRAGMENT_END = new RegExp(String.raw`(?:</(?:${PART_NAMES}|a|html)\s*>|<br\s*/?>|-->)\s*$`, 'iu');
const FRAGMENT_TAG = new RegExp(String.raw`</?(?:${PART_NAMES}|a|br|img)(?:\s[^<>]*)?>`, 'giu');
/** Fewer tags are left in texts. */
const LEAST_TAGS = 10;

/** Whether bytes are a part of the source of a page: tags from the first character to the last one, and many of them. */
function isFragment(bytes: Uint8Array, head: string): boolean {
  if (!FRAGMENT_HEAD.test(head)) return false;
  const tail = latin1(bytes.subarray(-200)).replaceAll('\0', '');
  if (!FRAGMENT_END.test(tail)) return false;
  const begin = latin1(bytes.subarray(0, FRAGMENT_BYTES)).replaceAll('\0', '');
  return [...begin.matchAll(FRAGMENT_TAG)].length >= LEAST_TAGS;
}

/**
 * How a file that is called a text is to be read when it is a page, saved under the wrong name: `.html`, `.mht`; null for text.
 * @param mayBePart whether a part of a page counts too; Markdown may be written in tags
 */
export function savedPageKind(bytes: Uint8Array, mayBePart = false): '.html' | '.mht' | null {
  // Of a text in Chinese the first byte says enough.
  if (
    !MAY_BEGIN.test(Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1)).toString('latin1'))
  ) {
    return null;
  }
  const head = headOf(bytes).replaceAll('\0', '');
  if (PAGE_HEAD.test(head) || (mayBePart && isFragment(bytes, head))) return '.html';
  return isWebArchive(bytes) ? '.mht' : null;
}

function headOf(bytes: Uint8Array): string {
  return latin1(bytes.subarray(0, HEAD_BYTES));
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
