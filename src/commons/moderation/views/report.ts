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
  const f = formWords(lang);
  const errors = props.problem?.items ?? [];
  return html`${pageHead({ title: w.report.title, lead: isPrivate(typed.kind) ? privateWords(lang).reportLead : w.report.lead })}${section(
    {
      title: w.report.thing,
      children: quotedThing(thing),
    },
  )}${form({
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
    buttons: html`${button({ text: w.report.send, tone: 'main' })}${linkButton({ text: w.report.back, href: thing.path })}`,
  })}<p>${link(claimHref(typed.kind, thing.id), w.report.claim)}</p><p>${link('/moderation/rules', w.report.rules)}</p>`;
}

export function reportThanks(lang: Lang, back: string): Html {
  const w = words(lang).report;
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
