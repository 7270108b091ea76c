import type { ReactElement, ReactNode } from 'react';
import { useMessages } from '../i18n/messages-context.ts';
import { Button } from './Button.tsx';
import { classes } from './classes.ts';
import styles from './feedback.module.css';
import { IconButton } from './IconButton.tsx';
import { CheckIcon, CloseIcon, InfoIcon, WarningIcon } from './icons.tsx';
import { ProgressBar } from './Progress.tsx';

interface ToastProps {
  readonly tone: 'info' | 'good' | 'bad';
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
  readonly onClose: () => void;
}

/** One passing message, with at most one thing to do about it. */
export function Toast({ tone, text, action, onClose }: ToastProps): ReactElement {
  const messages = useMessages();
  const icons = { info: <InfoIcon />, good: <CheckIcon />, bad: <WarningIcon /> };
  return (
    <li className={styles.toast} role={tone === 'bad' ? 'alert' : undefined}>
      <span className={classes(tone === 'good' && styles.toastGood, tone === 'bad' && styles.toastBad)}>
        {icons[tone]}
      </span>
      <span className={styles.toastText}>{text}</span>
      {action ? (
        <Button look="danger" onClick={action.run}>
          {action.label}
        </Button>
      ) : null}
      <IconButton small label={messages.common.close} onClick={onClose}>
        <CloseIcon size={14} />
      </IconButton>
    </li>
  );
}

/** Work that goes on; it cannot be closed, and goes when the work ends. */
export function WorkToast({ text, done, total }: WorkToastProps): ReactElement {
  return (
    <li className={classes(styles.toast, styles.workToast)}>
      <span className={styles.toastText}>{text}</span>
      <ProgressBar label={text} done={done} total={total} />
    </li>
  );
}

interface WorkToastProps {
  readonly text: string;
  readonly done: number;
  readonly total: number;
}

interface ToastRegionProps {
  /** The pointer or the focus came, or left. */
  readonly onHold: (held: boolean) => void;
  readonly children: ReactNode;
}

/** Where toasts stand. It is always in the page, so that a screen reader hears what is put into it. */
export function ToastRegion({ onHold, children }: ToastRegionProps): ReactElement {
  const messages = useMessages();
  return (
    // It listens only to whether somebody is there.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      aria-label={messages.common.notifications}
      aria-live="polite"
      onPointerEnter={() => onHold(true)}
      onPointerLeave={() => onHold(false)}
      onFocus={() => onHold(true)}
      onBlur={() => onHold(false)}
    >
      <ol className={styles.toasts}>{children}</ol>
    </section>
  );
}
