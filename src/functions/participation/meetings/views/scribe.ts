/**
 * F9.2 The scribe's screen: what is said goes in with one key, the last ones stand beside it with their raised hands. Plain
 * forms without JavaScript; with it (island scribe-screen), it works on while the network is away.
 */
import { formWords, type HubRules, onceField } from '#commons/hubs/index.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button, linkButton } from '#ui/button.ts';
import { disclosure } from '#ui/disclosure.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, radioGroup, selectField, textArea, textField } from '#ui/fields.ts';
import { pageHead } from '#ui/heading.ts';
import { attrs, type Html, html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { panes } from '#ui/panes.ts';
import { link, meta } from '#ui/prose.ts';
import { meetingPath } from '../addresses.ts';
import type { HallDebate, SaidInHall } from '../hall-queries.ts';
import { hallWords } from '../hall-words.ts';
import type { ShownMeeting } from '../queries.ts';
import { type RowTyped, refusedRow, row } from './scribe-row.ts';

export interface TypedSaying {
  debateId: string;
  kind: string;
  speaker: string;
  body: string;
}

export interface ScribeProps {
  lang: Lang;
  meeting: ShownMeeting;
  debates: readonly (HallDebate & { open: boolean })[];
  said: readonly SaidInHall[];
  more: boolean;
  limits: HubRules['limits'];
  typed: TypedSaying;
  /** what was typed at one of the last things said, when it was refused */
  rowTyped: RowTyped | null;
  /** of this scribe in this meeting: what waits to be sent is kept in the browser under it */
  storeKey: string;
  problem?: Problem | undefined;
}

/** From so many on, a list to choose from is quicker than buttons side by side. */
const MOST_BUTTONS = 9;

export function scribePage(props: ScribeProps): Html {
  const { lang, meeting, said } = props;
  const w = hallWords(lang).screen;
  const at = meetingPath(meeting);
  return html`${pageHead({ title: w.title, meta: link(at, w.about(meeting.title)) })}<scribe-screen${attrs({
    'data-store': props.storeKey,
    'data-names': `${at}/speakers.json`,
    'data-waiting': w.waiting,
    'data-all-sent': w.allSent,
    'data-sending': w.sending,
    'data-sent': w.sent,
    'data-counted': w.counted,
    'data-signed-out': w.signedOut,
    'data-no-store': w.noStore,
    'data-queued': w.queued,
    'data-gone': w.takenBack,
    'data-nobody': w.participant,
  })}>${panes({
    label: w.panes,
    panes: [
      { id: 'write', title: w.write, children: writing(props) },
      {
        id: 'said',
        title: w.list,
        children: html`<ol class="list" data-rows>${said.map((one) => html`<li data-entry="${one.entry}">${row(one, props)}</li>`)}</ol>${
          said.length === 0 && html`<p data-none>${w.none}</p>`
        }${props.more && meta(w.more(`${said.length}`))}`,
      },
    ],
  })}<template data-row><li>${row(null, props)}</li></template><template data-refused-row><li>${refusedRow(lang)}</li></template></scribe-screen>`;
}

function writing(props: ScribeProps): Html {
  const { lang, meeting, typed } = props;
  const w = hallWords(lang).screen;
  const f = formWords(lang);
  const errors = props.rowTyped ? [] : (props.problem?.items ?? []);
  return html`<p class="draft-state" role="status" data-state></p><div data-refused hidden>${notice({
    tone: 'warn',
    title: w.refused,
    body: html`<p>${w.refusedLead}</p><ol class="list" data-refused-rows></ol>`,
  })}</div>${form({
    action: `${meetingPath(meeting)}/sayings`,
    id: 'saying',
    children: html`${onceField()}${debateField(props)}${radioGroup(
      {
        name: 'kind',
        label: w.kind,
        plain: true,
        inline: true,
        value: typed.kind,
        choices: (['opinion', 'question'] as const).map((value) => ({ value, text: w.kinds[value] })),
      },
      f,
    )}${textField(
      {
        name: 'speaker',
        label: w.speaker,
        hint: w.speakerHint,
        value: typed.speaker,
        autocomplete: 'off',
        error: errorAt(errors, 'speaker'),
      },
      f,
    )}<datalist id="speakers"></datalist>${textArea(
      {
        name: 'body',
        label: w.body,
        hint: w.bodyHint,
        required: true,
        value: typed.body,
        rows: 3,
        limit: props.limits.opinion,
        error: errorAt(errors, 'body'),
      },
      f,
    )}`,
    buttons: html`${button({ text: w.submit, tone: 'main', icon: 'add' })}<span class="meta" data-keys hidden>${w.bodyKeys}</span>`,
  })}<div data-keys hidden>${disclosure({
    summary: w.keys,
    body: html`<dl class="key-values">${w.keyList.map(([key, does]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${does}</dd></div>`)}</dl>`,
  })}</div>${meta(w.here)}<p>${linkButton({ text: w.back, href: meetingPath(meeting), small: true })}</p>`;
}

function debateField({ lang, debates, typed, problem, rowTyped }: ScribeProps): Html {
  const w = hallWords(lang).screen;
  const f = formWords(lang);
  const several = debates.length > 1;
  const common = {
    name: 'debateId',
    label: w.debate,
    required: true,
    value: typed.debateId,
    error: rowTyped ? undefined : errorAt(problem?.items ?? [], 'debateId'),
    choices: debates.map((debate, index) => {
      const text = several && index < MOST_BUTTONS ? `${index + 1}　${debate.title}` : debate.title;
      return { value: debate.id, text: debate.open ? text : w.debateClosed(text), disabled: !debate.open };
    }),
  };
  return debates.length > MOST_BUTTONS ? selectField({ ...common, empty: false }, f) : radioGroup(common, f);
}
