/** X13: the name under which somebody claimed a right. Kept for a court until its day, so nobody has it erased before. */
import { run } from '#kernel/database/dialect.ts';
import type { GivenName, GivenNames } from '#kernel/module.ts';
import { ownReportWords } from './own-report-words.ts';

type Row = Pick<GivenName, 'id' | 'name' | 'at' | 'until'> & { title: string; path: string };

export const givenNames: GivenNames = {
  async of(db, { personId, lang }) {
    const rows = await run<Row>(
      db,
      `select r.case_id as id, r.claimant as name, r.filed_at as at, r.keep_until as until, c.title, c.path
       from rights_claims r join moderation_cases c on c.hub_id = r.hub_id and c.id = r.case_id
       where r.person_id = $1 and r.erased_at is null`,
      [personId],
    );
    return rows.map(({ title, path, ...row }) => ({
      ...row,
      what: ownReportWords(lang).claimOn(title),
      href: path,
      mayForget: false,
    }));
  },
};
