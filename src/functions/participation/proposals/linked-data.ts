/** F1.2, X8: a proposal in the words of schema.org. Nothing of one that is hidden or withdrawn. Pure. */
import { actorData } from '#commons/actors/index.ts';
import type { Hub } from '#kernel/context.ts';
import { ref } from '#kernel/ids.ts';
import { LICENCE } from '#kernel/open-data.ts';
import type { ShownProposal } from './queries.ts';

export function proposalData(proposal: ShownProposal, hub: Pick<Hub, 'origin'>): Record<string, unknown> | undefined {
  if (proposal.hidden_at || proposal.withdrawn_at) return undefined;
  const { id, title, actor_id, actor_kind: kind, actor_name: name } = proposal;
  const url = hub.origin + encodeURI(`/proposals/${ref(id, title)}`);
  return {
    '@type': 'CreativeWork',
    '@id': url,
    url,
    name: title,
    abstract: proposal.problem,
    text: proposal.proposal,
    author: actorData({ id: actor_id, kind, name }, hub),
    datePublished: proposal.published_at.toISOString(),
    dateModified: proposal.written_at.toISOString(),
    version: proposal.version,
    inLanguage: 'ja',
    isAccessibleForFree: true,
    license: LICENCE,
    commentCount: proposal.opinion_count,
    ...(proposal.lat === null
      ? {}
      : {
          contentLocation: {
            '@type': 'Place',
            geo: { '@type': 'GeoCoordinates', latitude: proposal.lat, longitude: proposal.lng },
          },
        }),
  };
}
