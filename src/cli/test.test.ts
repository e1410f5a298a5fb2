import { describe, expect, test } from 'vitest';
import { closingLine, countsOf, type Report } from './test.ts';

function report(figures: Partial<Report>): Report {
  return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [], ...figures };
}

describe('counting a test run', () => {
  test('passed, failed and skipped tests', () => {
    const counts = countsOf(report({ numPassedTests: 5, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 }), 1);
    expect(counts).toEqual({ passed: 5, failed: 2, skipped: 2 });
  });

  test('a file that could not be loaded is a failure, and one with failed tests is not counted twice', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
    ];
    const counts = countsOf(report({ numPassedTests: 1, numFailedTests: 1, testResults }), 1);
    expect(counts).toEqual({ passed: 1, failed: 2, skipped: 0 });
  });

  test('a run that ended badly never shows nothing failed', () => {
    expect(countsOf(report({ numPassedTests: 5 }), 1).failed).toBe(1);
    expect(countsOf(null, 139)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

test('the closing line', () => {
  expect(closingLine({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
  expect(closingLine({ passed: 1, failed: 2, skipped: 3 })).toBe('1 passed, 2 failed, 3 skipped');
});
