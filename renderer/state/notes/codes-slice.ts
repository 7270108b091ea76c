import { BUILT_IN_CODES } from '#core/annotations/codes.ts';
import type { Code } from '#core/annotations/codes-record.ts';
import { codesOfProject, DEFAULT_PROJECT, inTreeOrder } from '#core/annotations/codes-tree.ts';
import type { FilledProject } from '#core/ipc/calls/project-calls.ts';
import type { Slice } from '../window/slice.ts';
import type { WindowState } from '../window/store.ts';

interface Filing {
  readonly reportIds: readonly string[];
  /** Pixels in the window. */
  readonly x: number;
  readonly y: number;
  readonly opener: HTMLElement | null;
}

/** What notes and reports are sorted by. */
export interface CodesSlice {
  /** Of all projects, in no order. The five of the program, without names, while they load. */
  readonly codes: readonly Code[];
  /** Empty while they load. */
  readonly projects: readonly FilledProject[];
  readonly loadCodes: () => Promise<void>;
  /** Reports whose menu is open: where it was asked for, and what had the focus. */
  readonly filing: Filing | null;
  readonly showFiling: (filing: Filing) => void;
  /** Shows the reports of a project and offers its codes; remembered on this machine. */
  readonly openProject: (projectId: string) => void;
  /** Files reports in a project or takes them out, and tells it. */
  readonly fileReports: (projectId: string, reportIds: readonly string[], isIn: boolean) => Promise<void>;
}

const FIRST_CODES: readonly Code[] = BUILT_IN_CODES.map((id, position) => ({
  ...{ id, name: '', color: id, parentId: null, projectId: null },
  ...{ position, builtIn: true, revision: 1 },
}));

export const createCodesSlice: Slice<CodesSlice> = (client) => (set, get) => {
  let request = 0;
  return {
    codes: FIRST_CODES,
    projects: [],
    loadCodes: async () => {
      request += 1;
      const mine = request;
      const [codes, projects] = await Promise.all([client.listCodes({}), client.listProjects({})]);
      if (mine !== request) return;
      if (codes.ok) set({ codes: codes.value });
      if (projects.ok) set({ projects: projects.value });
    },
    filing: null,
    showFiling: (filing) => {
      set({ filing });
      get().showDialog('filing');
    },
    openProject: (project) => get().changeSettings({ project }),
    fileReports: async (projectId, reportIds, isIn) => {
      get().closeRevertingToasts();
      const answer = await client.fileReports({ projectId, reportIds: [...reportIds], isIn });
      if (!answer.ok) return get().tellError(answer.error);
      const { changed } = answer.value;
      await get().loadCodes();
      void get().loadHistory();
      const name = get().projects.find(({ id }) => id === projectId)?.name ?? '';
      get().tell({
        text: ({ codes }) =>
          isIn ? codes.filed({ count: changed, name }) : codes.unfiled({ count: changed, name }),
        action: { label: ({ common }) => common.undo, run: () => void get().undo() },
        revertsLastChange: true,
      });
    },
  };
};

type Sorted = Pick<WindowState, 'codes' | 'projects' | 'settings'>;

/** The project whose reports are listed; the first one where the remembered one is gone. */
export function currentProject({ projects, settings }: Sorted): FilledProject | null {
  return (
    projects.find(({ id }) => id === settings.project) ??
    projects.find(({ id }) => id === DEFAULT_PROJECT) ??
    null
  );
}

let offered: {
  readonly codes: readonly Code[];
  readonly project: string;
  readonly list: readonly Code[];
} | null = null;

/** The codes to mark with, in the order of the tree: digits choose the first nine. The same list while nothing changes. */
export function offeredCodes(state: Sorted): readonly Code[] {
  const { codes } = state;
  const project = currentProject(state)?.id ?? DEFAULT_PROJECT;
  if (offered?.codes !== codes || offered.project !== project) {
    const list = inTreeOrder(codesOfProject(codes, project)).map(({ code }) => code);
    offered = { codes, project, list };
  }
  return offered.list;
}
