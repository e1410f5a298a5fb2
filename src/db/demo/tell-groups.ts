/** F7 The registered groups of the demo town, through the acts everybody uses: declared, known, asked, resting, brought in from a list, tied. */
import { openFunction } from '#commons/hubs/open-function.ts';
import { sendCircleLetter } from '#functions/registration/circles/letters.ts';
import { foundCircle, joinCircle } from '#functions/registration/circles/membership.ts';
import { bringIn } from '#functions/registration/group-import/bring.ts';
import { readHead } from '#functions/registration/group-import/look.ts';
import { askByLetter } from '#functions/registration/groups/claims.ts';
import { changeDeclaration, declareGroup } from '#functions/registration/groups/declare.ts';
import { confirmDeclaration, withdrawGroup } from '#functions/registration/groups/keep-alive.ts';
import { ownDeclaration } from '#functions/registration/groups/keeping.ts';
import { confirmRepresentative, vouchFor } from '#functions/registration/groups/known.ts';
import { enterGroup } from '#functions/registration/groups/paper-desk.ts';
import { questionsOf } from '#functions/registration/groups/queries.ts';
import { answerGroupQuestion, askGroupQuestion, noteGroup } from '#functions/registration/groups/questions.ts';
import { sendGroupMessage } from '#functions/registration/ties/messages.ts';
import { askPartnership, confirmPartnership } from '#functions/registration/ties/partnerships.ts';
import type { Reader } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { addDays } from '#kernel/dates.ts';
import type { DemoGroup } from './content/group-line.ts';
import { earlierList } from './content/group-list.ts';
import { paperGroup } from './content/group-paper.ts';
import { circles, partnerships } from './content/group-ties.ts';
import { castGroups, foundedGroups } from './content/groups.ts';
import type { CastMember } from './content/types.ts';
import { chance, idFor } from './seeded.ts';
import type { Story } from './story.ts';
import type { ToldGroup } from './tell-group-affairs.ts';
import { moment } from './timeline.ts';

type Told = ToldGroup;

/** Gives those that were declared, by key of the cast or by name. */
export async function tellGroups(story: Story, cast: readonly CastMember[]): Promise<Map<string, ToldGroup>> {
  const at = (daysAgo: number, hours: number) => moment(addDays(story.today, -daysAgo), hours);
  const desk = story.speaker('center');
  await story.tell(at(55, 10), desk, openFunction, {
    name: 'registration',
    version: story.hub.rulesVersion,
    steward: story.actor('center').name,
    people: 2,
    hours: 4,
    how: '登録は団体が自分でします。事務局は、代表者の確認と、前の名簿の引き継ぎを、火曜と木曜の午後に受け持ちます。',
    reason: '市民活動団体の登録の窓口を、市民活動センターが担うことにしたため。',
    decision: '運営会議 第11回 議事録（議題6）',
    decidedBy: 'センター運営会議',
    decidedOn: addDays(story.today, -60),
  });
  await bringEarlierList(story, at(400, 14));
  const told = await tellDeclarations(story, cast, at);
  await tellPaperGroup(story, at);
  await tellKnown(story, told, at);
  await tellYear(story, told, at);
  await tellDoubt(story, told, at);
  await tellTies(story, told, at);
  return told;
}

type At = (daysAgo: number, hours: number) => Date;

const HEAD = '団体名,フリガナ,種別,活動分野,活動地域,設立,会員数,活動内容,メールアドレス,電話番号';

async function bringEarlierList(story: Story, when: Date): Promise<void> {
  const { db, hub } = story;
  const lines = earlierList.map((one, n) =>
    [
      one.name,
      one.reading,
      one.kind,
      one.fields,
      one.areas,
      one.founded,
      one.memberCount,
      one.purpose,
      `list${n + 1}@hinata.example`,
      `000-0000-${String(n + 1).padStart(4, '0')}`,
    ].join(','),
  );
  const text = Buffer.from(`${HEAD}\r\n${lines.join('\r\n')}\r\n`);
  const bytes = async function* () {
    yield text;
  };
  const id = idFor('group-import:earlier');
  const reading = await readHead(bytes, null);
  await db
    .insertInto('group_imports')
    .values({
      hub_id: hub.id,
      id,
      person_id: story.speaker('center').person.id,
      state: 'done',
      file_name: '市民活動団体名簿.csv',
      format: JSON.stringify(reading.format),
      mapping: JSON.stringify(reading.mapping),
      percent: 100,
      begun_at: when,
      ended_at: when,
    })
    .execute();
  const newId = () => story.newId(when);
  const counts = await bringIn(bytes, reading, { db, hubId: hub.id, importId: id, now: when, newId, onRow: () => {} });
  if (counts.coming !== earlierList.length) throw new Error(`of the earlier list came ${counts.coming}`);
  await run(db, 'update group_imports set counts = $3 where hub_id = $1 and id = $2', [
    hub.id,
    id,
    JSON.stringify(counts),
  ]);
  await story.tellClock(when, {
    verb: 'group-imports.brought-in',
    object: { kind: 'group-import', id },
    public: { ...counts },
    parts: [{ part: 'list', actorId: hub.secretariatId, content: { sha256: reading.format.sha256, ...counts } }],
    tags: ['groups'],
  });
}

