import { beforeEach, describe, expect, test } from 'vitest';
import { selectedSpots, selectSpots } from './article-selection.ts';
import { ArticleText } from './article-text.ts';
import { extendSelection, extentOfKey, selectBlock } from './paragraph-cursor.ts';

const TEXTS = ['标题', '第一段文字。', '第二段。', '第三段。'];

let article: ArticleText;

beforeEach(() => {
  document.body.innerHTML = '<p id="outside">outside</p><article></article>';
  const root = document.querySelector('article') as HTMLElement;
  article = new ArticleText(root, {
    cuts: Int32Array.from([0, 2, 4]),
    guessedSize: () => '100px',
    shapeOf: (block) => ({ tag: block === 0 ? 'h2' : 'p', className: '' }),
    textOf: (block) => TEXTS[block] ?? '',
  });
  document.getSelection()?.removeAllRanges();
});

function select(from: Node, fromOffset: number, to: Node, toOffset: number) {
  document.getSelection()?.setBaseAndExtent(from, fromOffset, to, toOffset);
  return selectedSpots(article, document.getSelection());
}

describe('ArticleText', () => {
  test('holds one text node a block, in groups', () => {
    expect([...article.root.children].map((group) => group.children.length)).toEqual([2, 2]);
    expect(article.nodes.map((node) => node.data)).toEqual(TEXTS);
    expect(article.element(0).tagName).toBe('H2');
    expect(article.element(3).childNodes).toHaveLength(1);
  });

  test('a change of text keeps the node', () => {
    const node = article.node(1);
    article.setText(1, '另一段');
    expect(article.node(1)).toBe(node);
    expect(node.data).toBe('另一段');
  });

  test('knows the spot of every kind of DOM position', () => {
    expect(article.spotAt(article.node(2), 3)).toEqual({ block: 2, offset: 3 });
    expect(article.spotAt(article.element(2), 0)).toEqual({ block: 2, offset: 0 });
    expect(article.spotAt(article.element(2), 1)).toEqual({ block: 2, offset: 4 });
    expect(article.spotAt(article.groups[1] as Node, 1)).toEqual({ block: 3, offset: 0 });
    expect(article.spotAt(article.groups[1] as Node, 2)).toEqual({ block: 3, offset: 4 });
    expect(article.spotAt(article.root, 1)).toEqual({ block: 2, offset: 0 });
    expect(article.spotAt(article.root, 2)).toEqual({ block: 3, offset: 4 });
    expect(article.spotAt(document.getElementById('outside') as Node, 0)).toBeNull();
  });
});

describe('selectedSpots', () => {
  test('gives the passage in reading order, whichever way it was drawn', () => {
    const spots = { start: { block: 1, offset: 2 }, end: { block: 3, offset: 1 } };
    expect(select(article.node(1), 2, article.node(3), 1)).toEqual(spots);
    expect(select(article.node(3), 1, article.node(1), 2)).toEqual(spots);
  });

  test('leaves out the line feeds at the ends', () => {
    expect(select(article.node(1), 0, article.element(2), 0)).toEqual({
      start: { block: 1, offset: 0 },
      end: { block: 1, offset: 6 },
    });
    expect(select(article.node(0), 2, article.node(1), 3)).toEqual({
      start: { block: 1, offset: 0 },
      end: { block: 1, offset: 3 },
    });
    expect(select(article.node(1), 6, article.element(2), 0)).toBeNull();
  });

  test('is nothing where nothing is selected, or where the selection leaves the article', () => {
    expect(select(article.node(1), 2, article.node(1), 2)).toBeNull();
    expect(select(document.getElementById('outside') as Node, 0, article.node(1), 2)).toBeNull();
  });

  test('finds what selectSpots selected', () => {
    const spots = { start: { block: 0, offset: 1 }, end: { block: 2, offset: 2 } };
    selectSpots(article, spots, document.getSelection());
    expect(selectedSpots(article, document.getSelection())).toEqual(spots);
  });
});

describe('keys of a selection', () => {
  const key = (name: string, held: Partial<KeyboardEvent> = {}) =>
    extentOfKey({ key: name, shiftKey: true, ctrlKey: false, metaKey: false, ...held });

  test('Shift with an arrow extends, alone it does not', () => {
    expect(key('ArrowRight')).toEqual({ by: 'character', direction: 'forward' });
    expect(key('ArrowUp')).toEqual({ by: 'line', direction: 'backward' });
    expect(key('ArrowLeft', { ctrlKey: true })).toEqual({ by: 'word', direction: 'backward' });
    expect(key('ArrowRight', { shiftKey: false })).toBeNull();
    expect(key('a')).toBeNull();
  });

  test('a selection begins at the start of the current paragraph', () => {
    const selection = document.getSelection() as Selection;
    const asked: string[] = [];
    // jsdom lays nothing out and so extends nothing.
    selection.modify = (alter, direction, by) => asked.push(`${alter} ${direction} ${by}`);
    extendSelection(article, selection, 2, { by: 'line', direction: 'forward' });
    expect(selection.focusNode).toBe(article.node(2));
    expect(selection.focusOffset).toBe(0);
    expect(asked).toEqual(['extend forward line']);
  });

  test('a whole paragraph', () => {
    selectBlock(article, document.getSelection(), 2);
    expect(document.getSelection()?.toString()).toBe('第二段。');
  });
});
