/** What the platform is to be able to do, numbered like the policy document: the ids that code, tests and issues name. */

export interface Capability {
  id: string;
  /** the document's word, then English */
  name: string;
  /** one sentence: what somebody can do once it is there */
  about: string;
}

type Row = readonly [id: string, name: string, about: string];

const PRINCIPLES: readonly Row[] = [
  [
    'P1',
    '主語は「みんな」 Everybody is the subject',
    'Five kinds of actor on equal terms; people sign in and speak for themselves or for an organisation; one person, one vote.',
  ],
  [
    'P2',
    '挙手と応援 Hands and support',
    'Say what you want to do and what it needs; others answer with what they can give.',
  ],
  [
    'P3',
    '機能を分担 Shared functions',
    'Each function shows who runs it, by which rules, and invites others to take part.',
  ],
  [
    'P4',
    '開く Open by default',
    'What is public can be read without an account, linked, downloaded and followed as a feed; errors can be reported.',
  ],
  [
    'P5',
    '自主性・創造性 Self-chosen',
    'Nobody approves a word before it appears; moderation comes afterwards, with reasons.',
  ],
  [
    'P6',
    '信頼関係 Trust',
    'Every public act is an entry in an append-only journal that anybody can mirror and verify.',
  ],
  ['P7', '対等性 Equality', 'No hidden administrator: extraordinary acts are in the journal with their reason.'],
  [
    'P8',
    '地域資源・活力 Local resources',
    'People, skills, places and things offered anywhere are found in one place.',
  ],
  ['P9', '段階的に発展 In stages', 'Rules are data with versions and reasons; a town opens function by function.'],
  ['P10', '自己改革 Self-reform', "The city's duties have clocks that everybody sees."],
];

const INFORMATION: readonly Row[] = [
  ['F1.1', '集約・共有 Gather and share', 'One database of civic activity as list, map, calendar and timeline.'],
  ['F1.2', '提供・公開 Provide and publish', 'Everything public as open data with a catalogue.'],
  ['F1.3', '団体用のホームページ Homepages for groups', 'A site for each registered group.'],
  ['F1.4', '発表の場 A stage', 'Showcases with slots, programmes and registration.'],
  ['F1.5', '全国の拠点との網 Nationwide network', 'News exchanged with the centres of other towns.'],
  ['F1.6', '行政情報の透明化 A transparent city hall', 'Documents, minutes and budgets by subject, searchable.'],
  ['F1.7', '紙で読む人へ News on paper', 'The newsletter made from what is on the platform.'],
  ['F1.8', 'ボランティア募集 Volunteers wanted', 'Calls with tasks and dates, sign-up and certificates.'],
];

const PEOPLE_AND_ADVICE: readonly Row[] = [
  ['F2.1', '研修・勉強会 Study sessions', 'A group raises its hand to host one, others make it stand.'],
  ['F2.2', '体験やノウハウ Know-how', 'Experience written down, asked about and used again.'],
  ['F2.3', 'コーディネーターの活躍 Coordinators at work', 'Find a coordinator and ask for help.'],
  ['F2.4', 'コーディネーターになる Becoming a coordinator', 'Raise a hand, be supported, learn beside a mentor.'],
  ['F3.1', '気軽に相談 Ask at ease', 'Begin a consultation without account or name.'],
  ['F3.2', 'アドバイス Advice', 'A coordinator takes it, with a clock for the first answer.'],
  ['F3.3', '専門家の紹介 Referral', 'Passed on to an expert with consent.'],
  [
    'F3.4',
    'ひとつの答えを多くへ From one answer to many',
    'A closed consultation becomes a public answer, with consent.',
  ],
];

const MONEY_AND_PLACES: readonly Row[] = [
  ['F4.1', '支援の輪 The circle of support', 'Campaigns for a group or project, in money and in kind.'],
  ['F4.2', '市民基金 The civic fund', 'Every yen from the gift to the receipt of its use.'],
  ['F4.3', '公募 Open calls', 'One engine for subsidies and grants.'],
  ['F4.4', 'みんなで決める Decided by everybody', 'Residents vote, a published rule computes the result.'],
  ['F4.5', '協定・契約 Agreements and contracts', 'From the award to the settlement.'],
  ['F4.6', '選挙と寄付 Elections and giving', 'Givers declare what the law asks of them.'],
  ['F4.7', '公募の割合 The share openly called', 'How much of the subsidies is openly called.'],
  ['F5.1', '部屋 Rooms', 'Rooms booked by the hour or session.'],
  ['F5.2', '抽選 Fair shares', 'A lottery anybody can compute again.'],
  ['F5.3', '備品等の保管 Keeping things', 'Lockers, shelves and equipment to lend.'],
  ['F5.4', '拠点 Hubs', 'Every open door in town and who is there.'],
];

