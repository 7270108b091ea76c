import { LineCounter, parseDocument } from 'yaml';
import * as z from 'zod';
import { ZhupiError } from '#core/base/app-error.ts';
import { isReportDate } from '#core/report/metadata-change.ts';
import { SOURCE_SCRIPTS } from '#core/report/script.ts';

/** What the head of a pack's report says. Every field must stand there; all but title, kind and script may be empty. */
export const frontMatterSchema = z.strictObject({
  title: z.string().trim().min(1),
  kind: z.enum(['digest', 'guide', 'report']),
  issuer: z.string(),
  place: z.string(),
  /** ISO 8601 date or its beginning. */
  date: z.string().refine((value) => value === '' || isReportDate(value)),
  script: z.enum(SOURCE_SCRIPTS),
  sourceNote: z.string(),
});
export type FrontMatter = Readonly<z.infer<typeof frontMatterSchema>>;

/** A report of a pack, taken apart. */
export interface ParsedReport {
  readonly frontMatter: FrontMatter;
  /** The source text: all that follows the head and the empty lines behind it. */
  readonly body: string;
}

type Problem =
  | 'front-matter-missing'
  | 'front-matter-broken'
  | 'field-missing'
  | 'field-wrong'
  | 'field-unknown'
  | 'field-misnamed'
  | 'text-empty'
  | 'encoding'
  | 'name';

/** The error of a report that does not fit a pack: which file, which line from 1, why. */
export function reportProblem(
  file: string,
  line: number,
  reason: Problem,
  field = '',
  missing = '',
): ZhupiError {
  return new ZhupiError('pack-report-invalid', { file, line, reason, field, missing });
}

/**
 * Parses a Markdown file that begins with YAML between two lines `---`.
 * @param file the name that errors give
 * @throws ZhupiError `pack-report-invalid` with file, line and reason
 */
export function parseReport(content: string, file: string): ParsedReport {
  const head = /^---[ \t]*\r?\n/u.exec(content);
  if (head === null) throw reportProblem(file, 1, 'front-matter-missing');
  const rest = content.slice(head[0].length);
  const closing = /^---[ \t]*(?:\r?\n|$)/mu.exec(rest);
  if (closing === null) throw reportProblem(file, 1, 'front-matter-missing');
  const frontMatter = parseFrontMatter(rest.slice(0, closing.index), file);
  const body = rest.slice(closing.index + closing[0].length).replace(/^(?:[ \t]*\r?\n)+/u, '');
  if (body.trim() === '') throw reportProblem(file, content.split('\n').length, 'text-empty');
  return { frontMatter, body };
}

function parseFrontMatter(yaml: string, file: string): FrontMatter {
  const counter = new LineCounter();
  // The failsafe schema reads every scalar as the string that stands there: 2023 is no number, no is no boolean.
  const document = parseDocument(yaml, { schema: 'failsafe', lineCounter: counter });
  const lineAt = (offset: number) => counter.linePos(offset).line + 1;
  const [broken] = [...document.errors, ...document.warnings];
  if (broken !== undefined) throw reportProblem(file, lineAt(broken.pos[0]), 'front-matter-broken');
  const data: unknown = document.toJS();
  const parsed = frontMatterSchema.safeParse(data);
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  const issue = issues[0];
  const surplus = issues.flatMap((each) => (each.code === 'unrecognized_keys' ? each.keys : []));
  const missing = issues
    .map(({ path }) => String(path[0] ?? ''))
    .find((name) => name !== '' && !document.has(name));
  if (surplus[0] !== undefined && missing !== undefined) {
    // One name too many and one too few are, as a rule, one that is misspelt.
    throw reportProblem(file, lineOf(yaml, surplus[0]), 'field-misnamed', surplus[0], missing);
  }
  const field = issue?.code === 'unrecognized_keys' ? (issue.keys[0] ?? '') : String(issue?.path[0] ?? '');
  const node: unknown = field === '' ? undefined : document.get(field, true);
  const line = lineOf(yaml, field);
  if (issue?.code === 'unrecognized_keys') throw reportProblem(file, line, 'field-unknown', field);
  if (field === '') throw reportProblem(file, 2, 'front-matter-broken');
  throw reportProblem(file, line, node === undefined ? 'field-missing' : 'field-wrong', field);
}

/** Line in the file of a field of the head; the first of the head where it does not stand. */
function lineOf(yaml: string, field: string): number {
  const index = yaml.split('\n').findIndex((line) => line.startsWith(`${field}:`));
  return Math.max(index, 0) + 2;
}
