/** F1.3 Beginning a site, its name and look; and whether a member is named. */
import { attachedPicture, fileLimits, type UploadedFile, uploadFields } from '#commons/files/index.ts';
import { formWords, onceField } from '#commons/hubs/index.ts';
import type { Hub } from '#kernel/context.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button, linkButton } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { checkbox, form, hidden, radioGroup } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { fieldHtml, groupPath } from '../../../registration/groups/index.ts';
import { editingPath } from '../addresses.ts';
import type { EditedSite } from '../draft-queries.ts';
import { THEMES } from '../themes.ts';
import { words } from '../words.ts';

type Typed = Record<string, string>;

interface Common {
  lang: Lang;
  hub: Hub;
  typed: Typed;
  problem: Problem | undefined;
}

function themeField({ lang, typed, problem }: Common): Html {
  const w = words(lang).settings;
  return radioGroup(
    {
      name: 'theme',
      label: w.theme,
      hint: w.themeHint,
      required: true,
      value: typed.theme || 'plain',
      error: errorAt(problem?.items ?? [], 'theme'),
      choices: THEMES.map((value) => ({ value, text: w.themes[value].name, hint: w.themes[value].lead })),
    },
    formWords(lang),
  );
}

function keyField({ lang, hub, typed, problem }: Common): Html {
  const w = words(lang).settings;
  return fieldHtml({ name: 'key', label: w.key, hint: w.keyHint(`${hub.origin}/sites/`) }, { lang, typed, problem });
}

export function startForm(props: Common & { group: { id: string; name: string } }): Html {
  const { lang, group } = props;
  const w = words(lang).start;
  return section({
    title: w.title,
    lead: w.lead,
    children: form({
      action: `${groupPath(group)}/site`,
      children: html`${onceField()}${keyField(props)}${themeField(props)}`,
      buttons: button({ text: w.submit, tone: 'main' }),
    }),
  });
}

export function settingsMain(props: Common & { site: EditedSite; kept: readonly UploadedFile[] }): Html {
  const { lang, hub, site, typed, problem, kept } = props;
  const w = words(lang).settings;
  const errors = problem?.items ?? [];
  const header = site.header[0];
  const upload = uploadFields({
    lang,
    limits: { ...fileLimits(hub), most: 1 },
    only: 'picture',
    kept,
    label: typed.label ?? '',
    fileError: errorAt(errors, 'file'),
    labelError: errorAt(errors, 'label'),
  });
  const field = (name: string, label: string, hint?: string, optional = false) =>
    fieldHtml({ name, label, ...(hint ? { hint } : {}), ...(optional ? { optional } : {}) }, { lang, typed, problem });
  return html`${pageHead({ title: w.title, lead: w.lead })}${form({
    action: `${editingPath(site.id)}/settings`,
    files: true,
    children: html`${onceField()}${hidden('of', typed.of ?? site.version)}${field('title', w.name)}${field('tagline', w.tagline, w.taglineHint, true)}${keyField(props)}${themeField(props)}${field('colour', w.colour, w.colourHint, true)}<details class="disclosure"${kept.length > 0 && html` open`}><summary>${header ? w.otherHeader : w.header}</summary><div class="disclosure-body">${header && attachedPicture(header)}${upload}</div></details>${
      header && checkbox({ name: 'headerOff', label: w.headerOff, value: 'yes' }, formWords(lang))
    }`,
    buttons: html`${button({ text: w.save, tone: 'main' })}${linkButton({ href: editingPath(site.id), text: w.back })}`,
  })}`;
}

export interface NamingProps {
  lang: Lang;
  siteId: string;
  own: { words: string } | null;
  groupName: string;
}

/** Every member says for itself. */
export function namingForm({ lang, siteId, own, groupName }: NamingProps): Html {
  const w = words(lang).naming;
  return section({
    title: w.title,
    lead: w.lead(groupName),
    children: form({
      action: `${editingPath(siteId)}/naming`,
      children: html`${onceField()}${checkbox({ name: 'named', label: w.named, value: 'yes', checked: own !== null }, formWords(lang))}${fieldHtml({ name: 'words', label: w.words, hint: w.wordsHint, optional: true }, { lang, typed: { words: own?.words ?? '' }, problem: undefined })}`,
      buttons: button({ text: w.save }),
    }),
  });
}
