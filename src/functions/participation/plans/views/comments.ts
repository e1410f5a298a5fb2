/** F9.9 Formal comments: sending one, the division's desk, paper, and the names behind them. */
import { actingAsPath, formWords, onceField } from '#commons/hubs/index.ts';
import { formatDate, formatDateTime, formatNumber } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import { closing, type Lang, opening } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button, linkButton } from '#ui/button.ts';
import { chip } from '#ui/chip.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, textArea, textField } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty, keyValues, list, listItem } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { link, paragraphs } from '#ui/prose.ts';
import { table } from '#ui/table.ts';
import { planHref, stageHref } from '../addresses.ts';
import type { CommentName, NameReading, OwnComment, PlanComment } from '../comment-queries.ts';
import type { ShownPlan, ShownStage } from '../queries.ts';
import { words } from '../words.ts';
import type { Typed } from './forms.ts';
import { offered } from './parts.ts';

interface Props {
  lang: Lang;
  plan: ShownPlan;
  stage: ShownStage;
  typed: Typed;
  longest: number;
  eraseDays: number;
  problem?: Problem;
}

function whatIsSent({ lang, plan, typed, longest, eraseDays, problem }: Props, paper: boolean): Html {
  const w = words(lang).comment;
  const f = formWords(lang);
  const at = (name: string) => ({ name, value: typed[name] ?? '', error: errorAt(problem?.items ?? [], name) });
  const hint = paper ? undefined : w.privateHint(plan.actor_name, eraseDays);
  const complete = paper ? 'off' : undefined;
  return html`${textArea({ ...at('body'), label: w.body, hint: w.bodyHint, required: true, rows: 10, limit: longest }, f)}${textField(
    { ...at('name'), label: w.name, hint, required: true, autocomplete: complete ?? 'name' },
    f,
  )}${textField(
    { ...at('address'), label: w.address, hint, required: true, width: 24, autocomplete: complete ?? 'street-address' },
    f,
  )}`;
}

export interface SendProps extends Props {
  own: readonly OwnComment[];
  reason: string | null;
}

export function sendForm(props: SendProps): Html {
  const { lang, plan, stage, own } = props;
  const w = words(lang).comment;
  const c = w.consequences;
  const day = stage.until_on ? formatDate(stage.until_on, lang) : '';
  return html`${pageHead({
    title: w.title,
    lead: w.lead(day),
    meta: html`${link(planHref(plan), plan.title)}・${plan.actor_name}`,
  })}${notice({
    tone: 'info',
    title: w.whatHappens,
    body: html`<ul>${[c.opened, c.seen(plan.actor_name), c.erased(props.eraseDays), c.withdrawal, c.minors].map((one) => html`<li>${one}</li>`)}</ul>`,
  })}${offered(props.reason, () =>
    form({
      action: `${stageHref(stage.id)}/comments`,
      children: html`${onceField()}${whatIsSent(props, false)}`,
      buttons: html`${button({ text: w.submit, tone: 'main' })}${linkButton({ text: w.cancel, href: stageHref(stage.id) })}`,
    }),
  )}${own.length > 0 && section({ title: w.own, lead: w.ownLead, children: list(own.map((one) => ownItem(one, props))) })}`;
}

function ownItem(one: OwnComment, { lang, reason }: SendProps): Html {
  const w = words(lang).comment;
  return listItem({
    title: words(lang).answers.comment(one.number),
    above: one.withdrawn_at ? chip('no', w.withdrawn) : undefined,
    body: html`${paragraphs(one.body)}${keyValues([
      [w.name, one.name],
      [w.address, one.address],
    ])}`,
    meta: formatDate(one.received_on, lang),
    side:
      !one.withdrawn_at && !reason
        ? form({
            action: `/plan-comments/${shortId(one.id)}/withdrawal`,
            children: onceField(),
            buttons: button({ text: w.withdraw, small: true }),
          })
        : undefined,
  });
}

