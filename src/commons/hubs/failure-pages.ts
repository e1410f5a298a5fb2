/** Pages for what didn't work. Each says what to do, and shows what was typed, so that nothing is lost. */
import type { Lang } from '#kernel/lang.ts';
import type { Reply } from '#kernel/web/reply.ts';
import { type Problem, problemJson, type Visit } from '#kernel/web/visit.ts';
import { hidden } from '#ui/fields.ts';
import { type Html, html, url } from '#ui/html.ts';
import { page } from './page.ts';
import { words } from './words.ts';

/** Shorter than this is soon typed again, and goes along without being shown. */
const SHORT = 20;
const UNSEEN = new Set(['once', 'password', 'new_password', 'token', 'code']);

const kept = (visit: Visit, values: Record<string, string>) => keptTexts(visit.lang, visit.url.pathname, values);

export function keptTexts(lang: Lang, path: string, values: Record<string, string>): Html | null {
  const w = words(lang).failures;
  const entries = Object.entries(values).filter(([name, value]) => value !== '' && !/password|token|secret/.test(name));
  if (entries.length === 0) return null;
  const isUnseen = ([name, value]: [string, string]) => UNSEEN.has(name) || value.length < SHORT;
  const seen = entries.filter((entry) => !isUnseen(entry)).map(([name]) => name);
  const said = seen.length === 0 ? w.keptUnseen : w.kept;
  return html`<form method="post" action="${url(path)}"><p>${said}</p>${entries.map(([name, value], at) =>
    isUnseen([name, value])
      ? hidden(name, value)
      : html`<div class="field"><label for="kept-${at}">${w.keptText(seen.indexOf(name) + 1, seen.length)}</label><textarea id="kept-${at}" name="${name}" rows="5">
${value}</textarea></div>`,
  )}<p><button class="button button-primary" type="submit">${w.tryAgain}</button></p></form>`;
}

function failure(visit: Visit, status: number, title: string, text: readonly (string | Html | null)[]): Reply {
  if (visit.wantsJson) return problemJson({ status, items: [{ code: String(status), message: title }] });
  const w = words(visit.lang).failures;
  return page(visit, {
    title,
    status,
    layout: 'reading',
    indexed: false,
    main: html`<h1>${title}</h1>${text.map((line) => (typeof line === 'string' ? html`<p>${line}</p>` : line))}<p><a href="/">${w.toHome}</a> ・ <a href="/proposals">${w.toProposals}</a></p>`,
  });
}

export function notFoundPage(visit: Visit): Reply {
  const w = words(visit.lang).failures;
  return failure(visit, 404, w.notFound, [w.notFoundText, w.notFoundTry]);
}

export function wrongMethodPage(visit: Visit): Reply {
  return failure(visit, 405, words(visit.lang).failures.wrongMethod, []);
}

/** X11: leads on for an hour at a time, as the town may come back; whoever sent something is told where to send it instead. */
export function movedPage(visit: Visit, address: string | null): Reply {
  const w = words(visit.lang).failures;
  const to = visit.hub.movedTo ?? '';
  const link = html`<a href="${url(address ?? to)}">${address ?? to}</a>`;
  const reply = failure(visit, address === null ? 410 : 308, w.moved, [w.movedText, html`<p>${link}</p>`]);
  const headers = { 'cache-control': 'public, max-age=3600', ...(address === null ? {} : { location: address }) };
  return { ...reply, headers: { ...reply.headers, ...headers } };
}

/** An expected no that no form took up. */
export function refusedPage(visit: Visit, problem: Problem, values: Record<string, string>): Reply {
  const w = words(visit.lang).failures;
  if (problem.status === 404) return notFoundPage(visit);
  if (visit.wantsJson) return problemJson(problem);
  const title = problem.status === 429 ? w.tooOften : w.refused;
  return failure(visit, problem.status, title, [...problem.items.map((item) => item.message), kept(visit, values)]);
}

export function awayPage(visit: Visit, values: Record<string, string>): Reply {
  const w = words(visit.lang).failures;
  const reply = failure(visit, 503, w.away, [w.awayText, kept(visit, values)]);
  return { ...reply, headers: { ...reply.headers, 'retry-after': '10' } };
}

export function faultPage(visit: Visit, values: Record<string, string>): Reply {
  const w = words(visit.lang).failures;
  return failure(visit, 500, w.fault, [w.faultText, w.reference(visit.requestId), kept(visit, values)]);
}
