/** X3: pushes on the page of settings. */
import { formWords, onceField } from '#commons/hubs/index.ts';
import { type OwnDevice, PUSH_SCOPES, type PushScope } from '#commons/notices/index.ts';
import { formatDate } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import { actButton, button } from '#ui/button.ts';
import { form, hidden, radioGroup } from '#ui/fields.ts';
import { section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { list, listItem } from '#ui/list.ts';
import { words } from '../words.ts';

export interface PushSectionProps {
  lang: Lang;
  /** of this deployment, for the browser */
  publicKey: string;
  scope: PushScope;
  devices: readonly OwnDevice[];
}

/** The island fills the form's fields from the browser's subscription; without it the sentence says why there is no button. */
export function pushSection({ lang, publicKey, scope, devices }: PushSectionProps): Html {
  const w = words(lang);
  return section({
    title: w.title,
    lead: w.lead,
    children: html`<push-subscription data-key="${publicKey}" data-blocked="${w.blocked}" data-failed="${w.failed}"><form method="post" action="/push-subscriptions">${onceField()}${['endpoint', 'publicKey', 'auth', 'device'].map((name) => hidden(name, ''))}<p data-unsupported>${w.unsupported}</p><p hidden data-ready>${button({ text: w.add, icon: 'bell' })}</p><p role="status"></p></form></push-subscription>${
      devices.length > 0 && ownDevices(lang, devices, scope)
    }`,
  });
}

function ownDevices(lang: Lang, devices: readonly OwnDevice[], scope: PushScope): Html {
  const w = words(lang);
  return html`${form({
    action: '/push-subscriptions/scope',
    label: w.scope,
    children: html`${onceField()}${radioGroup(
      {
        name: 'scope',
        label: w.scope,
        plain: true,
        value: scope,
        choices: PUSH_SCOPES.map((value) => ({ value, text: w.scopes[value] })),
      },
      formWords(lang),
    )}`,
    buttons: button({ text: w.save }),
  })}<h3>${w.devices}</h3>${list(
    devices.map((device) =>
      listItem({
        title: device.device || w.unnamed,
        level: 4,
        meta: w.since(formatDate(device.subscribed_at, lang, 'short')),
        side: actButton({
          action: '/push-subscriptions/removal',
          fields: html`${onceField()}${hidden('id', device.id)}`,
          text: w.remove,
          small: true,
        }),
      }),
    ),
  )}`;
}
