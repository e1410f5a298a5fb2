/** F9.6 What is frozen, from the rows as they are when it is published. Pure: the same rows always give the same bytes. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '#commons/journal/index.ts';
import { alikeOf } from '#commons/similarity/index.ts';
import type { Hub } from '#kernel/context.ts';
import { eraYear, tokyoDate } from '#kernel/dates.ts';
import type { Round } from '../rounds/index.ts';
import type {
  RoundCoverage,
  Statement,
  StatementDraft,
  StatementObjection,
  StatementOpinion,
} from '../statement/index.ts';
import type {
  DocumentContent,
  DocumentDebate,
  DocumentObjection,
  DocumentOpinion,
  DocumentPoint,
  DocumentProposal,
  DocumentWithdrawal,
} from './document.ts';

export interface Ingredients {
  hub: Pick<Hub, 'key' | 'town'>;
  round: Round;
  publishedAt: Date;
  proposals: DocumentProposal[];
  withdrawn: DocumentWithdrawal[];
  statement: Statement;
  coverage: Pick<RoundCoverage, 'total' | 'cited' | 'annexed' | 'hidden'>;
}

/** R8-3: the third round of fiscal year 令和8年度. */
export function documentNumber(round: Pick<Round, 'fiscal_year' | 'number'>): string {
  const [era = '', year = ''] = eraYear(`${round.fiscal_year}-05-01`, 'en').split(' ');
  return `${era.slice(0, 1)}${year}-${round.number}`;
}

export function contentOf({
  hub,
  round,
  publishedAt,
  proposals,
  withdrawn,
  statement,
  coverage,
}: Ingredients): DocumentContent {
  return {
    format: 'minna-document-v1',
    number: documentNumber(round),
    hub: { key: hub.key, name: hub.town.ja },
    round: {
      id: round.id,
      fiscalYear: round.fiscal_year,
      number: round.number,
      collectingOn: tokyoDate(round.collecting_at),
      debatingOn: tokyoDate(round.debating_at),
      cutOff: round.drafting_at.toISOString(),
    },
    publishedAt: publishedAt.toISOString(),
    proposals,
    withdrawn,
    statement: {
      debates: statement.debates.map(debateOf),
      editors: statement.editors.filter((editor) => editor.active).map(({ name }) => ({ name })),
    },
    coverage: { opinions: coverage.total, cited: coverage.cited, annexed: coverage.annexed, hidden: coverage.hidden },
  };
}

function debateOf(debate: Statement['debates'][number]): DocumentDebate {
  const copies = copiesIn(debate);
  const opinionOf = (opinion: StatementOpinion) => frozenOpinion(opinion, copies.get(opinion.id));
  return {
    id: debate.id,
    title: debate.title,
    sections: debate.sections.map(({ section, points }) => ({
      section,
      points: points.map((point) => ({
        id: point.id,
        version: point.version,
        text: point.text,
        ...draftedOf(point.draft),
        opinions: point.opinions.map(opinionOf),
        objections: point.objections.map(objectionOf),
      })),
    })),
    annex: debate.annex.map(({ opinion, reason, objections }) => ({
      opinion: opinionOf(opinion),
      reason,
      objections: objections.map(objectionOf),
    })),
    formerObjections: debate.formerObjections.map(objectionOf),
    hidden: {
      count: debate.hidden.count,
      reasons: debate.hidden.reasons.map(({ reason, count }) => ({ reason: reason ?? null, count })),
    },
  };
}

/** Nothing is published that nobody has confirmed. */
function draftedOf(draft: StatementDraft | null): Pick<DocumentPoint, 'drafted'> {
  if (!draft?.confirmedAt || !draft.how) return {};
  const confirmedAt = draft.confirmedAt.toISOString();
  return { drafted: { by: 'machine', confirmedBy: draft.confirmedBy ?? '', confirmedAt, how: draft.how } };
}

/** Of each opinion that many sent in word for word, how many they are: by the texts that are frozen, whatever was found before. */
function copiesIn({ sections, annex }: Statement['debates'][number]): Map<string, number> {
  const cited = sections.flatMap(({ points }) => points.flatMap(({ opinions }) => opinions));
  const all = [...cited, ...annex.map(({ opinion }) => opinion)].filter(({ author }) => author);
  const once = [...new Map(all.map((opinion) => [opinion.id, opinion])).values()].toSorted(byId);
  const copies = alikeOf(once.map(({ text }) => text)).filter(({ copied }) => copied);
  const sizes = Map.groupBy(copies, ({ family }) => family);
  return new Map(copies.map(({ text, family }) => [once[text]!.id, sizes.get(family)!.length]));
}

const byId = (a: StatementOpinion, b: StatementOpinion) => (a.id < b.id ? -1 : 1);

function frozenOpinion(opinion: StatementOpinion, copies: number | undefined): DocumentOpinion {
  const { id, number, kind, text, reason, amendment, author, counts } = opinion;
  const { agree, disagree, pass } = counts;
  return {
    id,
    number,
    kind,
    text,
    reason,
    amendment,
    by: author && { kind: author.kind, name: author.name },
    counts: { agree, disagree, pass },
    ...(copies ? { sameText: copies } : {}),
    ...(opinion.saidIn ? { saidIn: opinion.saidIn } : {}),
  };
}

function objectionOf(objection: StatementObjection): DocumentObjection {
  const { opinionNumber, by, text, resolution, reply } = objection;
  return { opinionNumber, by: { kind: by.kind, name: by.name }, text, resolution, reply };
}

export interface Frozen {
  /** canonical JSON (RFC 8785), exactly the bytes that are hashed and handed out */
  text: string;
  /** 32 bytes */
  sha256: Buffer;
}

export function freeze(content: DocumentContent): Frozen {
  const text = canonicalJson(content);
  return { text, sha256: createHash('sha256').update(text, 'utf8').digest() };
}
