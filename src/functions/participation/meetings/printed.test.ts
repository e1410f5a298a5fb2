import { describe, expect, test } from 'vitest';
import { textOfPdf } from '#channels/pdf/pdf-text-for-tests.ts';
import { typeset } from '#channels/pdf/typeset.ts';
import { LANGS } from '#kernel/lang.ts';
import { meetingPoster, meetingSheet } from './printed.ts';
import type { ShownMeeting } from './queries.ts';

const meeting = {
  ...{
    id: '01936e00-0000-7000-8000-000000000001',
    title: '通院のバスを話す夕べ',
    about: '',
    agenda: ['現状', '*案* #1'],
  },
  ...{ place: '東公民館', address: '東町1-2', host_kind: 'group', host_name: '東地区まちづくりの会', contact: '' },
  ...{
    round_id: '01936e00-0000-7000-8000-000000000002',
    round_year: 2026,
    round_number: 3,
    debate_id: null,
    attendance: 31,
    saying_count: 4,
  },
  ...{ step_free: 'yes', captions: true, sign_language: false, note_taking: false, cancelled_at: null, minutes: null },
  starts_at: new Date('2026-11-22T19:00:00+09:00'),
  ends_at: new Date('2026-11-22T20:30:00+09:00'),
  called_at: new Date('2026-11-01T00:00:00Z'),
} as unknown as ShownMeeting;
const minutes = {
  version: 2,
  body: '一、現状\n\n二、案',
  changed: '人数',
  published_at: new Date('2026-11-25T00:00:00Z'),
};
const propsOf = (more: Partial<ShownMeeting> = {}, lang: (typeof LANGS)[number] = 'ja') => ({
  ...{ lang, origin: 'https://hinata.example', hubName: 'ひなた市' },
  meeting: { ...meeting, ...more },
});
const bare = (text: string) => text.replace(/[\s\u2060]/g, '');
const textOf = (...print: Parameters<typeof meetingSheet>) => bare(textOfPdf(typeset(meetingSheet(...print))));

describe('F9.2 agenda and minutes on paper', () => {
  test.each(LANGS)('the agenda has what, when, where, and room for notes, in %s', (lang) => {
    expect(
      typeset(meetingSheet(propsOf({}, lang)))
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    const text = textOf(propsOf({}, lang));
    for (const part of [
      '通院のバスを話す夕べ',
      '東公民館',
      '東町1-2',
      '現状',
      '*案*#1',
      'https://hinata.example/meetings/',
    ])
      expect(text).toContain(part);
  });

  test('public minutes take the place of the notes, with their version and what changed', () => {
    const text = textOf(propsOf({ minutes }));
    for (const part of ['一、現状', '二、案', '人数', '31']) expect(text).toContain(part);
    expect(text).not.toContain('メモ');
    expect(textOf(propsOf())).toContain('メモ');
  });
});

describe('F9.2 the poster of a meeting', () => {
  test.each(LANGS)('is one page whatever the title, in %s', (lang) => {
    for (const paper of ['a4', 'a3'] as const) {
      const pdf = typeset(meetingPoster(propsOf({ contact: '電話 012-345-678', title: 'あ'.repeat(80) }, lang), paper));
      expect(pdf.toString('latin1').match(/\/Type \/Page\n/g)).toHaveLength(1);
    }
  });

  test('says that a meeting is cancelled', () => {
    expect(meetingPoster(propsOf({ cancelled_at: new Date() }), 'a4').lead).toEqual({ label: '中止になりました' });
  });
});
