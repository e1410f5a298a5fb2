import { formWords, onceField } from '#commons/hubs/index.ts';
import type { Actor } from '#kernel/context.ts';
import { shortId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { button } from '#ui/button.ts';
import { form, textArea } from '#ui/fields.ts';
import { type Html, html } from '#ui/html.ts';
import { ABOUT_MAX } from '../change-profile.ts';
import { words } from '../words.ts';

/** What an organisation says of itself. */
export function organisationForm(lang: Lang, organisation: Actor & { about: string }): Html {
  const w = words(lang);
  const about = textArea(
    { name: 'about', label: w.create.about, hint: w.create.aboutHint, value: organisation.about, limit: ABOUT_MAX },
    formWords(lang),
  );
  return form({
    action: `/organisations/${shortId(organisation.id)}/profile`,
    label: w.members.profile,
    children: html`${about}${onceField()}`,
    buttons: button({ text: w.members.save }),
  });
}
