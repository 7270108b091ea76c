import type { Messages } from '#renderer/i18n/catalogue.ts';

/** Keys of the article itself, for the `?` dialog. */
export const readerKeys = [
  { group: 'reading', keys: [['J'], ['K']], label: ({ reader }: Messages) => reader.keyParagraph },
  {
    group: 'reading',
    keys: [
      ['Ctrl', '↓'],
      ['Ctrl', '↑'],
    ],
    label: ({ reader }: Messages) => reader.keyParagraph,
  },
  {
    group: 'notes',
    keys: [
      ['Shift', '→'],
      ['Shift', '↓'],
      ['Shift', 'End'],
    ],
    label: ({ reader }: Messages) => reader.keyExtend,
  },
  { group: 'notes', keys: [['Enter']], label: ({ reader }: Messages) => reader.keySelectParagraph },
  { group: 'notes', keys: [['Enter']], label: ({ reader }: Messages) => reader.keyBar },
  { group: 'notes', keys: [['O']], label: ({ reader }: Messages) => reader.keyOpenNote },
  { group: 'reading', keys: [['Esc']], label: ({ reader }: Messages) => reader.keyEscape },
] as const;
