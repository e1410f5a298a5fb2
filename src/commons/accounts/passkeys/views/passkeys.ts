import { formWords } from '#commons/hubs/index.ts';
import { formatDate, tokyoDate } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { actButton, button } from '#ui/button.ts';
import { disclosure } from '#ui/disclosure.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, textField } from '#ui/fields.ts';
import { section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { link, prose, time } from '#ui/prose.ts';
import { table } from '#ui/table.ts';
import { rpIdOf } from '../../hand-over/host.ts';
import { safetyWords } from '../../safety-words.ts';
import { passkeyButton } from '../../views/passkey-button.ts';
import type { SafetyProps } from '../../views/safety.ts';
import { PASSKEY_NAME_MAX, type PasskeyItem } from '../passkey.ts';

export function passkeySection(props: SafetyProps): Html {
  const { lang, passkeys, isProved } = props;
  const w = safetyWords(lang).passkeys;
  return section({
    title: w.title,
    lead: w.lead,
    children: prose([
      passkeys.length === 0 ? html`<p>${w.none}</p>` : passkeyTable(props),
      isProved && passkeys.map((one) => renaming(lang, one)),
      isProved && props.elsewhere === null && making(props),
      props.elsewhere !== null && html`<p>${link(`${props.elsewhere}/account/safety`, w.madeElsewhere)}</p>`,
    ]),
  });
}

function passkeyTable({ lang, hub, passkeys, isProved }: SafetyProps): Html {
  const w = safetyWords(lang).passkeys;
  const day = (at: Date) => time({ text: formatDate(at, lang, 'short'), datetime: tokyoDate(at) });
  const rows = passkeys.map((one) => {
    const notes = [one.isHalted && w.halted, one.rpId !== rpIdOf(hub) && w.elsewhere(one.rpId)].filter(
      (note) => note !== false,
    );
    const name = html`${one.name}${notes.map((note) => html`<br><small>${note}</small>`)}`;
    const remove = actButton({
      action: `/account/safety/passkeys/${shortId(one.id)}/removal`,
      text: html`<span aria-hidden="true">${w.remove}</span><span class="visually-hidden">${w.removeOf(one.name)}</span>`,
      small: true,
    });
    const cells = [name, day(one.createdAt), one.lastUsedAt ? day(one.lastUsedAt) : w.never];
    return isProved ? [...cells, remove] : cells;
  });
  const columns = [{ text: w.column }, { text: w.made }, { text: w.used }];
  return table({
    caption: w.title,
    captionHidden: true,
    columns: isProved ? [...columns, { text: w.remove }] : columns,
    rows,
  });
}

const nameField = (lang: Lang, props: { id: string; value: string; error?: string | undefined }) => {
  const w = safetyWords(lang).passkeys;
  return textField(
    {
      name: 'name',
      id: props.id,
      label: w.name,
      hint: w.nameHint,
      example: w.nameExample,
      required: true,
      value: props.value,
      maxlength: PASSKEY_NAME_MAX,
      width: 16,
      error: props.error,
    },
    formWords(lang),
  );
};

function renaming(lang: Lang, { id, name }: PasskeyItem): Html {
  const w = safetyWords(lang).passkeys;
  const key = shortId(id);
  return disclosure({
    summary: w.renameOf(name),
    body: form({
      action: `/account/safety/passkeys/${key}`,
      label: w.renameOf(name),
      children: nameField(lang, { id: `f-name-${key}`, value: name }),
      buttons: button({ text: w.rename }),
    }),
  });
}

function making({ lang, problem }: SafetyProps): Html {
  const w = safetyWords(lang).passkeys;
  return passkeyButton({
    lang,
    does: 'make',
    challenge: '/account/safety/passkey-challenges',
    action: '/account/safety/passkeys',
    text: w.add,
    fields: nameField(lang, { id: 'f-name', value: '', error: errorAt(problem?.items ?? [], 'name') }),
    unsupported: w.unsupported,
  });
}
