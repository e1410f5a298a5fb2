import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button } from '#ui/button.ts';
import { form, hidden } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html, url } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { link } from '#ui/prose.ts';
import type { Kept } from '../resume-entry.ts';
import { words } from '../words.ts';
import { signInForm } from './sign-in.ts';

/** Short values in plain ASCII are choices and numbers of the form, which say nothing to a reader. */
const WRITTEN = 15;

const textsOf = (kept: Kept): string[] =>
  kept.values
    .filter(([name]) => name !== 'once')
    .flatMap(([, values]) => values)
    .filter((value) => value.length >= WRITTEN || /\s|[^\x20-\x7e]/.test(value.trim()));

/** Where only a button was pressed, nothing is said of what was written. */
export function resumeWords(lang: Lang, kept: Kept) {
  const { bare, ...w } = words(lang).resume;
  return textsOf(kept).length === 0 ? { ...w, ...bare } : w;
}

/** What was typed, to be read and copied. Field names are the form's own and stay hidden; the texts are what matters. */
function written(lang: Lang, kept: Kept): Html | false {
  const w = words(lang).resume;
  const texts = textsOf(kept);
  if (texts.length === 0) return false;
  return section({
    title: w.written,
    children: texts.map(
      (text, at) =>
        html`<div class="form"><textarea readonly rows="${Math.min(12, 2 + Math.ceil(text.length / 40))}" aria-label="${w.written} ${at + 1}">
${text}</textarea></div>`,
    ),
  });
}

export interface ResumeProps {
  lang: Lang;
  kept: Kept;
  email: string;
  problem: Problem | null;
  /** what was sent held files, which aren't kept */
  filesGone: boolean;
  /** passkeys belong to this host */
  passkeys: boolean;
  /** ways to sign in that lead away from here */
  otherWays: readonly { href: string; text: string }[];
}

/** What was written stays in this page while somebody signs in elsewhere, in another one. */
function elsewhere({ lang, kept, otherWays }: ResumeProps): Html | false {
  const w = words(lang).resume;
  if (otherWays.length === 0) return false;
  return section({
    title: w.otherWays,
    lead: w.otherWaysText,
    children: html`${otherWays.map((one) => html`<p><a href="${url(one.href)}" target="_blank" rel="noopener">${one.text}</a></p>`)}${form(
      {
        action: kept.path,
        label: w.sendNow,
        children: fieldsOf(kept),
        buttons: button({ text: w.sendNow }),
      },
    )}`,
  });
}

const fieldsOf = (kept: Kept) => kept.values.map(([name, values]) => values.map((value) => hidden(name, value)));

/** The session ended while somebody was writing: what they wrote, and the way back. */
export function resumeView(props: ResumeProps): Html {
  const { lang, kept, email, problem, filesGone, passkeys } = props;
  const w = words(lang);
  const said = resumeWords(lang, kept);
  return html`${pageHead({ title: said.title, lead: said.lead })}${filesGone && notice({ tone: 'info', title: said.filesGone })}${signInForm({ lang, email, problem, way: { next: null, kept }, passkeys })}${elsewhere(props)}<p>${link(
    '/password-reset',
    w.signIn.forgot,
  )}</p><p>${said.signUp} <a href="/sign-up" target="_blank" rel="noopener">${w.signIn.signUp}</a></p>${written(lang, kept)}`;
}

/** Signed in again: nothing is sent before the button is pressed. */
export function readyView(lang: Lang, kept: Kept): Html {
  const w = resumeWords(lang, kept);
  return html`${pageHead({ title: w.ready, lead: w.readyLead })}${form({
    action: kept.path,
    label: w.ready,
    children: fieldsOf(kept),
    buttons: button({ text: w.send, tone: 'main' }),
  })}${written(lang, kept)}`;
}
