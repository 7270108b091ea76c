import { z } from 'zod';
import { LOCALES } from '../base/locale.ts';
import { VIEW_SCRIPTS } from '../report/script.ts';

export const THEMES = ['system', 'light', 'sepia', 'dark'] as const;
export const READING_FONTS = ['serif', 'sans', 'kai'] as const;
export const LIBRARY_SORTS = ['imported', 'date', 'title', 'issuer'] as const;

/** What belongs to this machine (state.json): looks, panes, the last colour. What must travel is in the store. */
export const settingsSchema = z.object({
  locale: z.enum(['system', ...LOCALES]),
  theme: z.enum(THEMES),
  /** One reading script for all reports; `source` is one of its values. */
  readingScript: z.enum(VIEW_SCRIPTS),
  readingFont: z.enum(READING_FONTS),
  /** Pixels. */
  fontSize: z.number().min(12).max(40),
  /** Characters in a line. */
  lineLength: z.number().min(16).max(60),
  lineHeight: z.number().min(1.2).max(3),
  firstLineIndent: z.boolean(),
  libraryPane: z.boolean(),
  notesPane: z.boolean(),
  /** Pixels. */
  libraryWidth: z.number().min(200).max(520),
  notesWidth: z.number().min(220).max(560),
  librarySort: z.enum(LIBRARY_SORTS),
  /** The colour that the keyboard and a new highlight take first. */
  lastCode: z.string().min(1).max(64),
});
export type Settings = Readonly<z.infer<typeof settingsSchema>>;

export const settingsChangeSchema = settingsSchema.partial();
export type SettingsChange = Readonly<z.infer<typeof settingsChangeSchema>>;

/** What a new user starts with. */
export const DEFAULT_SETTINGS: Settings = {
  locale: 'system',
  theme: 'system',
  readingScript: 'source',
  readingFont: 'serif',
  fontSize: 18,
  lineLength: 38,
  lineHeight: 1.8,
  firstLineIndent: true,
  libraryPane: true,
  notesPane: true,
  libraryWidth: 300,
  notesWidth: 320,
  librarySort: 'imported',
  lastCode: 'yellow',
};
