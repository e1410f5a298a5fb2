/** F9.9 A panel's page: what it is for, how the lots are drawn, the result by number, and the draw repeated by the reader. */
import { formatDate, formatDateTime, formatNumber, tokyoDate } from '#kernel/dates.ts';
import { closing, type Lang, opening } from '#kernel/lang.ts';
import { LOT_METHOD } from '#kernel/lot.ts';
import { button } from '#ui/button.ts';
import { chips } from '#ui/chip.ts';
import { section } from '#ui/heading.ts';
import { attrs, type Html, html } from '#ui/html.ts';
import { keyValues } from '#ui/list.ts';
import { type NowAct, nowBox } from '#ui/now-box.ts';
import { link, linked, meta, paragraphs, prose } from '#ui/prose.ts';
import { steps } from '#ui/steps.ts';
import { table } from '#ui/table.ts';
import { panelPath } from '../addresses.ts';
import type { Panel, PublicCandidate } from '../queries.ts';
import { stateOf } from '../rules.ts';
import { words } from '../words.ts';
import { holder, stateChip } from './list.ts';

export function panelHead(panel: Panel, lang: Lang): Html {
  return html`${chips([stateChip(panel, lang)])}<h1>${panel.title}</h1><div class="meta">${holder(panel, lang)} ${panel.held_text}</div>`;
}

/** `fix`, `draw`: why not, as a sentence; null when it can be done. Left out for everybody who isn't in charge. */
export function panelActs(panel: Panel, own: { fix: string | null; draw: string | null } | null, lang: Lang): Html {
  const w = words(lang).show;
  const at = panelPath(panel);
  const because = (reason: string | null) => (reason === null ? {} : { reason });
  const acts: NowAct[] = [];
  const state = stateOf(panel);
  if (own && state === 'announced') acts.push({ text: w.fixList, href: `${at}/list`, ...because(own.fix) });
  if (own && state === 'fixed') acts.push({ text: w.draw, href: `${at}/draw`, ...because(own.draw) });
  if (own && state === 'drawn') {
    acts.push({ text: w.invitations, href: `${at}/invitations`, icon: 'mail' });
    acts.push({ text: w.letters, href: `${at}/letters`, icon: 'print' });
  }
  if (state === 'drawn') acts.push({ text: w.verify, href: '#check', icon: 'proof' });
  else acts.push({ text: w.how, href: '#how' });
  return nowBox({ title: w.now, acts });
}

export interface ShowProps {
  lang: Lang;
  panel: Panel;
  invited: readonly PublicCandidate[];
  origin: string;
}

export function panelMain(props: ShowProps): Html {
  const { lang, panel } = props;
  const w = words(lang).show;
  return html`${prose(paragraphs(panel.about))}${keyValues([
    [w.held, panel.held_text],
    [w.size, w.people(formatNumber(panel.size))],
    [w.strata, panel.strata.join('・')],
    [w.contact, linked(panel.contact)],
  ])}${how(panel, lang)}${panel.drawn_at !== null && html`${result(props)}${check(props)}`}`;
}

function how(panel: Panel, lang: Lang): Html {
  const w = words(lang).show;
  const day = (at: Date) => formatDate(tokyoDate(at), lang, 'short');
  const state = stateOf(panel);
  const at = ['announced', 'fixed', 'drawn'].indexOf(state);
  const stand = (place: number) => (place < at ? 'done' : place === at ? 'now' : 'next') as 'done' | 'now' | 'next';
  return section({
    title: w.how,
    id: 'how',
    children: html`${steps({
      label: w.steps,
      steps: [
        { text: w.stepList, state: at > 0 ? 'done' : 'now' },
        { text: w.stepChance, state: at > 1 ? 'done' : stand(1), dates: day(panel.source_at) },
        { text: w.stepDraw, state: at > 1 ? 'done' : 'next' },
      ],
      words: { done: w.done, now: w.current, next: w.next },
    })}${keyValues([
      [
        w.stepList,
        panel.committed_at !== null &&
          w.fixed(formatNumber(panel.list_count ?? 0), formatDateTime(panel.committed_at, lang, 'short')),
      ],
      [w.hash, panel.list_hash !== null && html`<code>${panel.list_hash}</code>`],
      [
        w.source,
        html`${w.sources[panel.source]}<br>${linked(panel.source_text)}<br>${w.sourceDay(day(panel.source_at))}`,
      ],
      [w.chance, panel.chance !== null && html`<code>${panel.chance}</code>`],
      [w.evidence, panel.evidence !== null && evidence(panel.evidence)],
      [w.method, w.methodText(LOT_METHOD)],
    ])}${meta(w.announced(day(panel.announced_at)))}`,
  });
}

function evidence(text: string) {
  return text.startsWith('/') ? link(text, text) : linked(text);
}

/** One row a stratum: its places and the numbers that were drawn, with what each replied. */
function result({ lang, panel, invited }: ShowProps): Html {
  const w = words(lang).show;
  const groups = Map.groupBy(invited, ({ strata }) => strata.join('・'));
  const shown = (one: PublicCandidate) =>
    html`<li>${one.number}${opening(lang)}${w.candidate[one.state]}${one.replaces !== null && html`・${w.replaces(one.replaces)}`}${closing(lang)}</li>`;
  return section({
    title: w.result,
    id: 'result',
    lead: w.resultLead,
    children: table({
      caption: w.result,
      captionHidden: true,
      columns: [{ text: w.stratum }, { text: w.places, number: true }, { text: w.numbers }],
      rows: [...groups].map(([name, of]) => [
        name,
        formatNumber(of.filter((one) => one.replaces === null).length),
        html`<ul>${of.map(shown)}</ul>`,
      ]),
      note: html`${w.reserves} ${link(`${panelPath(panel)}/candidates.csv`, w.csv)}`,
    }),
  });
}

function check({ lang, panel, origin }: ShowProps): Html {
  const w = words(lang).show;
  const data = `${panelPath(panel)}/draw.json`;
  return section({
    title: w.verify,
    id: 'check',
    children: html`<lot-check${attrs({
      'data-src': encodeURI(data),
      'data-running': w.verifyRunning,
      'data-done': w.verifyDone,
      'data-wrong': w.verifyWrong,
      'data-unable': w.verifyUnable,
      'data-unreachable': w.verifyUnreachable,
    })}><p>${w.verifyText}</p><p hidden>${button({ text: w.verifyButton, icon: 'proof' })}</p><p role="status"></p></lot-check><p>${w.verifyCommand}</p><pre><code>./minna draw verify ${origin + encodeURI(data)}</code></pre><ul><li>${link(data, w.data)}</li><li>${link(`${panelPath(panel)}/list.tsv`, w.listFile)}</li></ul>`,
  });
}
