import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textOfPdf } from '#channels/pdf/pdf-text-for-tests.ts';
import { typeset } from '#channels/pdf/typeset.ts';
import { LANGS } from '#kernel/lang.ts';
import { proposalSheet } from './printed.ts';
import type { ShownProposal } from './queries.ts';

const proposal = {
  ...{ id: '01936e00-0000-7000-8000-000000000001', kind: 'project', title: '横断歩道に#灯り*を', withdrawn_at: null },
  ...{
    problem: '暗い',
    proposal: '灯りを足す',
    effect: '',
    roles: '',
    cost: '',
    area: '',
    actor_kind: 'person',
    actor_name: 'ことね',
  },
  written_at: new Date('2026-11-02T00:00:00Z'),
  closes_at: new Date('2026-12-01T00:00:00+09:00'),
  round: { fiscal_year: 2026, number: 3 },
} as ShownProposal;
const sheetOf = (more: Partial<ShownProposal> = {}, lang: (typeof LANGS)[number] = 'ja') =>
  proposalSheet({
    ...{ lang, now: new Date('2026-11-10T00:00:00Z'), origin: 'https://hinata.example', hubName: 'ひなた市' },
    proposal: { ...proposal, ...more },
  });
const pages = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\n/g)?.length;
const bare = (text: string) => text.replace(/[\s\u2060]/g, '');

describe('F9.1 one page to hand around', () => {
  test.each(LANGS)('has the title, who proposed, until when, and the address, in %s', (lang) => {
    const text = bare(textOfPdf(typeset(sheetOf({}, lang))));
    for (const part of ['横断歩道に#灯り*を', 'ことね', '灯りを足す', 'https://hinata.example/proposals/'])
      expect(text).toContain(part);
    expect(text).toContain(lang === 'en' ? '30November2026' : '11月30日');
  });

  test('is one page, whatever was written', () => {
    const unit = fc.constantFrom(...'漢字かなW。\n');
    const text = fc.string({ unit, minLength: 300, maxLength: 900 });
    fc.assert(
      fc.property(text, text, text, (problem, plan, effect) => {
        const title = problem.replaceAll('\n', '漢').slice(0, 80);
        const all = { title, problem, proposal: plan, effect, roles: effect, cost: plan, area: '橋' };
        expect(pages(typeset(sheetOf(all)))).toBe(1);
      }),
      { numRuns: 8, endOnFailure: true },
    );
  });

  test('is one page at every length of its parts, and uses the page', () => {
    for (let letters = 15; letters <= 320; letters += 30) {
      const text = 'あ'.repeat(letters);
      const sheet = sheetOf({
        title: '長い題'.repeat(14),
        problem: text,
        proposal: text,
        effect: text,
        roles: text,
        cost: text,
      });
      expect([letters, pages(typeset(sheet))]).toEqual([letters, 1]);
    }
  });

  test('has who does what and the cost where there is room, large letters and lines to write on where little is said', () => {
    const short = sheetOf({ roles: '市と自治会', cost: '40万円', area: '駅前' });
    expect(short.size).toBe('large');
    expect(short.blocks.map(({ kind }) => kind)).toContain('lines');
    for (const part of ['市と自治会', '40万円', '駅前']) expect(JSON.stringify(short.blocks)).toContain(part);
    const long = sheetOf({
      problem: 'あ'.repeat(330),
      proposal: 'い'.repeat(430),
      effect: 'う'.repeat(200),
      cost: '40万円',
    });
    expect(long.size).toBeUndefined();
    expect(long.blocks.map(({ kind }) => kind)).not.toContain('lines');
  });

  test('says that there is more where something was left out, and that it was withdrawn', () => {
    const blocks = (more: Partial<ShownProposal>) => JSON.stringify(sheetOf(more).blocks);
    expect(blocks({})).not.toContain('つづき');
    expect(blocks({ problem: 'あ'.repeat(400) })).toContain('つづき');
    expect(blocks({ roles: '市と自治会' })).not.toContain('つづき');
    expect(blocks({ roles: '市'.repeat(1600) })).toContain('つづき');
    expect(sheetOf({ withdrawn_at: new Date() }).lead).toEqual({ label: '取り下げられた提案です' });
  });
});
