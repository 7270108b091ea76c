import { expect, test } from 'vitest';
import { convertBlocks, loadConverter } from '#core/script/index.ts';
import { buildReading } from '#core/text/reading.ts';
import { ReportView } from '#renderer/dom/report-view.ts';
import type { ViewPiece } from '#renderer/dom/view-piece.ts';
import { outward } from './article-controller.ts';
import { ViewClient, type ViewWorker } from './view-client.ts';
import { ViewMaker } from './view-maker.ts';
import type { ViewAnswer, ViewRequest } from './view-protocol.ts';

const LINES = ['把握发展方向', '统筹推进', '教育强国，面向人民', '一、台账后勤', '只争朝夕'];

function reportView(lines: readonly string[], pieceLength: number): ReportView {
  const { text, map, blocks } = buildReading(lines.join('\n'), 'txt', []);
  const starts = Int32Array.from(blocks, (block) => block.start);
  const ends = Int32Array.from(blocks, (block) => block.end);
  return new ReportView({ text, map, bounds: { starts, ends } }, pieceLength);
}

/** A worker in the same thread; messages are cloned as a real one does. */
function inlineWorker(): ViewWorker {
  const listeners: ((event: MessageEvent<ViewAnswer>) => void)[] = [];
  const post = (answer: ViewAnswer, transfer: Transferable[]): void => {
    const data = structuredClone(answer, { transfer });
    for (const listener of listeners) listener({ data } as MessageEvent<ViewAnswer>);
  };
  const maker = new ViewMaker({ post, pause: () => new Promise((resolve) => setTimeout(resolve, 0)) });
  return {
    postMessage: (request: ViewRequest) => void maker.handle(structuredClone(request)),
    addEventListener: (type: string, listener: (event: never) => void) => {
      if (type === 'message') listeners.push(listener as (event: MessageEvent<ViewAnswer>) => void);
    },
  };
}

const TABLES = { officialProse: true, choices: [] };

async function ask(client: ViewClient, view: ReportView, order: readonly number[], punctuation = false) {
  const pieces: [number, ViewPiece][] = [];
  await new Promise<void>((resolve, reject) => {
    client.ask(view, 'Hans', { view: 'tw', punctuation, tables: TABLES }, order, {
      onPiece: (index, piece) => pieces.push([index, piece]),
      onDone: resolve,
      onFailed: (message) => reject(new Error(message)),
    });
  });
  return pieces;
}

test('pieces come in the order asked for and make the view that converting the whole text makes', async () => {
  const view = reportView(LINES, 10);
  const pieces = await ask(new ViewClient(inlineWorker), view, outward(1, view.pieceCount));
  expect(pieces.map(([index]) => index)).toEqual([1, 2, 0, 3, 4]);
  for (const [index, piece] of pieces) view.replace(index, piece);
  const whole = convertBlocks(
    await loadConverter('Hans', 'tw'),
    view.reading.text,
    buildReading(LINES.join('\n'), 'txt', []).blocks,
  );
  const shown = Array.from({ length: view.blockCount }, (_value, block) => view.textOf(block));
  expect(shown.join('\n')).toBe(whole.text);
  expect(whole.text).toContain('統籌推進');
  const start = view.reading.text.indexOf('强国');
  const spots = view.spotsOf({ start, end: start + 2 });
  expect(view.textOf(spots?.start.block ?? 0).slice(spots?.start.offset, spots?.end.offset)).toBe('強國');
});

test('blocks with empty lines between them keep their borders', async () => {
  const text = '统筹\n\n\n强国';
  const map = { spans: new Int32Array(0), aLength: text.length, bLength: text.length };
  const bounds = { starts: Int32Array.from([0, 5]), ends: Int32Array.from([2, 7]) };
  const view = new ReportView({ text, map, bounds });
  for (const [index, piece] of await ask(new ViewClient(inlineWorker), view, [0])) view.replace(index, piece);
  expect([view.textOf(0), view.textOf(1)]).toEqual(['統籌', '強國']);
});

test('of two demands only the last is answered', async () => {
  const view = reportView(LINES, 5);
  const client = new ViewClient(inlineWorker);
  const first: number[] = [];
  client.ask(view, 'Hans', { view: 'tw', punctuation: false, tables: TABLES }, outward(0, view.pieceCount), {
    onPiece: (index) => first.push(index),
    onDone: () => first.push(-1),
    onFailed: () => first.push(-2),
  });
  const pieces = await ask(client, view, outward(0, view.pieceCount));
  expect(first).toEqual([]);
  expect(pieces).toHaveLength(view.pieceCount);
});

test('outward names every piece once, the nearest first', () => {
  expect(outward(2, 5)).toEqual([2, 3, 1, 4, 0]);
  expect(outward(0, 1)).toEqual([0]);
  expect(outward(3, 4)).toEqual([3, 2, 1, 0]);
});

test('quotation marks follow the view when asked', async () => {
  const view = reportView(['“发展”规划', '“教育‘强国’”'], 100);
  const [plain, followed] = [
    await ask(new ViewClient(inlineWorker), view, [0]),
    await ask(new ViewClient(inlineWorker), view, [0], true),
  ];
  expect(plain[0]?.[1].text).toBe('“發展”規劃\n“教育‘強國’”');
  expect(followed[0]?.[1].text).toBe('「發展」規劃\n「教育『強國』」');
});
