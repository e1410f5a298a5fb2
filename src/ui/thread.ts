// What somebody said, and what others said to it. A voice is one block: who, when, the words, what one can do with it.

import { type ActorProps, actor } from './actor.ts';
import { type Html, html, type Renderable, url } from './html.ts';
import { icon } from './icons.ts';
import { time, type When } from './prose.ts';

export type VoiceProps = {
  /** Anchor of this voice in the page. */
  id: string;
  actor: ActorProps;
  when?: When;
  /** Chips or words beside the name: edited, a position, a statement of fact. */
  marks?: Renderable;
  /** A quoted voice this one answers. */
  quote?: Renderable;
  /** The words, escaped text or paragraphs. Html of several blocks is allowed. */
  body: Renderable;
  /** Reason, explanation: set smaller, below the words. */
  reason?: Renderable;
  /** Buttons to vote with, a bar of shares. */
  votes?: Renderable;
  /** Links: reply (with count), history, report. */
  acts?: readonly { href: string; text: string }[];
  /** Apart from the voices of persons: an organisation's position, a statement of fact. */
  kind?: 'position' | 'fact';
  /** Shown instead of the words when they are hidden or withdrawn. */
  gone?: Renderable;
};

/** One voice. */
export function voice(props: VoiceProps): Html {
  return html`<article class="voice${props.kind !== undefined && ` voice-${props.kind}`}" id="${props.id}"><header class="voice-head">${actor(props.actor)}${
    props.when !== undefined && html`<a class="voice-when" href="#${props.id}">${time(props.when)}</a>`
  }${props.marks !== undefined && html`<span class="voice-marks">${props.marks}</span>`}</header>${
    props.quote !== undefined && html`<blockquote class="voice-quote">${props.quote}</blockquote>`
  }${
    props.gone === undefined
      ? html`<div class="voice-body">${props.body}</div>${props.reason !== undefined && html`<div class="voice-reason">${props.reason}</div>`}`
      : html`<p class="voice-gone">${props.gone}</p>`
  }${props.votes}${
    props.acts !== undefined &&
    props.acts.length > 0 &&
    html`<ul class="voice-acts">${props.acts.map((act) => html`<li><a href="${url(act.href)}">${act.text}</a></li>`)}</ul>`
  }</article>`;
}

export type ThreadProps = {
  voice: VoiceProps;
  /** Replies, oldest first. Deeper ones are shown on the same level with a quote. */
  replies?: readonly VoiceProps[];
  /** Name of the list of replies: 「返信 4件」 */
  repliesLabel?: string;
  /** Link to the rest when only some are shown, or to the form. */
  more?: { href: string; text: string };
  /** A form at the end. */
  form?: Renderable;
};

/** A voice with its replies. */
export function thread(props: ThreadProps): Html {
  const replies = props.replies ?? [];
  return html`<div class="thread">${voice(props.voice)}${
    (replies.length > 0 || props.more !== undefined || props.form !== undefined) &&
    html`<div class="replies">${
      replies.length > 0 &&
      html`${props.repliesLabel !== undefined && html`<p class="replies-label">${icon('reply')}${props.repliesLabel}</p>`}<ol>${replies.map((reply) => html`<li>${voice(reply)}</li>`)}</ol>`
    }${props.more !== undefined && html`<p><a href="${url(props.more.href)}">${props.more.text}</a></p>`}${props.form}</div>`
  }</div>`;
}
