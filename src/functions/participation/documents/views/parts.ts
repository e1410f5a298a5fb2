/** F9.6 The parts of the document: a proposal as it was frozen, the statement on it, its annex, what was withdrawn. */
import { kindWord } from '#commons/hubs/index.ts';
import { formatDate, formatNumber } from '#kernel/dates.ts';
import { ref, shortId } from '#kernel/ids.ts';
import { colon, type Lang } from '#kernel/lang.ts';
import { actor } from '#ui/actor.ts';
import { chip } from '#ui/chip.ts';
import { type Html, html } from '#ui/html.ts';
import { keyValues, list } from '#ui/list.ts';
import { link, paragraphs, prose } from '#ui/prose.ts';
import { voice } from '#ui/thread.ts';
import { sectionName } from '../../answers/index.ts';
import { frozenFiles } from '../../proposals/index.ts';
import { draftTold } from '../../statement/index.ts';
import type {
  DocumentDebate,
  DocumentObjection,
  DocumentOpinion,
  DocumentPoint,
  DocumentProposal,
  DocumentWithdrawal,
  Named,
} from '../document.ts';
import { opinionMark } from '../opinion-mark.ts';
import { words } from '../words.ts';

/** Names as they were chosen; not linked, since a document ties nobody's acts together. */
export function named(by: Named, lang: Lang): Html {
  return actor({ kind: by.kind, name: by.name, kindText: kindWord(lang, by.kind) });
}

export function proposalPart(proposal: DocumentProposal, lang: Lang): Html {
  const w = words(lang);
  const texts = [
    [w.proposal.problem, proposal.problem],
    [w.proposal.proposal, proposal.proposal],
    [w.proposal.effect, proposal.effect],
    [w.proposal.roles, proposal.roles],
    [w.proposal.cost, proposal.cost],
    [w.proposal.area, proposal.area],
  ] as const;
  const { opinions, votes, voters } = proposal.debate;
  const version = w.proposal.meta(
    w.kinds[proposal.kind],
    proposal.version,
    formatDate(new Date(proposal.writtenAt), lang),
  );
  return prose([
    html`<p class="meta">${version}</p>`,
    keyValues([
      [w.proposal.by, named(proposal.by, lang)],
      [
        w.proposal.with,
        proposal.with && html`<ul>${proposal.with.map((one) => html`<li>${named(one, lang)}</li>`)}</ul>`,
      ],
      [w.proposal.policy, proposal.policy && `${proposal.policy.code} ${proposal.policy.title}`],
      [w.proposal.debate, w.proposal.counts(formatNumber(opinions), formatNumber(votes), formatNumber(voters))],
    ]),
    texts.filter(([, text]) => text !== '').map(([title, text]) => html`<h3>${title}</h3>${paragraphs(text)}`),
    frozenFiles(proposal.files ?? [], lang),
    html`<p>${link(`/proposals/${ref(proposal.id, proposal.title)}`, w.proposal.live)}</p>`,
  ]);
}

/** The statement on one proposal, with its annex. */
export function statementPart(debate: DocumentDebate, lang: Lang): Html {
  const w = words(lang).statement;
  const numbers = new Map(debate.sections.flatMap(({ points }) => points).map((point, index) => [point.id, index + 1]));
  return prose([
    debate.sections.length === 0 && html`<p>${w.none}</p>`,
    debate.sections.map(({ section, points }) => [
      html`<h3>${sectionName(section, lang)}</h3>`,
      points.map((point) => pointPart(point, numbers.get(point.id) ?? 0, lang)),
    ]),
    debate.annex.length > 0 && annexPart(debate, lang),
    debate.formerObjections.length > 0 && html`<h3>${w.former}</h3>${objections(debate.formerObjections, lang)}`,
    debate.hidden.count > 0 && hiddenPart(debate, lang),
  ]);
}

function pointPart(point: DocumentPoint, number: number, lang: Lang): Html {
  const w = words(lang).statement;
  const id = shortId(point.id);
  return html`<article class="prose" id="point-${id}"><h4>${w.point(formatNumber(number))}</h4>${paragraphs(point.text)}${draftedLine(point, lang)}<p class="meta">${w.cites}</p>${list(
    point.opinions.map((opinion) => opinionPart(opinion, id, lang)),
  )}${point.objections.length > 0 && html`<p class="meta">${w.objections}</p>${objections(point.objections, lang)}`}</article>`;
}

