/** P1: on the front page, for whoever holds an office: the button to act as it, and where its work waits. Nobody has to know an address. */
import { isOpen } from '#commons/hubs/index.ts';
import type { Hub, Reader } from '#kernel/context.ts';
import type { Lang } from '#kernel/lang.ts';
import { actButton, linkButton } from '#ui/button.ts';
import { hidden } from '#ui/fields.ts';
import { section } from '#ui/heading.ts';
import { band } from '#ui/home.ts';
import { type Html, html } from '#ui/html.ts';
import { list, listItem } from '#ui/list.ts';
import { link } from '#ui/prose.ts';
import { words } from '../words.ts';

/** What the part depends on: small and plain, since readers of equal state are shown the same. */
export interface Offices {
  offices: { id: string; name: string; work: 'division' | 'secretariat' | 'other'; isActing: boolean }[];
  moderates: boolean;
}

/** Offices that this reader speaks for. Members, who don't, go on as themselves. */
export function officesOf(reader: Reader | null, secretariatId: string | null, moderates: boolean): Offices {
  const spoken = reader?.roles.filter(({ role }) => role !== 'member') ?? [];
  return {
    moderates,
    offices: spoken.map(({ organisation: { id, name, kind } }) => ({
      id,
      name,
      work: kind === 'division' ? 'division' : id === secretariatId ? 'secretariat' : 'other',
      isActing: reader?.acting.id === id,
    })),
  };
}

/** Work in functions that the town hasn't opened isn't named. */
export function officesBand({ offices, moderates }: Offices, hub: Pick<Hub, 'rules'>, lang: Lang): Html | null {
  if (offices.length === 0 && !moderates) return null;
  const w = words(lang).offices;
  const queue = moderates && linkButton({ href: '/moderation', text: w.moderation, icon: 'group' });
  return band(
    section({
      title: w.title,
      lead: w.lead,
      id: 'offices',
      children: html`${offices.length > 0 && list(offices.map((office) => officeItem(office, hub, lang)))}${queue && html`<p>${queue}</p>`}`,
    }),
    'soft',
  );
}

function officeItem(office: Offices['offices'][number], hub: Pick<Hub, 'rules'>, lang: Lang): Html {
  const w = words(lang).offices;
  if (office.isActing) {
    const places = w.works[office.work].filter(([, , name]) => name === undefined || isOpen(hub, name));
    return listItem({
      title: w.acting(office.name),
      level: 3,
      body: html`<ul class="inline-links">${places.map(([href, text]) => html`<li>${link(href, text)}</li>`)}</ul>`,
    });
  }
  return listItem({
    title: office.name,
    level: 3,
    body: w.workText[office.work],
    side: actButton({
      action: '/acting-as',
      text: w.actAs(office.name),
      fields: html`${hidden('actor', office.id)}${hidden('back', '/#offices')}`,
    }),
  });
}
