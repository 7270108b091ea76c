import type { ComponentProps, ReactElement } from 'react';
import { classes } from './classes.ts';
import styles from './button.module.css';
import { Tooltip } from './Tooltip.tsx';

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label'> {
  /** The button's name, shown as its tooltip too. */
  readonly label: string;
  /** Keys that do the same, shown in the tooltip. */
  readonly keys?: string | undefined;
  readonly small?: boolean;
}

/** A button that shows an icon (its child) and tells its name. */
export function IconButton({
  label,
  keys,
  small = false,
  className,
  ...props
}: IconButtonProps): ReactElement {
  return (
    <Tooltip text={label} keys={keys}>
      <button
        type="button"
        {...props}
        aria-label={label}
        className={classes(styles.button, styles.icon, small && styles.small, className)}
      />
    </Tooltip>
  );
}
