/** F9.9 What whoever invites works with: the announcement, the list, the draw, invitations and their letters. */
import { formWords, lastingRecord, onceField } from '#commons/hubs/index.ts';
import { closing, type Lang, opening } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button, linkButton } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { fieldRow, fileField, form, radioGroup, selectField, textArea, textField } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty } from '#ui/list.ts';
import { confirmPanel } from '#ui/panel.ts';
import { link, prose } from '#ui/prose.ts';
import { table } from '#ui/table.ts';
import { panelPath } from '../addresses.ts';
import { SOURCES } from '../panel.ts';
import type { InvitedCandidate, Panel } from '../queries.ts';
import { headOf } from '../read-candidates.ts';
import { words } from '../words.ts';

export const TYPED = [
  'title',
  'about',
  'heldText',
  'contact',
  'size',
  'strata',
  'source',
  'sourceText',
  'sourceOn',
] as const;
export type Typed = Record<(typeof TYPED)[number], string>;

interface Props {
  lang: Lang;
  problem?: Problem | undefined;
}

/** Field names by the words over them. */
export function fieldNames(lang: Lang): Record<string, string> {
  const { form: w, fix, draw, invitations } = words(lang);
  const { name: title, about, held: heldText, contact, size, strata, source, sourceText, sourceOn } = w;
  const { chance, evidence } = draw;
  const more = { csv: fix.file, chance, evidence, number: invitations.number, reply: invitations.state };
  return { title, about, heldText, contact, size, strata, source, sourceText, sourceOn, ...more };
}

export function announceForm({
  lang,
  problem,
  typed,
  actingName,
  no,
}: Props & { typed: Typed; actingName: string; no: string | null }): Html {
  const w = words(lang).form;
  const f = formWords(lang);
  const at = (name: keyof Typed) => ({
    name,
    value: typed[name],
    error: errorAt(problem?.items ?? [], name),
    required: true,
  });
  return html`${pageHead({ title: w.title, lead: w.lead(actingName) })}${form({
    action: '/panels',
    note: lastingRecord(lang),
    children: html`${onceField()}${textField({ ...at('title'), label: w.name, example: w.nameExample }, f)}${textArea({ ...at('about'), label: w.about, rows: 5, limit: 2000 }, f)}${textField({ ...at('heldText'), label: w.held, example: w.heldExample }, f)}${textField({ ...at('contact'), label: w.contact }, f)}${textField({ ...at('size'), label: w.size, inputmode: 'numeric', width: 4, unit: w.unit }, f)}${textField({ ...at('strata'), label: w.strata, hint: w.strataHint, example: w.strataExample }, f)}${radioGroup(
      {
        ...at('source'),
        label: w.source,
        choices: SOURCES.map((value) => ({ value, text: words(lang).show.sources[value] })),
      },
      f,
    )}${textArea({ ...at('sourceText'), label: w.sourceText, hint: w.sourceHint, example: w.sourceExample, rows: 3, limit: 400 }, f)}${textField({ ...at('sourceOn'), label: w.sourceOn, hint: w.sourceOnHint, type: 'date', width: 8 }, f)}`,
    buttons: button({ text: w.submit, tone: 'main', ...(no ? { reason: no } : {}) }),
  })}`;
}

export function listForm({ lang, problem, panel }: Props & { panel: Panel }): Html {
  const w = words(lang).fix;
  const at = panelPath(panel);
  return html`${pageHead({ title: w.title, lead: w.lead, meta: link(at, panel.title) })}${form({
    action: `${at}/list`,
    files: true,
    children: html`${onceField()}${fileField(
      {
        name: 'csv',
        label: w.file,
        hint: w.head(headOf(panel.strata, lang).join(',')),
        accept: '.csv,text/csv',
        required: true,
        error: errorAt(problem?.items ?? [], 'csv'),
      },
      formWords(lang),
    )}`,
    buttons: html`${button({ text: w.submit, tone: 'main' })}${linkButton({ text: w.back, href: at })}`,
  })}`;
}

