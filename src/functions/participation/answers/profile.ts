/** F9.8 A division's own page says how it keeps its clock. */
import { addProfileSection } from '#commons/actors/index.ts';
import { formatNumber } from '#kernel/dates.ts';
import { section } from '#ui/heading.ts';
import { html } from '#ui/html.ts';
import { link } from '#ui/prose.ts';
import { figuresHref } from './addresses.ts';
import { divisionWords } from './division-words.ts';
import { linesOfDivision, sumOf } from './figures.ts';

addProfileSection({
  name: 'answers',
  order: 10,
  async render(visit, db, actor) {
    if (actor.kind !== 'division') return null;
    const lines = await linesOfDivision(db, actor.id);
    visit.tag('answers');
    if (lines.length === 0) return null;
    const w = divisionWords(visit.lang);
    const { onTime, late, overdue } = sumOf(lines, visit.now);
    return section({
      title: w.profile,
      children: html`<p>${w.profileLine(formatNumber(onTime), formatNumber(onTime + late), formatNumber(overdue))}</p><p>${link(figuresHref(actor), w.see)}</p>`,
    });
  },
});
