// Buttons say the act. A blocked act is shown disabled with its reason, never hidden.

import { attrs, type Html, html, type Renderable } from './html.ts';
import { type IconName, icon } from './icons.ts';

/** main: the one act of the page, green filled · plain: outlined · quiet: words only · support: giving, orange · danger: black, for what can't be undone (red says overdue or error, nothing else). */
export type ButtonTone = 'main' | 'plain' | 'quiet' | 'support' | 'danger';

export type ButtonProps = {
  text: Renderable;
  tone?: ButtonTone;
  icon?: IconName;
  small?: boolean;
  /** Why the act is not possible now (「受付は1月10日からです」). Makes the button disabled and shows the reason below it. */
  reason?: string;
};

const classOf = (props: ButtonProps): string =>
  `button button-${props.tone ?? 'plain'}${props.small === true ? ' button-small' : ''}`;

const inside = (props: ButtonProps): Html => html`${props.icon !== undefined && icon(props.icon)}${props.text}`;

function blocked(props: ButtonProps): Html {
  return html`<span class="blocked"><button type="button" class="${classOf(props)}" disabled>${inside(props)}</button><span class="blocked-reason">${props.reason}</span></span>`;
}

/** A button in a form. type submit by default; `name` and `value` go with the form. */
export function button(
  props: ButtonProps & {
    type?: 'submit' | 'button';
    name?: string;
    value?: string;
    formaction?: string;
    form?: string;
  },
): Html {
  if (props.reason !== undefined) return blocked(props);
  return html`<button${attrs({
    type: props.type ?? 'submit',
    class: classOf(props),
    name: props.name,
    value: props.value,
    formaction: props.formaction,
    form: props.form,
  })}>${inside(props)}</button>`;
}

/** A link that looks like a button: it leads to a form or a page, it changes nothing itself. */
export function linkButton(props: ButtonProps & { href: string }): Html {
  if (props.reason !== undefined) return blocked(props);
  return html`<a${attrs({ class: classOf(props), href: props.href })}>${inside(props)}</a>`;
}

/** One act as a form of one button, e.g. 取り消す. `fields` are hidden inputs. */
export function actButton(props: ButtonProps & { action: string; fields?: Renderable }): Html {
  if (props.reason !== undefined) return blocked(props);
  return html`<form class="act-form" method="post"${attrs({ action: props.action })}>${props.fields}${button(props)}</form>`;
}

/** Buttons side by side, stacked on a phone. */
export function buttons(...items: readonly Renderable[]): Html {
  return html`<div class="buttons">${items}</div>`;
}
