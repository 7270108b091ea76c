import { useEffect, useRef } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { useCommand } from '#renderer/state/window/commands.ts';
import { useWindow } from '#renderer/state/window/use-window.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { CloseIcon } from '#renderer/ui/icons.tsx';
import { SearchField } from '#renderer/ui/TextField.tsx';
import type { LabelledPlace } from './find-label.ts';
import styles from './outline.module.css';

interface OutlineFieldProps {
  readonly typed: string;
  /** The place that is typed as a label. */
  readonly place: LabelledPlace | null;
  readonly onType: (typed: string) => void;
  readonly onEnter: () => void;
  /** To the list. */
  readonly onDown: () => void;
}

/** Narrows the contents to what is typed; a label that is typed is gone to with Enter. */
export function OutlineField({ typed, place, onType, onEnter, onDown }: OutlineFieldProps): ReactElement {
  const { outline } = useMessages();
  const field = useRef<HTMLInputElement>(null);
  const wanted = useWindow((state) => state.outlineWanted);
  const wantOutline = useWindow((state) => state.wantOutline);
  useEffect(() => {
    if (!wanted) return;
    field.current?.focus();
    wantOutline(false);
  }, [wanted, wantOutline]);
  useCommand('outline', () => {
    field.current?.focus();
    field.current?.select();
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && typed !== '') onType('');
    else if (event.key === 'ArrowDown') onDown();
    else if (event.key === 'Enter' && typed.trim() !== '') onEnter();
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles.filter}>
      <SearchField
        ref={field}
        label={outline.find}
        placeholder={outline.findHint}
        value={typed}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={onKeyDown}
        end={
          typed === '' ? null : (
            <IconButton small label={outline.clear} onClick={() => onType('')}>
              <CloseIcon size={14} />
            </IconButton>
          )
        }
      />
      <p className={styles.goTo} role="status">
        {place === null ? null : outline.goTo({ label: place.label })}
      </p>
    </div>
  );
}
