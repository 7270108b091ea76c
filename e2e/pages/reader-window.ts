import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect, type ElectronApplication, type Locator, type Page } from '@playwright/test';
import { answerOpenDialogs } from '../dialogs.ts';
import { results } from '../launch.ts';

/** The six views by the words that the interface (zh-Hans) gives them. */
export const VIEWS = {
  source: '原文字形',
  cn: '简体',
  t: '繁体（OpenCC）',
  tw: '繁体（台湾）',
  twp: '繁体（台湾用词）',
  hk: '繁体（香港）',
} as const;
export type View = keyof typeof VIEWS;

export const COLOURS = ['黄', '红', '绿', '蓝', '紫'] as const;

/** The window as a person works with it: by role and name, mouse and keys. */
export class ReaderWindow {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly article: Locator;
  readonly library: Locator;
  readonly notes: Locator;

  constructor({ app, page }: { readonly app: ElectronApplication; readonly page: Page }) {
    this.app = app;
    this.page = page;
    this.article = page.getByRole('article');
    this.library = page.getByRole('listbox', { name: '报告' });
    this.notes = page.getByRole('complementary', { name: '批注' });
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
    await this.reportOption(title).first().click();
    await expect(this.article).toBeVisible();
  }

  async chooseView(view: View): Promise<void> {
    await this.page.getByRole('radio', { name: VIEWS[view], exact: true }).click();
    await expect(this.page.getByRole('radio', { name: VIEWS[view], exact: true })).toBeChecked();
  }

  /** Drags the mouse over a passage, from the left edge of its first character to the right edge of its last. */
  async dragOver(passage: string): Promise<void> {
    const ends = await this.article.evaluate((article, wanted) => {
      for (const block of article.children) {
        const text = block.firstChild;
        const at = text?.nodeValue?.indexOf(wanted) ?? -1;
        if (!(text instanceof Text) || at < 0) continue;
        block.scrollIntoView({ block: 'center' });
        const box = (start: number): DOMRect => {
          const range = document.createRange();
          range.setStart(text, start);
          range.setEnd(text, start + 1);
          return range.getBoundingClientRect();
        };
        const first = box(at);
        const last = box(at + wanted.length - 1);
        return {
          from: { x: first.left + 1, y: first.top + first.height / 2 },
          to: { x: last.right - 1, y: last.top + last.height / 2 },
        };
      }
      return null;
    }, passage);
    if (ends === null) throw new Error(`the passage is not in one block of the article: ${passage}`);
    await this.page.mouse.move(ends.from.x, ends.from.y);
    await this.page.mouse.down();
    await this.page.mouse.move((ends.from.x + ends.to.x) / 2, (ends.from.y + ends.to.y) / 2, { steps: 4 });
    await this.page.mouse.move(ends.to.x, ends.to.y, { steps: 4 });
    await this.page.mouse.up();
  }

  /** Selects with the mouse and clicks a colour in the bar. */
  async highlight(passage: string, colour: (typeof COLOURS)[number]): Promise<void> {
    await this.dragOver(passage);
    await this.page
      .getByRole('toolbar', { name: '选中文字的操作' })
      .getByRole('button', { name: `标成${colour}色` })
      .click();
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
        if (startContainer === endContainer)
          return (startContainer.nodeValue ?? '').slice(startOffset, endOffset);
        const texts = [(startContainer.nodeValue ?? '').slice(startOffset)];
        let block = startContainer.parentElement?.nextElementSibling ?? null;
        while (block !== null && block !== endContainer.parentElement) {
          texts.push(block.firstChild?.nodeValue ?? '');
          block = block.nextElementSibling;
        }
        return [...texts, (endContainer.nodeValue ?? '').slice(0, endOffset)].join('\n');
      }
    }, style);
  }

  /** The article's text as the window shows it. */
  async shownText(): Promise<string> {
    return this.article.evaluate((article) =>
      [...article.children].map((block) => block.firstChild?.nodeValue ?? '').join('\n'),
    );
  }

  /** A picture of the window in out/e2e/. */
  async screenshot(name: string): Promise<void> {
    mkdirSync(results, { recursive: true });
    await this.page.screenshot({ path: path.join(results, `${name}.png`) });
  }
}
