/** X8: one's own webhooks, what was sent to one, and how its signature is checked. */

import { verbWord } from '#commons/happenings/index.ts';
import { formWords, onceField } from '#commons/hubs/index.ts';
import type { Delivery, OwnWebhook } from '#commons/programs/index.ts';
import { formatDateTime } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { actButton, button } from '#ui/button.ts';
import { copyLink, disclosure } from '#ui/disclosure.ts';
import { errorAt } from '#ui/error-summary.ts';
import { checkboxGroup, form, textField } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { list, listItem } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { prose } from '#ui/prose.ts';
import { table } from '#ui/table.ts';
import { words } from '../words.ts';

export interface WebhooksProps {
  lang: Lang;
  webhooks: readonly OwnWebhook[];
  /** verbs of all public events */
  verbs: readonly string[];
  typed: { url: string; verbs: readonly string[] };
  problem: Problem | undefined;
}

export function webhooksView({ lang, webhooks, verbs, typed, problem }: WebhooksProps): Html {
  const { webhooks: w } = words(lang);
  const f = formWords(lang);
  const errors = problem?.items ?? [];
  const choices = verbs.map((verb) => ({
    value: verb,
    text: html`${verbWord(verb, lang)} <code>${verb}</code>` as never,
  }));
  return html`${pageHead({ title: w.title, lead: w.lead })}${section({
    title: w.list,
    children:
      webhooks.length === 0
        ? html`<p>${w.none}</p>`
        : list(
            webhooks.map((one) =>
              listItem({
                title: one.url,
                href: `/account/webhooks/${one.id}`,
                body: told(lang, one),
                meta: stateOf(lang, one),
              }),
            ),
          ),
  })}${section({
    title: w.make,
    children: form({
      action: '/account/webhooks',
      label: w.make,
      children: html`${onceField()}${textField(
        {
          name: 'url',
          label: w.url,
          hint: w.urlHint,
          type: 'url',
          required: true,
          value: typed.url,
          maxlength: 500,
          error: errorAt(errors, 'url'),
        },
        f,
      )}${disclosure({
        summary: w.verbs,
        open: typed.verbs.length > 0,
        body: checkboxGroup({ name: 'verbs', label: w.verbs, hint: w.verbsHint, values: typed.verbs, choices }, f),
      })}`,
      buttons: button({ text: w.make, tone: 'main' }),
    }),
  })}`;
}

function told(lang: Lang, { verbs }: OwnWebhook): string {
  return verbs.length === 0 ? words(lang).webhooks.all : verbs.map((verb) => verbWord(verb, lang)).join('・');
}

function stateOf(lang: Lang, { stopped_because, failing_since }: OwnWebhook): string {
  const { webhooks: w } = words(lang);
  return stopped_because ? w.stopped : failing_since ? w.failing : '';
}

export interface WebhookProps {
  lang: Lang;
  webhook: OwnWebhook;
  secret: string | null;
  /** until then the key before signs, too */
  bothUntil: Date | null;
  deliveries: readonly Delivery[];
}

export function webhookView({ lang, webhook, secret, bothUntil, deliveries }: WebhookProps): Html {
  const { webhooks: w, tokens } = words(lang);
  const state = stateOf(lang, webhook);
  return html`${pageHead({ title: webhook.url, lead: told(lang, webhook) })}${
    state !== '' && notice({ tone: 'warn', title: state })
  }${
    secret !== null &&
    section({
      title: w.secret,
      lead: w.secretHint,
      children: prose([
        copyLink({ url: secret, text: tokens.copy, done: tokens.copied, label: w.secret, id: 'signing-key' }),
        bothUntil && html`<p>${w.bothUntil(formatDateTime(bothUntil, lang, 'short'))}</p>`,
        html`<p class="meta">${w.renewHint}</p>`,
        actButton({ action: `/account/webhooks/${webhook.id}/key`, fields: onceField(), text: w.renew }),
      ]),
    })
  }${section({
    title: w.log,
    lead: w.logLead,
    children:
      deliveries.length === 0
        ? html`<p>${w.noLog}</p>`
        : table({
            caption: w.log,
            captionHidden: true,
            columns: [
              { text: w.columns.at },
              { text: w.columns.verb },
              { text: w.columns.state },
              { text: w.columns.attempts, number: true },
            ],
            rows: deliveries.map((one) => [
              formatDateTime(one.begun_at, lang, 'short'),
              html`${verbWord(one.verb, lang)} <code>${one.verb}</code>`,
              outcome(lang, one),
              one.attempts,
            ]),
          }),
  })}${actButton({
    action: `/account/webhooks/${webhook.id}/removal`,
    fields: onceField(),
    text: html`<span aria-hidden="true">${w.remove}</span><span class="visually-hidden">${w.removeThis(webhook.url)}</span>`,
    tone: 'danger',
  })}`;
}

function outcome(lang: Lang, { delivered_at, given_up_at, status, failure, attempts }: Delivery): string {
  const { webhooks: w } = words(lang);
  if (delivered_at) return w.states.delivered(status ?? 200);
  if (attempts === 0) return w.states.waiting;
  const why = status === null ? (w.failures[failure as keyof typeof w.failures] ?? '') : w.answered(status);
  return given_up_at ? w.states.given(why) : w.states.failed(why);
}
