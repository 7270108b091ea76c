import { useState } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';
import type { Code, CodeChange } from '#core/annotations/codes-record.ts';
import { codeLabel, colourWord } from '#core/annotations/codes-names.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { classes } from '#renderer/ui/classes.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { MoreIcon } from '#renderer/ui/icons.tsx';
import { Menu, MenuItem, MenuLine } from '#renderer/ui/Menu.tsx';
import { ColourMenu } from './ColourMenu.tsx';
import styles from './codes.module.css';
import { DeleteCode } from './DeleteCode.tsx';
import { moves, type Direction } from './code-moves.ts';
import { NameField } from './NameField.tsx';
import { useChange } from './use-change.ts';

interface CodeRowProps {
  readonly code: Code;
  readonly depth: 0 | 1;
  /** Every code that is listed. */
  readonly codes: readonly Code[];
  /** The digit that marks with it; null beyond the ninth. */
  readonly digit: number | null;
  readonly notes: number;
  /** The open project, where codes may be its own; null where there is only the first. */
  readonly project: { readonly id: string; readonly name: string } | null;
}

const KEYS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'in',
  ArrowLeft: 'out',
};

/** One code: its colour, its name, how many notes have it, and what can be done with it. */
export function CodeRow({ code, depth, codes, digit, notes, project }: CodeRowProps): ReactElement {
  const { codes: words, common, locale } = useMessages();
  const run = useChange();
  const [deleting, setDeleting] = useState(false);
  const name = codeLabel(code, locale);
  const { id, revision } = code;
  const change = (made: CodeChange): void => {
    void run((client) => client.changeCode({ id, revision, change: { ...made } }));
  };
  const places = moves(codes, code);
  const move = (direction: Direction): void => {
    const place = places[direction];
    if (place !== null) void run((client) => client.moveCode({ id, ...place }));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const direction = KEYS[event.key];
    if (!event.altKey || direction === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    move(direction);
  };
  return (
    <li className={classes(styles.row, depth === 1 && styles.nested)} data-code={id}>
      <span className={styles.digit} aria-hidden="true">
        {digit}
      </span>
      <ColourMenu
        label={words.colourOf({ name })}
        color={code.color}
        onChange={(color) => change({ color })}
      />
      <NameField
        label={words.nameOf({ name })}
        value={code.name}
        placeholder={colourWord(code.color, locale)}
        mayBeEmpty={code.builtIn}
        onCommit={(next) => change({ name: next })}
        onKeyDown={onKeyDown}
      />
      <span className={styles.about}>
        {code.projectId === null || project === null ? null : (
          <span className={styles.scope}>{words.ownOf({ name: project.name })}</span>
        )}
        {common.noteCount({ count: notes })}
      </span>
      <CodeMenu
        code={code}
        project={project}
        places={places}
        onMove={move}
        onChange={change}
        onDelete={() => setDeleting(true)}
      />
      {deleting ? (
        <DeleteCode code={code} codes={codes} notes={notes} onDone={() => setDeleting(false)} />
      ) : null}
    </li>
  );
}

interface CodeMenuProps extends Pick<CodeRowProps, 'code' | 'project'> {
  readonly places: ReturnType<typeof moves>;
  readonly onMove: (direction: Direction) => void;
  readonly onChange: (change: CodeChange) => void;
  readonly onDelete: () => void;
}

/** What is done with a code besides its name and colour. */
function CodeMenu({ code, project, places, onMove, onChange, onDelete }: CodeMenuProps): ReactElement {
  const { codes: words, common, locale } = useMessages();
  const name = codeLabel(code, locale);
  return (
    <Menu
      align="end"
      trigger={
        <IconButton small label={words.actionsOf({ name })}>
          <MoreIcon size={16} />
        </IconButton>
      }
    >
      <MenuItem keys="Alt+↑" disabled={places.up === null} onSelect={() => onMove('up')}>
        {words.moveUp}
      </MenuItem>
      <MenuItem keys="Alt+↓" disabled={places.down === null} onSelect={() => onMove('down')}>
        {words.moveDown}
      </MenuItem>
      <MenuItem keys="Alt+→" disabled={places.in === null} onSelect={() => onMove('in')}>
        {words.nest}
      </MenuItem>
      <MenuItem keys="Alt+←" disabled={places.out === null} onSelect={() => onMove('out')}>
        {words.unnest}
      </MenuItem>
      {code.builtIn ? null : (
        <>
          <MenuLine />
          {code.projectId !== null ? (
            <MenuItem onSelect={() => onChange({ projectId: null })}>{words.makeCommon}</MenuItem>
          ) : project === null ? null : (
            <MenuItem onSelect={() => onChange({ projectId: project.id })}>
              {words.makeOwn({ name: project.name })}
            </MenuItem>
          )}
          <MenuItem dangerous onSelect={onDelete}>
            {common.delete}
          </MenuItem>
        </>
      )}
    </Menu>
  );
}
