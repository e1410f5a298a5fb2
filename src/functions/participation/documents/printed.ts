/** F9.6 The document as it is printed: cover, proposals as they stood at the cut-off, statement, every opinion whole, errata, editors. Pure. */
import type { Block, Booklet, Fact } from '#channels/pdf/print.ts';
import type { Picture } from '#commons/opinion-map/index.ts';
import { formatDate, formatDateTime, formatNumber } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import { lastDay, roundName } from '../rounds/index.ts';
import { correctionWords } from './correction-words.ts';
import type { DocumentProposal } from './document.ts';
import type { ShownErratum } from './erratum.ts';
import { printWords } from './print-words.ts';
import { heading, label, nameOf, paragraphs } from './printed-parts.ts';
import { annexBlocks, statementBlocks } from './printed-statement.ts';
import { type DocumentProps, documentHref } from './views/cover.ts';
import { errataHref } from './views/errata.ts';
import { withdrawnTitle } from './views/parts.ts';
import { words } from './words.ts';

/** The same document, errata, maps and language always give the same print. `maps` by debate. */
export function printed(props: DocumentProps, maps: ReadonlyMap<string, Picture> = new Map()): Booklet {
  const { lang, content, document } = props;
  const w = words(lang);
  const p = printWords(lang);
  const title = w.title(content.hub.name, content.number);
  const { debates } = content.statement;
  return {
    lang: 'ja',
    labels: lang === 'en' ? 'en' : 'ja',
    title,
    date: document.published_at.toISOString(),
    runningHead: label(title),
    cover: cover(props),
    contents: label(w.cover.contents),
    blocks: [
      heading(1, label(p.proposals)),
      ...content.proposals.flatMap((one) => proposalBlocks(one, lang)),
      ...withdrawnBlocks(props),
      heading(1, label(p.statement)),
      ...debates.flatMap((debate) => statementBlocks(debate, maps.get(debate.id), lang)),
      heading(1, label(p.annex)),
      { kind: 'text', text: label(p.annexLead) },
      ...debates.flatMap((debate) => annexBlocks(debate, lang)),
      ...errataBlocks(props),
      ...signedBlocks(props),
    ],
    codePoints: { heading: label(p.codePoints), text: label(p.codePointsText) },
  };
}

function cover({ lang, origin, round, content, document }: DocumentProps): Booklet['cover'] {
  const w = words(lang);
  const p = printWords(lang);
  const { opinions, cited, annexed, hidden } = content.coverage;
  const fact = (name: string, value: string): Fact => ({ label: label(name), values: [label(value)] });
  const { errata } = document;
  const editors = content.statement.editors.map((editor) => editor.name);
  return {
    above: label(roundName(round, lang)),
    title: label(w.title(content.hub.name, content.number)),
    lead: label(w.kind),
    facts: [
      fact(w.cover.number, content.number),
      fact(w.cover.publishedOn, formatDateTime(document.published_at, lang)),
      editors.length === 0
        ? fact(w.cover.editors, w.cover.noEditors)
        : { label: label(w.cover.editors), values: [editors.join('、')] },
      fact(w.cover.cutOff, w.cover.until(formatDate(lastDay(new Date(content.round.cutOff)), lang))),
      fact(w.cover.proposals, w.cover.proposalCount(formatNumber(content.proposals.length))),
      fact(w.cover.opinions, w.cover.opinionCount(formatNumber(opinions), formatNumber(cited), formatNumber(annexed))),
      ...(hidden > 0 ? [fact(w.cover.hidden, w.cover.hiddenCount(formatNumber(hidden)))] : []),
      fact(w.cover.hash, document.sha256),
    ],
    notes: [
      label(w.lead),
      ...(errata.length > 0 ? [label(correctionWords(lang).errata.notice(formatNumber(errata.length)))] : []),
      label(p.webPage(`${origin}${documentHref(round.id)}`)),
    ],
  };
}

