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

function headOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD_BYTES)).toString('latin1');
}
