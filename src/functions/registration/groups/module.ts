/** F7 登録に関する機能: groups register themselves, as a declaration of intent that respects their autonomy. */
import type { Module } from '#kernel/module.ts';
import { groupsApi } from './api.ts';
import { givenNames } from './given-names.ts';
import { groupsHappenings } from './happenings.ts';
import './reportable.ts';
import { openData } from './open-data.ts';
import { paperWords } from './paper-words.ts';
import { routes } from './routes.ts';
import { words } from './words.ts';
import { groupsWork } from './work.ts';

export const groups: Module = {
  name: 'groups',
  clause: '市民活動団体は、自主性を尊重した意思表明的な登録をする',
  capabilities: ['F7.1', 'F7.2', 'F7.3', 'F7.4', 'F7.5'],
  tables: [
    'groups',
    'group_versions',
    'group_drafts',
    'group_keys',
    'group_claims',
    'group_vouches',
    'group_questions',
    'group_notes',
    'group_papers',
  ],
  routes,
  openData,
  api: groupsApi,
  emits: [
    'groups.declared',
    'groups.changed',
    'groups.confirmed',
    'groups.rested',
    'groups.withdrawn',
    'groups.representative-known',
    'groups.vouched',
    'groups.claim-asked',
    'groups.taken-over',
    'groups.entered-at-desk',
    'groups.taken-from-desk',
    'groups.desk-code-given',
    'groups.asked',
    'groups.answered',
    'groups.question-withdrawn',
    'groups.noted',
    'groups.note-ended',
  ],
  ...groupsHappenings,
  refusals: (lang) => ({ ...words(lang).refusals, ...paperWords(lang).refusals }),
  ...groupsWork,
  givenNames,
  personalData: [
    {
      table: 'groups',
      columns: ['actor_id', 'name', 'reading', 'known_by'],
      why: 'どの団体の登録か、代表者をどのように確かめたか（団体のこと）',
      onErasure: 'kept-without-person',
    },
    {
      table: 'group_versions',
      columns: ['person_id', 'content', 'changed'],
      why: '登録のことばと、だれが書いたか（書いた人は公開しない）',
      onErasure: 'kept-without-person',
    },
    { table: 'group_drafts', columns: ['person_id', 'fields'], why: '公開する前の登録の下書き', onErasure: 'deleted' },
    {
      table: 'group_papers',
      columns: ['office_id', 'person_id'],
      why: '紙で出された登録を、どの窓口のだれが入力したか（入力した人は公開しない）',
      onErasure: 'kept-without-person',
    },
    { table: 'group_keys', columns: ['person_id'], why: '引き継ぎの手紙が、だれのためのものか', onErasure: 'deleted' },
    {
      table: 'group_claims',
      columns: ['person_id', 'word', 'contact', 'settled_by', 'reason'],
      why: '団体を引き継ぎたいという申し出（事務局だけが見る）。答えると、ことばと連絡先は消える',
      onErasure: 'deleted',
    },
    {
      table: 'group_vouches',
      columns: ['person_id'],
      why: '団体を知っていると、だれが伝えたか（公開しない）',
      onErasure: 'kept-without-person',
    },
    {
      table: 'group_questions',
      columns: ['actor_id', 'person_id', 'body', 'answered_by'],
      why: '登録についての公開の質問と、だれが回答を書いたか（公開しない）',
      onErasure: 'kept-without-person',
    },
    {
      table: 'group_notes',
      columns: ['person_id', 'body'],
      why: '登録のメモと、だれが書いたか（書いた人は公開しない）',
      onErasure: 'kept-without-person',
    },
  ],
};
