/** F9.6, P4: the document as a table: one row a proposal, a withdrawal, a point, an entry of the annex, an erratum. */
import type { Cell } from '#channels/open-data/csv.ts';
import type { Lang } from '#kernel/lang.ts';
import type { DocumentContent, DocumentOpinion } from './document.ts';
import type { ShownErratum } from './erratum.ts';
import { words } from './words.ts';

export function documentCells(content: DocumentContent, errata: readonly ShownErratum[], lang: Lang): Cell[][] {
  const w = words(lang);
  const head = (kind: string, id: string, title: string) => [content.number, kind, id, title];
  const nobody: Cell[] = ['', '', '', '', ''];
  const proposals = content.proposals.map((one) => {
    const parts = [one.problem, one.proposal, one.effect, one.roles, one.cost, one.area].filter((text) => text !== '');
    return [
      ...head(w.rows.proposal, one.id, one.title),
      w.kinds[one.kind],
      one.id,
      one.version,
      parts.join('\n\n'),
      '',
      [one.by, ...(one.with ?? [])].map(({ name }) => name).join('、'),
      ...nobody,
    ];
  });
  const withdrawn = content.withdrawn.map((one) => [
    ...head(one.mergedInto ? w.rows.merged : w.rows.withdrawn, one.id, one.title),
    '',
    one.id,
    '',
    '',
    one.reason,
    one.by.name,
    ...nobody,
  ]);
  const statement = content.statement.debates.flatMap((debate) => [
    ...debate.sections.flatMap(({ section, points }) =>
      points.map((point) => [
        ...head(w.rows.point, debate.id, debate.title),
        section,
        point.id,
        point.version,
        point.text,
        '',
        '',
        point.opinions.map((opinion) => (opinion.saidIn ? opinion.id : (opinion.number ?? opinion.id))).join(' '),
        '',
        '',
        '',
        point.drafted ? w.draftedCell(point.drafted.how) : '',
      ]),
    ),
    ...debate.annex.map(({ opinion, reason }) => [
      ...head(w.rows.annex, debate.id, debate.title),
      opinion.kind,
      opinion.id,
      opinion.number,
      said(opinion),
      reason,
      opinion.by?.name ?? '',
      '',
      opinion.counts.agree,
      opinion.counts.disagree,
      opinion.counts.pass,
      '',
    ]),
  ]);
  const corrected = errata.map((one) => [
    ...head(w.rows.erratum, one.proposal_id ?? '', one.proposal_title ?? ''),
    one.place,
    one.id,
    one.number,
    `${one.wrong} → ${one.corrected}`,
    one.reason,
    one.actor_name,
    ...nobody,
  ]);
  return [...proposals, ...withdrawn, ...statement, ...corrected];
}

function said(opinion: DocumentOpinion): string {
  return [opinion.text, opinion.reason, opinion.amendment ?? ''].filter((text) => text !== '').join('\n');
}
