/** X1, X2, X13: accounts of people. 考え方「市民・市民活動団体・事業者・市等」: a person signs in, and speaks for itself or an organisation. */
import type { Module } from '#kernel/module.ts';
import { accountRoutes } from './account-routes.ts';
import { guardianRoutes } from './guardian-routes.ts';
import { signInRoutes } from './sign-in-routes.ts';
import { signUpRoutes } from './sign-up-routes.ts';
import { words } from './words.ts';
import { accountsWork } from './work.ts';

export const accounts: Module = {
  name: 'accounts',
  clause: '主語は「みんな」：市民・市民活動団体・事業者・市等の主体を指す',
  capabilities: ['X1', 'X2', 'X13', 'P1'],
  tables: [
    'auth.users',
    'auth.sessions',
    'auth.credentials',
    'auth.verifications',
    'auth.session_acting',
    'auth.minors',
    'rate_limits',
  ],
  routes: [...signUpRoutes, ...guardianRoutes, ...signInRoutes, ...accountRoutes],
  emits: [],
  refusals: (lang) => words(lang).refusals,
  ...accountsWork,
  personalData: [
    {
      table: 'auth.users',
      columns: ['name', 'email', 'lang'],
      why: 'ログインと、お知らせの手紙のため',
      onErasure: 'deleted',
      by: { column: 'id', is: 'account' },
    },
    {
      table: 'auth.credentials',
      columns: ['account_id', 'user_id', 'password'],
      why: 'ログインのため。元にもどせない形で持つ',
      onErasure: 'deleted',
      by: { column: 'user_id', is: 'account' },
    },
    {
      table: 'auth.sessions',
      columns: ['user_id', 'user_agent', 'ip_address', 'created_at', 'updated_at'],
      why: 'どの端末でログインしているかを本人に見せるため',
      onErasure: 'deleted',
      by: { column: 'user_id', is: 'account' },
    },
    {
      table: 'auth.verifications',
      columns: ['value'],
      why: '手紙の中の一度きりのリンクが、だれのものか。使うか期限が過ぎるまで',
      onErasure: 'deleted',
      notHandedOver: 'a one-time key of a letter, hashed, gone within three days',
    },
    {
      table: 'auth.minors',
      columns: ['account_id', 'birth_year', 'guardian_email'],
      why: '18歳未満の人を守るため。保護者のアドレスは、同意をもらうまで',
      onErasure: 'deleted',
      by: { column: 'account_id', is: 'account' },
    },
  ],
};
