import type { Lang } from '#kernel/lang.ts';
import { button } from '#ui/button.ts';
import { form, hidden } from '#ui/fields.ts';
import { attrs, type Html, html, type Renderable } from '#ui/html.ts';
import { safetyWords } from '../safety-words.ts';

export interface PasskeyButtonProps {
  lang: Lang;
  /** what the device is asked to do: show a passkey it has, or make one */
  does: 'show' | 'make';
  /** where the challenge comes from, and where the answer goes to */
  challenge: string;
  action: string;
  text: string;
  tone?: 'main' | 'plain';
  /** a field of the sign-in form may offer passkeys by itself */
  offers?: boolean;
  /** fields that go along */
  fields?: Renderable;
  /** shown where the browser can't do it; without it there is nothing then */
  unsupported?: string;
}

/** The island fills the answer in and sends the form; without it there is only the sentence that says why not. */
export function passkeyButton(props: PasskeyButtonProps): Html {
  const w = safetyWords(props.lang).passkeys;
  return html`<passkey-button${attrs({
    'data-does': props.does,
    'data-challenge': props.challenge,
    'data-offers': props.offers === true ? 'yes' : undefined,
    'data-failed': props.does === 'show' ? w.notShown : w.failed,
    'data-known': props.does === 'make' ? w.known : undefined,
  })}>${props.unsupported !== undefined && html`<p data-unsupported>${props.unsupported}</p>`}<div data-ready hidden>${form(
    {
      action: props.action,
      label: props.text,
      children: [props.fields, hidden('response', '')],
      buttons: button({ text: props.text, tone: props.tone ?? 'plain', icon: 'lock' }),
    },
  )}</div><p role="status"></p></passkey-button>`;
}
