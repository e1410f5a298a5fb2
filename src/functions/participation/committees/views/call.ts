/** F9.9 A call for citizens' seats: how they are given, one's own application, the result by number; for the office, the applications. */
import { formWords, lastingRecord, onceField } from '#commons/hubs/index.ts';
import { formatNumber } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { actButton, button } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { checkboxGroup, form, textArea } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { keyValues } from '#ui/list.ts';
import { link, paragraphs } from '#ui/prose.ts';
import { callPath, committeePath } from '../addresses.ts';
import type { Application } from '../private-queries.ts';
import type { Call } from '../queries.ts';
import { words } from '../words.ts';
import { fieldsForm, type Typed } from './forms.ts';
import { day, lastDay } from './pieces.ts';

export interface CallProps {
  lang: Lang;
  call: Call;
  /** numbers that were chosen, once it is settled */
  chosen: readonly number[];
  own: Application | null;
  /** why one can't apply now; null when one can */
  noApplying: string | null;
  /** for whoever leads the committee, when nobody can apply any more */
  applications: readonly Application[] | null;
  typed: Typed;
  problem?: Problem | undefined;
}

export function callPage(props: CallProps): Html {
  const { lang, call } = props;
  const w = words(lang).call;
  const committee = { id: call.committee_id, name: call.committee_name };
  return html`${pageHead({ title: w.title, meta: link(committeePath(committee), call.committee_name) })}${keyValues([
    [w.seats, w.people(formatNumber(call.seats))],
    [w.method, words(lang).callMethods[call.method]],
    [w.criteria, paragraphs(call.criteria)],
    [w.period, `${day(call.opens_at, lang)}〜${lastDay(call.closes_at, lang)}`],
    [w.count, w.people(formatNumber(call.application_count))],
  ])}${call.settled_at ? result(props) : html`${ownSection(props)}${props.applications !== null && settling(props, props.applications)}`}`;
}

function result({ lang, call, chosen }: CallProps): Html {
  const w = words(lang).call;
  return section({
    title: w.result,
    children: html`<p>${chosen.length === 0 ? w.nobody : w.chosen(chosen.join('・'))}</p>${keyValues([
      [w.reason, paragraphs(call.reason ?? '')],
      [w.hash, call.list_hash !== null && html`<code>${call.list_hash}</code>`],
      [w.chance, call.chance !== null && html`<code>${call.chance}</code>`],
    ])}${call.chance !== null && html`<p>${link(`${callPath(call.id)}/draw.json`, w.data)}</p>`}`,
  });
}

function ownSection({ lang, call, own, noApplying, typed, problem }: CallProps): Html {
  const w = words(lang).call;
  const at = callPath(call.id);
  const applied = own !== null && own.withdrawn_at === null;
  return section({
    title: w.apply,
    children: applied
      ? html`<p>${w.own(own.number)}</p>${actButton({ action: `${at}/withdrawal`, text: w.withdraw, tone: 'plain', fields: onceField() })}`
      : fieldsForm({
          lang,
          typed,
          problem,
          action: `${at}/applications`,
          isPrivate: true,
          submit: w.submit,
          no: noApplying,
          fields: [
            { name: 'name', label: w.name },
            { name: 'contact', label: w.contact },
            { name: 'body', label: w.body, hint: w.bodyHint, as: 'area', limit: 2000 },
          ],
        }),
  });
}

function settling({ lang, call, typed, problem }: CallProps, applications: readonly Application[]): Html {
  const w = words(lang).call;
  const f = formWords(lang);
  const errors = problem?.items ?? [];
  return section({
    title: w.settle,
    lead: w.settleLead,
    children: html`${applications.map((one) =>
      section({
        title: `${one.number}　${one.name}`,
        level: 3,
        children: html`<p>${one.contact}</p>${paragraphs(one.body)}`,
      }),
    )}${form({
      action: `${callPath(call.id)}/settlement`,
      note: lastingRecord(lang),
      children: html`${onceField()}${
        call.method === 'chosen' &&
        checkboxGroup(
          {
            name: 'chosen',
            label: w.choose,
            required: true,
            error: errorAt(errors, 'chosen'),
            values: (typed.chosen ?? '').split(','),
            choices: applications.map((one) => ({ value: String(one.number), text: `${one.number}　${one.name}` })),
          },
          f,
        )
      }${textArea({ name: 'reason', label: w.reason, required: true, rows: 4, limit: 1000, value: typed.reason ?? '', error: errorAt(errors, 'reason') }, f)}`,
      buttons: button({ text: call.method === 'lot' ? w.drawIt : w.done, tone: 'main' }),
    })}`,
  });
}
