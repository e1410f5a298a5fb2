/** F9.2 What every view of a debate knows: who reads it, when, in which language, and where it stands. */

import { actorPath } from '#commons/actors/index.ts';
import { hubWords, kindWord } from '#commons/hubs/index.ts';
import type { ActorKind, Reader } from '#kernel/context.ts';
import { formatDate, tokyoDate, tokyoDateTime } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import type { ActorProps } from '#ui/actor.ts';
import { type Html, html } from '#ui/html.ts';
import { link, type When } from '#ui/prose.ts';
import type { Debate } from '../debates.ts';
import { dateFacts } from '../refusing.ts';
import type { Reason } from '../rules.ts';
import { words } from '../words.ts';

export interface Scene {
  lang: Lang;
  now: Date;
  hub: { rules: unknown; rulesByVersion?: Readonly<Record<number, unknown>> };
  reader: Reader | null;
  debate: Debate;
  /** path and query of the page, to come back to after a vote or after signing in */
  here: string;
  /** the number of a form on a page that is kept; elsewhere forms bring their own */
  once?: Html;
}

/** Why an act is not possible now, as a sentence. */
export function saidReason(reason: Reason, debate: Debate, lang: Lang): string {
  const kernel = hubWords(lang).refusals;
  if (reason === 'level') return kernel.level;
  if (reason === 'sign-in') return kernel['sign-in'];
  const sentence = words(lang).refusals[reason];
  return typeof sentence === 'function' ? sentence(dateFacts(debate, lang)) : sentence;
}

export function signInHref(here: string): string {
  return `/sign-in?next=${encodeURIComponent(here)}`;
}

/** The way out of a blocked act where there is one: sign in, and come back here. */
export function reasonLink(reason: Reason, scene: Scene, signInText: string): Html {
  if (reason === 'sign-in') return link(signInHref(scene.here), signInText);
  return html`${saidReason(reason, scene.debate, scene.lang)}`;
}

export function speaker(id: string, kind: ActorKind, name: string, lang: Lang): ActorProps {
  return { kind, name, kindText: kindWord(lang, kind), href: actorPath({ id, name }) };
}

export function dayOf(at: Date, lang: Lang): string {
  return formatDate(tokyoDate(at), lang, 'short');
}

export function when(at: Date, lang: Lang): When {
  return { text: dayOf(at, lang), datetime: tokyoDateTime(at) };
}
