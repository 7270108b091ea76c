import type { ComponentProps, ReactElement } from 'react';
import { classes } from './classes.ts';
import styles from './button.module.css';

interface ButtonProps extends ComponentProps<'button'> {
  /** `primary` at most once in a view; `quiet` has no border; `danger` is a quiet button in vermilion. */
  readonly look?: 'plain' | 'primary' | 'quiet' | 'danger';
}

/** A push button with words. */
export function Button({ look = 'plain', className, ...props }: ButtonProps): ReactElement {
  const looks = {
    plain: '',
    primary: styles.primary,
    quiet: styles.quiet,
    danger: classes(styles.quiet, styles.danger),
  };
  return <button type="button" {...props} className={classes(styles.button, looks[look], className)} />;
}
