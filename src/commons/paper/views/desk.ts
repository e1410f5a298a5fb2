/** X9 What the secretariat sees: the quick form, the list, one paper with its scan, putting it right, taking it back. */
import { type Debate, debateHref, debatePath, opinionHref } from '#commons/discussion/index.ts';
import { attachments, fileNote, type UploadedFile } from '#commons/files/index.ts';
import { actingAsPath, formWords, lastingRecord, onceField, publicRecord } from '#commons/hubs/index.ts';
import { formatDate, formatNumber } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button, buttons, linkButton } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { fileField, form, hidden, radioGroup, textArea, textField } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty, keyValues, list, listItem } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { pager } from '#ui/pager.ts';
import { link, meta, paragraphs, prose } from '#ui/prose.ts';
import { NAME_MAX, PAPER_KINDS } from '../paper.ts';
import type { Paper, PaperList } from '../queries.ts';
import { words } from '../words.ts';

export interface Typed {
  kind: string;
  body: string;
  reason: string;
  name: string;
  receivedOn: string;
  kept: readonly UploadedFile[];
}

export interface EnterProps {
  lang: Lang;
  debate: Debate;
  typed: Typed;
  entry: string;
  limits: { opinion: number; reason: number };
  /** the paper entered just now */
  last: Paper | null;
  /** why nothing can be entered now */
  blocked: string | null;
  problem?: Problem | undefined;
}

export function enterPage(props: EnterProps): Html {
  const { lang, debate, last, blocked } = props;
  const w = words(lang).enter;
  return html`${pageHead({ title: w.title, lead: w.lead, meta: link(debateHref(debate), debate.title) })}${
    last &&
    notice({
      tone: 'success',
      live: true,
      title: w.done(formatNumber(last.number)),
      body: html`<p>${link(`/paper-opinions/${shortId(last.id)}/receipt.pdf`, w.receipt)}・${link(`/paper-opinions/${shortId(last.id)}`, w.look)}</p>`,
    })
  }${blocked ? notice({ tone: 'info', title: w.blocked, body: html`<p>${blocked}</p>` }) : enterForm(props)}<p>${link(`/paper-opinions?debate=${shortId(debate.id)}`, w.all)}</p>`;
}

function enterForm({ lang, debate, typed, entry, limits, problem }: EnterProps): Html {
  const w = words(lang).enter;
  const f = formWords(lang);
  const errors = problem?.items ?? [];
  const shown = form({
    action: `${debatePath(debate)}/paper-opinions`,
    note: publicRecord(lang),
    files: true,
    label: w.title,
    children: html`${onceField()}${hidden('entry', entry)}${typed.kept.map(
      (file) => html`${hidden('file-kept', file.id)}${meta(fileNote(file, lang))}`,
    )}${textArea(
      {
        name: 'body',
        label: w.body,
        required: true,
        rows: 5,
        limit: limits.opinion,
        value: typed.body,
        error: errorAt(errors, 'body'),
      },
      f,
    )}${textArea(
      {
        name: 'reason',
        label: w.reason,
        rows: 2,
        limit: limits.reason,
        value: typed.reason,
        error: errorAt(errors, 'reason'),
      },
      f,
    )}${radioGroup(
      {
        name: 'kind',
        label: w.kind,
        required: true,
        inline: true,
        value: typed.kind,
        choices: PAPER_KINDS.map((value) => ({ value, text: w.kinds[value] })),
        error: errorAt(errors, 'kind'),
      },
      f,
    )}${textField(
      {
        name: 'name',
        label: w.name,
        hint: w.nameHint,
        maxlength: NAME_MAX,
        value: typed.name,
        error: errorAt(errors, 'name'),
      },
      f,
    )}${textField(
      {
        name: 'receivedOn',
        label: w.receivedOn,
        type: 'date',
        required: true,
        value: typed.receivedOn,
        error: errorAt(errors, 'receivedOn'),
      },
      f,
    )}${fileField(
      {
        name: 'file',
        label: w.scan,
        hint: w.scanHint,
        accept: 'image/*,application/pdf',
        error: errorAt(errors, 'file'),
      },
      f,
    )}`,
    buttons: button({ text: w.submit, tone: 'main', icon: 'check' }),
  });
  return html`<div class="section"><quick-entry>${shown}</quick-entry>${meta(w.keys)}</div>`;
}

