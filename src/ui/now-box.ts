// "What can I do here now": first on every page that has a state. What is open, until when; what is closed, disabled with its reason.

import { actButton, type ButtonTone, linkButton } from './button.ts';
import { type Html, html, type Renderable } from './html.ts';
import type { IconName } from './icons.ts';

export type NowAct = {
  text: string;
  /** A page or form this leads to, or … */
  href?: string;
  /** … the address this act is posted to, with hidden `fields`. */
  action?: string;
  fields?: Renderable;
  tone?: ButtonTone;
  icon?: IconName;
  /** Until when, how far: 「12月4日まで」「あなたは 21 / 63」 */
  note?: Renderable;
  /** Why not now. */
  reason?: string;
};

export type NowBoxProps = {
  title: string;
  /** The present state in words or a chip, beside the title. */
  state?: Renderable;
  acts: readonly NowAct[];
  /** Said below the acts, or instead of them when there are none. */
  note?: Renderable;
};

const act = (item: NowAct, first: boolean): Html => {
  const tone = item.tone ?? (first && item.reason === undefined ? 'main' : 'plain');
  const { text, reason, icon } = item;
  const shown =
    item.action === undefined
      ? linkButton({ text, reason, icon, tone, href: item.href ?? '#' })
      : actButton({ text, reason, icon, tone, action: item.action, fields: item.fields });
  return html`<li>${shown}${item.note !== undefined && html`<p class="now-note">${item.note}</p>`}</li>`;
};

/** The box of acts. The first open act is the green one. */
export function nowBox(props: NowBoxProps): Html {
  const firstOpen = props.acts.findIndex((item) => item.reason === undefined);
  return html`<section class="now-box"><div class="now-head"><h2>${props.title}</h2>${props.state}</div>${
    props.acts.length > 0 && html`<ul>${props.acts.map((item, index) => act(item, index === firstOpen))}</ul>`
  }${props.note !== undefined && html`<div class="now-foot">${props.note}</div>`}</section>`;
}
