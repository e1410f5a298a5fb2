/** F9.2 The page of one opinion: its words and their history, how people chose, who stands where, the thread, and where it went. */
import { formWords, type HubRules, onceField, publicRecord } from '#commons/hubs/index.ts';
import { formatNumber } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import { type Lang, labelled } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button } from '#ui/button.ts';
import { diffView } from '#ui/diff-view.ts';
import { disclosure } from '#ui/disclosure.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, hidden, textArea } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { list } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { type NowAct, nowBox } from '#ui/now-box.ts';
import { pager } from '#ui/pager.ts';
import { link, meta, paragraphs, prose } from '#ui/prose.ts';
import { voice } from '#ui/thread.ts';
import { debateHref, opinionAnchor, opinionHref } from '../addresses.ts';
import { planWords } from '../plan-words.ts';
import type { WholeOpinion } from '../queries.ts';
import { dateFacts } from '../refusing.ts';
import { isSpeaker, mayAmend, mayAnswer, mayReply, mayRevise, mayWithdraw, showsNumbers, stateOf } from '../rules.ts';
import type { ShownReply } from '../thread-queries.ts';
import type { ShownVersion } from '../versions.ts';
import { words } from '../words.ts';
import { choiceBar, choiceTable, handsLine } from './numbers.ts';
import { positionsSection } from './positions.ts';
import { dayOf, reasonLink, type Scene, saidReason } from './scene.ts';
import { opinionVoice, replyAct, replyVoice } from './voices.ts';

export interface OpinionPageProps {
  opinion: WholeOpinion;
  replies: readonly ShownReply[];
  moreReplies: boolean;
  /** true when this is not the thread's beginning */
  later: boolean;
  /** what functions made of it */
  trail: readonly Html[];
  /** true right after it was said */
  sent: boolean;
  reply: { body: string; to: ShownReply | null; problem?: Problem };
  limits: HubRules['limits'];
}

export function opinionTitle(opinion: WholeOpinion, scene: Scene): string {
  return words(scene.lang).numbered[opinion.kind](opinion.number);
}

export function opinionHead(scene: Scene, opinion: WholeOpinion): Html {
  const w = words(scene.lang);
  return pageHead({
    title: opinionTitle(opinion, scene),
    meta: link(debateHref(scene.debate), w.opinion.on(scene.debate.title)),
  });
}

export function opinionActs(scene: Scene, opinion: WholeOpinion): Html {
  const { lang, reader, debate, now } = scene;
  const w = words(lang);
  const href = opinionHref(opinion.id);
  const acts: NowAct[] = [];
  const no = mayReply(scene.hub, reader, debate, opinion, now);
  // Words that are gone say so where they stood; buttons that can't be pressed would only repeat it.
  if (!opinion.withdrawn_at && !opinion.hidden_at && stateOf(debate, now) !== 'closed')
    acts.push({
      text: opinion.kind === 'explanation' ? w.voice.askAbout : w.voice.reply,
      href: '#reply',
      icon: 'reply',
      ...(no ? { reason: saidReason(no, debate, lang) } : {}),
    });
  if (!opinion.withdrawn_at && isSpeaker(reader, opinion)) acts.push(...ownActs(scene, opinion, href));
  acts.push({ text: w.opinion.debate, href: debateHref(debate) });
  return nowBox({ title: w.opinion.now, acts });
}

/** The kept count may be a second behind; the act itself looks at the votes. */
function ownActs({ lang, reader, debate, now }: Scene, opinion: WholeOpinion, href: string): NowAct[] {
  const w = words(lang).voice;
  const voted = opinion.seen > (opinion.my_stance === null ? 0 : 1);
  const acts: NowAct[] = [];
  const noRevision = mayRevise(reader, debate, opinion, voted, now);
  const noAmendment = mayAmend(reader, debate, opinion, voted, now);
  if (noRevision === null) acts.push({ text: w.revise, href: `${href}/revision`, icon: 'edit' });
  else if (noAmendment === null) acts.push({ text: w.amend, href: `${href}/amendment`, icon: 'add' });
  else acts.push({ text: w.revise, reason: saidReason(noRevision, debate, lang) });
  if (mayWithdraw(reader, opinion) === null) acts.push({ text: w.withdraw, href: `${href}/withdrawal` });
  return acts;
}

export function opinionMain(scene: Scene, props: OpinionPageProps): Html {
  const { opinion } = props;
  return html`${props.sent && sentNotice(scene, opinion)}${voice(
    opinionVoice(scene, opinion, { withoutNumbers: true }),
  )}${numbers(scene, opinion)}${
    opinion.kind === 'opinion' &&
    positionsSection(scene, {
      positions: opinion.positions,
      opinion,
      formHref: `${opinionHref(opinion.id)}/position`,
    })
  }${threadSection(scene, props)}${history(scene, opinion.history)}${trail(scene, props.trail)}`;
}

function sentNotice({ lang, debate }: Scene, { kind }: WholeOpinion): Html {
  const w = words(lang).sent;
  const told = debate.kind === 'plan' ? toldOnPlan(w, kind, lang) : w[kind];
  const steps = kind === 'opinion' ? [w.until(dateFacts(debate, lang).closes), ...told] : told;
  return notice({ tone: 'info', title: w.title, body: html`<ol>${steps.map((step) => html`<li>${step}</li>`)}</ol>` });
}

