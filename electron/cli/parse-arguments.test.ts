import { describe, expect, test } from 'vitest';
import type { OptionSpecs } from './command.ts';
import { parseArguments } from './parse-arguments.ts';

const specs: OptionSpecs = {
  quote: { kind: 'value', value: 'TEXT', help: '' },
  tag: { kind: 'list', value: 'TAG', help: '' },
  all: { kind: 'flag', help: '' },
  output: { kind: 'value', short: 'o', help: '' },
  script: { kind: 'value', allowed: ['cn', 'tw'], help: '' },
};

function parse(...arguments_: readonly string[]) {
  const { positionals, options } = parseArguments('demo', specs, arguments_);
  return { positionals, options: Object.fromEntries(options) };
}

describe('parseArguments', () => {
  test.each<[string[], string[], Record<string, string[]>]>([
    [['a', '--all', 'b'], ['a', 'b'], { all: [''] }],
    [['--quote', '- 一'], [], { quote: ['- 一'] }],
    [['--quote', '--all'], [], { quote: ['--all'] }],
    [['--quote', '--'], [], { quote: ['--'] }],
    [['--quote=a=b', '--quote='], [], { quote: [''] }],
    [['--tag', 'a', '--tag=b'], [], { tag: ['a', 'b'] }],
    [['-o', '-'], [], { output: ['-'] }],
    [['--', '--all', '--'], ['--all', '--'], {}],
    [['-', '-一', '–x', ''], ['-', '-一', '–x', ''], {}],
    [['--script', 'tw'], [], { script: ['tw'] }],
  ])('%j', (words, positionals, options) => {
    expect(parse(...words)).toEqual({ positionals, options });
  });

  test.each([
    [['--frob'], 'option-unknown'],
    [['-x'], 'option-unknown'],
    [['--constructor', 'x'], 'option-unknown'],
    [['--quote'], 'option-value-missing'],
    [['--all=yes'], 'option-value-wrong'],
    [['--script', 'cn2'], 'option-value-wrong'],
  ])('%j is wrong usage', (words, reason) => {
    expect(() => parse(...words)).toThrow(
      expect.objectContaining({
        code: 'usage',
        params: expect.objectContaining({ reason, command: 'demo' }) as unknown,
      }) as Error,
    );
  });
});
