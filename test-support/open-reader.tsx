import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, expect, vi } from 'vitest';
import { loadDoubtfulFinder } from '#core/script/index.ts';
import type { Edit } from '#core/text/edit.ts';
import { createFakeClient } from '#renderer/platform/fake-client.ts';
import { fakeReport } from '#renderer/platform/fake-reports.ts';
import { renderComponent } from './render-component.tsx';
import { ReaderPane } from '#renderer/features/reader/ReaderPane.tsx';
import { ViewMaker } from '#renderer/features/reader/view-maker.ts';
import type { ViewRequest } from '#renderer/features/reader/view-protocol.ts';

/** The view worker in the test's own thread. */
class InlineWorker extends EventTarget {
  readonly #maker = new ViewMaker({
    post: (data) => void this.dispatchEvent(new MessageEvent('message', { data })),
    pause: () => Promise.resolve(),
  });
  postMessage(request: ViewRequest): void {
    void this.#maker.handle(request);
  }
}

const highlights = new Map<string, Set<AbstractRange>>();

/** Gives jsdom what an article needs: the worker, highlights, boxes. To be called once in a test file. */
export function stubPage(): void {
  // Reading the dictionaries is no part of what a test waits for.
  beforeAll(async () => {
    await Promise.all([loadDoubtfulFinder('Hans', 'tw'), loadDoubtfulFinder('Hans', 'hk')]);
  }, 60_000);
  beforeEach(stub);
  afterEach(() => highlights.clear());
}

function stub(): void {
  vi.stubGlobal('Worker', InlineWorker);
  vi.stubGlobal('Highlight', class extends Set<AbstractRange> {});
  vi.stubGlobal('CSS', { highlights, escape: (text: string) => text });
  vi.stubGlobal(
    'CSSStyleSheet',
    class {
      replaceSync(): void {}
    },
  );
  vi.stubGlobal('requestIdleCallback', () => 0);
  vi.stubGlobal('cancelIdleCallback', () => undefined);
  Object.assign(document, { adoptedStyleSheets: [] });
  // jsdom lays nothing out: every passage is one line at the top of the window.
  const line = { left: 0, right: 80, top: 0, bottom: 20, width: 80, height: 20 } as DOMRect;
  Range.prototype.getClientRects = () => [line] as unknown as DOMRectList;
  Range.prototype.getBoundingClientRect = () => line;
  HTMLElement.prototype.getBoundingClientRect = () => ({ ...line, bottom: 600, height: 600 });
}

/** Opens a report `rone` of this source in the middle pane. */
export async function openReader(source: string, edits: readonly Edit[] = []) {
  const summary = { reportId: 'rone', title: '工作報告', issuer: '某市', date: '2024' };
  const report = { ...fakeReport(summary, source), edits: [...edits] };
  const rendered = await renderComponent(<ReaderPane />, { client: createFakeClient({ reports: [report] }) });
  const state = rendered.store.getState;
  await screen.findByText('Choose a report to read');
  act(() => state().openReport('rone'));
  const article = await screen.findByRole('article');
  await waitFor(() => expect(article.textContent).not.toBe(''));
  const blocks = (): string[] =>
    [...article.querySelectorAll('.zhupi-piece > *')].map((block) => block.textContent ?? '');
  const select = async (text: string): Promise<void> => {
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      const at = node.data.indexOf(text);
      if (at !== -1) document.getSelection()?.setBaseAndExtent(node, at, node, at + text.length);
    }
    await screen.findByRole('toolbar');
  };
  const painted = (name: string): string[] =>
    [...(highlights.get(name) ?? [])].map((range) =>
      (range.startContainer as Text).data.slice(range.startOffset, range.endOffset),
    );
  return { ...rendered, state, article, blocks, select, painted };
}
