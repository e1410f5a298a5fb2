/** 「いまできること」 of a proposal: what is open and until when; what is closed stands there with its reason. */
import type { Reader } from '#kernel/context.ts';
import { formatDate, tokyoDate } from '#kernel/dates.ts';
import { ref } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { hidden } from '#ui/fields.ts';
import type { Html } from '#ui/html.ts';
import { type NowAct, nowBox } from '#ui/now-box.ts';
import { stateOf } from '../../rounds/index.ts';
import type { ShownProposal } from '../queries.ts';
import { isProposer, mayRevise, mayWithdraw } from '../rules.ts';
import { words } from '../words.ts';

export interface ActsProps {
  lang: Lang;
  now: Date;
  reader: Reader | null;
  proposal: ShownProposal;
}

export function proposalActs(props: ActsProps): Html {
  const { lang, now, reader, proposal } = props;
  const w = words(lang).show;
  const facts = { actorId: proposal.actor_id, withdrawnAt: proposal.withdrawn_at };
  const at = `/proposals/${ref(proposal.id, proposal.title)}`;
  const acts: NowAct[] = proposal.withdrawn_at ? [] : [...debateActs(props), ...roundActs(props)];
  if (reader && isProposer(reader, facts)) {
    if (mayRevise(reader, facts, proposal.round, now) === null)
      acts.push({ text: w.edit, action: `${at}/revisions`, fields: hidden('once', crypto.randomUUID()), icon: 'edit' });
    if (mayWithdraw(reader, facts, proposal.round) === null) acts.push({ text: w.withdraw, href: `${at}/withdrawal` });
  }
  return nowBox({ title: w.now, acts });
}

function debateActs({ lang, now, proposal }: ActsProps): NowAct[] {
  const w = words(lang).show;
  const day = (date: Date) => formatDate(tokyoDate(date), lang, 'short');
  const debate = `/debates/${ref(proposal.id, proposal.title)}`;
  const last = new Date(proposal.closes_at.getTime() - 1);
  const write: NowAct = { text: w.writeOpinion, href: `${debate}/opinions/new`, icon: 'edit' };
  const ask: NowAct = { text: w.ask, href: `${debate}/opinions/new?kind=question` };
  if (now < proposal.opens_at) return [{ ...write, reason: w.opinionsFrom(day(proposal.opens_at)) }, ask];
  if (now >= proposal.closes_at) return [{ ...write, reason: w.opinionsOver(day(last)) }];
  return [{ ...write, note: w.until(day(last)) }, { text: w.nextOpinion, href: `${debate}/next-opinion` }, ask];
}

function roundActs({ lang, now, proposal }: ActsProps): NowAct[] {
  const w = words(lang).show;
  const round = `/rounds/${ref(proposal.round.id, '')}`;
  const state = stateOf(proposal.round, now);
  if (state === 'debating' || state === 'drafting')
    return [
      { text: w.raiseHand, href: `${round}/statement`, icon: 'hand' },
      ...(state === 'drafting' ? [{ text: w.readDraft, href: `${round}/statement` }] : []),
    ];
  if (state === 'checking') return [{ text: w.readDraft, href: `${round}/statement` }];
  return proposal.round.published_at ? [{ text: w.readDocument, href: `${round}/document` }] : [];
}
