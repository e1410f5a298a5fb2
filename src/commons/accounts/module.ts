/** X1, X2, X13: accounts of people. 考え方「市民・市民活動団体・事業者・市等」: a person signs in, and speaks for itself or an organisation. */
import { youngWords } from '#commons/actors/index.ts';
import type { Module } from '#kernel/module.ts';
import { accountRoutes } from './account-routes.ts';
import { addressRoutes } from './address-routes.ts';
import { ageRoutes } from './age/age-routes.ts';
import { ageWords } from './age/words.ts';
import { guardianRoutes } from './guardian-routes.ts';
import { handOverRoutes } from './hand-over/hand-over-routes.ts';
import { deskCodesApi } from './levels/api.ts';
import { levelRoutes } from './levels/level-routes.ts';
import { levelWords } from './levels/words.ts';
import { outsideRoutes } from './outside/outside-routes.ts';
import { outsideWords } from './outside/words.ts';
import { passkeyRoutes } from './passkeys/passkey-routes.ts';
import { proofRoutes } from './proof/proof-routes.ts';
import { safetyWords } from './safety-words.ts';
import { secondStepRoutes } from './second-step/second-step-routes.ts';
import { stepRoutes } from './second-step/step-routes.ts';
import { signInRoutes } from './sign-in-routes.ts';
import { signUpRoutes } from './sign-up-routes.ts';
import { words } from './words.ts';
import { accountsWork } from './work.ts';

export const accounts: Module = {
  name: 'accounts',
  clause: '主語は「みんな」：市民・市民活動団体・事業者・市等の主体を指す',
  capabilities: ['X1', 'X2', 'X11', 'X13', 'P1'],
  tables: [
    'auth.users',
    'auth.sessions',
    'auth.credentials',
    'auth.verifications',
    'auth.session_acting',
    'auth.minors',
    'auth.passkeys',
    'auth.second_steps',
    'auth.recovery_codes',
    'auth.known_devices',
    'level_confirmations',
    'desk_codes',
    'rate_limits',
  ],
  routes: [
    ...signUpRoutes,
    ...guardianRoutes,
    ...ageRoutes,
    ...signInRoutes,
    ...stepRoutes,
    ...addressRoutes,
    ...handOverRoutes,
    ...outsideRoutes,
    ...accountRoutes,
    ...proofRoutes,
    ...passkeyRoutes,
    ...secondStepRoutes,
    ...levelRoutes,
  ],
  api: deskCodesApi,
  emits: ['accounts.desk-code-given', 'accounts.desk-code-taken-back', 'accounts.level-confirmed'],
  refusals: (lang) => ({
    ...words(lang).refusals,
    ...safetyWords(lang).refusals,
    ...outsideWords(lang).refusals,
    ...levelWords(lang).refusals,
    ...ageWords(lang).refusals,
    ...youngWords(lang),
  }),
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
      columns: ['account_id', 'provider_id', 'user_id', 'password'],
      why: 'ログインのため。パスワードは元にもどせない形で持つ。ほかのログインは、そこでの番号',
      onErasure: 'deleted',
      by: { column: 'user_id', is: 'account' },
    },
    {
      table: 'auth.sessions',
      columns: ['user_id', 'user_agent', 'ip_address', 'method', 'second', 'created_at', 'updated_at'],
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
      table: 'auth.passkeys',
      columns: ['account_id', 'name', 'rp_id', 'created_at', 'last_used_at'],
      why: 'パスキーでのログインのため。端末にある鍵と対になる、公開の鍵だけを持つ',
      onErasure: 'deleted',
      by: { column: 'account_id', is: 'account' },
    },
    {
      table: 'auth.second_steps',
      columns: ['account_id', 'secret', 'confirmed_at'],
      why: '確認コードを確かめるため。鍵がないと読めない形で持つ',
      onErasure: 'deleted',
      by: { column: 'account_id', is: 'account' },
      notHandedOver: 'a secret of the account, sealed; whoever read it in a file could sign in',
    },
    {
      table: 'auth.recovery_codes',
      columns: ['account_id', 'made_at', 'used_at'],
      why: '回復コードを確かめるため。元にもどせない形で持つ',
      onErasure: 'deleted',
      by: { column: 'account_id', is: 'account' },
      notHandedOver: 'fingerprints of codes that only their owner has',
    },
    {
      table: 'auth.known_devices',
      columns: ['account_id', 'first_at', 'last_at'],
      why: 'はじめての端末からのログインを、本人に知らせるため。端末を見分ける印は、元にもどせない形で持つ',
      onErasure: 'deleted',
      by: { column: 'account_id', is: 'account' },
    },
    {
      table: 'level_confirmations',
      columns: ['person_id', 'method', 'office_id', 'confirmed_at'],
      why: '市民であることを確認したこと。いつ、どこでかだけで、書類も番号も持たない',
      onErasure: 'deleted',
    },
    {
      table: 'desk_codes',
      columns: ['office_id'],
      why: 'どの窓口が渡したコードか。使われると消える',
      onErasure: 'kept-without-person',
      notHandedOver: 'names an office, and leads to nobody',
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
