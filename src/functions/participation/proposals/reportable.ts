/** X4: a proposal can be reported and hidden: its text, title, versions and files; what others said about it stays. */
import { addModerated, type Moderated } from '#commons/moderation/index.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { gramsVector } from '#kernel/grams.ts';
import { ref } from '#kernel/ids.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import type { ProposalText } from './proposal.ts';
import { searchable } from './proposal-version.ts';
import { words } from './words.ts';

interface Row extends ProposalText {
  version: number;
  actor_id: string;
  person_id: string;
  round_id: string;
  policy_id: string | null;
  shown_title: string;
  hidden_at: Date | null;
  withdrawn_at: Date | null;
}

/** With the text as it was written, hidden or not. */
async function written(db: Db, id: string): Promise<Row | null> {
  const [row] = await run<Row>(
    db,
    `select p.version, p.actor_id, v.person_id, p.round_id, p.policy_id, p.title as shown_title, p.hidden_at, p.withdrawn_at,
       v.title, v.problem, v.proposal, v.effect, v.roles, v.cost, v.area
     from proposals p
     join proposal_versions v on v.hub_id = p.hub_id and v.proposal_id = p.id and v.version = p.version
     where p.id = $1`,
    [id],
  );
  return row ?? null;
}

async function find(db: Db, id: string): Promise<Moderated | null> {
  const row = await written(db, id);
  if (!row) return null;
  const texts = [row.problem, row.proposal, row.effect, row.roles, row.cost, row.area];
  return {
    id,
    version: row.version,
    authorId: row.actor_id,
    personId: row.person_id,
    title: row.title,
    body: texts.filter((text) => text !== '').join('\n\n'),
    context: '',
    path: `/proposals/${ref(id, row.shown_title)}`,
    hiddenAt: row.hidden_at,
    isWithdrawn: row.withdrawn_at !== null,
  };
}

/**
 * Titles stand in many lists and names of debates: while the proposal is hidden another one stands there, and the search finds
 * nothing. The text itself stays in its versions.
 */
async function setHidden(db: Db, hubId: number, id: string, at: Date | null): Promise<string[]> {
  await run(db, 'select id from proposals where hub_id = $1 and id = $2 for update', [hubId, id]);
  const row = await written(db, id);
  if (!row) throw refuseKernel('not-found', { status: 404 });
  if ((row.hidden_at === null) !== (at === null)) {
    const title = at ? words('ja').show.hiddenTitle : row.title;
    await run(
      db,
      'update proposals set hidden_at = $3, title = $4, grams = $5::tsvector where hub_id = $1 and id = $2',
      [hubId, id, at, title, at ? '' : gramsVector(searchable(row))],
    );
    await run(db, 'update debates set title = $3 where hub_id = $1 and id = $2', [hubId, id, title]);
  }
  const tags = [`proposal:${id}`, `debate:${id}`, 'proposals', `round:${row.round_id}`, `actor:${row.actor_id}`];
  return row.policy_id ? [...tags, `policy:${row.policy_id}`] : tags;
}

addModerated({ kind: 'proposal', find, setHidden });