/** On a stage of a plan another one answers, and no statement is written; the rest is as everywhere. */
function toldOnPlan(w: ReturnType<typeof words>['sent'], kind: WholeOpinion['kind'], lang: Lang): readonly string[] {
  const { sentOpinion, sentQuestion } = planWords(lang);
  if (kind === 'opinion') return [sentOpinion, ...w.opinion.slice(1)];
  return kind === 'question' ? [sentQuestion, ...w.question.slice(1)] : w[kind];
}

/** On its own page the numbers are one tap away for whoever has not chosen yet, and open for everybody else. */
function numbers(scene: Scene, opinion: WholeOpinion): Html | null {
  if (opinion.kind !== 'opinion' || opinion.withdrawn_at || opinion.hidden_at) return null;
  const { lang } = scene;
  const w = words(lang).opinion;
  const hands = handsLine(opinion, lang);
  const both = prose(
    html`${choiceBar(opinion, lang)}${choiceTable(opinion, w.numbersCaption(opinionTitle(opinion, scene)), lang)}${hands && meta(hands)}`,
  );
  const open = showsNumbers(stateOf(scene.debate, scene.now), opinion.my_stance);
  return section({
    title: w.numbers,
    level: 2,
    id: 'numbers',
    children: open ? both : disclosure({ summary: w.numbersShow, body: both }),
  });
}

function threadSection(scene: Scene, props: OpinionPageProps): Html {
  const { lang } = scene;
  const { opinion, replies } = props;
  const w = words(lang);
  const href = opinionHref(opinion.id);
  const canReply = mayReply(scene.hub, scene.reader, scene.debate, opinion, scene.now) === null;
  const shown = replies.map((reply) =>
    voice(replyVoice(scene, reply, canReply ? [replyAct(opinion.id, reply, lang)] : undefined)),
  );
  return section({
    title: opinion.reply_count > 0 ? w.voice.replies(formatNumber(opinion.reply_count)) : w.opinion.thread,
    id: 'replies',
    children: html`<div class="section">${shown.length === 0 ? html`<p>${w.opinion.noReplies}</p>` : list(shown)}${pager(
      {
        label: w.list.pages,
        ...(props.later ? { previous: { href: `${href}#replies`, text: w.list.first } } : {}),
        ...(props.moreReplies
          ? { next: { href: `${href}?after=${shortId(replies.at(-1)!.id)}#replies`, text: w.opinion.moreReplies } }
          : {}),
      },
    )}</div>${replyForm(scene, props)}`,
  });
}

/** The field by the words over it. */
export function replyNames({ lang, reader, debate }: Scene, opinion: WholeOpinion): { body: string } {
  const w = words(lang).opinion;
  return { body: mayAnswer(reader, debate, opinion) === null ? w.answerField : w.replyField };
}

function replyForm(scene: Scene, props: OpinionPageProps): Html {
  const { lang, reader, debate } = scene;
  const { opinion, reply } = props;
  const w = words(lang).opinion;
  const answers = mayAnswer(reader, debate, opinion) === null;
  const no = answers ? null : mayReply(scene.hub, reader, debate, opinion, scene.now);
  const title = answers ? w.answerTitle : w.replyTitle;
  if (no)
    return section({
      title,
      level: 3,
      id: 'reply',
      children: html`<p class="blocked-reason">${reasonLink(no, scene, words(lang).list.signInToWrite)}</p>`,
    });
  const { to } = reply;
  return section({
    title,
    level: 3,
    id: 'reply',
    children: form({
      action: `${opinionHref(opinion.id)}/${answers ? 'answers' : 'replies'}`,
      label: title,
      children: html`${onceField()}${
        to &&
        html`${hidden('to', shortId(to.id))}<p>${link(`#${opinionAnchor(to.id)}`, w.replyTo(to.actor_name))}</p><blockquote class="voice-quote">${paragraphs(to.body)}</blockquote>`
      }${textArea(
        {
          name: 'body',
          label: replyNames(scene, opinion).body,
          ...(answers ? {} : { hint: w.replyHint }),
          required: true,
          rows: 4,
          value: reply.body,
          limit: props.limits.reply,
          error: errorAt(reply.problem?.items ?? [], 'body'),
        },
        formWords(lang),
      )}${publicRecord(lang, reader?.acting.name ?? '')}`,
      buttons: button({ text: answers ? w.answerSubmit : w.replySubmit, tone: 'main' }),
    }),
  });
}

function history({ lang }: Scene, versions: readonly ShownVersion[]): Html | null {
  if (versions.length < 2) return null;
  const w = words(lang);
  const name = (one: ShownVersion) => w.opinion.historyVersion(one.version, dayOf(one.written_at, lang));
  const whole = (one: ShownVersion) =>
    [one.body, one.reason, ...(one.amendment ? [labelled(w.change.amendField, one.amendment, lang)] : [])]
      .filter((part) => part !== '')
      .join('\n\n');
  return section({
    title: w.opinion.history,
    id: 'history',
    lead: w.opinion.historyLead,
    children: html`${versions.slice(0, -1).map((after, at) => {
      const before = versions[at + 1]!;
      return html`<h3>${name(after)}</h3>${diffView({
        before: whole(before),
        after: whole(after),
        mode: 'inline',
        words: { before: name(before), after: name(after), ...w.opinion.historyWords },
      })}`;
    })}`,
  });
}

/** Functions bring their own headings; until one has something to say, it is said what will stand here. */
function trail({ lang }: Scene, parts: readonly Html[]): Html {
  if (parts.length > 0) return html`${parts}`;
  const w = words(lang).opinion;
  return section({ title: w.trail, id: 'trail', children: html`<p>${w.trailNone}</p>` });
}
