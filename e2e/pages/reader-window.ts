import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { answerOpenDialogs } from '../dialogs.ts';
import { expect } from '../expect.ts';
import { results } from '../launch.ts';
import { ArticlePage, BLOCKS } from './article-page.ts';

/** The six views by the words that the interface (zh-Hans) gives them. */
export const VIEWS = {
  source: '原文字形',
  cn: '简体',
  t: '繁体（OpenCC）',
  tw: '繁体（台湾）',
  twp: '繁体（台湾 IT 用词）',
  hk: '繁体（香港）',
} as const;
export type View = keyof typeof VIEWS;

/** The language of the text in each view, by which fonts choose the forms of the characters. */
const LANGUAGES: Readonly<Record<View, RegExp>> = {
  source: /^zh/u,
  cn: /^zh-Hans$/u,
  t: /^zh-Hant$/u,
  tw: /^zh-Hant-TW$/u,
  twp: /^zh-Hant-TW$/u,
  hk: /^zh-Hant-HK$/u,
};

export type Colour = '黄' | '红' | '绿' | '蓝' | '紫';

/** The window as a person works with it: by role and name, mouse and keys. */
export class ReaderWindow {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly article: Locator;
  readonly library: Locator;
  readonly notes: Locator;
  readonly selectionBar: Locator;
  readonly toasts: Locator;
  readonly searchBox: Locator;
  readonly searchResults: Locator;
  readonly text: ArticlePage;

  constructor({ app, page }: { readonly app: ElectronApplication; readonly page: Page }) {
    this.app = app;
    this.page = page;
    this.article = page.getByRole('article');
    this.library = page.getByRole('listbox', { name: '报告' });
    this.notes = page.getByRole('complementary', { name: '批注' });
    this.selectionBar = page.getByRole('toolbar', { name: '选中文字的操作' });
    this.toasts = page.getByRole('region', { name: '通知', exact: true });
    this.searchBox = page.getByRole('combobox', { name: '搜索全部报告' });
    this.searchResults = page.getByRole('region', { name: '搜索结果' });
    this.text = new ArticlePage(page);
  }

  /** Imports through the button and the system's dialog. */
  async importFiles(paths: readonly string[]): Promise<void> {
    await answerOpenDialogs(this.app, paths);
    await this.page.getByRole('button', { name: '导入' }).first().click();
  }

  reportOption(title: string | RegExp): Locator {
    return this.library.getByRole('option', { name: title });
  }

  async openReport(title: string | RegExp): Promise<void> {
    const option = this.reportOption(title).first();
    const name = (await option.locator('[title]').first().getAttribute('title')) ?? '';
    await option.click();
    // The report that was open before may stand there for a moment yet.
    await expect(this.article).toHaveAttribute('aria-label', name);
    await expect(this.article.locator(BLOCKS).first()).toBeAttached();
  }

  async chooseView(view: View): Promise<void> {
    await this.page.getByRole('radio', { name: VIEWS[view], exact: true }).click();
    await expect(this.page.getByRole('radio', { name: VIEWS[view], exact: true })).toBeChecked();
    await expect(this.article.locator('[lang]').first()).toHaveAttribute('lang', LANGUAGES[view]);
  }

  /** Drags the mouse over a passage that stands in one paragraph. */
  async dragOver(passage: string): Promise<void> {
    const from = await this.text.find(passage);
    await this.text.drag(from, { block: from.block, offset: from.offset + passage.length - 1 });
    await expect(this.selectionBar).toBeVisible();
  }

  /** Selects with the mouse and clicks a colour in the bar. */
  async highlight(passage: string, colour: Colour): Promise<void> {
    await this.dragOver(passage);
    await this.markIn(colour);
  }

  /** Clicks a colour in the bar at the selection. */
  async markIn(colour: Colour): Promise<void> {
    await this.selectionBar.getByRole('button', { name: `标成${colour}色` }).click();
  }

  /** The texts that are painted under a style such as `code-yellow`, from the browser's own registry. */
  async painted(style: string): Promise<readonly string[]> {
    return this.page.evaluate((name) => {
      const registry = CSS.highlights as unknown as Map<string, Set<Range>>;
      return [...registry]
        .filter(([key]) => key === name || key.startsWith(`${name}-`))
        .flatMap(([, ranges]) => [...ranges].map((range) => textOf(range)));

      function textOf(range: Range): string {
        const { startContainer, endContainer, startOffset, endOffset } = range;
        if (startContainer === endContainer) {
          return (startContainer.nodeValue ?? '').slice(startOffset, endOffset);
        }
        const texts = [(startContainer.nodeValue ?? '').slice(startOffset)];
        const walker = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
        walker.currentNode = startContainer;
        for (let node = walker.nextNode(); node !== null && node !== endContainer; node = walker.nextNode()) {
          texts.push(node.nodeValue ?? '');
        }
        return [...texts, (endContainer.nodeValue ?? '').slice(0, endOffset)].join('\n');
      }
    }, style);
  }

  /** Presses Escape and waits until the dialog has gone: the mouse would meet it. */
  async closeDialog(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await expect(this.page.getByRole('dialog')).toHaveCount(0);
  }

  /** Opens the settings, does something in them, and closes them. */
  async inSettings(work: () => Promise<void>): Promise<void> {
    const opened = this.page.locator('[role="dialog"]');
    await this.page.keyboard.press('Control+,');
    await expect(opened).toHaveCount(1);
    await work();
    await this.closeDialog();
  }

  /** The article's text as the window shows it. */
  async shownText(): Promise<string> {
    return this.article
      .locator(BLOCKS)
      .evaluateAll((blocks) => blocks.map((block) => block.firstChild?.nodeValue ?? '').join('\n'));
  }

  /** A picture of the window in out/e2e/. */
  async screenshot(name: string): Promise<void> {
    mkdirSync(results, { recursive: true });
    await this.page.screenshot({ path: path.join(results, `${name}.png`) });
  }
}
