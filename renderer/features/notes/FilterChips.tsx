import type { ReactElement } from 'react';
import { NO_FILTER } from '#core/annotations/notebook.ts';
import type { NotebookFilter } from '#core/annotations/notebook.ts';
import type { AnchorState } from '#core/annotations/record.ts';
import type { NotebookAnswer } from '#core/ipc/calls/notebook-calls.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import type { Messages } from '#renderer/i18n/catalogue.ts';
import { useCodeName } from '#renderer/state/notes/code-names.ts';
import { useWindow } from '#renderer/state/window/use-window.ts';
import { CloseIcon } from '#renderer/ui/icons.tsx';
import { countedStates } from './counted-states.ts';
import { kindName } from './kind-name.ts';
import { useNotebookWords } from './notebook-words.ts';
import { stateLabel } from './state-label.ts';
import styles from './notes.module.css';

interface Chip {
  readonly name: string;
  /** Of a chip that stands for a state. */
  readonly state?: AnchorState;
  readonly without: Partial<NotebookFilter>;
}

/** The filters in use, each to be taken off by itself. */
export function FilterChips({ answer }: { readonly answer: NotebookAnswer }): ReactElement | null {
  const messages = useMessages();
  const words = useNotebookWords();
  const nameOf = useCodeName();
  const { filter, everywhere } = useWindow((state) => state.notebookView);
  const narrow = useWindow((state) => state.narrowNotes);
  const titles = useReportTitles(answer, everywhere ? filter.reportIds : null);
  // A state that is pressed over the list is not said twice.
  const pressed = new Set(countedStates(answer).map(({ state }) => state));
  const all = [...chipsOf(filter, messages, words, nameOf), ...titles];
  const chips = all.filter(({ state }) => state === undefined || !pressed.has(state));
  if (chips.length === 0 && all.length < 2) return null;
  return (
    <div className={styles.chips} role="group" aria-label={words.active}>
      {chips.map(({ name, without }) => (
        <button
          key={name}
          type="button"
          className={styles.chip}
          aria-label={words.removeFilter({ name })}
          onClick={() => narrow(without)}
        >
          <span className={styles.chipName}>{name}</span>
          <CloseIcon size={11} />
        </button>
      ))}
      {all.length > 1 ? (
        <button type="button" className={styles.clearChips} onClick={() => narrow(NO_FILTER)}>
          {words.clearAll}
        </button>
      ) : null}
    </div>
  );
}

function chipsOf(
  { text, codes, states, kinds, tags }: NotebookFilter,
  messages: Messages,
  words: ReturnType<typeof useNotebookWords>,
  nameOf: (code: string) => string,
): readonly Chip[] {
  const others = <T,>(list: readonly T[], value: T): readonly T[] => list.filter((each) => each !== value);
  return [
    ...(text.trim() === '' ? [] : [{ name: words.textFilter({ text: text.trim() }), without: { text: '' } }]),
    ...codes.map((code) => ({ name: nameOf(code), without: { codes: others(codes, code) } })),
    ...states.map((state) => ({
      name: stateLabel(messages, state),
      state,
      without: { states: others(states, state) },
    })),
    ...kinds.map((kind) => ({ name: kindName(words, kind), without: { kinds: others(kinds, kind) } })),
    ...tags.map((tag) => ({ name: `#${tag}`, without: { tags: others(tags, tag) } })),
  ];
}

function useReportTitles(answer: NotebookAnswer, reportIds: readonly string[] | null): readonly Chip[] {
  const words = useNotebookWords();
  const reports = useWindow((state) => state.reports);
  if (reportIds === null) return [];
  const [only] = reportIds;
  const titleOf = (id: string): string =>
    answer.groups.find(({ reportId }) => reportId === id)?.title ??
    reports.find(({ reportId }) => reportId === id)?.title ??
    '';
  const name =
    reportIds.length === 1 && only !== undefined
      ? titleOf(only) || words.untitled
      : words.reportCount({ count: reportIds.length });
  return [{ name, without: { reportIds: null } }];
}
