/** X1, X2: what a provider says of somebody, put into effect at each sign-in with it: offices by group, level 2 by claim. Only where configured. */
import { appointPerson, dismissPerson } from '#commons/actors/index.ts';
import type { Actor, EventInput, Hub, RoleName } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { type EventParts, writeEvent } from '#kernel/event.ts';
import { notifyPayloads } from '#kernel/page-cache-listener.ts';
import type { Accounts } from '../accounts.ts';
import { enterHub } from '../enter-hub.ts';
import { confirmLevel } from '../levels/confirm-level.ts';
import type { Means } from '../means.ts';
import { type Claims, type Provider, says } from './provider.ts';

/** In the caller's transaction, bound to the hub. */
export async function applyClaims(
  accounts: Accounts,
  db: Db,
  hub: Hub,
  who: { accountId: string; provider: Provider; claims: Claims },
  means: Means,
): Promise<void> {
  const { accountId, provider, claims } = who;
  const person = await enterHub(db, hub.id, accountId, means);
  if (provider.citizen && says(claims, provider.citizen))
    await confirmLevel(db, hub.id, { personId: person.id, method: 'outside', officeId: null }, means.now);
  if (provider.offices && accounts.events)
    await applyOffices(accounts.events, db, hub, { person, provider, claims }, means);
}

async function applyOffices(
  events: EventParts,
  db: Db,
  hub: Hub,
  { person, provider, claims }: { person: Actor; provider: Provider; claims: Claims },
  means: Means,
): Promise<void> {
  const { claim, groups } = provider.offices!;
  const here = groups.filter((one) => one.hub === hub.key);
  if (here.length === 0) return;
  const held = await run<{ id: string; name: string; role: RoleName }>(
    db,
    `select o.id, o.name, r.role from roles r join actors o on o.hub_id = r.hub_id and o.id = r.organisation_id
     where r.hub_id = $1 and r.person_id = $2 and (r.until is null or r.until > $3) and o.name = any($4::text[])`,
    [hub.id, person.id, means.now, here.map(({ organisation }) => organisation)],
  );
  const tags = new Set<string>();
  const record = async (event: EventInput) => {
    for (const tag of event.tags) tags.add(tag);
    await writeEvent(events, db, { hubId: hub.id, now: means.now, actorId: person.id, personId: person.id }, event);
  };
  const { now, newId } = means;
  const mine = new Map(
    here.filter(({ group }) => says(claims, { claim, values: [group] })).map((one) => [one.organisation, one]),
  );
  for (const [name, { kind, role }] of mine) {
    if (held.some((one) => one.name === name && one.role === role)) continue;
    await appointPerson(
      db,
      hub.id,
      person,
      { organisation: name, kind, role, secretariat: false },
      { now, newId, record },
    );
  }
  for (const { id, name, role } of held) {
    if (mine.has(name)) continue;
    await dismissPerson(db, hub.id, person.id, { organisationId: id, role }, { now, record });
  }
  for (const payload of tags.size > 0 ? notifyPayloads(hub.id, [...tags]) : [])
    await run(db, "select pg_notify('minna_pages', $1)", [payload]);
}
