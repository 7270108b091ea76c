import type { SourceScript, ViewScript } from '#core/report/script.ts';
import type { DoubtfulSpot } from '#core/script/index.ts';
import type { ScriptTables } from '#renderer/state/report/script-rules.ts';

/** What the window asks of the view worker. */
export type ViewRequest =
  /** A report to make views of: its reading text, where its blocks lie, and the first block of each piece. */
  | {
      readonly type: 'open';
      readonly script: SourceScript;
      readonly text: string;
      readonly starts: Int32Array;
      readonly ends: Int32Array;
      readonly cuts: Int32Array;
    }
  /** Pieces of the opened report in a view, in this order; ends whatever was asked before. */
  | {
      readonly type: 'view';
      readonly request: number;
      readonly view: ViewScript;
      /** Whether quotation marks follow the view. */
      readonly punctuation: boolean;
      readonly tables: ScriptTables;
      readonly order: readonly number[];
    }
  /** The doubtful spots of one piece of the opened report in a view; other requests do not end it. */
  | {
      readonly type: 'doubtful';
      readonly request: number;
      readonly view: ViewScript;
      readonly tables: ScriptTables;
      readonly index: number;
    }
  /** Ends whatever was asked before. */
  | { readonly type: 'cancel' }
  /** Loads the dictionaries of a view that is likely to be wanted. */
  | { readonly type: 'preload'; readonly script: SourceScript; readonly view: ViewScript };

/** What the worker answers. Offsets are UTF-16 units from the start of the piece, in the reading text and in the view. */
export type ViewAnswer =
  | {
      readonly type: 'piece';
      readonly request: number;
      readonly index: number;
      readonly text: string;
      readonly starts: Int32Array;
      readonly ends: Int32Array;
      readonly spans: Int32Array;
      readonly readingLength: number;
    }
  | { readonly type: 'doubtful'; readonly request: number; readonly spots: readonly DoubtfulSpot[] }
  | { readonly type: 'done'; readonly request: number }
  | { readonly type: 'failed'; readonly request: number; readonly message: string };
