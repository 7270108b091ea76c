import { useCallback } from 'react';
import { DEFAULT_PROJECT } from '#core/annotations/codes-tree.ts';
import type { FilledProject } from '#core/ipc/calls/project-calls.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';

/** How every library is made; it is no name that the user gave. */
const GIVEN_BY_THE_PROGRAM = '我的资料';

type Named = Pick<FilledProject, 'id' | 'name'>;

/** What a project is called: as the user named it; the first one, until then, in the language of the interface. */
export function useProjectName(): (project: Named) => string {
  const { codes } = useMessages();
  return useCallback(
    ({ id, name }: Named) =>
      id === DEFAULT_PROJECT && name === GIVEN_BY_THE_PROGRAM ? codes.firstProject : name,
    [codes],
  );
}
