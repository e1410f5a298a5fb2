/** X11: the page on which the secretariat says what its town is called, and which colour it wears. */
import { closing, LANGS, opening } from '#kernel/lang.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { button } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, textField } from '#ui/fields.ts';
import { heading, pageHead } from '#ui/heading.ts';
import { html } from '#ui/html.ts';
import { contrast } from '#ui/theme.ts';
import { ACCENT } from './accent.ts';
import { changeTown, TOWN_LIMITS } from './change-town.ts';
import { mayDecide } from './decision.ts';
import { formWords } from './form-words.ts';
import { onceField, page } from './page.ts';
import { townWords } from './town-words.ts';
import { actAsNotice, type Typed } from './views/decision-fields.ts';

const PARTS = ['name', 'tagline', 'town'] as const;
const FIELDS = PARTS.flatMap((part) => LANGS.map((lang) => ({ part, lang, field: `${part}-${lang}` })));

function present({ hub }: Visit): Typed {
  const texts = FIELDS.map(({ part, lang, field }) => [field, hub[part][lang]]);
  return { ...Object.fromEntries(texts), accent: ACCENT.test(hub.accent) ? hub.accent : '' };
}

function townForm(visit: Visit, typed: Typed = present(visit), problem?: Problem): Reply {
  const no = mayDecide({ hub: visit.hub, reader: visit.signedIn });
  if (no === 'secretariat-only') throw refuse('not-found', { status: 404 });
  const { lang, hub } = visit;
  const w = townWords(lang);
  const f = formWords(lang);
  const error = (name: string) => errorAt(problem?.items ?? [], name);
  const label = (one: (typeof FIELDS)[number]) =>
    `${w.parts[one.part]}${opening(lang)}${w.languages[one.lang]}${closing(lang)}`;
  return page(visit, {
    title: w.title,
    layout: 'reading',
    indexed: false,
    problem,
    fieldNames: { ...Object.fromEntries(FIELDS.map((one) => [one.field, label(one)])), accent: w.accent },
    breadcrumb: [{ text: w.title }],
    main: html`${pageHead({ title: w.title, lead: w.lead })}${no && actAsNotice(lang, '/town')}${form({
      action: '/town',
      children: html`${onceField()}${PARTS.map(
        (part) =>
          html`${heading(2, w.parts[part])}<p>${w.partHints[part]}</p>${FIELDS.filter((one) => one.part === part).map(
            (one) =>
              textField(
                {
                  name: one.field,
                  label: w.languages[one.lang],
                  required: true,
                  maxlength: TOWN_LIMITS[part],
                  value: typed[one.field] ?? '',
                  error: error(one.field),
                },
                f,
              ),
          )}`,
      )}${heading(2, w.accent)}${textField({ name: 'accent', label: w.accent, hint: w.accentHint, width: 8, value: typed.accent ?? '', error: error('accent') }, f)}${
        ACCENT.test(hub.accent) &&
        html`<p class="meta">${w.accentNow((Math.floor(contrast(hub.accent, '#ffffff') * 10) / 10).toString())}</p>`
      }`,
      buttons: button({ text: w.save, tone: 'main', ...(no ? { reason: w.actAs } : {}) }),
    })}`,
  });
}

async function change(visit: Visit): Promise<Reply> {
  const typed: Typed = Object.fromEntries(
    [...(await visit.form()).entries()].map(([name, value]) => [name, String(value)]),
  );
  return visit.attempt(changeTown, typed, {
    done: () => '/town?done=saved',
    again: (problem) => townForm(visit, typed, problem),
  });
}

export const townRoutes: readonly Route[] = [
  get('/town', 'person', ['X11'], async (visit) => townForm(visit)),
  post('/town', 'person', ['X11'], change),
];
