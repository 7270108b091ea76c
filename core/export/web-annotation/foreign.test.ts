import { describe, expect, test } from 'vitest';
import { loadFolder } from '../../script/index.ts';
import { buildReading } from '../../text/reading.ts';
import { noteOfImported, prepareTarget, type ImportTarget } from './place.ts';
import { readWebAnnotations } from './read.ts';

const SOURCE = '𠀀关于教育的报告\n一、目标任务和总体要求\n统筹安排，教育优先。\n二、措施\n教育投入。';
const CREATED = '2024-01-05T13:19:14.716Z';

async function target(source = SOURCE): Promise<ImportTarget> {
  const foldReading = (await loadFolder()).foldWithMap;
  const foldSource = (await loadFolder({ lineFeed: 'nothing' })).foldWithMap;
  const reading = buildReading(source, 'txt', []);
  return prepareTarget('raaaaaaaaaaaaaaaaaaaa', { source, reading, foldReading, foldSource }, 'h');
}

async function place(document: unknown, source?: string) {
  const { annotations, refused } = readWebAnnotations(document);
  const into = await target(source);
  const newId = () => 'n0000000000000000';
  return { refused, notes: annotations.map((each) => noteOfImported(each, into, { newId, now: 5 })) };
}

const on = (selector: unknown, more = {}) => ({
  id: 'urn:uuid:1',
  type: 'Annotation',
  target: { source: 'https://example.org/report', selector },
  ...more,
});

test('an export of Hypothesis comes in with its words, tags, times and UTF-16 positions', async () => {
  const start = SOURCE.indexOf('统筹');
  const entry = {
    id: 'x-1_Yz',
    uri: 'https://example.org/报告?a=1',
    user: 'acct:someone@hypothes.is',
    text: '**要点**',
    tags: ['目标', '責任'],
    created: CREATED,
    updated: '2024-01-06T00:00:00.000000+00:00',
    target: [
      {
        source: 'https://example.org/报告?a=1',
        selector: [
          {
            type: 'RangeSelector',
            startContainer: '/p[1]',
            endContainer: '/p[1]',
            startOffset: 0,
            endOffset: 4,
          },
          { type: 'TextPositionSelector', start, end: start + 4 },
          { type: 'TextQuoteSelector', exact: '统筹安排', prefix: '', suffix: '，教育' },
        ],
      },
    ],
  };
  for (const document of [
    { export_date: CREATED, client_version: '1', annotations: [entry] },
    { total: 1, rows: [entry] },
  ]) {
    const { notes, refused } = await place(document);
    expect(refused).toBe(0);
    expect(notes).toMatchObject([
      {
        note: '**要点**',
        tags: ['目标', '責任'],
        state: 'exact',
        anchor: { start, end: start + 4, exact: '统筹安排' },
        createdAt: Date.parse(CREATED),
        updatedAt: Date.UTC(2024, 0, 6),
      },
    ]);
  }
});

test('an annotation set of Thorium comes in with colours, underlines and bookmarks', async () => {
  const quote = (exact: string) => [
    { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
    { type: 'ProgressionSelector', value: 0.3 },
    {
      type: 'FragmentSelector',
      conformsTo: 'http://www.idpf.org/epub/linking/cfi/epub-cfi.html',
      value: 'epubcfi(/6/2)',
    },
  ];
  const body = (more: object) => ({
    type: 'TextualBody',
    value: '看',
    format: 'text/plain',
    textDirection: 'ltr',
    ...more,
  });
  const document = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: 'urn:uuid:2',
    type: 'AnnotationSet',
    about: { 'dc:title': '报告' },
    items: [
      on(quote('目标任务和总体要求'), {
        created: CREATED,
        body: body({ color: 'red', highlight: 'underline', tag: '目标' }),
      }),
      on(quote('统筹安排，教育优先'), { body: body({ color: 'orange', highlight: 'solid' }) }),
      on(quote('教育'), { motivation: 'bookmarking' }),
    ],
  };
  const { notes } = await place(document);
  expect(notes).toMatchObject([
    { kind: 'underline', code: 'red', tags: ['目标'], note: '看', state: 'exact' },
    { kind: 'highlight', code: 'yellow', tags: [], state: 'exact' },
    { kind: 'bookmark', state: 'doubtful', createdAt: 5 },
  ]);
});

describe('places', () => {
  const quote = (exact: string, prefix = '', suffix = '') => ({
    type: 'TextQuoteSelector',
    exact,
    prefix,
    suffix,
  });
  const position = (start: number, end: number) => ({ type: 'TextPositionSelector', start, end });
  const start = SOURCE.indexOf('教育优先');

  test.each([
    ['code points, as the model counts', [position(start - 1, start + 3), quote('教育优先')], start, 'exact'],
    ['UTF-16 units, as some programs count', [position(start, start + 4), quote('教育优先')], start, 'exact'],
    [
      'a quote with its context, the position being of another text',
      [position(2, 4), quote('教育', '\n', '投入')],
      SOURCE.indexOf('教育投入'),
      'exact',
    ],
    ['a quote in the other script', quote('統籌安排，教育優先'), SOURCE.indexOf('统筹'), 'moved'],
    ['a short quote that stands once', quote('措施'), SOURCE.indexOf('措施'), 'doubtful'],
    [
      'a quote whose context changed',
      quote('目标任务和总体要求', '没有', '没有'),
      SOURCE.indexOf('目标任务'),
      'moved',
    ],
    [
      'one of several, near the position',
      [position(33, 35), quote('教育')],
      SOURCE.indexOf('教育投入'),
      'doubtful',
    ],
    ['a position alone', position(3, 5), 4, 'doubtful'],
    ['a quote that is nowhere', quote('海洋经济'), 0, 'orphan'],
    [
      'a quote within a fragment',
      { type: 'FragmentSelector', value: 'p', refinedBy: quote('目标任务和总体要求') },
      SOURCE.indexOf('目标任务'),
      'exact',
    ],
  ])('%s', async (_name, selector, at, state) => {
    const { notes } = await place([on(selector)]);
    expect(notes).toMatchObject([{ state, anchor: { start: at } }]);
  });

  test('a file of ours finds its passage in a changed text', async () => {
    const own = {
      ...on([position(0, 9), quote('目标任务和总体要求')], { 'zhupi:state': 'exact' }),
      target: {
        source: 'zhupi://report/raaaaaaaaaaaaaaaaaaaa',
        selector: [position(0, 9), quote('目标任务和总体要求')],
        'zhupi:sourceHash': 'another',
      },
    };
    const { notes } = await place([own], `新增一段。\n${SOURCE}`);
    expect(notes).toMatchObject([{ state: 'exact', anchor: { start: 6 + SOURCE.indexOf('目标任务') } }]);
  });
});

test.each([[{}], [[1]], ['text'], [null], [{ items: [{ type: 'Annotation' }] }]])(
  '%j is no notes',
  (document) => {
    expect(() => readWebAnnotations(document)).toThrow(
      expect.objectContaining({ code: 'notes-file-invalid' }),
    );
  },
);

test('what is no annotation among others is counted', () => {
  expect(readWebAnnotations([on({ type: 'X' }), { id: 'a' }])).toMatchObject({
    annotations: { length: 1 },
    refused: 1,
  });
});
