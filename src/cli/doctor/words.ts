/** X12: the doctor's sentences: what is so, and where something is wrong, what to do. Japanese or English, by the terminal. */
import type { CheckName, Finding } from './finding.ts';
import { en } from './words.en.ts';

type Values = Finding['with'];
export type Sentences = Record<CheckName, Record<Finding['state'], (v: Values) => string>>;

export interface DoctorWords {
  usage: string;
  sentence(finding: Finding): string;
  healthy: string;
  ailing(count: number): string;
}

const none = () => '';

const ja: Sentences = {
  database: {
    well: none,
    note: (v) => `データベース：${v.folder} にはまだまちがありません。./minna start で始まります。`,
    ill: (v) =>
      v.folder
        ? `データベース：${v.address} ではまちが動いていますが、${v.folder} にはデータベースがありません。まちと同じ環境（DATABASE_URL）と --data でもう一度実行してください。`
        : v.said
          ? `データベース：${v.said}`
          : `データベースにつながりません：${v.why}。DATABASE_URL と、サーバーが動いているか、こみすぎていないかを確かめてください。`,
  },
  server: {
    well: (v) => `データベース：PostgreSQL ${v.version}、${v.encoding}`,
    note: none,
    ill: (v) => `データベース：PostgreSQL ${v.version}（${v.encoding}）は使えません。15以降、UTF8 が要ります。`,
  },
  'app-role': {
    well: (v) => `役割：ページと作業は ${v.name} として動きます。`,
    note: none,
    ill: (v) =>
      `役割：${v.name} は、すべてのまちの行が見えてしまいます。ALTER ROLE ${v.name} NOSUPERUSER NOBYPASSRLS を実行してください。`,
  },
  'town-walls': {
    well: (v) => `まちの壁：${v.count} の表すべてが、まちごとに閉じています。`,
    note: none,
    ill: (v) =>
      `まちの壁：閉じていない表があります（${v.tables}）。止めて、ENABLE と FORCE ROW LEVEL SECURITY を確かめてください。`,
  },
  migrations: {
    well: (v) => `表の版：いちばん新しいです（${v.latest}）。`,
    note: none,
    ill: (v) =>
      v.changed
        ? `表の版：${v.changed} が、当てたあとに書きかえられています。Minnaの入れ方を確かめてください。`
        : `表の版：あと ${v.missing} つ。./minna migrate を実行してください。`,
  },
  indexes: {
    well: () => '索引：すべて使えます。',
    note: none,
    ill: (v) => `索引：作りかけです（${v.names}）。REINDEX INDEX CONCURRENTLY で作り直してください。`,
  },
  clock: {
    well: (v) => `時計：データベースとの差は ${v.seconds} 秒です。`,
    note: none,
    ill: (v) =>
      `時計：データベースと ${v.seconds} 秒ずれています。しめきりがくるいます。両方の時刻合わせ（NTP）を確かめてください。`,
  },
  listening: {
    well: () => '知らせ：変わったことがすぐに伝わります。',
    note: none,
    ill: () =>
      '知らせ：LISTEN が届きません。DATABASE_URL は、プーラーを通さずにサーバーへつないでください（プーラーは MINNA_DATABASE_APP_URL に）。',
  },
  replica: {
    well: (v) => `写しのデータベース：追いついています（${v.milliseconds} ミリ秒）。`,
    note: none,
    ill: (v) =>
      v.why === 'away'
        ? `写しのデータベースにつながりません（${v.error}）。読むのはすべて元のデータベースからです。MINNA_DATABASE_READ_URL を確かめてください。`
        : v.why === 'behind'
          ? `写しのデータベースが ${v.seconds} 秒より遅れているので、使われていません。写しの負荷と、元とのあいだの回線を確かめてください。`
          : v.why === 'unbound'
            ? '写しのデータベース：この利用者には、すべてのまちの行が見えてしまうので、使いません。MINNA_DATABASE_READ_URL を確かめてください。'
            : '写しのデータベース：MINNA_DATABASE_READ_URL の先は、このデータベースの写し（ストリーミングレプリカ）ではありません。',
  },
  'time-zone': {
    well: () => '暦：東京の日付で数えます。',
    note: none,
    ill: () => '暦：東京の日付が数えられません。Node.js に完全な ICU が要ります。',
  },
  disk: {
    well: (v) => `ディスク：${v.folder} に ${v.megabytes} MB 空いています。`,
    note: none,
    ill: (v) =>
      v.writable
        ? `ディスク：${v.folder} の空きは ${v.megabytes} MB だけです。512 MB を切ると、書きこみを受けつけません。空けてください。`
        : `ディスク：${v.folder} に書けません。持ち主を確かめてください。`,
  },
  keys: {
    well: (v) => `鍵：${v.name}（${v.path}）`,
    note: (v) => `鍵：${v.name} のファイルはありません（${v.path}）。`,
    ill: (v) =>
      v.why === 'missing'
        ? `鍵：${v.name} のファイルがありません（${v.path}）。このまちはもう鍵を使っています。ほかのプロセスかバックアップから写すか、--data と変数を確かめてください。`
        : v.why === 'unreadable'
          ? `鍵：${v.path} を、この利用者では読めません。Minnaを動かす利用者のものにしてください（chown）。`
          : `鍵：${v.path} をほかの人も読めます（${v.mode}）。chmod 600 ${v.path}`,
  },
  journal: {
    well: (v) => `記録：${v.origin} の ${v.size} 件は正しいです。`,
    note: (v) => `記録：${v.hub} にはまだありません。`,
    ill: (v) => `記録：${v.origin} が合いません（${v.why}）。動かすのを止めて、バックアップと写しを調べてください。`,
  },
  files: {
    well: () => 'ファイル：置き場につながります。',
    note: none,
    ill: (v) => `ファイル：置き場につながりません（${v.why}）。MINNA_S3_… か、データフォルダーを確かめてください。`,
  },
  mail: {
    well: (v) => `メール：${v.server} につながります。`,
    note: (v) => `メール：${v.missing} がないので、手紙は出ません。`,
    ill: (v) => `メール：${v.server} につながりません（${v.why}）。MINNA_SMTP_URL を確かめてください。`,
  },
  letters: {
    well: () => '手紙：1時間より長く待っているものはありません。',
    note: (v) => `手紙：メールサーバーを待っているもの ${v.count} 通。`,
    ill: (v) => `手紙：${v.count} 通が1時間より長く待っています。メールサーバーと作業役を確かめてください。`,
  },
  workers: {
    well: (v) => `作業役：${v.count} つ動いています。`,
    note: () =>
      '作業役：いま動いているものはありません。まちが動いているはずなら、./minna start か --role worker を確かめてください。',
    ill: () =>
      '作業役：ページは答えますが、作業役が動いていません。手紙は出ず、しめきりも進みません。./minna start --role worker を始めてください。',
  },
  jobs: {
    well: () => '作業：たまっていません。',
    note: none,
    ill: (v) =>
      `作業：${v.minutes} 分より遅れているもの ${v.late}、あきらめたもの ${v.given}。ログの「job」を見てください。`,
  },
  web: {
    well: (v) => `ページ：${v.address} が答えます。`,
    note: (v) => `ページ：${v.address} では何も動いていません。`,
    ill: (v) => `ページ：${v.address} はまだ使えません：${v.said}`,
  },
  address: {
    well: (v) => `住所：${v.origin} はこのまちにつながっています。`,
    note: (v) => `住所：${v.origin}。ほかの機械からは開けません。公開するときは MINNA_ORIGIN を決めてください。`,
    ill: (v) =>
      v.why
        ? `住所：${v.origin} では、このまちが答えません（${v.why}）。名前（DNS）と証明書、プロキシが Host を渡しているか、MINNA_ORIGIN を確かめてください。`
        : `住所：${v.origin} では、別のものが答えます。名前（DNS）、プロキシの行き先、MINNA_ORIGIN を確かめてください。`,
  },
};

const wordsOf = (sentences: Sentences, rest: Omit<DoctorWords, 'sentence'>): DoctorWords => ({
  ...rest,
  sentence: ({ check, state, with: values }) => sentences[check][state](values),
});

/** Japanese if the terminal's locale is, else English. */
export function doctorWords(environment: Record<string, string | undefined>): DoctorWords {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return locale.startsWith('ja')
    ? wordsOf(ja, {
        usage:
          '使い方：./minna doctor [--data フォルダー] [--port 番号]\n終了コード  0 よい  1 直すところがある  2 使い方のまちがい',
        healthy: '直すところはありません。',
        ailing: (count) => `直すところが ${count} つあります。`,
      })
    : wordsOf(en, {
        usage:
          'Usage: ./minna doctor [--data DIR] [--port N]\nExit code  0 well  1 something is to be mended  2 wrong usage',
        healthy: 'Nothing is to be mended.',
        ailing: (count) => `To be mended: ${count}.`,
      });
}
