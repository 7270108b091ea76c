import type { SourceFormat } from '../../report/report.ts';
import type { Edit } from '../edit.ts';
import type { DecodeBytes } from './double-byte-table.ts';

/** Bytes of the file that became U+FFFD. */
export interface UndecodableBytes {
  /** Byte offset in the file. */
  readonly offset: number;
  readonly bytes: Uint8Array;
}

/** What a rule may know beside the text. */
export interface RuleContext {
  readonly format: SourceFormat;
  /**
   * Whether the character's Simplified form is another character (發: yes; 的: no). Given by the caller, because the
   * conversion tables stand above this room.
   */
  readonly isTraditionalForm: (char: string) => boolean;
  /** Knows the double-byte encodings. Without it the rules about bytes only mark. */
  readonly decodeBytes?: DecodeBytes | undefined;
  /** Of a source that was decoded as UTF-8: what did not decode, in order, and the byte offset of its first character. */
  readonly undecodable?: readonly UndecodableBytes[] | undefined;
  readonly firstByte?: number | undefined;
}

/**
 * One kind of known damage. `find` is pure: it proposes edits, ordered and without overlaps, in UTF-16 offsets of the
 * text it is given, which is what the earlier rules leave. Edits that it is not sure of have `applied: false`.
 */
export interface RepairRule {
  readonly id: string;
  /** What stands in every text that the rule finds anything in: one without it needs no closer look. */
  readonly trace?: RegExp;
  readonly find: (text: string, context: RuleContext) => readonly Edit[];
}

/** An edit of `text` at [start, end), with `before` sliced from it. */
export function editAt(
  text: string,
  range: { readonly start: number; readonly end: number },
  change: Pick<Edit, 'after' | 'rule' | 'confidence' | 'applied'>,
): Edit {
  return { start: range.start, end: range.end, before: text.slice(range.start, range.end), ...change };
}
