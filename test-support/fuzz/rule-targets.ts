import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { SourceFormat } from '#core/report/report.ts';
import { applyEdits } from '#core/text/apply-edits.ts';
import { extractMetadata } from '#core/text/metadata/extract-metadata.ts';
import { labelAt, sectionAt } from '#core/text/outline/labels.ts';
import { outlineOf } from '#core/text/outline/outline.ts';
import { buildReading } from '#core/text/reading.ts';
import { planEdits } from '#core/text/repair/pipeline.ts';
import { REPAIR_RULES } from '#core/text/repair/registry.ts';
import type { RepairRule, UndecodableBytes } from '#core/text/repair/rule.ts';
import { decodeLegacy } from '../legacy-decoder.ts';
import { damagedTexts } from './damaged-texts.ts';
import { fuzzTarget, type FuzzTarget } from './fuzz-target.ts';
import { requireSoundEdits } from './sound-edits.ts';

const formats = fc.constantFrom<SourceFormat>('txt', 'md');

export const isTraditionalForm = (char: string): boolean => '學業會責編'.includes(char);

/** Each U+FFFD of a text as a byte of GBK that did not decode. */
function undecodableIn(source: string): readonly UndecodableBytes[] {
  const found: UndecodableBytes[] = [];
  let offset = 0;
  for (const char of source) {
    if (char === '\uFFFD') found.push({ offset, bytes: Uint8Array.of(0xbd) });
    offset += char === '\uFFFD' ? 1 : Buffer.byteLength(char);
  }
  return found;
}

function ruleTarget(rule: RepairRule): FuzzTarget {
  return fuzzTarget({
    name: rule.id,
    inputs: fc.tuple(damagedTexts, formats),
    check: ([source, format]) => {
      const undecodable = undecodableIn(source);
      const context = { format, isTraditionalForm, decodeBytes: decodeLegacy, undecodable };
      const edits = rule.find(source, context);
      requireSoundEdits(source, edits);
      assert.ok(
        edits.length === 0 || rule.trace?.test(source) !== false,
        'edits stand only where its trace is',
      );
    },
  });
}

/** Each rule by itself: on any text it finds ordered, true edits. */
export const RULE_TARGETS: readonly FuzzTarget[] = REPAIR_RULES.map(ruleTarget);

/** All rules in turn: one sound list, and a reading with metadata, outline and labels. */
export const PLAN_TARGET: FuzzTarget = fuzzTarget({
  name: 'plan',
  inputs: fc.tuple(damagedTexts, formats, fc.nat()),
  check: ([source, format, at]) => {
    const { edits } = planEdits(source, format, { isTraditionalForm, decodeBytes: decodeLegacy });
    requireSoundEdits(source, edits);
    const reading = buildReading(source, format, edits);
    assert.equal(reading.text, applyEdits(source, edits).text);
    extractMetadata(source, reading, format);
    const outline = outlineOf(reading);
    for (const { start, end, level } of outline) {
      assert.ok(level > 0 && end > start && end <= reading.text.length, 'a section lies in the text');
    }
    const offset = at % (reading.text.length + 1);
    assert.equal(labelAt(outline, reading.blocks, offset) !== '', reading.blocks.length > 0);
    const section = sectionAt(outline, offset);
    if (section !== undefined) assert.ok(section.start <= offset);
  },
});
