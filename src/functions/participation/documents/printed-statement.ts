/** F9.6 The statement as it is printed: points with references, and in the annex every opinion whole. Pure. */
import type { Block, Fact } from '#channels/pdf/print.ts';
import { mapBlocks, type Picture } from '#commons/opinion-map/index.ts';
import { formatNumber } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { sectionName } from '../answers/index.ts';
import { draftTold } from '../statement/index.ts';
import type { DocumentDebate, DocumentObjection, DocumentOpinion, DocumentPoint } from './document.ts';
import { opinionMark } from './opinion-mark.ts';
import { printWords } from './print-words.ts';
import { heading, label, nameOf, paragraphs } from './printed-parts.ts';
import { words } from './words.ts';

/** Where an opinion stands in the annex; one may be cited in two debates. */
function place(debate: DocumentDebate, opinion: DocumentOpinion): string {
  return `o-${shortId(debate.id)}-${shortId(opinion.id)}`;
}

export function statementBlocks(debate: DocumentDebate, picture: Picture | undefined, lang: Lang): Block[] {
  const w = words(lang).statement;
  let number = 0;
  return [
    heading(2, debate.title),
    ...(debate.sections.length === 0 ? [{ kind: 'text' as const, text: label(w.none) }] : []),
    ...debate.sections.flatMap(({ section, points }): Block[] => [
      heading(3, label(sectionName(section, lang) ?? section)),
      ...points.flatMap((point): Block[] => {
        number += 1;
        return [
          heading(4, label(w.point(formatNumber(number)))),
          ...paragraphs(point.text),
          ...draftedBlock(point, lang),
          {
            kind: 'refs',
            label: label(w.cites),
            refs: point.opinions.map((opinion) => ({
              text: label(opinionMark(opinion, lang)),
              to: place(debate, opinion),
            })),
          },
          ...objectionBlocks(w.objections, point.objections, lang),
        ];
      }),
    ]),
    ...objectionBlocks(w.former, debate.formerObjections, lang),
    ...drawnMap(debate, picture, lang),
  ];
}

function draftedBlock({ drafted }: DocumentPoint, lang: Lang): Block[] {
  if (!drafted) return [];
  const { how, confirmedBy: by, confirmedAt } = drafted;
  return [{ kind: 'text', small: true, text: label(draftTold({ how, by, at: new Date(confirmedAt) }, lang)) }];
}

/** Of the opinions that stand in the annex; the map itself is no part of what was hashed. */
function drawnMap(debate: DocumentDebate, picture: Picture | undefined, lang: Lang): Block[] {
  const opinions = [
    ...debate.sections.flatMap(({ points }) => points.flatMap((point) => point.opinions)),
    ...debate.annex.map(({ opinion }) => opinion),
  ];
  const numbers = new Map(
    opinions.flatMap(({ id, number, by }) => (number !== null && by ? [[id, number] as const] : [])),
  );
  const blocks = picture ? mapBlocks(picture, numbers, lang) : [];
  return blocks.length === 0 ? [] : [heading(3, label(printWords(lang).map)), ...blocks];
}

function objectionBlocks(title: string, objections: readonly DocumentObjection[], lang: Lang): Block[] {
  if (objections.length === 0) return [];
  const w = words(lang).statement;
  return [
    { kind: 'text', small: true, text: label(title) },
    ...objections.map(
      (one): Block => ({
        kind: 'voice',
        mark: label(w.number(one.opinionNumber)),
        who: nameOf(one.by, lang),
        text: one.text,
        notes: one.resolution ? [{ label: label(w.resolution[one.resolution]), values: [one.reply] }] : [],
        small: '',
      }),
    ),
  ];
}

/** Cited opinions first, each once; then those no point cites, with the reason. By number: on paper that is how an opinion is looked up. */
export function annexBlocks(debate: DocumentDebate, lang: Lang): Block[] {
  const w = words(lang).statement;
  const p = printWords(lang);
  const cited = new Map(
    debate.sections.flatMap(({ points }) => points.flatMap(({ opinions }) => opinions)).map((one) => [one.id, one]),
  );
  const uncited = debate.annex.filter(({ opinion }) => !cited.has(opinion.id));
  const { hidden } = debate;
  if (cited.size === 0 && uncited.length === 0 && hidden.count === 0) return [];
  return [
    heading(2, debate.title),
    ...(cited.size === 0 ? [] : [heading(3, label(p.cited))]),
    ...byNumber([...cited.values()], (opinion) => opinion).map((opinion) => opinionBlock(debate, opinion, [], lang)),
    ...(uncited.length === 0 ? [] : [heading(3, label(p.uncited))]),
    ...byNumber(uncited, ({ opinion }) => opinion).flatMap(({ opinion, reason, objections }) => [
      opinionBlock(debate, opinion, [{ label: label(w.annexReason), values: [reason] }], lang),
      ...objectionBlocks(w.objections, objections, lang),
    ]),
    ...(hidden.count === 0
      ? []
      : [
          heading(3, label(w.hidden(formatNumber(hidden.count)))),
          {
            kind: 'list' as const,
            items: hidden.reasons.map(({ reason, count }) => `${reason ?? w.noReason} ${formatNumber(count)}`),
          },
        ]),
  ];
}

/** Numbers are given proposal by proposal: those said in a merged one follow the debate's own. */
function byNumber<Of>(all: readonly Of[], opinionOf: (one: Of) => DocumentOpinion): Of[] {
  const key = (one: Of) => {
    const { number, saidIn } = opinionOf(one);
    return { place: saidIn?.id ?? '', number: number ?? Number.MAX_SAFE_INTEGER };
  };
  return all.toSorted((a, b) => {
    const [one, other] = [key(a), key(b)];
    return one.place === other.place ? one.number - other.number : one.place < other.place ? -1 : 1;
  });
}

function opinionBlock(debate: DocumentDebate, opinion: DocumentOpinion, more: Fact[], lang: Lang): Block {
  const w = words(lang).statement;
  const id = place(debate, opinion);
  const mark = label(opinionMark(opinion, lang));
  if (!opinion.by) return { kind: 'voice', id, mark, who: '', text: label(w.gone), notes: more, small: '' };
  const { agree, disagree, pass } = opinion.counts;
  const note = (name: string, text: string | null): Fact[] => (text ? [{ label: label(name), values: [text] }] : []);
  return {
    kind: 'voice',
    id,
    mark,
    who: nameOf(opinion.by, lang),
    text: opinion.text,
    notes: [
      ...note(printWords(lang).reason, opinion.reason),
      ...note(w.amendment, opinion.amendment),
      ...(opinion.sameText ? [{ label: label(w.sameText(formatNumber(opinion.sameText))), values: [] }] : []),
      ...more,
    ],
    small:
      opinion.kind === 'opinion' ? label(w.votes(formatNumber(agree), formatNumber(disagree), formatNumber(pass))) : '',
  };
}
