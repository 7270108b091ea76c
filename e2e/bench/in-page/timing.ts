/** What the pages time by themselves, so that the driver's own delays are not in the figures. Milliseconds. */

/** The ends of what an article has to show. */
export interface Expected {
  readonly count: number;
  readonly first: string;
  readonly last: string;
}

interface Converters {
  readonly Converter: (options: { readonly from: string; readonly to: string }) => (text: string) => string;
}

declare global {
  interface Window {
    readonly timing: typeof timing;
    readonly OpenCC: Converters;
  }
}

const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

/** The block elements: children of the article, or of the groups that it is made of. */
function blocks(): readonly Element[] {
  const children = [...(document.querySelector('.zhupi-article')?.children ?? [])];
  return children.flatMap((child) => (child.localName === 'div' ? [...child.children] : [child]));
}

function shows({ count, first, last }: Expected): boolean {
  const there = blocks();
  return there.length === count && textOf(there.at(-1)) === last && textOf(there[0]) === first;
}

function textOf(block: Element | undefined): string {
  return (block?.firstChild as Text | null | undefined)?.data ?? '';
}

/** Milliseconds after which something that does not come is given up. */
const PATIENCE = 20_000;

/** Waits until the article shows what is expected, then for the second frame: the first of the two has been painted. */
async function shown(expected: Expected): Promise<number> {
  const begun = performance.now();
  do {
    await nextFrame();
    if (performance.now() - begun > PATIENCE) {
      const [first] = blocks();
      const shown = first === undefined ? 'nothing' : textOf(first).slice(0, 40);
      throw new Error(
        `waited for ${expected.count} blocks; ${blocks().length} are there, and first: ${shown}`,
      );
    }
  } while (!shows(expected));
  await nextFrame();
  return performance.now();
}

const timing = {
  /** Clicks and waits until the article shows what is expected. */
  async click(element: HTMLElement, expected: Expected): Promise<number> {
    if (shows(expected)) throw new Error('the article shows already what is to be timed');
    const start = performance.now();
    element.click();
    return (await shown(expected)) - start;
  },

  /** Clicks and waits until the first block, which is in sight, is painted with a text; the rest of the article follows. */
  async clickForSight(element: HTMLElement, first: string): Promise<number> {
    const isThere = (): boolean => textOf(blocks()[0]) === first;
    if (isThere()) throw new Error('the article shows already what is to be timed');
    const start = performance.now();
    element.click();
    do {
      await nextFrame();
      if (performance.now() - start > PATIENCE) throw new Error(`waited for ${first}`);
    } while (!isThere());
    await nextFrame();
    return performance.now() - start;
  },

  /** Puts one `<p>` a paragraph into the emptied article of a bare page, from a text in memory. */
  async build(paragraphs: readonly string[], expected: Expected): Promise<number> {
    const article = document.querySelector('.zhupi-article > div') as HTMLElement;
    article.replaceChildren();
    await nextFrame();
    await nextFrame();
    const start = performance.now();
    const fragment = document.createDocumentFragment();
    for (const text of paragraphs) {
      const element = document.createElement('p');
      element.textContent = text;
      fragment.append(element);
    }
    article.append(fragment);
    return (await shown(expected)) - start;
  },

  /** Converts the whole text with opencc-js, whose converter is made by the first call, and sets each paragraph's. */
  async convert(source: string): Promise<number> {
    const nodes = blocks().map((block) => block.firstChild as Text);
    const start = performance.now();
    converter ??= window.OpenCC.Converter({ from: 'cn', to: 'tw' });
    const converted = converter(source).split('\n');
    for (const [index, node] of nodes.entries()) node.data = converted[index] ?? '';
    await nextFrame();
    await nextFrame();
    return performance.now() - start;
  },

  /** Puts a query into the search box, as a key does, and waits until its results are painted. */
  async search(input: HTMLInputElement, query: string): Promise<number> {
    const isThere = (): boolean => {
      const answered = document.querySelector('[data-query]');
      return answered?.getAttribute('data-query') === query && answered.querySelector('mark') !== null;
    };
    if (isThere()) throw new Error('the results are there already');
    const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    const start = performance.now();
    setValue?.call(input, query);
    input.dispatchEvent(new Event('input', { bubbles: true }));
    do {
      await nextFrame();
      if (performance.now() - start > PATIENCE) throw new Error(`no results of ${query}`);
    } while (!isThere());
    await nextFrame();
    return performance.now() - start;
  },

  /** The article's text, a line a block. */
  text: (): string => blocks().map(textOf).join('\n'),

  /** Sets the paragraphs back, and waits until that has been painted. */
  async reset(paragraphs: readonly string[]): Promise<void> {
    for (const [index, block] of blocks().entries()) {
      (block.firstChild as Text).data = paragraphs[index] ?? '';
    }
    await nextFrame();
    await nextFrame();
  },
};

let converter: ((text: string) => string) | undefined;

Object.defineProperty(window, 'timing', { value: timing, configurable: true });