function draftedLine({ drafted }: DocumentPoint, lang: Lang): Html | null {
  if (!drafted) return null;
  const { how, confirmedBy: by, confirmedAt } = drafted;
  return html`<p class="meta">${draftTold({ how, by, at: new Date(confirmedAt) }, lang)}</p>`;
}

/** `within` keeps anchors apart where two points quote one opinion. */
function opinionPart(opinion: DocumentOpinion, within: string, lang: Lang): Html {
  const w = words(lang).statement;
  if (!opinion.by) return html`<p>${opinionMark(opinion, lang)}${colon(lang)}${w.gone}</p>`;
  const { agree, disagree, pass } = opinion.counts;
  return voice({
    id: `${within}-${shortId(opinion.id)}`,
    actor: { kind: opinion.by.kind, name: opinion.by.name, kindText: kindWord(lang, opinion.by.kind) },
    marks: html`${chip('info', opinionMark(opinion, lang), false)}${
      opinion.sameText && chip('info', w.sameText(formatNumber(opinion.sameText)))
    }`,
    body: html`${paragraphs(opinion.text)}${opinion.amendment && html`<p>${w.amendment}${colon(lang)}${opinion.amendment}</p>`}`,
    ...(opinion.reason === '' ? {} : { reason: paragraphs(opinion.reason) }),
    ...(opinion.kind === 'opinion'
      ? { votes: html`<p class="meta">${w.votes(formatNumber(agree), formatNumber(disagree), formatNumber(pass))}</p>` }
      : {}),
  });
}

function annexPart(debate: DocumentDebate, lang: Lang): Html {
  const w = words(lang).statement;
  return html`<h3>${w.annex}</h3>${list(
    debate.annex.map(({ opinion, reason, objections: raised }) =>
      prose([
        opinionPart(opinion, 'annex', lang),
        html`<p>${w.annexReason}${colon(lang)}${reason}</p>`,
        raised.length > 0 && objections(raised, lang),
      ]),
    ),
  )}`;
}

function objections(raised: readonly DocumentObjection[], lang: Lang): Html {
  const w = words(lang).statement;
  return list(
    raised.map((objection) =>
      prose([
        html`<p>${w.number(objection.opinionNumber)} ${named(objection.by, lang)}</p>`,
        paragraphs(objection.text),
        objection.resolution &&
          html`<p>${w.resolution[objection.resolution]}${objection.reply !== '' && html`：${objection.reply}`}</p>`,
      ]),
    ),
  );
}

function hiddenPart(debate: DocumentDebate, lang: Lang): Html {
  const w = words(lang).statement;
  return html`<p>${w.hidden(formatNumber(debate.hidden.count))}</p><ul>${debate.hidden.reasons.map(
    ({ reason, count }) => html`<li>${reason ?? w.noReason} ${formatNumber(count)}</li>`,
  )}</ul>`;
}

export function withdrawnPart(withdrawn: readonly DocumentWithdrawal[], lang: Lang): Html {
  const w = words(lang).proposal;
  return html`<ul>${withdrawn.map(
    (one) =>
      html`<li><p><strong>${one.title}</strong> ${named(one.by, lang)} ${(one.mergedInto ? w.mergedOn : w.withdrawnOn)(
        formatDate(new Date(one.withdrawnAt), lang),
      )}</p>${one.mergedInto && html`<p>${w.mergedInto(one.mergedInto.title)}</p>`}${paragraphs(one.reason)}</li>`,
  )}</ul>`;
}

/** What to call those that were not submitted by themselves: taken back, merged, or both. */
export function withdrawnTitle(withdrawn: readonly DocumentWithdrawal[], lang: Lang): string {
  const w = words(lang).cover;
  const merged = withdrawn.filter((one) => one.mergedInto).length;
  return merged === 0 ? w.withdrawn : merged === withdrawn.length ? w.merged : w.withdrawnOrMerged;
}
