import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { ReactElement } from 'react';
import type { TagCount } from '#core/ipc/calls/code-calls.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { useWindow } from '#renderer/state/window/use-window.ts';
import styles from './codes.module.css';

/** Pixels of a line. */
const LINE = 34;
/** Longer lists draw only what is in sight. */
const DRAWN_WHOLE = 200;

interface TagListProps {
  readonly tags: readonly TagCount[];
  readonly chosen: readonly string[];
  readonly onChoose: (names: readonly string[]) => void;
}

/** Tags to choose from, each with a way to its notes. */
export function TagList({ tags, chosen, onChoose }: TagListProps): ReactElement {
  const { codes: words } = useMessages();
  const scroller = useRef<HTMLDivElement>(null);
  const isLong = tags.length > DRAWN_WHOLE;
  const lines = useVirtualizer({
    count: isLong ? tags.length : 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE,
    overscan: 10,
  });
  const toggle = (name: string): void =>
    onChoose(chosen.includes(name) ? chosen.filter((each) => each !== name) : [...chosen, name]);
  const line = (tag: TagCount, style?: { readonly transform: string }): ReactElement => (
    <TagLine key={tag.name} tag={tag} chosen={chosen.includes(tag.name)} style={style} onToggle={toggle} />
  );
  return (
    <div ref={scroller} className={styles.tagScroller}>
      <ul
        className={styles.list}
        aria-label={words.tagList}
        style={isLong ? { position: 'relative', height: lines.getTotalSize() } : undefined}
      >
        {isLong
          ? lines.getVirtualItems().flatMap(({ index, start }) => {
              const tag = tags[index];
              return tag === undefined ? [] : [line(tag, { transform: `translateY(${String(start)}px)` })];
            })
          : tags.map((tag) => line(tag))}
      </ul>
    </div>
  );
}

interface TagLineProps {
  readonly tag: TagCount;
  readonly chosen: boolean;
  readonly style: { readonly transform: string } | undefined;
  readonly onToggle: (name: string) => void;
}

function TagLine({ tag: { name, notes }, chosen, style, onToggle }: TagLineProps): ReactElement {
  const { codes: words, common } = useMessages();
  const showNotes = useWindow((state) => state.showNotes);
  const close = useWindow((state) => state.closeDialog);
  return (
    <li
      className={styles.tagLine}
      style={style === undefined ? undefined : { ...style, position: 'absolute', insetInline: 0 }}
    >
      <label className={styles.tagName}>
        <input
          type="checkbox"
          checked={chosen}
          aria-label={words.chooseTag({ name })}
          onChange={() => onToggle(name)}
        />
        <span>{name}</span>
      </label>
      <button
        type="button"
        className={styles.tagCount}
        aria-label={words.showTag({ name })}
        onClick={() => {
          close();
          showNotes({ tags: [name], reportIds: null });
        }}
      >
        {common.noteCount({ count: notes })}
      </button>
    </li>
  );
}
