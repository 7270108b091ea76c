import { useEffect, useState } from 'react';
import type { ReportContent, SourceVersion } from '#core/ipc/payloads.ts';
import { useWindowParts } from '#renderer/state/window/use-window.ts';

/** The versions of a report's text; null while they load, none where they cannot be told. */
export function useVersions({
  summary: { reportId },
  version,
}: ReportContent): readonly SourceVersion[] | null {
  const { client, store } = useWindowParts();
  const [versions, setVersions] = useState<readonly SourceVersion[] | null>(null);
  useEffect(() => {
    let wanted = true;
    void client.listVersions({ reportId }).then((answer) => {
      if (!wanted) return;
      setVersions(answer.ok ? answer.value : []);
      if (!answer.ok) store.getState().tellError(answer.error);
    });
    return () => {
      wanted = false;
    };
  }, [client, store, reportId, version]);
  return versions;
}

/** What reads a report's file: `text`, `html`, `docx` …; null where that is not known. */
export function kindOfCurrent(versions: readonly SourceVersion[]): string | null {
  return versions.find(({ isCurrent }) => isCurrent)?.adapter.split('@', 1)[0] ?? null;
}
