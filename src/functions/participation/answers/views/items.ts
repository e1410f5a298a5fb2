/** Items waiting for an answer, and answered ones, as rows of a list. */
import { formatDate, tokyoDate } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import { linkButton } from '#ui/button.ts';
import { chip, chips } from '#ui/chip.ts';
import { type Html, html } from '#ui/html.ts';
import { listItem } from '#ui/list.ts';
import { link } from '#ui/prose.ts';
import { SECTIONS, sectionName as statementSection } from '../../statement/index.ts';
import { answerFormHref, answerHref, deskHref, subjectHref } from '../addresses.ts';
import { insideWords } from '../inside-words.ts';
import type { ClockedItem } from '../round-answers.ts';
import { words } from '../words.ts';
import { answerChip } from './answer-chip.ts';
import { clockChip } from './clock.ts';
import { shortened } from './list.ts';

/** One item; `officer`: with the button that leads to the form; `divisionId`: whose desk it is led to, from its own items and nobody's. */
export function itemRow(
  item: ClockedItem,
  lang: Lang,
  officer: boolean,
  { hasDesk = false, level = 4 }: { hasDesk?: boolean; level?: 2 | 4 } = {},
): Html {
  const w = words(lang);
  const { answer } = item;
  const text = item.subject === 'proposal' ? item.title : shortened(item.body, 120);
  return listItem({
    title: text,
    level,
    href: answer ? answerHref(answer, item.title) : subjectHref(item),
    above: html`${chips([
      chip(
        'info',
        item.subject === 'proposal' ? w.subjects.proposal : (sectionName(item.section, lang) ?? w.subjects.point),
      ),
      answer ? answerChip(answer.kind, lang) : false,
      clockChip(item.clock, lang),
    ])}`,
    ...(answer ? { body: shortened(answer.reason, 140) } : {}),
    meta: [
      item.division_name ?? w.list.noDivision,
      ...(answer ? [`${w.section.decidedOn} ${formatDate(answer.decided_on, lang)}`] : []),
      ...(answer ? [`${w.section.answeredOn} ${formatDate(tokyoDate(answer.answered_at), lang)}`] : []),
      ...(item.clock.dueOn ? [`${w.work.due} ${formatDate(item.clock.dueOn, lang)}`] : []),
    ].join('・'),
    ...(officer
      ? {
          side: html`${linkButton({
            text: answer ? w.section.revise : w.section.answer,
            href: answerFormHref(item),
            small: true,
          })}${hasDesk && html`<p class="meta">${link(deskHref(item), insideWords(lang).title)}</p>`}`,
        }
      : {}),
  });
}

/** As the statement itself names it. */
export function sectionName(section: string, lang: Lang): string | null {
  const known = SECTIONS.find((one) => one === section);
  return known ? statementSection(known, lang) : null;
}
