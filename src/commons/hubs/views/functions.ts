/** P3, P9: the functions of a town: which are open, who runs them, what the others need, and who would begin them together. */
import { formatDate, formatNumber, tokyoDate } from '#kernel/dates.ts';
import { ref } from '#kernel/ids.ts';
import { type Lang, labelled } from '#kernel/lang.ts';
import { chip } from '#ui/chip.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html, type Renderable } from '#ui/html.ts';
import { empty, keyValues, list, listHead, listItem } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { link, paragraphs } from '#ui/prose.ts';
import { voice } from '#ui/thread.ts';
import type { FunctionHand, FunctionTerm } from '../function-queries.ts';
import { functionWords } from '../function-words.ts';
import { TOWN_FUNCTIONS } from '../town-functions.ts';
import { words } from '../words.ts';

const day = (date: Date, lang: Lang) => formatDate(tokyoDate(date), lang);

function stateChip(isOpen: boolean, lang: Lang): Html {
  const w = functionWords(lang);
  return chip(isOpen ? 'on' : 'no', isOpen ? w.open : w.notOpen);
}

function needText(key: string, lang: Lang): string {
  const one = TOWN_FUNCTIONS.find((found) => found.key === key)!;
  return functionWords(lang).needFigure(formatNumber(one.people), formatNumber(one.hours));
}

export interface FunctionListProps {
  lang: Lang;
  open: readonly string[];
  terms: readonly FunctionTerm[];
  hands: readonly FunctionHand[];
}

export function functionList({ lang, open, terms, hands }: FunctionListProps): Html {
  const w = functionWords(lang);
  const isOpen = (key: string) => open.includes(key);
  const inOrder = TOWN_FUNCTIONS.toSorted((a, b) => Number(isOpen(b.key)) - Number(isOpen(a.key)));
  return html`${pageHead({ title: w.title, lead: w.lead })}${listHead({
    count: w.count(
      formatNumber(TOWN_FUNCTIONS.filter(({ key }) => isOpen(key)).length),
      formatNumber(TOWN_FUNCTIONS.length),
    ),
    data: [{ href: '/functions.json', text: w.json, type: 'application/json' }],
  })}${list(
    inOrder.map(({ key }) => {
      const term = terms.find((one) => one.function === key);
      const raised = hands.filter((hand) => hand.function === key).length;
      const state = isOpen(key)
        ? labelled(w.runs, term ? w.runsSince(term.steward_name, day(term.begins_at, lang)) : w.nobody, lang)
        : labelled(w.need, needText(key, lang), lang);
      return listItem({
        level: 2,
        above: stateChip(isOpen(key), lang),
        title: w.names[key]!,
        href: `/functions/${key}`,
        body: w.abouts[key]!,
        meta: html`${state}${raised > 0 && html`<br>${w.hands.count(formatNumber(raised))}`}`,
      });
    }),
  )}`;
}

export function functionHead(key: string, isOpen: boolean, lang: Lang): Html {
  const w = functionWords(lang);
  const name = w.names[key]!;
  return html`${pageHead({ above: stateChip(isOpen, lang), title: name, lead: w.abouts[key]! })}${
    !isOpen && notice({ tone: 'info', title: w.notOpenText(name) })
  }`;
}

export interface FunctionPageProps {
  lang: Lang;
  key: string;
  isOpen: boolean;
  terms: readonly FunctionTerm[];
  hands: readonly FunctionHand[];
  /** the form to raise one's hand, or to lower it */
  own: Renderable;
  /** below each hand, for the secretariat */
  replyTo: (hand: FunctionHand) => Renderable;
}

export function functionMain(props: FunctionPageProps): Html {
  const { lang, key, isOpen, terms, hands } = props;
  const w = functionWords(lang);
  const present = terms.find((term) => term.ends_at === null);
  const past = terms.filter((term) => term.ends_at !== null);
  return html`${keyValues([
    [w.need, isOpen ? null : html`${w.needs[key]}<br>${needText(key, lang)}`],
    [w.runs, isOpen ? (present ? stewardOf(present, lang) : w.nobody) : null],
    [w.how, isOpen ? html`${present?.how ? paragraphs(present.how) : ''}${link('/rules', w.howRules)}` : null],
  ])}${section({
    title: isOpen ? w.hands.titleOpen : w.hands.title,
    id: 'hands',
    children: html`${
      hands.length === 0
        ? empty({ title: isOpen ? w.hands.noneOpen : w.hands.none })
        : list(hands.map((hand) => html`${handView(hand, lang)}${props.replyTo(hand)}`))
    }${props.own}`,
  })}${
    past.length > 0 &&
    section({
      title: w.history,
      children: html`<ul>${past.map(
        (term) =>
          html`<li>${w.ended(day(term.ends_at!, lang))}</li><li>${w.began(day(term.begins_at, lang), term.steward_name)}</li>`,
      )}</ul>`,
    })
  }`;
}

function stewardOf(term: FunctionTerm, lang: Lang): Html {
  const w = functionWords(lang);
  const name = w.runsSince(term.steward_name, day(term.begins_at, lang));
  const at = `/actors/${ref(term.steward_id, term.steward_name)}`;
  return html`${link(at, name)}<br>${w.runsWith(formatNumber(term.people), formatNumber(term.hours))}`;
}

function handView(hand: FunctionHand, lang: Lang): Html {
  const w = functionWords(lang);
  return voice({
    id: `hand-${hand.id}`,
    actor: {
      kind: hand.actor_kind,
      name: hand.actor_name,
      kindText: words(lang).kinds[hand.actor_kind],
      href: `/actors/${ref(hand.actor_id, hand.actor_name)}`,
    },
    when: { text: formatDate(tokyoDate(hand.raised_at), lang, 'short'), datetime: tokyoDate(hand.raised_at) },
    body: paragraphs(hand.word),
    ...(hand.reply ? { reason: html`<strong>${w.hands.reply}</strong>${paragraphs(hand.reply)}` } : {}),
  });
}
