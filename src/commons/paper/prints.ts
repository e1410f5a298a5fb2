/** X9 The form, the posters and the receipt as they are printed. Pure. */
import type { Fact, Poster, Sheet } from '#channels/pdf/index.ts';
import { type Debate, debateHref, opinionHref } from '#commons/discussion/index.ts';
import { rulesOf } from '#commons/hubs/index.ts';
import type { Hub } from '#kernel/context.ts';
import { formatDate, formatDateTime, formatNumber, tokyoDate } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import { type Lang, labelled } from '#kernel/lang.ts';
import type { Paper } from './queries.ts';
import { words } from './words.ts';

export interface PrintProps {
  lang: Lang;
  hub: Pick<Hub, 'town' | 'origin' | 'rules' | 'rulesByVersion'>;
  debate: Debate;
  /** where papers are handed in; null where the hub names no office */
  office: string | null;
}

const label = (text: string) => ({ label: text });
const fact = (name: string, value: string): Fact => ({ label: label(name), values: [label(value)] });

function printed({ lang }: PrintProps, title: string, date: Date) {
  return {
    lang: 'ja' as const,
    labels: lang === 'en' ? ('en' as const) : ('ja' as const),
    title,
    date: date.toISOString(),
  };
}

/** Short, so that the code has few modules and can be typed; a wrong slug leads to the right page. */
function debateUrl({ hub, debate }: PrintProps): string {
  const [, place] = debateHref(debate).split('/');
  return `${hub.origin}/${place}/${shortId(debate.id)}`;
}

/** With its year: a sheet of paper is found again years later. */
function lastDay(debate: Debate, lang: Lang): string {
  return formatDate(tokyoDate(new Date(debate.closes_at.getTime() - 1)), lang);
}

const BODY_LINES = 7;
const REASON_LINES = 3;

export function formSheet(props: PrintProps): Sheet {
  const { lang, hub, debate } = props;
  const w = words(lang);
  const f = w.form;
  const { limits } = rulesOf(hub, debate.rules_version);
  return {
    ...printed(props, f.of(debate.title), debate.opens_at),
    look: 'sheet',
    above: label(`${hub.town[lang]}　${f.title}`),
    heading: debate.title,
    lead: '',
    foot: label(f.foot),
    blocks: [
      {
        kind: 'facts',
        facts: [
          fact(f.until, f.untilDay(lastDay(debate, lang))),
          { label: label(f.where), values: [props.office ?? label(w.info.office)] },
          fact(f.shown, f.shownText),
        ],
      },
      { kind: 'ticks', label: label(f.kind), items: [label(f.opinion), label(f.question)] },
      { kind: 'lines', label: label(f.body), hint: label(f.bodyHint(limits.opinion)), count: BODY_LINES },
      { kind: 'lines', label: label(f.reason), hint: label(f.reasonHint), count: REASON_LINES },
      { kind: 'ticks', label: label(f.name), items: [label(f.nameNo), label(f.nameYes)] },
      { kind: 'lines', label: label(f.nameLine), hint: label(f.nameHint), count: 1 },
      { kind: 'qr', url: debateUrl(props), text: label(f.code) },
    ],
  };
}

export function debatePoster(props: PrintProps, paper: 'a4' | 'a3'): Poster {
  const { lang, hub, debate } = props;
  const w = words(lang);
  return {
    ...printed(props, labelled(w.info.posters, debate.title, lang), debate.opens_at),
    look: 'poster',
    paper,
    above: label(hub.town[lang]),
    heading: debate.title,
    lead: label(w.poster.call),
    facts: [
      fact(w.poster.when, w.form.untilDay(lastDay(debate, lang))),
      fact(w.poster.how, w.poster.howText),
      { label: label(w.poster.where), values: [props.office ?? label(w.info.office)] },
    ],
    code: { url: debateUrl(props), text: label(w.poster.code) },
    notes: [label(w.poster.note)],
  };
}

/** What whoever handed in a paper takes home. Nothing on it that isn't public. */
export function receiptSheet(props: PrintProps, paper: Paper): Sheet {
  const { lang, hub, debate } = props;
  const w = words(lang).receipt;
  const title = w.title(formatNumber(paper.number));
  return {
    ...printed(props, title, paper.entered_at),
    look: 'sheet',
    above: label(hub.town[lang]),
    heading: label(title),
    lead: label(w.lead),
    foot: debate.title,
    blocks: [
      { kind: 'heading', level: 1, text: debate.title },
      {
        kind: 'facts',
        facts: [
          fact(w.number, formatNumber(paper.number)),
          fact(w.received, formatDate(paper.paper_on, lang)),
          fact(w.entered, formatDateTime(paper.entered_at, lang)),
          { label: label(w.office), values: [props.office ?? label(words(lang).info.office)] },
          { label: label(w.name), values: [paper.signed_name ?? label(words(lang).show.noName)] },
        ],
      },
      { kind: 'heading', level: 1, text: label(w.body) },
      { kind: 'text', text: paper.body },
      ...(paper.reason === ''
        ? []
        : [
            { kind: 'heading' as const, level: 2 as const, text: label(w.reason) },
            { kind: 'text' as const, text: paper.reason },
          ]),
      { kind: 'heading', level: 1, text: label(w.after) },
      { kind: 'list', items: w.afterList.map(label) },
      { kind: 'qr', url: `${hub.origin}${opinionHref(paper.id)}`, text: label(w.code) },
    ],
  };
}
