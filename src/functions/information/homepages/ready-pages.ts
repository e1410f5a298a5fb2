/** F1.3 The three pages a site begins with, made from what the group declared. Content of the group, so in the town's own language. Pure. */
import { fieldWords } from '#functions/registration/groups/index.ts';
import { BLOCK_LIMITS, type BlockInput } from './block.ts';
import type { NewPage } from './pages.ts';
import { readyWords as w } from './ready-words.ts';

export interface Declared {
  name: string;
  purpose: string;
  seeks: string;
  offers: string;
  areas: readonly string[];
  /** numbers of the fields of activity */
  fields: readonly number[];
}

const points = (all: readonly string[]): BlockInput => text(all.map((one) => `・${one}`).join('\n'));
const text = (typed: string): BlockInput => ({ kind: 'text', text: typed.slice(0, BLOCK_LIMITS.text) });
const heading = (typed: string): BlockInput => ({ kind: 'heading', text: typed, level: 2 });

/** Nothing in them has to be filled in before they may be shown: what isn't known is left out. */
export function readyPages({ purpose, seeks, offers, areas, fields }: Declared): NewPage[] {
  const exchange: BlockInput[] = seeks !== '' || offers !== '' ? [{ kind: 'needs', title: w.needs }] : [];
  const where: BlockInput[] = areas.length > 0 ? [heading(w.where), points(areas)] : [];
  const names = fields.map((field) => fieldWords('ja').fields[field - 1]!);
  const what: BlockInput[] = names.length > 0 ? [heading(w.what), points(names)] : [];
  return [
    {
      kind: 'page',
      title: w.about,
      slug: 'about',
      blocks: [
        ...(purpose === '' ? [] : [heading(w.who), text(purpose)]),
        { kind: 'news', title: w.news, count: 5 },
        ...exchange,
      ],
    },
    {
      kind: 'page',
      title: w.activities,
      slug: 'activities',
      blocks: [...what, ...where, { kind: 'events', title: w.events, count: 5 }],
    },
    {
      kind: 'page',
      title: w.contact,
      slug: 'contact-us',
      blocks: [{ kind: 'contact', title: w.write, text: w.writeText }],
    },
  ];
}
