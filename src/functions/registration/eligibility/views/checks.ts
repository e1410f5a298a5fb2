/** F7.6 What waits for those who check: each with its papers and the ways to confirm or refuse it. */
import { onceField } from '#commons/hubs/index.ts';
import { shortId } from '#kernel/ids.ts';
import { colon, type Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { actButton } from '#ui/button.ts';
import { disclosure } from '#ui/disclosure.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { list, listItem } from '#ui/list.ts';
import { fieldsForm, groupPath } from '../../groups/index.ts';
import type { Fact, RequirementSet } from '../queries.ts';
import { LIMITS } from '../requirement.ts';
import { eligibilityWords } from '../words.ts';
import { itemName, stateChip } from './pieces.ts';
import { factView } from './standing.ts';

export interface ChecksProps {
  lang: Lang;
  set: RequirementSet;
  waiting: readonly Fact[];
  decided: readonly Fact[];
  /** who reads: it doesn't decide an appeal against its own refusal */
  personId: string;
  typed: Record<string, string>;
  problem?: Problem | undefined;
}

export function checksView(props: ChecksProps): Html {
  const { lang, set, waiting, decided } = props;
  const w = eligibilityWords(lang);
  return html`${pageHead({ title: w.checksTitle(set.name), lead: w.checksLead })}${section({
    title: w.waiting,
    children:
      waiting.length === 0 ? html`<p>${w.checksNone}</p>` : list(waiting.map((fact) => waitingItem(fact, props))),
  })}${decided.length > 0 && section({ title: w.decided, children: list(decided.map((fact) => decidedItem(fact, props))) })}`;
}

function item(fact: Fact, { lang, set }: ChecksProps, acts: Html | null | false): Html {
  const required = set.items[fact.item]!;
  return listItem({
    title: `${fact.group_name}${colon(lang)}${itemName(required, lang)}`,
    href: groupPath({ id: fact.group_id, name: fact.group_name }),
    level: 3,
    above: stateChip(fact.state === 'taken-back' ? 'missing' : fact.state, lang),
    body: html`${factView(fact, required, lang)}${acts}`,
  });
}

function waitingItem(fact: Fact, props: ChecksProps): Html {
  const { lang } = props;
  const w = eligibilityWords(lang);
  if (fact.appealed_at)
    return item(
      fact,
      props,
      fact.checked_by === props.personId ? html`<p>${w.refusals['own-refusal']}</p>` : answerForm(fact, props),
    );
  const confirm = actButton({
    action: `/group-facts/${shortId(fact.id)}/confirmation`,
    fields: onceField(),
    text: w.confirm,
    tone: 'main',
    small: true,
  });
  return item(fact, props, html`${confirm}${refuseForm(fact, props, w.refuse)}`);
}

function decidedItem(fact: Fact, props: ChecksProps): Html {
  return item(fact, props, fact.state === 'confirmed' && refuseForm(fact, props, eligibilityWords(props.lang).revoke));
}

function refuseForm(fact: Fact, { lang, typed, problem }: ChecksProps, submit: string): Html {
  const w = eligibilityWords(lang);
  const mine = typed.form === fact.id;
  return disclosure({
    summary: submit,
    open: mine,
    body: html`<p>${w.refuseLead}</p>${fieldsForm({
      lang,
      typed: mine ? typed : {},
      problem: mine ? problem : undefined,
      action: `/group-facts/${shortId(fact.id)}/refusal`,
      submit,
      tone: 'plain',
      ...(mine ? {} : { prefix: shortId(fact.id) }),
      fields: [
        { name: 'reason', label: w.reason, as: 'area', limit: LIMITS.reason },
        { name: 'toDo', label: w.toDo, as: 'area', limit: LIMITS.reason },
      ],
    })}`,
  });
}

function answerForm(fact: Fact, { lang, typed, problem }: ChecksProps): Html {
  const w = eligibilityWords(lang);
  const mine = typed.form === fact.id;
  return fieldsForm({
    lang,
    typed: mine ? typed : {},
    problem: mine ? problem : undefined,
    action: `/group-facts/${shortId(fact.id)}/appeal-decision`,
    submit: w.decideAppeal,
    tone: 'plain',
    ...(mine ? {} : { prefix: shortId(fact.id) }),
    fields: [
      {
        name: 'granted',
        label: w.grantedLabel,
        as: 'select',
        choices: (['no', 'yes'] as const).map((value) => ({ value, text: w.granted[value] })),
      },
      { name: 'answer', label: w.answer, as: 'area', limit: LIMITS.reason },
    ],
  });
}
