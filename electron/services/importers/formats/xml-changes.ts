/** One change of a text: a range replaced. */
export interface XmlChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The XML with the changes made; of two that overlap the one that begins first, or was told first, stays. */
export function applyChanges(xml: string, changes: readonly XmlChange[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, text } of changes.toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue;
    parts.push(xml.slice(at, start), text);
    at = end;
  }
  return parts.join('') + xml.slice(at);
}

export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/gu, (sign) => `&#${sign.charCodeAt(0)};`);
}
