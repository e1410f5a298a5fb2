import { kindWord } from '#commons/hubs/index.ts';
import { comma, inBrackets, type Lang } from '#kernel/lang.ts';
import { actor } from '#ui/actor.ts';
import { actButton } from '#ui/button.ts';
import { hidden } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty, list, listItem } from '#ui/list.ts';
import type { CastPerson } from '../cast.ts';
import { words } from '../words.ts';

function personItem(lang: Lang, person: CastPerson): Html {
  const w = words(lang);
  const roles = person.roles
    .map((held) => inBrackets(held.organisation, w.actingAs.roles[held.role], lang))
    .join(comma(lang));
  return listItem({
    title: actor({ kind: 'person', name: person.name, kindText: kindWord(lang, 'person') }),
    body: person.about,
    ...(roles === '' ? {} : { meta: roles }),
    side: actButton({
      action: '/dev/cast',
      fields: hidden('account', person.accountId),
      text: html`<span aria-hidden="true">${w.signIn.title}</span><span class="visually-hidden">${w.cast.as(person.name)}</span>`,
      icon: 'sign-in',
      small: true,
    }),
  });
}

/** The cast by the organisation they stand for first; those without a role last. */
export function castView(lang: Lang, people: readonly CastPerson[]): Html {
  const w = words(lang).cast;
  const groups = Map.groupBy(people, (person) => person.roles[0]?.organisation ?? '');
  const named = [...groups].filter(([name]) => name !== '');
  const alone = groups.get('') ?? [];
  const items = (members: readonly CastPerson[]) => list(members.map((person) => personItem(lang, person)));
  return html`${pageHead({ title: w.title, lead: w.lead })}${people.length === 0 && empty({ title: w.none })}${named.map(
    ([title, members]) => section({ title, children: items(members) }),
  )}${alone.length > 0 && section({ title: w.alone, children: items(alone) })}`;
}
