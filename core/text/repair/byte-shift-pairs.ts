import type { ShiftStep } from './byte-shift-steps.ts';
import type { DoubleByteTable } from './double-byte-table.ts';
import { normalizeReading, readingsOf, withoutTone } from './pinyin-readings.ts';

/** Two bytes of shifted text that made one character. */
export interface BytePair {
  /** The characters that it can have been. */
  readonly candidates: readonly string[];
  /** Whether both bytes are known. */
  readonly isFixed: boolean;
  /** Whether a byte of it is unknown and no reading tells it. */
  readonly isOpen: boolean;
  /** The bytes that its first can have been, and its second. */
  readonly leads: readonly number[];
  readonly trails: readonly number[];
}

const MOST_OPEN = 2;
const ALL_BYTES = Array.from({ length: 0xff - 0x40 }, (_none, index) => 0x40 + index);

/** The bytes a step can be, given the byte before it. */
function bytesOfStep(step: ShiftStep, before: number | undefined, table: DoubleByteTable): readonly number[] {
  if (step.kind === 'byte') return [step.value];
  if (step.reading === '') return ALL_BYTES;
  if (before === undefined) return [];
  // The converter found an annotated character across the border of two: its trail byte is what was lost.
  const reading = normalizeReading(step.reading);
  const style = withoutTone(reading) === reading ? 'toneless' : 'toned';
  return ALL_BYTES.filter((byte) => {
    const char = table.charOf(before, byte);
    return char !== undefined && readingsOf(char)[style].has(reading);
  });
}

/**
 * The steps two by two, with the characters that they can be; `byteBefore` stands before the first. None when they leave
 * too much open: two lost bytes in one pair without both readings, or more than two lost ones without a reading.
 */
export function bytePairs(
  steps: readonly ShiftStep[],
  byteBefore: number | undefined,
  table: DoubleByteTable,
): readonly BytePair[] {
  const isOpenStep = (step: ShiftStep | undefined): boolean => step?.kind === 'lost' && step.reading === '';
  const isTooOpen = steps.some(
    (step, at) =>
      at % 2 === 0 &&
      step.kind === 'lost' &&
      steps[at + 1]?.kind === 'lost' &&
      (isOpenStep(step) || isOpenStep(steps[at + 1])),
  );
  if (isTooOpen || steps.filter(isOpenStep).length > MOST_OPEN) return [];
  const pairs: BytePair[] = [];
  let before: readonly (number | undefined)[] = [byteBefore];
  for (let at = 0; at + 1 < steps.length; at += 2) {
    const [first, second] = [steps[at], steps[at + 1]];
    if (first === undefined || second === undefined) break;
    const candidates = new Set<string>();
    const leads = new Set<number>();
    const trails = new Set<number>();
    for (const lead of union(before, (byte) => bytesOfStep(first, byte, table))) {
      for (const trail of bytesOfStep(second, lead, table)) {
        leads.add(lead);
        trails.add(trail);
        const char = table.charOf(lead, trail);
        if (char !== undefined) candidates.add(char);
      }
    }
    const isOpen = isOpenStep(first) || isOpenStep(second);
    const isFixed = first.kind === 'byte' && second.kind === 'byte';
    pairs.push({ candidates: [...candidates], isFixed, isOpen, leads: [...leads], trails: [...trails] });
    before = [...trails];
  }
  return pairs;
}

function union<T>(values: readonly T[], each: (value: T) => readonly number[]): readonly number[] {
  return [...new Set(values.flatMap((value) => [...each(value)]))];
}

/** Whether two bytes lie where GBK has no characters but the user's own: shown, such a pair vanished. */
function isUserDefined(lead: number, trail: number): boolean {
  if (trail >= 0xa1) return (lead >= 0xaa && lead <= 0xaf) || lead >= 0xf8;
  return lead >= 0xa2 && lead <= 0xa7;
}

type Vanished = readonly (readonly [first: string, seconds: readonly string[]])[];

const known = new WeakMap<DoubleByteTable, Map<number, Vanished>>();

/**
 * The two characters that two bytes can have been when between them a pair in the user-defined areas vanished: for each first
 * one, those that can follow.
 */
export function vanishedPairs(lead: number, trail: number, table: DoubleByteTable): Vanished {
  const ofTable = known.get(table) ?? new Map<number, Vanished>();
  known.set(table, ofTable);
  const key = lead * 256 + trail;
  const found = ofTable.get(key) ?? findVanished(lead, trail, table);
  ofTable.set(key, found);
  return found;
}

function findVanished(lead: number, trail: number, table: DoubleByteTable): Vanished {
  return ALL_BYTES.flatMap((lost) => {
    const first = table.charOf(lead, lost);
    if (first === undefined) return [];
    const seconds = ALL_BYTES.filter((byte) => isUserDefined(lost, byte)).flatMap(
      (byte) => table.charOf(byte, trail) ?? [],
    );
    return seconds.length === 0 ? [] : [[first, seconds] as const];
  });
}
