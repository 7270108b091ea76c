import { expect, test } from 'vitest';
import { brokenRules } from '#test/web-annotation-rules.ts';
import { createNote } from '../../annotations/commands.ts';
import type { Annotation } from '../../annotations/record.ts';
import { contextOf } from '../../text/context.ts';
import { readWebAnnotations } from './read.ts';
import { writeCollectedAnnotations, writeWebAnnotations } from './write.ts';

const source = '教育强国建设𠀀规划';
const sourceHash = 'ab'.repeat(32);
const reportIds = ['raaaaaaaaaaaaaaaaaaaa', 'p-zhupi-yaan-2021'] as const;

function note(at: number, reportId: string): Annotation {
  const place = { start: at, end: at + 2 };
  return createNote({
    id: `n${String(at).padStart(16, '0')}${reportId.slice(0, 1)}`,
    ...{ reportId, kind: 'highlight', code: 'red', note: '要**核对**', tags: ['目标'], now: 0 },
    anchor: { ...place, ...contextOf(source, place), sourceHash },
  }).after;
}

const written = reportIds.map((reportId) => ({
  report: { reportId, title: '规划', version: 1, source, sourceHash, codeNames: new Map([['red', '目标']]) },
  notes: [note(0, reportId), note(4, reportId)],
}));
const [first] = written;

test('a report, several and none are documents of the model', () => {
  expect(brokenRules(writeCollectedAnnotations('all notes', '批注', written))).toEqual([]);
  if (first === undefined) throw new Error('no report');
  expect(brokenRules(writeWebAnnotations(first.report, first.notes))).toEqual([]);
  const empty: unknown = writeWebAnnotations(first.report, []);
  expect(brokenRules(empty)).toEqual([]);
  expect(empty).not.toHaveProperty('first');
  expect(readWebAnnotations(empty)).toEqual({ annotations: [], refused: 0 });
});

type Json = Record<string, unknown>;

/** Each breaks one rule of the model; `one` is the first annotation. */
const BREAKS: Readonly<Record<string, (all: Json, one: Json) => void>> = {
  'no context of the model': (all) => (all['@context'] = ['http://example.org/ns']),
  'a prefix of no context': (_all, one) => (one['mine:kind'] = 'note'),
  'a word of no context': (_all, one) => (one['kind'] = 'note'),
  'no type': (_all, one) => delete one['type'],
  'no id': (_all, one) => delete one['id'],
  'an id that is a name': (_all, one) => (one['id'] = 'n1'),
  'an id that is told twice': (all, one) => (one['id'] = all['id']),
  'no target': (_all, one) => delete one['target'],
  'body and bodyValue': (_all, one) => (one['bodyValue'] = 'x'),
  'a body without a value': (_all, one) => (one['body'] = [{ type: 'TextualBody' }]),
  'a motivation of its own': (_all, one) => (one['motivation'] = 'colouring'),
  'a local time': (_all, one) => (one['created'] = '2026-01-01T08:00:00+08:00'),
  'a selector of no type': (_all, one) => ((one['target'] as Json)['selector'] = [{ exact: '教育' }]),
  'an end before the start': (_all, one) =>
    ((one['target'] as Json)['selector'] = { type: 'TextPositionSelector', start: 3, end: 2 }),
  'a place that is no number': (_all, one) =>
    ((one['target'] as Json)['selector'] = { type: 'TextPositionSelector', start: '0', end: 2 }),
  'no source': (_all, one) => delete (one['target'] as Json)['source'],
  'another total': (all) => (all['total'] = 3),
  'an empty page': (all) => Object.assign(all, { total: 0, first: { ...(all['first'] as Json), items: [] } }),
};

test.each(Object.entries(BREAKS))('%s is found', (_name, spoil) => {
  const all = structuredClone(writeCollectedAnnotations('all', '批注', written)) as Json;
  const [one] = (all['first'] as { items: Json[] }).items;
  spoil(all, one ?? {});
  expect(brokenRules(all)).not.toEqual([]);
});
