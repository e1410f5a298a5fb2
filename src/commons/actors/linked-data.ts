/** F1.2, X8: somebody in the words of schema.org: the name it chose, and nothing more of a person. Pure. */
import type { Actor, Hub } from '#kernel/context.ts';
import { actorPath } from './views/actor-badge.ts';

const TYPES: Record<Actor['kind'], string> = {
  person: 'Person',
  group: 'Organization',
  business: 'LocalBusiness',
  division: 'GovernmentOrganization',
  body: 'Organization',
};

export function actorData(actor: Actor, hub: Pick<Hub, 'origin'>): Record<string, unknown> {
  const url = hub.origin + encodeURI(actorPath(actor));
  return { '@type': TYPES[actor.kind], '@id': url, url, name: actor.name };
}
