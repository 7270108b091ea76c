import type { Messages } from '#renderer/i18n/catalogue.ts';

/** Keys of the search itself, for the `?` dialog. */
export const searchKeys = [
  { group: 'search', keys: [['Enter']], label: ({ search }: Messages) => search.next },
  { group: 'search', keys: [['Shift', 'Enter']], label: ({ search }: Messages) => search.previous },
  { group: 'search', keys: [['↓'], ['↑'], ['Enter']], label: ({ search }: Messages) => search.keyOpen },
  { group: 'search', keys: [['Alt', 'Enter']], label: ({ app }: Messages) => app.keyHighlightFound },
  { group: 'search', keys: [['↓'], ['↑']], label: ({ app }: Messages) => app.keyConcordanceLine },
  {
    group: 'search',
    keys: [['PageDown'], ['PageUp'], ['Home'], ['End']],
    label: ({ app }: Messages) => app.keyConcordancePage,
  },
  { group: 'search', keys: [['Enter']], label: ({ app }: Messages) => app.keyConcordanceOpen },
  { group: 'search', keys: [['Esc']], label: ({ search }: Messages) => search.keyEscape },
] as const;
