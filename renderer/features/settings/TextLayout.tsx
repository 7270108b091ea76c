import type { ReactElement } from 'react';
import { DEFAULT_SETTINGS, SETTING_BOUNDS } from '#core/ipc/settings-values.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { useWindow } from '#renderer/state/window/use-window.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Slider } from '#renderer/ui/Slider.tsx';
import { Toggle } from '#renderer/ui/Toggle.tsx';
import styles from './settings.module.css';

const { fontSize, lineLength, lineHeight, firstLineIndent } = DEFAULT_SETTINGS;

/** Size, width, line height and indent of the reading text. */
export function TextLayout(): ReactElement {
  const { settings: words } = useMessages();
  const settings = useWindow((state) => state.settings);
  const change = useWindow((state) => state.changeSettings);
  return (
    <>
      <NumberLine
        label={words.size}
        value={settings.fontSize}
        valueText={words.pixels({ value: settings.fontSize })}
        {...SETTING_BOUNDS.fontSize}
        step={1}
        onChange={(value) => change({ fontSize: value })}
      />
      <NumberLine
        label={words.width}
        value={settings.lineLength}
        valueText={words.characters({ value: settings.lineLength })}
        {...SETTING_BOUNDS.lineLength}
        step={1}
        onChange={(value) => change({ lineLength: value })}
      />
      <NumberLine
        label={words.lineHeight}
        value={settings.lineHeight}
        valueText={settings.lineHeight.toFixed(1)}
        {...SETTING_BOUNDS.lineHeight}
        step={0.1}
        onChange={(value) => change({ lineHeight: Math.round(value * 10) / 10 })}
      />
      <div className={styles.line}>
        <label htmlFor="setting-indent">{words.indent}</label>
        <Toggle
          id="setting-indent"
          checked={settings.firstLineIndent}
          onChange={(checked) => change({ firstLineIndent: checked })}
        />
      </div>
      <div className={styles.reset}>
        <Button look="quiet" onClick={() => change({ fontSize, lineLength, lineHeight, firstLineIndent })}>
          {words.reset}
        </Button>
      </div>
    </>
  );
}

interface NumberLineProps {
  readonly label: string;
  readonly value: number;
  readonly valueText: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly onChange: (value: number) => void;
}

function NumberLine({ label, valueText, ...range }: NumberLineProps): ReactElement {
  return (
    <div className={styles.line}>
      <span>{label}</span>
      <span className={styles.number}>
        <Slider label={label} valueText={valueText} {...range} />
        <output className={styles.value}>{valueText}</output>
      </span>
    </div>
  );
}
