/** X7: things of several kinds with what they are about, written past their acts and kept in the index. For tests. */
import type { Reader } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { gramsVector } from '#kernel/grams.ts';
import { randomId } from '#kernel/ids.ts';
import type { TestTown } from '#test/support/town.ts';
import { mendKind } from './mend.ts';

export type Things = ReturnType<typeof thingsOf>;

export function thingsOf(town: TestTown, by: Reader) {
  const hub = town.hub.id;
  const keep = (kind: string) => town.hubwise.write(hub, (db) => mendKind(db, hub, kind));
  const write = (text: string, values: readonly unknown[]) => town.hubwise.write(hub, (db) => run(db, text, values));
  return {
    keep,
    write,
    /** Brought in from a list, so that it needs nobody. */
    async group(name: string, fields: number[], areas: string[], purpose = ''): Promise<string> {
      const [id, list] = [randomId(), randomId()];
      await write(
        `insert into group_imports (hub_id, id, person_id, state, begun_at) values ($1, $2, $3, 'done', $4)`,
        [hub, list, by.person.id, town.now()],
      );
      await write(
        `insert into groups (hub_id, id, kind, name, purpose, fields, areas, name_key, grams, declared_at, confirmed_at, import_id)
         values ($1, $2, 'voluntary', $3, $4, $5, $6, $3, $7::tsvector, $8, $8, $9)`,
        [hub, id, name, purpose, fields, areas, gramsVector(name), town.now(), list],
      );
      await keep('group');
      return id;
    },
    /** `start`: without zone, in Tokyo */
    async meeting(title: string, start: string, hours = 2): Promise<string> {
      const id = randomId();
      const from = new Date(`${start}+09:00`);
      const to = new Date(from.getTime() + hours * 3_600_000);
      await write(
        `insert into meetings (hub_id, id, round_id, host_id, person_id, voice_id, title, starts_at, ends_at, place, captions, grams, called_at)
         values ($1, $2, $3, $4, $4, $4, $5, $6, $7, '公民館', true, $8::tsvector, $9)`,
        [hub, id, town.roundId, by.person.id, title, from, to, gramsVector(title), town.now()],
      );
      await keep('meeting');
      return id;
    },
    async proposal(title: string, lat: number, lng: number, district: string): Promise<string> {
      const id = randomId();
      await write(
        `insert into proposals (hub_id, id, round_id, kind, actor_id, title, grams, published_at, lat, lng, district)
         values ($1, $2, $3, 'project', $4, $5, $6::tsvector, $7, $8, $9, $10)`,
        [hub, id, town.roundId, by.person.id, title, gramsVector(title), town.now(), lat, lng, district],
      );
      await write(
        `insert into proposal_versions (hub_id, proposal_id, version, title, problem, proposal, effect, roles, cost, area, person_id, written_at)
         values ($1, $2, 1, $3, '', '', '', '', '', '', $4, $5)`,
        [hub, id, title, by.person.id, town.now()],
      );
      await keep('proposal');
      return id;
    },
    /** An activity that somebody posts, with its place. */
    async entry(
      title: string,
      lat: number | null,
      lng: number | null,
      more: { fee?: number; audience?: string[] } = {},
    ) {
      const id = randomId();
      await write(
        `insert into entries (hub_id, id, kind, actor_id, person_id, title, body, lat, lng, fee, audience, published_at, changed_at, confirmed_at)
         values ($1, $2, 'activity', $3, $3, $4, $5, $6, $7, $8, $9, $10, $10, $10)`,
        [
          hub,
          id,
          by.person.id,
          title,
          `${title}のお知らせです。`,
          lat,
          lng,
          more.fee ?? null,
          more.audience ?? [],
          town.now(),
        ],
      );
      await keep('entry-activity');
      return id;
    },
  };
}
