/** A cell: the first row and the first column are 0. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

type Keys = Readonly<Record<'key', string>> & Readonly<Record<'ctrlKey' | 'altKey' | 'metaKey', boolean>>;

/** Where a key leads in a grid; null when it is none of a grid's keys. Home and End stay in the row, unless with Ctrl. */
export function nextCell(
  { key, ctrlKey, altKey, metaKey }: Keys,
  { row, column }: GridPlace,
  size: { readonly rows: number; readonly columns: number },
  page: number,
): GridPlace | null {
  if (altKey || metaKey) return null;
  const last = { row: size.rows - 1, column: size.columns - 1 };
  const at = (nextRow: number, nextColumn: number): GridPlace => ({
    row: Math.max(0, Math.min(last.row, nextRow)),
    column: Math.max(0, Math.min(last.column, nextColumn)),
  });
  switch (key) {
    case 'ArrowUp':
      return at(ctrlKey ? 0 : row - 1, column);
    case 'ArrowDown':
      return at(ctrlKey ? last.row : row + 1, column);
    case 'ArrowLeft':
      return at(row, ctrlKey ? 0 : column - 1);
    case 'ArrowRight':
      return at(row, ctrlKey ? last.column : column + 1);
    case 'Home':
      return at(ctrlKey ? 0 : row, 0);
    case 'End':
      return at(ctrlKey ? last.row : row, last.column);
    case 'PageUp':
      return at(row - page, column);
    case 'PageDown':
      return at(row + page, column);
    default:
      return null;
  }
}
