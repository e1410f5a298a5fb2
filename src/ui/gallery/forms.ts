// The gallery's forms.

import { actButton, button, buttons, linkButton } from '../button.ts';
import { errorSummary } from '../error-summary.ts';
import {
  checkbox,
  checkboxGroup,
  fieldRow,
  fileField,
  form,
  hidden,
  radioGroup,
  selectField,
  textArea,
  textField,
} from '../fields.ts';
import { filters } from '../filters.ts';
import { type Html, html } from '../html.ts';
import { confirmPanel, outcomePanel } from '../panel.ts';
import type { Sample } from './index.ts';
import { formWords as words } from './words.ts';

const fields = (refused: boolean): Html =>
  form({
    action: '/books',
    label: '本の紹介',
    draft: {
      save: '/books/draft',
      words: {
        saving: '保存しています…',
        saved: '{time} に保存しました',
        offline: 'つながっていません。この端末に残してあります',
        failed: '保存できませんでした。この端末に残してあります',
      },
    },
    buttons: html`${button({ text: '紹介を公開する', tone: 'main' })}${button({ text: '下書きに残す', name: 'draft', value: 'yes' })}`,
    children: html`${hidden('once', 'a1')}${textField({ name: 'title', label: '本の名前', required: true, width: 24, example: '銀河鉄道の夜', value: '' }, words)}${textField(
      {
        name: 'pages',
        label: 'ページ数',
        hint: '半角でも全角でもかまいません。',
        inputmode: 'numeric',
        width: 4,
        unit: 'ページ',
        value: '三百',
        error: refused ? 'ページ数は数字で書いてください' : undefined,
      },
      words,
    )}${textArea({ name: 'review', label: 'どんな本ですか', hint: 'まだ読んでいない人に話すつもりで書いてください。', required: true, limit: 400, value: '夜の列車に乗って、\n星のあいだを旅する話です。' }, words)}${selectField(
      {
        name: 'shelf',
        label: 'たな',
        choices: [
          { value: 'tale', text: 'ものがたり' },
          { value: 'cook', text: '料理' },
        ],
        value: 'tale',
      },
      words,
    )}${radioGroup(
      {
        name: 'age',
        label: 'だれに読んでほしいですか',
        required: true,
        value: 'all',
        choices: [
          { value: 'all', text: 'だれにでも' },
          { value: 'child', text: '子ども', hint: '絵が多く、ひらがなで書かれた本' },
          { value: 'club', text: '会の人だけ', disabled: true, reason: '会に入ると選べます' },
        ],
      },
      words,
    )}${checkboxGroup(
      {
        name: 'mood',
        label: '読んだあとの気持ち',
        inline: true,
        values: ['calm'],
        choices: [
          { value: 'calm', text: 'しずか' },
          { value: 'fun', text: 'たのしい' },
          { value: 'sad', text: 'せつない' },
        ],
      },
      words,
    )}${fieldRow(
      textField({ name: 'from', label: '読みはじめた日', type: 'date', value: '2026-11-01' }, words),
      textField({ name: 'to', label: '読みおわった日', type: 'date' }, words),
    )}${fileField({ name: 'cover', label: '表紙の写真', hint: 'JPEG か PNG、10 MB まで。', accept: 'image/jpeg,image/png', kept: [{ href: '/covers/1', text: '表紙.jpg', removeName: 'remove-1', removeText: 'この写真をはずす' }] }, words)}${checkbox({ name: 'agree', label: '紹介をだれでも読めるようにします', required: true, error: refused ? '公開するには、ここに印をつけてください' : undefined }, words)}`,
  });

/** Forms and buttons. */
export const formSamples: readonly Sample[] = [
  {
    id: 'buttons',
    name: 'button, linkButton, actButton',
    show: () =>
      html`${buttons(
        button({ text: '紹介を公開する', tone: 'main' }),
        linkButton({ text: '紹介を読む', href: '/books', icon: 'book' }),
        linkButton({ text: '本をおくる', href: '/give', tone: 'support', icon: 'heart' }),
        button({ text: '消す', tone: 'danger', icon: 'trash' }),
        button({ text: '取り消す', tone: 'quiet' }),
        button({ text: '小さいボタン', small: true }),
        actButton({ text: 'しおりをはさむ', action: '/mark', fields: hidden('book', 1), icon: 'add' }),
      )}${buttons(button({ text: '予約する', tone: 'main', reason: '受付は 1月10日（日）からです' }), linkButton({ text: '会に入る', href: '/join', reason: 'もう入っています' }))}`,
  },
  {
    id: 'errors',
    name: 'errorSummary',
    own: true,
    show: () =>
      html`${errorSummary('書きなおすところが2つあります', [
        { field: 'pages', message: 'ページ数は数字で書いてください' },
        { field: 'agree', message: '公開するには、ここに印をつけてください' },
      ])}<h1>本を紹介する</h1>${fields(true)}`,
  },
  {
    id: 'fields',
    name: 'form, textField, textArea, selectField, radioGroup, checkboxGroup, fileField, checkbox',
    show: () => fields(false),
  },
  {
    id: 'filters',
    name: 'filters',
    show: () =>
      filters({
        action: '/books',
        label: '本をしぼりこむ',
        fields: html`${textField({ name: 'q', id: 'filter-q', label: 'ことば', plain: true, type: 'search' }, words)}${selectField({ name: 'kind', id: 'filter-kind', label: 'たな', plain: true, empty: 'すべて', choices: [{ value: 'cook', text: '料理' }] }, words)}`,
        more: {
          text: 'くわしい条件',
          fields: textField(
            { name: 'year', id: 'filter-year', label: '出た年', plain: true, inputmode: 'numeric', width: 4 },
            words,
          ),
        },
        submit: 'しぼりこむ',
        active: [
          { text: '料理', removeHref: '/books', removeText: '「料理」をはずす' },
          { text: '2026年', removeHref: '/books', removeText: '「2026年」をはずす' },
        ],
        reset: { href: '/books', text: 'すべてはずす' },
      }),
  },
  {
    id: 'confirm',
    name: 'confirmPanel',
    own: true,
    show: () =>
      confirmPanel({
        title: 'この紹介を取り下げますか',
        lead: '「銀河鉄道の夜」の紹介',
        consequences: ['本文は読めなくなります。', '題名と取り下げた理由は残ります。', 'コメントした4人に知らせます。'],
        action: '/books/1/withdraw',
        fields: textArea({ name: 'reason', id: 'withdraw-reason', label: '理由', required: true, rows: 3 }, words),
        confirm: { text: '紹介を取り下げる', tone: 'danger' },
        cancel: { href: '/books/1', text: 'やめる' },
      }),
  },
  {
    id: 'outcome',
    name: 'outcomePanel',
    own: true,
    show: () =>
      outcomePanel({
        title: '紹介を公開しました',
        lead: 'だれでも読めるようになりました。',
        reference: { label: '受付番号', value: '本-2026-0042' },
        nextTitle: 'このあと',
        next: [
          'コメントがつくと、メールでお知らせします。',
          '12月4日（金）の会で話します。',
          '会のあと、記録がここに残ります。',
        ],
        links: [
          { href: '/books/1', text: '紹介を見る' },
          { href: '/books', text: 'ほかの本を読む' },
        ],
      }),
  },
];