/** Somebody of the cast as the representative of a group that was declared by them. */
function leading(reader: Reader, id: string, name: string): Reader {
  const organisation = { id, kind: 'group' as const, name };
  return { ...reader, acting: organisation, roles: [...reader.roles, { organisation, role: 'representative' }] };
}

function typedOf(group: DemoGroup, n: number) {
  const { name, reading, kind, fields, areas, founded, memberCount, purpose } = group;
  const email = `group${n}@hinata.example`;
  const isOpen = chance(`group:${name}:open`) < 0.6;
  return { name, reading, kind, fields, areas, founded, memberCount, purpose, email, emailPublic: isOpen ? 'yes' : '' };
}

async function tellDeclarations(story: Story, cast: readonly CastMember[], at: At): Promise<Map<string, Told>> {
  const told = new Map<string, Told>();
  for (const [n, group] of castGroups.entries()) {
    const [key, kind, fields, areas, founded, memberCount, purpose, seeks, offers] = group;
    const member = cast.find((one) => one.key === key)!;
    const typed = typedOf(
      { name: member.name, reading: member.reading, kind, fields, areas, founded, memberCount, purpose },
      n,
    );
    const reader = story.speaker(key);
    const { id } = await story.tell(at(390 - n * 9, 10 + (n % 8)), reader, declareGroup, { ...typed, seeks, offers });
    told.set(key, { id, reader });
  }
  const people = cast.filter((one) => one.kind === 'person' && (one.age ?? 0) >= 18);
  for (const [n, group] of foundedGroups.entries()) {
    const person = story.speaker(people[(n * 5) % people.length]!.key);
    const when = at(n < 4 ? 450 - n * 3 : 340 - n * 8, 9 + (n % 11));
    const { id } = await story.tell(when, person, declareGroup, typedOf(group, 100 + n));
    told.set(group.name, { id, reader: leading(person, id, group.name) });
  }
  return told;
}

/** Without e-mail: on paper, at the counter. */
async function tellPaperGroup(story: Story, at: At): Promise<void> {
  const when = at(21, 14);
  await story.tell(when, story.speaker('center'), enterGroup, {
    ...paperGroup,
    entry: idFor('group-paper:1'),
    receivedOn: addDays(story.today, -21),
    seen: 'yes',
  });
}

/** Most are known by the desk, one by two others that vouch; the newest not yet. */
async function tellKnown(story: Story, told: ReadonlyMap<string, Told>, at: At): Promise<void> {
  const desk = story.speaker('center');
  const ways = ['desk', 'telephone', 'post'] as const;
  const ended = foundedGroups.slice(2, 4).map(({ name }) => name);
  const all = [...told].filter(([name]) => !ended.includes(name)).map(([, one]) => one);
  for (const [n, { id }] of all.slice(0, 32).entries())
    await story.tell(at(40 - (n % 20), 15), desk, confirmRepresentative, { id, by: ways[n % 3]! });
  const vouched = told.get('朝6時半の体操会')!;
  for (const key of ['rengo', 'danchi']) {
    const { id, reader } = told.get(key)!;
    await story.tell(at(12, 16), reader, vouchFor, { id: vouched.id, voucher: id });
  }
}

