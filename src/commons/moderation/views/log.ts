/** X4, P7: the public log of decisions: by office and number, ground, reason, kind of thing, when, appeal and outcome. */
import { formWords } from '#commons/hubs/index.ts';
import { formatDateTime, tokyoDateTime } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { chip, chips } from '#ui/chip.ts';
import { selectField } from '#ui/fields.ts';
import { filters } from '#ui/filters.ts';
import { pageHead } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty, list, listHead, listItem } from '#ui/list.ts';
import { pager } from '#ui/pager.ts';
import { link, paragraphs, time } from '#ui/prose.ts';
import { decisionPath } from '../addresses.ts';
import type { LogFilter, ShownDecision } from '../decision-queries.ts';
import { deskWords } from '../desk-words.ts';
import { GROUNDS, OUTCOMES } from '../moderation.ts';
import { words } from '../words.ts';
import { kindName, outcomeText } from './names.ts';

export interface LogProps {
  lang: Lang;
  filter: LogFilter;
  decisions: readonly ShownDecision[];
  more: boolean;
}

/** The filter as it stands in addresses; `ending` for its data: '.csv'. */
export function logHref(filter: Pick<LogFilter, 'ground' | 'outcome'>, ending = '', before?: string): string {
  const query = new URLSearchParams();
  if (filter.ground) query.set('ground', filter.ground);
  if (filter.outcome) query.set('outcome', filter.outcome);
  if (before) query.set('before', shortId(before));
  const written = query.toString();
  return `/moderation/log${ending}${written === '' ? '' : `?${written}`}`;
}

export function logView({ lang, filter, decisions, more }: LogProps): Html {
  const w = words(lang);
  const q = deskWords(lang).queue;
  const f = formWords(lang);
  const active = [
    ...(filter.ground ? [{ text: w.grounds[filter.ground], removeHref: logHref({ ...filter, ground: '' }) }] : []),
    ...(filter.outcome ? [{ text: w.outcomes[filter.outcome], removeHref: logHref({ ...filter, outcome: '' }) }] : []),
  ];
  return html`${pageHead({ title: w.log.title, lead: w.log.lead })}<p>${link('/moderation/figures', w.guide.figures)}・${link('/moderation/rules', w.guide.title)}</p>${filters(
    {
      action: '/moderation/log',
      label: q.filter,
      submit: q.submit,
      fields: html`${selectField(
        {
          name: 'ground',
          id: 'log-ground',
          label: q.ground,
          plain: true,
          value: filter.ground,
          empty: q.anyGround,
          choices: GROUNDS.map((value) => ({ value, text: w.grounds[value] })),
        },
        f,
      )}${selectField(
        {
          name: 'outcome',
          id: 'log-outcome',
          label: w.log.outcome,
          plain: true,
          value: filter.outcome,
          empty: w.log.anyOutcome,
          choices: OUTCOMES.map((value) => ({ value, text: w.outcomes[value] })),
        },
        f,
      )}`,
      active: active.map((one) => ({ ...one, removeText: q.remove(one.text) })),
      ...(active.length > 0 ? { reset: { href: '/moderation/log', text: q.reset } } : {}),
    },
  )}${listHead({
    count: q.count(`${decisions.length}${more ? '+' : ''}`),
    data: [
      { href: logHref(filter, '.csv'), text: 'CSV', type: 'text/csv' },
      { href: logHref(filter, '.json'), text: 'JSON', type: 'application/json' },
      { href: logHref(filter, '.atom'), text: w.log.feed, type: 'application/atom+xml' },
    ],
  })}${
    decisions.length === 0
      ? active.length > 0
        ? empty({ title: q.noMatch })
        : empty({ title: w.log.empty, body: w.log.emptyTry })
      : list(decisions.map((decision) => item(decision, lang)))
  }${pager({
    label: q.pages,
    ...(filter.before ? { previous: { href: logHref(filter), text: q.first } } : {}),
    ...(more ? { next: { href: logHref(filter, '', decisions.at(-1)!.id), text: w.log.next } } : {}),
  })}`;
}

function item(decision: ShownDecision, lang: Lang): Html {
  const w = words(lang);
  return listItem({
    title: w.log.item(kindName(decision.kind, lang), outcomeText(decision.kind, decision.outcome, lang)),
    href: decisionPath(decision.id),
    level: 2,
    above: chips([
      chip('info', w.grounds[decision.ground]),
      decision.way === 'claim' && chip('info', w.log.claim),
      appealChip(decision, lang),
    ]),
    body: paragraphs(decision.reason),
    meta: html`${time({ text: formatDateTime(decision.decided_at, lang, 'short'), datetime: tokyoDateTime(decision.decided_at) })}・${w.moderator(decision.office, `${decision.number}`)}`,
  });
}

export function appealChip(decision: ShownDecision, lang: Lang): Html | false {
  const w = words(lang).log;
  if (decision.reversed_at) return chip('part', w.reversed);
  if (decision.appeals.some((appeal) => appeal.outcome === null)) return chip('on', w.appealed);
  return decision.appeals.length > 0 && chip('no', w.kept);
}
