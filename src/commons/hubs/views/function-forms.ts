/** P3, P9: forms about a function: raising a hand for it, answering one, opening and closing it by a decision. */
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { actButton, button, linkButton } from '#ui/button.ts';
import { disclosure } from '#ui/disclosure.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, hidden, textArea, textField } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html, type Renderable } from '#ui/html.ts';
import { meta } from '#ui/prose.ts';
import { formWords } from '../form-words.ts';
import { functionWords } from '../function-words.ts';
import { lastingRecord, publicRecord } from '../public-record.ts';
import { ruleWords } from '../rule-words.ts';
import { actAsNotice, decisionFieldsView, type Typed } from './decision-fields.ts';

const WORD_LIMIT = 400;
const HOW_LIMIT = 2000;

export function raiseForm(
  key: string,
  isOpen: boolean,
  { typed, problem, once, lang }: { typed: string; problem: Problem | undefined; once: Renderable; lang: Lang },
): Html {
  const w = functionWords(lang).hands;
  return section({
    title: isOpen ? w.raiseOpen : w.raise,
    level: 3,
    lead: w.lead,
    children: form({
      action: `/functions/${key}/hands`,
      note: publicRecord(lang),
      children: html`${once}${textArea(
        {
          name: 'word',
          label: w.word,
          example: w.wordExample,
          required: true,
          rows: 3,
          limit: WORD_LIMIT,
          value: typed,
          error: errorAt(problem?.items ?? [], 'word'),
        },
        formWords(lang),
      )}${meta(w.publicNote)}`,
      buttons: button({ text: w.send, icon: 'hand', tone: 'main' }),
    }),
  });
}

export function lowerForm(key: string, handId: string, once: Renderable, lang: Lang): Html {
  const w = functionWords(lang).hands;
  return html`<p>${w.yours}</p>${actButton({
    action: `/functions/${key}/lowered-hands`,
    text: w.lower,
    fields: html`${once}${hidden('id', handId)}`,
  })}`;
}

export function replyForm(key: string, hand: { id: string; reply: string }, once: Renderable, lang: Lang): Html {
  const w = functionWords(lang).hands;
  return disclosure({
    summary: w.replySend,
    body: form({
      action: `/functions/${key}/replies`,
      note: lastingRecord(lang),
      children: html`${once}${hidden('id', hand.id)}${textArea(
        {
          name: 'reply',
          id: `reply-${hand.id}`,
          label: w.replyField,
          required: true,
          rows: 2,
          limit: WORD_LIMIT,
          value: hand.reply,
        },
        formWords(lang),
      )}`,
      buttons: button({ text: w.replySend, small: true }),
    }),
  });
}

export interface DecisionFormProps {
  key: string;
  version: number;
  typed: Typed;
  problem: Problem | undefined;
  today: string;
  mayAct: boolean;
  once: Renderable;
  lang: Lang;
}

function frame(
  props: DecisionFormProps,
  title: string,
  lead: string,
  action: string,
  fields: Html,
  save: string,
): Html {
  const w = ruleWords(props.lang).form;
  return html`${pageHead({ title, lead })}${!props.mayAct && actAsNotice(props.lang, action)}${form({
    action,
    note: lastingRecord(props.lang),
    children: html`${props.once}${hidden('version', props.version)}${fields}${decisionFieldsView(props.typed, props.problem, props.today, props.lang)}`,
    buttons: html`${button({ text: save, tone: 'main', ...(props.mayAct ? {} : { reason: w.actAs }) })}${linkButton({ text: w.cancel, href: `/functions/${props.key}`, tone: 'quiet' })}`,
  })}`;
}

export function openingForm(props: DecisionFormProps, isOpen: boolean): Html {
  const { key, lang, typed, problem } = props;
  const { act, names } = functionWords(lang);
  const f = formWords(lang);
  const error = (name: string) => errorAt(problem?.items ?? [], name);
  const figure = (name: 'people' | 'hours', unit: string) =>
    textField(
      {
        name,
        label: act[name],
        required: true,
        inputmode: 'numeric',
        width: 4,
        unit,
        value: typed[name] ?? '',
        error: error(name),
      },
      f,
    );
  const fields = html`${textField({ name: 'steward', label: act.steward, hint: act.stewardHint, required: true, value: typed.steward ?? '', error: error('steward') }, f)}${figure('people', act.peopleUnit)}${figure('hours', act.hoursUnit)}${textArea({ name: 'how', label: act.how, hint: act.howHint, limit: HOW_LIMIT, rows: 3, value: typed.how ?? '', error: error('how') }, f)}`;
  const title = isOpen ? act.rerun : act.openTitle(names[key]!);
  return frame(props, title, act.openLead, `/functions/${key}/opening`, fields, isOpen ? act.rerun : act.save);
}

export function closingForm(props: DecisionFormProps): Html {
  const { act, names } = functionWords(props.lang);
  const { key } = props;
  return frame(props, act.closeTitle(names[key]!), act.closeLead, `/functions/${key}/closing`, html``, act.saveClose);
}
