/** X12: the doctor's sentences: what is so, and where something is wrong, what to do. Japanese or English, by the terminal. */
import type { CheckName, Finding } from './finding.ts';

type Values = Finding['with'];
type Sentences = Record<CheckName, Record<Finding['state'], (v: Values) => string>>;

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
    ill: (v) => `データベースにつながりません：${v.why}。DATABASE_URL と、サーバーが動いているかを確かめてください。`,
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
    ill: none,
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
};

const en: Sentences = {
  database: {
    well: none,
    note: (v) => `Database: there is no town in ${v.folder} yet; ./minna start makes one.`,
    ill: (v) => `The database does not answer: ${v.why}. Look at DATABASE_URL, and whether the server runs.`,
  },
  server: {
    well: (v) => `Database: PostgreSQL ${v.version}, ${v.encoding}`,
    note: none,
    ill: (v) => `Database: PostgreSQL ${v.version} (${v.encoding}) can't be used; 15 or later with UTF8 is needed.`,
  },
  'app-role': {
    well: (v) => `Role: pages and jobs run as ${v.name}.`,
    note: none,
    ill: (v) => `Role: ${v.name} would see every town's rows. Run ALTER ROLE ${v.name} NOSUPERUSER NOBYPASSRLS.`,
  },
  'town-walls': {
    well: (v) => `Walls: all ${v.count} tables are closed between towns.`,
    note: none,
    ill: (v) =>
      `Walls: tables that are open between towns: ${v.tables}. Stop, and look at ENABLE and FORCE ROW LEVEL SECURITY.`,
  },
  migrations: {
    well: (v) => `Tables: up to date (${v.latest}).`,
    note: none,
    ill: (v) =>
      v.changed
        ? `Tables: ${v.changed} was changed after it was applied. Look at how this Minna was installed.`
        : `Tables: ${v.missing} migrations are missing. Run ./minna migrate.`,
  },
  indexes: {
    well: () => 'Indexes: all can be used.',
    note: none,
    ill: (v) => `Indexes: unfinished: ${v.names}. Build them again with REINDEX INDEX CONCURRENTLY.`,
  },
  clock: {
    well: (v) => `Clock: ${v.seconds} s from the database's.`,
    note: none,
    ill: (v) =>
      `Clock: ${v.seconds} s from the database's; deadlines end at the wrong moment. Look at time synchronisation (NTP) on both machines.`,
  },
  listening: {
    well: () => 'Changes: heard at once.',
    note: none,
    ill: () =>
      'Changes: LISTEN hears nothing. DATABASE_URL must lead to the server itself, not through a pooler (that belongs into MINNA_DATABASE_APP_URL).',
  },
  replica: {
    well: (v) => `Replica: even with the primary within ${v.milliseconds} ms.`,
    note: none,
    ill: (v) =>
      v.why === 'away'
        ? `Replica: it does not answer (${v.error}); everything is read from the primary. Look at MINNA_DATABASE_READ_URL.`
        : v.why === 'behind'
          ? `Replica: more than ${v.seconds} s behind, so nothing is read from it. Look at its load, and at the line to the primary.`
          : v.why === 'unbound'
            ? "Replica: its user would see every town's rows, so it isn't used. Look at MINNA_DATABASE_READ_URL."
            : 'Replica: MINNA_DATABASE_READ_URL does not lead to a streaming replica of this database.',
  },
  'time-zone': {
    well: () => 'Calendar: days are those of Tokyo.',
    note: none,
    ill: () => "Calendar: days of Tokyo can't be counted. Node.js needs its full ICU.",
  },
  disk: {
    well: (v) => `Disk: ${v.megabytes} MB free in ${v.folder}.`,
    note: none,
    ill: (v) =>
      v.writable
        ? `Disk: only ${v.megabytes} MB free in ${v.folder}. Below 512 MB nothing more is accepted: make room.`
        : `Disk: ${v.folder} can't be written. Look at who owns it.`,
  },
  keys: {
    well: (v) => `Key: ${v.name} (${v.path})`,
    note: (v) => `Key: there is no file for ${v.name} (${v.path}).`,
    ill: (v) =>
      v.why === 'missing'
        ? `Key: there is no file for ${v.name} (${v.path}), and the town uses its key. Copy it there from the other processes or a backup, or look at --data and the variables.`
        : v.why === 'unreadable'
          ? `Key: this user can't read ${v.path}. Make it the property of the user Minna runs as (chown).`
          : `Key: others may read ${v.path} (${v.mode}). chmod 600 ${v.path}`,
  },
  journal: {
    well: (v) => `Journal: the ${v.size} entries of ${v.origin} hold.`,
    note: (v) => `Journal: ${v.hub} has none yet.`,
    ill: (v) => `Journal: ${v.origin} does not hold (${v.why}). Stop, and look at backups and mirrors.`,
  },
  files: {
    well: () => 'Files: the store answers.',
    note: none,
    ill: (v) => `Files: the store does not answer (${v.why}). Look at MINNA_S3_…, or at the data folder.`,
  },
  mail: {
    well: (v) => `Mail: ${v.server} answers.`,
    note: (v) => `Mail: no letter leaves without ${v.missing}.`,
    ill: (v) => `Mail: ${v.server} does not answer (${v.why}). Look at MINNA_SMTP_URL.`,
  },
  letters: {
    well: () => 'Letters: none waits longer than an hour.',
    note: (v) => `Letters: ${v.count} wait for a mail server.`,
    ill: (v) => `Letters: ${v.count} wait longer than an hour. Look at the mail server and the worker.`,
  },
  workers: {
    well: (v) => `Workers: ${v.count} at work.`,
    note: () => 'Workers: none is at work now. If the town should run, look at ./minna start, or --role worker.',
    ill: none,
  },
  jobs: {
    well: () => 'Jobs: none is late.',
    note: none,
    ill: (v) => `Jobs: later than ${v.minutes} minutes ${v.late}, given up ${v.given}. Look for "job" in the logs.`,
  },
  web: {
    well: (v) => `Pages: ${v.address} answers.`,
    note: (v) => `Pages: nothing runs at ${v.address}.`,
    ill: (v) => `Pages: ${v.address} is not ready: ${v.said}`,
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
