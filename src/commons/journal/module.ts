import type { Module } from '#kernel/module.ts';
import { routes } from './routes.ts';
import { journalWork } from './work.ts';

/** P6: nothing anybody said is silently lost, and anybody can check it. */
export const journal: Module = {
  name: 'journal',
  clause: '信頼関係が育まれることを重ねる',
  capabilities: ['P6'],
  tables: ['events', 'event_parts', 'journal_leaves', 'journal_tiles', 'journal_checkpoints'],
  routes,
  emits: [],
  ...journalWork,
  personalData: [
    {
      table: 'events',
      columns: ['actor_id', 'person_id'],
      why: 'だれが行ったか（公開の記録には入りません）',
      onErasure: 'kept-without-person',
    },
    {
      table: 'event_parts',
      columns: ['actor_id', 'salt', 'content'],
      why: '記録の証明に使うことばと鍵',
      onErasure: 'blanked',
    },
  ],
};
