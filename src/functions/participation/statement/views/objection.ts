/** F9.5 Objecting, and what came of an objection. */
import { formWords, lastingRecord, onceField, publicRecord } from '#commons/hubs/index.ts';
import { colon, type Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { actor } from '#ui/actor.ts';
import { actButton, button, linkButton } from '#ui/button.ts';
import { chip } from '#ui/chip.ts';
import { diffView } from '#ui/diff-view.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, hidden, textArea } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { link, paragraphs, prose, time } from '#ui/prose.ts';
import type { DebateDesk } from '../desk.ts';
import type { ShownObjection } from '../objection-queries.ts';
import type { HandledOpinion } from '../opinion-queries.ts';
import type { PointVersion, ShownPoint } from '../point-queries.ts';
import type { Reason } from '../statement.ts';
import { words } from '../words.ts';
import { objectionPath, partPath, pointPath } from './paths.ts';
import { moment, nameProps, opinionName, quote, reasonText, settlement } from './pieces.ts';

export interface ObjectProps {
  lang: Lang;
  desk: DebateDesk;
  opinion: HandledOpinion;
  /** null: to its standing in the annex */
  point: { id: string; body: string } | null;
  body: string;
  limit: number;
  no: Reason | null;
  problem?: Problem;
}

export function objectPage({ lang, desk, opinion, point, body, limit, no, problem }: ObjectProps): Html {
  const w = words(lang);
  const blocked = no !== null && !problem;
  return html`${pageHead({ title: w.objection.newTitle, lead: w.objection.lead, meta: link(partPath(desk.round.id, desk.debate), desk.debate.title) })}${section(
    { title: w.objection.yours, children: quote(opinion, lang, { within: 'own' }) },
  )}${section({
    title: w.objection.written,
    children: point
      ? html`<blockquote class="voice-quote">${paragraphs(point.body)}</blockquote>`
      : html`<p>${w.objection.inAnnex}</p><p class="meta">${w.part.annexReason}${colon(lang)}${opinion.annex_reason}</p>`,
  })}${
    blocked
      ? button({ text: w.objection.submit, tone: 'main', reason: reasonText(no, desk.round, lang) })
      : form({
          action: `${partPath(desk.round.id, desk.debate)}/objections`,
          children: html`${onceField()}${hidden('opinion', opinion.id)}${hidden('point', point?.id ?? '')}${textArea(
            {
              name: 'body',
              label: w.objection.body,
              hint: w.objection.bodyHint,
              required: true,
              value: body,
              limit,
              error: errorAt(problem?.items ?? [], 'body'),
            },
            formWords(lang),
          )}${publicRecord(lang)}`,
          buttons: button({ text: w.objection.submit, tone: 'main' }),
        })
  }`;
}

export interface ObjectionProps {
  lang: Lang;
  desk: DebateDesk;
  objection: ShownObjection;
  /** the point it is about, and its words when the objection was made */
  point: ShownPoint | null;
  earlier: PointVersion | null;
  maySettle: boolean;
  mayTakeBack: boolean;
  reply: string;
  limit: number;
  problem?: Problem;
}

export function objectionPage(props: ObjectionProps): Html {
  const { lang, desk, objection } = props;
  const w = words(lang);
  const by = { id: objection.actor_id, kind: objection.actor_kind, name: objection.actor_name };
  return html`${pageHead({
    above: objection.resolution ? chip('ok', w.resolutions[objection.resolution]) : chip('on', w.objection.open),
    title: w.objection.title(opinionName(objection.opinion_number, lang)),
    meta: html`${actor(nameProps(by, lang))} ${time(moment(objection.raised_at, lang))}・${link(
      partPath(desk.round.id, desk.debate),
      desk.debate.title,
    )}`,
  })}${prose(paragraphs(objection.body))}${
    objection.resolution &&
    section({ title: w.resolutions[objection.resolution], children: settlement(objection, lang) })
  }${subject(props)}${props.maySettle && !objection.resolution && settling(props)}${
    props.mayTakeBack &&
    !objection.resolution &&
    html`${actButton({ text: w.objection.takeBack, action: `${objectionPath(objection.id)}/withdrawal`, fields: onceField() })}<p class="meta">${w.objection.takeBackHint}</p>`
  }`;
}

function subject({ lang, objection, point, earlier }: ObjectionProps): Html {
  const w = words(lang);
  if (objection.point_id === null) return notice({ tone: 'info', title: w.objection.toAnnex });
  const gone = point?.removed_at && notice({ tone: 'info', title: w.objection.gone });
  return section({
    title: w.objection.toPoint,
    ...(point ? { more: { href: pointPath(point.id), text: w.part.history } } : {}),
    children: html`${gone}${
      earlier && point && !point.removed_at && earlier.body !== point.body
        ? diffView({
            before: earlier.body,
            after: point.body,
            mode: 'side',
            words: {
              before: w.objection.earlier,
              after: w.objection.present,
              removed: w.point.removedWords,
              added: w.point.addedWords,
              end: w.point.end,
              same: w.point.same,
            },
          })
        : html`<blockquote class="voice-quote">${paragraphs(earlier?.body ?? point?.body ?? '')}</blockquote>`
    }`,
  });
}

function settling({ lang, desk, objection, point, reply, limit, problem }: ObjectionProps): Html {
  const w = words(lang).objection;
  const errors = problem?.items ?? [];
  const edited = errorAt(errors, 'resolution');
  const unchanged = point !== null && !point.removed_at && point.version <= objection.version;
  const unedited = reasonText('not-edited', desk.round, lang);
  return section({
    title: w.answer,
    children: html`${edited !== undefined && notice({ tone: 'error', title: edited })}${form({
      action: `${objectionPath(objection.id)}/resolution`,
      note: lastingRecord(lang),
      children: html`${onceField()}${textArea(
        { name: 'reply', label: w.reply, hint: w.replyHint, value: reply, limit, error: errorAt(errors, 'reply') },
        formWords(lang),
      )}`,
      buttons: html`${button({ text: w.sendReply, tone: 'main', name: 'resolution', value: 'replied' })}${button({
        text: w.sendEdited,
        name: 'resolution',
        value: 'edited',
        ...(unchanged ? { reason: unedited } : {}),
      })}${point && !point.removed_at && linkButton({ text: w.editFirst, href: `${pointPath(point.id)}/text`, icon: 'edit' })}`,
    })}`,
  });
}
