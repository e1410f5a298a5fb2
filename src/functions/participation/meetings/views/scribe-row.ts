/** F9.2 One thing said, on the scribe's screen: its words, the raised hands, and the way to put it right. */
import { formWords, onceField } from '#commons/hubs/index.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button } from '#ui/button.ts';
import { chip } from '#ui/chip.ts';
import { disclosure } from '#ui/disclosure.ts';
import { errorAt } from '#ui/error-summary.ts';
import { fieldRow, form, hidden, textArea, textField } from '#ui/fields.ts';
import { type Html, html } from '#ui/html.ts';
import { meta } from '#ui/prose.ts';
import { meetingPath } from '../addresses.ts';
import type { SaidInHall } from '../hall-queries.ts';
import { hallWords } from '../hall-words.ts';

/** What was typed at one row, by the form it was typed into. */
export interface RowTyped {
  entry: string;
  what: 'hands' | 'correction' | 'removal';
  fields: Readonly<Record<string, string>>;
}

interface Around {
  lang: Lang;
  meeting: { id: string; title: string };
  rowTyped: RowTyped | null;
  problem?: Problem | undefined;
}

/** `null`: the row that the island fills in. */
export function row(said: SaidInHall | null, around: Around): Html {
  const { lang } = around;
  const w = hallWords(lang).screen;
  const number = said ? w.numbered[said.kind === 'question' ? 'question' : 'opinion'](said.number) : '';
  const speaker = said && said.spoken_as !== 'participant' ? said.actor_name : w.participant;
  const gone = said && (said.withdrawn_at ? w.takenBack : said.hidden_at ? w.hidden : null);
  const notes = [...(said?.spoken_as === 'named' ? [w.unconfirmed] : []), ...(said?.contested_at ? [w.contested] : [])];
  return html`<div class="list-item"><div class="list-main"><div class="list-above"><strong data-number>${number}</strong> <span data-speaker>${speaker}</span> <span data-mark${said !== null && html` hidden`}>${chip('info', w.queued)}</span></div><div class="list-title" data-text>${
    gone ?? said?.body
  }</div><div class="meta"><span data-topic>${said?.debate_title}</span>${notes.map((note) => html`・${note}`)}</div>${
    gone
      ? null
      : html`<div data-acts>${said?.kind === 'question' ? null : hands(said, around)}${changes(said, around)}</div>`
  }</div></div>`;
}

function typedAt(said: SaidInHall | null, what: RowTyped['what'], { rowTyped }: Around): RowTyped['fields'] | null {
  return said !== null && rowTyped?.entry === said.entry && rowTyped.what === what ? rowTyped.fields : null;
}

/** Ids of a row's fields: the same field stands in every row. */
const NEW = 'new';

function hands(said: SaidInHall | null, around: Around): Html {
  const { lang, meeting, problem } = around;
  const w = hallWords(lang).screen;
  const entry = said?.entry ?? NEW;
  const typed = typedAt(said, 'hands', around);
  const counts = { agree: said?.hall_agree, disagree: said?.hall_disagree, pass: said?.hall_pass };
  const count = (name: 'agree' | 'disagree' | 'pass') =>
    textField(
      {
        name,
        id: `${name}-${entry}`,
        label: w[name],
        plain: true,
        inputmode: 'numeric',
        autocomplete: 'off',
        width: 4,
        value: typed ? (typed[name] ?? '') : counts[name],
        error: typed ? errorAt(problem?.items ?? [], name) : undefined,
      },
      formWords(lang),
    );
  return form({
    action: `${meetingPath(meeting)}/raised-hands`,
    children: html`${onceField()}${hidden('entry', entry)}${fieldRow(
      count('agree'),
      count('disagree'),
      count('pass'),
      button({ text: w.count, small: true }),
    )}`,
  });
}

function changes(said: SaidInHall | null, around: Around): Html | null {
  if (said?.spoken_as === 'confirmed') return null;
  const { lang, meeting, problem } = around;
  const w = hallWords(lang).correction;
  const f = formWords(lang);
  const entry = said?.entry ?? NEW;
  const at = meetingPath(meeting);
  const body = typedAt(said, 'correction', around);
  const reason = typedAt(said, 'removal', around);
  const errors = problem?.items ?? [];
  return disclosure({
    summary: hallWords(lang).screen.correct,
    open: body !== null || reason !== null,
    body: html`${form({
      action: `${at}/corrections`,
      children: html`${onceField()}${hidden('entry', entry)}${hidden('version', said?.version ?? 1)}${textArea(
        {
          name: 'body',
          id: `body-${entry}`,
          label: w.body,
          hint: w.bodyHint,
          required: true,
          rows: 2,
          value: body?.body ?? said?.body ?? '',
          error: body ? errorAt(errors, 'body') : undefined,
        },
        f,
      )}`,
      buttons: button({ text: w.submit, small: true }),
    })}${form({
      action: `${at}/removals`,
      children: html`${onceField()}${hidden('entry', entry)}${meta(w.takeBackLead)}${textField(
        {
          name: 'reason',
          id: `reason-${entry}`,
          label: w.reason,
          required: true,
          value: reason?.reason ?? w.slip,
          error: reason ? errorAt(errors, 'reason') : undefined,
        },
        f,
      )}`,
      buttons: button({ text: w.takeBackSubmit, small: true }),
    })}`,
  });
}

/** Something that was not accepted: what it was, why, and what to do with it. Filled in by the island. */
export function refusedRow(lang: Lang): Html {
  const w = hallWords(lang).screen;
  return html`<div class="list-item"><div class="list-main"><div class="list-title" data-text></div><p class="field-error" data-why></p><div class="buttons">${button(
    { text: w.again, type: 'button', small: true, value: 'again' },
  )}${button({ text: w.discard, type: 'button', small: true, tone: 'quiet', value: 'discard' })}</div></div></div>`;
}
