/** F9.6 On the round's page: published, handed over, received, corrected, each with its day. */
import { type Db, run } from '#kernel/database/dialect.ts';
import { formatDate, formatNumber, tokyoDate } from '#kernel/dates.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { section } from '#ui/heading.ts';
import type { Html } from '#ui/html.ts';
import { type TrailEvent, trail } from '#ui/trail.ts';
import { correctionWords } from './correction-words.ts';
import { documentHref } from './views/cover.ts';
import { errataHref } from './views/errata.ts';
import { receiptHref } from './views/receipt.ts';
import { words } from './words.ts';

interface Passed {
  number: string;
  published_at: Date;
  submitted_at: Date | null;
  received_on: string | null;
  receipt: string | null;
  division_name: string | null;
  errata: number;
}

/** One query; null before the publication. Tags the page. */
export async function documentOnRound(visit: Visit, db: Db, id: string): Promise<Html | null> {
  const [passed] = await run<Passed>(
    db,
    `select d.number, d.published_at, s.submitted_at, x.received_on, x.number as receipt, dv.name as division_name,
       (select coalesce(max(e.number), 0) from document_errata e where e.hub_id = d.hub_id and e.document_id = d.id)::int as errata
     from documents d
     left join submissions_to_city s on s.hub_id = d.hub_id and s.document_id = d.id
     left join document_receipts x on x.hub_id = d.hub_id and x.document_id = d.id
     left join actors dv on dv.hub_id = x.hub_id and dv.id = x.division_id
     where d.round_id = $1`,
    [id],
  );
  visit.tag('documents');
  if (!passed) return null;
  const { lang } = visit;
  const c = correctionWords(lang);
  const w = words(lang);
  const event = (title: string, day: string, href: string, body?: string): TrailEvent => ({
    title,
    href,
    state: 'done',
    stateText: w.done,
    when: { text: formatDate(day, lang), datetime: day },
    ...(body ? { body } : {}),
  });
  const { received_on, receipt, division_name } = passed;
  return section({
    title: w.passage,
    id: 'passage',
    children: trail({
      label: w.passage,
      events: [
        event(w.passed.published(passed.number), tokyoDate(passed.published_at), documentHref(id)),
        ...(passed.submitted_at
          ? [event(w.submission.title, tokyoDate(passed.submitted_at), `${documentHref(id)}#submission`)]
          : []),
        ...(received_on
          ? [event(c.receipt.step, received_on, receiptHref(id), `${division_name}・${c.receipt.number} ${receipt}`)]
          : []),
        ...(passed.errata > 0
          ? [
              {
                title: c.errata.count(formatNumber(passed.errata)),
                href: errataHref(id),
                state: 'done' as const,
                stateText: w.done,
              },
            ]
          : []),
      ],
    }),
  });
}
