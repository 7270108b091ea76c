import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { bodyStart, readReportId, type FrontMatter } from './front-matter.ts';
import { updateFrontMatter } from './update-front-matter.ts';

const VALUES: FrontMatter = {
  title: '关于教育工作的报告: 2021 # 一',
  issuer: '国务院',
  place: '北京',
  date: '2021-03-05',
  source: 'https://example.cn/a?b=1',
  tags: ['目标', '2021', 'a, b'],
  'zhupi-id': 'r4k2',
};

/** Entries of a user, in many ways to write YAML; none needs another one. */
const THEIRS = [
  'a: 1\n',
  'rating: 4.50 # half a point\n',
  '# a comment of its own\nb: x\n',
  'c:   "two: words"   # said\n',
  "d: 'it''s'\n",
  'e: |\n  one\n\n  two\n',
  'f: >-\n  one\n  two\n',
  'g: |+\n  kept\n\n',
  'h: plain text\n  over two lines\n',
  'i: [1, {x: y}, "z"]\n',
  'j: {k: v, "l": [m]}\n',
  'n:\n  - o\n  # between\n  - p: q\n    r: s\n',
  't: &anchor {u: 1}\nv: *anchor\n',
  'base: &base\n  x: 1\nmerged:\n  <<: *base\n  y: 2\n',
  'w:\n',
  'empty: ""\n',
  'tab:\tvalue\t# behind a tab\n',
  '? [complex, key]\n: its value\n',
  '"quoted key": 是\n',
  'aliases: [甲, 乙]\n',
  'cssclass: !!str 12\n',
  'when: 2021-01-01T00:00:00Z\n',
  '\n',
  '# only a comment\n',
] as const;

/** Our keys as we wrote them, and as the user may have written them since. */
const OURS: Readonly<Record<keyof FrontMatter, readonly string[]>> = {
  title: [
    'title: old\n',
    'title: "old" # mine\n',
    'title: |\n  old\n',
    'title: >-\n  old\n  title\n',
    'title:\n',
    'title: # later\n',
    "'title': 'old'\n",
    'title: &named old\n',
    'title: &named old\nsame: *named\n',
    '? title\n: old\n',
    'title:\told\n',
    'title: [old]\n',
  ],
  issuer: ['issuer: 国务院\n', 'issuer:   国务院   # ours\n', ''],
  place: ['place:\n', ''],
  date: ['date: 2021-03-05\n', 'date: 2021\n', ''],
  source: ['source: >\n  a\n', ''],
  tags: [
    'tags: []\n',
    'tags:\n',
    'tags: 学前\n',
    'tags: [学前, "目标"] # mine\n',
    'tags: [学前,\n  高中, ]\n',
    'tags:\n  - 学前 # why\n  # between\n  - 2021\n  # behind\n',
    'tags:\n- 学前\n- |\n  long\n',
    'tags: &tags\n  - 学前\n',
    'list: &list [学前]\ntags: *list\n',
    'tags: &tags [学前]\nkeywords: *tags\n',
    'tags: {学前: 1}\n',
    '',
  ],
  'zhupi-id': ['zhupi-id: r4k2\n', 'zhupi-id: "r4k2"\n'],
};

const entries = fc
  .tuple(
    fc.subarray([...THEIRS]),
    fc.tuple(...Object.values(OURS).map((shapes) => fc.constantFrom(...shapes))),
    fc.infiniteStream(fc.nat()),
  )
  .map(([theirs, ours, order]) =>
    [...theirs.map((text) => ({ text, isTheirs: true })), ...ours.map((text) => ({ text, isTheirs: false }))]
      .map((entry) => ({ ...entry, at: order.next().value ?? 0 }))
      .toSorted((a, b) => a.at - b.at),
  );

const files = fc
  .tuple(entries, fc.constantFrom('\n', '\r\n'), fc.constantFrom('', '  '))
  .map(([parts, lineEnd, indent]) => {
    const inFile = (text: string) => text.replaceAll(/^(?=[^\n])/gmu, indent).replaceAll('\n', lineEnd);
    const yaml = parts.map(({ text }) => inFile(text)).join('');
    const theirs = parts.filter(({ isTheirs }) => isTheirs).map(({ text }) => inFile(text));
    return { text: `---${lineEnd}${yaml}---${lineEnd}${lineEnd}# 正文${lineEnd}`, theirs, lineEnd };
  });

function yamlOf(text: string): string {
  return text.slice(text.indexOf('\n') + 1, bodyStart(text)).replace(/---\r?\n$/u, '');
}

