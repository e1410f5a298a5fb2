/** F1.3 The page on which a group gets its host: what to write where, how it stands. */
import { onceField } from '#commons/hubs/index.ts';
import { formatDate, formatDateTime, tokyoDate } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { actButton } from '#ui/button.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html, url } from '#ui/html.ts';
import { keyValues } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { fieldsForm } from '../../../registration/groups/index.ts';
import { CLAIM_DAYS, GRACE_DAYS, PROOF_FILE, PROOF_LABEL, proofOf, shownHost } from '../domain.ts';
import type { SiteDomain } from '../queries.ts';
import { domainWords } from '../words.ts';

export interface DomainProps {
  lang: Lang;
  /** of this page */
  at: string;
  inTown: string;
  /** host of the town, to which the domain is to lead */
  townHost: string;
  domain: SiteDomain | null;
  /** somebody waits for the worker */
  isAsked: boolean;
  typed: Readonly<Record<string, string>>;
  problem?: Problem | undefined;
}

const DAY_MS = 86_400_000;

/** As it was typed, with what programs call it where that is another name. */
function hostText(host: string): Html {
  const own = shownHost(host);
  return own === host ? html`${host}` : html`${own} <span class="meta break-all">${host}</span>`;
}

export function domainView(props: DomainProps): Html {
  const w = domainWords(props.lang);
  const head = pageHead({ title: w.title, lead: w.lead });
  const { domain } = props;
  if (!domain) return html`${head}${keyValues([[w.none, props.inTown]])}${claimForm(props)}`;
  return html`${head}${keyValues([[w.host, hostText(domain.host)]])}${domain.verified_at ? proved(props, domain) : claimed(props, domain)}${section(
    {
      title: w.giveUp,
      lead: w.giveUpLead,
      children: actButton({ action: `${props.at}/removal`, fields: onceField(), text: w.giveUp, tone: 'danger' }),
    },
  )}`;
}

function claimForm({ lang, at, typed, problem }: DomainProps): Html {
  const w = domainWords(lang);
  return fieldsForm({
    lang,
    action: at,
    typed,
    problem,
    submit: w.claim,
    fields: [{ name: 'host', label: w.host, hint: w.hostHint }],
  });
}

function day(from: Date, days: number, lang: Lang): string {
  return formatDate(tokyoDate(new Date(from.getTime() + days * DAY_MS)), lang);
}

function proof(domain: SiteDomain, lang: Lang): Html {
  const w = domainWords(lang);
  const text = html`<code class="break-all">${proofOf(domain.token)}</code>`;
  return html`${section({
    title: w.dnsTitle,
    level: 3,
    children: keyValues([
      [w.dnsName, html`<code class="break-all">${PROOF_LABEL}.${domain.host}</code>`],
      [w.dnsType, 'TXT'],
      [w.dnsValue, text],
    ]),
  })}${section({
    title: w.fileTitle,
    level: 3,
    children: keyValues([
      [w.fileWhere, html`<code class="break-all">https://${domain.host}${PROOF_FILE}</code>`],
      [w.fileWhat, text],
    ]),
  })}`;
}

function checked({ lang, at, isAsked }: DomainProps, domain: SiteDomain): Html {
  const w = domainWords(lang);
  const said = domain.check_failure && notice({ tone: 'warn', title: w.failures[domain.check_failure] });
  const when =
    domain.checked_at && html`<p class="meta">${w.checkedAt(formatDateTime(domain.checked_at, lang, 'short'))}</p>`;
  if (isAsked) return html`${notice({ tone: 'info', title: w.checking })}${said}${when}`;
  return html`${said}${when}${actButton({ action: `${at}/check`, fields: onceField(), text: w.check, tone: 'main' })}`;
}

function claimed(props: DomainProps, domain: SiteDomain): Html {
  const w = domainWords(props.lang);
  return section({
    title: w.proveTitle,
    lead: w.proveLead,
    children: html`${proof(domain, props.lang)}${checked(props, domain)}<p class="meta">${w.until(day(domain.claimed_at, CLAIM_DAYS, props.lang))}</p>`,
  });
}

function proved(props: DomainProps, domain: SiteDomain): Html {
  const { lang, townHost } = props;
  const w = domainWords(lang);
  const by = domain.verified_by ? w.provedBy[domain.verified_by] : '';
  return html`${
    domain.failing_since
      ? notice({ tone: 'warn', title: w.failing(day(domain.failing_since, GRACE_DAYS, lang)) })
      : notice({
          tone: 'success',
          title: w.provedTitle,
          body: html`<p><a href="${url(`https://${domain.host}/`)}">https://${domain.host}/</a> ${by}</p>`,
        })
  }${section({
    title: w.pointTitle,
    lead: w.pointLead(townHost),
    children: html`${proof(domain, lang)}${checked(props, domain)}`,
  })}`;
}
