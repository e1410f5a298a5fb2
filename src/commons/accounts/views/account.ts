import { formWords, kindWord, onceField } from '#commons/hubs/index.ts';
import type { Reader } from '#kernel/context.ts';
import { ref } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { LANGS } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { actor } from '#ui/actor.ts';
import { actButton, button, linkButton } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, hidden, radioGroup, textArea, textField } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { keyValues, list } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { link, prose } from '#ui/prose.ts';
import { NAME_MAX } from '../entries.ts';
import type { SessionItem } from '../sessions.ts';
import { words } from '../words.ts';
import { sessionList } from './sessions.ts';

export const ABOUT_MAX = 600;

export interface AccountProps {
  lang: Lang;
  reader: Reader;
  email: string;
  /** language of letters */
  letterLang: Lang;
  /** as typed, when the form comes back */
  name: string;
  about: string;
  sessions: readonly SessionItem[];
  /** what was just done: 'confirmed', 'ended' */
  just: string;
  problem: Problem | null;
}

export function accountView(props: AccountProps): Html {
  const w = words(props.lang).account;
  const just = props.just === 'confirmed' ? w.confirmed : props.just === 'ended' ? w.ended : null;
  return html`${pageHead({
    title: w.title,
    buttons: actButton({ action: '/sign-out', text: w.signOut, icon: 'sign-out' }),
  })}${just !== null && notice({ tone: 'success', title: just, live: true })}${contact(props)}${profile(props)}${language(props)}${organisations(props)}${sessionList(props.lang, props.sessions)}`;
}

function contact({ lang, reader, email }: AccountProps): Html {
  const w = words(lang).account;
  const pairs = keyValues([
    [w.email, html`${email}（${w.emailPrivate}）`],
    [w.level, w.levels[reader.level]],
  ]);
  const confirmNow =
    reader.level === 0 &&
    actButton({
      action: '/email-confirmation/letters',
      fields: hidden('email', email),
      text: w.confirmNow,
      tone: 'main',
      icon: 'mail',
    });
  return section({
    title: w.contact,
    children: prose([pairs, confirmNow, html`<p>${link('/password-reset', w.changePassword)}</p>`]),
  });
}

function profile({ lang, reader, name, about, problem }: AccountProps): Html {
  const w = words(lang).account;
  const f = formWords(lang);
  const errors = problem?.items ?? [];
  const fields = [
    textField(
      {
        name: 'name',
        label: w.name,
        required: true,
        value: name,
        autocomplete: 'nickname',
        width: 16,
        maxlength: NAME_MAX,
        error: errorAt(errors, 'name'),
      },
      f,
    ),
    textArea(
      {
        name: 'about',
        label: w.about,
        hint: w.aboutHint,
        value: about,
        rows: 4,
        limit: ABOUT_MAX,
        error: errorAt(errors, 'about'),
      },
      f,
    ),
    onceField(),
  ];
  const href = `/actors/${ref(reader.person.id, reader.person.name)}`;
  return section({
    title: w.profile,
    lead: w.profileText,
    children: prose([
      form({
        action: '/account',
        label: w.profile,
        children: fields,
        buttons: button({ text: w.save, tone: 'main' }),
      }),
      html`<p>${link(href, w.publicPage)}</p>`,
    ]),
  });
}

function language({ lang, letterLang }: AccountProps): Html {
  const w = words(lang).account;
  const choices = LANGS.map((value) => ({ value, text: w.languages[value] }));
  return section({
    title: w.language,
    children: form({
      action: '/account/language',
      label: w.language,
      children: radioGroup(
        {
          name: 'lang',
          label: w.language,
          hint: w.languageHint,
          value: letterLang,
          choices,
          inline: true,
          plain: true,
        },
        formWords(lang),
      ),
      buttons: button({ text: w.save }),
    }),
  });
}

function organisations({ lang, reader }: AccountProps): Html {
  const w = words(lang);
  const items = reader.roles.map(({ organisation, role }) =>
    actor({
      kind: organisation.kind,
      name: organisation.name,
      kindText: kindWord(lang, organisation.kind),
      href: `/actors/${ref(organisation.id, organisation.name)}`,
      note: w.actingAs.roles[role],
    }),
  );
  const buttons = [
    items.length > 0 && linkButton({ href: '/acting-as', text: w.account.toActingAs, icon: 'swap' }),
    linkButton({ href: '/organisations/new', text: w.account.newOrganisation, icon: 'add' }),
  ];
  return section({
    title: w.account.organisations,
    children: prose([
      items.length === 0 ? html`<p>${w.account.noOrganisations}</p>` : list(items),
      html`<div class="buttons">${buttons}</div>`,
    ]),
  });
}
