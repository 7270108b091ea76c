import { describe, expect, test } from 'vitest';
import { applyEdits } from './apply-edits.ts';
import { withoutDepth } from './markdown-depth.ts';
import { markupEdits } from './markup.ts';
import { planEdits } from './repair/pipeline.ts';

const shown = (source: string): string => applyEdits(source, markupEdits(source)).text;
const MANY = 30_000;

describe('what nests too deep is text', () => {
  test.each([
    ['quotations', '> '.repeat(MANY)],
    ['quotations without spaces', '>'.repeat(MANY)],
    ['items', '- '.repeat(MANY)],
    ['numbered items', '1. '.repeat(MANY)],
    ['items in quotations', '> * '.repeat(MANY)],
    ['asterisks', '*'.repeat(MANY)],
    ['emphasis in emphasis', '**甲 *乙'.repeat(1_500) + '* 丙**'.repeat(1_500)],
    ['rows with emphasis', '| **甲 *乙 |\n'.repeat(MANY / 10)],
    ['emphasis', '*甲 '.repeat(MANY)],
    ['strikethrough', '~~甲 '.repeat(MANY)],
    ['brackets', '['.repeat(MANY)],
    ['pictures', '![甲 '.repeat(MANY)],
    ['links closed', '[甲](a) ](a'.repeat(MANY / 10)],
    ['parentheses', '[甲]('.concat('('.repeat(MANY))],
    ['angle brackets', '<'.repeat(MANY)],
    ['tags', '<div>'.repeat(MANY)],
  ])('%s', (_, marks) => {
    const source = `前文。\n\n${marks}教育强国\n\n**后文**。`;
    const { edits } = planEdits(source, 'md', { isTraditionalForm: () => false });
    const { text } = applyEdits(source, edits);
    expect(text).toMatch(/^前文。\n[^]*教育强国\n后文。$/u);
  });

  test('a hundred thousand quotations, and lists by indentation', () => {
    expect(shown(`${'> '.repeat(100_000)}教育强国`)).toMatch(/^> [> ]*教育强国$/u);
    const lines = Array.from({ length: 150 }, (_, depth) => `${'  '.repeat(depth)}- 第${depth}项`);
    const text = shown(lines.join('\n'));
    for (const depth of [0, 30, 59, 100, 149]) expect(text).toContain(`第${depth}项`);
  });

  test('the marks that are too many stand as they are', () => {
    expect(shown(`${'>'.repeat(53)}教育强国`)).toBe('>>>教育强国');
    expect(shown(`${'*'.repeat(1_001)}教育强国`)).toBe(`${'*'.repeat(1_001)}教育强国`);
  });
});

describe('what people write is left alone', () => {
  test.each([
    ['a rule of many marks', '- '.repeat(200)],
    ['a rule of asterisks', '*'.repeat(2_000)],
    ['quotations of fifty levels', `${'>'.repeat(50)}教育`],
    ['emphasis in many paragraphs', '**甲**乙\n\n'.repeat(1_000)],
    ['emphasis in many items', '- **甲**乙\n'.repeat(1_000)],
    ['emphasis in many rows', '| **甲** | *乙* |\n| - | - |\n'.repeat(2_000)],
    ['emphasis in many lines', '**甲**乙\n'.repeat(1_500)],
    ['many links', '[甲](a)\n'.repeat(1_000)],
    ['fences behind much code', `\`\`\`\n${'int **a;\n'.repeat(600)}\`\`\`\n\n正文`],
  ])('%s', (_, source) => {
    expect(withoutDepth(source)).toBe(source);
  });
});
