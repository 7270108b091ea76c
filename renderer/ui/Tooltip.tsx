import { Tooltip as Radix } from 'radix-ui';
import type { ReactElement } from 'react';
import { isFocusReturning } from './focus-return.ts';
import styles from './surface.module.css';

interface TooltipProps {
  readonly text: string;
  readonly keys?: string | undefined;
  /** One focusable element. */
  readonly children: ReactElement;
}

/** Tells what a control is for, on hover and on focus. Wants a {@link TooltipProvider} around the window. */
export function Tooltip({ text, keys, children }: TooltipProps): ReactElement {
  return (
    <Radix.Root>
      <Radix.Trigger
        asChild
        onFocus={(event) => {
          if (isFocusReturning()) event.preventDefault();
        }}
      >
        {children}
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className={styles.tooltip} sideOffset={6} collisionPadding={8}>
          {text}
          {keys ? <span className={styles.tooltipKeys}>{keys}</span> : null}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export const TooltipProvider = Radix.Provider;
