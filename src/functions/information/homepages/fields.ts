/** F1.3 The form of each kind of block: which fields, and what stands in them. Pure. */
import type { Lang } from '#kernel/lang.ts';
import type { Field } from '../../registration/groups/index.ts';
import { BLOCK_LIMITS, type BlockKind } from './block.ts';
import { words } from './words.ts';

export function blockFields(kind: BlockKind, lang: Lang): Field[] {
  const w = words(lang).fields;
  const title: Field = { name: 'title', label: w.title, hint: w.titleHint, optional: true };
  const caption: Field = { name: 'caption', label: w.caption, optional: true };
  const body = (limit: number, optional = false): Field => ({
    name: 'text',
    label: w.text,
    hint: w.marks,
    as: 'area',
    limit,
    ...(optional ? { optional } : {}),
  });
  const count: Field = {
    name: 'count',
    label: w.count,
    as: 'select',
    choices: [3, 5, 10, 20].map((n) => ({ value: `${n}`, text: w.some(n) })),
  };
  switch (kind) {
    case 'heading':
      return [
        { name: 'text', label: w.heading },
        {
          name: 'level',
          label: w.level,
          as: 'select',
          choices: [2, 3].map((n) => ({ value: `${n}`, text: w.levels[n - 2]! })),
        },
      ];
    case 'text':
      return [body(BLOCK_LIMITS.text)];
    case 'picture':
      return [
        caption,
        {
          name: 'size',
          label: w.size,
          as: 'select',
          choices: (['wide', 'half'] as const).map((value) => ({ value, text: w.sizes[value] })),
        },
      ];
    case 'news':
    case 'events':
      return [title, count];
    case 'gallery':
    case 'files':
    case 'members':
    case 'needs':
      return [title];
    case 'support':
      return [
        title,
        body(BLOCK_LIMITS.text),
        { name: 'link', label: w.link, hint: w.linkHint, as: 'url', optional: true },
        { name: 'linkText', label: w.linkText, optional: true },
      ];
    case 'contact':
      return [title, body(1000, true)];
    case 'map':
      return [
        title,
        { name: 'place', label: w.place, hint: w.placeHint, optional: true },
        { name: 'lat', label: w.lat, hint: w.latHint, optional: true },
        { name: 'lng', label: w.lng, optional: true },
        { name: 'text', label: w.way, as: 'area', limit: 1000, optional: true },
      ];
    case 'video':
      return [
        { name: 'title', label: w.videoTitle },
        { name: 'link', label: w.videoLink, hint: w.videoHint, as: 'url' },
        { name: 'text', label: w.note, optional: true },
      ];
    case 'quote':
      return [
        { name: 'text', label: w.quote, as: 'area', limit: 1000 },
        { name: 'by', label: w.by, optional: true },
      ];
    case 'table':
      return [
        { name: 'caption', label: w.tableTitle },
        { name: 'rows', label: w.rows, hint: w.rowsHint, as: 'area', limit: 6000 },
      ];
  }
}

/** What stands in the fields of a block that is there. */
export function typedOfContent(content: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(content).map(([name, value]) => [
      name,
      name === 'rows' ? rowsText(value as string[][]) : value === null ? '' : String(value),
    ]),
  );
}

function rowsText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.join(' | ')).join('\n');
}
