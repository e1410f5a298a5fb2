/** F1.3, X3: homepages in feed and notices. Who follows a group is told of its news. */
import { ref } from '#kernel/ids.ts';
import type { Happenings } from '#kernel/module.ts';
import { pageHref, sitePath } from './addresses.ts';
import { eventWords } from './event-words.ts';
import { searchable } from './searchable.ts';

const turn = { followersOf: ['group', 'actor'] };

export const homepagesHappenings: Happenings = {
  searchable,
  verbs: (lang) => eventWords(lang).verbs,
  places: {
    site: (event) => (event.public.key ? sitePath(String(event.public.key)) : null),
    'site-page': ({ verb, object_id, public: said }) => {
      if (verb === 'homepages.page-withdrawn') return null;
      const isPost = verb === 'homepages.post-published' && said.key;
      return isPost
        ? `${sitePath(String(said.key))}/news/${ref(object_id, String(said.title ?? ''))}`
        : pageHref(object_id);
    },
  },
  tells: {
    'homepages.site-begun': { ...turn, small: true },
    'homepages.post-published': turn,
  },
};
