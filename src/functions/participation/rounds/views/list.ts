import { formatDate, formatNumber, tokyoDate } from '#kernel/dates.ts';
import { ref } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { linkButton } from '#ui/button.ts';
import { chip } from '#ui/chip.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty, list, listHead, listItem } from '#ui/list.ts';
import { pager } from '#ui/pager.ts';
import { roundName } from '../names.ts';
import type { BegunRounds, Round } from '../queries.ts';
import { stateOf } from '../stages.ts';
import { words } from '../words.ts';
import { roundSteps } from './steps.ts';

export interface RoundListProps {
  lang: Lang;
  now: Date;
  begun: BegunRounds;
  coming: readonly Round[];
  /** a page behind the first */
  isFurther: boolean;
}

export function roundList(props: RoundListProps): Html {
  const { lang, now } = props;
  const { rounds, more, count } = props.begun;
  const w = words(lang);
  const last = rounds.at(-1);
  return html`${pageHead({ title: w.list.title, lead: w.list.lead, meta: w.list.calendar })}${listHead({
    count: w.list.count(formatNumber(count)),
    data: [
      { href: '/rounds.csv', text: 'CSV', type: 'text/csv' },
      { href: '/rounds.json', text: 'JSON', type: 'application/json' },
    ],
  })}${
    rounds.length === 0
      ? empty({
          title: w.list.empty,
          body: w.list.emptyTry,
          act: linkButton({ text: w.list.write, href: '/proposals/new', icon: 'edit' }),
        })
      : list(
          rounds.map((round) => {
            const state = stateOf(round, now);
            return html`${chip(state === 'closed' ? 'no' : 'on', w.states[state])}<h2><a href="/rounds/${ref(round.id, '')}">${roundName(round, lang)}</a></h2>${roundSteps(round, now, lang)}`;
          }),
        )
  }${pager({
    label: w.list.pages,
    ...(props.isFurther ? { previous: { href: '/rounds', text: w.list.first } } : {}),
    ...(more && last ? { next: { href: `/rounds?before=${ref(last.id, '')}`, text: w.list.older } } : {}),
  })}${
    props.coming.length > 0 &&
    section({
      title: w.list.upcoming,
      children: list(
        props.coming.map((round) =>
          listItem({
            title: roundName(round, lang),
            href: `/rounds/${ref(round.id, '')}`,
            meta: `${w.stages.collecting} ${w.from(formatDate(tokyoDate(round.collecting_at), lang))}`,
          }),
        ),
      ),
    })
  }`;
}
