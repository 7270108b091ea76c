import type { Sha256Hex } from './exported-report.ts';

/**
 * A data file (JSON, CSV) of ours carries a seal, `zhupi REPORT HASH`, near its beginning: it tells which report the file
 * is of, whatever its name, and by the hash whether anybody else has written in it since.
 */
export interface Seal {
  readonly reportId: string;
  /** 12 hex digits of the SHA-256 of the file with zeros in the place of the hash. */
  readonly hash: string;
}

const SEAL = /zhupi ([A-Za-z0-9][A-Za-z0-9._-]{0,199}) ([0-9a-f]{12})(?![0-9a-f])/u;
const LENGTH = 12;
const NO_HASH = '0'.repeat(LENGTH);

/** The seal that stands in a text until {@link sealText} knows its hash. It must be the first seal of the text. */
export function openSeal(reportId: string): string {
  return `zhupi ${reportId} ${NO_HASH}`;
}

/** Puts the hash into the first seal of a text. */
export function sealText(text: string, sha256Hex: Sha256Hex): string {
  return withHash(text, sha256Hex(text).slice(0, LENGTH));
}

/** The first seal of a text or of its beginning; null where there is none. */
export function readSeal(text: string): Seal | null {
  const match = SEAL.exec(text);
  return match === null ? null : { reportId: match[1] ?? '', hash: match[2] ?? '' };
}

/** Whether a file is as it was written. */
export function isSealed(text: string, sha256Hex: Sha256Hex): boolean {
  const seal = readSeal(text);
  return seal !== null && sha256Hex(withHash(text, NO_HASH)).startsWith(seal.hash);
}

function withHash(text: string, hash: string): string {
  return text.replace(SEAL, (_all, reportId: string) => `zhupi ${reportId} ${hash}`);
}
