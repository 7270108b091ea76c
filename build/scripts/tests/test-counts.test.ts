import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countPlaywright, countsFrom, countVitest } from '../lib/test-counts.mjs';

const vitest = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, testResults: [] };

describe('counts', () => {
  let folder: string;
  let report: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'zhupi-counts-'));
    report = path.join(folder, 'report.json');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('a test file that could not be loaded is a failure', () => {
    expect(countVitest(vitest)).toEqual({ passed: 3, failed: 1, skipped: 3 });
    const broken = { ...vitest, testResults: [{ status: 'failed', assertionResults: [] }] };
    expect(countVitest(broken).failed).toBe(2);
  });

  test('a test that passed only when tried again is a failure', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 2, skipped: 1 };
    expect(countPlaywright({ stats, errors: [] })).toEqual({ passed: 5, failed: 3, skipped: 1 });
    expect(countPlaywright({ stats, errors: ['no such folder'] }).failed).toBe(4);
  });

  test('a program that failed counts as failed, whatever it reported', () => {
    writeFileSync(report, JSON.stringify({ ...vitest, numFailedTests: 0 }));
    expect(countsFrom(report, 0, countVitest).failed).toBe(0);
    expect(countsFrom(report, 1, countVitest).failed).toBe(1);
  });

  test('no report, half a report and no tests are failures', () => {
    expect(countsFrom(path.join(folder, 'nowhere.json'), 0, countVitest).failed).toBe(1);
    writeFileSync(report, '{"numPassed');
    expect(countsFrom(report, 0, countVitest).failed).toBe(1);
    const none = {
      numPassedTests: 0,
      numFailedTests: 0,
      numPendingTests: 4,
      numTodoTests: 0,
      testResults: [],
    };
    writeFileSync(report, JSON.stringify(none));
    expect(countsFrom(report, 0, countVitest).failed).toBe(1);
  });
});
