// The gallery's lists, tables, steps, voices and comparisons.

import type { ActorProps } from '../actor.ts';
import { breadcrumb } from '../breadcrumb.ts';
import { chip } from '../chip.ts';
import { diffView } from '../diff-view.ts';
import { html } from '../html.ts';
import { list, listHead, listItem } from '../list.ts';
import { pager } from '../pager.ts';
import { steps } from '../steps.ts';
import { table } from '../table.ts';
import { tabs } from '../tabs.ts';
import { thread, voice } from '../thread.ts';
import { trail } from '../trail.ts';
import { type VotePart, voteBar, voteButtons } from '../votes.ts';
import type { Sample } from './index.ts';

const renkon: ActorProps = { kind: 'person', name: 'れんこんさん', kindText: '個人', href: '/who/1' };
const desk: ActorProps = { kind: 'division', name: '本だな係', kindText: '係', href: '/who/2' };

const buttonsFor = (id: number, chosen: string | null, reason?: string) =>
  voteButtons({
    action: `/voices/${id}/vote`,
    label: 'この感想について',
    options: [
      { value: 'agree', text: 'そう思う' },
      { value: 'disagree', text: 'ちがうと思う' },
      { value: 'pass', text: 'どちらでもない・わからない' },
    ],
    chosen,
    takeBack: '取り消す',
    status: chosen === null ? undefined : '記録しました',
    failed: '送れませんでした。もう一度送ります',
    reason,
  });

const parts: readonly VotePart[] = [
  { tone: 'agree', text: 'そう思う', count: 113, share: '52 %' },
  { tone: 'disagree', text: 'ちがうと思う', count: 65, share: '30 %' },
  { tone: 'pass', text: 'どちらでもない・わからない', count: 39, share: '18 %' },
];

const stepsSample = (now: number) =>
  steps({
    label: '読書会の進み方',
    words: { done: 'おわりました', now: 'いまここ', next: 'これから' },
    steps: ['本をえらぶ', '感想を話す', 'まとめを書く', '見なおす', '本にする', '作者の返事', 'つぎへ'].map(
      (text, index) => ({
        text,
        state: index < now ? 'done' : index === now ? 'now' : 'next',
        dates: ['10月1日〜31日', '11月1日〜12月4日', '12月5日〜', '12月19日〜', '1月9日', '3月10日まで'][index],
        left: index === now ? 'あと12日' : undefined,
        href: index < now ? '/steps' : undefined,
      }),
    ),
  });

const before = '朝7時台の3冊のうち1冊を9時台へ移し、週2回は星の本を読みます。半年ためします。';
const after = '朝7時台の4冊のうち1冊を9時台へ移し、週2回は星と海の本を読みます。半年ためして、人数を公開します。';
const diffWords = {
  before: '第2版（10月10日）',
  after: '第3版（10月14日）',
  removed: '消したところ',
  added: '加えたところ',
  end: 'ここまで',
  same: '変わったところはありません。',
};

