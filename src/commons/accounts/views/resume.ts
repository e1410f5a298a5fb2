import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button } from '#ui/button.ts';
import { form, hidden } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { link } from '#ui/prose.ts';
import type { Kept } from '../resume-entry.ts';
import { words } from '../words.ts';
import { signInForm } from './sign-in.ts';

/** Short values in plain ASCII are choices and numbers of the form, which say nothing to a reader. */
const WRITTEN = 15;

/** What was typed, to be read and copied. Field names are the form's own and stay hidden; the texts are what matters. */
function written(lang: Lang, kept: Kept): Html {
  const w = words(lang).resume;
  const texts = kept.values
    .filter(([name]) => name !== 'once')
    .flatMap(([, values]) => values)
    .filter((value) => value.length >= WRITTEN || /\s|[^\x20-\x7e]/.test(value.trim()));
  return section({
    title: w.written,
    children:
      texts.length === 0
        ? html`<p>${w.nothing}</p>`
        : texts.map(
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
}

/** The session ended while somebody was writing: what they wrote, and the way back. */
export function resumeView({ lang, kept, email, problem }: ResumeProps): Html {
  const w = words(lang);
  return html`${pageHead({ title: w.resume.title, lead: w.resume.lead })}${signInForm({ lang, email, problem, way: { next: null, kept } })}<p>${link(
    '/password-reset',
    w.signIn.forgot,
  )}</p><p>${w.resume.signUp} <a href="/sign-up" target="_blank" rel="noopener">${w.signIn.signUp}</a></p>${written(lang, kept)}`;
}

/** Signed in again: nothing is sent before the button is pressed. */
export function readyView(lang: Lang, kept: Kept): Html {
  const w = words(lang).resume;
  return html`${pageHead({ title: w.ready, lead: w.readyLead })}${form({
    action: kept.path,
    label: w.ready,
    children: kept.values.map(([name, values]) => values.map((value) => hidden(name, value))),
    buttons: button({ text: w.send, tone: 'main' }),
  })}${written(lang, kept)}`;
}
