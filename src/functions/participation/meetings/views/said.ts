/** F9.2 One thing said in a hall, in the list of its meeting. */
import { actorPath } from '#commons/actors/index.ts';
import { opinionHref } from '#commons/discussion/index.ts';
import { kindWord } from '#commons/hubs/index.ts';
import { formatNumber } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import { type ActorProps, actor } from '#ui/actor.ts';
import { type Html, html } from '#ui/html.ts';
import { listItem } from '#ui/list.ts';
import type { SaidInHall } from '../hall-queries.ts';
import { words } from '../words.ts';

export function speakerOf(said: SaidInHall, lang: Lang): ActorProps {
  const w = words(lang).show;
  if (said.spoken_as === 'participant') return { kind: 'unknown', name: w.participant, kindText: w.inHall };
  return {
    kind: said.actor_kind,
    name: said.actor_name,
    kindText: kindWord(lang, said.actor_kind),
    href: actorPath({ id: said.actor_id, name: said.actor_name }),
    ...(said.spoken_as === 'named' ? { note: w.unconfirmed } : {}),
  };
}

/** 意見12, 質問3. */
export function numberOf(said: Pick<SaidInHall, 'kind' | 'number'>, lang: Lang): string {
  const w = words(lang).show;
  return said.kind === 'question' ? w.question(said.number) : w.number(said.number);
}

/** Hands as they were counted; null where nobody did. */
export function handsOf(said: SaidInHall, lang: Lang): string | null {
  const { hall_agree, hall_disagree, hall_pass } = said;
  if (hall_agree === null || hall_disagree === null || hall_pass === null) return null;
  return words(lang).show.handsLine(formatNumber(hall_agree), formatNumber(hall_disagree), formatNumber(hall_pass));
}

export function saidItem(said: SaidInHall, lang: Lang): Html {
  const w = words(lang).show;
  const gone = said.withdrawn_at ? w.takenBack(said.withdrawal_reason ?? '') : said.hidden_at ? w.hidden : null;
  return listItem({
    title: gone ?? said.body,
    href: opinionHref(said.id),
    above: html`<span>${numberOf(said, lang)}</span>${actor(speakerOf(said, lang))}`,
    body: handsOf(said, lang),
    meta: said.debate_title,
  });
}
