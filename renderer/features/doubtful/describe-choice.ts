import type { ScriptChoice } from '#core/script/choices.ts';

/** A choice in a few characters: 会后 → 會後. */
export function describeChoice({ phrase, replacement }: ScriptChoice): string {
  return `${phrase} → ${replacement}`;
}
