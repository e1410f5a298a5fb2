/** F1.3 団体用のホームページ環境の充実: each registered group makes a site of its own. */
import type { Module } from '#kernel/module.ts';
import { homepagesApi } from './api.ts';
import { homepagesHappenings } from './happenings.ts';
import './reportable.ts';
import { openData } from './open-data.ts';
import { routes } from './routes.ts';
import { words } from './words.ts';
import { homepagesWork } from './work.ts';

const wrote = 'だれが書いたか（編集する人だけが見る）';

export const homepages: Module = {
  name: 'homepages',
  clause: '団体用のホームページ環境の充実',
  capabilities: ['F1.3', 'X6', 'X10'],
  tables: [
    'sites',
    'site_keys',
    'site_pages',
    'site_page_versions',
    'site_blocks',
    'site_edits',
    'site_members',
    'site_previews',
    'site_old_addresses',
  ],
  routes,
  openData,
  api: homepagesApi,
  emits: [
    'homepages.site-begun',
    'homepages.site-changed',
    'homepages.site-closed',
    'homepages.site-opened',
    'homepages.menu-changed',
    'homepages.member-named',
    'homepages.page-begun',
    'homepages.page-renamed',
    'homepages.page-published',
    'homepages.post-published',
    'homepages.page-scheduled',
    'homepages.page-unscheduled',
    'homepages.page-withdrawn',
    'homepages.page-restored',
    'homepages.block-added',
    'homepages.block-changed',
    'homepages.block-moved',
    'homepages.block-removed',
    'homepages.preview-made',
    'homepages.previews-ended',
  ],
  ...homepagesHappenings,
  refusals: (lang) => words(lang).refusals,
  ...homepagesWork,
  personalData: [
    {
      table: 'sites',
      columns: ['person_id', 'title', 'tagline'],
      why: `団体のホームページの名前と、${wrote}`,
      onErasure: 'kept-without-person',
    },
    {
      table: 'site_pages',
      columns: ['person_id', 'saved_by', 'title'],
      why: `ページの題と、${wrote}`,
      onErasure: 'kept-without-person',
    },
    {
      table: 'site_page_versions',
      columns: ['person_id', 'title', 'words', 'changed'],
      why: `公開したページのことばと、${wrote}`,
      onErasure: 'kept-without-person',
    },
    {
      table: 'site_blocks',
      columns: ['person_id', 'content'],
      why: `ページの中身と、${wrote}`,
      onErasure: 'kept-without-person',
    },
    {
      table: 'site_edits',
      columns: ['person_id', 'before'],
      why: `下書きの前のことばと、${wrote}`,
      onErasure: 'kept-without-person',
    },
    {
      table: 'site_members',
      columns: ['person_id', 'words'],
      why: 'ホームページに名前をのせてよいと、自分で決めたこと',
      onErasure: 'deleted',
    },
    {
      table: 'site_previews',
      columns: ['person_id'],
      why: '下書きを人に見せるリンクを、だれが作ったか',
      onErasure: 'deleted',
    },
  ],
};
