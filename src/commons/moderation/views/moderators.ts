/** X4: who moderates: by office and number for everybody, by name for whoever appoints. */
import { formWords, onceField } from '#commons/hubs/index.ts';
import { formatDate, tokyoDate } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { actButton, button, linkButton } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, hidden, selectField } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty, list, listItem } from '#ui/list.ts';
import { deskWords } from '../desk-words.ts';
import type { ShownModerator } from '../moderators.ts';
import { words } from '../words.ts';

export interface ModeratorsProps {
  lang: Lang;
  moderators: readonly ShownModerator[];
  /** whom this reader may appoint; null: it may not */
  candidates: readonly { id: string; name: string }[] | null;
  /** this reader decides: the way to the queue */
  isModerator: boolean;
  typed: string;
  problem?: Problem;
}

export function moderatorsView(props: ModeratorsProps): Html {
  const { lang, moderators, candidates } = props;
  const w = deskWords(lang).moderators;
  return html`${pageHead({
    title: w.title,
    lead: w.lead,
    ...(props.isModerator
      ? { buttons: linkButton({ text: words(lang).guide.queue, href: '/moderation', tone: 'main' }) }
      : {}),
  })}${
    moderators.length === 0
      ? empty({ title: w.empty })
      : list(moderators.map((one) => item(one, candidates !== null, lang)))
  }${candidates && appointing(props, candidates)}`;
}

function item(one: ShownModerator, named: boolean, lang: Lang): Html {
  const w = deskWords(lang).moderators;
  const day = (at: Date) => formatDate(tokyoDate(at), lang, 'long');
  return listItem({
    title: words(lang).moderator(one.office, `${one.number}`),
    level: 2,
    meta: `${w.since(day(one.since))}${one.until ? `・${w.until(day(one.until))}` : ''}`,
    ...(named ? { body: w.name(one.person_name) } : {}),
    ...(named && !one.until
      ? {
          side: actButton({
            action: '/moderation/former-moderators',
            fields: html`${onceField()}${hidden('id', one.id)}`,
            text: html`<span aria-hidden="true">${w.end}</span><span class="visually-hidden">${w.endOf(`${one.number}`)}</span>`,
            small: true,
          }),
        }
      : {}),
  });
}

function appointing(props: ModeratorsProps, candidates: readonly { id: string; name: string }[]): Html {
  const { lang } = props;
  const w = deskWords(lang).moderators;
  return section({
    title: w.appointTitle,
    lead: w.appointLead,
    children:
      candidates.length === 0
        ? html`<p>${w.none}</p>`
        : form({
            action: '/moderation/moderators',
            label: w.appointTitle,
            children: html`${onceField()}${selectField(
              {
                name: 'personId',
                label: w.person,
                required: true,
                value: props.typed,
                error: errorAt(props.problem?.items ?? [], 'personId'),
                choices: candidates.map(({ id, name }) => ({ value: id, text: name })),
              },
              formWords(lang),
            )}`,
            buttons: button({ text: w.appoint, tone: 'main' }),
          }),
  });
}
