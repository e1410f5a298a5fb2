/** F9.9 The page of a stage: what is open and fixed in it, its papers, and what is said about it. */
import type { Personal } from '#commons/hubs/index.ts';
import { formatDate, formatNumber, formatPeriod } from '#kernel/dates.ts';
import { colon, type Lang } from '#kernel/lang.ts';
import { chips } from '#ui/chip.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { type NowAct, nowBox } from '#ui/now-box.ts';
import { link, prose } from '#ui/prose.ts';
import { planHref, stageHref } from '../addresses.ts';
import type { StageWork } from '../answer-queries.ts';
import type { ShownPlan, ShownStage } from '../queries.ts';
import { isInCharge, isMember } from '../rules.ts';
import { words } from '../words.ts';
import { openChip, pointsOf, stageClockChip, stateChip } from './parts.ts';
import { documentList } from './show.ts';

export interface StageProps {
  lang: Lang;
  now: Date;
  plan: ShownPlan;
  stage: ShownStage;
  work: StageWork | undefined;
  discussion: Html;
}

export function stageHead({ lang, now, plan, stage, work }: Omit<StageProps, 'discussion'>): Html {
  const w = words(lang);
  const isPresent = plan.stage === stage.stage;
  return pageHead({
    above: chips([
      isPresent && stateChip(plan, lang),
      isPresent && openChip(plan, now, lang),
      work !== undefined && work.waiting > 0 && stageClockChip(stage, null, now, lang),
    ]),
    title: w.stage.title(plan.title, w.stages[stage.stage]),
    meta: html`${link(planHref(plan), w.stage.whole)}・${plan.actor_name}・${
      stage.until_on && stage.began_on
        ? w.stage.period(formatPeriod(stage.began_on, stage.until_on, lang))
        : w.show.began(formatDate(stage.began_on ?? stage.planned_on, lang, 'short'))
    }`,
  });
}

export function stageActs(
  { lang, now, plan, stage }: Omit<StageProps, 'discussion' | 'work'>,
  personal: Personal,
): Html {
  const w = words(lang);
  const at = stageHref(stage.id);
  const isOpen = stage.closes_at !== null && now < stage.closes_at;
  const until = stage.until_on ? w.show.until(formatDate(stage.until_on, lang, 'short')) : '';
  const forAll: NowAct[] = [
    ...(stage.stage === 'comment' && isOpen
      ? [{ text: w.show.comment, href: `${at}/comments/new`, icon: 'edit' as const, note: until }]
      : []),
    ...(isOpen
      ? [
          {
            text: w.stage.say,
            href: `/debates/${at.split('/').at(-1)}/opinions/new`,
            icon: 'edit' as const,
            note: until,
          },
        ]
      : []),
    ...(stage.stage === 'decision' ? [] : [{ text: w.show.readAnswers, href: `${at}/answers` }]),
  ];
  return personal.shared(
    ({ reader }) => ({ leads: isInCharge(reader, plan), inside: isMember(reader, plan) }),
    ({ leads, inside }) =>
      nowBox({
        title: w.show.now,
        acts: [
          ...forAll,
          ...(leads && stage.stage !== 'decision' ? [{ text: w.show.answer, href: `${at}/answers/new` }] : []),
          ...(inside && stage.stage === 'comment' ? [{ text: w.show.desk, href: `${at}/comments` }] : []),
          ...(leads ? [{ text: w.document.add, href: `${at}/documents` }] : []),
        ],
      }),
  );
}

export function stageBody({ lang, now, plan, stage, discussion }: StageProps): Html {
  const w = words(lang);
  const papers = plan.documents.filter((one) => one.stage_id === stage.id);
  return html`${section({ title: w.stage.points, children: pointsOf(stage, lang) })}${
    stage.ahead_reason !== '' &&
    notice({
      tone: 'warn',
      title: w.stage.ahead(formatNumber(stage.left_unanswered)),
      body: html`<p>${w.show.reason}${colon(lang)}${stage.ahead_reason}</p>`,
    })
  }${
    stage.short_reason !== '' &&
    notice({
      tone: 'info',
      title: w.stage.short,
      body: html`<p>${w.show.reason}${colon(lang)}${stage.short_reason}</p>`,
    })
  }${papers.length > 0 && section({ title: w.document.title, children: documentList(papers, lang) })}${formal(stage, now, lang)}${discussion}`;
}

function formal(stage: ShownStage, now: Date, lang: Lang): Html | false {
  if (stage.stage !== 'comment' || !stage.until_on || !stage.closes_at) return false;
  const w = words(lang).comment;
  const day = formatDate(stage.until_on, lang);
  const n = formatNumber(stage.comment_count);
  return section({
    title: w.title,
    children: prose(
      now < stage.closes_at
        ? html`<p>${w.running(day, n)}</p><p>${link(`${stageHref(stage.id)}/comments/new`, words(lang).show.comment)}</p>`
        : html`<p>${w.over(day, n)}</p><p>${link(`${stageHref(stage.id)}/answers`, words(lang).answers.title)}</p>`,
    ),
  });
}
