import { DropdownMenu as Radix } from 'radix-ui';
import { createContext, useContext, useRef } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { classes } from './classes.ts';
import { expectFocusReturn } from './focus-return.ts';
import { CheckIcon } from './icons.tsx';
import styles from './surface.module.css';

interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactElement;
  readonly align?: 'start' | 'center' | 'end';
  readonly children: ReactNode;
}

/** Takes what an item does, to be done once the menu is gone and its button has the focus again. */
const ActionContext = createContext<(action: () => void) => void>((action) => action());

/** A menu under its button, with the arrow keys and the first letters. */
export function Menu({ trigger, align = 'start', children }: MenuProps): ReactElement {
  const chosen = useRef<(() => void) | null>(null);
  const closed = (): void => {
    expectFocusReturn();
    const action = chosen.current;
    chosen.current = null;
    // Radix gives the focus back to the button behind this handler; a dialog must find it there, to return it.
    if (action !== null) queueMicrotask(action);
  };
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          className={styles.menu}
          align={align}
          sideOffset={5}
          collisionPadding={8}
          onCloseAutoFocus={closed}
        >
          <ActionContext value={(action) => (chosen.current = action)}>{children}</ActionContext>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

interface MenuItemProps {
  readonly icon?: ReactNode;
  readonly keys?: string;
  readonly dangerous?: boolean;
  readonly disabled?: boolean;
  readonly onSelect: () => void;
  readonly children: ReactNode;
}

/** One action of a {@link Menu}. */
export function MenuItem({
  icon,
  keys,
  dangerous = false,
  disabled = false,
  onSelect,
  children,
}: MenuItemProps): ReactElement {
  const act = useContext(ActionContext);
  return (
    <Radix.Item
      className={classes(styles.menuItem, dangerous && styles.dangerous)}
      disabled={disabled}
      onSelect={() => act(onSelect)}
    >
      {icon}
      {children}
      {keys ? <span className={styles.menuKeys}>{keys}</span> : null}
    </Radix.Item>
  );
}

interface MenuChoicesProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly choices: readonly { readonly value: V; readonly label: string; readonly mark?: ReactNode }[];
  readonly onChange: (value: V) => void;
}

/** A set of choices inside a {@link Menu}, one of them taken. */
export function MenuChoices<V extends string>({
  label,
  value,
  choices,
  onChange,
}: MenuChoicesProps<V>): ReactElement {
  return (
    <Radix.RadioGroup aria-label={label} value={value} onValueChange={(next) => onChange(next as V)}>
      {choices.map((choice) => (
        <Radix.RadioItem key={choice.value} value={choice.value} className={styles.menuItem}>
          <span className={styles.menuMark}>
            <Radix.ItemIndicator>
              <CheckIcon size={16} />
            </Radix.ItemIndicator>
          </span>
          {choice.mark}
          {choice.label}
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  );
}

/** A line between groups of a {@link Menu}. */
export function MenuLine(): ReactElement {
  return <Radix.Separator className={styles.menuLine} />;
}
