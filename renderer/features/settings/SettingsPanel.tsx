import { lazy, Suspense } from 'react';
import type { ReactElement } from 'react';
import { LOCALES } from '#core/base/locale.ts';
import { GB_T_7714_EDITIONS } from '#core/export/citation/gb-t-7714.ts';
import { READING_FONTS, THEMES } from '#core/ipc/settings-values.ts';
import { VIEW_SCRIPTS } from '#core/report/script.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { useWindow } from '#renderer/state/window/use-window.ts';
import { SegmentedControl } from '#renderer/ui/SegmentedControl.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { Toggle } from '#renderer/ui/Toggle.tsx';
import { DataFolder } from './DataFolder.tsx';
import { fontNames, languageNames, scriptNames, themeNames } from './names.ts';
import styles from './settings.module.css';
import { TextLayout } from './TextLayout.tsx';

/** Comes when the settings are opened: a start does not pay for it. */
const ScriptRulesLines = lazy(async () => {
  const { ScriptRulesLines: Loaded } = await import('#renderer/features/doubtful/index.ts');
  return { default: Loaded };
});

/** Everything the user can set, applied as it is touched. */
export function SettingsPanel(): ReactElement {
  const { settings: words, exporting, reader } = useMessages();
  const settings = useWindow((state) => state.settings);
  const change = useWindow((state) => state.changeSettings);
  const themes = themeNames(words);
  const fonts = fontNames(words);
  const scripts = scriptNames(reader);
  const languages = languageNames(words);
  return (
    <div className={styles.panel}>
      <div className={styles.line}>
        <span>{words.theme}</span>
        <SegmentedControl
          label={words.theme}
          value={settings.theme}
          choices={THEMES.map((value) => ({ value, label: themes[value] }))}
          onChange={(theme) => change({ theme })}
        />
      </div>
      <div className={styles.line}>
        <span>{words.font}</span>
        <SegmentedControl
          label={words.font}
          value={settings.readingFont}
          choices={READING_FONTS.map((value) => ({ value, label: fonts[value] }))}
          onChange={(readingFont) => change({ readingFont })}
        />
      </div>
      <TextLayout />
      <hr className={styles.rule} />
      <div className={styles.line}>
        <label htmlFor="setting-script">{reader.script}</label>
        <Select
          id="setting-script"
          value={settings.readingScript}
          choices={VIEW_SCRIPTS.map((value) => ({ value, label: scripts[value] }))}
          onChange={(readingScript) => change({ readingScript })}
        />
      </div>
      <div className={styles.line}>
        <label htmlFor="setting-punctuation">{words.punctuation}</label>
        <Toggle
          id="setting-punctuation"
          checked={settings.viewPunctuation}
          onChange={(viewPunctuation) => change({ viewPunctuation })}
        />
      </div>
      <Suspense>
        <ScriptRulesLines />
      </Suspense>
      <div className={styles.line}>
        <label htmlFor="setting-language">{words.language}</label>
        <Select
          id="setting-language"
          value={settings.locale}
          choices={(['system', ...LOCALES] as const).map((value) => ({ value, label: languages[value] }))}
          onChange={(locale) => change({ locale })}
        />
      </div>
      <div className={styles.line}>
        <span>{exporting.citation}</span>
        <SegmentedControl
          label={exporting.citation}
          value={settings.citationEdition}
          choices={GB_T_7714_EDITIONS.map((value) => ({ value, label: value }))}
          onChange={(citationEdition) => change({ citationEdition })}
        />
      </div>
      <hr className={styles.rule} />
      <DataFolder />
    </div>
  );
}
