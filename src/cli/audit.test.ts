import { describe, expect, test } from 'vitest';
import { told, verdictFrom } from './audit.ts';

describe('known holes in packages', () => {
  test('grave ones stand in the way, lesser ones are told', () => {
    const output = JSON.stringify({ vulnerabilities: { a: { severity: 'critical' }, b: { severity: 'low' } } });
    expect(verdictFrom(output)).toEqual({ told: 'asked', grave: ['a (critical)'], lesser: ['b (low)'] });
    expect(told(verdictFrom(output))).toEqual({ line: 'Known holes: a (critical), b (low)', exitCode: 1 });
    const lesser = told({ told: 'asked', grave: [], lesser: ['b (low)'] });
    expect(lesser).toEqual({ line: 'The registry knows of no grave hole; lesser ones: b (low).', exitCode: 0 });
  });

  test('an empty list is an answer', () => {
    const verdict = verdictFrom('{"auditReportVersion":2,"vulnerabilities":{}}');
    expect(told(verdict)).toEqual({ line: 'The registry knows of no grave hole.', exitCode: 0 });
  });

  test.each([
    ['no network', '{"message":"request to https://registry.example/ failed","error":{"summary":""}}'],
    ['a registry that takes no such question', '{"message":"405 Method Not Allowed","error":{"summary":""}}'],
    ['nothing', ''],
    ['a page instead', '<html>'],
    ['null', 'null'],
  ])('%s: it could not be asked, which is no all-clear and no failure', (_, output) => {
    const { line, exitCode } = told(verdictFrom(output));
    expect(line).toMatch(/^Known holes could not be asked for: .+ Nothing is said about them\.$/);
    expect(exitCode).toBe(0);
  });
});
