import { readFileSync } from 'node:fs';

/** @typedef {{ passed: number; failed: number; skipped: number }} Counts */
/** @typedef {{ numPassedTests: number; numFailedTests: number; numPendingTests: number; numTodoTests: number; testResults: { status: string; assertionResults: unknown[] }[] }} VitestReport */
/** @typedef {{ stats: { expected: number; unexpected: number; flaky: number; skipped: number }; errors: unknown[] }} PlaywrightReport */

/** A program that failed has at least one failure, whatever its report says. @param {Counts} counts @param {number} code */
function withExitCode(counts, code) {
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** @param {string} file @returns {any} undefined when there is no whole report */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** A test file that could not even be loaded holds no tests and counts as one failure. @param {VitestReport} report @returns {Counts} */
export function countVitest(report) {
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** A test that passed only when tried again counts as a failure. @param {PlaywrightReport} report @returns {Counts} */
export function countPlaywright({ stats, errors }) {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}

/**
 * Counts of a test program from the report that it wrote; without a report, one failure.
 * @template Report
 * @param {string} file
 * @param {number} code exit code of the program
 * @param {(report: Report) => Counts} count
 * @returns {Counts}
 */
export function countsFrom(file, code, count) {
  const report = readReport(file);
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const counts = withExitCode(count(report), code);
  const nothing = counts.passed + counts.failed === 0;
  return nothing ? { ...counts, failed: 1 } : counts;
}
