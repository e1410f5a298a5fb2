/** F7.3 The pages of circles. */
import { attachments, type FileLimits, type UploadedFile, uploadFields } from '#commons/files/index.ts';
import { lastingRecord, onceField } from '#commons/hubs/index.ts';
import { formatDateTime } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { actButton, button, linkButton } from '#ui/button.ts';
import { chip } from '#ui/chip.ts';
import { disclosure } from '#ui/disclosure.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, hidden } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { list, listItem } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { nowBox } from '#ui/now-box.ts';
import { pager } from '#ui/pager.ts';
import { paragraphs, prose } from '#ui/prose.ts';
import { dayText, fieldsForm, groupPath } from '../../groups/index.ts';
import { circlePath } from '../addresses.ts';
import { answerTitle } from '../answer-by-mail.ts';
import { CIRCLE_LIMITS } from '../circle.ts';
import type { Circle, CircleLetter, CircleMember, circleFiles } from '../queries.ts';
import { circleWords } from '../words.ts';

export interface Named {
  id: string;
  name: string;
}

export function circleListView(lang: Lang, circles: readonly Circle[], more: boolean, later: boolean): Html {
  const w = circleWords(lang);
  return html`${pageHead({ title: w.title, lead: w.lead, buttons: linkButton({ href: '/circles/new', text: w.found, icon: 'add' }) })}${
    circles.length === 0
      ? html`<p>${w.none}</p>`
      : list(
          circles.map((one) =>
            listItem({
              title: one.name,
              href: circlePath(one),
              level: 2,
              body: one.about,
              meta: `${w.members(one.member_count)}・${w.by(one.group_name)}${one.closed_at ? `・${w.closed}` : ''}`,
            }),
          ),
        )
  }${pager({
    label: w.pages,
    ...(later ? { previous: { href: '/circles', text: w.first } } : {}),
    ...(more ? { next: { href: `/circles?before=${circles.at(-1)!.id}`, text: w.more } } : {}),
  })}`;
}

export function foundView(lang: Lang, own: readonly Named[], typed: Record<string, string>, problem?: Problem): Html {
  const w = circleWords(lang);
  const head = pageHead({ title: w.found, lead: w.foundLead });
  if (own.length === 0)
    return html`${head}<p>${w.needGroup}</p>${linkButton({ href: '/groups/new', text: w.registerFirst })}`;
  return html`${head}${fieldsForm({
    lang,
    typed: { own: own[0]!.id, ...typed },
    problem,
    action: '/circles',
    note: lastingRecord(lang),
    submit: w.submit,
    fields: [
      { name: 'own', label: w.own, as: 'select', choices: own.map(({ id, name }) => ({ value: id, text: name })) },
      { name: 'name', label: w.name },
      { name: 'about', label: w.about, as: 'area', limit: CIRCLE_LIMITS.about },
    ],
  })}`;
}

export interface CircleProps {
  lang: Lang;
  circle: Circle;
  members: readonly CircleMember[];
  /** registered groups the reader speaks for */
  own: readonly Named[];
}

export function circleNow({ lang, circle, members, own }: CircleProps): Html | undefined {
  const w = circleWords(lang);
  if (circle.closed_at) return undefined;
  const inside = new Set(members.map(({ id }) => id));
  const at = circlePath(circle);
  const fields = (one: Named) => html`${onceField()}${hidden('own', one.id)}`;
  const acts = own.map((one) =>
    inside.has(one.id)
      ? { text: w.leaveAs(one.name), action: `${at}/departures`, fields: fields(one), tone: 'quiet' as const }
      : { text: w.joinAs(one.name), action: `${at}/members`, fields: fields(one) },
  );
  const shown = acts.filter((_, index) => own[index]!.id !== circle.group_id);
  if (own.length === 0)
    return nowBox({ title: w.now, acts: [{ text: w.registerFirst, href: '/groups/new' }], note: w.needGroup });
  return shown.length === 0 ? undefined : nowBox({ title: w.now, acts: shown });
}

