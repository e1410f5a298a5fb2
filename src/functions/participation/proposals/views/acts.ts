/** 「いまできること」 of a proposal: what is open and until when; what is closed stands there with its reason. */
import type { Personal } from '#commons/hubs/index.ts';
import { formatDate, tokyoDate } from '#kernel/dates.ts';
import { ref } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Html } from '#ui/html.ts';
import { type NowAct, nowBox } from '#ui/now-box.ts';
import { stateOf } from '../../rounds/index.ts';
import { mayInvite } from '../co-proposal.ts';
import { consentWords } from '../consent-words.ts';
import { mergeWords } from '../merge-words.ts';
import type { ShownProposal } from '../queries.ts';
import { isProposer, mayRevise, mayWithdraw } from '../rules.ts';
import { words } from '../words.ts';

export interface ActsProps {
  lang: Lang;
  now: Date;
  personal: Personal;
  proposal: ShownProposal;
}

export function proposalActs(props: ActsProps): Html {
  const { lang, now, personal, proposal } = props;
  const facts = { actorId: proposal.actor_id, withdrawnAt: proposal.withdrawn_at, hiddenAt: proposal.hidden_at };
  const once = personal.onceField();
  return personal.shared(
    ({ reader }) => ({
      own: isProposer(reader, facts),
      revise: isProposer(reader, facts) && mayRevise(reader, facts, proposal.round, now) === null,
      withdraw: isProposer(reader, facts) && mayWithdraw(reader, facts, proposal.round) === null,
      together: mayInvite(reader, { ...facts, round: proposal.round }, now) === null,
    }),
    (may) => {
      const acts = [...everybodysActs(props, may.own), ...ownActs(props, may, once)];
      return acts.length > 0 && nowBox({ title: words(lang).show.now, acts });
    },
  );
}

function everybodysActs(props: ActsProps, own: boolean): NowAct[] {
  const into = props.proposal.merged_into;
  if (into)
    return [
      {
        text: mergeWords(props.lang).onProposal.read,
        href: `/proposals/${ref(into.id, into.title)}`,
        icon: 'arrow-right',
      },
    ];
  return props.proposal.withdrawn_at ? [] : [...debateActs(props, own), ...roundActs(props)];
}

/** What whoever proposed can do with it. */
function ownActs(
  { lang, proposal }: ActsProps,
  may: Record<'revise' | 'withdraw' | 'together', boolean>,
  once: Html,
): NowAct[] {
  const w = words(lang).show;
  const at = `/proposals/${ref(proposal.id, proposal.title)}`;
  return [
    ...(may.revise ? [{ text: w.edit, action: `${at}/revisions`, fields: once, icon: 'edit' as const }] : []),
    ...(may.together
      ? [
          { text: consentWords(lang).manage, href: `${at}/co-proposers`, icon: 'group' as const },
          { text: mergeWords(lang).onProposal.suggest, href: `${at}/merges/new` },
        ]
      : []),
    ...(may.withdraw ? [{ text: w.withdraw, href: `${at}/withdrawal` }] : []),
  ];
}

/** Whoever proposed is asked, and does not ask; nobody asks about what can't be read. */
function debateActs({ lang, now, proposal }: ActsProps, own: boolean): NowAct[] {
  const w = words(lang).show;
  const day = (date: Date) => formatDate(tokyoDate(date), lang, 'short');
  const debate = `/debates/${ref(proposal.id, proposal.title)}`;
  const last = new Date(proposal.closes_at.getTime() - 1);
  const write: NowAct = { text: w.writeOpinion, href: `${debate}/opinions/new`, icon: 'edit' };
  const ask: NowAct[] =
    own || proposal.hidden_at ? [] : [{ text: w.ask, href: `${debate}/opinions/new?kind=question` }];
  if (now < proposal.opens_at) return [{ ...write, reason: w.opinionsFrom(day(proposal.opens_at)) }, ...ask];
  if (now >= proposal.closes_at) return [{ ...write, reason: w.opinionsOver(day(last)) }];
  return [{ ...write, note: w.until(day(last)) }, { text: w.nextOpinion, href: `${debate}/next-opinion` }, ...ask];
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
