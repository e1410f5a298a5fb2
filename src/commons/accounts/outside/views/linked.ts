import { formatDate, tokyoDate } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import { actButton, buttons, linkButton } from '#ui/button.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { prose, time } from '#ui/prose.ts';
import { table } from '#ui/table.ts';
import type { SafetyProps } from '../../views/safety.ts';
import { providerName } from '../provider.ts';
import { outsideWords } from '../words.ts';

/** Providers of this town with their links; nothing where the operator named none. */
export function linkedSection({
  lang,
  outside,
  isProved,
}: Pick<SafetyProps, 'lang' | 'outside' | 'isProved'>): Html | false {
  const w = outsideWords(lang).section;
  if (outside.length === 0) return false;
  const rows = outside.map(({ provider, linkedAt }) => {
    const name = providerName(provider, lang);
    const since = linkedAt ? time({ text: formatDate(linkedAt, lang, 'short'), datetime: tokyoDate(linkedAt) }) : w.not;
    if (!isProved) return [name, since];
    const act = linkedAt
      ? actButton({
          action: `/account/safety/outside/${provider.key}/removal`,
          text: html`<span aria-hidden="true">${w.unlink}</span><span class="visually-hidden">${w.unlinkOf(name)}</span>`,
          small: true,
        })
      : linkButton({ href: `/sign-in/with/${provider.key}?for=link`, text: w.link(name), small: true });
    return [name, since, act];
  });
  const columns = [{ text: w.column }, { text: w.since }, ...(isProved ? [{ text: w.act }] : [])];
  return section({
    title: w.title,
    lead: w.lead,
    children: prose(table({ caption: w.title, captionHidden: true, columns, rows })),
  });
}

/** After signing in as usual: whether the sign-in somebody came with shall open this account, too. */
export function linkView(lang: Lang, name: string, email: string | null): Html {
  const w = outsideWords(lang).link;
  return html`${pageHead({ title: w.title, lead: w.lead(name) })}${email !== null && html`<p>${w.email(email)}</p>`}${buttons(
    actButton({ action: '/account/safety/outside', text: w.submit, tone: 'main' }),
    linkButton({ href: '/account', text: w.not }),
  )}`;
}
