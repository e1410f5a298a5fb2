/** Who was asked to propose together, their answers, and ways to ask others: by name or by a letter. */
import { formWords, kindWord, onceField } from '#commons/hubs/index.ts';
import { formatDate, tokyoDate } from '#kernel/dates.ts';
import { ref } from '#kernel/ids.ts';
import { type Lang, labelled } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { actor } from '#ui/actor.ts';
import { actButton, button } from '#ui/button.ts';
import { chip } from '#ui/chip.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, hidden, textField } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html, join } from '#ui/html.ts';
import { empty, list, listItem } from '#ui/list.ts';
import { link } from '#ui/prose.ts';
import { type CoState, coStateOf } from '../co-proposal.ts';
import type { CoProposer, FoundActor } from '../co-proposal-queries.ts';
import { consentWords } from '../consent-words.ts';

export interface AskingProps {
  lang: Lang;
  title: string;
  /** where invitations are posted, and where the page itself is */
  at: string;
  back: { href: string; isDraft: boolean };
  /** digest of the text as it is now */
  digest: Buffer;
  asked: readonly CoProposer[];
  q: string;
  found: readonly FoundActor[];
  typedAddress: string;
  problem?: Problem | undefined;
}

const TONES: Record<CoState, 'ok' | 'need' | 'no'> = {
  invited: 'need',
  consented: 'ok',
  'asked-again': 'need',
  declined: 'no',
  left: 'no',
  'taken-back': 'no',
};

export function askingPage(props: AskingProps): Html {
  const { lang, back, at, q } = props;
  const w = consentWords(lang).asked;
  const f = formWords(lang);
  const errors = props.problem?.items ?? [];
  return html`${pageHead({ title: w.title, lead: w.lead, meta: w.about(props.title) })}${section({
    title: w.who,
    children: props.asked.length === 0 ? empty({ title: w.none }) : list(props.asked.map((one) => asked(one, props))),
  })}${section({
    title: w.searchTitle,
    children: html`${form({
      action: at,
      method: 'get',
      children: textField(
        {
          name: 'q',
          label: w.search,
          hint: w.searchHint,
          value: q,
          type: 'search',
          plain: true,
          error: errorAt(errors, 'actorId'),
        },
        f,
      ),
      buttons: button({ text: w.find, icon: 'search' }),
    })}${q !== '' && found(props)}`,
  })}${section({
    title: w.letterTitle,
    children: form({
      action: `${at.replace(/\/co-proposers$/, '')}/invitations`,
      children: html`${onceField()}${textField(
        {
          name: 'address',
          label: w.address,
          hint: w.letterHint,
          example: w.addressExample,
          type: 'email',
          required: true,
          autocomplete: 'off',
          value: props.typedAddress,
          error: errorAt(errors, 'address'),
        },
        f,
      )}`,
      buttons: button({ text: w.send, icon: 'mail' }),
    }),
  })}<p>${link(back.href, back.isDraft ? w.back : w.backToProposal)}</p>`;
}

function found({ lang, q, found: people, at }: AskingProps): Html {
  const w = consentWords(lang).asked;
  if (people.length === 0) return html`<p>${w.nobody}</p>`;
  const rows = people.map((one) =>
    listItem({
      title: one.name,
      level: 4,
      href: `/actors/${ref(one.id, one.name)}`,
      meta: kindWord(lang, one.kind),
      side: actButton({
        action: `${at.replace(/\/co-proposers$/, '')}/invitations`,
        fields: html`${hidden('actorId', one.id)}${onceField()}`,
        text: html`<span aria-hidden="true">${w.invite}</span><span class="visually-hidden">${w.inviteOf(one.name)}</span>`,
        small: true,
      }),
    }),
  );
  return section({ title: w.found(q), level: 3, children: list(rows) });
}

function asked(one: CoProposer, { lang, digest }: AskingProps): Html {
  const w = consentWords(lang).asked;
  const state = coStateOf(one, digest);
  const name = one.actor_name ?? (one.meant_for || w.byLetter);
  const day = (date: Date) => formatDate(tokyoDate(date), lang, 'short');
  const who =
    one.actor_id && one.actor_kind
      ? actor({
          kind: one.actor_kind,
          name,
          kindText: kindWord(lang, one.actor_kind),
          href: `/actors/${ref(one.actor_id, name)}`,
        })
      : name;
  const when = one.ended_at ?? one.consented_at;
  const said = one.ended_at ? state : 'consented';
  return listItem({
    title: who,
    above: chip(TONES[state], w.states[state]),
    meta: join([w.invitedOn(day(one.invited_at)), when && labelled(w.states[said], day(when), lang)], '・'),
    ...(one.word ? { body: one.word } : {}),
    ...(state === 'invited'
      ? {
          side: actButton({
            action: `/co-proposals/${one.id}/removal`,
            fields: onceField(),
            text: html`<span aria-hidden="true">${w.takeBack}</span><span class="visually-hidden">${w.takeBackOf(name)}</span>`,
            small: true,
          }),
        }
      : {}),
  });
}
