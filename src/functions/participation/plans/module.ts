import { opinionSections } from '#commons/discussion/index.ts';
import type { Module } from '#kernel/module.ts';
import { plansApi } from './api.ts';
import { givenNames } from './given-names.ts';
import { plansHappenings } from './happenings.ts';
import { opinionSection } from './opinion-section.ts';
import './reportable.ts';
import { openData } from './open-data.ts';
import { routes } from './routes.ts';
import { words } from './words.ts';
import { plansWork } from './work.ts';

opinionSections.push(opinionSection);

/** F9.9 早期の参加促進：計画づくりとパブリックコメント */
export const plans: Module = {
  name: 'plans',
  clause: '市は、市の施策や計画等への市民等の早期の参加促進に努める',
  capabilities: ['F9.9'],
  tables: [
    'plans',
    'plan_stages',
    'plan_versions',
    'plan_moves',
    'plan_documents',
    'plan_comments',
    'plan_comment_names',
    'plan_name_readings',
    'plan_answers',
    'plan_answer_versions',
    'plan_answered_items',
  ],
  routes,
  openData,
  api: plansApi,
  emits: [
    'plans.posted',
    'plans.stage-begun',
    'plans.decided',
    'plans.date-moved',
    'plans.revised',
    'plans.ended',
    'plans.document-added',
    'plans.document-removed',
    'plans.answered',
    'plans.answer-revised',
    'plans.comment-sent',
    'plans.comment-entered',
    'plans.comment-withdrawn',
    'plans.comments-published',
    'plans.comment-added',
    'plans.names-read',
    'plans.names-erased',
  ],
  ...plansHappenings,
  ...plansWork,
  refusals: (lang) => words(lang).refusals,
  constraints: {
    plan_answered_items_pkey: { code: 'answered-meanwhile' },
    plan_versions_pkey: { code: 'edited-elsewhere' },
  },
  personalData: [
    {
      table: 'plan_comment_names',
      columns: ['name', 'address'],
      why: 'パブリックコメントで求められる名前と住所（担当の課だけが見る。決定のあと、決まった日数で消す）',
      onErasure: 'deleted',
      by: { column: 'comment_id', key: 'id', table: 'plan_comments' },
    },
    {
      table: 'plan_comments',
      columns: ['person_id', 'entered_by', 'body'],
      why: '正式な意見の文章と、だれが出したか（公開しない）、紙の意見をだれが入れたか',
      onErasure: 'kept-without-person',
    },
    {
      table: 'plan_name_readings',
      columns: ['person_id', 'reason'],
      why: '名前と住所を、どの職員がなぜ見たか',
      onErasure: 'kept-without-person',
    },
    { table: 'plans', columns: ['actor_id'], why: 'どの課の計画か', onErasure: 'kept-without-person' },
    {
      table: 'plan_versions',
      columns: ['person_id', 'about', 'why', 'changed'],
      why: 'どの職員が書いた版かと、その文章',
      onErasure: 'kept-without-person',
    },
    {
      table: 'plan_moves',
      columns: ['person_id', 'reason'],
      why: 'どの職員が、なぜ日付を動かしたか',
      onErasure: 'kept-without-person',
    },
    {
      table: 'plan_documents',
      columns: ['person_id'],
      why: 'どの職員が資料をのせたか',
      onErasure: 'kept-without-person',
    },
    {
      table: 'plan_answers',
      columns: ['reason'],
      why: '課の回答',
      onErasure: 'kept-without-person',
      notHandedOver: 'the division speaks, nobody in person; who entered it is in plan_answer_versions',
    },
    {
      table: 'plan_answer_versions',
      columns: ['person_id', 'reason'],
      why: 'どの職員が回答を入力したか（公開しない）と、その文章',
      onErasure: 'kept-without-person',
    },
  ],
  givenNames,
};
