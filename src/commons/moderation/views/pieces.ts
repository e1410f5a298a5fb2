/** X4: what other modules' pages show of moderation: the stub of what is hidden, the rules of an election, the word of the link. */
import { formatDate } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import { type Html, html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { link } from '#ui/prose.ts';
import { decisionPath } from '../addresses.ts';
import { electionPeriod } from '../election.ts';
import type { Hiding } from '../hiding-json.ts';
import { words } from '../words.ts';

/** Stands where the words stood: by which rule, why, and what one can do about it. */
export function hiddenStub(hiding: Hiding, lang: Lang): Html {
  const w = words(lang);
  return html`${w.stub.text(w.grounds[hiding.ground])} ${w.stub.reason(hiding.reason)} ${link(decisionPath(hiding.decision_id), w.stub.decision)}`;
}

/** For every page on which one writes; null outside of an election period. The page is wrong from `nextElectionChange` on. */
export function electionNotice(hub: { rules: unknown }, now: Date, lang: Lang): Html | null {
  const period = electionPeriod(hub, now);
  if (!period) return null;
  const w = words(lang).election;
  return notice({
    tone: 'warn',
    title: w.title(period.name[lang], formatDate(period.until, lang, 'short')),
    body: html`<ul>${w.rules.map((rule) => html`<li>${rule}</li>`)}</ul><p>${link('/moderation/rules', w.more)}</p>`,
  });
}

/** 「知らせる」: the word of the link to `reportHref`. */
export function reportText(lang: Lang): string {
  return words(lang).link;
}
