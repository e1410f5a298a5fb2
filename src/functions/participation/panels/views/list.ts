/** F9.9 The list of panels drawn by lot, newest first. */

import { actorPath } from '#commons/actors/index.ts';
import { kindWord } from '#commons/hubs/index.ts';
import { formatNumber } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import { actor } from '#ui/actor.ts';
import { chip } from '#ui/chip.ts';
import { pageHead } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty, list, listHead, listItem } from '#ui/list.ts';
import { pager } from '#ui/pager.ts';
import { panelPath } from '../addresses.ts';
import type { Panel } from '../queries.ts';
import { stateOf } from '../rules.ts';
import { words } from '../words.ts';

const TONES = { announced: 'info', fixed: 'on', drawn: 'ok' } as const;

export function stateChip(panel: Panel, lang: Lang): Html {
  const state = stateOf(panel);
  return chip(TONES[state], words(lang).states[state]);
}

export function holder(panel: Panel, lang: Lang): Html {
  return actor({
    kind: panel.division_kind,
    name: panel.division_name,
    kindText: kindWord(lang, panel.division_kind),
    href: actorPath({ id: panel.division_id, name: panel.division_name }),
  });
}

export interface ListProps {
  lang: Lang;
  panels: readonly Panel[];
  more: boolean;
  /** true when this is not the newest part */
  later: boolean;
  /** the button for whoever may announce one; a part of its own */
  announce: Html;
}

export function panelList({ lang, panels, more, later, announce }: ListProps): Html {
  const w = words(lang).list;
  return html`${pageHead({ title: w.title, lead: w.lead, buttons: announce })}${listHead({
    count: '',
    data: [
      { href: '/panels.csv', text: 'CSV', type: 'text/csv' },
      { href: '/panels.json', text: 'JSON', type: 'application/json' },
      { href: '/panels.atom', text: w.feed, type: 'application/atom+xml' },
    ],
  })}${panels.length === 0 ? empty({ title: w.none }) : list(panels.map((panel) => item(panel, lang)))}${pager({
    label: w.pages,
    ...(later ? { previous: { href: '/panels', text: w.first } } : {}),
    ...(more ? { next: { href: `/panels?before=${panels.at(-1)!.id}`, text: w.older } } : {}),
  })}`;
}

function item(panel: Panel, lang: Lang): Html {
  return listItem({
    title: panel.title,
    href: panelPath(panel),
    level: 2,
    above: stateChip(panel, lang),
    body: panel.held_text,
    meta: html`${holder(panel, lang)} ${words(lang).list.size(formatNumber(panel.size))}`,
  });
}
