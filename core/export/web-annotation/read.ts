import * as z from 'zod';
import { BUILT_IN_CODES } from '../../annotations/codes.ts';
import { ANCHOR_STATES, ANNOTATION_KINDS, type AnchorState } from '../../annotations/record.ts';
import type { AnnotationKind } from '../../annotations/record.ts';
import { ZhupiError } from '../../base/app-error.ts';
import type { TextRange } from '../../base/text-range.ts';
import { parseReportLink, type ReportLink } from '../../report/link.ts';
import { embeddedAnnotationSchema, type EmbeddedAnnotation } from './model.ts';
import { fromHypothesis } from './hypothesis.ts';

/** An annotation that came in from a file, not yet placed in a text. Null is what the file does not say. */
export interface ImportedAnnotation {
  /** Its own name, an IRI, by which it is known again; null when the file has none. */
  readonly id: string | null;
  /** The report (and note) that a link of ours names; null for documents of the web. */
  readonly link: ReportLink | null;
  /** IRI of the document that is annotated. */
  readonly source: string;
  readonly quote: { readonly exact: string; readonly prefix: string; readonly suffix: string } | null;
  /** TextPositionSelector: code points by the model, UTF-16 units by some programs. */
  readonly position: TextRange | null;
  /** UTF-16 offsets that we wrote because no selector could say them. */
  readonly offsets: TextRange | null;
  /** Its target has no selector: the document as a whole is annotated. */
  readonly isOnWhole: boolean;
  readonly note: string;
  readonly tags: readonly string[];
  /** A colour code of ours; null for colours that no code of ours is. */
  readonly code: string | null;
  readonly kind: AnnotationKind;
  readonly state: AnchorState | null;
  readonly sourceHash: string | null;
  /** Milliseconds since 1970. */
  readonly createdAt: number | null;
  readonly updatedAt: number | null;
  readonly revision: number | null;
}

/** What a file holds, and how many of its entries are no annotations. */
export interface ImportedNotes {
  readonly annotations: readonly ImportedAnnotation[];
  readonly refused: number;
}

const list = z.array(z.unknown());
const shapes = [
  z.looseObject({ items: list }).transform(({ items }) => items),
  z.looseObject({ first: z.looseObject({ items: list }) }).transform(({ first }) => first.items),
  z
    .looseObject({ type: z.literal('AnnotationCollection'), total: z.literal(0) })
    .transform((): unknown[] => []),
  // Hypothesis writes `annotations` in its exports and `rows` in the answers of its interface.
  z.looseObject({ annotations: list }).transform(({ annotations }) => annotations),
  z.looseObject({ rows: list }).transform(({ rows }) => rows),
  list,
  z.looseObject({ target: z.unknown() }).transform((one): unknown[] => [one]),
] as const;

/**
 * Reads the JSON of a Web Annotation file: ours, a W3C collection, page, list or single annotation, the annotation sets of
 * Readium and Thorium, the exports of Hypothesis. An entry with several targets becomes several. Throws
 * `notes-file-invalid` for anything that is none of these.
 */
export function readWebAnnotations(document: unknown): ImportedNotes {
  for (const shape of shapes) {
    const entries = shape.safeParse(document);
    if (!entries.success) continue;
    const read = entries.data.map(readEntry);
    const annotations = read.flat();
    if (entries.data.length > 0 && annotations.length === 0) break;
    return { annotations, refused: read.filter((each) => each.length === 0).length };
  }
  throw new ZhupiError('notes-file-invalid');
}

function readEntry(entry: unknown): readonly ImportedAnnotation[] {
  const parsed = embeddedAnnotationSchema.safeParse(fromHypothesis(entry) ?? entry);
  return parsed.success ? readAnnotation(parsed.data) : [];
}

const textBody = z.looseObject({
  type: z.unknown(),
  purpose: z.union([z.string(), z.array(z.string())]).optional(),
  value: z.string(),
  // Readium's and Thorium's own keys.
  color: z.string().optional(),
  tag: z.string().optional(),
  highlight: z.string().optional(),
});

const own = z.looseObject({
  'zhupi:kind': z.enum(ANNOTATION_KINDS).optional(),
  'zhupi:state': z.enum(ANCHOR_STATES).optional(),
  'zhupi:revision': z.number().int().positive().optional(),
});

const offset = z.number().int().nonnegative();
const selectorTarget = z.looseObject({
  source: z.union([z.string(), z.looseObject({ id: z.string() }).transform(({ id }) => id)]),
  selector: z.unknown().optional(),
  'zhupi:sourceHash': z.string().optional(),
  'zhupi:start': offset.optional(),
  'zhupi:end': offset.optional(),
});
const quoteSelector = z.looseObject({
  type: z.literal('TextQuoteSelector'),
  exact: z.string(),
  prefix: z.string().default(''),
  suffix: z.string().default(''),
});
const positionSelector = z
  .looseObject({ type: z.literal('TextPositionSelector'), start: offset, end: offset })
  .refine(({ start, end }) => start <= end);

