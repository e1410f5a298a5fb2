// The gallery's signs, chips, boxes and figures.

import { type ActorKind, actor } from '../actor.ts';
import { button, linkButton } from '../button.ts';
import { card, cards } from '../card.ts';
import { chip, chips } from '../chip.ts';
import { copyLink, disclosure } from '../disclosure.ts';
import { fileList } from '../file-list.ts';
import { pageHead, section } from '../heading.ts';
import { doors, strip } from '../home.ts';
import { type Html, html } from '../html.ts';
import { ICON_NAMES, icon } from '../icons.ts';
import { empty, keyValues } from '../list.ts';
import { hallPage, hallScreen, livePart } from '../live.ts';
import { meters, missing, stats } from '../meter.ts';
import { notice } from '../notice.ts';
import { nowBox } from '../now-box.ts';
import { panes } from '../panes.ts';
import { picture, pictures } from '../picture.ts';
import { meta, paragraphs, prose } from '../prose.ts';
import { logo } from '../signs.ts';
import type { Sample } from './index.ts';

const who = (kind: ActorKind, name: string, kindText: string): Html => actor({ kind, name, kindText, href: '/who' });

/** A house on a hill, drawn in an address: nothing is loaded for it. */
const HOUSE = {
  src: '#',
  copies: [
    {
      href: 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAKAAAABkBAMAAADzmCa8AAAAMFBMVEV/sIrc6/f///+1SDqawanT4ejD3NrZ6PGx0MWHtZO4Vkq9bGPEg3/Qt7vKoKDVytEg9PN/AAAACXBIWXMAAAsTAAALEwEAmpwYAAABjklEQVRYw+3Tv07CUBTH8d/QQUYH6CKY+ApnQyVdVBibGEPCigmMTYxxYNCEPysDMe7MxsHwBAzMxM2N8ASuToJUaaH03vYeE4fzfYBPbvI7F/vMQUABBRRQQAEFFFBAAf8DeDDhBe3xscsK1ohGnODhkKj4wQi+0aJTPrBA3824QHu8Ak88JrBGfiMecLnIKp1dNMB3+u2ZAyxQoBkDOA6C6l2UYItCjUzB7GsYVH5pFfhJG72YgXnaamoEzrfBkgnYoogm6cHNRXR2QaJFNHaJA/PDaLA4TQnOaUel9CsfRWR0NgIKKKCAAv4JeNWOAsvX6UC7UQGiQGDQ9ZKDDQfYBQJWNyFYrQBx4OKVnQRgtg2oQKDs6oJVBzogrI4WaNehXdlTg7kKEjRwVeCtg0RZvXiw2kfCMp048BIpOt8N1gFjEeZeWASDFxLB4QVFGO2x7mwTNPTWog/e9U3BTC8I5oy9hfiwBrMOGLLcH9C+B0t7ng82wdTjCrwBWxdLkGOQwDCwHTBmuWiCtacvYjUvicqHF80AAAAASUVORK5CYII=',
      width: 160,
    },
  ],
  width: 160,
  height: 100,
};

