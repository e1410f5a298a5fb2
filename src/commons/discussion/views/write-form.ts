/** F9.2, X13: writing an opinion, a question or an explanation; before it is sent it is said what becomes part of the public record. */
import { actingAsPath, formWords, type HubRules, onceField } from '#commons/hubs/index.ts';
import { electionNotice } from '#commons/moderation/index.ts';
import type { Reader } from '#kernel/context.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button, linkButton } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, hidden, radioGroup, textArea } from '#ui/fields.ts';
import { type Html, html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { link } from '#ui/prose.ts';
import { debateHref, debatePath } from '../addresses.ts';
import type { EntryKind } from '../discussion.ts';
import { planWords } from '../plan-words.ts';
import { maySay, type Reason } from '../rules.ts';
import { words } from '../words.ts';
import { type Scene, saidReason, signInHref } from './scene.ts';

export interface TypedEntry {
  kind: EntryKind;
  body: string;
  reason: string;
}

/** The fields by the words over them. */
export function entryNames(kind: EntryKind, lang: Lang): Record<'kind' | 'body' | 'reason', string> {
  const w = words(lang).write;
  return { kind: w.kind, body: w.body[kind], reason: kind === 'explanation' ? w.source : w.reason };
}

export interface WriteProps {
  typed: TypedEntry;
  limits: HubRules['limits'];
  problem?: Problem;
  /** true on its own page: everything is said; in the list the form is short */
  whole?: boolean;
}

export function writeForm(scene: Scene & { reader: Reader }, props: WriteProps): Html {
  const { lang } = scene;
  const { typed, limits } = props;
  const w = words(lang).write;
  const f = formWords(lang);
  const errors = props.problem?.items ?? [];
  const facts = typed.kind === 'explanation';
  const body = textArea(
    {
      name: 'body',
      label: w.body[typed.kind],
      hint: w.bodyHint[typed.kind],
      ...(props.whole && typed.kind === 'opinion' ? { example: w.example } : {}),
      required: true,
      rows: 4,
      value: typed.body,
      limit: facts ? limits.reply : limits.opinion,
      error: errorAt(errors, 'body'),
    },
    f,
  );
  const reason = textArea(
    {
      name: 'reason',
      label: facts ? w.source : w.reason,
      hint: facts ? w.sourceHint : w.reasonHint,
      rows: 3,
      value: typed.reason,
      limit: limits.reason,
      error: errorAt(errors, 'reason'),
    },
    f,
  );
  return form({
    action: `${debatePath(scene.debate)}/opinions`,
    label: w.titles[typed.kind],
    children: html`${electionNotice(scene.hub, scene.now, lang)}${scene.once ?? onceField()}${kindField(scene, typed.kind, errorAt(errors, 'kind'))}${body}${reason}${publicRecord(scene)}`,
    buttons: html`${button({ text: w.submit[typed.kind], tone: 'main', icon: 'edit' })}${
      props.whole && linkButton({ text: w.back, href: debateHref(scene.debate) })
    }`,
  });
}

/** Opinion or question; what is not possible now stands there with its reason. An explanation has its own form. */
function kindField(scene: Scene, kind: EntryKind, error: string | undefined): Html {
  if (kind === 'explanation') return hidden('kind', kind);
  const { lang, debate } = scene;
  const w = words(lang);
  return radioGroup(
    {
      name: 'kind',
      label: w.write.kind,
      required: true,
      value: kind,
      error,
      choices: (['opinion', 'question'] as const).map((value) => {
        const no = maySay(scene.hub, scene.reader, debate, value, scene.now);
        return {
          value,
          text: w.kinds[value],
          hint:
            value === 'question' && debate.kind === 'plan' ? planWords(lang).questionHint : w.write.kindHints[value],
          ...(no ? { disabled: true, reason: saidReason(no, debate, lang) } : {}),
        };
      }),
    },
    formWords(lang),
  );
}

function publicRecord(scene: Scene & { reader: Reader }): Html {
  const w = words(scene.lang).write;
  const { acting, roles } = scene.reader;
  return notice({
    tone: 'info',
    title: w.recordTitle,
    body: html`<p>${w.asWhom(acting.name)}${roles.length > 0 && html` ${link(actingAsPath(scene.here), w.switchActor)}`}</p><ul>${w.record.map((line) => html`<li>${line}</li>`)}</ul>`,
  });
}

/** Where one can't write now: the button stands there, disabled, with its reason; signing in is offered where that helps. */
export function blockedWriting(scene: Scene, kind: EntryKind, reason: Reason): Html {
  const { lang, debate } = scene;
  const w = words(lang);
  if (reason !== 'sign-in')
    return linkButton({
      text: w.write.titles[kind],
      href: '#',
      icon: 'edit',
      reason: saidReason(reason, debate, lang),
    });
  const form = `${debatePath(debate)}/opinions/new${kind === 'opinion' ? '' : `?kind=${kind}`}`;
  return html`${linkButton({ text: w.write.titles[kind], href: '#', icon: 'edit', reason: w.list.signInToWrite })} ${linkButton({ text: w.list.signIn, href: signInHref(form), icon: 'sign-in' })}`;
}
