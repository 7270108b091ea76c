import type { Locator, Page } from '@playwright/test';
import { expect } from '../expect.ts';

/** The article's paragraphs and headings, in their order; each holds one text node. */
export const BLOCKS = 'p, h1, h2, h3, h4, h5, h6';

/** A character of the article: number of its paragraph and UTF-16 offset in it. */
export interface Place {
  readonly block: number;
  readonly offset: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What the article shows and where on the screen, read from the page as it is laid out. */
export class ArticlePage {
  readonly #page: Page;
  readonly #blocks: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#blocks = page.getByRole('article').locator(BLOCKS);
  }

  /** The first place of a text inside one paragraph, scrolled into the window, once the article holds it. */
  async find(text: string): Promise<Place> {
    let found: Place | null = null;
    await expect
      .poll(async () => (found = await this.#look(text)), {
        message: `a paragraph of the article holds: ${text}`,
        intervals: [50, 100, 250],
      })
      .not.toBeNull();
    if (found === null) throw new Error('unreachable');
    return found;
  }

  async #look(text: string): Promise<Place | null> {
    return this.#blocks.evaluateAll(async (blocks, wanted) => {
      for (const [block, element] of blocks.entries()) {
        const offset = element.firstChild?.nodeValue?.indexOf(wanted) ?? -1;
        if (offset < 0) continue;
        // A report that has just been opened or changed holds its own place for some frames.
        for (let calm = 0; calm < 3;) {
          element.scrollIntoView({ block: 'center' });
          const { top } = element.getBoundingClientRect();
          // No function has a name in here: the tour's loader would mark it with a helper that the page has not.
          await new Promise((resolve) => requestAnimationFrame(resolve));
          // Another text has come in its place meanwhile.
          if (!element.isConnected) return null;
          calm = Math.abs(element.getBoundingClientRect().top - top) < 0.5 ? calm + 1 : 0;
        }
        return { block, offset };
      }
      return null;
    }, text);
  }

  /** The box of a character in the window, in pixels. */
  async boxOf(place: Place): Promise<Box> {
    return this.#blocks.evaluateAll((blocks, { block, offset }) => {
      const node = blocks[block]?.firstChild;
      if (!(node instanceof Text)) throw new Error(`paragraph ${block} has no text`);
      const range = document.createRange();
      range.setStart(node, offset);
      range.setEnd(node, offset + 1);
      const { x, y, width, height } = range.getClientRects()[0] ?? range.getBoundingClientRect();
      return { x, y, width, height };
    }, place);
  }

  async clickOn(text: string): Promise<void> {
    const box = await this.boxOf(await this.find(text));
    await this.#page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  }

  /** Drags the mouse from the left edge of one character to the right edge of another. */
  async drag(from: Place, to: Place): Promise<void> {
    const first = await this.boxOf(from);
    const last = await this.boxOf(to);
    const start = { x: first.x + 1, y: first.y + first.height / 2 };
    const end = { x: last.x + last.width - 1, y: last.y + last.height / 2 };
    await this.#page.mouse.move(start.x, start.y);
    await this.#page.mouse.down();
    await this.#page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 4 });
    await this.#page.mouse.move(end.x, end.y, { steps: 4 });
    await this.#page.mouse.up();
  }

  /** The first character of which at least half is seen, and its distance from the top of the scrolled box. */
  async firstVisible(): Promise<Place & { readonly top: number }> {
    return this.#blocks.evaluateAll((blocks) => {
      const edge = blocks[0]?.closest('article')?.parentElement?.getBoundingClientRect().top ?? 0;
      for (const [block, element] of blocks.entries()) {
        const node = element.firstChild;
        if (!(node instanceof Text) || element.getBoundingClientRect().bottom <= edge) continue;
        const range = document.createRange();
        for (let offset = 0; offset < node.length; offset += 1) {
          range.setStart(node, offset);
          range.setEnd(node, offset + 1);
          const box = range.getClientRects()[0];
          if (box !== undefined && (box.top + box.bottom) / 2 > edge) {
            return { block, offset, top: box.top - edge };
          }
        }
      }
      throw new Error('nothing of the article is in the window');
    });
  }

  /** Distance of a character from the top of the scrolled box, in pixels. */
  async topOf(place: Place): Promise<number> {
    const box = await this.boxOf(place);
    const edge = await this.#page
      .getByRole('article')
      .evaluate((article) => article.parentElement?.getBoundingClientRect().top ?? 0);
    return box.y - edge;
  }

  /** A picture of one character as it is painted. */
  async picture(place: Place): Promise<string> {
    const { x, y, width, height } = await this.boxOf(place);
    // Inside the box: glyphs and fills of the neighbours end at its edge.
    const clip = {
      x: Math.ceil(x) + 1,
      y: Math.ceil(y) + 1,
      width: Math.floor(width) - 2,
      height: Math.floor(height) - 2,
    };
    return (await this.#page.screenshot({ clip, animations: 'disabled', caret: 'hide' })).toString('base64');
  }

  /**
   * Scrolls by the wheel with the pointer over the text, until the text rests: the wheel may be smoothed, and paragraphs
   * that come near the window get their real sizes. Answers what is then the first visible character.
   */
  async scrollBy(pixels: number): Promise<Place & { readonly top: number }> {
    const article = this.#page.getByRole('article');
    const { x, y, before } = await article.evaluate((element) => {
      const box = (element.parentElement ?? element).getBoundingClientRect();
      const middle = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      return { ...middle, before: element.parentElement?.scrollTop };
    });
    // To the middle of what is seen, and not to a place of the article: one above the window would be scrolled to first.
    await this.#page.mouse.move(x, y);
    await this.#page.mouse.wheel(0, pixels);
    await expect.poll(() => article.evaluate((element) => element.parentElement?.scrollTop)).not.toBe(before);
    await this.#rest();
    return this.firstVisible();
  }

  /** Waits until neither the scrolled box nor a paragraph in it moves over a number of frames. */
  async #rest(): Promise<void> {
    await this.#page.getByRole('article').evaluate(async (article) => {
      for (let calm = 0, last = ''; calm < 20;) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
        const now = `${article.parentElement?.scrollTop} ${article.getBoundingClientRect().height}`;
        calm = now === last ? calm + 1 : 0;
        last = now;
      }
    });
  }
}
