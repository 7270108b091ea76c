import type { ReactElement } from 'react';
import { useWindow } from '#renderer/state/window/use-window.ts';
import { CodesDialog } from './CodesDialog.tsx';
import { FilingMenu } from './FilingMenu.tsx';
import { MatrixDialog } from './MatrixDialog.tsx';
import { ProjectsDialog } from './ProjectsDialog.tsx';
import { TagsDialog } from './TagsDialog.tsx';

/** What is open of codes, projects, their table and tags. */
export function CodeDialogs(): ReactElement | null {
  const dialog = useWindow((state) => state.dialog);
  switch (dialog) {
    case 'codes':
      return <CodesDialog />;
    case 'projects':
      return <ProjectsDialog />;
    case 'matrix':
      return <MatrixDialog />;
    case 'tags':
      return <TagsDialog />;
    case 'filing':
      return <FilingMenu />;
    default:
      return null;
  }
}
