import { expect, test } from 'vitest';
import { LOCALES } from '#core/base/locale.ts';
import { REPAIR_RULES } from '#core/text/repair/registry.ts';
import { UNDECODABLE_BYTES } from '#core/text/repair/undecodable-bytes.ts';
import { messagesOf } from './catalogue.ts';
import { ruleName, ruleNames } from './rule-names.ts';

test.each(LOCALES)('every rule of the rule set has a name of its own in %s', (locale) => {
  const ids = [...REPAIR_RULES.map(({ id }) => id), UNDECODABLE_BYTES, 'user'];
  const names = ids.map((id) => ruleName(messagesOf(locale), id));
  expect(names.filter((name, index) => name === ids[index])).toEqual([]);
  expect(new Set(names).size).toBe(ids.length);
});

test('merged rules are all named, layout and unknown rules as they must', () => {
  const english = messagesOf('en');
  expect(ruleNames(english, 'pinyin-brackets+layout+stray-spaces')).toBe(
    'Pinyin left in brackets + Stray spaces',
  );
  expect(ruleName(english, 'rule-of-tomorrow')).toBe('rule-of-tomorrow');
});
