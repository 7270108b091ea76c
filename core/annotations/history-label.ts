/** What an action on the undo stack was, for the catalogue to put into words. */
export const HISTORY_LABELS = [
  'create-note',
  'change-note',
  'change-notes',
  'restore-note',
  'restore-notes',
  'delete-notes',
  'import-notes',
  'place-note',
  'delete-reports',
  'restore-reports',
  'switch-repairs',
  'correct-text',
  'change-metadata',
  'change-text',
  'choose-script',
  'merge-library',
  'change-codes',
  'change-projects',
  'change-tags',
  'change-searches',
] as const;
export type HistoryLabel = (typeof HISTORY_LABELS)[number];
