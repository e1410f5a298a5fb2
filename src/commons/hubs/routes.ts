/** P4: "is something wrong here?", for everybody; the list of what was reported, for the secretariat. */

import { z } from 'zod';
import { type Db, run } from '#kernel/database/dialect.ts';
import { formatDateTime } from '#kernel/dates.ts';
import { uuidv7 } from '#kernel/ids.ts';
import { inputRefusal } from '#kernel/input.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { allow, rateKey } from '#kernel/rate-limiter.ts';
import { refuse } from '#kernel/refusal.ts';
import { line, prose } from '#kernel/text.ts';
import { isLocalPath } from '#kernel/web/local-path.ts';
import { type Reply, seeOther } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { button } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, hidden, textArea, textField } from '#ui/fields.ts';
import { gallery, galleryTitle } from '#ui/gallery/index.ts';
import { pageHead } from '#ui/heading.ts';
import { html } from '#ui/html.ts';
import { empty, list, listItem } from '#ui/list.ts';
import { outcomePanel } from '#ui/panel.ts';
import { formWords } from './form-words.ts';
import { onceField, page } from './page.ts';
import { reportWords } from './report-words.ts';
import { isSecretariat } from './secretariat.ts';

const report = z.object({
  about: line({ min: 0, max: 300 }),
  body: prose({ max: 2000 }),
  contact: line({ min: 0, max: 200 }),
});
type Typed = { about: string; body: string; contact: string };

function formPage(visit: Visit, typed: Typed, problem?: Problem): Reply {
  const w = reportWords(visit.lang);
  const f = formWords(visit.lang);
  const errors = problem?.items ?? [];
  return page(visit, {
    title: w.title,
    layout: 'reading',
    indexed: false,
    problem,
    fieldNames: { about: w.about, body: w.body, contact: w.contact },
    main: html`${pageHead({ title: w.title, lead: w.lead })}${form({
      action: '/reports',
      children: html`${textField({ name: 'about', label: w.about, value: typed.about, error: errorAt(errors, 'about') }, f)}${textArea(
        {
          name: 'body',
          label: w.body,
          hint: w.bodyHint,
          required: true,
          limit: 2000,
          value: typed.body,
          error: errorAt(errors, 'body'),
        },
        f,
      )}${textField({ name: 'contact', label: w.contact, hint: w.contactHint, value: typed.contact, error: errorAt(errors, 'contact') }, f)}`,
      buttons: button({ text: w.send, tone: 'main' }),
    })}`,
  });
}

async function send(visit: Visit): Promise<Reply> {
  const values = await visit.form();
  const typed = {
    about: values.get('about') ?? '',
    body: values.get('body') ?? '',
    contact: values.get('contact') ?? '',
  };
  const parsed = report.safeParse(typed);
  if (!parsed.success) return formPage(visit, typed, visit.problem(inputRefusal(parsed.error)));
  const key = rateKey(visit.hub.key, 'report', visit.peer);
  const { allowed } = await visit.hubwise.deployment((db) =>
    allow(db, key, { limit: 10, windowSeconds: 86_400 }, visit.now),
  );
  if (!allowed) return formPage(visit, typed, visit.problem(refuse('too-fast', { facts: { minutes: 60 } })));
  await visit.hubwise.write(visit.hub.id, (db) =>
    run(
      db,
      'insert into problem_reports (hub_id, id, about, body, contact, person_id, reported_at) values ($1, $2, $3, $4, $5, $6, $7)',
      [
        visit.hub.id,
        uuidv7(visit.now),
        parsed.data.about,
        parsed.data.body,
        parsed.data.contact,
        visit.reader?.person.id ?? null,
        visit.now,
      ],
    ),
  );
  const w = reportWords(visit.lang);
  const back = isLocalPath(parsed.data.about) ? parsed.data.about : '/';
  return page(visit, {
    title: w.thanks,
    layout: 'reading',
    main: outcomePanel({
      title: w.thanks,
      nextTitle: w.nextTitle,
      next: w.next,
      links: [{ href: back, text: w.back }],
    }),
  });
}

interface OpenReport {
  id: string;
  about: string;
  body: string;
  contact: string;
  reported_at: Date;
}

function openReports(db: Db): Promise<OpenReport[]> {
  return run<OpenReport>(
    db,
    'select id, about, body, contact, reported_at from problem_reports where settled_at is null order by id desc limit 100',
  );
}

async function reports(visit: Visit): Promise<Reply> {
  if (!isSecretariat(visit)) throw refuse('not-found', { status: 404 });
  const w = reportWords(visit.lang);
  const open = await visit.read(openReports);
  return page(visit, {
    title: w.list,
    main: html`${pageHead({ title: w.list })}${
      open.length === 0
        ? empty({ title: w.empty })
        : list(
            open.map((one) =>
              listItem({
                title: one.about || '—',
                ...(isLocalPath(one.about) ? { href: one.about } : {}),
                level: 2,
                body: one.body,
                meta: `${formatDateTime(one.reported_at, visit.lang, 'short')} ${one.contact}`,
                side: html`<form method="post" action="/reports/settled">${onceField()}${hidden('id', one.id)}${button({ text: w.settle, small: true })}</form>`,
              }),
            ),
          )
    }`,
  });
}

async function settle(visit: Visit): Promise<Reply> {
  if (!isSecretariat(visit)) throw refuse('not-found', { status: 404 });
  const id = z.uuid().safeParse((await visit.form()).get('id'));
  if (!id.success) throw refuse('not-found', { status: 404 });
  await visit.hubwise.write(visit.hub.id, (db) =>
    run(db, 'update problem_reports set settled_at = $2, settled_by = $3 where id = $1 and settled_at is null', [
      id.data,
      visit.now,
      visit.signedIn.person.id,
    ]),
  );
  return seeOther('/reports?done=saved');
}

/** Every component of the house, for those who build with it. */
async function componentGallery(visit: Visit): Promise<Reply> {
  visit.tag('hub');
  const main = gallery(visit.query('show') || undefined);
  return page(visit, {
    title: galleryTitle,
    main,
    indexed: false,
    styles: ['dates', 'gallery', 'live'],
    islands: ['char-counter', 'copy-link', 'vote-form'],
  });
}

export const routes: readonly Route[] = [
  get('/gallery', 'public', ['X6'], componentGallery, { cached: true }),
  get('/reports/new', 'public', ['P4'], async (visit) =>
    formPage(visit, { about: visit.query('about').slice(0, 300), body: '', contact: '' }),
  ),
  post('/reports', 'public', ['P4'], send),
  get('/reports', 'person', ['P4'], reports),
  post('/reports/settled', 'person', ['P4'], settle),
];
