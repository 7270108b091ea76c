import { strFromU8 } from 'fflate';
import { isSealed, openSeal, readSeal, sealText } from '#core/export/sealed-file.ts';
import { readZip, writeZip } from '../../packs/zip.ts';
import { sha256Hex } from '../export-folder.ts';

/** Where Word keeps properties that programs add; it drops or rewrites none that it does not know. */
const PROPERTIES = 'docProps/custom.xml';

type Parts = ReadonlyMap<string, string>;

/**
 * A Word file with its seal (core/export/sealed-file.ts) among its properties, over all its parts, and nothing in it that
 * differs from one writing to the next. `time` (milliseconds since 1970) is when it was made, as the file says.
 */
export function sealWord(file: Uint8Array, sealId: string, time: number): Uint8Array {
  const parts = new Map(partsOf(file));
  const properties = (parts.get(PROPERTIES) ?? '').replace(
    '<vt:lpwstr></vt:lpwstr>',
    `<vt:lpwstr>${openSeal(sealId)}</vt:lpwstr>`,
  );
  steadyLinks(parts);
  const core = 'docProps/core.xml';
  parts.set(core, (parts.get(core) ?? '').replaceAll(/(?<=W3CDTF">)[^<]*/gu, new Date(time).toISOString()));
  parts.set(PROPERTIES, sealText(properties, hashWith(parts)));
  return writeZip([...parts].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** What the seal of a Word file names, and whether the file is as we wrote it; null where it has no seal of ours. */
export function readWordSeal(
  file: Uint8Array,
): { readonly sealId: string; readonly hash: string; readonly isUntouched: boolean } | null {
  try {
    const parts = partsOf(file);
    const properties = parts.get(PROPERTIES) ?? '';
    const seal = readSeal(properties);
    if (seal === null) return null;
    return { sealId: seal.reportId, hash: seal.hash, isUntouched: isSealed(properties, hashWith(parts)) };
  } catch {
    // No zip, or one that somebody has damaged: not ours to touch.
    return null;
  }
}

function partsOf(file: Uint8Array): Parts {
  return new Map([...readZip(file, () => true)].map(([name, bytes]) => [name, strFromU8(bytes)]));
}

/** The hash of all parts with these properties among them. */
function hashWith(parts: Parts): (properties: string) => string {
  return (properties) => {
    const all = new Map(parts).set(PROPERTIES, properties);
    const lines = [...all].map(([name, text]) => `${name} ${sha256Hex(text)}\n`);
    return sha256Hex(lines.toSorted().join(''));
  };
}

/** The library names links at random; here they are counted. */
function steadyLinks(parts: Map<string, string>): void {
  const names = new Map<string, string>();
  for (const part of ['word/document.xml', 'word/_rels/document.xml.rels']) {
    const text = (parts.get(part) ?? '').replaceAll(/"(rId[\w-]{12,})"/gu, (_all, name: string) => {
      const steady = names.get(name) ?? `rIdLink${String(names.size + 1)}`;
      names.set(name, steady);
      return `"${steady}"`;
    });
    parts.set(part, text);
  }
}
