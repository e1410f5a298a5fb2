import type { Module } from '#kernel/module.ts';
import { documentsApi } from './api.ts';
import { documentsHappenings } from './happenings.ts';
import { routes } from './routes.ts';
import { words } from './words.ts';

/** F9.6 事業提案書と意見書の公表、市への提案 */
export const documents: Module = {
  name: 'documents',
  clause:
    '事業提案書が作成され（年4回程度）、意見書（公開の場での議論内容をまとめたもの）とともに公表された上で、市へ提案される',
  capabilities: ['F9.6'],
  tables: ['documents', 'submissions_to_city', 'document_errata', 'document_receipts'],
  routes,
  api: documentsApi,
  emits: ['documents.published', 'documents.submitted', 'documents.corrected', 'documents.received'],
  ...documentsHappenings,
  refusals: (lang) => words(lang).refusals,
  constraints: {
    documents_round: { code: 'already-published' },
    submissions_to_city_pkey: { code: 'already-submitted' },
    document_receipts_pkey: { code: 'received-already' },
  },
  personalData: [
    { table: 'documents', columns: ['person_id'], why: 'だれが公表の操作をしたか', onErasure: 'kept-without-person' },
    {
      table: 'submissions_to_city',
      columns: ['submitted_by', 'received_by'],
      why: 'だれが市に提出し、だれが受け取ったか',
      onErasure: 'kept-without-person',
    },
    {
      table: 'document_errata',
      columns: ['actor_id', 'person_id', 'reason'],
      why: '公表した文書の正誤を、だれがどの立場で、なぜ記録したか',
      onErasure: 'kept-without-person',
    },
    {
      table: 'document_receipts',
      columns: ['person_id', 'receiver'],
      why: 'どの職員が受領を記録したか（公開しない）と、本人が出すと決めた受領者の名前',
      onErasure: 'blanked',
    },
  ],
};
