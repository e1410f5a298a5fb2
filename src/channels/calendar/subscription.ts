/** X3, X6: how a list is kept in one's own calendar, step by step, for whoever has never subscribed to anything. */
import { page } from '#commons/hubs/index.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { linkButton } from '#ui/button.ts';
import { copyLink } from '#ui/disclosure.ts';
import { pageHead, section } from '#ui/heading.ts';
import { html } from '#ui/html.ts';
import { list } from '#ui/list.ts';
import { link } from '#ui/prose.ts';
import { words } from './words.ts';

/** The calendar of a list, with its filter. */
const CALENDAR = /^\/[a-z][a-z-]*\.ics(?:\?[^#\s]*)?$/;

export async function subscriptionPage(visit: Visit): Promise<Reply> {
  const { hub, lang } = visit;
  const of = visit.query('of');
  if (of.length > 1000 || !CALENDAR.test(of)) throw refuse('not-found', { status: 404 });
  const w = words(lang).subscription;
  const address = new URL(of, hub.origin).href;
  return page(visit, {
    title: w.title,
    layout: 'reading',
    indexed: false,
    islands: ['copy-link'],
    breadcrumb: [{ text: w.back, href: of.replace(/\.ics(?=$|\?)/, '') }, { text: w.title }],
    main: html`${pageHead({ title: w.title, lead: w.lead })}${section({
      title: w.phone,
      children: html`<p>${w.phoneText}</p><p>${linkButton({ href: address.replace(/^https?:/, 'webcal:'), text: w.subscribe, tone: 'main', icon: 'calendar' })}</p>`,
    })}${section({
      title: w.address,
      lead: w.addressLead,
      children: html`${copyLink({ url: address, text: w.copy, done: w.copied, label: w.address, id: 'calendar-address' })}${list(w.programs)}`,
    })}${section({ title: w.once, children: html`<p>${w.onceText}</p><p>${link(of, w.file)}</p>` })}`,
  });
}
