import * as z from 'zod';

const entry = z.looseObject({
  id: z.string(),
  uri: z.string(),
  text: z.string().default(''),
  tags: z.array(z.string()).default([]),
  created: z.string().optional(),
  updated: z.string().optional(),
  target: z.array(z.looseObject({ source: z.string().optional() })).default([]),
  references: z.array(z.string()).default([]),
});

/**
 * An entry of Hypothesis (https://h.readthedocs.io/en/latest/api/) in the words of the Web Annotation Data Model; undefined
 * for anything else. A reply keeps its words, and stands where the note that it answers stands if it says so itself.
 */
export function fromHypothesis(value: unknown): unknown {
  const parsed = entry.safeParse(value);
  if (!parsed.success) return undefined;
  const { id, uri, text, tags, created, updated, target } = parsed.data;
  const source = encodeURI(decoded(uri));
  return {
    id: encodeURIComponent(id),
    type: 'Annotation',
    motivation: text === '' ? 'highlighting' : 'commenting',
    ...(created === undefined ? {} : { created }),
    ...(updated === undefined ? {} : { modified: updated }),
    body: [
      ...(text === '' ? [] : [{ type: 'TextualBody', purpose: 'commenting', value: text }]),
      ...tags.map((tag) => ({ type: 'TextualBody', purpose: 'tagging', value: tag })),
    ],
    target: target.length === 0 ? source : target.map((each) => ({ ...each, source })),
  };
}

function decoded(uri: string): string {
  try {
    return decodeURI(uri);
  } catch {
    return uri;
  }
}
