/** The statement's pages behind the real listener, and nobody else's. */
import { openSite, type TestSite } from '#test/support/site.ts';
import type { TestTown } from '#test/support/town.ts';
import { statement } from './module.ts';

export type StatementSite = TestSite;

export const openStatementSite = (town: TestTown): Promise<StatementSite> =>
  openSite(town, { routes: statement.routes, follows: false });

export { markupMistakes } from '#test/support/site.ts';
