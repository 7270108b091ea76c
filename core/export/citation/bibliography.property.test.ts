import '@citation-js/plugin-bibtex';
import { plugins } from '@citation-js/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EMPTY_METADATA } from '../../report/report.ts';
import { bibtexEntry, bibtexText } from './bibtex.ts';
import { citedWork, oneLine } from './cited-work.ts';
import { cslItem } from './csl-json.ts';
import { gbT7714 } from './gb-t-7714.ts';

/** The look of an item after a BibTeX parser of others. */
interface Parsed {
  readonly id: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly URL?: string;
}

const marks = fc
  .array(fc.constantFrom(...'\\{}$&#_%^~-\'`"<>,?!=@|*[]()', '--', "''", '``', '\n', '教', '𠀀', 'a', ' '), {
    maxLength: 12,
  })
  .map((parts) => parts.join(''));
const text = fc.oneof(marks, fc.string({ unit: 'grapheme', maxLength: 20 }));

const parse = (bibtex: string): readonly Parsed[] =>
  plugins.input.chain(bibtex, { generateGraph: false }) as readonly Parsed[];

test('any title comes back from a BibTeX parser, alone and among others', () => {
  const metadata = fc.record({ title: text, issuer: text });
  fc.assert(
    fc.property(fc.array(metadata, { minLength: 1, maxLength: 3 }), (all) => {
      const works = all.map((each) => citedWork({ ...EMPTY_METADATA, ...each }, '', 'report'));
      const parsed = parse(works.map((work, at) => bibtexEntry(`r${String(at)}`, work)).join('\n'));
      expect(parsed.map(({ id }) => id)).toEqual(works.map((_, at) => `r${String(at)}`));
      expect(parsed.map(({ title = '' }) => title)).toEqual(works.map(({ title }) => title));
      expect(parsed.map(({ publisher = '' }) => publisher)).toEqual(
        works.map(({ responsible }) => responsible),
      );
    }),
  );
});

test('an address stays as it is', () => {
  const work = citedWork({ ...EMPTY_METADATA, title: 'a', url: 'https://a.cn/b_c?x=1&y=%20#d~{e}' }, '');
  expect(parse(bibtexEntry('r', work))[0]?.URL).toBe('https://a.cn/b_c?x=1&y=%20#d~%7Be%7D');
});

test('braces are balanced, whatever they hold', () => {
  fc.assert(
    fc.property(text, (title) => {
      let depth = 0;
      for (const mark of bibtexText(title)) {
        depth += mark === '{' ? 1 : mark === '}' ? -1 : 0;
        expect(depth).toBeGreaterThanOrEqual(0);
      }
      expect(depth).toBe(0);
    }),
  );
});

test('every work has an entry of one line and a CSL item with a real date', () => {
  const metadata = fc.record({
    title: text,
    issuer: text,
    author: text,
    source: text,
    documentNumber: text,
    url: fc.constantFrom('', 'https://a.cn/b'),
    date: fc.constantFrom('', '2023', '2023-07', '2023-07-18', 'soon'),
  });
  fc.assert(
    fc.property(metadata, (fields) => {
      const work = citedWork({ ...EMPTY_METADATA, ...fields }, '2026-11-23');
      for (const edition of ['2025', '2015'] as const) {
        const entry = gbT7714(work, edition);
        expect(entry).toMatch(/\.$/u);
        expect(entry).toBe(oneLine(entry));
      }
      const item = cslItem('r', work, 'Hans');
      expect(item).toMatchObject({ id: 'r', title: oneLine(fields.title), language: 'zh-Hans' });
      const parts = fields.date.startsWith('2023') ? fields.date.split('-').map(Number) : undefined;
      expect(item.issued?.['date-parts'][0]).toEqual(parts);
    }),
  );
});
