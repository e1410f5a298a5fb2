/** F9.6 Errata and receipt: to read, to print, to record. */
import { csvReply } from '#channels/open-data/csv.ts';
import { page, rulesOf } from '#commons/hubs/index.ts';
import { tokyoDate } from '#kernel/dates.ts';
import type { Told } from '#kernel/described.ts';
import { colon } from '#kernel/lang.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { json, type Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { linkButton } from '#ui/button.ts';
import { correctionWords } from './correction-words.ts';
import type { ERRATA } from './described.ts';
import { refuse } from './document.ts';
import { frame, published, typedIn } from './published.ts';
import { recordErratum } from './record-erratum.ts';
import { recordReceipt } from './record-receipt.ts';
import { mayReceive } from './rules.ts';
import { documentHref } from './views/cover.ts';
import { errataHref, errataPage, erratumForm } from './views/errata.ts';
import { receiptForm, receiptPage } from './views/receipt.ts';

type Typed = Readonly<Record<string, string | undefined>>;

async function errata(visit: Visit): Promise<Reply> {
  const props = await published(visit);
  const w = correctionWords(visit.lang).errata;
  const at = errataHref(props.round.id);
  const { title, breadcrumb, ...rest } = frame(visit, props);
  return page(visit, {
    ...rest,
    title: `${w.title}${colon(visit.lang)}${title}`,
    breadcrumb: [...breadcrumb, { text: w.title }],
    main: errataPage(props, linkButton({ text: w.record, href: `${at}/new`, small: true })),
    dataLinks: [
      { href: `${at}.json`, text: 'JSON', type: 'application/json' },
      { href: `${at}.csv`, text: 'CSV', type: 'text/csv' },
    ],
  });
}

async function errataJson(visit: Visit): Promise<Reply> {
  const { document } = await published(visit);
  return json({
    licence: 'CC BY 4.0',
    document: { number: document.number, sha256: document.sha256 },
    items: document.errata.map(
      ({ id, number, part, proposal_id, proposal_title, place, wrong, corrected, ...rest }) => ({
        id,
        number,
        part,
        proposal: proposal_id === null ? null : { id: proposal_id, title: proposal_title },
        place,
        wrong,
        right: corrected,
        reason: rest.reason,
        by: { kind: rest.actor_kind, name: rest.actor_name },
        recordedAt: rest.recorded_at,
      }),
    ),
  } satisfies Told<typeof ERRATA>);
}

async function errataCsv(visit: Visit): Promise<Reply> {
  const { document } = await published(visit);
  const w = correctionWords(visit.lang).errata;
  async function* rows() {
    yield document.errata.map((one) => [
      document.number,
      one.number,
      w.parts[one.part],
      one.proposal_id,
      one.proposal_title,
      one.place,
      one.wrong,
      one.corrected,
      one.reason,
      one.actor_name,
      one.recorded_at,
    ]);
  }
  return csvReply(`${document.number}-errata.csv`, w.columns, rows());
}

async function newErratum(visit: Visit, typed: Typed, problem?: Problem): Promise<Reply> {
  const { round, content } = await published(visit);
  const w = correctionWords(visit.lang).errata;
  const { part, proposal, place, wrong, right, reason } = w;
  return page(visit, {
    title: w.form,
    place: 'rounds',
    layout: 'reading',
    problem,
    fieldNames: { part, proposalId: proposal, place, wrong, corrected: right, reason },
    islands: ['char-counter'],
    main: erratumForm({
      lang: visit.lang,
      roundId: round.id,
      proposals: content.statement.debates.map(({ id, title }) => ({ id, title })),
      typed,
      limit: rulesOf(visit.hub, round.rules_version).limits.reason,
      problem,
    }),
  });
}

async function addErratum(visit: Visit): Promise<Reply> {
  const { round } = await published(visit);
  const form = await visit.form();
  return visit.attempt(
    recordErratum,
    { ...form.toObject(), roundId: round.id },
    {
      done: ({ number }) => `${errataHref(round.id)}?done=recorded#erratum-${number}`,
      again: (problem) => newErratum(visit, typedIn(form), problem),
    },
  );
}

async function receipt(visit: Visit): Promise<Reply> {
  const props = await published(visit);
  if (!props.document.receipt) throw refuseKernel('not-found', { status: 404 });
  const { title: _, breadcrumb, ...rest } = frame(visit, props);
  const w = correctionWords(visit.lang).receipt;
  return page(visit, {
    ...rest,
    title: w.sheetOf(props.document.number),
    breadcrumb: [...breadcrumb, { text: w.sheet }],
    main: receiptPage(props, props.document.receipt),
  });
}

async function newReceipt(visit: Visit, typed?: Typed, problem?: Problem): Promise<Reply> {
  const { round, document } = await published(visit);
  const w = correctionWords(visit.lang).receipt;
  const today = tokyoDate(visit.now);
  const no = mayReceive(visit.signedIn, document);
  return page(visit, {
    title: w.form,
    place: 'rounds',
    layout: 'reading',
    problem,
    fieldNames: { number: w.number, receivedOn: w.on, means: w.means, office: w.office, receiver: w.receiver },
    main: receiptForm({
      lang: visit.lang,
      roundId: round.id,
      typed: typed ?? { receivedOn: today, means: 'in-person' },
      today,
      reason: no && (visit.problem(refuse(no)).items[0]?.message ?? null),
      problem,
    }),
  });
}

async function addReceipt(visit: Visit): Promise<Reply> {
  const { round } = await published(visit);
  const form = await visit.form();
  return visit.attempt(
    recordReceipt,
    { ...form.toObject(), roundId: round.id },
    {
      done: () => `${documentHref(round.id)}?done=recorded#receipt`,
      again: (problem) => newReceipt(visit, typedIn(form), problem),
    },
  );
}

const kept = { cached: true, framed: true };

export const correctionRoutes: readonly Route[] = [
  get('/rounds/:ref/document/errata', 'public', ['F9.6'], errata, kept),
  get('/rounds/:ref/document/errata.json', 'public', ['F9.6'], errataJson),
  get('/rounds/:ref/document/errata.csv', 'public', ['F9.6'], errataCsv),
  get('/rounds/:ref/document/errata/new', 'person', ['F9.6'], (visit) =>
    newErratum(visit, { part: visit.query('part'), proposalId: visit.query('proposal') }),
  ),
  post('/rounds/:ref/document/errata', 'person', ['F9.6'], addErratum),
  get('/rounds/:ref/document/receipt', 'public', ['F9.6'], receipt, kept),
  get('/rounds/:ref/document/receipt/new', 'person', ['F9.6'], (visit) => newReceipt(visit)),
  post('/rounds/:ref/document/receipt', 'person', ['F9.6'], addReceipt),
];
