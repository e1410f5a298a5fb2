// F9.1, F9.4: discussions 26 to 50 of the demo town. The file of a discussion is named `NN-key.ts` by this list.

import { type PlannedDiscussion, row } from './plan-row.ts';

export const planMore: PlannedDiscussion[] = [
  row('26', 'school-toilets', 'settled', 'project', 'hoken', '1-1-3', '学校のトイレを洋式に'),
  row('27', 'hydrant-space', 'settled', 'project', 'tetsu', '2-2-2', '消火栓のまわりの雪と自転車'),
  row('28', 'grandparent-passes', 'settled', 'project', 'sato', '1-1-1', '祖父母の送迎に駐車場を10分'),
  row('29', 'night-clinic', 'settled', 'project', 'akane', '1-3-1', '夜間・休日の急患の当番をわかりやすく'),
  row('30', 'old-school', 'settled', 'plan', 'shoji', '3-2-1', '閉校した分校の校舎を地域で使う'),
  row('31', 'farm-water', 'answering', 'project', 'yousui', '2-4-2', '農業用水路の草と安全'),
  row('32', 'child-consult', 'answering', 'project', 'shakyo', '1-1-1', '子どもの相談を学校の外でも'),
  row('33', 'garbage-hours', 'answering', 'project', 'handle', '2-4-1', 'ごみを出せる時間と見守り'),
  row('34', 'hinata-coin', 'checking', 'project', 'shinkin', '3-2-2', '商店街の地域通貨をためす'),
  row('35', 'dog-run', 'checking', 'project', 'nagai', '2-3-1', '川原にドッグラン'),
  row('36', 'birth-support', 'checking', 'project', 'kodachi', '1-3-1', '産後の家に手伝いを'),
  row('37', 'bilingual-signs', 'checking', 'project', 'paula', '1-2-2', '道と避難所の案内を3つのことばで'),
  row('38', 'solar-roof', 'debating', 'project', 'hikari', '2-4-1', '市の建物の屋根に市民の太陽光'),
  row('39', 'free-lunch', 'debating', 'plan', 'mikan', '1-1-2', '給食費をどこまで市が持つか'),
  row('40', 'hill-slope', 'debating', 'project', 'danchi', '2-1-2', '緑ヶ丘の坂に手すりとベンチ'),
  row('41', 'river-swim', 'debating', 'project', 'kawara', '2-3-2', '川で泳げる日をつくる'),
  row('42', 'evening-library', 'debating', 'project', 'rei', '3-1-1', '図書館の夜と静けさ'),
  row('43', 'shared-cars', 'debating', 'project', 'toma', '2-1-1', '団地で車を分けあう'),
  row('44', 'graves', 'debating', 'plan', 'osho', '1-3-2', '合葬墓と墓じまいの相談'),
  row('45', 'gender-classroom', 'debating', 'plan', 'hikaru', '1-1-3', '制服を選べるように'),
  row('46', 'flood-map', 'collecting', 'project', 'sena', '2-2-2', '中学生がつくる浸水の地図'),
  row('47', 'morning-radio', 'collecting', 'project', 'tami', '1-3-1', '朝の公園の体操を全地区で'),
  row('48', 'repair-cafe', 'collecting', 'project', 'naosu', '2-3-2', '直して使う日'),
  row('49', 'carers-leave', 'collecting', 'project', 'hitoyasumi', '1-3-2', '介護する人の休む場所'),
  row('50', 'data-walk', 'collecting', 'project', 'natsu', '3-2-1', '市のデータを歩いて確かめる会'),
];
