import { Popover as Radix } from 'radix-ui';
import type { ComponentProps, ReactElement, ReactNode } from 'react';
import { classes } from './classes.ts';
import { expectFocusReturn } from './focus-return.ts';
import styles from './surface.module.css';

interface PopoverProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** Name of the panel for a screen reader. */
  readonly label: string;
  /** The button that opens it; without one, give `anchor`. */
  readonly trigger?: ReactElement;
  /** A place without a button of its own: a passage in the text. */
  readonly anchor?: ComponentProps<typeof Radix.Anchor>['virtualRef'];
  readonly side?: 'top' | 'bottom' | 'left' | 'right';
  readonly align?: 'start' | 'center' | 'end';
  readonly className?: string | undefined;
  /** What happens to the focus when it opens; the default puts it on the first control. */
  readonly onOpenAutoFocus?: (event: Event) => void;
  readonly onCloseAutoFocus?: (event: Event) => void;
  /** A press or the focus went beside it, which closes it unless this prevents the default. */
  readonly onInteractOutside?: (event: Event) => void;
  readonly children: ReactNode;
}

/** A small panel beside its button or passage; Escape closes it. */
export function Popover(props: PopoverProps): ReactElement {
  const { open, onOpenChange, label, trigger, anchor, className, children, ...place } = props;
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      {trigger ? <Radix.Trigger asChild>{trigger}</Radix.Trigger> : null}
      {anchor ? <Radix.Anchor virtualRef={anchor} /> : null}
      <Radix.Portal>
        <Radix.Content
          className={classes(styles.popover, className)}
          aria-label={label}
          sideOffset={8}
          collisionPadding={10}
          {...place}
          onCloseAutoFocus={(event) => {
            expectFocusReturn();
            place.onCloseAutoFocus?.(event);
          }}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
