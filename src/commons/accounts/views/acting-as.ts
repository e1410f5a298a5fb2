import { formWords, kindWord } from '#commons/hubs/index.ts';
import type { Reader } from '#kernel/context.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { actor } from '#ui/actor.ts';
import { button, linkButton } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, hidden, radioGroup } from '#ui/fields.ts';
import { pageHead } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { words } from '../words.ts';

/** P1: votes stay the person's, whoever is chosen here; the page says so. */
export function actingAsView(lang: Lang, reader: Reader, back: string, problem: Problem | null): Html {
  const w = words(lang).actingAs;
  const head = pageHead({ title: w.title, lead: w.lead });
  if (reader.roles.length === 0) {
    const act = linkButton({ href: '/organisations/new', text: words(lang).account.newOrganisation });
    return html`${head}<p>${w.none}</p><p>${act}</p>`;
  }
  const person = actor({
    kind: 'person',
    name: reader.person.name,
    kindText: kindWord(lang, 'person'),
    note: w.myself,
  });
  const organisations = reader.roles.map(({ organisation, role }) => ({
    value: organisation.id,
    text: actor({
      kind: organisation.kind,
      name: organisation.name,
      kindText: kindWord(lang, organisation.kind),
      note: w.roles[role],
    }),
  }));
  const field = radioGroup(
    {
      name: 'actor',
      label: w.label,
      hint: w.voice,
      required: true,
      value: reader.acting.id,
      choices: [{ value: reader.person.id, text: person }, ...organisations],
      error: errorAt(problem?.items ?? [], 'actor'),
    },
    formWords(lang),
  );
  return html`${head}${form({
    action: '/acting-as',
    label: w.title,
    children: [field, hidden('back', back)],
    buttons: button({ text: w.submit, tone: 'main', icon: 'swap' }),
  })}`;
}
