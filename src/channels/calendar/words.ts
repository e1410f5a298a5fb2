import { wordSet } from '#kernel/words.ts';

export const words = wordSet({
  ja: {
    all: (hub: string) => `${hub} みんなの日程`,
    own: (hub: string) => `${hub} 見守っているものの日程`,
    subscription: {
      back: '一覧',
      title: 'カレンダーに入れる',
      lead: 'いちど登録すると、日程がふえたり変わったりしたとき、あなたのカレンダーも自動で新しくなります。',
      phone: 'iPhone・iPad・Mac',
      phoneText: 'ボタンを押して、出てきた画面で「照会」または「登録」をえらびます。',
      subscribe: 'カレンダーに登録する',
      address: 'Android・Windows・Googleカレンダー',
      addressLead: 'つぎのアドレスをコピーして、カレンダーに貼りつけます。',
      copy: 'アドレスをコピー',
      copied: 'コピーしました',
      programs: [
        'Googleカレンダー：パソコンで開き、「他のカレンダー」の「＋」→「URLで追加」に貼りつけます。スマートフォンにも数時間のうちに出ます。',
        'Outlook：予定表を開き、「予定表を追加」→「Webから登録」に貼りつけます。',
      ],
      once: 'いちどだけ入れる',
      onceText: 'いまの日程をファイルで受けとります。あとで変わっても、入れたものは変わりません。',
      file: '日程のファイル（iCalendar）',
    },
  },
  easy: {
    all: (hub: string) => `${hub} みんなの 予定（よてい）`,
    own: (hub: string) => `${hub} 見守（みまも）って いる ものの 予定（よてい）`,
    subscription: {
      back: '一覧（いちらん）',
      title: 'カレンダーに 入（い）れる',
      lead: '1回（かい） 登録（とうろく）します。予定（よてい）が 変（か）わると、あなたの カレンダーも 変（か）わります。',
      phone: 'iPhone・iPad・Mac',
      phoneText: 'ボタンを おして、「照会（しょうかい）」か「登録（とうろく）」を えらびます。',
      subscribe: 'カレンダーに 登録（とうろく）する',
      address: 'Android・Windows・Googleカレンダー',
      addressLead: '下（した）の アドレスを コピーして、カレンダーに 入（い）れます。',
      copy: 'アドレスを コピーする',
      copied: 'コピーしました',
      programs: [
        'Googleカレンダー：パソコンで 開（ひら）きます。「他（ほか）の カレンダー」の「＋」→「URLで 追加（ついか）」に 入（い）れます。',
        'Outlook：予定表（よていひょう）を 開（ひら）きます。「予定表（よていひょう）を 追加（ついか）」→「Webから 登録（とうろく）」に 入（い）れます。',
      ],
      once: '1回（かい）だけ 入（い）れる',
      onceText:
        '今（いま）の 予定（よてい）の ファイルです。あとで 変（か）わっても、カレンダーは 変（か）わりません。',
      file: '予定（よてい）の ファイル（iCalendar）',
    },
  },
  en: {
    all: (hub: string) => `${hub}: everybody’s dates`,
    own: (hub: string) => `${hub}: dates of what I follow`,
    subscription: {
      back: 'The list',
      title: 'Put into a calendar',
      lead: 'Subscribe once, and your calendar follows: new dates appear in it, changed dates change.',
      phone: 'iPhone, iPad, Mac',
      phoneText: 'Press the button and choose “Subscribe” on the screen that opens.',
      subscribe: 'Subscribe in the calendar',
      address: 'Android, Windows, Google Calendar',
      addressLead: 'Copy this address and paste it into your calendar.',
      copy: 'Copy the address',
      copied: 'Copied',
      programs: [
        'Google Calendar: open it on a computer, press “+” beside “Other calendars”, choose “From URL” and paste. Your phone shows it within a few hours.',
        'Outlook: open the calendar, choose “Add calendar”, then “Subscribe from web”, and paste.',
      ],
      once: 'Only once',
      onceText: 'A file of the dates as they are now. What changes later does not change in your calendar.',
      file: 'File of the dates (iCalendar)',
    },
  },
});
