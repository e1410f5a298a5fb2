/** F9.6 The cover: number, date, fingerprint and how to check it, contents, submission. */
import { formatDate, formatDateTime, formatNumber, tokyoDate } from '#kernel/dates.ts';
import { ref, shortId } from '#kernel/ids.ts';
import { colon, comma, type Lang } from '#kernel/lang.ts';
import { linkButton } from '#ui/button.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { keyValues } from '#ui/list.ts';
import { link, prose } from '#ui/prose.ts';
import { lastDay, type Round, roundName } from '../../rounds/index.ts';
import { correctionWords } from '../correction-words.ts';
import type { DocumentContent } from '../document.ts';
import { printWords } from '../print-words.ts';
import type { PublishedDocument } from '../queries.ts';
import { words } from '../words.ts';
import { errataHref, errataNotice } from './errata.ts';
import { proposalPart, statementPart, withdrawnPart, withdrawnTitle } from './parts.ts';
import { receiptSection } from './receipt.ts';

export interface DocumentProps {
  lang: Lang;
  /** scheme and host of the hub */
  origin: string;
  round: Round;
  document: PublishedDocument;
  content: DocumentContent;
}

/** Path of the document of a round. */
export function documentHref(roundId: string): string {
  return `/rounds/${shortId(roundId)}/document`;
}

export function documentHead({ lang, round, content }: DocumentProps): Html {
  const w = words(lang);
  return pageHead({
    above: roundName(round, lang),
    title: w.title(content.hub.name, content.number),
    lead: w.kind,
    meta: w.lead,
  });
}

export function documentFacts(props: DocumentProps): Html {
  const { lang, document, content } = props;
  const w = words(lang).cover;
  const { opinions, cited, annexed, hidden } = content.coverage;
  const editors = content.statement.editors.map((editor) => editor.name);
  return keyValues([
    [w.number, content.number],
    [w.publishedOn, formatDateTime(document.published_at, lang)],
    [w.cutOff, w.until(formatDate(lastDay(new Date(content.round.cutOff)), lang))],
    [w.proposals, w.proposalCount(formatNumber(content.proposals.length))],
    [w.opinions, w.opinionCount(formatNumber(opinions), formatNumber(cited), formatNumber(annexed))],
    [w.hidden, hidden > 0 && w.hiddenCount(formatNumber(hidden))],
    [w.editors, editors.length === 0 ? w.noEditors : editors.join(comma(lang))],
    [w.hash, html`<code>${document.sha256}</code>`],
  ]);
}

export function checkSection({ lang, origin, round, document }: DocumentProps): Html {
  const w = words(lang).cover;
  const json = `${origin}${documentHref(round.id)}.json`;
  return section({
    title: w.check,
    children: prose([
      html`<ol>${w.checkSteps.map((step) => html`<li>${step}</li>`)}</ol>`,
      html`<p>${w.command}${colon(lang)}<code>curl -s ${json} | sha256sum</code></p>`,
      html`<p>${link(`/proofs/document/${document.id}`, w.proof)}</p>`,
    ]),
  });
}

/** The cover's contents: each proposal with its statement has a page of its own. */
export function contentsSection(props: DocumentProps, inPage: boolean): Html {
  const { lang, round, content } = props;
  const w = words(lang).cover;
  const at = documentHref(round.id);
  const href = (proposal: { id: string; title: string }) =>
    inPage ? `#p-${shortId(proposal.id)}` : `${at}/${ref(proposal.id, proposal.title)}`;
  return section({
    title: w.contents,
    children: html`<ol>${content.proposals.map((proposal) => html`<li>${link(href(proposal), w.byProposal(proposal.title))}</li>`)}</ol>${
      content.withdrawn.length > 0 &&
      html`<ul><li>${link(inPage ? '#withdrawn' : `${at}/full#withdrawn`, withdrawnTitle(content.withdrawn, lang))}</li></ul>`
    }`,
  });
}

