import { describe, expect, it } from 'vitest';
import { namedTitle } from './named-line.ts';

const BODY = '各地要把校舍安全摆在突出位置，逐校排查，逐项整改。';
const text = (...lines: readonly string[]): string => [...lines, BODY].join('\n');

describe('the lines that say what a document is called', () => {
  it.each([
    ['a line', '关于校舍安全的通知', [], ['关于校舍安全的通知']],
    ['a line behind a label', '校舍安全办法', [], ['法规名称：校舍安全办法']],
    ['lines that go on', '某某县教育局关于校舍安全的通知', [], ['某某县教育局', '关于校舍安全的通知']],
    ['the part of a name of its page', '', ['校舍安全这样抓_教育_某某网'], ['校舍安全这样抓']],
    [
      'the whole before a part',
      '',
      ['某某县教育局关于校舍安全的通知'],
      ['某某县教育局', '关于校舍安全的通知'],
    ],
  ])('are %s', (_, name, titles, lines) => {
    expect(namedTitle(text(...lines), name, titles)).toBe(lines.join('').replace('法规名称：', ''));
  });

  it.each([
    ['an organ, which runs the site', '某某县人民政府', ['某某县人民政府'], '某某县人民政府'],
    ['a label', '附件1', ['附件1'], '附件1'],
    ['a part of a name of what is no page', '校舍安全这样抓_教育', [], '校舍安全这样抓'],
    ['far from the head', '校舍安全这样抓', [], `${`${BODY}\n`.repeat(14)}校舍安全这样抓`],
  ])('are not %s', (_, name, titles, line) => {
    expect(namedTitle(text(line), name, titles)).toBe('');
  });
});
