/** F1.3: homepages at hosts of their own, and whose pages are counted as visits. */
import type { HubDirectory } from '#commons/hubs/index.ts';
import { answerOwnSite, refusedOwnSite } from '#functions/information/site-domains/index.ts';
import type { Place } from '#functions/information/site-visits/index.ts';
import type { OwnHosts } from '#kernel/web/own-host.ts';
import type { Routes } from '#kernel/web/router.ts';

/** Of the town's own addresses only files and styles are delivered at such a host. */
const DELIVERED = /^\/(files|site-styles)\//;
const SITE = /^\/sites\/([a-z0-9-]{3,40})(?=[/?#]|$)/;

export function ownSites(hubs: Pick<HubDirectory, 'byOwnHost'>, routes: Routes): OwnHosts {
  return {
    of: (host) => hubs.byOwnHost(host),
    answer: (visit, own, path) =>
      answerOwnSite(visit, own, path, (asked, at) => {
        const match = DELIVERED.test(at) ? routes.match('GET', at) : null;
        if (!match) return null;
        Object.assign(asked.params, match.params);
        return match.route.handle(asked);
      }),
    refused: refusedOwnSite,
  };
}

/** Which site an address shows; null: none. Asked for every page that is answered. */
export function siteAt(
  hubs: Pick<HubDirectory, 'byHost' | 'byOwnHost'>,
): (host: string | undefined, url: string) => Place | null {
  return (host, url) => {
    const own = hubs.byOwnHost(host);
    if (own) return DELIVERED.test(url) ? null : { hubId: own.hub.id, site: { id: own.thingId }, path: url };
    const key = url.startsWith('/sites/') ? SITE.exec(url)?.[1] : undefined;
    const hub = key === undefined ? null : hubs.byHost(host);
    return hub && key !== undefined
      ? { hubId: hub.id, site: { key }, path: url.slice('/sites/'.length + key.length) }
      : null;
  };
}
