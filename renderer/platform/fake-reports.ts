import type { ReportContent } from '#core/ipc/payloads.ts';
import { EMPTY_METADATA } from '#core/report/report.ts';
import type { ReportSummary } from '#core/report/report.ts';

/** A report for tests and for the development page; what is not given is empty. */
export function fakeReport(
  summary: Partial<ReportSummary> & { readonly reportId: string },
  source: string,
): ReportContent {
  const whole: ReportSummary = {
    title: summary.reportId,
    issuer: '',
    region: '',
    date: '',
    script: 'Hans',
    chars: source.length,
    notes: 0,
    origin: 'library',
    importedAt: 1,
    ...summary,
  };
  const { title, issuer, region, date } = whole;
  return {
    summary: whole,
    metadata: { ...EMPTY_METADATA, title, issuer, region, date },
    format: 'txt',
    version: 1,
    source,
    sourceHash: fakeHash(source),
    ruleSetVersion: 1,
    edits: [],
    shownEdits: null,
    blocks: null,
    encoding: 'UTF-8',
    encodingConfidence: 1,
    revision: 1,
    hasOriginal: true,
  };
}

/** 64 hex digits that differ for different texts; not SHA-256, which needs a promise in a browser. */
export function fakeHash(text: string): string {
  let hash = 2166136261;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16777619) >>> 0;
  return hash.toString(16).padStart(8, '0').repeat(8);
}
