import { parse } from 'yaml';

const BLOCK = /^\uFEFF?---[ \t]*\r?\n([^]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/u;

/**
 * The plain values (texts, numbers, truths) of a Markdown file's YAML front matter by key, as texts; lists are joined by 、.
 * Empty when there is none or when it is no sound mapping.
 */
export function frontMatterOf(source: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const yaml = BLOCK.exec(source)?.[1];
  if (yaml === undefined) return values;
  let parsed: unknown;
  try {
    parsed = parse(yaml, { maxAliasCount: 10, logLevel: 'silent' });
  } catch {
    // A broken block is no reason to refuse the report: its text says the same.
    return values;
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return values;
  for (const [key, value] of Object.entries(parsed)) {
    const list: unknown[] = Array.isArray(value) ? value : [value];
    const plain = list.filter((one) => typeof one === 'string' || typeof one === 'number');
    if (plain.length > 0) values.set(key, plain.map((one) => String(one).trim()).join('、'));
  }
  return values;
}
