/** F9.9 The page of a plan: what it is about, where it stands, what can still change, its dates and documents, how early it was opened. */
import { attachments } from '#commons/files/index.ts';
import type { Personal } from '#commons/hubs/index.ts';
import { formatDate, formatNumber, tokyoDate } from '#kernel/dates.ts';
import { ref, shortId } from '#kernel/ids.ts';
import { closing, colon, type Lang, opening } from '#kernel/lang.ts';
import { actor } from '#ui/actor.ts';
import { chips } from '#ui/chip.ts';
import { section } from '#ui/heading.ts';
import { type Html, html, url } from '#ui/html.ts';
import { keyValues, list, listItem } from '#ui/list.ts';
import { meters } from '#ui/meter.ts';
import { notice } from '#ui/notice.ts';
import { type NowAct, nowBox } from '#ui/now-box.ts';
import { link, paragraphs, prose, time } from '#ui/prose.ts';
import { planHref, stageHref } from '../addresses.ts';
import type { StageWork } from '../answer-queries.ts';
import { earlyFigure } from '../early.ts';
import type { ShownDocument, ShownMove, ShownPlan, ShownStage } from '../queries.ts';
import { isInCharge, isMember, stageAfter } from '../rules.ts';
import { words } from '../words.ts';
import { earlyFacts, openChip, pointsOf, poster, stageClockChip, stageSteps, stateChip } from './parts.ts';

export function planHead(plan: ShownPlan, now: Date, lang: Lang): Html {
  const w = words(lang);
  return html`${chips([stateChip(plan, lang), openChip(plan, now, lang)])}<h1>${plan.title}</h1><div class="meta">${actor(
    poster(plan, lang),
  )} ${w.kinds[plan.kind]}・${w.show.version(plan.version, formatDate(tokyoDate(plan.written_at), lang, 'short'))}${
    plan.version > 1 && html`${opening(lang)}${link(`${planHref(plan)}/versions`, w.show.versions)}${closing(lang)}`
  }</div>`;
}

/** 「いまできること」: to everybody opinions, to the division what comes next. */
export function planActs(plan: ShownPlan, now: Date, personal: Personal, lang: Lang): Html {
  return personal.shared(
    ({ reader }) => ({ leads: isInCharge(reader, plan), inside: isMember(reader, plan) }),
    (own) =>
      nowBox({
        title: words(lang).show.now,
        acts: [...(plan.ended_at ? [] : everybodysActs(plan, now, lang)), ...divisionActs(plan, own, lang)],
      }),
  );
}

function everybodysActs(plan: ShownPlan, now: Date, lang: Lang): NowAct[] {
  const w = words(lang).show;
  const present = plan.stages.find((one) => one.stage === plan.stage)!;
  const at = stageHref(present.id);
  const last = [...plan.stages].reverse().find((one) => one.closes_at)!;
  if (!present.closes_at) return [{ text: w.readAnswers, href: `${stageHref(last.id)}/answers` }];
  const day = formatDate(present.until_on!, lang, 'short');
  if (now >= present.closes_at)
    return [
      { text: w.say, href: at, reason: w.over(day) },
      { text: w.readAnswers, href: `${at}/answers` },
    ];
  const say: NowAct = { text: w.say, href: at, icon: 'edit', note: w.until(day) };
  return present.stage === 'comment'
    ? [
        { text: w.comment, href: `${at}/comments/new`, icon: 'edit', note: w.until(day) },
        { ...say, note: w.openDebate },
      ]
    : [say];
}

function divisionActs(plan: ShownPlan, own: { leads: boolean; inside: boolean }, lang: Lang): NowAct[] {
  const w = words(lang).show;
  const at = planHref(plan);
  const formal = plan.stages.find((one) => one.stage === 'comment' && one.began_at);
  const running = !plan.decided_at && !plan.ended_at;
  const next = stageAfter(plan.stages, plan.stage);
  const desk: NowAct[] = own.inside && formal ? [{ text: w.desk, href: `${stageHref(formal.id)}/comments` }] : [];
  if (!own.leads) return desk;
  const answering = plan.stages.filter((one) => one.began_at && one.stage !== 'decision');
  return [
    ...answering.slice(-1).map((one) => ({ text: w.answer, href: `${stageHref(one.id)}/answers/new` })),
    ...desk,
    ...(running && next ? [{ text: w.next(words(lang).stages[next.stage]), href: `${at}/next-stage` }] : []),
    ...(running ? [{ text: w.move, href: `${at}/dates` }] : []),
    ...(plan.ended_at ? [] : [{ text: w.revise, href: `${at}/text` }]),
    ...(running ? [{ text: w.end, href: `${at}/end` }] : []),
  ];
}

export interface ShowProps {
  lang: Lang;
  now: Date;
  plan: ShownPlan;
  work: readonly StageWork[];
  /** the section of its meetings */
  meetings: Html;
}

export function planBody(props: ShowProps): Html {
  const { lang, now, plan } = props;
  const w = words(lang);
  const present = plan.stages.find((one) => one.stage === plan.stage)!;
  return html`${
    plan.ended_at &&
    notice({
      tone: 'warn',
      title: w.show.ended,
      body: html`<p>${w.show.endedText(formatDate(tokyoDate(plan.ended_at), lang))}</p><p>${w.show.reason}${colon(lang)}${plan.end_reason}</p>`,
    })
  }${section({ title: w.show.line, children: html`${stageSteps(plan, now, lang)}${moves(plan.moves, lang)}` })}${section(
    {
      title: w.show.present(w.stages[plan.stage]),
      children: pointsOf(present, lang),
    },
  )}${section({
    title: w.show.about,
    children: prose(html`${paragraphs(plan.about)}<h3>${w.show.why}</h3>${paragraphs(plan.why)}`),
  })}${section({
    title: w.show.stages,
    children: list(plan.stages.filter((one) => one.began_at).map((one) => stageItem(one, props))),
  })}${documents(plan, lang)}${props.meetings}${earlySection(plan, lang)}`;
}

