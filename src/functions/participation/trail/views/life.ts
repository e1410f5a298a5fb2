/** F9.8 The whole life of one opinion: said, taken up, published, handed over, answered, carried out, voted. Each step leads on. */
import { formatDate, tokyoDate } from '#kernel/dates.ts';
import { ref, shortId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { type Html, html } from '#ui/html.ts';
import { link } from '#ui/prose.ts';
import { type TrailEvent, trail } from '#ui/trail.ts';
import { answerChip, answerHref } from '../../answers/index.ts';
import { documentHref, receiptHref } from '../../documents/index.ts';
import { stepEvents } from '../../reflection/index.ts';
import type { OpinionWay } from '../opinion-trail.ts';
import type { TrailAnswer } from '../queries.ts';
import { words } from '../words.ts';

export function opinionLife(way: OpinionWay, lang: Lang): Html {
  return trail({ label: words(lang).opinion.life, compact: true, events: lifeEvents(way, lang) });
}

export function lifeEvents(way: OpinionWay, lang: Lang): TrailEvent[] {
  const { opinion: w, state } = words(lang);
  const done = (title: string, day: string | null, rest: Partial<TrailEvent> = {}): TrailEvent => ({
    title,
    state: 'done',
    stateText: state.done,
    ...(day ? { when: { text: formatDate(day, lang), datetime: day } } : {}),
    ...rest,
  });
  const said = done(way.meeting ? w.saidInHall : w.said, tokyoDate(way.saidAt), {
    ...(way.meeting
      ? { body: html`<p>${link(`/meetings/${ref(way.meeting.id, way.meeting.title)}`, way.meeting.title)}</p>` }
      : {}),
  });
  const taken = [
    ...way.points.map((point) => done(w.taken, null, { href: `/points/${shortId(point.id)}` })),
    ...(way.annexReason === null ? [] : [done(w.inAnnex, null)]),
  ];
  if (!way.publishedAt || !way.documentNumber) return [said, ...taken];
  return [
    said,
    ...taken,
    done(w.published(way.documentNumber), tokyoDate(way.publishedAt), {
      href: `${documentHref(way.roundId)}/${ref(way.proposalId, way.title)}`,
    }),
    ...(way.submittedAt ? [done(w.handedOver, tokyoDate(way.submittedAt))] : []),
    ...(way.receivedOn ? [done(w.received, way.receivedOn, { href: receiptHref(way.roundId) })] : []),
    ...way.points.flatMap((point) => answered(w.pointAnswered, point.answer, way, lang, done)),
    ...answered(w.proposalAnswered, way.answer, way, lang, done),
  ];
}

/** The answer, and after it what came of it, up to the vote and to the end. */
function answered(
  title: string,
  answer: TrailAnswer | null,
  way: OpinionWay,
  lang: Lang,
  done: (title: string, day: string | null, rest: Partial<TrailEvent>) => TrailEvent,
): TrailEvent[] {
  if (!answer) return [];
  return [
    done(title, answer.decided_on, {
      href: answerHref(answer, way.title),
      body: html`<p>${answerChip(answer.kind, lang)} ${answer.division_name}</p>`,
    }),
    ...stepEvents(answer.steps, lang),
  ];
}
