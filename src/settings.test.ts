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

describe('X12 the operator’s database', () => {
  test.each(['postgres://db.example/minna', 'postgresql://u:p@[::1]:5433/minna', 'socket:/run/postgresql?db=minna'])(
    '%s can be one',
    (url) => expect(settingsFrom([], { DATABASE_URL: url }).databaseUrl).toBe(url),
  );

  test.each(['minna', 'db.example/minna', 'http://db.example/minna'])('%s is no address of one', (url) => {
    expect(() => settingsFrom([], { DATABASE_URL: url })).toThrow(SettingMistake);
  });
});

describe('X12 several processes', () => {
  test('statements are prepared and closing takes no time, unless somebody says otherwise', () => {
    expect(settingsFrom([], {})).toMatchObject({ databasePrepare: true, drainSeconds: 0 });
    const given = { MINNA_DATABASE_PREPARE: 'no', MINNA_DRAIN_SECONDS: '5' };
    expect(settingsFrom([], given)).toMatchObject({ databasePrepare: false, drainSeconds: 5 });
  });

  test('a replica stands beside a database of the operator', () => {
    const MINNA_DATABASE_READ_URL = 'postgres://replica.example/minna';
    expect(settingsFrom([], {}).databaseReadUrl).toBeNull();
    const given = { DATABASE_URL: 'postgres://db.example/minna', MINNA_DATABASE_READ_URL };
    expect(settingsFrom([], given).databaseReadUrl).toBe(MINNA_DATABASE_READ_URL);
    expect(() => settingsFrom([], { MINNA_DATABASE_READ_URL })).toThrow(SettingMistake);
  });

  // Orchestrators kill after thirty seconds, and what is under way has to finish in them, too.
  test.each(['-1', '16', 'soon'])('nobody drains for %s seconds', (seconds) => {
    expect(() => settingsFrom([], { MINNA_DRAIN_SECONDS: seconds })).toThrow(SettingMistake);
  });
});
