/** First bytes of kinds of files that are no text. */
const SIGNATURES: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0x7b, 0x5c, 0x72, 0x74, 0x66], // RTF: text only to programs
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0x50, 0x4b, 0x03, 0x04], // zip, docx, epub
  [0x25, 0x50, 0x44, 0x46, 0x2d], // PDF
  [0xd0, 0xcf, 0x11, 0xe0], // old Office
  [0x7f, 0x45, 0x4c, 0x46], // ELF
  [0x1f, 0x8b, 0x08], // gzip
  [0x52, 0x61, 0x72, 0x21, 0x1a], // RAR
  [0x37, 0x7a, 0xbc, 0xaf], // 7z
  [0xca, 0xfe, 0xba, 0xbe], // Mach-O, Java
  [0xcf, 0xfa, 0xed, 0xfe], // Mach-O
];

/** More control characters than this share of the bytes are doubtful (a damaged text may hold NULs); more than that are none. */
const CONTROL_SHARE = 0.05;
const MOST_CONTROL_SHARE = 0.6;

/** What bytes are by the look of them: `doubtful` ones must read like prose. UTF-16 is mostly doubtful. */
export function sortOf(bytes: Uint8Array): 'text' | 'doubtful' | 'binary' {
  if (SIGNATURES.some((signature) => signature.every((byte, index) => bytes[index] === byte))) {
    return 'binary';
  }
  // A Windows program; "MZ" alone could begin a text.
  if (bytes[0] === 0x4d && bytes[1] === 0x5a && bytes.subarray(0, 512).includes(0)) return 'binary';
  let controls = 0;
  for (const byte of bytes) {
    if (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b) controls += 1;
  }
  if (controls > bytes.length * MOST_CONTROL_SHARE) return 'binary';
  return controls > bytes.length * CONTROL_SHARE ? 'doubtful' : 'text';
}
