import { useMemo } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { Popover } from '#renderer/ui/Popover.tsx';
import type { Box } from './sight.ts';

interface PassagePopoverProps {
  readonly label: string;
  readonly box: Box;
  readonly className?: string | undefined;
  /** Whether the panel takes the focus when it opens: it was asked for by a key. */
  readonly takesFocus?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A panel at a passage of the article. The article keeps the focus, and decides itself what a click in it does. */
export function PassagePopover({
  label,
  box,
  className,
  takesFocus = false,
  onClose,
  children,
}: PassagePopoverProps): ReactElement {
  const anchor = useMemo(() => ({ current: { getBoundingClientRect: () => rectOf(box) } }), [box]);
  return (
    <Popover
      open
      onOpenChange={(next) => (next ? undefined : onClose())}
      label={label}
      anchor={anchor}
      side="bottom"
      align="start"
      className={className}
      onOpenAutoFocus={(event) => {
        // What is written in takes the focus by itself; what is shown is looked at first.
        if (!takesFocus) event.preventDefault();
      }}
      onCloseAutoFocus={(event) => event.preventDefault()}
      onInteractOutside={(event) => {
        if (event.target instanceof Element && event.target.closest('article') !== null) {
          event.preventDefault();
        }
      }}
    >
      {children}
    </Popover>
  );
}

function rectOf({ left, right, top, bottom }: Box): DOMRect {
  return new DOMRect(left, top, right - left, bottom - top);
}
