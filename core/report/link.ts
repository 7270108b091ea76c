/** A place that a `zhupi://` link names: a report and, if wanted, one of its notes. */
export interface ReportLink {
  readonly reportId: string;
  readonly note: string | null;
}

const REPORT_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$/u;
const ANNOTATION_ID = /^n[a-z0-9]{16}$/u;

/** The link that opens a report, at a note where one is given: `zhupi://report/<id>?note=<annotation id>`. */
export function reportLink(link: ReportLink): string {
  const base = `zhupi://report/${encodeURIComponent(link.reportId)}`;
  return link.note === null ? base : `${base}?note=${encodeURIComponent(link.note)}`;
}

/**
 * Reads a link from outside (another program, a shell). Answers null for anything that is not exactly a link of ours:
 * another scheme or host, an id with characters that no id has, a longer path.
 */
export function parseReportLink(text: unknown): ReportLink | null {
  if (typeof text !== 'string' || text.length > 2_000) return null;
  const match = /^zhupi:\/\/report\/([^/?#]+)\/?(?:\?note=([^&#]+))?$/u.exec(text);
  if (match?.[1] === undefined) return null;
  const reportId = decode(match[1]);
  const note = match[2] === undefined ? null : decode(match[2]);
  if (reportId === null || !REPORT_ID.test(reportId)) return null;
  if (match[2] !== undefined && (note === null || !ANNOTATION_ID.test(note))) return null;
  return { reportId, note };
}

function decode(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
