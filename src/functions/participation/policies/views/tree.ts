/** F10.3 The tree on one page. */
import { formatNumber } from '#kernel/dates.ts';
import { ref } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty, list, listHead, listItem } from '#ui/list.ts';
import { link } from '#ui/prose.ts';
import { flattened, type PolicyNode } from '../tree.ts';
import { words } from '../words.ts';

export function policyHref(policy: { id: string; title: string }): string {
  return `/policies/${ref(policy.id, policy.title)}`;
}

export function treePage(tree: readonly PolicyNode[], lang: Lang): Html {
  const w = words(lang);
  return html`${pageHead({ title: w.title, lead: w.lead })}${
    tree.length === 0
      ? empty({ title: w.empty, body: w.emptyTry })
      : html`${listHead({
          count: formatNumber(flattened(tree).length),
          data: [
            { href: '/policies.csv', text: 'CSV', type: 'text/csv' },
            { href: '/policies.json', text: 'JSON', type: 'application/json' },
          ],
        })}${tree.map((field) =>
          section({
            title: link(policyHref(field), `${field.code} ${field.title}`),
            ...(field.about ? { lead: field.about } : {}),
            children: html`<p class="meta">${factsLine(field, lang)}</p>${field.children.map((policy) => branch(policy, lang))}`,
          }),
        )}`
  }`;
}

function branch(policy: PolicyNode, lang: Lang): Html {
  return section({
    title: link(policyHref(policy), `${policy.code} ${policy.title}`),
    level: 3,
    children: html`<p class="meta">${factsLine(policy, lang)}</p>${policy.children.length > 0 && list(flattened(policy.children).map((node) => policyItem(node, lang)))}`,
  });
}

export function policyItem(node: PolicyNode, lang: Lang): Html {
  return listItem({
    title: `${node.code} ${node.title}`,
    href: policyHref(node),
    level: 4,
    ...(node.about ? { body: node.about } : {}),
    meta: factsLine(node, lang),
  });
}

/** 「担当課・提案・回答」, of the node and everything below it. */
export function factsLine(node: PolicyNode, lang: Lang): string {
  const w = words(lang);
  return [
    node.division_name ?? w.noDivision,
    w.proposals(formatNumber(node.total.proposals)),
    w.answers(formatNumber(node.total.answers)),
  ].join('・');
}
