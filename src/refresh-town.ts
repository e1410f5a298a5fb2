/**
 * P9, X11: name, colour, rules and open functions of a hub stand on every page. When they change, here or in another process, hubs
 * are read again and the pages of that hub are made anew: the tag `hub`, which every page has, says so.
 */
import type { HubDirectory } from '#commons/hubs/index.ts';
import { type PageCache, scopedTag } from '#kernel/page-cache.ts';

const HUB_TAG = 'hub';

export interface TownRefresh {
  /** drops pages here; resolves when the hubs were read again, where that was needed */
  evict(hubId: number, tags: readonly string[]): Promise<void>;
  /** reads the hubs again and drops the pages of those that changed */
  again(): Promise<void>;
  /** the cache as told of changes elsewhere */
  heard: Pick<PageCache, 'enable' | 'disable' | 'invalidate' | 'invalidateAll'>;
}

export function refreshTown(hubs: Pick<HubDirectory, 'load'>, cache: PageCache): TownRefresh {
  async function again(): Promise<void> {
    const changed = await hubs.load();
    cache.invalidate(changed.map((id) => scopedTag(id, HUB_TAG)));
  }
  return {
    again,
    async evict(hubId, tags) {
      cache.invalidate(tags.map((tag) => scopedTag(hubId, tag)));
      if (tags.includes(HUB_TAG)) await again();
    },
    heard: {
      enable: () => cache.enable(),
      disable: () => cache.disable(),
      invalidate(tags) {
        cache.invalidate(tags);
        // A failure to read them is put right by the turn of each minute.
        if (tags.some((tag) => tag.endsWith(`:${HUB_TAG}`))) void again().catch(() => {});
      },
      invalidateAll() {
        cache.invalidateAll();
        void again().catch(() => {});
      },
    },
  };
}
