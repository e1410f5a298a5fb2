import { describe, expect, test } from 'vitest';
import { SettingMistake, settingsFrom } from './settings.ts';

const S3 = {
  MINNA_S3_ENDPOINT: 'https://store.example',
  MINNA_S3_BUCKET: 'town',
  MINNA_S3_KEY: 'key',
  MINNA_S3_SECRET: 'secret',
};

describe('X12 where files are kept', () => {
  test('is the data folder, unless a store is named whole', () => {
    expect(settingsFrom([], {}).files).toEqual({ s3: null, clamd: null });
    expect(settingsFrom([], S3).files.s3).toEqual({
      endpoint: 'https://store.example',
      bucket: 'town',
      region: 'us-east-1',
      key: 'key',
      secret: 'secret',
    });
    for (const name of ['MINNA_S3_BUCKET', 'MINNA_S3_KEY', 'MINNA_S3_SECRET'])
      expect(() => settingsFrom([], { ...S3, [name]: '' })).toThrow(SettingMistake);
    expect(() => settingsFrom([], { ...S3, MINNA_S3_ENDPOINT: 'store' })).toThrow(SettingMistake);
  });

  test.each(['127.0.0.1:3310', '[::1]:3310', 'clamav:3310', '/run/clamav/clamd.sock'])('%s scans them', (clamd) => {
    expect(settingsFrom([], { MINNA_CLAMD: clamd }).files.clamd).toBe(clamd);
  });

  test.each(['clamav', 'run/clamd.sock', ':3310'])('%s is no scanner', (clamd) => {
    expect(() => settingsFrom([], { MINNA_CLAMD: clamd })).toThrow(SettingMistake);
  });
});
