// The gallery's maps and nets.

import { columnChart } from '../column-chart.ts';
import { html } from '../html.ts';
import { month } from '../month.ts';
import { network } from '../network.ts';
import { type MapFeature, type MapPoint, outlineMap, pointPicker } from '../outline-map.ts';
import { timeLine } from '../time-line.ts';
import type { Sample } from './index.ts';

const shore: readonly MapPoint[] = [
  [10, 20.1],
  [10.1, 20.9],
  [10.6, 21],
  [10.8, 20.5],
  [10.5, 20],
];
const island = {
  bounds: { south: 10, west: 20, north: 10.8, east: 21 },
  features: [
    { kind: 'border', closed: true, lines: [shore] },
    {
      kind: 'water',
      name: 'みずうみ',
      closed: false,
      lines: [
        [
          [10.2, 20.3],
          [10.4, 20.5],
          [10.6, 20.5],
        ],
      ],
    },
    { kind: 'landmark', name: '図書館', closed: false, lines: [[[10.55, 20.75]]] },
  ] satisfies MapFeature[],
};

/** Drawings that stand beside a list of the same. */
export const drawingSamples: readonly Sample[] = [
  {
    id: 'columns',
    name: 'columnChart',
    show: () =>
      columnChart({
        label: '本を借りた人の数、7日間。多い日は12人',
        columns: [4, 0, 7, 12, 9, 3, 5].map((value, day) => ({ text: `4月${day + 1}日`, value })),
      }),
  },
  {
    id: 'network',
    name: 'network',
    show: () =>
      network({
        label: 'だれがだれに本を貸しているかの図。3人、2本の線',
        nodes: [
          { id: 'a', name: 'とくさん', isCentre: true },
          { id: 'b', name: 'みずの' },
          { id: 'c', name: 'ことね' },
        ],
        ties: [
          ['a', 'b'],
          ['a', 'c'],
        ],
      }),
  },
  {
    id: 'dates',
    name: 'month, timeLine',
    show: () =>
      html`<div class="gallery-stack">${month({
        label: '2026年11月',
        weekdays: ['月', '火', '水', '木', '金', '土', '日'],
        days: Array.from({ length: 30 }, (_, at) => ({
          date: `2026-11-${String(at + 1).padStart(2, '0')}`,
          label: `11月${at + 1}日`,
          ...(at === 22 ? { isToday: true, isRest: true, note: '勤労感謝の日' } : {}),
          items: at % 9 === 4 ? [html`<a href="#dates">本の交換</a>`] : [],
        })),
      })}${timeLine([
        { text: '11月5日（木）', datetime: '2026-11-05', items: ['本の交換'] },
        { text: '11月14日（土）', datetime: '2026-11-14', items: ['読み聞かせ', '本の修理'] },
      ])}</div>`,
  },
  {
    id: 'maps',
    name: 'outlineMap, pointPicker',
    show: () =>
      html`<div class="gallery-stack">${outlineMap({
        ...island,
        label: '本のしまの地図。しおりが2つあります',
        marks: [
          { at: [10.5, 20.4], text: '1' },
          { at: [10.4, 20.3], text: '3', look: 1, link: { href: '#maps', label: 'しおり3' } },
          { at: [10.6, 20.6], text: '12', look: 'many' },
          { at: [10.45, 20.5], look: 'origin' },
          {
            at: [10.3, 20.7],
            text: '2',
            shape: [
              [10.25, 20.6],
              [10.25, 20.8],
              [10.4, 20.8],
              [10.4, 20.6],
            ],
          },
        ],
        note: ['見本のしま'],
      })}${pointPicker({
        ...island,
        label: '本のしまの地図',
        marks: [],
        latId: 'sample-lat',
        lngId: 'sample-lng',
        words: {
          choose: '場所を選ぶ',
          hint: '地図をおすか、矢印キーで動かします',
          clear: '消す',
          zoomIn: '大きく',
          zoomOut: '小さく',
          chosen: '選んだ場所：{lat}, {lng}',
        },
      })}</div>`,
  },
];
