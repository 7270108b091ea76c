/** The encodings that a user can ask for when a file was read wrongly; as decode-bytes.ts names them. */
export const ENCODINGS = ['UTF-8', 'GB18030', 'Big5', 'UTF-16LE', 'UTF-16BE'] as const;
export type Encoding = (typeof ENCODINGS)[number];