export function circleMain({ lang, circle, members, own }: CircleProps, inside: Html | null, problem?: Problem): Html {
  const w = circleWords(lang);
  const at = circlePath(circle);
  const founds = own.some(({ id }) => id === circle.group_id) && !circle.closed_at;
  return html`${circle.closed_at && notice({ tone: 'info', title: w.closed })}${prose(paragraphs(circle.about))}${inside}${section(
    {
      title: w.membersTitle,
      children: list(
        members.map((one) =>
          listItem({ title: one.name, href: groupPath(one), level: 3, meta: w.since(dayText(one.joined_at, lang)) }),
        ),
      ),
    },
  )}${
    founds &&
    html`${disclosure({
      summary: w.change,
      body: fieldsForm({
        lang,
        problem,
        action: `${at}/description`,
        note: lastingRecord(lang),
        submit: w.change,
        tone: 'plain',
        typed: { about: circle.about },
        fields: [{ name: 'about', label: w.about, as: 'area', limit: CIRCLE_LIMITS.about }],
      }),
    })}${actButton({ action: `${at}/closure`, fields: onceField(), text: w.close, tone: 'quiet' })}`
  }`;
}

export interface InsideProps {
  lang: Lang;
  circle: Circle;
  /** members the reader speaks for */
  own: readonly Named[];
  letters: readonly CircleLetter[];
  files: Awaited<ReturnType<typeof circleFiles>>;
  limits: FileLimits;
  kept: readonly UploadedFile[];
  typed: Record<string, string>;
  problem?: Problem | undefined;
}

/** Letters and files, for members alone. */
export function insideView(props: InsideProps): Html {
  const { lang, letters, files } = props;
  const w = circleWords(lang);
  return html`${section({
    title: w.lettersTitle,
    lead: w.lettersLead,
    children: html`${letters.length === 0 ? html`<p>${w.noLetters}</p>` : list(letters.map((one) => letterItem(one, props)))}${writeForm(props, null)}`,
  })}${section({
    title: w.filesTitle,
    lead: w.lettersLead,
    children: html`${attachments(files, lang) ?? html`<p>${w.noFiles}</p>`}${fileForms(props)}`,
  })}`;
}

function letterItem(one: CircleLetter, props: InsideProps): Html {
  const w = circleWords(props.lang);
  return listItem({
    title: one.title,
    level: 3,
    above: html`${one.group_name} ${one.by_mail && chip('info', w.byMailMark)}`,
    body: html`${paragraphs(one.body)}${!props.circle.closed_at && disclosure({ summary: w.answer, body: writeForm(props, one) })}`,
    meta: formatDateTime(one.sent_at, props.lang, 'short'),
  });
}

function writeForm({ lang, circle, own, typed, problem }: InsideProps, to: CircleLetter | null): Html | null {
  if (circle.closed_at) return null;
  const w = circleWords(lang);
  const isThis = (typed.answers ?? '') === (to?.id ?? '') && typed.body !== undefined;
  const write = fieldsForm({
    lang,
    problem: isThis ? problem : undefined,
    typed: { own: own[0]?.id ?? '', title: to ? answerTitle(to.title) : '', ...(isThis ? typed : {}) },
    action: `${circlePath(circle)}/letters`,
    submit: w.send,
    tone: to ? 'plain' : 'main',
    prefix: to ? shortId(to.id) : 'new',
    hiddenFields: { answers: to?.id ?? '' },
    fields: [
      { name: 'own', label: w.own, as: 'select', choices: own.map(({ id, name }) => ({ value: id, text: name })) },
      { name: 'title', label: w.letterTitle },
      { name: 'body', label: w.letterBody, as: 'area', limit: CIRCLE_LIMITS.body },
    ],
  });
  return to ? write : html`<h3>${w.write}</h3><p>${w.writeLead}</p>${write}`;
}

function fileForms({ lang, circle, own, files, limits, kept, typed, problem }: InsideProps): Html | null {
  if (circle.closed_at) return null;
  const w = circleWords(lang);
  const at = circlePath(circle);
  const errors = problem?.items ?? [];
  const mine = own[0]?.id ?? '';
  return html`${files.map((file) =>
    actButton({
      action: `${at}/files/removal`,
      fields: html`${onceField()}${hidden('own', mine)}${hidden('fileId', file.id)}`,
      text: w.takeOff(file.label),
      tone: 'quiet',
      small: true,
    }),
  )}${disclosure({
    summary: w.addFile,
    open: typed.label !== undefined,
    body: form({
      action: `${at}/files`,
      files: true,
      label: w.addFile,
      children: html`${onceField()}${hidden('own', mine)}${uploadFields({ lang, limits, kept, label: typed.label ?? '', fileError: errorAt(errors, 'file'), labelError: errorAt(errors, 'label') })}`,
      buttons: button({ text: w.addFile, icon: 'attach' }),
    }),
  })}`;
}