function stageItem(one: ShownStage, { lang, now, work }: ShowProps): Html {
  const w = words(lang);
  const own = work.find((row) => row.stage_id === one.id);
  const waits = own !== undefined && own.waiting > 0;
  return listItem({
    title: w.stages[one.stage],
    href: stageHref(one.id),
    above: chips([waits && stageClockChip(one, null, now, lang)]),
    body:
      one.left_unanswered > 0
        ? html`<p>${w.stage.ahead(formatNumber(one.left_unanswered))}${colon(lang)}${one.ahead_reason}</p>`
        : undefined,
    meta: html`${[
      ...(one.stage === 'decision' ? [] : [w.show.opinions(formatNumber(one.opinion_count))]),
      ...(one.stage === 'comment' ? [w.show.comments(formatNumber(one.comment_count))] : []),
    ].join('・')}${
      own &&
      one.stage !== 'decision' &&
      html`・${link(`${stageHref(one.id)}/answers`, w.show.answered(formatNumber(own.answered), formatNumber(own.answered + own.waiting)))}`
    }`,
  });
}

function moves(all: readonly ShownMove[], lang: Lang): Html | false {
  const w = words(lang);
  return (
    all.length > 0 &&
    prose(
      html`<h3>${w.show.moves}</h3><ul>${all.map(
        (move) =>
          html`<li>${w.show.moved(
            w.stages[move.stage],
            w.show.which[move.which],
            formatDate(move.from_on, lang, 'short'),
            formatDate(move.to_on, lang, 'short'),
          )}${opening(lang)}${time({ text: formatDate(tokyoDate(move.moved_at), lang, 'short'), datetime: move.moved_at.toISOString() })}${closing(lang)}<br>${w.show.reason}${colon(lang)}${move.reason}</li>`,
      )}</ul>`,
    )
  );
}

/** Documents under the stages they belong to; one that was taken out keeps its title and the reason. */
export function documentList(all: readonly ShownDocument[], lang: Lang): Html {
  const w = words(lang).document;
  return html`<ul>${all.map(
    (one) =>
      html`<li>${
        one.removed_at
          ? html`<s>${one.title}</s>${opening(lang)}${w.removed(formatDate(tokyoDate(one.removed_at), lang, 'short'))}${colon(lang)}${one.removal_reason}${closing(lang)}`
          : one.files.length > 0
            ? html`${attachments(one.files, lang)}<p class="meta">${formatDate(tokyoDate(one.added_at), lang, 'short')}</p>`
            : html`<a href="${url(one.link)}">${one.title}</a>${opening(lang)}${formatDate(tokyoDate(one.added_at), lang, 'short')}${closing(lang)}`
      }</li>`,
  )}</ul>`;
}

function documents(plan: ShownPlan, lang: Lang): Html | false {
  const w = words(lang);
  const by = plan.stages
    .map((one) => [one, plan.documents.filter((paper) => paper.stage_id === one.id)] as const)
    .filter(([, papers]) => papers.length > 0);
  return (
    by.length > 0 &&
    section({
      title: w.document.title,
      children: prose(by.map(([one, papers]) => html`<h3>${w.stages[one.stage]}</h3>${documentList(papers, lang)}`)),
    })
  );
}

function earlySection(plan: ShownPlan, lang: Lang): Html | false {
  const w = words(lang);
  if (plan.ended_at) return false;
  const early = earlyFigure(earlyFacts(plan));
  return section({
    title: w.early.title,
    id: 'early',
    lead: w.early.lead(w.stages[plan.opened_stage], formatNumber(early.daysBeforeDecision)),
    more: { href: '/plans/figures', text: w.early.all },
    children: html`${meters(
      [
        {
          label: w.early.openShare,
          value: early.openShare,
          max: 100,
          text: w.early.share(early.openShare),
        },
        {
          label: w.early.beforeDraft,
          value: early.beforeDraftShare,
          max: 100,
          text: w.early.share(early.beforeDraftShare),
        },
      ],
      'progress',
    )}${keyValues([
      [
        w.early.workBegan,
        `${formatDate(plan.work_began_on, lang)}${opening(lang)}${plan.work_began_with}${closing(lang)}`,
      ],
      [w.early.opened, formatDate(tokyoDate(plan.posted_at), lang)],
      [w.early.draft, formatDate(plan.draft_on, lang)],
      [plan.decided_at ? w.early.decided : w.early.decision, formatDate(plan.decision_on, lang)],
      [w.early.openDays, w.early.days(formatNumber(early.daysBeforeDecision))],
      [w.early.draftDays, w.early.days(formatNumber(early.daysBeforeDraft))],
      [w.early.workDays, w.early.days(formatNumber(early.daysOfWork))],
    ])}<p class="meta">${w.early.note}</p>`,
  });
}

export function planAside(plan: ShownPlan, lang: Lang): Html | undefined {
  if (!plan.policy_id || !plan.policy_title) return undefined;
  return section({
    title: words(lang).show.policy,
    children: html`<p>${link(`/policies/${ref(plan.policy_id, plan.policy_title)}`, `${plan.policy_code} ${plan.policy_title}`)}</p>`,
  });
}

/** Forms of a plan and its stages are addressed by the short id alone. */
export function shortPlan(id: string): string {
  return `/plans/${shortId(id)}`;
}
