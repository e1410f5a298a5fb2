/** F1.3 The three pages a site begins with, made from what the group declared. Content of the group, so in the town's own language. Pure. */
import { BLOCK_LIMITS, type BlockInput } from './block.ts';
import type { NewPage } from './pages.ts';
import { readyWords as w } from './ready-words.ts';

export interface Declared {
  name: string;
  purpose: string;
  seeks: string;
  offers: string;
  areas: readonly string[];
}

const text = (typed: string): BlockInput => ({ kind: 'text', text: typed.slice(0, BLOCK_LIMITS.text) });
const heading = (typed: string): BlockInput => ({ kind: 'heading', text: typed, level: 2 });

export function readyPages({ purpose, seeks, offers, areas }: Declared): NewPage[] {
  const exchange: BlockInput[] = seeks !== '' || offers !== '' ? [{ kind: 'needs', title: w.needs }] : [];
  const where: BlockInput[] =
    areas.length > 0 ? [heading(w.where), text(areas.map((area) => `・${area}`).join('\n'))] : [];
  return [
    {
      kind: 'page',
      title: w.about,
      slug: 'about',
      blocks: [
        heading(w.who),
        text(purpose === '' ? w.fillIn : purpose),
        { kind: 'news', title: w.news, count: 5 },
        ...exchange,
      ],
    },
    {
      kind: 'page',
      title: w.activities,
      slug: 'activities',
      blocks: [heading(w.what), text(w.whatText), ...where, { kind: 'events', title: w.events, count: 5 }],
    },
    {
      kind: 'page',
      title: w.contact,
      slug: 'contact-us',
      blocks: [{ kind: 'contact', title: w.write, text: w.writeText }],
    },
  ];
}
