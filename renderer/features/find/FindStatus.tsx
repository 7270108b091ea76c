import type { ReactElement } from 'react';
import { useLateMessages } from '#renderer/i18n/late-catalogue.ts';
import { useFind } from '#renderer/state/find/find-model.ts';
import { classes } from '#renderer/ui/classes.ts';
import styles from './find.module.css';

/** How many places there are and at which the walk is: drawn as numbers, told as a sentence. */
export function FindStatus(): ReactElement {
  const { find } = useLateMessages();
  const status = useFind((state) => state.status);
  const total = useFind((state) => state.found?.total ?? null);
  const current = useFind((state) => state.current);
  const wrapped = useFind((state) => state.wrapped);
  const isNone = status === 'done' && total === 0;
  const around = wrapped === null || isNone ? '' : wrapped === 'to-start' ? find.toStart : find.toEnd;
  return (
    <span className={classes(styles.status, isNone && styles.none)}>
      <span aria-hidden="true" className={styles.count}>
        {isNone ? find.none : drawn(total, current, find.places)}
      </span>
      {around === '' ? null : (
        <span aria-hidden="true" className={styles.around}>
          {around}
        </span>
      )}
      <span role="status" className={styles.aloud}>
        {told()}
      </span>
    </span>
  );

  function told(): string {
    if (status === 'finding') return '';
    if (isNone) return find.none;
    if (total === null || total === 0) return '';
    const place =
      current === null ? find.places({ count: total }) : find.place({ index: current + 1, count: total });
    return around === '' ? place : `${around} ${place}`;
  }
}

/** “3 / 17”; the number of places before the first step. */
function drawn(
  total: number | null,
  current: number | null,
  places: (counted: { readonly count: number }) => string,
): string {
  if (total === null || total === 0) return '';
  if (current === null) return places({ count: total });
  return `${(current + 1).toLocaleString('en')} / ${total.toLocaleString('en')}`;
}
