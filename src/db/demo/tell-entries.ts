/** F1.1, P8 What groups and people of the demo town have posted, who wrote to them, and who keeps a search. Through the acts everybody uses. */

import { reportThing } from '#commons/moderation/file-report.ts';
import { saveSearch } from '#commons/saved-searches/acts.ts';
import { beginDraft, typedNow } from '#functions/information/entries/drafts.ts';
import { addFile } from '#functions/information/entries/files.ts';
import { answerLetter, writeLetter } from '#functions/information/entries/letters.ts';
import { changeEntry, publishEntry } from '#functions/information/entries/publish.ts';
import { endEntry, withdrawEntry } from '#functions/information/entries/standing.ts';
import { run } from '#kernel/database/dialect.ts';
import { addDays } from '#kernel/dates.ts';
import { knowHow, offers } from './content/entries-offered.ts';
import { activities, calls } from './content/entries-together.ts';
import type { DemoEntry } from './content/entry-line.ts';
import { pictures } from './content/entry-pictures.ts';
import { gridPoint } from './content/outline.ts';
import { letters, reportedLetter, searches } from './content/searches.ts';
import type { Story } from './story.ts';
import { keptPicture } from './tell-attachments.ts';
import { moment } from './timeline.ts';

const SIZE = { width: 960, height: 540, widths: [320, 960] };

type At = (daysAgo: number, hours: number) => Date;

function typedOf(story: Story, { more, daysAgo: _, by: __, ...entry }: DemoEntry): Record<string, string> {
  const { starts, ends, at, ...facts } = more;
  const [lat, lng] = at ? gridPoint(at.split(',').map(Number) as [number, number]) : [];
  const day = (days: string | undefined) => (days === undefined ? '' : addDays(story.today, Number(days)));
  return {
    ...entry,
    ...facts,
    startsOn: day(starts),
    endsOn: day(ends),
    ...(lat === undefined ? {} : { lat: String(lat), lng: String(lng) }),
  };
}

export async function tellEntries(story: Story): Promise<void> {
  const at: At = (daysAgo, hours) => moment(addDays(story.today, -daysAgo), hours);
  await knowRules(story);
  const all = [...activities, ...calls, ...knowHow, ...offers].sort((a, b) => b.daysAgo - a.daysAgo);
  const told = new Map<string, string>();
  for (const [n, entry] of all.entries()) {
    const when = at(entry.daysAgo, 9 + (n % 11));
    const draft = await picturedDraft(story, when, entry);
    const typed = { ...typedOf(story, entry), ...draft };
    const { id } = await story.tell(when, story.speaker(entry.by), publishEntry, typed);
    told.set(entry.title, id);
  }
  await tellChanges(story, told, at);
  await tellLetters(story, told, at);
  await tellReported(story, told, at);
  await tellSearches(story, at);
}

/** With a picture, an entry is begun as a draft the picture hangs on. */
async function picturedDraft(story: Story, at: Date, { title, kind, by }: DemoEntry): Promise<{ draft?: string }> {
  const found = pictures[title];
  if (!found) return {};
  const [drawing, label] = found;
  const reader = story.speaker(by);
  const { id } = await story.tell(at, reader, beginDraft, { kind });
  const fileId = await keptPicture(story, at, reader, { file: `site-${drawing}`, ...SIZE });
  await story.tell(at, reader, addFile, { id, fileId, label });
  return { draft: id };
}

/** The function was opened a moment ago: the story goes on under the rules that say so. */
async function knowRules({ db, hub }: Story): Promise<void> {
  const [latest] = await run<{ rules: unknown }>(
    db,
    'select rules from hub_rules where hub_id = $1 order by version desc limit 1',
    [hub.id],
  );
  hub.rules = latest!.rules;
}

/** Some were written anew, two are over, one was taken back. */
async function tellChanges(story: Story, told: ReadonlyMap<string, string>, at: At): Promise<void> {
  const river = told.get('草刈りを手伝う人をさがしています')!;
  const typed = await typedNow(story.db, river);
  await story.tell(at(12, 19), story.speaker('kawabe'), changeEntry, {
    ...typed,
    kind: 'call',
    id: river,
    people: 'あと4人ほど',
    changed: '6人の方が来てくださることになりました',
  });
  const steps = '一文に言うことは一つだけにします。';
  const easy = told.get('お知らせをやさしい日本語に直す手順')!;
  const before = await typedNow(story.db, easy);
  await story.tell(at(15, 20), story.speaker('kotoba'), changeEntry, {
    ...before,
    kind: 'know-how',
    id: easy,
    body: `${before.body}\n\n${steps}`,
    changed: '一文の長さのことを足しました',
  });
  await story.tell(at(4, 12), story.speaker('honcho'), endEntry, {
    id: told.get('朝市の本部で荷物番をする人')!,
  });
  await story.tell(at(3, 12), story.speaker('hikari'), endEntry, { id: told.get('屋根を見せてくれる家')! });
  await story.tell(at(2, 21), story.speaker('sola'), withdrawEntry, {
    id: told.get('夕方に空を見る会')!,
    reason: '土手の工事が終わるまで休みます。',
  });
}

async function tellLetters(story: Story, told: ReadonlyMap<string, string>, at: At): Promise<void> {
  for (const [title, by, body, answer, daysAgo] of letters) {
    const id = told.get(title)!;
    const { asker } = await story.tell(at(daysAgo, 18), story.speaker(by), writeLetter, { id, body });
    const poster = [...calls, ...offers].find((one) => one.title === title)!.by;
    if (answer) await story.tell(at(daysAgo - 1, 9), story.speaker(poster), answerLetter, { id, asker, body: answer });
  }
}

/** One letter is reported, and waits to be decided. */
async function tellReported(story: Story, told: ReadonlyMap<string, string>, at: At): Promise<void> {
  const { title, by, body, ground, why, daysAgo } = reportedLetter;
  await story.tell(at(daysAgo, 17), story.speaker(by), writeLetter, { id: told.get(title)!, body });
  const [letter] = await run<{ id: string }>(story.db, 'select id from entry_letters order by id desc limit 1');
  const poster = offers.find((one) => one.title === title)!.by;
  const report = { kind: 'entry-letter', id: letter!.id, ground, body: why };
  await story.tell(at(daysAgo, 19), story.speaker(poster), reportThing, report);
}

/** Saved before what they find was posted; what they tell is the worker's, as in any town. */
async function tellSearches(story: Story, at: At): Promise<void> {
  for (const { daysAgo, by, ...search } of searches)
    await story.tell(at(daysAgo, 21), story.speaker(by), saveSearch, search);
}
