/** F7.6 Declaring needs nothing; what places and calls require are dated facts with papers, seen by those who check them. */
import type { Module } from '#kernel/module.ts';
import { eligibilityApi } from './api.ts';
import { eligibilityHappenings } from './happenings.ts';
import { openData } from './open-data.ts';
import { routes } from './routes.ts';
import { eligibilityWords } from './words.ts';
import { eligibilityWork } from './work.ts';

export const eligibility: Module = {
  name: 'eligibility',
  clause: '市民活動団体は、自主性を尊重した意思表明的な登録をする',
  capabilities: ['F7.6', 'X10'],
  tables: ['requirement_sets', 'group_facts', 'shown_eligibility'],
  routes,
  openData,
  api: eligibilityApi,
  emits: [
    'eligibility.set-published',
    'eligibility.set-closed',
    'eligibility.handed-in',
    'eligibility.taken-back',
    'eligibility.showing-chosen',
    'eligibility.confirmed',
    'eligibility.refused',
    'eligibility.appealed',
    'eligibility.appeal-decided',
  ],
  ...eligibilityHappenings,
  refusals: (lang) => eligibilityWords(lang).refusals,
  ...eligibilityWork,
  personalData: [
    {
      table: 'requirement_sets',
      columns: ['person_id', 'name', 'about'],
      why: '施設や募集の条件と、だれが入力したか（入力した人は公開しない）',
      onErasure: 'kept-without-person',
    },
    {
      table: 'group_facts',
      columns: ['person_id', 'word', 'checked_by', 'reason', 'to_do', 'appeal', 'appeal_answer', 'appeal_by'],
      why: '団体が出したものと、だれが確認し、異議に答えたか（確認する人と団体だけが見る）。書類とことばは、決められた日数で消える',
      onErasure: 'kept-without-person',
    },
  ],
};
