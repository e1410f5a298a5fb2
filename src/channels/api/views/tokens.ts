/** X8: one's own tokens; the new one is shown this once. */

import { formWords, onceField } from '#commons/hubs/index.ts';
import { isScope, LIFETIMES, NAME_MAX, type OwnToken, SCOPES } from '#commons/programs/index.ts';
import type { Reader } from '#kernel/context.ts';
import { formatDate } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { actButton, button, buttons, linkButton } from '#ui/button.ts';
import { copyLink } from '#ui/disclosure.ts';
import { errorAt } from '#ui/error-summary.ts';
import { checkboxGroup, form, hidden, radioGroup, textField } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { list, listItem } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { words } from '../words.ts';

export interface TokensProps {
  lang: Lang;
  reader: Reader;
  tokens: readonly OwnToken[];
  typed: { name: string; scopes: readonly string[]; actingId: string; days: string };
  /** the token just made; 'shown': it was made already, by the same form */
  made: string | null;
  problem: Problem | undefined;
}

export function tokensView(props: TokensProps): Html {
  const w = words(props.lang).tokens;
  return html`${pageHead({
    title: w.title,
    lead: w.lead,
    buttons: buttons(
      linkButton({ href: '/api', text: w.reference, icon: 'book' }),
      linkButton({ href: '/account/webhooks', text: w.webhooks }),
    ),
  })}${props.made !== null && fresh(props.lang, props.made)}${section({
    title: w.list,
    children:
      props.tokens.length === 0 ? html`<p>${w.none}</p>` : list(props.tokens.map((token) => item(props.lang, token))),
  })}${section({ title: w.make, children: newToken(props) })}`;
}

function fresh(lang: Lang, made: string): Html {
  const w = words(lang).tokens;
  if (made === 'shown') return notice({ tone: 'info', title: w.again, live: true });
  return notice({
    tone: 'success',
    title: w.made,
    live: true,
    body: html`<p>${w.once}</p>${copyLink({ url: made, text: w.copy, done: w.copied, label: w.token, id: 'new-token' })}`,
  });
}

function item(lang: Lang, token: OwnToken): Html {
  const { tokens: w, scopes } = words(lang);
  const used = token.last_used_on === null ? w.unused : w.used(formatDate(token.last_used_on, lang, 'short'));
  return listItem({
    title: token.name,
    body: html`<ul>${token.scopes.map((scope) => html`<li>${isScope(scope) ? scopes[scope] : scope}</li>`)}</ul>`,
    meta: html`${token.acting_name}・${w.until(formatDate(token.expires_at, lang, 'short'))}・${used}`,
    side: actButton({
      action: '/account/tokens/revocation',
      fields: html`${onceField()}${hidden('id', token.id)}`,
      text: html`<span aria-hidden="true">${w.revoke}</span><span class="visually-hidden">${w.revokeThis(token.name)}</span>`,
      small: true,
    }),
  });
}

function newToken({ lang, reader, typed, problem }: TokensProps): Html {
  const { tokens: w, scopes } = words(lang);
  const f = formWords(lang);
  const errors = problem?.items ?? [];
  const acting = [
    { value: reader.person.id, text: w.self(reader.person.name) },
    ...reader.roles.map(({ organisation }) => ({ value: organisation.id, text: organisation.name })),
  ];
  return form({
    action: '/account/tokens',
    label: w.make,
    children: html`${onceField()}${textField(
      {
        name: 'name',
        label: w.name,
        hint: w.nameHint,
        example: w.nameExample,
        required: true,
        value: typed.name,
        maxlength: NAME_MAX,
        error: errorAt(errors, 'name'),
      },
      f,
    )}${checkboxGroup(
      {
        name: 'scopes',
        label: w.scopes,
        hint: w.scopesHint,
        required: true,
        values: typed.scopes,
        choices: SCOPES.map((scope) => ({ value: scope, text: scopes[scope] })),
        error: errorAt(errors, 'scopes'),
      },
      f,
    )}${
      acting.length > 1
        ? radioGroup(
            {
              name: 'actingId',
              label: w.acting,
              required: true,
              value: typed.actingId,
              choices: acting,
              error: errorAt(errors, 'actingId'),
            },
            f,
          )
        : hidden('actingId', reader.person.id)
    }${radioGroup(
      {
        name: 'days',
        label: w.days,
        required: true,
        inline: true,
        value: typed.days,
        choices: LIFETIMES.map((days) => ({ value: String(days), text: w.dayChoices(days) })),
        error: errorAt(errors, 'days'),
      },
      f,
    )}`,
    buttons: button({ text: w.make, tone: 'main' }),
  });
}
