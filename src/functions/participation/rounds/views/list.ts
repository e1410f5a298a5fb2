import { formatDate, formatNumber, tokyoDate } from '#kernel/dates.ts';
import { ref } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { linkButton } from '#ui/button.ts';
import { chip } from '#ui/chip.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty, list, listHead, listItem } from '#ui/list.ts';
import { roundName } from '../names.ts';
import type { Round } from '../queries.ts';
import { stateOf } from '../stages.ts';
import { words } from '../words.ts';
import { roundSteps } from './steps.ts';

export function roundList(props: { lang: Lang; now: Date; begun: readonly Round[]; coming: readonly Round[] }): Html {
  const { lang, now } = props;
  const w = words(lang);
  return html`${pageHead({ title: w.list.title, lead: w.list.lead, meta: w.list.calendar })}${listHead({
    count: w.list.count(formatNumber(props.begun.length)),
    data: [
      { href: '/rounds.csv', text: 'CSV', type: 'text/csv' },
      { href: '/rounds.json', text: 'JSON', type: 'application/json' },
    ],
  })}${
    props.begun.length === 0
      ? empty({
          title: w.list.empty,
          body: w.list.emptyTry,
          act: linkButton({ text: w.list.write, href: '/proposals/new', icon: 'edit' }),
        })
      : list(
          props.begun.map((round) => {
            const state = stateOf(round, now);
            return html`${chip(state === 'closed' ? 'no' : 'on', w.states[state])}<h2><a href="/rounds/${ref(round.id, '')}">${roundName(round, lang)}</a></h2>${roundSteps(round, now, lang)}`;
          }),
        )
  }${
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
