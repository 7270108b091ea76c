import type { ComponentProps, ReactElement, ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './field.module.css';
import { SearchIcon } from './icons.tsx';

interface TextFieldProps extends Omit<ComponentProps<'input'>, 'aria-label'> {
  /** The field's name. */
  readonly label: string;
}

/** A line of text. The spell checker stays off: it would fetch dictionaries. */
export function TextField({ label, className, ...props }: TextFieldProps): ReactElement {
  return (
    <input
      type="text"
      autoComplete="off"
      spellCheck={false}
      {...props}
      aria-label={label}
      className={classes(styles.field, className)}
    />
  );
}

interface SearchFieldProps extends TextFieldProps {
  /** Shown at the end of the field: a button to clear it, a count. */
  readonly end?: ReactNode;
}

/** A {@link TextField} with a magnifying glass. */
export function SearchField({ end, ...props }: SearchFieldProps): ReactElement {
  return (
    <div className={styles.search}>
      <span className={styles.searchIcon}>
        <SearchIcon size={16} />
      </span>
      <TextField type="search" {...props} />
      {end ? <span className={styles.searchEnd}>{end}</span> : null}
    </div>
  );
}

interface TextAreaProps extends Omit<ComponentProps<'textarea'>, 'aria-label'> {
  readonly label: string;
}

/** Several lines of text. */
export function TextArea({ label, className, ...props }: TextAreaProps): ReactElement {
  return (
    <textarea spellCheck={false} {...props} aria-label={label} className={classes(styles.field, className)} />
  );
}
