/** X3: on the page of settings, where letters go, and what is in their way. */
import { onceField } from '#commons/hubs/index.ts';
import { addSettingsSection } from '#commons/notices/index.ts';
import { formatDate } from '#kernel/dates.ts';
import { post, type Route } from '#kernel/module.ts';
import { type Reply, seeOther } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { actButton, linkButton } from '#ui/button.ts';
import { section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { type AddressState, addressOf, tryAgain } from './bounces.ts';
import { words } from './words.ts';

function addressView(visit: Visit, address: AddressState): Html {
  const w = words(visit.lang).address;
  const state = address.stoppedAt
    ? notice({
        tone: 'warn',
        title: w.stopped(formatDate(address.stoppedAt, visit.lang)),
        body: w.stoppedText,
        actions: html`${actButton({ action: '/mail-trials', fields: onceField(), text: w.tryAgain })}${linkButton({ href: '/account', text: w.change })}`,
      })
    : address.isConfirmed
      ? null
      : notice({
          tone: 'info',
          title: w.unconfirmed,
          actions: linkButton({ href: '/account', text: w.confirm }),
        });
  return section({ title: w.title, children: html`<p>${w.to(address.email)}</p>${state}` });
}

addSettingsSection({
  name: 'mail',
  order: 1,
  async render(visit, db) {
    const address = await addressOf(db, visit.signedIn.accountId);
    return address ? addressView(visit, address) : null;
  },
});

async function again(visit: Visit): Promise<Reply> {
  await visit.form();
  await visit.hubwise.deployment((db) => tryAgain(db, visit.signedIn.accountId));
  return seeOther('/notices/settings?done=saved');
}

export const addressRoutes: readonly Route[] = [post('/mail-trials', 'person', ['X3'], again)];
