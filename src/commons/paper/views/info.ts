/** X9 Taking part on paper: how, the form, the posters; and the form as a page to print. */

import { type Debate, debateDates, debateHref, debatePath, debateState } from '#commons/discussion/index.ts';
import type { Lang } from '#kernel/lang.ts';
import { linkButton } from '#ui/button.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html, type Renderable } from '#ui/html.ts';
import { keyValues } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import type { QrModules } from '#ui/paper.ts';
import { qrPicture, writingLines } from '#ui/paper.ts';
import { link, meta } from '#ui/prose.ts';
import { words } from '../words.ts';

export interface InfoProps {
  lang: Lang;
  now: Date;
  debate: Debate;
  office: string | null;
  /** acts for the secretariat */
  enters: boolean;
}

export function infoPage({ lang, now, debate, office, enters }: InfoProps): Html {
  const w = words(lang).info;
  const at = debatePath(debate);
  const isOver = debateState(debate, now) === 'closed';
  const files = (...links: Renderable[]) => html`<ul>${links.map((one) => html`<li>${one}</li>`)}</ul>`;
  return html`${pageHead({ title: w.title, lead: w.lead, meta: link(debateHref(debate), debate.title) })}${
    isOver
      ? notice({ tone: 'info', title: w.closed })
      : notice({ tone: 'info', title: w.until(debateDates(debate, lang).closes) })
  }${
    !isOver &&
    html`${section({
      title: w.steps,
      children: html`<ol>${w.stepList(office ?? w.office).map((step) => html`<li>${step}</li>`)}</ol>${meta(w.votes)}`,
    })}${section({
      title: w.form,
      children: files(link(`${at}/paper-form.pdf`, w.formPdf), link(`${at}/paper-form`, w.formPage)),
    })}${section({
      title: w.posters,
      children: html`<p>${w.postersLead}</p>${files(link(`${at}/poster.pdf`, w.posterA4), link(`${at}/poster.pdf?paper=a3`, w.posterA3))}`,
    })}`
  }${
    enters &&
    section({
      title: w.desk,
      children: html`${!isOver && html`<p>${linkButton({ text: w.enter, href: `${at}/paper-opinions/new`, icon: 'edit' })}</p>`}<p>${link(`/paper-opinions?debate=${at.split('/')[2]!.slice(0, 22)}`, w.entered)}</p>`,
    })
  }`;
}

export interface FormPageProps {
  lang: Lang;
  debate: Debate;
  office: string | null;
  bodyMax: number;
  url: string;
  code: QrModules;
}

const BOX = '☐';

export function formPage({ lang, debate, office, bodyMax, url, code }: FormPageProps): Html {
  const w = words(lang);
  const f = w.form;
  const tick = (text: string) => html`<li>${BOX} ${text}</li>`;
  const lines = (title: string, hint: string, count: number) =>
    section({ title, children: html`${meta(hint)}${writingLines(count)}` });
  return html`${pageHead({ above: f.title, title: debate.title, lead: f.print })}${keyValues([
    [f.until, f.untilDay(debateDates(debate, lang).closes)],
    [f.where, office ?? w.info.office],
    [f.shown, f.shownText],
  ])}${section({ title: f.kind, children: html`<ul>${tick(f.opinion)}${tick(f.question)}</ul>` })}${lines(f.body, f.bodyHint(bodyMax), 8)}${lines(f.reason, f.reasonHint, 4)}${section({ title: f.name, children: html`<ul>${tick(f.nameNo)}${tick(f.nameYes)}</ul>` })}${lines(f.nameLine, f.nameHint, 1)}${section(
    {
      title: f.code,
      children: html`${qrPicture(code, url)}<p>${link(url, url)}</p>`,
    },
  )}${meta(f.foot)}`;
}