function proposalBlocks(proposal: DocumentProposal, lang: Lang): Block[] {
  const w = words(lang);
  const p = printWords(lang);
  const { opinions, votes, voters } = proposal.debate;
  const written = dayOf(proposal.writtenAt, lang);
  const facts: Fact[] = [{ label: label(w.proposal.by), values: [nameOf(proposal.by, lang)] }];
  if (proposal.with) {
    facts.push({ label: label(w.proposal.with), values: proposal.with.map((one) => nameOf(one, lang)) });
  }
  if (proposal.policy) {
    facts.push({ label: label(w.proposal.policy), values: [`${proposal.policy.code} ${proposal.policy.title}`] });
  }
  const counts = w.proposal.counts(formatNumber(opinions), formatNumber(votes), formatNumber(voters));
  facts.push({ label: label(w.proposal.debate), values: [label(counts)] });
  const texts = [
    [w.proposal.problem, proposal.problem],
    [w.proposal.proposal, proposal.proposal],
    [w.proposal.effect, proposal.effect],
    [w.proposal.roles, proposal.roles],
    [w.proposal.cost, proposal.cost],
    [w.proposal.area, proposal.area],
  ] as const;
  const files = proposal.files ?? [];
  return [
    heading(2, proposal.title),
    { kind: 'text', small: true, text: label(w.proposal.meta(w.kinds[proposal.kind], proposal.version, written)) },
    { kind: 'facts', facts },
    ...texts
      .filter(([, text]) => text !== '')
      .flatMap(([name, text]): Block[] => [heading(3, label(name)), ...paragraphs(text)]),
    ...(files.length === 0
      ? []
      : [
          heading(3, label(p.files)),
          { kind: 'list' as const, items: files.map((file) => `${file.title}\nSHA-256 ${file.sha256}`) },
        ]),
  ];
}

function dayOf(instant: string, lang: Lang): string {
  return formatDate(new Date(instant), lang);
}

function withdrawnBlocks({ lang, content }: DocumentProps): Block[] {
  if (content.withdrawn.length === 0) return [];
  const w = words(lang);
  return [
    heading(1, label(withdrawnTitle(content.withdrawn, lang))),
    ...content.withdrawn.flatMap((one): Block[] => [
      heading(2, one.title),
      {
        kind: 'facts',
        facts: [
          { label: label(w.proposal.by), values: [nameOf(one.by, lang)] },
          {
            label: label((one.mergedInto ? w.proposal.mergedOn : w.proposal.withdrawnOn)(dayOf(one.withdrawnAt, lang))),
            values: [...(one.mergedInto ? [w.proposal.mergedInto(one.mergedInto.title)] : []), one.reason],
          },
        ],
      },
    ]),
  ];
}

function errataBlocks({ lang, origin, round, document }: DocumentProps): Block[] {
  const p = printWords(lang);
  const { errata } = document;
  return [
    heading(1, label(p.errata)),
    { kind: 'text', text: label(errata.length === 0 ? p.noErrata : p.errataLead(formatNumber(errata.length))) },
    ...errata.flatMap((one) => erratumBlocks(one, lang)),
    { kind: 'text', small: true, text: label(p.errataAt(`${origin}${errataHref(round.id)}`)) },
  ];
}

function erratumBlocks(one: ShownErratum, lang: Lang): Block[] {
  const w = correctionWords(lang).errata;
  const part = w.parts[one.part];
  const fact = (name: string, value: Fact['values'][number]): Fact => ({ label: label(name), values: [value] });
  return [
    heading(2, label(w.number(one.number))),
    {
      kind: 'facts',
      facts: [
        fact(w.part, one.proposal_title === null ? label(part) : w.of(part, one.proposal_title)),
        fact(w.place, one.place),
        fact(w.wrong, one.wrong),
        fact(w.right, one.corrected === '' ? label(w.leftOut) : one.corrected),
        fact(w.reason, one.reason),
        fact(w.by, nameOf({ kind: one.actor_kind, name: one.actor_name }, lang)),
        fact(w.on, label(dayOf(one.recorded_at, lang))),
      ],
    },
  ];
}

function signedBlocks({ lang, origin, round, content, document }: DocumentProps): Block[] {
  const w = words(lang).cover;
  const p = printWords(lang);
  const { editors } = content.statement;
  return [
    heading(1, label(p.signed)),
    { kind: 'text', text: label(editors.length === 0 ? w.noEditors : p.signedLead) },
    ...(editors.length === 0 ? [] : [{ kind: 'list' as const, items: editors.map(({ name }) => name) }]),
    heading(2, label(p.check)),
    {
      kind: 'facts',
      facts: [
        { label: label(w.json), values: [`${origin}${documentHref(round.id)}.json`] },
        { label: label(w.hash), values: [document.sha256] },
      ],
    },
    { kind: 'steps', items: w.checkSteps.map(label) },
  ];
}
