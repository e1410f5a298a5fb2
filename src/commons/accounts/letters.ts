/** X3: the letters of accounts, in the language of whoever gets them. */
import { signatureOf, type WrittenLetter, writeLetter } from '#commons/letters/index.ts';
import type { Hub } from '#kernel/context.ts';
import { formatDateTime } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import { wordSet } from '#kernel/words.ts';
import { deviceWords } from './device-name.ts';
import { easy } from './letter-words.easy.ts';
import { en } from './letter-words.en.ts';
import { ja } from './letter-words.ja.ts';

const words = wordSet({ ja, easy, en });

function write(
  hub: Hub,
  lang: Lang,
  name: string,
  body: { subject: string; text: string; link: string; path: string; after: string[] },
): WrittenLetter {
  const w = words(lang);
  return writeLetter(
    {
      subject: body.subject,
      greeting: w.greeting(name),
      paragraphs: [body.text],
      link: { text: body.link, href: hub.origin + body.path },
      after: body.after,
      signature: signatureOf(hub, lang),
    },
    lang,
  );
}

/** Brings the one-time key that confirms an address. */
export function confirmationLetter(hub: Hub, lang: Lang, name: string, key: string): WrittenLetter {
  const { confirm, notYou } = words(lang);
  return write(hub, lang, name, {
    subject: confirm.subject(hub.name[lang]),
    text: confirm.text,
    link: confirm.link,
    path: `/email-confirmation?key=${key}`,
    after: [confirm.until, notYou],
  });
}

/** Brings the one-time key that gives an account this address instead of its old one. */
export function changeAddressLetter(hub: Hub, lang: Lang, name: string, key: string): WrittenLetter {
  const { change, confirm, notYou } = words(lang);
  return write(hub, lang, name, {
    subject: confirm.subject(hub.name[lang]),
    text: change.text,
    link: confirm.link,
    path: `/email-confirmation?key=${key}`,
    after: [confirm.until, notYou],
  });
}

/** Asks the old address of an account whether it may have another one. */
export function agreeToChangeLetter(
  hub: Hub,
  lang: Lang,
  name: string,
  { key, email }: { key: string; email: string },
): WrittenLetter {
  const { change, confirm } = words(lang);
  return write(hub, lang, name, {
    subject: change.agreeSubject(hub.name[lang]),
    text: change.agreeText(email),
    link: change.agreeLink,
    path: `/address-change?key=${key}`,
    after: [confirm.until, change.agreeNotYou],
  });
}

/** Tells the old address of an account that it isn't its address any more. */
export function addressChangedLetter(hub: Hub, lang: Lang, name: string, email: string): WrittenLetter {
  const { change } = words(lang);
  return write(hub, lang, name, {
    subject: change.doneSubject(hub.name[lang]),
    text: change.doneText(email),
    link: change.doneLink,
    path: '/',
    after: [change.doneNotYou],
  });
}

/** To somebody with an account, whose address was used to sign up again. */
export function knownAddressLetter(hub: Hub, lang: Lang, name: string): WrittenLetter {
  const { known, notYou } = words(lang);
  return write(hub, lang, name, {
    subject: known.subject(hub.name[lang]),
    text: known.text,
    link: known.link,
    path: '/sign-in',
    after: [known.forgot, notYou],
  });
}

/** Brings the one-time key for a new password. */
export function resetLetter(hub: Hub, lang: Lang, name: string, key: string): WrittenLetter {
  const { reset, notYou } = words(lang);
  return write(hub, lang, name, {
    subject: reset.subject(hub.name[lang]),
    text: reset.text,
    link: reset.link,
    path: `/password-reset/${key}`,
    after: [reset.until, notYou],
  });
}

/** Tells the owner of an account that its password is a new one. */
export function passwordChangedLetter(hub: Hub, lang: Lang, name: string): WrittenLetter {
  const { changed } = words(lang);
  return write(hub, lang, name, {
    subject: changed.subject(hub.name[lang]),
    text: changed.text,
    link: changed.link,
    path: '/password-reset',
    after: [changed.notYou],
  });
}

/** Tells the owner of an account that it was signed in on a browser that wasn't known. */
export function newDeviceLetter(
  hub: Hub,
  lang: Lang,
  name: string,
  { device, at }: { device: string; at: Date },
): WrittenLetter {
  const { device: w } = words(lang);
  return write(hub, lang, name, {
    subject: w.subject(hub.name[lang]),
    text: w.text(formatDateTime(at, lang, 'short'), deviceWords(lang, device)),
    link: w.link,
    path: '/account',
    after: [w.notYou],
  });
}

/** Tells the owner of an account what was changed about the ways into it. */
export function safetyLetter(
  hub: Hub,
  lang: Lang,
  name: string,
  what: keyof ReturnType<typeof words>['safety']['changes'],
): WrittenLetter {
  const { safety: w } = words(lang);
  return write(hub, lang, name, {
    subject: w.subject(hub.name[lang]),
    text: w.changes[what],
    link: w.link,
    path: '/account/safety',
    after: [w.notYou],
  });
}

/** Asks the guardian of somebody under 18. The nickname is all it says of them. */
export function guardianLetter(hub: Hub, lang: Lang, name: string, key: string): WrittenLetter {
  const { guardian } = words(lang);
  return writeLetter(
    {
      subject: guardian.subject(hub.name[lang]),
      greeting: guardian.greeting,
      paragraphs: [guardian.text(name, hub.name[lang])],
      link: { text: guardian.link, href: `${hub.origin}/guardian-consent?key=${key}` },
      after: [guardian.until, guardian.not],
      signature: signatureOf(hub, lang),
    },
    lang,
  );
}
