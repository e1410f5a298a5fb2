import { describe, expect, test } from 'vitest';
import { textOfPdf } from '#channels/pdf/pdf-text-for-tests.ts';
import { typeset } from '#channels/pdf/typeset.ts';
import type { Debate } from '#commons/discussion/index.ts';
import { defaultRules } from '#commons/hubs/index.ts';
import { LANGS } from '#kernel/lang.ts';
import { debatePoster, formSheet, receiptSheet } from './prints.ts';
import type { Paper } from './queries.ts';
import { dayProblem } from './rules.ts';

const town = { ja: 'ひなた市', easy: 'ひなた市', en: 'Hinata' };
const debate: Debate = {
  ...{
    id: '01936e00-0000-7000-8000-000000000001',
    kind: 'proposal',
    title: 'あ'.repeat(80),
    about: '',
    round_id: null,
  },
  ...{ host_id: null, closed_because: null, rules_version: null, source: null },
  ...{ opinion_count: 0, votable_count: 0, vote_count: 0, voter_count: 0 },
  created_at: new Date('2026-10-01T00:00:00+09:00'),
  opens_at: new Date('2026-11-01T00:00:00+09:00'),
  closes_at: new Date('2026-12-01T00:00:00+09:00'),
};
const hub = { town, origin: 'https://hinata.example', rules: defaultRules };
const paper: Paper = {
  ...{ id: '01936e00-0000-7000-8000-000000000002', number: 12, kind: 'opinion', body: '書いた文', reason: 'わけ' },
  ...{ paper_on: '2026-11-09', signed_name: 'いわお', withdrawn_at: null, hidden_at: null, debate_id: debate.id },
  ...{ debate_title: debate.title, entered_at: new Date('2026-11-10T12:00:00+09:00'), entered_by: '緒方', scans: [] },
};
const bare = (text: string) => text.replace(/[\s\u2060]/g, '');
const pages = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\n/g)?.length;

describe('X9 the printed form', () => {
  test.each(LANGS)('is one page of A4 with the last day, the office and the address, in %s', (lang) => {
    const form = formSheet({ lang, hub, debate, office: '市民活動センター' });
    const pdf = typeset(form);
    const text = bare(textOfPdf(pdf));
    expect(pages(pdf)).toBe(1);
    expect(text).toContain('https://hinata.example/proposals/');
    expect(text).toContain('市民活動センター');
    expect(text).toContain(lang === 'en' ? '30November' : '11月30日');
  });
});

describe('X9 posters and receipts', () => {
  test.each(LANGS)('a poster is one page, whatever the title, in %s', (lang) => {
    for (const size of ['a4', 'a3'] as const)
      expect(pages(typeset(debatePoster({ lang, hub, debate, office: null }, size)))).toBe(1);
  });

  test('a receipt says what was entered, under which number and name; never who entered it', () => {
    const text = bare(textOfPdf(typeset(receiptSheet({ lang: 'ja', hub, debate, office: '市民活動センター' }, paper))));
    for (const part of ['書いた文', 'わけ', '12番', 'いわお', '市民活動センター', '/opinions/'])
      expect(text).toContain(part);
    expect(text).not.toContain('緒方');
  });
});

describe('X9 the day of receipt', () => {
  const now = new Date('2026-11-10T00:30:00+09:00');
  test.each([
    ['2026-11-10', 'opinion', null],
    ['2026-11-11', 'opinion', 'in-the-future'],
    ['2026-11-01', 'opinion', null],
    ['2026-10-31', 'opinion', 'before-debate'],
    ['2026-10-31', 'question', null],
    ['2026-09-30', 'question', 'before-debate'],
  ] as const)('%s for a %s: %s', (day, kind, expected) => {
    expect(dayProblem(day, debate, kind, now)).toBe(expected);
  });
});
