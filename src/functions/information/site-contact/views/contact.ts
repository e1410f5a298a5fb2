/** F1.3 The form to write to a group, and what stands there when it has gone. */
import { letterNote } from '#commons/correspondence/index.ts';
import { formWords } from '#commons/hubs/index.ts';
import { type Lang, labelled } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button } from '#ui/button.ts';
import { errorAt, errorSummary } from '#ui/error-summary.ts';
import { form, hidden, textArea, textField } from '#ui/fields.ts';
import { type Html, html, url } from '#ui/html.ts';
import { keyValues } from '#ui/list.ts';
import { paragraphs } from '#ui/prose.ts';
import { KEPT_DAYS, MESSAGE_LIMITS, type Message, TRAP } from '../message.ts';
import { contactWords } from '../words.ts';

export interface ContactProps {
  lang: Lang;
  action: string;
  groupName: string;
  typed: Readonly<Record<string, string>>;
  problem?: Problem | undefined;
  stamp: string;
  /** asked when something is unusual */
  sum: readonly [number, number] | null;
}

export function contactView({ lang, action, groupName, typed, problem, stamp, sum }: ContactProps): Html {
  const w = contactWords(lang);
  const f = formWords(lang);
  const items = problem?.items ?? [];
  const at = (name: string) => ({ name, value: typed[name] ?? '', error: errorAt(items, name) });
  const names: Readonly<Record<string, string>> = { name: w.name, email: w.email, subject: w.subject, body: w.body };
  const named = items.map((item) => {
    const name = item.field && names[item.field];
    return name ? { ...item, message: labelled(name, item.message, lang) } : item;
  });
  const trap = html`<div hidden><label for="trap">${w.trap}</label><input id="trap" name="${TRAP}" type="text" autocomplete="off"></div>`;
  return html`<h1>${w.title}</h1><p>${w.lead(groupName)}</p>${problem && errorSummary(w.problem, named)}${form({
    action,
    label: w.title,
    children: html`${hidden('stamp', stamp)}${trap}${textField({ ...at('name'), label: w.name, required: true, autocomplete: 'name' }, f)}${textField(
      { ...at('email'), label: w.email, hint: w.emailHint, type: 'email', required: true, autocomplete: 'email' },
      f,
    )}${textField({ ...at('subject'), label: w.subject }, f)}${textArea({ ...at('body'), label: w.body, rows: 8, required: true, limit: MESSAGE_LIMITS.body }, f)}${
      sum &&
      textField(
        {
          ...at('answer'),
          value: '',
          label: w.sum(sum[0], sum[1]),
          hint: w.sumHint,
          inputmode: 'numeric',
          width: 4,
          required: true,
        },
        f,
      )
    }`,
    note: html`<p>${w.kept(groupName, KEPT_DAYS)}</p>${letterNote(lang)}`,
    buttons: button({ text: w.send, tone: 'main' }),
  })}`;
}

export function thanksView(lang: Lang, message: Message, home: string, title: string): Html {
  const w = contactWords(lang);
  return html`<h1>${w.sent}</h1><p>${w.sentLead(message.email)}</p>${keyValues([
    [w.name, message.name],
    [w.email, message.email],
    ...(message.subject ? [[w.subject, message.subject] as const] : []),
    [w.body, paragraphs(message.body)],
  ])}<p><a href="${url(home)}">${w.back(title)}</a></p>`;
}
