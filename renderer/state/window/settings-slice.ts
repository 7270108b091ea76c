import { localeOf } from '#core/base/locale.ts';
import type { Locale } from '#core/base/locale.ts';
import type { AppState } from '#core/ipc/contract.ts';
import { DEFAULT_SETTINGS } from '#core/ipc/settings-values.ts';
import type { Settings, SettingsChange } from '#core/ipc/settings.ts';
import type { Slice } from './slice.ts';

/** What the window knows of the program and the machine; it does not change while the window is open. */
export type AboutApp = Pick<
  AppState,
  'version' | 'platform' | 'dataFolder' | 'systemLocale' | 'systemLanguage'
>;

export interface SettingsSlice {
  readonly settings: Settings;
  readonly about: AboutApp;
  /** Applied at once; saved behind it. A save that fails is told and the window keeps what the user chose. */
  readonly changeSettings: (change: SettingsChange) => void;
}

export const createSettingsSlice: Slice<SettingsSlice> = (client) => (set, get) => {
  /** Changes of one task go together, and so do those that come while they are saved (a divider being dragged). */
  let waiting: SettingsChange | null = null;
  let saving = false;

  const save = async (): Promise<void> => {
    while (waiting !== null) {
      const change: SettingsChange = waiting;
      waiting = null;
      const answer = await client.changeSettings(change);
      if (!answer.ok) get().tellError(answer.error);
    }
    saving = false;
  };

  return {
    settings: DEFAULT_SETTINGS,
    about: {
      version: '',
      platform: '',
      dataFolder: '',
      systemLocale: 'en',
      systemLanguage: languageOfWindow(),
    },
    changeSettings: (change) => {
      const given = Object.entries(change).filter(([, value]) => value !== undefined);
      set({ settings: { ...get().settings, ...(Object.fromEntries(given) as Partial<Settings>) } });
      waiting = { ...waiting, ...change };
      if (saving) return;
      saving = true;
      queueMicrotask(() => void save());
    },
  };
};

/** The language of the interface that the settings and the system give. */
export function localeInUse(state: Pick<SettingsSlice, 'settings' | 'about'>): Locale {
  const { locale } = state.settings;
  return locale === 'system' ? localeOf(state.about.systemLanguage) : locale;
}

/** What the window says of its language until main has answered: a start that fails tells it in this language. */
function languageOfWindow(): string {
  return typeof navigator === 'undefined' ? 'en' : navigator.language;
}
