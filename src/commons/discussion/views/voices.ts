/** F9.2 One opinion, question or explanation, and the replies below it. */
import { type Hiding, hiddenStub, reportHref, reportText } from '#commons/moderation/index.ts';
import { formatNumber } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import { type Lang, labelled } from '#kernel/lang.ts';
import { chip } from '#ui/chip.ts';
import { type Html, html, type Renderable } from '#ui/html.ts';
import { link, paragraphs } from '#ui/prose.ts';
import { thread, type VoiceProps } from '#ui/thread.ts';
import { meetingHref, opinionAnchor, opinionHref } from '../addresses.ts';
import { hallWords } from '../hall-words.ts';
import { paperWords } from '../paper-words.ts';
import type { ShownOpinion } from '../queries.ts';
import { stateOf } from '../rules.ts';
import type { ShownReply } from '../thread-queries.ts';
import { words } from '../words.ts';
import { positionVoice } from './positions.ts';
import { dayOf, type Scene, speaker, when } from './scene.ts';
import { type VoteBlockOptions, voteBlock } from './vote-block.ts';

interface Gone {
  withdrawn_at: Date | null;
  hidden_at: Date | null;
  withdrawal_reason?: string | null;
  hiding: Hiding | null;
}

/** What stands where words were withdrawn or hidden; undefined where they can be read. */
function tombstone(gone: Gone, lang: Lang): Renderable | undefined {
  const w = words(lang).voice;
  if (gone.withdrawn_at) {
    const why = gone.withdrawal_reason ? ` ${w.withdrawnWhy(gone.withdrawal_reason)}` : '';
    return `${w.withdrawn(dayOf(gone.withdrawn_at, lang))}${why}`;
  }
  if (!gone.hidden_at) return undefined;
  return gone.hiding ? hiddenStub(gone.hiding, lang) : w.hidden;
}

function amendment(said: { amendment: string | null; amended_at?: Date | null }, lang: Lang): Renderable {
  if (said.amendment === null) return null;
  const w = words(lang).voice;
  const title = w.amended(said.amended_at ? dayOf(said.amended_at, lang) : '');
  return html`<p><strong>${title}</strong></p>${paragraphs(said.amendment)}`;
}

export interface VoiceOptions extends VoteBlockOptions {
  acts?: VoiceProps['acts'];
}

export function opinionVoice(scene: Scene, opinion: ShownOpinion, options: VoiceOptions = {}): VoiceProps {
  const { lang } = scene;
  const w = words(lang);
  const gone = tombstone(opinion, lang);
  const votes = voteBlock(scene, opinion, options);
  const report = { href: reportHref('opinion', opinion.id), text: reportText(lang) };
  const reasonName = opinion.kind === 'explanation' ? w.voice.source : w.voice.reason;
  return {
    id: opinionAnchor(opinion.id),
    actor: speakerOf(opinion, lang),
    when: when(opinion.said_at, lang),
    marks: marks(opinion, lang),
    body: html`${paragraphs(opinion.body)}${amendment(opinion, lang)}`,
    ...(opinion.reason === '' ? {} : { reason: paragraphs(labelled(reasonName, opinion.reason, lang)) }),
    ...(votes ? { votes } : {}),
    ...(gone === undefined ? { acts: [...(options.acts ?? []), report] } : {}),
    ...(opinion.kind === 'explanation' ? { kind: 'fact' as const } : {}),
    ...(gone === undefined ? {} : { gone }),
  };
}

/** In a hall one may speak without a name; under a name a scribe gave, until whoever has it says so, that stands beside it. */
function speakerOf(opinion: ShownOpinion, lang: Lang): VoiceProps['actor'] {
  const w = hallWords(lang);
  const named = speaker(opinion.actor_id, opinion.actor_kind, opinion.actor_name, lang);
  if (opinion.paper_on !== null) {
    const { name, kindText } = paperWords(lang);
    return { ...named, href: undefined, kindText, ...(opinion.paper_signed ? {} : { kind: 'unknown', name }) };
  }
  if (opinion.spoken_as === 'participant')
    return { ...named, kind: 'unknown', name: w.participant, kindText: w.noName };
  return opinion.spoken_as === 'named' ? { ...named, note: w.unconfirmed } : named;
}

function marks(opinion: ShownOpinion, lang: Lang): Html {
  const w = words(lang);
  const number = link(opinionHref(opinion.id), w.numbered[opinion.kind](opinion.number));
  const readable = !opinion.withdrawn_at && !opinion.hidden_at;
  const hall = opinion.meeting_id !== null && html` ${link(meetingHref(opinion.meeting_id), hallWords(lang).said)}`;
  const paper = opinion.paper_on !== null && html` ${chip('info', paperWords(lang).mark)}`;
  return html`${number}${hall}${paper}${opinion.kind === 'explanation' && html` ${chip('info', w.kinds.explanation)}`}${
    opinion.kind === 'question' &&
    html` ${opinion.answered_at ? chip('ok', w.voice.answered) : chip('info', w.voice.unanswered)}`
  }${readable && opinion.version > 1 && html` ${link(`${opinionHref(opinion.id)}#history`, w.voice.version(opinion.version))}`}`;
}

export function replyVoice(scene: Scene, reply: ShownReply, acts?: VoiceProps['acts']): VoiceProps {
  const { lang } = scene;
  const w = words(lang);
  const gone = tombstone(reply, lang);
  return {
    id: opinionAnchor(reply.id),
    actor: speaker(reply.actor_id, reply.actor_kind, reply.actor_name, lang),
    when: when(reply.said_at, lang),
    ...(reply.kind === 'answer' ? { marks: chip('info', w.kinds.answer) } : {}),
    ...(reply.quoted_body === null ? {} : { quote: reply.quoted_body }),
    body: html`${paragraphs(reply.body)}${amendment(reply, lang)}`,
    ...(gone === undefined
      ? { acts: [...(acts ?? []), { href: reportHref('opinion', reply.id), text: reportText(lang) }] }
      : {}),
    ...(gone === undefined ? {} : { gone }),
  };
}

/** An opinion in a list, with its first replies and the positions on it. */
export function listedThread(scene: Scene, opinion: ShownOpinion): Html {
  const { lang, debate, now } = scene;
  const w = words(lang).voice;
  const href = opinionHref(opinion.id);
  const takesReplies = !opinion.withdrawn_at && !opinion.hidden_at && stateOf(debate, now) !== 'closed';
  const more = opinion.reply_count > opinion.replies.length;
  const replies = opinion.replies.length > 0;
  return html`${thread({
    voice: opinionVoice(scene, opinion, {
      ...(takesReplies
        ? { acts: [{ href: `${href}#reply`, text: opinion.kind === 'explanation' ? w.askAbout : w.reply }] }
        : {}),
    }),
    replies: opinion.replies.map((reply) => replyVoice(scene, reply)),
    ...(replies ? { repliesLabel: w.replies(formatNumber(opinion.reply_count)) } : {}),
    ...(more ? { more: { href: `${href}#replies`, text: w.all(formatNumber(opinion.reply_count)) } } : {}),
  })}${opinion.positions.map((position) => positionVoice(scene, position))}`;
}

/** The link to reply to one reply of a thread. */
export function replyAct(opinionId: string, reply: ShownReply, lang: Lang): { href: string; text: string } {
  return { href: `${opinionHref(opinionId)}?to=${shortId(reply.id)}#reply`, text: words(lang).voice.reply };
}