/** Words, signs and boxes. */
export const boxSamples: readonly Sample[] = [
  {
    id: 'actors',
    name: 'actor, avatar',
    show: () =>
      html`<ul class="gallery-row"><li>${who('person', 'れんこんさん', '個人')}</li><li>${who('group', 'つくし読書会', '団体')}</li><li>${who('business', '木下書店', '事業者')}</li><li>${who('division', '本だな係', '係')}</li><li>${who('body', '東小学校', '学校')}</li><li>${actor({ kind: 'unknown', name: '会に来た人', kindText: '会場', initial: '？', note: '記録係が記入' })}</li></ul>`,
  },
  {
    id: 'chips',
    name: 'chip, chips',
    show: () =>
      chips([
        chip('ok', '読みおえた'),
        chip('part', '半分まで'),
        chip('no', '読まない'),
        chip('late', '返す日を9日過ぎています'),
        chip('on', 'いま読んでいる'),
        chip('need', 'あと2冊'),
        chip('info', '新刊'),
      ]),
  },
  {
    id: 'notices',
    name: 'notice',
    show: () =>
      html`<div class="gallery-stack">${notice({ tone: 'success', title: '紹介を公開しました', body: '取り消すこともできます。', actions: button({ text: '取り消す', small: true }), live: true })}${notice({ tone: 'info', title: '本だなの整理中です', body: '12月1日までに終わります。' })}${notice({ tone: 'warn', title: '下書きのままです', body: 'まだだれにも見えません。' })}${notice({ tone: 'error', title: '保存できませんでした', body: 'もう一度ためしてください。' })}</div>`,
  },
  {
    id: 'doors',
    name: 'doors, sign',
    show: () =>
      doors([
        {
          verb: 'think',
          href: '/talk',
          title: '話す',
          text: '読んだ本について、思ったことを話します。',
          figure: 'いま話し中 9冊',
        },
        {
          verb: 'join',
          href: '/join',
          title: '手つだう',
          text: '「やりたい」と手をあげた人といっしょに動きます。',
          figure: '手があがっています 25件',
        },
        {
          verb: 'back',
          href: '/give',
          title: 'おくる',
          text: '本、場所、時間。できるぶんだけおくります。',
          figure: 'あと少し 6件',
        },
      ]),
  },
  {
    id: 'strip',
    name: 'strip',
    show: () =>
      strip({
        lead: '本の部屋 きょうは21時まで開いています',
        open: true,
        facts: [html`<a href="tel:0460000000">046-000-0000</a>`, '東口から歩いて3分'],
        links: [
          { href: '/rooms', text: '部屋を予約する' },
          { href: '/ask', text: '相談する' },
        ],
      }),
  },
  {
    id: 'cards',
    name: 'card, cards, meters, missing',
    show: () =>
      cards([
        card({
          above: html`${who('group', 'つくし読書会', '団体')}${chip('need', '場所と4人')}`,
          title: '外国の絵本を声に出して読む会をひらきたい',
          href: '/c/1',
          body: html`${meters([
            { label: '読む人', value: 3, max: 3, text: '3 / 3人' },
            { label: '場所', value: 0, max: 1, text: '0 / 1' },
            { label: '来たい人', value: 16, max: 20, text: '16 / 20人' },
          ])}${missing('あと 場所と、4人')}`,
          meta: '12月10日まで',
          act: linkButton({ text: '手つだう', href: '/c/1/help', small: true }),
        }),
        card({
          above: who('person', '佐伯 ひろ子さん', '個人'),
          title: '朗読の先生になりたい',
          href: '/c/2',
          body: html`<p>本屋で20年。声に出して読む楽しさを伝えたいです。</p>${meters([{ label: '学び', value: 3, max: 6, text: '3 / 6回' }], 'progress')}`,
          meta: '学んでいるところ',
          act: linkButton({ text: '応援する', href: '/c/2/help', small: true }),
        }),
        card({
          above: who('business', '木下書店', '事業者'),
          title: '古い本だなをゆずります',
          href: '/c/3',
          body: html`<p>高さ180センチ、4台あります。</p>`,
          meta: '11月末まで',
          act: linkButton({ text: '受けとる', href: '/c/3/take', small: true, reason: '受付は終わりました' }),
        }),
      ]),
  },
  {
    id: 'files',
    name: 'picture, pictures, fileList',
    show: () =>
      html`${pictures([
        picture({ ...HOUSE, alt: '丘の上の赤い屋根の家', href: '/house.png', caption: '読書会の家' }),
        picture({ ...HOUSE, alt: '同じ家を、もう一度' }),
      ])}${fileList([
        { href: '/list.pdf', title: 'ことしの本の一覧', note: 'PDF・240KB' },
        { href: '/count.csv', title: '読んだ人の数', note: 'CSV・3KB' },
      ])}`,
  },
  {
    id: 'now',
    name: 'nowBox',
    show: () =>
      html`<div class="gallery-narrow">${nowBox({
        title: 'いまできること',
        state: chip('on', '読書中'),
        acts: [
          { text: '感想を書く', href: '/write', note: '12月4日（金）まで・あと12日', icon: 'edit' },
          { text: 'つぎの本を見る', href: '/next', note: 'あなたは 21 / 63' },
          { text: '司会に手をあげる', action: '/host', icon: 'hand' },
          { text: '本をえらぶ', href: '/pick', reason: '受付は10月31日（土）まででした' },
        ],
        note: '会に入っていなくても読めます。',
      })}</div>`,
  },
  {
    id: 'stats',
    name: 'stats',
    show: () =>
      stats([
        { value: '418', unit: '人', label: '読んだ人' },
        { value: '9,204', unit: '回', label: '開かれた回数', note: '先月より 312 多い' },
        { value: '94', unit: '%', label: '期日までに返された本', href: '/returns' },
      ]),
  },
  {
    id: 'text',
    name: 'prose, paragraphs, keyValues, meta, disclosure, copyLink',
    show: () =>
      html`${prose(html`<h3>あらすじ</h3>${paragraphs('ジョバンニは、銀河の祭りの夜に、ふしぎな列車に乗ります。\nとなりには、友だちのカムパネルラがいます。\n\nくわしくは https://example.jp/ginga?a=1 。')}<ul><li>星座の名前が出てきます</li><li>絵は入っていません</li></ul>`)}${keyValues(
        [
          ['書いた人', '宮沢 賢治'],
          ['出た年', '1934年（昭和9年）'],
          ['場所', 'たな 3-1-2'],
          ['なし', false],
        ],
      )}${meta('2026年11月3日・第3版')}${disclosure({ summary: '本の借り方', body: html`<p>カードを見せてください。2週間借りられます。</p>` })}${copyLink({ id: 'copy', url: 'https://example.jp/b/1', text: 'リンクをコピー', done: 'コピーしました', label: 'このページのアドレス' })}`,
  },
  {
    id: 'empty',
    name: 'empty',
    show: () =>
      empty({
        title: 'まだ紹介がありません',
        body: '最初の1冊を紹介してみませんか。',
        act: linkButton({ text: '本を紹介する', href: '/books/new', tone: 'main' }),
      }),
  },
  {
    id: 'heads',
    name: 'pageHead, section',
    own: true,
    show: () =>
      html`<div class="page-head">${pageHead({ above: chip('on', '読書中 あと12日'), title: '夜の列車を、朝の時間に合わせて読む', lead: '毎朝10分、声に出して読みます。', meta: html`<p>つくし読書会・10月14日 第3版（<a href="/diff">変わったところ</a>）</p>` })}</div>${section({ title: '今週の本', lead: '会で話す本です。', more: { href: '/all', text: 'すべて見る（25冊）' }, children: html`<p>中身</p>` })}`,
  },
  {
    id: 'panes',
    name: 'panes',
    show: () =>
      panes({
        label: '二つの欄',
        panes: [
          { id: 'shelf', title: '本だな', count: '2冊', children: html`<p>銀河鉄道の夜</p><p>注文の多い料理店</p>` },
          { id: 'basket', title: '借りる本', children: html`<p>まだありません。</p>` },
        ],
      }),
  },
  {
    id: 'live',
    name: 'livePart, hallPage, hallScreen',
    own: true,
    show: () =>
      hallPage(
        livePart({
          id: 'now',
          href: '/gallery',
          reload: 'もう一度見る',
          renews: true,
          children: hallScreen({
            above: '夜の部 19:00',
            title: '銀河鉄道の夜',
            below: 'つくし読書会',
            children: html`<p>次は、注文の多い料理店</p>`,
            aside: html`<p>番号</p><p><strong>123456</strong></p>`,
          }),
        }),
      ),
  },
  {
    id: 'icons',
    name: 'icon, logo',
    show: () =>
      html`<ul class="gallery-row"><li>${logo()}</li>${ICON_NAMES.map((name) => html`<li>${icon(name)} ${name}</li>`)}</ul>`,
  },
];
