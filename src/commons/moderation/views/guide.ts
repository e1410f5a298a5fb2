/** X4, P9: the rules by which texts are moderated here, in plain words, from the hub's own rules. */
import type { ModerationRules } from '#commons/hubs/index.ts';
import { formatNumber, formatPeriod } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { keyValues } from '#ui/list.ts';
import { link } from '#ui/prose.ts';
import { words } from '../words.ts';

/** Lines of a text, each an item. */
const bullets = (text: string | readonly string[]): Html =>
  html`<ul>${(typeof text === 'string' ? text.split('\n') : text).map((line) => html`<li>${line}</li>`)}</ul>`;

export interface GuideProps {
  lang: Lang;
  rules: ModerationRules;
  /** rules of the election that is under way */
  election: Html | null;
}

export function guideView({ lang, rules, election }: GuideProps): Html {
  const w = words(lang);
  const g = w.guide;
  const n = (value: number) => formatNumber(value);
  return html`${pageHead({ title: g.title, lead: g.lead })}${election}<ul class="inline-links"><li>${link('/moderation/log', g.log)}</li><li>${link('/moderation/figures', g.figures)}</li><li>${link('/moderation/moderators', g.moderators)}</li></ul>${section(
    {
      title: g.grounds,
      children: keyValues(rules.grounds.map((ground) => [w.grounds[ground], w.groundHints[ground]] as const)),
    },
  )}${section({ title: g.howTitle, children: bullets(g.how({ appealDays: n(rules.appealDays) })) })}${section({
    title: g.claimTitle,
    children: bullets(
      g.claim({
        consentDays: n(rules.consentDays),
        candidateConsentDays: n(rules.candidateConsentDays),
        keepClaimDays: n(rules.keepClaimDays),
      }),
    ),
  })}${section({
    title: g.spamTitle,
    children: bullets(g.spam({ links: n(rules.links), hourly: n(rules.noticedHourly) })),
  })}${section({
    title: g.electionTitle,
    id: 'election',
    children:
      rules.elections.length === 0
        ? html`<p>${g.noElection}</p>`
        : html`${bullets(
            rules.elections.map((one) => g.period(one.name[lang], formatPeriod(one.from, one.until, lang, 'long'))),
          )}${bullets(w.election.rules)}`,
  })}`;
}
