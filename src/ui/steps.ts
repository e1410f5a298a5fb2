// The steps of something that moves by the clock: done, now, next. A line on a wide screen, a column on a phone.

import { type Html, html, type Renderable, url } from './html.ts';
import { icon } from './icons.ts';

export type Step = {
  text: string;
  state: 'done' | 'now' | 'next';
  /** 11月1日〜12月4日 */
  dates?: Renderable;
  /** What is left of the present step: あと12日 */
  left?: string;
  href?: string;
};

export type StepsProps = {
  /** Name of the list for screen readers. */
  label: string;
  steps: readonly Step[];
  /** The three states in words, read by screen readers; `now` is also shown. */
  words: { done: string; now: string; next: string };
};

/** A period breaks after its 〜 and nowhere else, so that narrow columns show whole dates. */
function whole(dates: Renderable): Renderable {
  if (typeof dates !== 'string' || !dates.includes('〜')) return dates;
  return dates.split(/(?<=〜)/).map((part) => html`<span>${part}</span>`);
}

/** The steps line. */
export function steps(props: StepsProps): Html {
  return html`<div class="steps"><ol aria-label="${props.label}">${props.steps.map((step, index) => {
    const name = step.href === undefined ? step.text : html`<a href="${url(step.href)}">${step.text}</a>`;
    return html`<li class="step step-${step.state}"${step.state === 'now' && html` aria-current="step"`}><span class="step-mark" aria-hidden="true">${
      step.state === 'done' ? icon('check') : index + 1
    }</span><span class="step-text"><span class="step-name">${name}</span>${
      step.state === 'now'
        ? html`<span class="step-now">${props.words.now}</span>`
        : html`<span class="visually-hidden">${props.words[step.state]}</span>`
    }${step.dates !== undefined && html`<span class="step-dates">${whole(step.dates)}</span>`}${
      step.left !== undefined && html`<strong class="step-left">${step.left}</strong>`
    }</span></li>`;
  })}</ol></div>`;
}
