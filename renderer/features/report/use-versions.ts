import { useEffect, useState } from 'react';
import type { ReportContent, SourceVersion } from '#core/ipc/payloads.ts';
import { useWindowParts } from '#renderer/state/window/use-window.ts';

/** The versions of a report's text, none while they load. */
export function useVersions({ summary: { reportId }, version }: ReportContent): readonly SourceVersion[] {
  const { client, store } = useWindowParts();
  const [versions, setVersions] = useState<readonly SourceVersion[]>([]);
  useEffect(() => {
    let wanted = true;
    void client.listVersions({ reportId }).then((answer) => {
      if (!wanted) return;
      if (answer.ok) setVersions(answer.value);
      else store.getState().tellError(answer.error);
    });
    return () => {
      wanted = false;
    };
  }, [client, store, reportId, version]);
  return versions;
}

/** What reads a report's file: `text`, `html`, `docx` …; null while it loads. */
export function kindOfCurrent(versions: readonly SourceVersion[]): string | null {
  return versions.find(({ isCurrent }) => isCurrent)?.adapter.split('@', 1)[0] ?? null;
}
