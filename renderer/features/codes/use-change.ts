import { useCallback } from 'react';
import type { ZhupiApi } from '#core/ipc/api.ts';
import type { Result } from '#core/base/result.ts';
import { useWindowParts } from '#renderer/state/window/use-window.ts';

/** Asks the library for a change; what fails is told and answers null. Codes, projects and the undo button follow. */
export type RunChange = <T>(call: (client: ZhupiApi) => Promise<Result<T>>) => Promise<T | null>;

/** How the dialogs about codes, projects and tags change anything. */
export function useChange(): RunChange {
  const { client, store } = useWindowParts();
  return useCallback(
    async (call) => {
      const { closeRevertingToasts, tellError, loadCodes, loadHistory } = store.getState();
      closeRevertingToasts();
      const answer = await call(client);
      if (!answer.ok) {
        tellError(answer.error);
        // What is shown may be why: another window has changed it.
        void loadCodes();
        return null;
      }
      await loadCodes();
      void loadHistory();
      return answer.value;
    },
    [client, store],
  );
}
