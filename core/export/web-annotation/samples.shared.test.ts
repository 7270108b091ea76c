import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sharedPath } from '#test/shared-files.ts';
import { webAnnotationDocumentSchema } from './model.ts';
import { readWebAnnotations } from './read.ts';

const folder = (name: string): string => sharedPath('corpora', 'anchoring', 'w3c', 'samples', name);
const files = (name: string): readonly string[] => readdirSync(folder(name)).sort();
const read = (name: string, file: string): string => readFileSync(`${folder(name)}/${file}`, 'utf8');

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isValid = (document: unknown): boolean => webAnnotationDocumentSchema.safeParse(document).success;

describe("the model's own samples", () => {
  test.each(files('correct'))('%s is right', (file) => {
    expect(isValid(parse(read('correct', file)))).toBe(true);
  });

  test.each(files('incorrect'))('%s is wrong', (file) => {
    expect(isValid(parse(read('incorrect', file)))).toBe(false);
  });

  // Most wrong samples have two ids or a comma too many beside the fault that they are named for: that fault alone must do.
  const named = files('incorrect').flatMap((file) => {
    const text = read('incorrect', file)
      .replace(/,(\s*[}\]])/gu, '$1')
      .replace('langauage', 'language');
    const document = parse(text) as Record<string, unknown> | undefined;
    if (document === undefined || document['label'] === 'multiple identifiers') return [];
    if (Array.isArray(document['id'])) document['id'] = 'http://example.org/1';
    return [[file, String(document['label']), document] as const];
  });
  test.each(named)('%s is wrong for its %s alone', (_file, _label, document) => {
    expect(isValid(document)).toBe(false);
  });

  test('there are as many as there should be', () => {
    expect([files('correct').length, files('incorrect').length, named.length]).toEqual([45, 39, 37]);
  });
});

test('the annotations of Recogito are read, with quotes and positions', () => {
  const text = readFileSync(sharedPath('corpora', 'anchoring', 'recogito', 'annotations.w3c.json'), 'utf8');
  const document = JSON.parse(text) as unknown[];
  expect(isValid(document)).toBe(true);
  const { annotations, refused } = readWebAnnotations(document);
  expect([annotations.length, refused]).toEqual([document.length, 0]);
  for (const { quote, position } of annotations) {
    expect(quote?.exact).not.toBe('');
    expect((position?.end ?? 0) - (position?.start ?? 0)).toBeGreaterThan(0);
  }
});
