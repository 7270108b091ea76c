import { decodeBytes } from '../importers/decode-bytes.ts';

/** Bytes in which a file says what it is. */
const HEAD = 4096;

/** The kind of file that bytes are, as the end of a name with its point; what is no document is a text. */
export function kindOfBytes(bytes: Buffer): '.pdf' | '.docx' | '.epub' | '.mht' | '.html' | '.md' | '.txt' {
  const head = bytes.subarray(0, HEAD).toString('latin1');
  if (head.includes('%PDF-')) return '.pdf';
  if (head.startsWith('PK')) return head.includes('application/epub+zip') ? '.epub' : '.docx';
  if (/^mime-version:/imu.test(head) && /^content-type:\s*(?:multipart\/related|text\/html)/imu.test(head)) {
    return '.mht';
  }
  const text = textOf(bytes);
  if (
    /^\uFEFF?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/iu.test(text)
  ) {
    return '.html';
  }
  return /^#{1,6} \S/mu.test(text) || /^\uFEFF?---\r?\n/u.test(text) ? '.md' : '.txt';
}

function textOf(bytes: Buffer): string {
  try {
    return decodeBytes(bytes).text;
  } catch {
    return '';
  }
}