/** A year passes: some change their words, most confirm, two rest, two end. */
async function tellYear(story: Story, told: ReadonlyMap<string, Told>, at: At): Promise<void> {
  const [resting, second, ending, last] = foundedGroups.slice(0, 4).map(({ name }) => told.get(name)!);
  for (const [n, key] of ['rengo', 'tsukushi', 'higashi'].entries()) {
    const { id, reader } = told.get(key)!;
    if (n === 1) {
      const fields = await ownDeclaration(story.db, id);
      const seeks = '米と野菜、配膳の手、夏休みの昼に来られる人';
      await story.tell(at(20, 18), reader, changeDeclaration, {
        ...fields,
        id,
        seeks,
        changed: '夏休みの昼の食堂のため',
      });
    } else await story.tell(at(15 + n, 18), reader, confirmDeclaration, { id });
  }
  for (const { id } of [resting!, second!]) {
    const rows = await run<{ name: string; version: number }>(
      story.db,
      'update groups set asked_at = $3, resting_at = $4 where hub_id = $1 and id = $2 returning name, version',
      [story.hub.id, id, at(95, 4), at(34, 4)],
    );
    await story.tellClock(at(34, 4), {
      verb: 'groups.rested',
      object: { kind: 'group', id, version: rows[0]!.version },
      public: { title: rows[0]!.name },
      tags: ['groups', `group:${id}`],
    });
  }
  const reason = '会員がそれぞれの地区の会に移ったため、会としては終わりにします。ありがとうございました。';
  await story.tell(at(70, 20), ending!.reader, withdrawGroup, { id: ending!.id, reason });
  await story.tell(at(50, 20), last!.reader, withdrawGroup, { id: last!.id, reason: '' });
}

async function tellDoubt(story: Story, told: ReadonlyMap<string, Told>, at: At): Promise<void> {
  const asked = told.get('おとこの台所')!;
  const body = '女性は参加できないのでしょうか。夫婦で習いたいと思っています。';
  await story.tell(at(25, 20), story.speaker('tami'), askGroupQuestion, { id: asked.id, body });
  const [question] = await questionsOf(story.db, asked.id);
  const answer = '夫婦での参加も歓迎しています。名前は、料理をしたことのない男性が来やすいようにつけました。';
  await story.tell(at(23, 12), asked.reader, answerGroupQuestion, { id: question!.id, answer });
  const open = told.get('猫と暮らすまちの会')!;
  const second = '手術の費用は、だれが出しているのですか。会計を見られるところがあれば教えてください。';
  await story.tell(at(4, 19), story.speaker('matsubara'), askGroupQuestion, { id: open.id, body: second });
  const noted = told.get('NPOの帳簿を手伝う会')!;
  const note = '登録の電話に三度かけましたが、つながりませんでした。代表者はまだ確認できていません。';
  await story.tell(at(6, 11), story.speaker('center'), noteGroup, { id: noted.id, body: note });
  const [listed] = await run<{ id: string }>(story.db, 'select id from groups where name = $1', ['おもちゃ病院ひなた']);
  await story.tell(at(2, 9), story.speaker('gen'), askByLetter, { id: listed!.id });
}

async function tellTies(story: Story, told: ReadonlyMap<string, Told>, at: At): Promise<void> {
  for (const [n, [own, other, what]] of partnerships.entries()) {
    const [a, b] = [told.get(own)!, told.get(other)!];
    const { id } = await story.tell(at(45 - n, 17), a.reader, askPartnership, { own: a.id, other: b.id, what });
    if (n < partnerships.length - 1) await story.tell(at(43 - n, 12), b.reader, confirmPartnership, { id });
  }
  const [kawabe, canoe] = [told.get('kawabe')!, told.get('ひなた川カヌークラブ')!];
  const body = '来月の川掃除の日、上の橋で待ち合わせでよいでしょうか。舟は何艘出せますか。';
  await story.tell(at(9, 20), kawabe.reader, sendGroupMessage, { own: kawabe.id, other: canoe.id, body });
  for (const [n, circle] of circles.entries()) {
    const { id: own, reader } = told.get(circle.by)!;
    const { id } = await story.tell(at(30 - n, 10), reader, foundCircle, {
      own,
      name: circle.name,
      about: circle.about,
    });
    for (const [turn, name] of circle.members.entries()) {
      const member = told.get(name)!;
      await story.tell(at(26 - turn, 11), member.reader, joinCircle, { id, own: member.id });
    }
    for (const [turn, [by, title, text]] of circle.letters.entries()) {
      const writer = told.get(by)!;
      await story.tell(at(14 - turn, 19), writer.reader, sendCircleLetter, { id, own: writer.id, title, body: text });
    }
  }
}
