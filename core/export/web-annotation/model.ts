import * as z from 'zod';

/** The context that every document of the model names (https://www.w3.org/TR/annotation-model/). */
export const ANNOTATION_CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

/** An IRI or a relative reference: nothing that RFC 3987 keeps out of both, such as a blank. */
const iri = z.string().regex(/^[^\s<>"{}|\\^`]+$/u);
const dateTime = z
  .string()
  .regex(/^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/u)
  .refine((text) => !Number.isNaN(Date.parse(text)), 'no such time');
const words = z.union([z.string(), z.array(z.string())]);
const offset = z.number().int().nonnegative();

const many = <T extends z.ZodType>(one: T) => z.union([one, z.array(one)]);
const agents = many(z.union([iri, z.looseObject({ id: iri.optional() })]));

/** Keys that bodies, targets and annotations share (3.3 and 3.4 of the model). */
const shared = {
  id: iri.optional(),
  type: words.optional(),
  creator: agents.optional(),
  created: dateTime.optional(),
  modified: dateTime.optional(),
  generator: agents.optional(),
  generated: dateTime.optional(),
  rights: many(iri).optional(),
  via: many(iri).optional(),
  canonical: iri.optional(),
};

/** What a selector of a known type must hold; selectors of other types are let through and not understood. */
const SELECTORS: Readonly<Record<string, z.ZodType>> = {
  FragmentSelector: z.looseObject({ value: z.string() }),
  CssSelector: z.looseObject({ value: z.string() }),
  XPathSelector: z.looseObject({ value: z.string() }),
  TextQuoteSelector: z.looseObject({
    exact: z.string(),
    prefix: z.string().optional(),
    suffix: z.string().optional(),
  }),
  TextPositionSelector: z.looseObject({ start: offset, end: offset }),
  DataPositionSelector: z.looseObject({ start: offset, end: offset }),
};

const selector = z.union([
  iri,
  z
    .looseObject({ type: words.optional(), id: iri.optional() })
    .refine(
      ({ type, ...rest }) =>
        typesOf(type).every((name) => SELECTORS[name]?.safeParse(rest).success !== false),
      'a part of the selector is missing',
    ),
]);

const GROUPS: ReadonlySet<string> = new Set(['Choice', 'List', 'Composite', 'Independents']);

/** A body or a target: an IRI, a text, a part of a resource, a resource, or a group of these. */
const resource: z.ZodType<string | Readonly<Record<string, unknown>>> = z.union([
  iri,
  z
    .looseObject({
      ...shared,
      format: words.optional(),
      language: words.optional(),
      processingLanguage: z.string().optional(),
      textDirection: z.enum(['ltr', 'rtl', 'auto']).optional(),
      purpose: words.optional(),
      value: z.string().optional(),
      source: z.lazy(() => resource).optional(),
      selector: many(selector).optional(),
      items: z.lazy(() => z.array(resource)).optional(),
    })
    .refine(isWhole, 'nothing tells what the resource is'),
]);

function isWhole(value: {
  readonly type?: string | string[] | undefined;
  readonly id?: string | undefined;
  readonly value?: string | undefined;
  readonly source?: unknown;
  readonly items?: unknown;
}): boolean {
  const types = typesOf(value.type);
  if (types.includes('TextualBody') && value.value === undefined) return false;
  if (types.includes('SpecificResource') && value.source === undefined) return false;
  const isGroup = value.items !== undefined || types.some((type) => GROUPS.has(type));
  if (isGroup) return types.length === 1 && GROUPS.has(types[0] ?? '') && value.items !== undefined;
  return value.id !== undefined || value.value !== undefined || value.source !== undefined;
}

function typesOf(type: string | readonly string[] | undefined): readonly string[] {
  return type === undefined ? [] : typeof type === 'string' ? [type] : type;
}

const isOf = (name: string) =>
  words.refine((type) => typesOf(type).includes(name), `the type is not ${name}`);

const annotationShape = {
  ...shared,
  id: iri,
  type: isOf('Annotation'),
  motivation: words.optional(),
  body: many(resource).optional(),
  bodyValue: z.string().optional(),
  target: z.union([resource, z.array(resource).min(1)]),
  stylesheet: z.union([iri, z.looseObject({})]).optional(),
  audience: many(z.union([iri, z.looseObject({})])).optional(),
};

/** An annotation as it stands in a page, where the page names the context. */
export const embeddedAnnotationSchema = z
  .looseObject(annotationShape)
  .refine(({ body, bodyValue }) => body === undefined || bodyValue === undefined, 'body and bodyValue');
export type EmbeddedAnnotation = Readonly<z.infer<typeof embeddedAnnotationSchema>>;

const context = z
  .union([z.string(), z.array(z.union([z.string(), z.looseObject({})]))])
  .refine(
    (value) => (typeof value === 'string' ? [value] : value).includes(ANNOTATION_CONTEXT),
    'the context is another',
  );
const withContext = z.looseObject({ '@context': context });

const embeddedPage = z.looseObject({
  ...shared,
  id: iri,
  type: isOf('AnnotationPage'),
  startIndex: offset.optional(),
  items: z.array(embeddedAnnotationSchema),
});

const collection = z.looseObject({
  ...shared,
  id: iri,
  type: isOf('AnnotationCollection'),
  label: words.optional(),
  total: offset.optional(),
  /** Only an empty collection has none. */
  first: z.union([iri, embeddedPage]).optional(),
});

/** A document of the Web Annotation Data Model: an annotation, a page of them, a collection, or several annotations. */
export const webAnnotationDocumentSchema = z.union([
  embeddedAnnotationSchema.and(withContext),
  embeddedPage.and(withContext),
  collection.and(withContext),
  z.array(embeddedAnnotationSchema.and(withContext)),
]);
