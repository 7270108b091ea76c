/** The byte order mark by which Excel knows UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * What a spreadsheet would take for a formula (https://owasp.org/www-community/attacks/CSV_Injection), in the forms of East
 * Asian keyboards too, behind blanks that some programs cut off, and behind apostrophes, so that the guard can be told
 * from the text.
 */
const FORMULA = /^(?:'*\s*[=+\-@＝＋－＠]|'*[\t\r\n])/u;

/**
 * A table for spreadsheets by RFC 4180: byte order mark, CRLF behind each row, cells in quotation marks where they need
 * them. A text that a spreadsheet could run gets one apostrophe before it; numbers stay numbers.
 */
export function writeCsv(rows: readonly (readonly (string | number)[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const guarded = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/u.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
