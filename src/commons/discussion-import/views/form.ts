import { formWords } from '#commons/hubs/index.ts';
import { formatDateTime } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { fileField, form, textField } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty, list, listItem } from '#ui/list.ts';
import type { ShownImport } from '../queries.ts';
import { words } from '../words.ts';

export interface TypedImport {
  title: string;
  source: string;
  licence: string;
}

export interface FormProps {
  lang: Lang;
  /** address the form is sent to; its own, so that sending it twice is one import */
  action: string;
  typed: TypedImport;
  problem?: Problem | undefined;
  recent: readonly ShownImport[];
  largestMb: number;
}

export function importForm({ lang, action, typed, problem, recent, largestMb }: FormProps): Html {
  const w = words(lang).form;
  const fw = formWords(lang);
  const errors = problem?.items ?? [];
  const common = (name: string) => ({ name, error: errorAt(errors, name) });
  const file = (name: string, label: string, hint?: string, required = false) =>
    fileField({ ...common(name), label, accept: '.csv,text/csv', required, ...(hint ? { hint } : {}) }, fw);
  return html`${pageHead({ title: w.title, lead: w.lead })}${form({
    action,
    files: true,
    label: w.title,
    children: html`${textField(
      { ...common('title'), label: w.titleLabel, example: w.titleExample, value: typed.title, required: true },
      fw,
    )}${textField(
      { ...common('source'), label: w.source, hint: w.sourceHint, value: typed.source, type: 'url' },
      fw,
    )}${textField(
      { ...common('licence'), label: w.licence, hint: w.licenceHint, value: typed.licence },
      fw,
    )}${file('comments', w.comments, w.size(largestMb), true)}${file('votes', w.votes, w.votesHint)}${file(
      'participants-votes',
      w.people,
    )}${file('summary', w.summary)}`,
    buttons: button({ text: w.send, tone: 'main' }),
  })}${section({
    title: w.nextTitle,
    children: html`<ol>${w.next.map((step) => html`<li>${step}</li>`)}</ol>`,
  })}${section({ title: w.recent, children: recentList(recent, lang) })}`;
}

function recentList(recent: readonly ShownImport[], lang: Lang): Html {
  const w = words(lang);
  if (recent.length === 0) return empty({ title: w.form.none });
  return list(
    recent.map((one) =>
      listItem({
        title: one.title,
        href: `/debates/imports/${one.id}`,
        meta: `${w.status[one.state]}・${formatDateTime(one.begun_at, lang, 'short')}・${one.person_name}`,
      }),
    ),
  );
}
