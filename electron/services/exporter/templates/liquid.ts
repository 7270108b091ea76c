import { Liquid, type Template } from 'liquidjs';
import { ZhupiError } from '#core/base/app-error.ts';
import { inlineMarkdown } from '#core/export/markdown-text.ts';

/** The part of a template that a fault is in. */
export type TemplatePart = 'file' | 'note';

/** UTF-16 units of a part; a template is a page, not a book. */
export const LONGEST_PART = 100_000;

/**
 * Liquid without code and without files: it interprets, and finds no other template to include. Unknown names and filters
 * are faults, so that a slip of the pen does not become an empty place. The limits end what would never end: milliseconds,
 * and objects made.
 */
const engine = new Liquid({
  templates: {},
  strictFilters: true,
  strictVariables: true,
  lenientIf: true,
  ownPropertyOnly: true,
  parseLimit: LONGEST_PART,
  renderLimit: 2_000,
  memoryLimit: 20_000_000,
  locale: 'en-GB',
  timezoneOffset: 0,
});

/** Plain text inside a line of Markdown, read back as itself. */
engine.registerFilter('md', (value: unknown) => (value === null ? '' : inlineMarkdown(textOf(value))));
// A note that reads otherwise at each export could never be told from one that the user has changed.
engine.registerFilter('sample', (): never => {
  throw new Error('sample gives something else at every export');
});

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.map(textOf).join(' ') : String(value);
}

/** A part of a template, ready to be filled in many times. Throws `template-invalid` with the place of the fault. */
export function prepareTemplate(
  text: string,
  part: TemplatePart,
): (values: Readonly<Record<string, unknown>>) => string {
  const templates = located<Template[]>(part, text, () => engine.parse(text.replace(/\r\n?/gu, '\n')));
  return (values) => located<string>(part, text, () => engine.renderSync(templates, values) as string);
}

function located<T>(part: TemplatePart, text: string, work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    const [line = 1, column = 1] = positionOf(thrown);
    // What the engine says is English: the user's own words tell the fault in any language.
    const detail = wordsOf(thrown) || (text.split('\n')[line - 1]?.trim() ?? '');
    throw new ZhupiError('template-invalid', { reason: part, line, column, detail }, { cause: thrown });
  }
}

function positionOf(thrown: unknown): readonly number[] {
  const { token } = thrown as { readonly token?: { readonly getPosition?: () => readonly number[] } };
  return token?.getPosition?.() ?? [];
}

/** The piece of the template that the engine stopped at, on one line. */
function wordsOf(thrown: unknown): string {
  const { token } = thrown as { readonly token?: { readonly getText?: () => string } };
  return (token?.getText?.() ?? '').replaceAll(/\s+/gu, ' ').trim().slice(0, MOST_WORDS);
}

const MOST_WORDS = 60;
