/**
 * What readers without an account get: the pages of all proposals, popular ones more often (Zipf's law, exponent 1), while
 * people who are signed in go on saying opinions, five a second, each of which changes pages that are kept.
 */
import { ref, shortId } from '#kernel/ids.ts';
import { compare } from '../load/alternate.ts';
import { chanceFrom, zipfPlaces } from '../seed/chance.ts';
import { sessionToken } from '../seed/people.ts';
import { NOW } from '../seed/plan.ts';
import { asked, metrics } from './asking.ts';
import { comparedFacts, comparedText, type Figure, percent, type Stage } from './figure.ts';
import { act, page, written } from './requests.ts';

const LEAST_RATIO = 0.5;
const ACT_EVERY_MS = 200;
const PICKS = 2 ** 18;
const LEAST_BYTES = 2_000;
/** What a cache of 90 MB holds; of a larger town it is these that are asked for. */
const ADDRESSES = 10_000;

interface Subject {
  id: string;
  path: string;
  debating: boolean;
}

export async function anonymousPages(stage: Stage): Promise<Figure> {
  const { minna, bare, turns, generator, log } = stage;
  const subjects = await subjectsOf(stage);
  const asking = subjects.map(({ path }) => page(path, minna.port));
  // The popular ones last: whatever the cache can't hold, it holds what is asked for most, as after a day.
  const copied = await bare.copy({ port: minna.port, samples: asking.toReversed() });
  log(`  ${copied.copied} pages copied, ${Math.round(copied.bytes / copied.copied)} bytes each as sent`);
  const place = zipfPlaces(subjects.length, 1, chanceFrom(7));
  const order = Uint32Array.from({ length: PICKS }, place);
  const speakers = startSpeaking(stage, subjects);
  const counted = { hits: 0, misses: 0 };
  const count = async (sign: 1 | -1) => {
    for (const port of stage.ports) {
      const value = await metrics(port);
      counted.hits += sign * value('minna_page_cache_hits_total');
      counted.misses += sign * value('minna_page_cache_misses_total');
    }
  };
  const compared = await compare(
    generator,
    { minna: stage.ports, bare: bare.port },
    { requests: asking.map(written), order, once: false, status: 200, leastBytes: LEAST_BYTES },
    turns,
    {
      before: async () => {
        await count(-1);
        speakers.speak();
      },
      after: async () => {
        await speakers.rest();
        await count(1);
      },
    },
  );
  const hitRate = counted.hits / (counted.hits + counted.misses);
  const told = speakers.told();
  const kept = await metrics(minna.port);
  const eventsPerSecond = told.said / ((turns.milliseconds * turns.pairs) / 1000);
  return {
    name: 'anonymous',
    title: `Anonymous pages, ${subjects.length.toLocaleString('en')} addresses`,
    measured: `${comparedText(compared)}; ${percent(hitRate)} from the page cache, ${told.said} new opinions meanwhile, ${told.stale} pages old after them`,
    floor: `≥ ${percent(LEAST_RATIO)} of bare, no page old, no mistake`,
    ok: compared.ratio >= LEAST_RATIO && compared.mistakes === 0 && told.stale === 0 && told.failed === 0,
    margin: compared.ratio / LEAST_RATIO,
    facts: {
      ...comparedFacts(compared),
      hitRate,
      addresses: subjects.length,
      keptPages: kept('minna_page_cache_pages'),
      keptBytes: kept('minna_page_cache_bytes'),
      eventsPerSecond: Number(eventsPerSecond.toFixed(1)),
      ...told,
    },
  };
}

/** Proposals in a random order of popularity. */
async function subjectsOf({ town }: Stage): Promise<Subject[]> {
  const rows = await town.rows<{ id: string; title: string; debating: boolean }>(
    `select d.id, d.title, d.opens_at <= $1 and d.closes_at > $1 as debating from debates d
     where d.kind = 'proposal' order by md5(d.id::text) limit $2`,
    [NOW, ADDRESSES],
  );
  return rows.map(({ id, title, debating }) => ({ id, debating, path: `/proposals/${encodeURI(ref(id, title))}` }));
}

/** Opinions said while the load runs, on popular proposals more often; after each the page is looked at as a reader would. */
function startSpeaking({ minna, town }: Stage, subjects: readonly Subject[]) {
  const debating = subjects.filter((subject) => subject.debating);
  const chance = chanceFrom(11);
  const place = zipfPlaces(debating.length, 1, chance);
  const told = { said: 0, failed: 0, stale: 0, firstFailure: '' };
  let timer: NodeJS.Timeout | null = null;
  let under: Promise<void>[] = [];
  let turn = 0;
  const sayOne = async () => {
    turn += 1;
    const subject = debating[place()]!;
    const session = sessionToken(Math.floor(chance() * town.size.people));
    const mark = `${process.pid.toString(36)}-${turn}`;
    const body = `停留所の時刻表を、大きな字にしてほしいです。朝は暗くて読めません。（${mark}）`;
    const answer = await asked(
      act(`/debates/${shortId(subject.id)}/opinions`, minna.port, session, { kind: 'opinion', body }),
      minna.port,
    );
    if (answer.status !== 200) {
      told.failed += 1;
      told.firstFailure ||= `${answer.status} ${answer.text.slice(0, 300)}`;
      return;
    }
    told.said += 1;
    const { text } = await asked(page(subject.path, minna.port), minna.port);
    if (!text.includes(mark)) told.stale += 1;
  };
  return {
    speak() {
      timer = setInterval(() => {
        under.push(
          sayOne().catch((error: Error) => {
            told.failed += 1;
            told.firstFailure ||= error.message;
          }),
        );
      }, ACT_EVERY_MS);
    },
    async rest() {
      if (timer) clearInterval(timer);
      await Promise.all(under);
      under = [];
    },
    told: () => told,
  };
}
