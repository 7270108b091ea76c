import * as z from 'zod';
import { LOCALES } from '../base/locale.ts';
import { VIEW_SCRIPTS } from '../report/script.ts';
import { LIBRARY_SORTS, READING_FONTS, SETTING_BOUNDS, THEMES } from './settings-values.ts';

export { DEFAULT_SETTINGS } from './settings-values.ts';

const { fontSize, lineLength, lineHeight, libraryWidth, notesWidth } = SETTING_BOUNDS;

/** What belongs to this machine (state.json): looks, panes, the last colour. What must travel is in the store. */
export const settingsSchema = z.object({
  locale: z.enum(['system', ...LOCALES]),
  theme: z.enum(THEMES),
  /** One reading script for all reports; `source` is one of its values. */
  readingScript: z.enum(VIEW_SCRIPTS),
  /** Whether quotation marks follow the reading script. */
  viewPunctuation: z.boolean(),
  readingFont: z.enum(READING_FONTS),
  /** Pixels. */
  fontSize: z.number().min(fontSize.min).max(fontSize.max),
  /** Characters in a line. */
  lineLength: z.number().min(lineLength.min).max(lineLength.max),
  lineHeight: z.number().min(lineHeight.min).max(lineHeight.max),
  firstLineIndent: z.boolean(),
  libraryPane: z.boolean(),
  notesPane: z.boolean(),
  /** Pixels. */
  libraryWidth: z.number().min(libraryWidth.min).max(libraryWidth.max),
  notesWidth: z.number().min(notesWidth.min).max(notesWidth.max),
  librarySort: z.enum(LIBRARY_SORTS),
  /** The colour that the keyboard and a new highlight take first. */
  lastCode: z.string().min(1).max(64),
  /** The project that is open; one that is gone counts as the first. */
  project: z.string().min(1).max(64),
});
export type Settings = Readonly<z.infer<typeof settingsSchema>>;

export const settingsChangeSchema = settingsSchema.partial();
export type SettingsChange = Readonly<z.infer<typeof settingsChangeSchema>>;