const TOGETHER: readonly Row[] = [
  ['F6.1', '交流の機会 Chances to meet', 'Gatherings, and a board of needs and offers.'],
  ['F6.2', 'つながり Matching', 'Suggestions with their reasons.'],
  ['F6.3', 'ジョイントベンチャー Joint ventures', 'Businesses and groups undertake something together.'],
  ['F7.1', '意思表明的な登録 Declaring', 'A group registers by saying who it is and what it intends.'],
  ['F7.2', '登録の更新 Kept alive', 'Confirmed or changed once a year.'],
  ['F7.3', '交流のツール A tool for exchange', 'Groups find and write to one another.'],
  ['F7.4', '疑問 Doubt', 'Public questions about a registration.'],
  ['F7.5', '引き継ぎ Brought in', "A town's present list imported whole or not at all."],
  ['F7.6', '表明と資格 Declaration and eligibility', 'What a call requires is a dated fact, checked apart.'],
  ['F7.7', '一年の活動 The year', 'Reports of activity and accounts.'],
  ['F8.1', '市民事業 Citizen projects', 'Projects by citizens themselves, from plan to result.'],
  ['F8.2', '協働事業 Collaborative projects', 'Done by groups and the city together.'],
  ['F8.3', '公開の場での表明 Presenting in public', 'Presentations with questions and comments.'],
  ['F8.4', 'ルール（協定・契約） The rules', 'Agreed clause by clause before work begins.'],
  ['F8.5', '内容と結果の公開 Content and results', 'Progress, spending and results in public.'],
  ['F8.6', 'ふりかえりシート Looking back', 'Both sides answer apart, opened at the same moment.'],
];

const PARTICIPATION: readonly Row[] = [
  [
    'F9.1',
    '市民提案 Proposals',
    'Anybody proposes a plan or project to the city; every version is kept, withdrawing leaves its reason.',
  ],
  ['F9.2', '公開の場 The open debate', 'Opinions, votes, questions, explanations and positions on each proposal.'],
  ['F9.3', '意見の分布図 The opinion map', 'Who agrees with whom, drawn from the votes.'],
  ['F9.4', '年4回程度の回 The round', 'Seven stages that move by the clock, four times a fiscal year.'],
  [
    'F9.5',
    '市民提案意見書 The opinion statement',
    'Volunteers write what was said, every opinion cited or annexed, its author may object.',
  ],
  [
    'F9.6',
    '提案書の公表と提出 The proposal document',
    'Proposals and statement published with number and hash, and handed to the city.',
  ],
  [
    'F9.7',
    '市の回答 The answer',
    'One of seven answers to every proposal and point, with reason, division, dates and a public clock.',
  ],
  [
    'F9.8',
    '反映結果と説明責任 Reflection',
    'What became of each answer, step by step with evidence, traced both ways.',
  ],
  ['F9.9', '早期の参加 Early participation', 'Plans in preparation, opened while much can still change.'],
];

const CITY_AND_CENTRE: readonly Row[] = [
  ['F10.1', '行政評価 Evaluation', 'A sheet per programme with aims, costs and figures.'],
  ['F10.2', '公開・公表の徹底 Publishing thoroughly', 'What must be published, by whom, by when.'],
  ['F10.3', '施策の体系化 Policies in order', 'The tree of policies, each with the proposals and answers behind it.'],
  ['F10.4', '協働事業の推進 Collaboration promoted', "The city's own offers, and figures."],
  ['F10.5', '自己改革 Commitments', 'What the city promised and how far it is.'],
  ['C1', '窓口の画面 One desk screen', 'Today at a glance for whoever is on duty.'],
  ['C2', 'シフト Duty roster', 'Shifts, swaps and gaps.'],
  ['C3', '日報・引き継ぎ Log and handover', 'Visitors, events and open points of the day.'],
  ['C4', '市民自らが担う Run by citizens', 'Meetings, decisions, tasks and budget of the centre.'],
  ['C5', '入りやすさ Getting in', 'Ways in for people without a device.'],
  ['C6', '使う人たちを想定した場 Made with its users', 'What visitors ask first.'],
];

const EVERYWHERE: readonly Row[] = [
  [
    'X1',
    'アカウント Accounts',
    'Sign up and in by password, passkey or another provider, with a second step; see and end sessions.',
  ],
  ['X2', '確認の段階 Levels', "Which act needs which confirmation, by the town's rule."],
  ['X3', 'お知らせ Notifications', 'Letters, digests and feeds.'],
  ['X4', 'モデレーション Moderation', 'Report, hide with reason, appeal, public figures.'],
  ['X5', 'ことば Languages', 'Japanese, easy Japanese and English, complete.'],
  ['X6', 'アクセシビリティ Accessibility', 'WCAG 2.2 AA, without JavaScript, 320 pixels wide, on paper.'],
  ['X7', '検索 Search', 'One box over everything public.'],
  ['X8', 'APIとデータ API and data', 'REST for everything a page can do.'],
  ['X9', '紙と代理 Paper and proxy', 'Forms printed, filled in by hand and entered.'],
  ['X10', 'ファイル Files', 'Uploads checked, stripped and sized.'],
  ['X11', '多くのまち Many hubs', 'One deployment for many towns; no query crosses from one to another.'],
  ['X12', '運用 Operations', 'One command, or any number of processes; health, metrics, logs, migrations.'],
  [
    'X13',
    '名前・未成年・メールのない人 Names, minors, people without e-mail',
    'Nicknames by default, and what becomes a public record is said before.',
  ],
];

/** In the order of the document, principles first. */
export const CAPABILITIES: readonly Capability[] = [
  ...PRINCIPLES,
  ...INFORMATION,
  ...PEOPLE_AND_ADVICE,
  ...MONEY_AND_PLACES,
  ...TOGETHER,
  ...PARTICIPATION,
  ...CITY_AND_CENTRE,
  ...EVERYWHERE,
].map(([id, name, about]) => ({ id, name, about }));
