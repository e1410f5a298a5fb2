import { verbWord } from '#commons/happenings/index.ts';
import { formatDateTime, formatNumber } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import { pageHead, section } from '#ui/heading.ts';
import { attrs, type Html, html, url } from '#ui/html.ts';
import { keyValues } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { parseEventEntry } from '../entry.ts';
import type { Head, Proofs } from '../reads.ts';
import { words } from '../words.ts';

export interface JournalProps {
  lang: Lang;
  hubOrigin: string;
  head: Head | null;
  origin: string;
  vkey: string;
}

export function journalView({ lang, hubOrigin, head, origin, vkey }: JournalProps): Html {
  const w = words(lang).journal;
  return html`${pageHead({ title: w.title, lead: w.lead })}${section({
    title: w.what,
    children: html`<ul>${w.points.map((point) => html`<li>${point}</li>`)}</ul>`,
  })}${section({
    title: w.now,
    children: head
      ? html`${keyValues([
          [w.size, w.entries(formatNumber(head.size))],
          [w.root, html`<code>${Buffer.from(head.root).toString('base64')}</code>`],
          [w.origin, html`<code>${origin}</code>`],
          [w.key, html`<code>${vkey}</code>`],
        ])}<pre tabindex="0">${head.note}</pre>`
      : html`<p>${w.nothing}</p>`,
  })}${section({
    title: w.verify,
    children: html`<p>${w.verifyText}</p><pre tabindex="0">./minna journal verify ${hubOrigin}/journal --key "${vkey}"
./minna journal mirror ${hubOrigin}/journal journal-copy</pre><p>${w.formats}</p><ul><li><a href="/journal/checkpoint">/journal/checkpoint</a></li><li><a href="/journal/key">/journal/key</a></li></ul>`,
  })}`;
}

export interface ProofProps {
  lang: Lang;
  kind: string;
  id: string;
  isKnown: boolean;
  proofs: Proofs | null;
  vkey: string;
}

export function proofView({ lang, kind, id, isKnown, proofs, vkey }: ProofProps): Html {
  const w = words(lang).proof;
  const src = `/proofs/${kind}/${id}/proof.json`;
  if (!proofs || proofs.proofs.length === 0)
    return html`${pageHead({ title: w.title, lead: w.lead })}${notice({ tone: 'info', title: isKnown ? w.waiting : w.none })}`;
  return html`${pageHead({ title: w.title, lead: w.lead })}<journal-check${attrs({ 'data-src': src, 'data-key': vkey, ...checkWords(lang) })}><p><button class="button button-main" type="button" hidden>${w.check}</button></p><p role="status"></p><ol></ol></journal-check>${section(
    {
      title: w.entries,
      children: html`${proofs.proofs.map(({ index, entry, parts }) => {
        const parsed = parseEventEntry(entry);
        return html`<article class="card"><h3>${w.entry(formatNumber(index))}</h3>${keyValues([
          [w.at, formatDateTime(new Date(parsed.at), lang)],
          [w.verb, html`${verbWord(parsed.verb, lang)} <code>${parsed.verb}</code>`],
          [w.commitments, formatNumber(parsed.commitments.length)],
          [w.disclosed, parts.length > 0 ? parts.map((part) => partName(w.parts, part.part)).join('・') : w.silent],
        ])}</article>`;
      })}`,
    },
  )}<p><a href="${url(src)}">${w.data}</a></p>`;
}

function checkWords(lang: Lang): Record<string, string> {
  const { steps, parts } = words(lang).proof;
  return {
    ...Object.fromEntries(Object.entries(steps).map(([name, text]) => [`data-${name}`, text])),
    ...Object.fromEntries(Object.entries(parts).map(([name, text]) => [`data-name-${name}`, text])),
  };
}

/** Several parts of one sort are numbered: `co-proposer:2`. */
function partName(names: Readonly<Record<string, string>>, part: string): string {
  const [sort = '', number] = part.split(':');
  const name = names[sort] ?? sort;
  return number === undefined ? name : `${name} ${number}`;
}
