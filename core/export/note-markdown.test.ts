import { expect, test } from 'vitest';
import { fileStem } from './file-name.ts';
import { hashTag } from './markdown-block.ts';
import { noteMarkdown } from './note-markdown.ts';

test.each([
  ['# 一\n文', '### 一\n文'],
  ['一\n===\n文', '### 一\n文'],
  ['##### 深', '###### 深'],
  ['```\n# 不是标题', '```\n# 不是标题\n```'],
  ['<!-- 没有结束', '<!-- 没有结束 -->'],
  ['> ```\n> 字', '> ```\n> 字'],
  ['- ```\n  字', '- ```\n  字'],
  ['字 `<!--` 字', '字 `<!--` 字'],
  ['    <!-- 字\n\n\t<!-- 字', '<!-- 字\n\n\t<!-- 字 -->'],
  ['<pre>\n字', '<pre>\n字</pre>'],
  ['> <script>\n\n字', '> <script></script>\n\n字'],
  ['<?php', '<?php?>'],
  ['<!-- /zhupi n0000000000000001 -->', '<! -- /zhupi n0000000000000001 -->'],
  ['**粗** 与 [链接](http://a.cn)', '**粗** 与 [链接](http://a.cn)'],
])('%j becomes %j', (note, expected) => {
  expect(noteMarkdown(note)).toBe(expected);
});

test.each([
  ['关于“双减”/工作: 2023?', '关于“双减” 工作 2023'],
  ['CON', '_CON'],
  ['..', 'zhupi'],
  ['a\u202Etxt.exe', 'a txt.exe'],
])('the title %j makes the file %j', (title, stem) => {
  expect(fileStem(title)).toBe(stem);
});

test('a long title is cut at 200 bytes, between characters', () => {
  const stem = fileStem('教'.repeat(300));
  expect(stem).toBe('教'.repeat(66));
});

test.each([
  ['目标', '#目标'],
  ['责任 主体', '#责任-主体'],
  ['2023', '#_2023'],
])('the tag %j is written %j', (tag, written) => {
  expect(hashTag(tag)).toBe(written);
});
