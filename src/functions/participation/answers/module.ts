import type { Module } from '#kernel/module.ts';
import { answersApi } from './api.ts';
import { answersHappenings } from './happenings.ts';
import './profile.ts';
import './reportable.ts';
import { openData } from './open-data.ts';
import { routes } from './routes.ts';
import { words } from './words.ts';
import { answersWork } from './work.ts';

/** F9.7 市の回答 */
export const answers: Module = {
  name: 'answers',
  clause: '市は、市民提案について、意見書に沿って市の施策へ反映するように努める',
  capabilities: ['F9.7'],
  tables: [
    'answers',
    'answer_leads',
    'answer_partners',
    'answer_drafts',
    'answer_draft_notes',
    'answer_briefings',
    'answer_figures',
    'answer_items',
    'follow_ups',
    'follow_up_answers',
    'overdue_reports',
  ],
  routes,
  openData,
  api: answersApi,
  ...answersWork,
  emits: [
    'answers.given',
    'answers.revised',
    'answers.assigned',
    'answers.handed-over',
    'answers.partner-asked',
    'answers.follow-up-asked',
    'answers.follow-up-answered',
    'answers.follow-up-revised',
    'answers.follow-up-withdrawn',
    'answers.briefing-scheduled',
    'answers.briefing-cancelled',
    'answers.overdue',
    'answers.share-given',
    'answers.draft-saved',
    'answers.draft-commented',
    'answers.draft-approved',
  ],
  ...answersHappenings,
  refusals: (lang) => words(lang).refusals,
  constraints: {
    answers_version: { code: 'answered-meanwhile' },
    answer_leads_number: { code: 'assigned-meanwhile' },
    answer_partners_once: { code: 'partner-already', field: 'divisionId' },
    answer_drafts_open: { code: 'draft-meanwhile' },
    answer_draft_notes_approval: { code: 'approved-already' },
    follow_up_answers_pkey: { code: 'answered-meanwhile' },
  },
  personalData: [
    {
      table: 'answers',
      columns: ['person_id'],
      why: 'どの職員が入力したか（公開しない）',
      onErasure: 'kept-without-person',
    },
    {
      table: 'answer_leads',
      columns: ['actor_id', 'person_id', 'reason'],
      why: 'だれが担当課を決めたか',
      onErasure: 'kept-without-person',
    },
    {
      table: 'answer_partners',
      columns: ['asked_by', 'person_id', 'body'],
      why: '関係課に頼んだ職員と、答えた職員、その内容（市の中だけで見る）',
      onErasure: 'kept-without-person',
    },
    {
      table: 'answer_drafts',
      columns: ['person_id', 'fields'],
      why: '回答の下書きと、書いた職員（課の中だけで見る）',
      onErasure: 'kept-without-person',
    },
    {
      table: 'answer_draft_notes',
      columns: ['person_id', 'body'],
      why: '下書きへのコメントと決裁（課の中だけで見る）',
      onErasure: 'kept-without-person',
    },
    {
      table: 'answer_briefings',
      columns: ['person_id', 'note'],
      why: '説明会の予定を入力した職員（公開しない）',
      onErasure: 'kept-without-person',
    },
    {
      table: 'follow_ups',
      columns: ['actor_id', 'person_id', 'body'],
      why: 'だれが再質問したか',
      onErasure: 'kept-without-person',
    },
    {
      table: 'follow_up_answers',
      columns: ['person_id', 'body'],
      why: '再質問に答えた職員（公開しない）',
      onErasure: 'kept-without-person',
    },
  ],
};