function readAnnotation(annotation: EmbeddedAnnotation): readonly ImportedAnnotation[] {
  const words = readBodies(annotation);
  const ours = own.safeParse(annotation).data;
  const common = {
    ...words,
    id: annotation.id ?? null,
    kind: ours?.['zhupi:kind'] ?? kindOf(annotation, words),
    state: ours?.['zhupi:state'] ?? null,
    revision: ours?.['zhupi:revision'] ?? null,
    createdAt: timeOf(annotation.created),
    updatedAt: timeOf(annotation.modified) ?? timeOf(annotation.created),
  };
  const targets = Array.isArray(annotation.target) ? annotation.target : [annotation.target];
  return targets.flatMap((target) => {
    const place = readTarget(target);
    if (place === null) return [];
    const link = parseReportLink(annotation.id) ?? parseReportLink(place.source);
    const kind = place.isOnWhole && ours?.['zhupi:kind'] === undefined ? wholeKind(common.kind) : common.kind;
    return [{ ...common, ...place, kind, link, code: link === null ? foreignCode(words.code) : words.code }];
  });
}

function readBodies(annotation: EmbeddedAnnotation) {
  const { body, bodyValue } = annotation;
  const bodies = (body === undefined ? [] : Array.isArray(body) ? body : [body]).flatMap((each) => {
    const parsed = textBody.safeParse(each);
    return parsed.success ? [parsed.data] : [];
  });
  const notes: string[] = bodyValue === undefined ? [] : [bodyValue];
  const tags: string[] = [];
  let code: string | null = null;
  let isUnderlined = false;
  for (const { purpose = annotation.motivation, value, color, tag, highlight } of bodies) {
    const purposes = typeof purpose === 'string' ? [purpose] : (purpose ?? []);
    if (purposes.includes('tagging')) tags.push(value);
    else if (purposes.includes('highlighting') && color === undefined) code ??= value;
    else if (value !== '') notes.push(value);
    if (tag !== undefined && tag !== '') tags.push(tag);
    if (color !== undefined) code ??= color;
    isUnderlined ||= highlight === 'underline';
  }
  return {
    note: notes.join('\n\n'),
    tags: [...new Set(tags)].filter((tag) => tag !== ''),
    code,
    isUnderlined,
  };
}

function kindOf(
  { motivation }: EmbeddedAnnotation,
  { isUnderlined }: { readonly isUnderlined: boolean },
): AnnotationKind {
  const motivations = typeof motivation === 'string' ? [motivation] : (motivation ?? []);
  if (motivations.includes('bookmarking')) return 'bookmark';
  return isUnderlined ? 'underline' : 'highlight';
}

/** What has no passage to be marked is a note; a bookmark stands at the beginning. */
function wholeKind(kind: AnnotationKind): AnnotationKind {
  return kind === 'bookmark' ? kind : 'note';
}

function isNothing(selector: unknown): boolean {
  return selector === undefined || selector === null || (Array.isArray(selector) && selector.length === 0);
}

/** The code of ours that a colour's name is, if any. */
function foreignCode(color: string | null): string | null {
  const name = color?.trim().toLowerCase();
  return BUILT_IN_CODES.find((code) => code === name) ?? null;
}

function readTarget(target: unknown) {
  if (typeof target === 'string') {
    return { source: target, quote: null, position: null, offsets: null, sourceHash: null, isOnWhole: true };
  }
  const parsed = selectorTarget.safeParse(target);
  if (!parsed.success) return null;
  const { source, selector, 'zhupi:start': start, 'zhupi:end': end } = parsed.data;
  const selectors = flatten(selector);
  const quote = selectors
    .map((each) => quoteSelector.safeParse(each).data)
    .find((each) => each !== undefined);
  const position = selectors
    .map((each) => positionSelector.safeParse(each).data)
    .find((each) => each !== undefined);
  return {
    source,
    isOnWhole: isNothing(selector) && start === undefined,
    quote: quote === undefined ? null : { exact: quote.exact, prefix: quote.prefix, suffix: quote.suffix },
    position: position === undefined ? null : { start: position.start, end: position.end },
    offsets: start === undefined || end === undefined || start > end ? null : { start, end },
    sourceHash: parsed.data['zhupi:sourceHash'] ?? null,
  };
}

/** Selectors and those that refine them, outermost first. */
function flatten(selector: unknown): readonly unknown[] {
  const found: unknown[] = [];
  const waiting: unknown[] = Array.isArray(selector) ? [...(selector as unknown[])] : [selector];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    found.push(next);
    const inner = z.looseObject({ refinedBy: z.unknown() }).safeParse(next).data?.refinedBy;
    if (inner !== undefined) waiting.push(...(Array.isArray(inner) ? (inner as unknown[]) : [inner]));
  }
  return found;
}

function timeOf(text: string | undefined): number | null {
  const time = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isNaN(time) ? null : time;
}
