import { describe, expect, test } from 'vitest';
import { contentPolicy, securityHeaders } from './headers.ts';

describe('X12 headers of safety', () => {
  test('nothing inline, nothing from elsewhere, no frame, no plug-in, no other base', () => {
    const policy = securityHeaders(true)['content-security-policy']!;
    expect(policy).not.toMatch(/unsafe-|\*|https?:|strict-dynamic|nonce|sha256/);
    const parts = Object.fromEntries(policy.split('; ').map((part) => part.split(/ (.*)/)));
    expect(parts).toMatchObject({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'form-action': "'self'",
      'base-uri': "'none'",
      'frame-ancestors': "'none'",
    });
  });

  test('a page with a map may load the pictures of that one place, and nothing else changes', () => {
    const own = contentPolicy([]).split('; ');
    const map = contentPolicy(['https://tiles.example']).split('; ');
    expect(map.filter((part) => !own.includes(part))).toEqual(["img-src 'self' data: https://tiles.example"]);
    expect(map).toHaveLength(own.length);
  });

  test('by https the browser keeps to https; on plain loopback it is not told to', () => {
    expect(securityHeaders(true)['strict-transport-security']).toBe('max-age=31536000');
    expect(securityHeaders(false)).not.toHaveProperty('strict-transport-security');
  });

  test('types are not guessed, addresses are not told to others, windows are apart, devices stay shut', () => {
    expect(securityHeaders(true)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
    });
  });
});