/** Lists, sequences and voices. */
export const listSamples: readonly Sample[] = [
  {
    id: 'steps',
    name: 'steps',
    show: () => html`${stepsSample(1)}<div class="gallery-narrow">${stepsSample(3)}</div>`,
  },
  {
    id: 'tabs',
    name: 'tabs, breadcrumb',
    show: () =>
      html`${tabs('本の見方', [
        { text: 'あらすじ', href: '/b/1', current: true },
        { text: '感想', href: '/b/1/talk', count: '63' },
        { text: '道のり', href: '/b/1/trail' },
        { text: 'これまでの版', href: '/b/1/versions', count: '3' },
      ])}${breadcrumb([{ text: 'ホーム', href: '/' }, { text: 'ものがたり', href: '/rooms/1' }, { text: '銀河鉄道の夜' }], 'この本の場所')}`,
  },
  {
    id: 'lists',
    name: 'listHead, list, listItem, pager',
    show: () =>
      html`${listHead({
        count: '63冊',
        sorts: {
          label: 'ならべ方',
          items: [
            { text: '新しい順', href: '?sort=new', current: true },
            { text: 'まだ読まれていない順', href: '?sort=least' },
          ],
        },
        data: [
          { href: '/books.csv', text: 'CSV', icon: 'data' },
          { href: '/books.atom', text: 'フィード', icon: 'feed' },
        ],
      })}${list([
        listItem({
          above: html`${chip('ok', '読みおえた')}<span class="meta">11月18日（水）</span>`,
          title: '銀河鉄道の夜',
          href: '/b/1',
          body: '夜の列車に乗って、星のあいだを旅する話。',
          meta: 'ものがたり・感想 12',
        }),
        listItem({
          above: html`${chip('part', '半分まで')}`,
          title: '台所のかがく',
          href: '/b/2',
          meta: '料理・感想 4',
        }),
        listItem({
          above: html`${chip('late', '返す日を9日過ぎています')}`,
          title: '草の名前',
          href: '/b/3',
          meta: '図鑑・11月13日まで',
          side: html`<span class="meta">たな 3-1-2</span>`,
        }),
      ])}${pager({ label: '本のページ', previous: { href: '?before=a', text: '前の20冊' }, next: { href: '?after=b', text: '次の20冊' }, position: '21〜40冊目' })}`,
  },
  {
    id: 'tables',
    name: 'table',
    show: () =>
      html`${table({
        caption: 'たなごとの本',
        columns: [
          { text: 'たな' },
          { text: '本', number: true },
          { text: '借りられた回数', number: true },
          { text: 'ひとこと' },
        ],
        rows: [
          ['ものがたり', '1,204', '3,310', '新刊は入口にあります'],
          ['料理', '312', '980', '大きな本は下の段'],
        ],
        foot: ['あわせて', '1,516', '4,290', ''],
        note: '2026年10月末。本だな係しらべ。',
      })}${table({ id: 'wide-table', caption: '月ごとの人数', scroll: true, columns: [{ text: 'たな' }, ...['4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月'].map((text) => ({ text, number: true }))], rows: [['ものがたり', 31, 28, 40, 52, 61, 33, 30, 29, 20]] })}`,
  },
  {
    id: 'votes',
    name: 'voteButtons, voteBar',
    show: () =>
      html`${buttonsFor(1, 'agree')}${buttonsFor(2, null)}${buttonsFor(3, null, '受付は 12月4日（金）で終わりました')}${voteBar({ label: '217人がえらびました', parts, say: (part) => `${part.text} ${part.count}人（${part.share}）` })}`,
  },
  {
    id: 'threads',
    name: 'voice, thread',
    show: () =>
      html`${thread({
        voice: {
          id: 'v1',
          actor: renkon,
          when: { text: '11月3日（火）', datetime: '2026-11-03' },
          body: html`<p>朝7時台を減らすと、部活のある日は読めません。土曜だけにするのはどうですか。</p>`,
          reason: '平日は学校があるからです。',
          votes: buttonsFor(4, 'agree'),
          acts: [
            { href: '/v1/reply', text: '返信する（2）' },
            { href: '/v1/report', text: '問題を知らせる' },
          ],
        },
        repliesLabel: '返信 2件',
        replies: [
          {
            id: 'v2',
            actor: { kind: 'group', name: 'つくし読書会', kindText: '団体' },
            when: { text: '11月4日（水）', datetime: '2026-11-04' },
            body: html`<p>土曜なら場所を出せます。</p>`,
          },
          {
            id: 'v3',
            actor: { kind: 'person', name: '退会した人', kindText: '個人' },
            gone: '本人が取り下げました（11月5日）。',
            body: '',
          },
        ],
        more: { href: '/v1', text: 'すべての返信を見る' },
      })}${voice({ id: 'v4', kind: 'fact', actor: desk, when: { text: '11月5日（木）', datetime: '2026-11-05' }, marks: chip('info', '説明'), body: html`<p>7時台に借りられた本は1日あたり31冊、9時台は12冊です。</p>`, acts: [{ href: '/v4/ask', text: '質問する' }] })}${voice({ id: 'v5', kind: 'position', actor: { kind: 'business', name: '木下書店', kindText: '事業者', href: '/who/3' }, marks: chip('info', '立場'), body: html`<p>朝の会に本を5冊おくります。</p>`, quote: '朝7時台を減らすと…' })}`,
  },
  {
    id: 'trail',
    name: 'trail',
    show: () =>
      trail({
        label: 'この本の道のり',
        events: [
          {
            title: '紹介',
            state: 'done',
            stateText: 'おわりました',
            href: '/b/1',
            when: { text: '2026年10月14日（水）', datetime: '2026-10-14' },
            body: 'つくし読書会が紹介しました。',
            evidence: [{ href: '/doc', text: '紹介文 第3版' }],
          },
          {
            title: '感想を話す',
            state: 'now',
            stateText: 'いまここ',
            when: { text: '2026年11月1日（日）から', datetime: '2026-11-01' },
            body: html`418人が 63の感想に 9,204回えらびました。`,
          },
          {
            title: '作者の返事',
            state: 'late',
            stateText: '9日過ぎています',
            when: { text: '2026年11月13日（金）まで', datetime: '2026-11-13' },
          },
          {
            title: '本にする',
            state: 'next',
            stateText: 'これから',
            when: { text: '2027年1月9日（土）', datetime: '2027-01-09' },
          },
        ],
      }),
  },
  {
    id: 'diffs',
    name: 'diffView',
    show: () =>
      html`${diffView({ before, after, mode: 'inline', words: diffWords })}${diffView({ before, after, mode: 'side', words: diffWords })}`,
  },
];
