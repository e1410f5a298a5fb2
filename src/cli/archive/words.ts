/** X12: what backup and restore say to whoever sits at the terminal, in Japanese or English by its locale. */
import type { BadArchive } from './archive-reading.ts';
import type { BackupReport } from './backup.ts';
import type { RestoreRefusal, RestoreReport } from './restore.ts';

export interface ArchiveWords {
  backupUsage: string;
  restoreUsage: string;
  shortPassphrase(least: number): string;
  exists(file: string): string;
  unsealed: string;
  made(file: string, report: BackupReport): string;
  gone(count: number): string;
  bad: Record<BadArchive, string>;
  refused: Record<RestoreRefusal, (at: string) => string>;
  whole(made: string, hubs: number, postgres: string): string;
  restored(report: RestoreReport): string;
  journalHolds(origin: string, size: number): string;
  journalBroken(origin: string): string;
  journalEmpty(hub: string): string;
  noSecret: string;
  next: string;
  leaversAgain: string;
}

const number = (value: number) => value.toLocaleString('en-US');

const ja: ArchiveWords = {
  backupUsage: `使い方
  ./minna backup ファイル [--passphrase-file ファイル] [--data フォルダー]

  データベース、添付ファイル、鍵を1つのファイルにまとめます。まちは動いたままでかまいません。
  --passphrase-file  合いことばの入ったファイル（MINNA_BACKUP_PASSPHRASE でも渡せます）。全体を暗号化します。鍵が入るのは、このときだけです`,
  restoreUsage: `使い方
  ./minna restore ファイル [--check] [--continue-journal | --new-key] [--checkpoint 場所] [--passphrase-file ファイル] [--data フォルダー]

  空の環境に戻します。
  --check             調べるだけで、戻しません
  --continue-journal  このファイルを作ったあとに何も公開していないとき（引っこしなど）。記録をそのまま続けます
  --new-key           記録の鍵をなくしたとき。新しい鍵で始めます
  --checkpoint        公開された中でいちばん新しいチェックポイント（ファイル、写しのフォルダー、アドレス）。何度でも書けます
  どちらもなければ、記録は前の記録をうけついで新しい名前で始まります`,
  shortPassphrase: (least) => `合いことばは${least}文字以上にしてください。`,
  exists: (file) => `${file} はもうあります。上書きはしません。`,
  unsealed:
    '合いことばがないので暗号化していません。鍵（journal.key など）は入っていません。別に、安全なところで保管してください。',
  made: (file, { hubs, rows, files, bytes, keys, sha256 }) =>
    `${file} を作りました：まち ${hubs}、行 ${number(rows)}、ファイル ${number(files)}、鍵 ${keys}（${number(bytes)} バイト）\nSHA-256 ${sha256}`,
  gone: (count) => `置き場になかったファイル：${number(count)}件（作っている間に消されたか、失われています）`,
  bad: {
    sealed: 'このファイルは暗号化されています。--passphrase-file で合いことばを渡してください。',
    passphrase: '合いことばがちがいます。',
    'not-whole': 'ファイルが途中で切れているか、こわれています。何も戻していません。',
    altered: 'ファイルの中身が、作られたときとちがいます。何も戻していません。',
    'not-ours': 'これは ./minna backup のファイルではありません。',
    'too-new': 'これは、もっと新しいMinnaのファイルです。先にMinnaを新しくしてください。',
  },
  refused: {
    'not-empty': (at) =>
      `データベースが空ではありません（${at}）。空のデータベースか、別の --data フォルダーを使ってください。`,
    'archive-newer': (at) =>
      `このファイルは、もっと新しいMinnaで作られました（${at}）。先にMinnaを新しくしてください。`,
    'target-newer': () =>
      'データベースの表が、ファイルより新しくなっています。何も入れていない、新しいデータベースを使ってください。',
    'other-history': (at) => `このMinnaの表の歴史は、ファイルのものとちがいます（${at}）。`,
    'key-differs': (at) =>
      `${at} に別の鍵があります。上書きはしません。要らないものなら、どけてからもう一度試してください。`,
    'no-key': (at) =>
      `このファイルに記録の鍵は入っていません。保管してある journal.key を ${at} に置いてください。なくしたときは --new-key で、新しい鍵で始められます。`,
    'not-a-backup': () => 'これは1つのまちのファイルです。./minna hub import を使ってください。',
  },
  whole: (made, hubs, postgres) => `ファイルは完全です（${made} 作成、まち ${hubs}、PostgreSQL ${postgres}）。`,
  restored: ({ rows, files, keys }) => `戻しました：行 ${number(rows)}、ファイル ${number(files)}、鍵 ${keys}`,
  journalHolds: (origin, size) => `✓ 記録は正しいです（${origin}、${number(size)}件）。`,
  journalBroken: (origin) => `✗ 記録が合いません（${origin}）。始めないで、./minna doctor で調べてください。`,
  journalEmpty: (hub) => `– ${hub}：記録はまだありません。`,
  noSecret:
    '秘密（secret）がありません。始める前に、保管してあるものをデータフォルダーに置くか、MINNA_SECRET に入れてください。ないと、二段階認証などが使えなくなります。',
  next: '次に：./minna start',
  leaversAgain: 'このファイルを作ったあとにやめた人のデータも戻っています。もう一度消してください。',
};

