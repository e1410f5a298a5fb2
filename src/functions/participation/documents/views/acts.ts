/** F9.6 Pages on which the document is published and its submission recorded. */
import { formWords, onceField } from '#commons/hubs/index.ts';
import { formatDate, tokyoDate } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button, linkButton } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, selectField, textField } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { type NowAct, nowBox } from '#ui/now-box.ts';
import { confirmPanel } from '#ui/panel.ts';
import { link } from '#ui/prose.ts';
import { type Round, roundName } from '../../rounds/index.ts';
import type { Office } from '../queries.ts';
import { words } from '../words.ts';
import { documentHref } from './cover.ts';

/** Before publication: when it is due, and the button for those who publish. */
export function unpublishedPage(
  round: Round,
  now: Date,
  lang: Lang,
  publisher: { reason: string | null } | null,
): Html {
  const w = words(lang).publication;
  const due = now < round.publishing_at ? w.planned(formatDate(tokyoDate(round.publishing_at), lang)) : w.waiting;
  const acts: NowAct[] = [
    ...(publisher
      ? [
          {
            text: w.open,
            href: `${documentHref(round.id)}/publication`,
            ...(publisher.reason ? { reason: publisher.reason } : {}),
          },
        ]
      : []),
    { text: w.draft, href: `/rounds/${shortId(round.id)}/statement` },
  ];
  return html`${pageHead({ above: roundName(round, lang), title: words(lang).kind, lead: w.notYet })}<p>${due}</p>${nowBox(
    {
      title: words(lang).now.title,
      acts,
    },
  )}`;
}

/** Asks once more; with everything that is still missing, whole, and the way to each. */
export function publicationPage(round: Round, lang: Lang, problem?: Problem): Html {
  const w = words(lang).publication;
  return html`${confirmPanel({
    title: w.title,
    lead: roundName(round, lang),
    consequences: w.consequences,
    action: documentHref(round.id),
    fields: onceField(),
    confirm: { text: w.confirm },
    cancel: { href: documentHref(round.id), text: w.cancel },
  })}${problem && missing(round, lang, problem)}`;
}

function missing(round: Round, lang: Lang, problem: Problem): Html | null {
  const w = words(lang).publication;
  const lists = problem.items.filter((item) => item.items && item.items.length > 0);
  if (lists.length === 0) return null;
  return section({
    title: w.blocked,
    act: linkButton({ text: w.fix, href: `/rounds/${shortId(round.id)}/statement`, small: true }),
    children: lists.map(
      (item) =>
        html`<h3>${item.message}</h3><ul>${item.items?.map((one) => html`<li>${link(wayTo(item.code, one.id), one.text)}</li>`)}</ul>`,
    ),
  });
}

/** The page of what is missing, by the code under which it is listed: an opinion, an objection or a point. */
function wayTo(code: string, id: string): string {
  const kinds: Record<string, string> = { uncovered: 'opinions', 'open-objection': 'objections' };
  return `/${kinds[code] ?? 'points'}/${shortId(id)}`;
}

export interface SubmissionProps {
  lang: Lang;
  round: Round;
  offices: readonly Office[];
  typed: Readonly<Record<string, string | undefined>>;
  today: string;
  reason: string | null;
  problem?: Problem;
}

export function submissionPage(props: SubmissionProps): Html {
  const { lang, round, typed } = props;
  const w = words(lang).submission;
  const f = formWords(lang);
  const at = (name: string) => ({ name, value: typed[name] ?? '', error: errorAt(props.problem?.items ?? [], name) });
  return html`${pageHead({ above: roundName(round, lang), title: w.form, lead: w.lead })}${form({
    action: `${documentHref(round.id)}/submission`,
    children: html`${onceField()}${selectField(
      {
        ...at('receivedBy'),
        label: w.receivedBy,
        required: true,
        choices: props.offices.map((office) => ({ value: office.id, text: office.name })),
      },
      f,
    )}${textField({ ...at('receivedOffice'), label: w.receivedOffice, hint: w.receivedOfficeHint }, f)}${textField(
      { ...at('receivedOn'), label: w.receivedOn, type: 'date', max: props.today, required: true },
      f,
    )}`,
    buttons: html`${button({ text: w.submit, tone: 'main', ...(props.reason ? { reason: props.reason } : {}) })}${linkButton({ text: w.cancel, href: documentHref(round.id) })}`,
  })}`;
}