export interface ListProps extends PaperList {
  lang: Lang;
  debateId: string | null;
  later: boolean;
}

export function paperList({ lang, papers, more, debateId, later }: ListProps): Html {
  const w = words(lang).list;
  const of = debateId ? `debate=${shortId(debateId)}` : '';
  const last = papers.at(-1);
  return html`${pageHead({ title: w.title, lead: w.lead })}${prose(html`<p>${w.how}</p>`)}${buttons(
    linkButton({ href: '/proposals', text: w.toProposals }),
    linkButton({ href: '/plans', text: w.toPlans }),
  )}${
    papers.length === 0
      ? empty({ title: w.empty })
      : list(
          papers.map((paper) =>
            listItem({
              title: w.number(formatNumber(paper.number)),
              href: `/paper-opinions/${shortId(paper.id)}`,
              level: 2,
              body: isGone(paper) ? w.gone : paper.body,
              meta: w.meta(paper.debate_title, formatDate(paper.paper_on, lang, 'short'), paper.entered_by),
            }),
          ),
        )
  }${pager({
    label: w.pages,
    ...(later ? { previous: { href: `/paper-opinions${of && `?${of}`}`, text: w.first } } : {}),
    ...(more && last
      ? { next: { href: `/paper-opinions?${of && `${of}&`}after=${shortId(last.id)}`, text: w.next } }
      : {}),
  })}`;
}

/** For somebody of the desk who speaks for somebody else now. `here`: path and query they wanted */
export function switchFirst(lang: Lang, here: string): Html {
  const w = words(lang);
  return html`${pageHead({ title: w.list.title, lead: w.list.lead })}${notice({
    tone: 'info',
    title: w.refusals['not-secretariat'],
    actions: linkButton({ href: actingAsPath(here), text: w.list.toDesk }),
  })}`;
}

function isGone(paper: Paper): boolean {
  return paper.withdrawn_at !== null || paper.hidden_at !== null;
}

export interface ShowProps {
  lang: Lang;
  paper: Paper;
  limits: { opinion: number; reason: number };
  typed: { body?: string | undefined; reason?: string | undefined };
  problem?: Problem | undefined;
}

export function paperPage(props: ShowProps): Html {
  const { lang, paper } = props;
  const w = words(lang);
  const s = w.show;
  const at = `/paper-opinions/${shortId(paper.id)}`;
  return html`${pageHead({ title: s.title(formatNumber(paper.number)) })}${keyValues([
    [s.debate, paper.debate_title],
    [s.received, formatDate(paper.paper_on, lang)],
    [s.name, paper.signed_name ?? s.noName],
    [s.entered, paper.entered_by],
    [s.opinion, link(opinionHref(paper.id), opinionHref(paper.id))],
    [s.receipt, !isGone(paper) && link(`${at}/receipt.pdf`, s.receipt)],
  ])}${isGone(paper) ? notice({ tone: 'info', title: s.withdrawn }) : prose(paragraphs(paper.body))}${section({
    title: w.scan.title,
    children: attachments(paper.scans, lang) ?? html`<p>${w.scan.none}</p>`,
  })}${!isGone(paper) && changes(props, at)}`;
}

function changes({ lang, paper, limits, typed, problem }: ShowProps, at: string): Html {
  const s = words(lang).show;
  const f = formWords(lang);
  const errors = problem?.items ?? [];
  return html`${section({
    title: s.correct,
    children: form({
      action: `${at}/correction`,
      note: lastingRecord(lang),
      label: s.correct,
      children: html`${onceField()}${textArea(
        {
          name: 'body',
          label: words(lang).enter.body,
          hint: s.correctHint,
          required: true,
          rows: 5,
          limit: limits.opinion,
          value: typed.body ?? paper.body,
          error: errorAt(errors, 'body'),
        },
        f,
      )}`,
      buttons: button({ text: s.correctSubmit }),
    }),
  })}${section({
    title: s.takeBack,
    children: form({
      action: `${at}/removal`,
      note: lastingRecord(lang),
      label: s.takeBack,
      children: html`${onceField()}${textArea(
        {
          name: 'reason',
          label: s.reason,
          hint: s.reasonHint,
          required: true,
          rows: 2,
          limit: limits.reason,
          value: typed.reason ?? '',
          error: errorAt(errors, 'reason'),
        },
        f,
      )}`,
      buttons: button({ text: s.takeBackSubmit }),
    }),
  })}`;
}
