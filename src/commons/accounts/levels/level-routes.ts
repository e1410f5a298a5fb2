/** X2: where somebody is confirmed as 市民, and where the desk makes its codes. */
import { isSecretariat, page, rulesOf } from '#commons/hubs/index.ts';
import { run } from '#kernel/database/dialect.ts';
import { parseRef } from '#kernel/ids.ts';
import { get, post } from '#kernel/module.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import type { Reply } from '#kernel/web/reply.ts';
import { settle } from '#kernel/web/settle.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { accountsOf } from '../accounts.ts';
import { countAttempt } from '../limits.ts';
import { providersOf } from '../outside/provider.ts';
import { refuse } from '../refusals.ts';
import { after } from '../rules.ts';
import { newRecoveryCode } from '../second-step/recovery-codes.ts';
import { ownLevel } from './confirm-level.ts';
import { DESK_CODE_DAYS, fingerprintOf, mayGiveCodes, openCodes } from './desk-code.ts';
import { enterDeskCode } from './enter-desk-code.ts';
import { giveDeskCode, takeBackDeskCode } from './give-desk-code.ts';
import { codesView } from './views/codes.ts';
import { levelView } from './views/level.ts';
import { levelWords } from './words.ts';

const PAGE = '/account/citizenship';

async function levelPage(visit: Visit, problem: Problem | null): Promise<Reply> {
  const { reader, hub, lang } = { reader: visit.signedIn, hub: visit.hub, lang: visit.lang };
  const [own, [office]] = await visit.read((db) =>
    Promise.all([
      ownLevel(db, hub.id, reader.person.id),
      run<{ name: string }>(db, 'select name from actors where hub_id = $1 and id = $2', [hub.id, hub.secretariatId]),
    ]),
  );
  const outside = providersOf(accountsOf(visit.hubwise), hub).filter(({ citizen }) => citizen !== undefined);
  const { levels } = rulesOf(hub);
  const needs = Object.entries(levels).flatMap(([act, level]) => (level === 2 ? [`levels.${act}`] : []));
  return page(visit, {
    title: levelWords(lang).title,
    layout: 'reading',
    indexed: false,
    main: levelView({
      lang,
      reader,
      own,
      office: office?.name ?? null,
      outside,
      needs,
      just: visit.query('just'),
      problem,
    }),
    ...(problem ? { problem } : {}),
  });
}

async function enter(visit: Visit): Promise<Reply> {
  const typed = (await visit.form()).get('code') ?? '';
  const again = (problem: Problem) => levelPage(visit, problem);
  const work = async () => {
    const accounts = accountsOf(visit.hubwise);
    if (typed.trim() === '') throw refuse('desk-code-missing', { field: 'code' });
    await countAttempt(accounts, 'desk-code', { account: visit.signedIn.accountId, peer: visit.peer }, visit.now);
    const hash = fingerprintOf(accounts, visit.hub.id, typed);
    if (hash === null) throw refuse('desk-code-wrong', { field: 'code' });
    return visit.attempt(enterDeskCode, { hash }, { done: () => `${PAGE}?just=confirmed`, again });
  };
  return settle(visit, work, again);
}

/** Who isn't of the desk is told of no such page; who is, and acts for somebody else now, is led there. */
async function codesPage(visit: Visit, given: string | null, problem: Problem | null): Promise<Reply> {
  const { hub, lang, now } = visit;
  if (!isSecretariat({ hub, reader: visit.signedIn })) throw refuseKernel('not-found', { status: 404 });
  const office = hub.secretariatId;
  const isDesk = mayGiveCodes(hub, visit.signedIn) === null && office !== null;
  const open = isDesk ? await visit.read((db) => openCodes(db, hub.id, office, now)) : [];
  const until = after(now, DESK_CODE_DAYS * 24);
  const reply = page(visit, {
    title: levelWords(lang).codes.title,
    layout: 'reading',
    indexed: false,
    main: codesView({ lang, hub, isDesk, open, given, until, just: visit.query('just') }),
    ...(problem ? { problem } : {}),
  });
  return { ...reply, headers: { ...reply.headers, 'cache-control': 'no-store' } };
}

/** The code is shown by the very answer that made it: nothing knows it afterwards. */
async function give(visit: Visit): Promise<Reply> {
  await visit.form();
  const code = newRecoveryCode();
  const work = async () => {
    await visit.perform(giveDeskCode, { hash: fingerprintOf(accountsOf(visit.hubwise), visit.hub.id, code)! });
    return codesPage(visit, code, null);
  };
  return settle(visit, work, (problem) => codesPage(visit, null, problem));
}

async function takeBack(visit: Visit): Promise<Reply> {
  await visit.form();
  const id = parseRef(visit.params.ref ?? '') ?? '';
  const again = (problem: Problem) => codesPage(visit, null, problem);
  return visit.attempt(takeBackDeskCode, { id }, { done: () => '/desk-codes?just=taken-back', again });
}

export const levelRoutes = [
  get(PAGE, 'person', ['X2'], (visit) => levelPage(visit, null)),
  post(PAGE, 'person', ['X2'], enter),
  get('/desk-codes', 'person', ['X2'], (visit) => codesPage(visit, null, null)),
  post('/desk-codes', 'person', ['X2'], give),
  post('/desk-codes/:ref/withdrawal', 'person', ['X2'], takeBack),
];
