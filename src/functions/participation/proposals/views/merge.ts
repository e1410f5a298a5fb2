/** A merge: what goes where, what becomes of it, who has said yes, and one's own answer. */

import { actorLink } from '#commons/actors/index.ts';
import { actingAsPath, formWords, kindWord, onceField } from '#commons/hubs/index.ts';
import type { Reader } from '#kernel/context.ts';
import { formatDate, tokyoDate } from '#kernel/dates.ts';
import { ref, shortId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { actor } from '#ui/actor.ts';
import { button } from '#ui/button.ts';
import { chip } from '#ui/chip.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, hidden, textArea } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { keyValues, list, listItem } from '#ui/list.ts';
import { link, paragraphs } from '#ui/prose.ts';
import { factsOf, suggesterOf } from '../answer-merge.ts';
import { mayAnswerMerge, mayTakeBackMerge, outcomeOf } from '../merge.ts';
import type { ShownMerge } from '../merge-queries.ts';
import { mergeWords } from '../merge-words.ts';
import type { ProposalText } from '../proposal.ts';
import { textDiff } from './versions.ts';

export interface MergePageProps {
  lang: Lang;
  now: Date;
  merge: ShownMerge;
  reader: Reader | null;
  typedWord: string;
  problem?: Problem | undefined;
}

export function mergePage(props: MergePageProps): Html {
  const { lang, merge, now } = props;
  const w = mergeWords(lang).page;
  const day = (date: Date | string) => formatDate(tokyoDate(new Date(date)), lang, 'short');
  const state = outcomeOf(merge, merge.round, now);
  const by = suggesterOf(merge);
  const side = (one: ShownMerge['absorbed']) =>
    html`<p>${link(`/proposals/${ref(one.id, one.title)}`, one.title)}</p>${actor({
      kind: one.actor_kind,
      name: one.actor_name,
      kindText: kindWord(lang, one.actor_kind),
      href: `/actors/${ref(one.actor_id, one.actor_name)}`,
    })}`;
  return html`${pageHead({
    title: w.title(merge.absorbed.title, merge.target.title),
    above: chip(state === 'open' ? 'need' : state === 'merged' ? 'ok' : 'no', w.outcomes[state]),
    meta: `${w.suggestedBy(by.actor_name, day(merge.suggested_at))}${merge.ended_at ? `・${w.ended(day(merge.ended_at))}` : ''}`,
  })}${keyValues([
    [w.goes, side(merge.absorbed)],
    [w.stays, side(merge.target)],
    [w.word, merge.word !== '' && merge.word],
  ])}${section({ title: w.plan, children: paragraphs(merge.plan) })}${section({
    title: w.text,
    ...(merge.text ? { lead: w.textLead } : {}),
    children: merge.text ? common(merge, merge.text, lang) : html`<p>${w.noText}</p>`,
  })}${section({
    title: w.needed,
    lead: w.neededLead,
    children: list(
      merge.needed.map((one) =>
        listItem({
          title: actorLink(one, lang),
          level: 3,
          meta: one.at ? w.consented(day(one.at)) : w.waiting,
        }),
      ),
    ),
  })}${state === 'open' && html`<p>${w.until(day(new Date(merge.round.drafting_at.getTime() - 1)))}</p>${acts(props)}`}`;
}

function common(merge: ShownMerge, text: ProposalText, lang: Lang): Html {
  const w = mergeWords(lang).page;
  // Once merged, the present text is the common one: there is nothing left to compare.
  return textDiff(merge.present, text, { before: w.now, after: w.common }, lang);
}

function acts(props: MergePageProps): Html | null {
  const { lang, merge, reader, now } = props;
  if (!reader) return null;
  const w = mergeWords(lang).answer;
  const facts = factsOf(merge);
  const at = `/proposal-merges/${shortId(merge.id)}`;
  const word = textArea(
    {
      name: 'word',
      label: w.word,
      hint: w.wordHint,
      rows: 3,
      limit: 400,
      value: props.typedWord,
      error: errorAt(props.problem?.items ?? [], 'word'),
    },
    formWords(lang),
  );
  const no = mayAnswerMerge(reader, facts, merge.round, now);
  if (no === null)
    return section({
      title: w.title,
      children: html`<div class="panel confirm"><p><strong>${w.asWhom(reader.acting.name)}</strong></p><ul class="consequences"><li>${said(w.consequences.shown, reader.acting.name)}</li><li>${said(
        w.consequences.kept,
        reader.acting.name,
      )}</li><li>${said(w.consequences.again, reader.acting.name)}</li></ul>${form({
        action: `${at}/answers`,
        label: w.yes,
        children: html`${onceField()}${hidden('answer', 'yes')}`,
        buttons: button({ text: w.yes, tone: 'main', icon: 'check' }),
      })}${form({
        action: `${at}/answers`,
        label: w.no,
        children: html`${onceField()}${hidden('answer', 'no')}${word}`,
        buttons: button({ text: w.no }),
      })}</div>`,
    });
  if (no === 'answered-already') return html`<p>${w.done}</p>`;
  if (mayTakeBackMerge(reader, facts, { actorId: suggesterOf(merge).actor_id, withdrawnAt: null }) === null)
    return form({ action: `${at}/removal`, children: onceField(), buttons: button({ text: w.takeBack }) });
  const other = reader.roles.find(
    (held) => held.role !== 'member' && facts.needed.includes(held.organisation.id),
  )?.organisation;
  const self = facts.needed.includes(reader.person.id) ? reader.person : undefined;
  const switchTo = other ?? self;
  return switchTo ? html`<p>${link(actingAsPath(at), w.switchTo(switchTo.name))}</p>` : null;
}

function said(text: string | ((name: string) => string), name: string): string {
  return typeof text === 'function' ? text(name) : text;
}