describe('front matter that the user has written in', () => {
  test('holds our values and all of theirs, or is as it was', () => {
    fc.assert(
      fc.property(files, ({ text, theirs, lineEnd }) => {
        const updated = updateFrontMatter(text, VALUES);
        expect(updated.slice(bodyStart(updated))).toBe(text.slice(bodyStart(text)));
        expect(updateFrontMatter(updated, VALUES)).toBe(updated);
        if (updated === text) return;
        const document = parseDocument(yamlOf(updated), { logLevel: 'error' });
        expect(document.errors).toEqual([]);
        const { tags, ...texts } = VALUES;
        expect(document.toJS()).toMatchObject(texts);
        const written = [(document.toJS() as { readonly tags: unknown }).tags].flat().map(String);
        expect(written).toEqual(expect.arrayContaining([...(tags ?? [])]));
        let at = 0;
        for (const entry of theirs) {
          const found = updated.indexOf(entry, at);
          expect(found).toBeGreaterThanOrEqual(at);
          at = found + entry.length;
        }
        if (lineEnd === '\r\n') expect(updated).not.toMatch(/(?<!\r)\n/u);
      }),
      { numRuns: 150 },
    );
  });

  const ID = 'zhupi-id: r4k2\n';
  test.each<[string, string]>([
    ['as we wrote it', `title: old\ntags:\n  - 学前\n${ID}`],
    ['a comment behind every value', `title: old # a\ntags: [学前] # b\nzhupi-id: r4k2 # c\n`],
    ['comments between tags', `tags:\n  - 学前 # why\n  # between\n  - 高中\n  # behind\n${ID}title: old\n`],
    ['one flow map', `{a: 1, title: old, tags: [学前], zhupi-id: r4k2}\n`],
    ['a flow map over lines', `{\n  a: 1, # one\n  zhupi-id: r4k2,\n}\n`],
    ['an indented map', `  a: 1\n  ${ID}  tags:\n    - 学前\n`],
    ['no line end before the closing line of a text', `a: |+\n  x\n\n${ID}title: >-\n  old\n  title\n`],
    ['an alias of the user’s own', `a: &x [1]\nb: *x\n${ID}`],
    ['tags under an alias', `list: &list [学前]\ntags: *list\n${ID}`],
    ['a date and a number', `date: 2021\ntitle: 2021\n${ID}`],
    ['a title of several lines', `title: 'old\n\n  title'\n${ID}`],
    ['keys without values', `title: # later\nissuer:\ntags:\n${ID}`],
    ['tabs', `title:\told\t# x\n${ID}`],
    ['an explicit key', `? title\n: old\n${ID}`],
    ['quoted keys', `"title": old\n'tags': [学前]\n${ID}`],
  ])('%s is brought up to date', (_what, yaml) => {
    for (const text of [`---\n${yaml}---\nx\n`, `---\n${yaml}---\nx\n`.replaceAll('\n', '\r\n')]) {
      const updated = updateFrontMatter(text, VALUES);
      const document = parseDocument(yamlOf(updated), { logLevel: 'error' });
      expect(document.errors).toEqual([]);
      expect(document.toJS()).toMatchObject({
        title: VALUES.title,
        issuer: VALUES.issuer,
        date: VALUES.date,
      });
      expect(readReportId(updated)).toBe('r4k2');
      for (const comment of yaml.match(/#.*/gu) ?? []) expect(updated).toContain(comment);
      if (/学前/u.test(yaml)) {
        expect(document.toJS()).toMatchObject({ tags: expect.arrayContaining(['学前']) as unknown });
      }
      expect(updateFrontMatter(updated, VALUES)).toBe(updated);
    }
  });

  test.each<[string, string]>([
    ['a key twice', `a: 1\na: 2\n${ID}`],
    ['a quotation mark that is not closed', `a: "x\n${ID}`],
    ['a tab for indentation', `a:\n\t- 1\n${ID}`],
    ['an alias of nothing', `a: *gone\n${ID}`],
    ['another key that is an alias of ours', `title: &t old\nb: *t\n${ID}`],
    ['tags of a kind of their own', `tags: {学前: 1}\n${ID}`],
    ['what comes behind the end of the document', `title: old\n${ID}...\n`],
  ])('%s: nothing is touched, and the file is still ours', (_what, yaml) => {
    const text = `---\n${yaml}---\nx\n`;
    expect(updateFrontMatter(text, VALUES)).toBe(text);
    expect(readReportId(text)).toBe('r4k2');
  });
});
