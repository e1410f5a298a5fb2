/** What is kept beside the rows it says something of, made anew after rows came that no act wrote: sums, and the index of the search. */
import { recountTally } from '#commons/discussion/index.ts';
import { rebuildIndex } from '#commons/search/index.ts';
import type { ConnectionOptions } from '#db/embedded/index.ts';
import { recountFigures } from '#functions/participation/answers/index.ts';
import { recountPolicies } from '#functions/participation/policies/index.ts';
import { recountCoverage } from '#functions/participation/statement/index.ts';
import { Hubwise } from '#kernel/database/database.ts';
import { run } from '#kernel/database/dialect.ts';

/** Tables that hold nothing but what is made here, or by a recount. */
export const KEPT_BESIDE = [
  'answer_figures',
  'answer_items',
  'coverage_figures',
  'policy_figures',
  'vote_tallies',
  'sitemap_parts',
  'search_states',
] as const;

export async function makeKeptAnew(connection: ConnectionOptions, hubId: number): Promise<void> {
  const hubwise = new Hubwise({ connection, max: 2, applicationName: 'minna bench', onError: () => {} });
  try {
    await hubwise.write(hubId, (db) => recountTally(db, hubId));
    await hubwise.write(hubId, (db) => recountPolicies(db, hubId));
    await recountCoverage(hubwise, hubId);
    const rounds = await hubwise.read(hubId, (db) =>
      run<{ id: string }>(db, 'select id from rounds where published_at is not null'),
    );
    for (const { id } of rounds) await hubwise.write(hubId, (db) => recountFigures(db, hubId, id));
    await rebuildIndex(hubwise, hubId, () => {});
  } finally {
    await hubwise.close();
  }
}
