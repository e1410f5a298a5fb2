/** F9.2, P1: what organisations and divisions say, apart from the voices of persons and never counted among them. */

import type { HubRules } from '#commons/hubs/index.ts';
import { formWords, onceField, publicRecord } from '#commons/hubs/index.ts';
import { hiddenStub, reportHref, reportText } from '#commons/moderation/index.ts';
import { shortId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button, linkButton } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, radioGroup, textArea } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { list } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { confirmPanel } from '#ui/panel.ts';
import { link, paragraphs } from '#ui/prose.ts';
import { voice } from '#ui/thread.ts';
import type { PositionOf } from '../debates.ts';
import { CHOICES, choiceOf, type OpinionFacts } from '../discussion.ts';
import { mayTakePosition } from '../rules.ts';
import { words } from '../words.ts';
import { type Scene, saidReason, speaker, when } from './scene.ts';

export function positionVoice(scene: Scene, position: PositionOf): Html {
  const { lang, reader } = scene;
  const w = words(lang);
  const mine = reader !== null && reader.acting.id === position.organisation_id;
  return voice({
    id: `s-${shortId(position.id)}`,
    kind: 'position',
    actor: speaker(position.organisation_id, position.organisation_kind, position.organisation_name, lang),
    when: when(position.at, lang),
    marks: html`<strong>${w.positions.stance(w.choices[choiceOf(position.stance)])}</strong>${position.version > 1 && html` ${w.voice.version(position.version)}`}`,
    body: paragraphs(position.reason),
    acts: [
      ...(mine ? [{ href: `/positions/${shortId(position.id)}/withdrawal`, text: w.positions.withdraw }] : []),
      ...(position.hiding ? [] : [{ href: reportHref('position', position.id), text: reportText(lang) }]),
    ],
    ...(position.hiding ? { gone: hiddenStub(position.hiding, lang) } : {}),
  });
}

export interface PositionsProps {
  positions: readonly PositionOf[];
  /** the opinion they are about; null: the debate as a whole */
  opinion: OpinionFacts | null;
  /** where a position is stated */
  formHref: string;
}

/** Null when there is nothing to show and the reader is nobody who could state one. */
export function positionsSection(scene: Scene, props: PositionsProps): Html | null {
  const { lang, reader, debate } = scene;
  const w = words(lang).positions;
  const organised = reader !== null && reader.acting.kind !== 'person';
  if (props.positions.length === 0 && !organised) return null;
  const no = mayTakePosition(scene.hub, reader, debate, props.opinion, scene.now);
  const mine = props.positions.some((position) => position.organisation_id === reader?.acting.id);
  return section({
    title: w.title,
    level: 3,
    lead: w.lead,
    children: html`${
      props.positions.length === 0
        ? html`<p>${w.none}</p>`
        : list(props.positions.map((position) => positionVoice(scene, position)))
    }${
      organised &&
      linkButton({
        text: mine ? w.change : w.take,
        href: props.formHref,
        small: true,
        ...(no ? { reason: saidReason(no, debate, lang) } : {}),
      })
    }`,
  });
}

export interface PositionFormProps {
  lang: Lang;
  actingName: string;
  action: string;
  /** what it is about, and where that is */
  about: { text: string; href: string };
  typed: { stance: string; reason: string };
  limits: HubRules['limits'];
  problem?: Problem;
}

export function positionForm(props: PositionFormProps): Html {
  const { lang, typed } = props;
  const w = words(lang);
  const f = formWords(lang);
  const errors = props.problem?.items ?? [];
  return html`${pageHead({ title: w.positions.formTitle, lead: w.positions.formLead(props.actingName), meta: link(props.about.href, props.about.text) })}${form(
    {
      action: props.action,
      note: publicRecord(lang),
      children: html`${onceField()}${radioGroup(
        {
          name: 'stance',
          label: w.positions.stanceField,
          required: true,
          value: typed.stance,
          error: errorAt(errors, 'stance'),
          choices: CHOICES.map((choice) => ({ value: choice, text: w.choices[choice] })),
        },
        f,
      )}${textArea(
        {
          name: 'reason',
          label: w.positions.reasonField,
          hint: w.positions.reasonHint,
          required: true,
          value: typed.reason,
          limit: props.limits.reason,
          error: errorAt(errors, 'reason'),
        },
        f,
      )}${notice({ tone: 'info', title: w.positions.record })}`,
      buttons: html`${button({ text: w.positions.submit, tone: 'main' })}${linkButton({ text: w.positions.back, href: props.about.href })}`,
    },
  )}`;
}

export function positionWithdrawal(id: string, about: { text: string; href: string }, lang: Lang): Html {
  const w = words(lang).positions;
  return confirmPanel({
    title: w.withdrawTitle,
    lead: w.withdrawLead,
    content: html`<p>${link(about.href, about.text)}</p>`,
    consequences: w.withdrawConsequences,
    action: `/positions/${shortId(id)}/withdrawal`,
    fields: onceField(),
    confirm: { text: w.withdraw },
    cancel: { href: about.href, text: w.back },
  });
}
