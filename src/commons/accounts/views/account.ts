import { formWords, kindWord, onceField } from '#commons/hubs/index.ts';
import type { Reader } from '#kernel/context.ts';
import { formatDateTime } from '#kernel/dates.ts';
import { ref } from '#kernel/ids.ts';
import { closing, LANGS, type Lang, opening } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { actor } from '#ui/actor.ts';
import { actButton, button, buttons, linkButton } from '#ui/button.ts';
import { disclosure } from '#ui/disclosure.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, hidden, radioGroup, textArea, textField } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { keyValues, list } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { link, prose } from '#ui/prose.ts';
import { ageWords } from '../age/words.ts';
import { NAME_MAX } from '../entries.ts';
import { levelWords } from '../levels/words.ts';
import { safetyWords } from '../safety-words.ts';
import type { SessionItem } from '../sessions.ts';
import { words } from '../words.ts';
import { waitingSection } from './guardian.ts';
import { restingNotice } from './safety.ts';
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
  reading: string;
  sessions: readonly SessionItem[];
  /** the new address as typed, when its form comes back */
  newEmail: string;
  /** what was just done: 'confirmed', 'ended', 'address-asked', 'staying' */
  just: string;
  /** when their data is erased, if they have asked to leave */
  leavesAt: Date | null;
  /** X13: they said to be under 18 */
  isMinor: boolean;
  /** they belong to the secretariat */
  isDesk: boolean;
  /** the owner showed lately that it is they: no password is asked for */
  isProved: boolean;
  /** the guardian's address, while their consent isn't there; else null */
  waitsFor: string | null;
  problem: Problem | null;
}

export function accountView(props: AccountProps): Html {
  const w = words(props.lang).account;
  const just =
    {
      confirmed: w.confirmed,
      ended: w.ended,
      'address-asked': w.addressAsked,
      staying: w.staying,
      'guardian-asked': w.guardianAsked,
    }[props.just] ?? null;
  return html`${pageHead({
    title: w.title,
    buttons: actButton({ action: '/sign-out', text: w.signOut, icon: 'sign-out' }),
  })}${just !== null && notice({ tone: 'success', title: just, live: true })}${restingNotice(props.lang, props.reader, linkButton({ href: '/account/safety', text: safetyWords(props.lang).safety.link }))}${leavingNotice(props)}${props.waitsFor !== null && waitingSection(props.lang, props.waitsFor, props.problem)}${contact(props)}${profile(props)}${language(props)}${notices(props.lang)}${organisations(props)}${sessionList(props.lang, props.sessions)}${ownData(props.lang)}`;
}

function leavingNotice({ lang, leavesAt }: AccountProps): Html | false {
  const w = words(lang).account;
  if (leavesAt === null) return false;
  return notice({
    tone: 'warn',
    title: w.leaving,
    body: w.leavingText(formatDateTime(leavesAt, lang, 'short')),
    actions: linkButton({ href: '/account/departure', text: w.toLeaving }),
  });
}

function ownData(lang: Lang): Html {
  const w = words(lang).account;
  return section({
    title: w.own,
    lead: w.ownText,
    children: buttons(
      linkButton({ href: '/account/exports', text: w.toExports, icon: 'download' }),
      linkButton({ href: '/account/names', text: w.toNames }),
      linkButton({ href: '/account/age', text: ageWords(lang).link }),
      linkButton({ href: '/account/tokens', text: w.toTokens }),
      linkButton({ href: '/account/departure', text: w.toDeparture }),
    ),
  });
}

function contact({ lang, reader, email, newEmail, waitsFor, isDesk, isProved, problem }: AccountProps): Html {
  const w = words(lang).account;
  const pairs = keyValues([
    [w.email, html`${email}${opening(lang)}${w.emailPrivate}${closing(lang)}`],
    [w.level, waitsFor === null ? w.levels[reader.level] : w.levelWaits],
  ]);
  const addressIsAsked =
    newEmail !== '' || problem?.items.some(({ field }) => field === 'email' || field === 'password');
  const confirmNow =
    reader.level === 0 &&
    waitsFor === null &&
    actButton({
      action: '/email-confirmation/letters',
      fields: hidden('email', email),
      text: w.confirmNow,
      tone: 'main',
      icon: 'mail',
    });
  return section({
    title: w.contact,
    children: prose([
      pairs,
      confirmNow,
      disclosure({
        summary: w.changeAddress,
        body: addressForm(lang, newEmail, isProved, problem),
        open: addressIsAsked,
      }),
      html`<p>${link('/password-reset', w.changePassword)}</p>`,
      html`<p>${link('/account/safety', safetyWords(lang).safety.link)}</p>`,
      html`<p>${link('/account/citizenship', levelWords(lang).link)}</p>`,
      isDesk && html`<p>${link('/desk-codes', levelWords(lang).codes.link)}</p>`,
    ]),
  });
}

function addressForm(lang: Lang, newEmail: string, isProved: boolean, problem: Problem | null): Html {
  const w = words(lang).account;
  const f = formWords(lang);
  const errors = problem?.items ?? [];
  const email = textField(
    {
      name: 'email',
      type: 'email',
      label: w.newAddress,
      hint: w.newAddressHint,
      required: true,
      value: newEmail,
      autocomplete: 'email',
      error: errorAt(errors, 'email'),
    },
    f,
  );
  const password = textField(
    {
      name: 'password',
      type: 'password',
      label: w.ownPassword,
      required: true,
      autocomplete: 'current-password',
      error: errorAt(errors, 'password'),
    },
    f,
  );
  return form({
    action: '/account/address',
    label: w.changeAddress,
    children: [email, isProved ? null : [password, otherProof(lang)]],
    buttons: button({ text: w.changeAddress }),
  });
}

/** A passkey or a code instead of the password. */
function otherProof(lang: Lang): Html {
  return html`<p>${link('/account/proof?next=/account', safetyWords(lang).proof.or)}</p>`;
}

function profile({ lang, reader, name, about, reading, isMinor, problem }: AccountProps): Html {
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
    textField(
      {
        name: 'reading',
        label: w.reading,
        hint: w.readingHint,
        value: reading,
        width: 16,
        maxlength: 60,
        error: errorAt(errors, 'reading'),
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
      isMinor && html`<p>${w.young}</p>`,
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

function notices(lang: Lang): Html {
  const w = words(lang).account;
  return section({
    title: w.notices,
    lead: w.noticesText,
    children: buttons(
      linkButton({ href: '/notices/settings', text: w.toNoticeSettings, icon: 'bell' }),
      linkButton({ href: '/follows', text: w.toFollows }),
    ),
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
  const acts = [
    items.length > 0 && linkButton({ href: '/acting-as', text: w.account.toActingAs, icon: 'swap' }),
    linkButton({ href: '/organisations/new', text: w.account.newOrganisation, icon: 'add' }),
  ];
  return section({
    title: w.account.organisations,
    children: prose([
      items.length === 0 ? html`<p>${w.account.noOrganisations}</p>` : list(items),
      html`<div class="buttons">${acts}</div>`,
    ]),
  });
}
