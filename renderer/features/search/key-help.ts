import type { Messages } from '#renderer/i18n/catalogue.ts';

/** Keys of the search itself, for the `?` dialog. */
export const searchKeys = [
  { group: 'search', keys: [['Enter']], label: ({ search }: Messages) => search.next },
  { group: 'search', keys: [['Shift', 'Enter']], label: ({ search }: Messages) => search.previous },
  { group: 'search', keys: [['↓'], ['↑'], ['Enter']], label: ({ search }: Messages) => search.keyOpen },
  { group: 'search', keys: [['Esc']], label: ({ search }: Messages) => search.keyEscape },
] as const;
