/** Elements whose content is no text of the document. */
export const SILENT = new Set([
  'script',
  'style',
  'template',
  'title',
  'svg',
  'canvas',
  'object',
  'applet',
  'datalist',
  // Settings that Word leaves in its pages.
  'xml',
]);

/** Elements that end a line before and after them. */
export const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 head header hr html legend li main menu nav noscript ol option p pre search section select ' +
    'summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** Elements that are furniture of a page wherever they stand. */
export const FURNITURE = new Set(['nav', 'footer', 'noscript', 'select', 'button', 'dialog', 'menu']);

const MEDIA: Readonly<Record<string, string>> = {
  img: '图',
  // In a drawing.
  image: '图',
  video: '视频',
  audio: '音频',
  iframe: '嵌入',
  embed: '嵌入',
  object: '嵌入',
  frame: '嵌入',
  svg: '图',
  canvas: '图',
};

const DRAWN = new Set(['svg', 'canvas']);

export type Attributes = Readonly<Record<string, string>>;

/** A picture or another thing that a text cannot show, by name: `[图：alt]`; without a name `[图]`; undefined for other elements. */
export function mediaName(tag: string, attributes: Attributes): string | undefined {
  const sort = MEDIA[tag];
  if (sort === undefined) return undefined;
  const said = ['alt', 'title', 'aria-label'].map((key) => oneLine(attributes[key] ?? '')).find(Boolean);
  // A drawing without a name is an icon.
  if (DRAWN.has(tag)) return said === undefined ? undefined : `[${sort}：${said}]`;
  const name = said ?? fileName(addressOf(attributes));
  return name === '' ? `[${sort}]` : `[${sort}：${name}]`;
}

function addressOf(attributes: Attributes): string {
  const keys = ['data-src', 'src', 'data', 'href', 'xlink:href'];
  return keys.map((key) => attributes[key]).find((address) => address !== undefined) ?? '';
}

/** Whether a link leads out of the page; anchors and links inside of it are of its text. */
export function leadsAway({ href, name, id }: Attributes): boolean {
  return href === undefined ? name === undefined && id === undefined : !/^\s*#./u.test(href);
}

/** Whether a picture only holds a page together: it has no name and is a few pixels large. */
export function isSpacer(tag: string, attributes: Attributes): boolean {
  if (tag !== 'img' || (attributes['alt'] ?? '').trim() !== '') return false;
  return [attributes['width'], attributes['height']].some((size) => /^[0-3](?:px)?$/u.test(size ?? ''));
}

/** Whether text in an element is bold, by the element or by its style. */
export function isBold(tag: string, attributes: Attributes, outer: boolean): boolean {
  const weight = /font-weight\s*:\s*(\w+)/iu.exec((attributes['style'] ?? '').slice(0, 1000))?.[1];
  if (weight !== undefined) return /^(?:bold(?:er)?|[6-9]00)$/iu.test(weight);
  return outer || tag === 'b' || tag === 'strong';
}

export function isHidden(attributes: Attributes): boolean {
  if (attributes['hidden'] !== undefined || attributes['aria-hidden'] === 'true') return true;
  return /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt|em)?\s*(?:;|$|!))/iu.test(
    (attributes['style'] ?? '').slice(0, 1000),
  );
}

function fileName(address: string): string {
  if (address.length > 2000 || /^\s*(?:data|blob|cid|javascript):/iu.test(address)) return '';
  const last = (address.split(/[?#]/u)[0] ?? '').split(/[\\/]/u).at(-1) ?? '';
  try {
    return oneLine(decodeURIComponent(last));
  } catch {
    return oneLine(last);
  }
}

function oneLine(text: string): string {
  return text
    .slice(0, 200)
    .replace(/[\s\0]+/gu, ' ')
    .trim();
}
