import { useEffect, useState } from 'react';
import type { AppError } from '#core/base/app-error.ts';
import type { TemplateParts } from '#core/export/export-template.ts';
import { useWindow, useWindowParts } from '#renderer/state/window/use-window.ts';

/** Milliseconds after the last key until the preview is made anew. */
const DELAY = 250;

export interface TemplatePreview {
  /** Of the last template that had no fault. */
  readonly text: string;
  readonly error: AppError | null;
}

/** What a template makes of a report's first notes, while it is written. */
export function useTemplatePreview(
  { file, note, hasSections }: TemplateParts,
  reportId: string | null,
): TemplatePreview {
  const { client } = useWindowParts();
  const edition = useWindow((state) => state.settings.citationEdition);
  const [preview, setPreview] = useState<TemplatePreview>({ text: '', error: null });
  useEffect(() => {
    let isWanted = true;
    const timer = setTimeout(() => {
      const template = { file, note, hasSections };
      void client.previewTemplate({ reportId, template, script: 'source', edition }).then((answer) => {
        if (!isWanted) return;
        if (answer.ok) setPreview({ text: answer.value.text, error: null });
        else setPreview((before) => ({ ...before, error: answer.error }));
      });
    }, DELAY);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [client, file, note, hasSections, reportId, edition]);
  return preview;
}
