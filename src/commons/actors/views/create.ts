import { formWords, lastingRecord, onceField } from '#commons/hubs/index.ts';
import type { Hub, Reader } from '#kernel/context.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, radioGroup, textArea, textField } from '#ui/fields.ts';
import { pageHead } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { ABOUT_MAX } from '../change-profile.ts';
import { ORGANISATION_NAME_MAX } from '../create-organisation.ts';
import { mayCreateOrganisation, ORGANISATION_KINDS } from '../rules.ts';
import { words } from '../words.ts';

export interface CreateProps {
  lang: Lang;
  hub: Hub;
  reader: Reader;
  typed: { kind: string; name: string; about: string };
  problem: Problem | null;
}

export function createView({ lang, hub, reader, typed, problem }: CreateProps): Html {
  const w = words(lang).create;
  const f = formWords(lang);
  const errors = problem?.items ?? [];
  const isBlocked = mayCreateOrganisation(reader, hub, 'group') === 'level';
  const choices = ORGANISATION_KINDS.map((value) => ({
    value,
    text: w.kinds[value],
    ...(mayCreateOrganisation(reader, hub, value) === 'secretariat-only'
      ? { disabled: true, reason: w.divisionReason }
      : {}),
  }));
  const fields = [
    radioGroup(
      { name: 'kind', label: w.kind, required: true, value: typed.kind, choices, error: errorAt(errors, 'kind') },
      f,
    ),
    textField(
      {
        name: 'name',
        label: w.name,
        hint: w.nameHint,
        example: w.nameExample,
        required: true,
        value: typed.name,
        autocomplete: 'organization',
        maxlength: ORGANISATION_NAME_MAX,
        error: errorAt(errors, 'name'),
      },
      f,
    ),
    textArea(
      {
        name: 'about',
        label: w.about,
        hint: w.aboutHint,
        value: typed.about,
        limit: ABOUT_MAX,
        error: errorAt(errors, 'about'),
      },
      f,
    ),
    html`<p>${w.public}</p>`,
    onceField(),
  ];
  return html`${pageHead({ title: w.title, lead: w.lead })}${form({
    action: '/organisations',
    note: lastingRecord(lang),
    label: w.title,
    children: fields,
    buttons: button({ text: w.submit, tone: 'main', ...(isBlocked ? { reason: w.levelReason } : {}) }),
  })}`;
}
