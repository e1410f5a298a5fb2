/** F10.3, F9.8 A policy: proposals and answers tied to it, budget lines and steps, and backwards the voices behind them. */
import { kindWord } from '#commons/hubs/index.ts';
import { formatDate, formatYen, tokyoDate } from '#kernel/dates.ts';
import { ref } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { actor } from '#ui/actor.ts';
import { linkButton } from '#ui/button.ts';
import { chips } from '#ui/chip.ts';
import { section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { keyValues, list, listItem } from '#ui/list.ts';
import { pager } from '#ui/pager.ts';
import { link, paragraphs, prose } from '#ui/prose.ts';
import { table } from '#ui/table.ts';
import { answerChip, answerHref, type PolicyAnswer, voicesList } from '../../answers/index.ts';
import { planHref, planStageName } from '../../plans/index.ts';
import { reflectionChip, standing, stepName } from '../../reflection/index.ts';
import type { TiedProposal } from '../queries.ts';
import { flattened, type PolicyNode } from '../tree.ts';
import { words } from '../words.ts';
import { factsLine, policyHref, policyItem } from './tree.ts';

export interface PolicyProps {
  lang: Lang;
  /** from the root to the policy itself */
  path: readonly PolicyNode[];
  node: PolicyNode;
  proposals: readonly TiedProposal[];
  moreProposals: boolean;
  answers: readonly PolicyAnswer[];
  moreAnswers: boolean;
  /** of the addresses this page was asked with */
  before: { proposals: string | null; answers: string | null };
}

export function policyHead(node: PolicyNode, lang: Lang): Html {
  const w = words(lang);
  return html`<div class="above-title">${w.kinds[node.kind]}</div><h1>${node.code} ${node.title}</h1><div class="meta">${factsLine(node, lang)}</div>`;
}

export function policyPage(props: PolicyProps): Html {
  const { lang, node, path } = props;
  const w = words(lang);
  const above = path.slice(0, -1).map((one) => html`${link(policyHref(one), `${one.code} ${one.title}`)}<br>`);
  const facts = keyValues([
    [w.parent, above.length > 0 && above],
    [w.division, division(node, lang)],
  ]);
  const children =
    node.children.length > 0 &&
    section({ title: w.children, children: list(node.children.map((child) => policyItem(child, lang))) });
  return html`${section({ title: w.about, children: prose([node.about !== '' && paragraphs(node.about), facts]) })}${children}${plansSection(props)}${proposalsSection(props)}${answersSection(props)}${budgetSection(props)}`;
}

function division(node: PolicyNode, lang: Lang): Html | string {
  const { division_id, division_name } = node;
  if (!division_id || !division_name) return words(lang).noDivision;
  const kindText = kindWord(lang, 'division');
  return actor({ kind: 'division', name: division_name, kindText, href: `/actors/${ref(division_id, division_name)}` });
}

/** Plans of the policy and of everything below it. */
function plansSection({ lang, node }: PolicyProps): Html | false {
  const w = words(lang);
  const plans = flattened([node]).flatMap((one) => one.plans);
  return (
    plans.length > 0 &&
    section({
      title: w.plans,
      children: list(
        plans.map((plan) =>
          listItem({
            title: plan.title,
            href: planHref(plan),
            meta: plan.ended_at
              ? w.planEnded
              : plan.decided_at
                ? w.planDecided
                : w.planStage(planStageName(plan.stage, lang)),
          }),
        ),
      ),
    })
  );
}

function proposalsSection({ lang, node, proposals, moreProposals, before }: PolicyProps): Html {
  const w = words(lang);
  return section({
    title: w.tied,
    act: linkButton({ text: w.propose, href: '/proposals/new', small: true }),
    children: html`${
      proposals.length === 0
        ? html`<p>${w.noProposals}</p>`
        : list(
            proposals.map((proposal) =>
              listItem({
                title: proposal.title,
                href: `/proposals/${ref(proposal.id, proposal.title)}`,
                above: chips([answerChip(proposal.answer_kind, lang)]) ?? undefined,
                meta: `${w.proposalKinds[proposal.kind]}・${proposal.actor_name}・${formatDate(tokyoDate(proposal.published_at), lang)}`,
              }),
            ),
          )
    }${pages(node, lang, 'proposals', before.proposals, moreProposals ? proposals.at(-1)?.id : undefined)}`,
  });
}

function answersSection({ lang, node, answers, moreAnswers, before }: PolicyProps): Html {
  const w = words(lang);
  return section({
    title: w.answered,
    children: html`${
      answers.length === 0 ? html`<p>${w.noAnswers}</p>` : list(answers.map((answer) => answered(answer, lang)))
    }${pages(node, lang, 'answers', before.answers, moreAnswers ? answers.at(-1)?.id : undefined)}`,
  });
}

function answered(answer: PolicyAnswer, lang: Lang): Html {
  const w = words(lang);
  return listItem({
    title: answer.body ?? answer.title,
    href: answerHref(answer, answer.title),
    above: chips([answerChip(answer.kind, lang), reflectionChip(answer.steps, lang)]) ?? undefined,
    body: prose([paragraphs(answer.reason), voicesList(answer.voices, lang)]),
    meta: html`${answer.division_name}・${formatDate(answer.decided_on, lang)}・${link(`/proposals/${ref(answer.debate_id, answer.title)}/trail`, w.trail)}`,
  });
}

/** Every step that stands, newest first: from a budget line to the answer, and from there to the voices. */
function budgetSection({ lang, answers }: PolicyProps): Html | null {
  const w = words(lang);
  const lines = answers
    .flatMap((answer) => standing(answer.steps).map((step) => ({ answer, step })))
    .toSorted((a, b) => (a.step.happened_on < b.step.happened_on ? 1 : -1));
  if (lines.length === 0) return null;
  const { columns } = w;
  return section({
    title: w.budget,
    children: table({
      caption: w.budget,
      captionHidden: true,
      columns: [
        { text: columns.date },
        { text: columns.step },
        { text: columns.line },
        { text: columns.amount, number: true },
        { text: columns.evidence },
        { text: columns.answer },
      ],
      rows: lines.map(({ answer, step }) => [
        formatDate(step.happened_on, lang),
        stepName(step.step, lang),
        step.budget_line,
        step.amount_yen === null ? '' : formatYen(step.amount_yen, lang),
        step.link ? link(step.link, step.document || step.link) : `${step.document} ${step.page}`.trim(),
        link(answerHref(answer, answer.title), w.see),
      ]),
      note: w.budgetNote,
    }),
  });
}

function pages(
  node: PolicyNode,
  lang: Lang,
  name: 'proposals' | 'answers',
  before: string | null,
  last: string | undefined,
): Html | null {
  const w = words(lang);
  const at = policyHref(node);
  return pager({
    label: w.pages,
    ...(before ? { previous: { href: at, text: w.first } } : {}),
    ...(last ? { next: { href: `${at}?${name}=${last}`, text: w.next } } : {}),
  });
}
