import { expect, test } from 'vitest';
import { EMPTY_METADATA } from '../report/report.ts';
import type { Annotation } from '../annotations/record.ts';
import type { Edit } from '../text/edit.ts';
import { readingOfSource, shownReadingOf } from '../text/reading.ts';
import { describeReport } from './describe-report.ts';

const SOURCE = '工作报告\n一、目标\n各地要統(tǒng)籌安排。\n二、措施\n落實(shí)責任。';

function removal(before: string): Edit {
  const start = SOURCE.indexOf(before);
  const end = start + before.length;
  return { start, end, before, after: '', rule: 'pinyin-brackets', confidence: 1, applied: true };
}

function noteOn(exact: string): Annotation {
  const start = SOURCE.indexOf(exact);
  return {
    schemaVersion: 1,
    id: 'n0000000000000001',
    reportId: 'r1',
    kind: 'highlight',
    code: 'red',
    anchor: { start, end: start + exact.length, exact, prefix: '', suffix: '', sourceHash: '' },
    state: 'exact',
    note: '',
    tags: [],
    createdAt: 0,
    updatedAt: 0,
    revision: 1,
  };
}

test('a quote is what the user sees, its place what the rule set makes', () => {
  const edits = [removal('(tǒng)'), removal('(shí)')];
  const heading = SOURCE.indexOf('二、措施');
  const shownEdits: Edit[] = [
    { ...removal('(tǒng)'), applied: false },
    {
      start: heading,
      end: heading + 2,
      before: '二、',
      after: '',
      rule: 'user',
      confidence: 1,
      applied: true,
    },
    removal('(shí)'),
  ];
  const report = { source: SOURCE, format: 'txt', edits, blocks: null, shownEdits } as const;
  const reading = readingOfSource(report);
  const shownReading = shownReadingOf(report);
  const described = describeReport(
    {
      reportId: 'r1',
      metadata: EMPTY_METADATA,
      source: SOURCE,
      reading,
      shownReading,
      view: { ...shownReading },
    },
    [noteOn('統(tǒng)籌'), noteOn('落實(shí)責任')],
  );
  expect(described.notes).toMatchObject([
    { quote: ['統(tǒng)籌'], label: '一 ¶1', section: '一、目标' },
    { quote: ['落實責任'], label: '二 ¶1', section: '二、措施' },
  ]);
  const plain = describeReport({ reportId: 'r1', metadata: EMPTY_METADATA, source: SOURCE, reading }, [
    noteOn('統(tǒng)籌'),
  ]);
  expect(plain.notes).toMatchObject([{ quote: ['統籌'], shown: [] }]);
});
