import { expect, test } from 'vitest';
import { isReadAs } from './pinyin.ts';

test.each([
  ['建设教育强国规划', 'jiaoyuqiangguo', true],
  ['建設教育強國規劃', 'jiaoyuqiangguo', true],
  ['建设教育强国规划', 'jyqg', true],
  ['建设教育强国规划', 'jiaoyuqia', true],
  ['建设教育强国规划', 'jiaoqiang', false],
  ['建设教育强国规划', 'qgjy', false],
  ['建设“教育”强国', 'jiaoyuqiangguo', true],
  ['重庆市', 'chongqing', true],
  ['重庆市', 'cqs', true],
  ['女性', 'nvxing', true],
  ['女性', 'nuxing', true],
  ['教育', 'j', false],
  ['教育', 'jx', false],
  ['education', 'ed', false],
  ['', 'jy', false],
])('%s is read as %s: %s', (text, letters, expected) => {
  expect(isReadAs(text, letters)).toBe(expected);
});
