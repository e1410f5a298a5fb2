/** X4, P5, P7: who may decide what. Pure: each gives null when the act is allowed, otherwise the reason. */
import { leadsSecretariat } from '#commons/hubs/index.ts';
import type { Hub, Reader } from '#kernel/context.ts';
import type { Consent, ModerationRefusal, Noticed, Outcome, Side, Way } from './moderation.ts';

type No = ModerationRefusal | null;

const DAY = 86_400_000;

/**
 * Moderators are appointed by the representative of the secretariat. Until somebody's appointment has been decided either way,
 * whoever speaks for the secretariat is one by that office. X1: nobody is while offices rest. `latest`: the newest appointment of the reader, ended or not.
 */
export function mayModerate(
  hub: Pick<Hub, 'secretariatId'>,
  reader: Reader | null,
  latest: { until: Date | null } | null,
): No {
  if (!reader || reader.officesRest) return 'not-a-moderator';
  const may = latest ? latest.until === null : leadsSecretariat({ hub, reader });
  return may ? null : 'not-a-moderator';
}

/** Appointing, and ending an appointment, is the representative's. */
export function mayAppoint(hub: Pick<Hub, 'secretariatId'>, reader: Pick<Reader, 'roles'> | null): No {
  const role = reader?.roles.find((held) => held.organisation.id === hub.secretariatId)?.role;
  return role === 'representative' ? null : 'secretariat-only';
}

/** True when these are the reader's own words: written by that person, or said by somebody it speaks or stands for. */
export function isAuthor(reader: Reader, said: { authorId: string | null; authorPersonId: string | null }): boolean {
  if (said.authorPersonId === reader.person.id || said.authorId === reader.person.id) return true;
  return reader.roles.some((held) => held.organisation.id === said.authorId);
}

export interface CaseFacts {
  way: Way;
  authorId: string | null;
  authorPersonId: string | null;
  reporterIds: readonly string[];
  waitsUntil: Date | null;
  consent: Consent | null;
  decidedAt: Date | null;
}

/** Nobody decides about their own words or their own report; a claim is decided when its sender has answered, or let the days pass. */
export function mayDecide(reader: Reader, one: CaseFacts, now: Date): No {
  if (one.decidedAt) return 'decided-already';
  if (isAuthor(reader, one) || one.reporterIds.includes(reader.person.id)) return 'own-case';
  const asking = one.way === 'claim' && one.consent === null && one.waitsUntil !== null && now < one.waitsUntil;
  return asking ? 'still-asking' : null;
}

export interface DecisionFacts {
  outcome: Outcome;
  authorId: string | null;
  authorPersonId: string | null;
  reporterIds: readonly string[];
  personId: string;
  decidedAt: Date;
  reversedAt: Date | null;
}

/** For whom a decision went wrong: the author of what was hidden, or who was warned of it; a reporter whose report was not followed. */
export function sideOf(reader: Reader, decision: DecisionFacts): Side | null {
  if (decision.outcome !== 'left' && isAuthor(reader, decision)) return 'author';
  return decision.outcome !== 'hidden' && decision.reporterIds.includes(reader.person.id) ? 'reporter' : null;
}

/** `appealed`: by this person, already. */
export function mayAppeal(
  reader: Reader,
  decision: DecisionFacts,
  state: { appealed: boolean; days: number },
  now: Date,
): No {
  if (sideOf(reader, decision) === null) return 'not-concerned';
  if (state.appealed || decision.reversedAt) return 'appealed-already';
  return now.getTime() >= decision.decidedAt.getTime() + state.days * DAY ? 'appeal-over' : null;
}

/** An appeal goes to another person than who decided, and to nobody who has a part in it. */
export function maySettle(
  reader: Reader,
  decision: DecisionFacts,
  appeal: { personId: string; outcome: string | null },
): No {
  if (appeal.outcome) return 'settled-already';
  if (decision.personId === reader.person.id) return 'another-decides';
  const concerned =
    isAuthor(reader, decision) ||
    decision.reporterIds.includes(reader.person.id) ||
    appeal.personId === reader.person.id;
  return concerned ? 'own-case' : null;
}

const LINK = /https?:\/\/|(?<![\w.@])www\./gi;

/** What an automatic check sees in a text. It blocks nothing: it publishes, and asks somebody to look. */
export function noticedIn(
  said: { text: string; saidBefore: boolean; lastHour: number },
  rule: { links: number; noticedHourly: number },
): Noticed[] {
  return [
    ...((said.text.match(LINK)?.length ?? 0) > rule.links ? (['many-links'] as const) : []),
    ...(said.saidBefore ? (['same-text'] as const) : []),
    ...(said.lastHour > rule.noticedHourly ? (['many-an-hour'] as const) : []),
  ];
}
