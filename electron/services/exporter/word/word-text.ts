import { ExternalHyperlink, TextRun, type IRunOptions, type ParagraphChild } from 'docx';

type Look = Pick<IRunOptions, 'bold' | 'italics' | 'strike' | 'style' | 'color' | 'size'>;

/** A run of text as XML can hold it. */
export function run(text: string, look: Look = {}): TextRun {
  return new TextRun({ text: xmlText(text), ...look });
}

/**
 * Runs behind a link. Word takes a file with an address that is none for a damaged one, so such an address stays beside its
 * words in brackets.
 */
export function linked(url: string, runs: readonly TextRun[]): readonly ParagraphChild[] {
  const address = safeAddress(url);
  if (address !== null) return [new ExternalHyperlink({ link: address, children: [...runs] })];
  return url === '' ? runs : [...runs, run(` (${url})`)];
}

const SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'zhupi:']);

function safeAddress(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const parsed = new URL(url);
  return SCHEMES.has(parsed.protocol) ? parsed.href : null;
}

/** Without what XML 1.0 has no place for: most control characters, lone surrogates, two non-characters. */
export function xmlText(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, (mark) => (/[\t\n\r]/u.test(mark) ? ' ' : '\uFFFD'));
}
