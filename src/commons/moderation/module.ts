import { GROUNDS, type Ground, type ModerationRules, readRuleAs } from '#commons/hubs/index.ts';
import { formatPeriod } from '#kernel/dates.ts';
import type { Module } from '#kernel/module.ts';
import { moderationApi } from './api.ts';
import { concernedRoutes } from './concerned-routes.ts';
import { givenNames } from './given-names.ts';
import { moderationHappenings } from './happenings.ts';
import { leaving } from './leaving.ts';
import { openData } from './open-data.ts';
import { publicRoutes } from './public-routes.ts';
import { queueRoutes } from './queue-routes.ts';
import { reportRoutes } from './report-routes.ts';
import { words } from './words.ts';
import { moderationWork } from './work.ts';

readRuleAs(
  'moderation.grounds',
  (value, lang) => (value as Ground[]).map((ground) => words(lang).grounds[ground]).join(lang === 'en' ? ', ' : '、'),
  (lang) => GROUNDS.map((ground) => ({ value: ground, text: words(lang).grounds[ground] })),
);
readRuleAs('moderation.elections', (value, lang) =>
  (value as ModerationRules['elections'])
    .map((one) => words(lang).guide.period(one.name[lang], formatPeriod(one.from, one.until, lang, 'long')))
    .join(lang === 'en' ? '; ' : '、'),
);

/** X4, P5, P7 対等性: afterwards, for stated reasons, by somebody accountable, reversible, contestable, counted in public. */
export const moderation: Module = {
  name: 'moderation',
  clause: '対等性が保たれることを重ねる',
  capabilities: ['X4'],
  tables: [
    'moderators',
    'moderation_cases',
    'moderation_reports',
    'rights_claims',
    'moderation_decisions',
    'moderation_appeals',
    'hidings',
    'moderation_figures',
  ],
  routes: [...queueRoutes, ...reportRoutes, ...publicRoutes, ...concernedRoutes],
  openData,
  api: moderationApi,
  emits: [
    'moderation.reported',
    'moderation.noticed',
    'moderation.claimed',
    'moderation.claim-answered',
    'moderation.claim-silent',
    'moderation.hidden',
    'moderation.shown',
    'moderation.left',
    'moderation.asked',
    'moderation.appealed',
    'moderation.appeal-settled',
    'moderation.appointed',
    'moderation.ended',
  ],
  refusals: (lang) => words(lang).refusals,
  constraints: {
    case_is_decided_once: { code: 'decided-already' },
    another_person_decides: { code: 'another-decides' },
    moderation_appeals_once: { code: 'appealed-already' },
    moderators_once: { code: 'moderator-already', field: 'personId' },
  },
  ...moderationWork,
  ...moderationHappenings,
  leaving,
  givenNames,
  personalData: [
    {
      table: 'moderators',
      columns: ['person_id', 'appointed_by', 'ended_by'],
      why: 'だれがモデレーターか（公開しない。役職と番号だけを公開する）',
      onErasure: 'kept-without-person',
    },
    {
      table: 'moderation_cases',
      columns: ['author_id', 'author_person_id', 'title', 'body', 'context'],
      why: '知らせのあった書きこみの、そのときの文と書いた人（モデレーターだけが見る）',
      onErasure: 'blanked',
    },
    {
      table: 'moderation_reports',
      columns: ['person_id', 'body', 'contact'],
      why: 'だれが何を知らせたか（公開しない）と、結果を伝える先',
      onErasure: 'deleted',
    },
    {
      table: 'rights_claims',
      columns: ['person_id', 'claimant', 'contact', 'passage', 'why', 'consent_reason'],
      why: '権利侵害の申出（公開しない）。保存の期限が来ると消える',
      onErasure: 'blanked',
    },
    {
      table: 'moderation_decisions',
      columns: ['author_id', 'author_person_id', 'person_id', 'reason'],
      why: 'だれの書きこみを、だれが決めたか（公開しない）と、公開される理由',
      onErasure: 'kept-without-person',
    },
    {
      table: 'moderation_appeals',
      columns: ['person_id', 'first_decider_id', 'decider_id', 'reason', 'answer'],
      why: '異議を申し立てた人とその理由、見直した人と公開される理由',
      onErasure: 'kept-without-person',
    },
    {
      table: 'hidings',
      columns: ['reason'],
      why: '非表示の札に出る理由',
      onErasure: 'kept-without-person',
      notHandedOver: 'the office speaks; what was decided about a person is in moderation_decisions',
    },
  ],
};
