import { useState } from 'react';
import { TEXT_FORMATS, type ExportFormat, type ExportPlace } from '#core/export/export-formats.ts';
import type { Settings } from '#core/ipc/settings.ts';
import { useWindow } from '#renderer/state/window/use-window.ts';

export type ExportChoices = Settings['exportChoices'];

/** What the dialog is set to: what was chosen last, until it is changed. */
export interface ChosenExport {
  readonly choices: ExportChoices;
  readonly change: (change: Partial<ExportChoices>) => void;
  /** Keeps the choices for the next time. */
  readonly remember: () => void;
}

export function useExportChoices(): ChosenExport {
  const last = useWindow((state) => state.settings.exportChoices);
  const changeSettings = useWindow((state) => state.changeSettings);
  const [choices, setChoices] = useState(last);
  return {
    choices,
    change: (change) => setChoices((before) => fitting({ ...before, ...change })),
    remember: () => changeSettings({ exportChoices: choices }),
  };
}

/** Whether a format is a text, and can go to the clipboard. */
export function isText(format: ExportFormat): format is (typeof TEXT_FORMATS)[number] {
  return TEXT_FORMATS.some((text) => text === format);
}

/** Whether a format is of the reports themselves, not of their notes. */
export function isReferences(format: ExportFormat): boolean {
  return format === 'bibtex' || format === 'csl-json';
}

/** Where a format can go. */
export function placesOf(format: ExportFormat): readonly ExportPlace[] {
  return isText(format) ? ['folder', 'file', 'clipboard'] : ['folder', 'file'];
}

function fitting(choices: ExportChoices): ExportChoices {
  return placesOf(choices.format).includes(choices.where) ? choices : { ...choices, where: 'folder' };
}
