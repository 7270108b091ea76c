import type { ReactElement } from 'react';

/** A letter on a line, in the hand of ui/icons.tsx. */
export function UnderlineIcon({ size }: { readonly size: number }): ReactElement {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d="M7 4.5v6.5a5 5 0 0 0 10 0V4.5M5 20h14" />
    </svg>
  );
}
