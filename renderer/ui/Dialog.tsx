import { Dialog as Radix } from 'radix-ui';
import { useRef, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { useMessages } from '../i18n/messages-context.ts';
import { classes } from './classes.ts';
import { expectFocusReturn } from './focus-return.ts';
import { IconButton } from './IconButton.tsx';
import { CloseIcon } from './icons.tsx';
import styles from './surface.module.css';

interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  /** A sentence under the title. */
  readonly intro?: string;
  readonly wide?: boolean;
  readonly onClose: () => void;
  readonly children?: ReactNode;
  /** Buttons at the foot. */
  readonly foot?: ReactNode;
}

/** A modal dialog; Escape and a click beside it close it, and the focus goes back to where it was. */
export function Dialog({
  open,
  title,
  intro,
  wide = false,
  onClose,
  children,
  foot,
}: DialogProps): ReactElement {
  const messages = useMessages();
  const content = useRef<HTMLDivElement>(null);
  const opener = useOpener(open);
  const describe = intro === undefined ? { 'aria-describedby': undefined } : {};
  return (
    <Radix.Root open={open} onOpenChange={(next) => (next ? undefined : onClose())}>
      <Radix.Portal>
        <Radix.Overlay className={styles.overlay} />
        <Radix.Content
          className={classes(styles.dialog, wide && styles.wide)}
          {...describe}
          ref={content}
          onOpenAutoFocus={(event) => {
            // The panel itself, not its first button: a tooltip there would take the first Escape.
            event.preventDefault();
            content.current?.focus();
          }}
          onEscapeKeyDown={(event) => {
            // A field that was typed in takes the first Escape for itself.
            if (document.activeElement?.hasAttribute('data-takes-escape') === true) event.preventDefault();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            expectFocusReturn();
            if (opener instanceof HTMLElement) opener.focus();
          }}
        >
          <div className={styles.dialogHead}>
            <Radix.Title className={styles.dialogTitle}>{title}</Radix.Title>
            <IconButton label={messages.common.close} onClick={onClose}>
              <CloseIcon />
            </IconButton>
          </div>
          {intro === undefined ? null : (
            <Radix.Description className={styles.dialogIntro}>{intro}</Radix.Description>
          )}
          {children === undefined ? null : <div className={styles.dialogBody}>{children}</div>}
          {foot === undefined ? null : <div className={styles.dialogFoot}>{foot}</div>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** What had the focus when the dialog opened; Radix knows only a trigger of its own. */
function useOpener(open: boolean): Element | null {
  const [opener, setOpener] = useState(() => (open ? document.activeElement : null));
  const [wasOpen, setWasOpen] = useState(open);
  if (open !== wasOpen) {
    setWasOpen(open);
    if (open) setOpener(document.activeElement);
  }
  return opener;
}
