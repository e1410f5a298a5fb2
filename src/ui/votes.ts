// One person, one voice on a sentence, changed or taken back at any time. The choices are neutral until one is chosen.

import { attrs, type Html, html, type Renderable } from './html.ts';

/** One thing one can choose. */
export type VoteOption = { value: string; text: string };

export type VoteButtonsProps = {
  /** Where the choice is posted, as `choice`. With Accept: application/json the answer is { ok, choice, message }. */
  action: string;
  /** What is chosen about, for screen readers: 「この感想について」 */
  label: string;
  options: readonly VoteOption[];
  /** The value chosen now. */
  chosen?: string | null;
  /** 取り消す: takes the choice back; posted as an empty choice. */
  takeBack: string;
  /** What was recorded, shown beside the buttons. */
  status?: string;
  /** Said when sending failed and the page is loaded afresh instead. */
  failed?: string;
  /** Why nobody, or not this reader, can choose now. */
  reason?: Renderable;
  fields?: Renderable;
};

/** The buttons to choose with. Works as a form; the island `vote-form` sends it without leaving the page. */
export function voteButtons(props: VoteButtonsProps): Html {
  const blocked = props.reason !== undefined;
  const chosen = props.chosen ?? '';
  return html`<vote-form${attrs({ 'data-failed': props.failed })}><form class="vote" method="post"${attrs({ action: props.action })}>${props.fields}<div class="vote-options" role="group" aria-label="${props.label}">${props.options.map(
    (option) =>
      html`<button${attrs({ type: 'submit', class: 'vote-button', name: 'choice', value: option.value, 'aria-pressed': option.value === chosen, disabled: blocked })}><span class="vote-mark" aria-hidden="true"></span><span>${option.text}</span></button>`,
  )}</div>${
    blocked
      ? html`<p class="blocked-reason">${props.reason}</p>`
      : html`<div class="vote-after"><button${attrs({ type: 'submit', class: 'vote-back', name: 'choice', value: '', hidden: chosen === '' })}>${props.takeBack}</button><span class="vote-status" role="status">${props.status}</span></div>`
  }</form></vote-form>`;
}

/** One part of a vote bar. Agree is solid, disagree striped, pass light: told apart without colour. */
export type VotePart = {
  tone: 'agree' | 'disagree' | 'pass';
  text: string;
  count: number /** 「52 %」 */;
  share: string;
};

export type VoteBarProps = {
  /** What is counted, e.g. 「217人がえらびました」 */
  label: string;
  parts: readonly VotePart[];
  /** Words of a part with its number: e.g. (part) => 「そう思う 112人（52 %）」 */
  say: (part: VotePart) => string;
};

/** A bar of shares with the same numbers in words below. */
export function voteBar(props: VoteBarProps): Html {
  const total = props.parts.reduce((sum, part) => sum + part.count, 0);
  let at = 0;
  const shapes = props.parts.map((part) => {
    if (part.count === 0) return null;
    const width = Math.round((part.count / total) * 10_000) / 100;
    const x = Math.round(at * 100) / 100;
    at += width;
    return html`<svg x="${x}%" width="${width}%" height="100%"><rect class="part-${part.tone}" width="100%" height="100%"/>${
      part.tone === 'disagree' && html`<line class="part-stripes" x1="0" y1="50%" x2="100%" y2="50%"/>`
    }</svg>`;
  });
  return html`<div class="vote-bar"><p class="vote-bar-label">${props.label}</p>${
    total > 0 &&
    html`<svg class="vote-bar-picture" width="100%" height="14" aria-hidden="true" focusable="false">${shapes}</svg>`
  }<ul class="vote-bar-parts">${props.parts.map(
    (part) =>
      html`<li class="vote-part vote-part-${part.tone}"><span class="vote-part-mark" aria-hidden="true"></span>${props.say(part)}</li>`,
  )}</ul></div>`;
}
