import type { SourceScript } from '#core/report/script.ts';
import { convertBlocks, loadConverter, loadDoubtfulFinder, type Converter } from '#core/script/index.ts';
import type { Block } from '#core/text/block.ts';
import type { ViewAnswer, ViewRequest } from './view-protocol.ts';

interface OpenReport {
  readonly script: SourceScript;
  readonly text: string;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly cuts: Int32Array;
}

export interface ViewMakerPort {
  readonly post: (answer: ViewAnswer, transfer: Transferable[]) => void;
  /** Lets waiting messages come in. */
  readonly pause: () => Promise<void>;
}

/** Makes views of one report piece by piece: the work of the view worker, without the worker. */
export class ViewMaker {
  readonly #port: ViewMakerPort;
  #report: OpenReport | null = null;
  #current = -1;

  constructor(port: ViewMakerPort) {
    this.#port = port;
  }

  async handle(request: ViewRequest): Promise<void> {
    switch (request.type) {
      case 'open':
        this.#report = request;
        this.#current = -1;
        return;
      case 'cancel':
        this.#current = -1;
        return;
      case 'preload':
        // A failure shows when the view itself is asked for.
        await loadConverter(request.script, request.view).catch(() => undefined);
        return;
      case 'view':
        try {
          await this.#makeView(request);
        } catch (thrown) {
          const message = thrown instanceof Error ? thrown.message : String(thrown);
          this.#port.post({ type: 'failed', request: request.request, message }, []);
        }
        return;
      case 'doubtful':
        // Marks on demand: where they cannot be found the text is read without them.
        await this.#findDoubtful(request).catch(() =>
          this.#port.post({ type: 'doubtful', request: request.request, spots: [] }, []),
        );
        return;
    }
  }

  async #findDoubtful(asked: ViewRequest & { readonly type: 'doubtful' }): Promise<void> {
    const report = this.#report;
    if (report === null) throw new Error('no report is open');
    const { officialProse, choices } = asked.tables;
    const find = await loadDoubtfulFinder(report.script, asked.view, { overrides: officialProse, choices });
    const { text } = textOfPiece(report, asked.index);
    this.#port.post({ type: 'doubtful', request: asked.request, spots: find(text) }, []);
  }

  async #makeView(asked: ViewRequest & { readonly type: 'view' }): Promise<void> {
    const report = this.#report;
    if (report === null) throw new Error('no report is open');
    this.#current = asked.request;
    const { view, punctuation, tables } = asked;
    const converter = await loadConverter(report.script, view, {
      punctuation,
      overrides: tables.officialProse,
      choices: tables.choices,
    });
    for (const index of asked.order) {
      if (this.#current !== asked.request) return;
      const answer = convertPiece(report, converter, index, asked.request);
      this.#port.post(answer, [answer.starts.buffer, answer.ends.buffer, answer.spans.buffer]);
      await this.#port.pause();
    }
    if (this.#current === asked.request) this.#port.post({ type: 'done', request: asked.request }, []);
  }
}

type PieceAnswer = ViewAnswer & { readonly type: 'piece' } & {
  readonly starts: Int32Array<ArrayBuffer>;
  readonly ends: Int32Array<ArrayBuffer>;
  readonly spans: Int32Array<ArrayBuffer>;
};

function convertPiece(report: OpenReport, converter: Converter, index: number, request: number): PieceAnswer {
  // The whole piece at once: no entry of a dictionary holds a line feed, so none reaches over the end of a block.
  const { first, end, text } = textOfPiece(report, index);
  const whole = converter.convert(text);
  const lines = linesOf(whole.text);
  const fits = lines.starts.length === end - first;
  // Only a text with empty lines between its blocks does not; it is converted block by block.
  const view = fits ? { ...whole, ...lines } : convertSeparately(report, converter, first, end);
  return {
    type: 'piece',
    request,
    index,
    text: view.text,
    starts: view.starts,
    ends: view.ends,
    spans: view.map.spans.slice(),
    readingLength: text.length,
  };
}

/** The blocks of a piece, from `first` up to `end`, and their text. */
function textOfPiece(
  { cuts, starts, ends, text }: OpenReport,
  index: number,
): { readonly first: number; readonly end: number; readonly text: string } {
  const first = cuts[index] as number;
  const end = cuts[index + 1] as number;
  return { first, end, text: text.slice(starts[first], ends[end - 1]) };
}

/** Where the lines of a text lie. */
function linesOf(text: string): Pick<PieceAnswer, 'starts' | 'ends'> {
  const starts = [0];
  const ends: number[] = [];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    ends.push(at);
    starts.push(at + 1);
  }
  ends.push(text.length);
  return { starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
}

function convertSeparately(report: OpenReport, converter: Converter, first: number, end: number) {
  const from = report.starts[first] as number;
  const blocks: Block[] = [];
  for (let block = first; block < end; block += 1) {
    const start = (report.starts[block] as number) - from;
    blocks.push({ kind: 'paragraph', level: 0, start, end: (report.ends[block] as number) - from });
  }
  const view = convertBlocks(converter, report.text.slice(from, report.ends[end - 1]), blocks);
  return {
    text: view.text,
    map: view.map,
    starts: Int32Array.from(view.blocks, (block) => block.start),
    ends: Int32Array.from(view.blocks, (block) => block.end),
  };
}
