import { expect, it } from 'vitest';
import { withoutRadicals } from './radicals.ts';

it('puts characters in place of radicals, each of one', () => {
  expect(withoutRadicals('⼤会 ⾰命 ⻛暴 ⺠生 ⻓期 ⻩河 ⻳兹 ⼀⼆')).toBe(
    '大会 革命 风暴 民生 长期 黄河 龟兹 一二',
  );
  for (let code = 0x2e80; code <= 0x2fd5; code += 1) {
    const shown = withoutRadicals(String.fromCodePoint(code));
    expect([...shown]).toHaveLength(1);
    expect(withoutRadicals(shown)).toBe(shown);
  }
  expect(withoutRadicals('⿰亻大会')).toBe('⿰亻大会');
});
