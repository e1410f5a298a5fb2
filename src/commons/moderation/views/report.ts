/** X4: the form on which anybody reports a text, and what is said when it was sent. */
import { formWords, type ModerationRules, onceField } from '#commons/hubs/index.ts';
import { shortId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button, linkButton } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, hidden, radioGroup, textArea, textField } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { outcomePanel } from '#ui/panel.ts';
import { link, paragraphs } from '#ui/prose.ts';
import { claimHref } from '../addresses.ts';
import { isPrivate, type Moderated } from '../kinds.ts';
import { REPORT_MAX } from '../moderation.ts';
import { privateWords } from '../private-words.ts';
import { words } from '../words.ts';

export interface TypedReport {
  kind: string;
  ground: string;
  body: string;
  contact: string;
}

export interface ReportFormProps {
  lang: Lang;
  thing: Moderated;
  typed: TypedReport;
  rules: ModerationRules;
  /** whoever is signed in is told by letter */
  isKnown: boolean;
  problem?: Problem;
}

/** The words in question, as they stand now, with where they stand. */
export function quotedThing(thing: Pick<Moderated, 'title' | 'body' | 'path'>): Html {
  return html`<blockquote class="voice-quote">${paragraphs(thing.body)}</blockquote><p>${link(thing.path, thing.title)}</p>`;
}

export function reportForm(props: ReportFormProps): Html {
  const { lang, thing, typed } = props;
  const w = words(lang);
  const own = said(typed.kind, lang);
  const f = formWords(lang);
  const errors = props.problem?.items ?? [];
  return html`${pageHead({ title: own.title, lead: own.lead })}${section({
    title: own.thing,
    children: quotedThing(thing),
  })}${form({
    action: '/moderation/reports',
    label: w.report.title,
    children: html`${props.isKnown && onceField()}${hidden('kind', typed.kind)}${hidden('id', shortId(thing.id))}${radioGroup(
      {
        name: 'ground',
        label: w.report.ground,
        required: true,
        value: typed.ground,
        error: errorAt(errors, 'ground'),
        choices: props.rules.grounds.map((ground) => ({
          value: ground,
          text: w.grounds[ground],
          hint: w.groundHints[ground],
        })),
      },
      f,
    )}${textArea(
      {
        name: 'body',
        label: w.report.body,
        hint: w.report.bodyHint,
        rows: 4,
        value: typed.body,
        limit: REPORT_MAX,
        error: errorAt(errors, 'body'),
      },
      f,
    )}${
      props.isKnown
        ? html`<p>${w.report.known}</p>`
        : textField(
            {
              name: 'contact',
              label: w.report.contact,
              hint: w.report.contactHint,
              value: typed.contact,
              error: errorAt(errors, 'contact'),
            },
            f,
          )
    }`,
    buttons: html`${button({ text: w.report.send, tone: 'main' })}${linkButton({ text: own.back, href: thing.path })}`,
  })}<p>${link(claimHref(typed.kind, thing.id), w.report.claim)}</p><p>${link('/moderation/rules', w.report.rules)}</p>`;
}

/** What the form and its thanks say of this kind. */
function said(kind: string, lang: Lang) {
  const { report } = words(lang);
  return isPrivate(kind) ? { ...report, lead: privateWords(lang).reportLead, ...privateWords(lang).report } : report;
}

export function reportTitle(kind: string, lang: Lang): string {
  return said(kind, lang).title;
}

export function reportThanks(lang: Lang, kind: string, back: string): Html {
  const w = said(kind, lang);
  return outcomePanel({
    title: w.thanks,
    nextTitle: w.nextTitle,
    next: w.next,
    links: [
      { href: back, text: w.back },
      { href: '/moderation/rules', text: w.rules },
    ],
  });
}
