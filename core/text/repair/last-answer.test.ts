import { expect, test } from 'vitest';
import { keepingLast } from './last-answer.ts';

test('the same question is answered once, another one anew', () => {
  const asked: string[] = [];
  const work = keepingLast((text: string, kind: string) => {
    asked.push(`${text} ${kind}`);
    return `${text}${kind}`;
  });
  expect(['a', 'a', 'b', 'a'].map((text) => work(text, '1'))).toEqual(['a1', 'a1', 'b1', 'a1']);
  expect(work('a', '2')).toBe('a2');
  expect(asked).toEqual(['a 1', 'b 1', 'a 1', 'a 2']);
});

test('a very long text is not kept', () => {
  let times = 0;
  const lengthOf = keepingLast((text) => {
    times += 1;
    return text.length;
  });
  const long = '字'.repeat((1 << 20) + 1);
  expect([lengthOf(long), lengthOf(long)]).toEqual([long.length, long.length]);
  expect(times).toBe(2);
});