export function paperForm(props: Props & { reason: string | null }): Html {
  const { lang, plan, stage, typed, problem } = props;
  const w = words(lang).paper;
  return html`${pageHead({ title: w.title, lead: w.lead, meta: link(planHref(plan), plan.title) })}${offered(
    props.reason,
    () =>
      form({
        action: `${stageHref(stage.id)}/comments/paper`,
        children: html`${onceField()}${whatIsSent(props, true)}${textField(
          {
            name: 'receivedOn',
            label: w.receivedOn,
            hint: w.receivedHint,
            type: 'date',
            required: true,
            value: typed.receivedOn ?? '',
            error: errorAt(problem?.items ?? [], 'receivedOn'),
          },
          formWords(lang),
        )}`,
        buttons: html`${button({ text: w.submit, tone: 'main' })}${linkButton({ text: w.cancel, href: `${stageHref(stage.id)}/comments` })}`,
      }),
  )}`;
}

export interface DeskProps extends Props {
  comments: readonly PlanComment[];
  readings: readonly NameReading[];
  /** null: nobody has asked to read them in this request */
  names: readonly CommentName[] | null;
  leads: boolean;
  isPublic: boolean;
}

export function deskPage(props: DeskProps): Html {
  const { lang, plan, stage, comments } = props;
  const w = words(lang);
  const names = new Map((props.names ?? []).map((one) => [one.number, one]));
  return html`${pageHead({
    title: w.desk.title,
    lead: props.isPublic ? w.desk.leadPublic : w.desk.lead,
    meta: html`${link(planHref(plan), plan.title)}・${w.show.comments(formatNumber(comments.length))}`,
    ...(props.leads
      ? { buttons: linkButton({ text: w.paper.title, href: `${stageHref(stage.id)}/comments/paper` }) }
      : {}),
  })}${
    comments.length === 0
      ? empty({ title: w.desk.none })
      : list(
          comments.map((one) => {
            const who = names.get(one.number);
            return listItem({
              title: w.answers.comment(one.number),
              level: 2,
              above: one.means === 'paper' ? chip('info', w.answers.paper) : undefined,
              body: html`${one.withdrawn_at ? html`<p>${w.comment.withdrawn}</p>` : paragraphs(one.body)}${
                who &&
                keyValues([
                  [w.comment.name, who.name],
                  [w.comment.address, who.address],
                ])
              }`,
              meta: w.desk.received(formatDate(one.received_on, lang, 'short')),
            });
          }),
        )
  }${namesSection(props)}`;
}

function namesSection({ lang, stage, typed, longest, readings, leads, names, eraseDays, problem }: DeskProps): Html {
  const w = words(lang).desk;
  return section({
    title: w.names,
    lead: stage.names_erased_at ? w.erased : w.namesLead(eraseDays),
    children: html`${!leads && !stage.names_erased_at && html`<p>${w.switch}${opening(lang)}${link(actingAsPath(`${stageHref(stage.id)}/comments`), w.toSwitch)}${closing(lang)}</p>`}${
      leads &&
      !stage.names_erased_at &&
      names === null &&
      form({
        action: `${stageHref(stage.id)}/comments/names`,
        children: html`${textArea(
          {
            name: 'reason',
            label: w.reason,
            hint: w.reasonHint,
            required: true,
            rows: 2,
            limit: longest,
            value: typed.reason,
            error: errorAt(problem?.items ?? [], 'reason'),
          },
          formWords(lang),
        )}`,
        buttons: button({ text: w.read }),
      })
    }${
      readings.length > 0 &&
      table({
        caption: w.readings,
        columns: [{ text: w.when }, { text: w.who }, { text: w.reason }, { text: w.howMany, number: true }],
        rows: readings.map((one) => [
          formatDateTime(one.read_at, lang, 'short'),
          one.person_name,
          one.reason,
          formatNumber(one.names),
        ]),
      })
    }`,
  });
}
