/** X13: names that a registration holds and doesn't show. Whoever speaks for the group sees them, and takes them out by changing it. */
import { run } from '#kernel/database/dialect.ts';
import type { GivenName, GivenNames } from '#kernel/module.ts';
import { groupPath } from './addresses.ts';
import { fieldWords } from './field-words.ts';
import { givenWords } from './given-words.ts';

type Row = Pick<GivenName, 'id' | 'name' | 'at'> & { item: 'representative' | 'person'; group_name: string };

export const givenNames: GivenNames = {
  async of(db, { personId, lang, now }) {
    const rows = await run<Row>(
      db,
      `select g.id, g.name as group_name, kept.key as item, kept.value as name, g.confirmed_at as at
       from roles r join groups g on g.hub_id = r.hub_id and g.id = r.organisation_id
       cross join lateral jsonb_each_text(g.kept_contacts) kept
       where r.person_id = $1 and r.role in ('representative', 'editor') and (r.until is null or r.until > $2)
         and g.withdrawn_at is null and kept.key in ('representative', 'person') and kept.value <> ''
       order by g.id, kept.key desc`,
      [personId, now],
    );
    return rows.map(({ item, group_name: group, ...row }) => ({
      ...row,
      what: givenWords(lang).kept(group, fieldWords(lang).contacts[item]),
      href: groupPath({ id: row.id, name: group }),
      mayForget: false,
      until: null,
    }));
  },
};
