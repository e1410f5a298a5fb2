/** F1.3, X7: homepages found by their words. What is scheduled is found once it is announced. */

import { pictureColumn } from '#commons/files/index.ts';
import { shortId } from '#kernel/ids.ts';
import type { Happenings } from '#kernel/module.ts';
import { pageHref } from './addresses.ts';
import { searchWords } from './search-words.ts';

const OPEN = 's.closed_at is null and s.hidden_at is null and g.hidden_at is null and g.withdrawn_at is null';

export const searchable: Happenings['searchable'] = {
  site: {
    word: (lang) => searchWords(lang).site,
    function: 'information',
    rows: `select s.id, s.made_at as at, s.title, concat_ws(E'\\n', nullif(s.tagline, ''), g.name) as body, s.group_id as under_id, g.name as under
      from sites s join groups g on g.hub_id = s.hub_id and g.id = s.group_id where ${OPEN}
        and exists (select from site_pages p where p.hub_id = s.hub_id and p.site_id = s.id and p.shown_version > 0 and p.withdrawn_at is null)`,
    facets: `select s.id, jsonb_build_object('picture', ${pictureColumn('site', 's')}) as facets from sites s`,
    place: ({ underId, id }) => `/groups/${shortId(underId ?? id)}/site`,
  },
  'site-page': {
    word: (lang) => searchWords(lang).page,
    function: 'information',
    rows: `select p.id, coalesce(p.shown_at, p.made_at) as at, v.title, v.words as body, s.group_id as under_id, s.title as under
      from site_pages p join sites s on s.hub_id = p.hub_id and s.id = p.site_id
      join groups g on g.hub_id = s.hub_id and g.id = s.group_id
      join site_page_versions v on v.hub_id = p.hub_id and v.page_id = p.id and v.version = p.shown_version
      where p.withdrawn_at is null and p.hidden_at is null and ${OPEN}`,
    facets: `select p.id, jsonb_build_object('picture', (select ${pictureColumn('site-block', 'b', 'id', 'b.version')} from site_blocks b
        where b.hub_id = p.hub_id and b.page_id = p.id and b.version = p.shown_version and b.kind in ('picture', 'gallery')
        order by b.place limit 1)) as facets from site_pages p`,
    place: ({ id }) => pageHref(id),
  },
};
