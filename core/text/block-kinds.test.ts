import { describe, expect, it } from 'vitest';
import type { BlockKind } from './block.ts';
import { classifyDocumentLine, classifyLine } from './block-kinds.ts';

describe('classifyLine', () => {
  it.each([
    ['第一章 总则', 'heading', 2],
    ['第十二編 附則', 'heading', 2],
    ['一、总体要求', 'heading', 2],
    ['第二节 质量', 'heading', 3],
    ['（一）指导思想', 'heading', 3],
    ['(三) 基本原則', 'heading', 3],
    ['1.加强领导', 'heading', 4],
    ['12、落實責任', 'heading', 4],
    ['（1）经费', 'heading', 5],
    ['一、坚持党的领导。', 'paragraph', 0],
    ['一、坚持以下原则：', 'paragraph', 0],
    ['1.5亿元', 'paragraph', 0],
    ['一、', 'paragraph', 0],
    [`一、${'很'.repeat(50)}`, 'paragraph', 0],
    ['图1 学校分布', 'caption', 0],
    ['表 2-1 经费', 'caption', 0],
    ['图1所示为全市学校的分布。', 'paragraph', 0],
    ['县区\t学校', 'table-row', 0],
    ['普通的一行', 'paragraph', 0],
  ] as const)('%s', (line, kind, level) => {
    expect(classifyLine(line, false)).toEqual({ kind, level });
  });

  it('takes a short first line as the title, but no sentence and no long one', () => {
    expect(classifyLine('2023年政府工作报告', true)).toEqual({ kind: 'heading', level: 1 });
    expect(classifyLine('近日，大会召开。', true)).toEqual({ kind: 'paragraph', level: 0 });
    expect(classifyLine('长'.repeat(61), true)).toEqual({ kind: 'paragraph', level: 0 });
    expect(classifyLine('一、总体要求', true)).toEqual({ kind: 'heading', level: 2 });
  });
});

describe('classifyDocumentLine', () => {
  it.each<[BlockKind, number, string, BlockKind, number]>([
    // A paragraph may be a numbered heading, a row or a caption all the same.
    ['paragraph', 0, '一、总体要求', 'heading', 2],
    ['paragraph', 0, '（二）主要目标', 'heading', 3],
    ['paragraph', 0, '一、坚持党的领导。各级党委要加强统筹。', 'paragraph', 0],
    ['paragraph', 0, '县区\t学校', 'table-row', 0],
    ['paragraph', 0, '表1 经费安排', 'caption', 0],
    ['paragraph', 0, '各级政府要加强统筹', 'paragraph', 0],
    // A heading keeps its rank; a number may only lower it.
    ['heading', 1, '2023年政府工作报告', 'heading', 1],
    ['heading', 1, '一、总体要求', 'heading', 2],
    ['heading', 4, '一、总体要求', 'heading', 4],
    ['heading', 3, '组织领导', 'heading', 3],
    ['heading', 2, '为什么要这样做？', 'heading', 2],
    ['heading', 2, '各级党委和政府要把教育摆在优先发展的战略位置。'.repeat(8), 'paragraph', 0],
    ['list-item', 2, '1. 加强领导', 'list-item', 2],
    ['list-item', 1, '• 一、总体要求', 'list-item', 1],
    ['table-row', 0, '合计', 'table-row', 0],
    ['caption', 0, '[图：校门]', 'caption', 0],
  ])('%s %d %s', (kind, level, line, expectedKind, expectedLevel) => {
    expect(classifyDocumentLine(line, { kind, level }, false)).toEqual({
      kind: expectedKind,
      level: expectedLevel,
    });
  });

  it('takes a short first paragraph as the title', () => {
    expect(classifyDocumentLine('工作报告', { kind: 'paragraph', level: 0 }, true)).toEqual({
      kind: 'heading',
      level: 1,
    });
  });
});
