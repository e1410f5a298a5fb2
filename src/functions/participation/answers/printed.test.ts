import { describe, expect, test } from 'vitest';
import { textOfPdf } from '#channels/pdf/pdf-text-for-tests.ts';
import { typeset } from '#channels/pdf/typeset.ts';
import { defaultRules } from '#commons/hubs/index.ts';
import { LANGS } from '#kernel/lang.ts';
import { datesFrom } from '../rounds/stages.ts';
import type { Item, ItemAnswer } from './items.ts';
import { printedAnswers } from './printed.ts';

const answer: ItemAnswer = {
  ...{ id: 'a', version: 2, kind: 'partly', reason: '3年で*21か所*。\n\n県と話します。', decided_on: '2027-02-19' },
  ...{ passed_to: '県', passed_on: null, on_budget: true, change_reason: '予算のため', next_on: null, final_at: null },
  first_at: new Date('2027-02-20T00:00:00Z'),
  answered_at: new Date('2027-03-01T00:00:00Z'),
};
const item = (more: Partial<Item>): Item => ({
  ...{ subject: 'proposal', id: 'p', round_id: 'r', debate_id: 'p', title: '#灯り', section: '', place: 0, body: '' },
  ...{ division_id: 'd', division_name: '道路課', answer },
  ...more,
});
const items = [
  item({}),
  item({ subject: 'point', id: 'q', section: 'views', place: 2, body: '暗い所が多い', answer: null }),
];
const round = {
  ...{ id: '01936e00-0000-7000-8000-000000000001', fiscal_year: 2026, number: 3, rules_version: 1, proposal_count: 1 },
  ...{ submitted_at: null, published_at: new Date('2027-01-09T01:00:00Z') },
  ...datesFrom('2026-10-01', defaultRules.rounds),
};
const printOf = (lang: (typeof LANGS)[number], all = items) =>
  printedAnswers({ lang, origin: 'https://hinata.example', hubName: 'ひなた市', round, items: all });
const bare = (text: string) => text.replace(/[\s\u2060]/g, '');

describe('F9.7 the answers of a round on paper', () => {
  test.each(LANGS)('have kind, condition, division, reason and what is missing, in %s', (lang) => {
    const text = bare(textOfPdf(typeset(printOf(lang))));
    for (const part of [
      '#灯り',
      '道路課',
      '3年で*21か所*。',
      '県と話します。',
      '予算のため',
      '暗い所が多い',
      '/rounds/',
    ])
      expect(text).toContain(part);
    expect(text).toContain({ ja: '一部採択', easy: '一部', en: 'Partly' }[lang] ?? '');
  });

  test('name who is to answer as that, never as who answered', () => {
    const [, missing] = JSON.stringify(printOf('ja').blocks).split('暗い所が多い');
    expect(missing).toContain('担当課');
    expect(missing).not.toContain('回答した課');
  });

  test('are dated by the newest answer, and count what is answered', () => {
    expect(printOf('ja').date).toBe('2027-03-01T00:00:00.000Z');
    expect(JSON.stringify(printOf('ja').cover)).toContain('2件のうち1件に回答');
    expect(printOf('ja', [item({ answer: null })]).date).toBe('2027-01-09T01:00:00.000Z');
  });
});