export function coverPage(props: DocumentProps, maySubmit: boolean, mayReceive: boolean): Html {
  const { lang, round } = props;
  const w = words(lang).cover;
  const at = documentHref(round.id);
  const { errata } = props.document;
  const c = correctionWords(lang);
  const record = mayReceive && linkButton({ text: c.receipt.record, href: `${at}/receipt/new`, small: true });
  return html`${errataNotice(errata, round.id, lang)}${documentFacts(props)}${contentsSection(props, false)}<ul class="inline-links"><li>${link(`${at}.pdf`, printWords(lang).link)}</li><li>${link(`${at}/full`, w.full)}</li><li>${link(
    `${at}.json`,
    w.json,
  )}</li><li>${link(`${at}.csv`, w.csv)}</li><li>${link(errataHref(round.id), c.errata.count(formatNumber(errata.length)))}</li></ul>${submissionSection(props, maySubmit)}${receiptSection(props, record)}${checkSection(props)}`;
}

export function submissionSection({ lang, round, document }: DocumentProps, maySubmit: boolean): Html {
  const w = words(lang).submission;
  const { submission } = document;
  return section({
    title: w.title,
    id: 'submission',
    act: maySubmit && linkButton({ text: w.record, href: `${documentHref(round.id)}/submission`, small: true }),
    children: submission
      ? keyValues([
          [w.by, submission.submitted_by],
          [w.to, link(`/actors/${ref(submission.received_by_id, submission.received_by)}`, submission.received_by)],
          [w.office, submission.received_office !== submission.received_by && submission.received_office],
          [w.on, formatDate(tokyoDate(submission.submitted_at), lang)],
        ])
      : html`<p>${w.none}</p>`,
  });
}

/** One proposal with the statement on it. */
export function proposalPage(props: DocumentProps, proposalId: string): Html | null {
  const { lang, round, content } = props;
  const w = words(lang);
  const index = content.proposals.findIndex((one) => one.id === proposalId);
  const proposal = content.proposals[index];
  if (!proposal) return null;
  const at = documentHref(round.id);
  const beside = (offset: number) => content.proposals[index + offset];
  const step = (one: { id: string; title: string } | undefined, text: (title: string) => string) =>
    one && html`<li>${link(`${at}/${ref(one.id, one.title)}`, text(one.title))}</li>`;
  return html`${pageHead({ above: w.title(content.hub.name, content.number), title: proposal.title })}${errataNotice(
    props.document.errata.filter((one) => one.proposal_id === proposal.id),
    round.id,
    lang,
  )}${whole(props, proposal.id)}<nav aria-label="${w.pages}"><ul class="links">${step(
    beside(-1),
    w.previous,
  )}${step(beside(1), w.next)}<li>${link(at, w.back)}</li><li>${link(`/proposals/${ref(proposal.id, proposal.title)}/trail`, w.now.trail)}</li></ul></nav>`;
}

/** Proposal and statement, one below the other; `full`: among others, so that their headings name the proposal. */
function whole({ lang, content }: DocumentProps, proposalId: string, full = false): Html {
  const w = words(lang);
  const proposal = content.proposals.find((one) => one.id === proposalId);
  const debate = content.statement.debates.find((one) => one.id === proposalId);
  return html`${
    proposal &&
    section({
      title: full ? `${w.kinds[proposal.kind]}${colon(lang)}${proposal.title}` : w.kinds[proposal.kind],
      id: `p-${shortId(proposal.id)}`,
      children: proposalPart(proposal, lang),
    })
  }${
    debate &&
    section({
      title: full ? w.statement.title(debate.title) : w.cover.statement,
      children: statementPart(debate, lang),
    })
  }`;
}

/** Everything on one page, for printing. */
export function fullPage(props: DocumentProps): Html {
  const { lang, content } = props;
  const w = words(lang);
  const known = new Set(content.proposals.map((proposal) => proposal.id));
  // What was said about a withdrawn proposal stays in the statement.
  const others = content.statement.debates.filter((debate) => !known.has(debate.id));
  return html`${errataNotice(props.document.errata, props.round.id, lang)}${documentFacts(props)}${contentsSection(props, true)}${content.proposals.map((proposal) => whole(props, proposal.id, true))}${
    content.withdrawn.length > 0 &&
    section({
      title: withdrawnTitle(content.withdrawn, lang),
      id: 'withdrawn',
      children: withdrawnPart(content.withdrawn, lang),
    })
  }${others.map((debate) =>
    section({ title: w.statement.title(debate.title), children: statementPart(debate, lang) }),
  )}${submissionSection(props, false)}${receiptSection(props, false)}${checkSection(props)}`;
}