const en: ArchiveWords = {
  backupUsage: `Usage
  ./minna backup FILE [--passphrase-file FILE] [--data DIR]

  Database, attached files and keys as one file. The town may run on meanwhile.
  --passphrase-file  a file with a passphrase (or MINNA_BACKUP_PASSPHRASE): seals all of it. Only then the keys are in it`,
  restoreUsage: `Usage
  ./minna restore FILE [--check] [--continue-journal | --new-key] [--checkpoint PLACE] [--passphrase-file FILE] [--data DIR]

  Brings an archive back into an empty deployment.
  --check             only checks the file
  --continue-journal  nothing was published after the archive was made (a move): the journal goes on
  --new-key           the journal's key is lost: begin with a new one
  --checkpoint        the newest published checkpoint anybody has (a file, a mirror's folder, an address); may be repeated
  Without either the journal begins anew under the next name, with the last known head as its first entry`,
  shortPassphrase: (least) => `The passphrase needs at least ${least} characters.`,
  exists: (file) => `${file} exists; nothing is written over.`,
  unsealed:
    'No passphrase: not encrypted, and the keys (journal.key …) are not in it. Keep them elsewhere, in a safe place.',
  made: (file, { hubs, rows, files, bytes, keys, sha256 }) =>
    `${file} is made: towns ${hubs}, rows ${number(rows)}, files ${number(files)}, keys ${keys} (${number(bytes)} bytes)\nSHA-256 ${sha256}`,
  gone: (count) => `Files that were not in the store: ${number(count)} (erased meanwhile, or lost)`,
  bad: {
    sealed: 'This archive is encrypted. Give its passphrase with --passphrase-file.',
    passphrase: 'The passphrase is wrong.',
    'not-whole': 'The file is cut off or spoilt. Nothing was restored.',
    altered: 'The file is not what was written. Nothing was restored.',
    'not-ours': 'This is not a file of ./minna backup.',
    'too-new': 'This file is of a later Minna. Upgrade Minna first.',
  },
  refused: {
    'not-empty': (at) => `The database is not empty (${at}). Use an empty database, or another folder with --data.`,
    'archive-newer': (at) => `The archive was made by a later Minna (${at}). Upgrade Minna first.`,
    'target-newer': () => 'The tables of this database are newer than the archive. Use a database nothing was done to.',
    'other-history': (at) => `The tables of this Minna came about in another way than the archive's (${at}).`,
    'key-differs': (at) =>
      `There is another key at ${at}; it is not written over. If nobody needs it, move it away and try again.`,
    'no-key': (at) =>
      `The journal's key is not in this archive. Put the journal.key you keep at ${at}; if it is lost, --new-key begins with a new one.`,
    'not-a-backup': () => 'This is the file of a single town: ./minna hub import.',
  },
  whole: (made, hubs, postgres) => `The archive is whole (made ${made}, towns ${hubs}, PostgreSQL ${postgres}).`,
  restored: ({ rows, files, keys }) => `Restored: rows ${number(rows)}, files ${number(files)}, keys ${keys}`,
  journalHolds: (origin, size) => `✓ The journal holds (${origin}, ${number(size)} entries).`,
  journalBroken: (origin) => `✗ The journal does not hold (${origin}). Don't start; look with ./minna doctor.`,
  journalEmpty: (hub) => `– ${hub}: there is no journal yet.`,
  noSecret:
    'The secret is not here. Before starting put the one you keep into the data folder, or into MINNA_SECRET; without it second factors no longer work.',
  next: 'Next: ./minna start',
  leaversAgain: 'What people who left after the archive was made had erased is back: erase it again.',
};

/** Japanese if the terminal's locale is, else English. */
export function archiveWords(environment: Record<string, string | undefined>): ArchiveWords {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return locale.startsWith('ja') ? ja : en;
}
