/** A town with a secretariat, two who moderate, a debate with words in it, and accounts to send letters to. For tests. */
import { createAccounts } from '#commons/accounts/index.ts';
import '#commons/actors/module.ts';
import { openDebate, say } from '#commons/discussion/debate-for-tests.ts';
import '#commons/discussion/module.ts';
import { defaultRules, type HubRules, type ModerationRules } from '#commons/hubs/index.ts';
import type { Actor, Reader } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { decideCases } from './decide-cases.ts';
import { reportThing } from './file-report.ts';
import { openReportKeys } from './report-key.ts';

export interface ModeratedTown {
  town: TestTown;
  centre: Actor;
  /** representative, editor and member of the secretariat */
  ogata: Reader;
  kotone: Reader;
  matsu: Reader;
  /** who write and read */
  iwao: Reader;
  fumi: Reader;
  toku: Reader;
  debateId: string;
  /** says something in the debate; gives its id */
  says(by: Reader, body: string): Promise<string>;
  /** reports an opinion; gives the case */
  reports(by: Reader, id: string, ground?: string): Promise<string>;
  /** decides one case as `by` */
  decides(by: Reader, caseId: string, outcome: string, more?: { version?: number; ground?: string }): Promise<string>;
  /** letters on their way, newest last */
  letters(): Promise<{ recipient: string; subject: string; body_text: string }[]>;
  hiddenAt(id: string): Promise<Date | null>;
}

export async function openModeratedTown(rules: Partial<ModerationRules> = {}): Promise<ModeratedTown> {
  openReportKeys('a secret of thirty-two characters!');
  const all: HubRules = { ...defaultRules, moderation: { ...defaultRules.moderation, ...rules } };
  const town = await openTestTown(all);
  const [ogata, kotone, matsu, iwao, fumi, toku] = await Promise.all(
    ['緒方', 'ことね', 'まつばら', 'いわお', 'ふみ', 'とくさん'].map((name) => town.person(name)),
  );
  const people = { ogata: ogata!, kotone: kotone!, matsu: matsu!, iwao: iwao!, fumi: fumi!, toku: toku! };
  const centre = await town.organisation('body', '市民活動センター', [
    [people.ogata, 'representative'],
    [people.kotone, 'editor'],
    [people.matsu, 'member'],
  ]);
  town.hub.secretariatId = centre.id;
  for (const [key, reader] of Object.entries(people)) await giveAccount(town, reader, `${key}@hinata.example`);
  const debateId = await openDebate(town);
  town.today('2026-11-10');
  return {
    town,
    centre,
    ...people,
    debateId,
    says: async (by, body) => (await say(town, by, debateId, body)).id,
    reports: async (by, id, ground = 'personal-data') =>
      (await town.perform(by, reportThing, { kind: 'opinion', id, ground })).caseId,
    decides: async (by, caseId, outcome, more = {}) => {
      const input = {
        cases: [{ id: caseId, version: more.version ?? 1 }],
        outcome,
        ground: more.ground ?? 'personal-data',
        reason: '電話番号が書かれていました。',
      };
      return (await town.perform(by, decideCases, input)).decisions[0]!;
    },
    letters: () => town.rows('select recipient, subject, body_text from mails where hub_id = 1 order by id'),
    hiddenAt: async (id) => {
      const [row] = await town.rows<{ hidden_at: Date | null }>('select hidden_at from opinions where id = $1', [id]);
      return row!.hidden_at;
    },
  };
}

async function giveAccount(town: TestTown, reader: Reader, email: string): Promise<void> {
  await town.hubwise.write(town.hub.id, async (db) => {
    const account = { id: reader.accountId, email, passwordHash: null, name: reader.person.name, confirmed: true };
    await createAccounts(db, [{ ...account, at: town.now() }]);
    await run(db, 'update actors set account_id = $2 where id = $1', [reader.person.id, reader.accountId]);
  });
}
