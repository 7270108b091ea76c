import type { Edit } from '#core/text/edit.ts';

interface Parsed {
  readonly bytes: Uint8Array;
  readonly edits: readonly Edit[];
}

/** Lists shorter than this many bytes are parsed as quickly as they are found. */
const LEAST_KEPT = 1 << 16;
const MOST_KEPT = 4;

/*
 * One change reads the same long lists several times. They are kept weakly: until the end of the job that read them, and
 * no longer than there is room.
 */
let recent: readonly WeakRef<Parsed>[] = [];

/** A list of edits as a column holds it. Equal bytes may give the very same list: nobody changes it. */
export function parseEdits(bytes: Uint8Array): readonly Edit[] {
  const known = bytes.length < LEAST_KEPT ? undefined : findKept(bytes);
  if (known !== undefined) return known;
  const edits = JSON.parse(viewOf(bytes).toString('utf8')) as readonly Edit[];
  keep({ bytes, edits });
  return edits;
}

/** The column for a list of edits. JSON escapes lone surrogates, so UTF-8 holds it without loss. */
export function editsToJson(edits: readonly Edit[]): Uint8Array {
  const bytes = Buffer.from(JSON.stringify(edits), 'utf8');
  keep({ bytes, edits });
  return bytes;
}

function findKept(bytes: Uint8Array): readonly Edit[] | undefined {
  const view = viewOf(bytes);
  for (const reference of recent) {
    const kept = reference.deref();
    if (kept !== undefined && view.equals(kept.bytes)) return kept.edits;
  }
  return undefined;
}

function keep(parsed: Parsed): void {
  if (parsed.bytes.length < LEAST_KEPT) return;
  recent = [new WeakRef(parsed), ...recent.filter((reference) => reference.deref() !== undefined)].slice(
    0,
    MOST_KEPT,
  );
}

function viewOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
