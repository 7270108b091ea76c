import type { Settings } from '#core/ipc/settings.ts';

interface Words {
  readonly noYear: string;
  readonly noPlace: string;
}

/** What a group is called; a year or a region may not be known. */
export function groupName(name: string, by: Settings['concordanceGrouping'], words: Words): string {
  if (name !== '') return name;
  return by === 'place' ? words.noPlace : by === 'year' ? words.noYear : '—';
}
