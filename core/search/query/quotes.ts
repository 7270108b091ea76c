/** Marks that open a passage of a query, and those that close it. */
export const QUOTES: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”',
  '「': '」',
  '『': '』',
  '＂': '＂',
};
