import { describe, expect, test } from 'vitest';
import { nationalEvent } from './national-events.ts';
import { NATIONAL_EVENT_COLUMNS } from './national-words.ts';
import type { ListedMeeting } from './queries.ts';

const hub = { origin: 'https://hinata.example', town: { ja: 'ひなた市', easy: 'ひなた市', en: 'Hinata' } };
const meeting = {
  id: '01a1cf79-37c6-7070-a055-000000000001',
  title: '夜の集まり',
  about: 'バスのこと',
  starts_at: new Date('2026-11-25T14:30:00Z'),
  ends_at: new Date('2026-11-25T15:30:00Z'),
  cancelled_at: null,
  place: '東地区公民館',
  address: '東1-2',
  step_free: 'yes',
  captions: false,
  sign_language: true,
  note_taking: false,
  host_name: 'とくさん',
} as ListedMeeting;

function named(row: readonly unknown[]): Record<string, unknown> {
  return Object.fromEntries(NATIONAL_EVENT_COLUMNS.map((column, at) => [column, row[at]]));
}

describe('F1.2 the national list of events', () => {
  test('has a cell for each of its columns, in Tokyo’s days and hours', () => {
    const row = nationalEvent(meeting, 7, hub);
    expect(row).toHaveLength(32);
    expect(named(row)).toMatchObject({
      NO: 7,
      市区町村名: 'ひなた市',
      イベント名: '夜の集まり',
      開始日: '2026-11-25',
      終了日: '2026-11-26',
      開始時間: '23:30',
      終了時間: '00:30',
      説明: 'バスのこと',
      主催者: 'とくさん',
      場所名称: '東地区公民館',
      住所: '東1-2',
      備考: '段差なし、手話',
    });
    expect(named(row).URL).toMatch(/^https:\/\/hinata\.example\/meetings\/\w+-%/);
  });

  test('says that a meeting was called off', () => {
    const row = nationalEvent({ ...meeting, cancelled_at: new Date(), sign_language: false }, 1, hub);
    expect(named(row).備考).toBe('中止、段差なし');
  });
});