export function drawPanelPage({
  lang,
  problem,
  panel,
  typed,
}: Props & { panel: Panel; typed: { chance: string; evidence: string } }): Html {
  const w = words(lang).draw;
  const f = formWords(lang);
  const at = panelPath(panel);
  const error = (name: string) => errorAt(problem?.items ?? [], name);
  return confirmPanel({
    title: w.title,
    lead: w.lead,
    content: prose(html`<p><strong>${panel.title}</strong><br>${panel.source_text}</p>`),
    consequences: w.consequences,
    action: `${at}/draw`,
    fields: html`${onceField()}${
      panel.source === 'event' &&
      html`${textField({ name: 'chance', label: w.chance, hint: w.chanceHint, required: true, value: typed.chance, error: error('chance') }, f)}${textField({ name: 'evidence', label: w.evidence, hint: w.evidenceHint, required: true, value: typed.evidence, error: error('evidence') }, f)}`
    }`,
    confirm: { text: w.submit, tone: 'main' },
    cancel: { href: at, text: w.back },
  });
}

export interface InvitationProps extends Props {
  panel: Panel;
  invited: readonly InvitedCandidate[];
  typed: { number: string; reply: string };
}

export function invitationsPage({ lang, problem, panel, invited, typed }: InvitationProps): Html {
  const { invitations: w, show } = words(lang);
  const f = formWords(lang);
  const error = (name: string) => errorAt(problem?.items ?? [], name);
  const open = invited.filter(({ state }) => state !== 'declined');
  return html`${pageHead({ title: w.title, lead: w.lead, meta: link(panelPath(panel), panel.title) })}${form({
    action: `${panelPath(panel)}/replies`,
    label: w.reply,
    children: html`${onceField()}${fieldRow(
      selectField(
        {
          name: 'number',
          label: w.number,
          required: true,
          value: typed.number,
          error: error('number'),
          choices: open.map(({ number }) => ({ value: number, text: number })),
        },
        f,
      ),
      selectField(
        {
          name: 'reply',
          label: w.state,
          required: true,
          value: typed.reply,
          error: error('reply'),
          choices: [
            { value: 'accepted', text: w.accepted },
            { value: 'declined', text: w.declined },
          ],
        },
        f,
      ),
    )}`,
    buttons: html`${button({ text: w.submit, tone: 'main' })}${linkButton({ text: w.letters, href: `${panelPath(panel)}/letters`, icon: 'print' })}`,
  })}${table({
    caption: w.title,
    captionHidden: true,
    columns: [{ text: w.number }, { text: show.stratum }, { text: w.contact }, { text: w.state }],
    rows: invited.map((one) => [
      one.number,
      one.strata.join('・'),
      one.contact,
      html`${show.candidate[one.state]}${one.replaces !== null && html`${opening(lang)}${show.replaces(one.replaces)}${closing(lang)}`}`,
    ]),
  })}`;
}

/** A letter for everybody who has not replied yet. */
export function lettersPage({
  lang,
  panel,
  invited,
  origin,
}: {
  lang: Lang;
  panel: Panel;
  invited: readonly InvitedCandidate[];
  origin: string;
}): Html {
  const w = words(lang).letter;
  const open = invited.filter(({ state }) => state === 'invited');
  const letter = ({ number, contact }: InvitedCandidate) =>
    section({
      title: w.to(contact),
      children: prose(
        html`<p>${w.text(panel.title, panel.division_name)}</p><p>${w.held(panel.held_text)}<br>${w.reply(panel.contact)}<br>${w.number(number)}</p><p>${w.proof(`${origin}/panels`)}</p>`,
      ),
    });
  return html`${pageHead({ title: w.title, lead: w.lead, meta: link(panelPath(panel), panel.title) })}${open.length === 0 ? empty({ title: w.none }) : open.map(letter)}`;
}
