/** X12: what taking a town out and bringing it in say at the terminal, in Japanese or English by its locale. */
import type { CloseRefusal } from './close-hub.ts';
import type { ExportRefusal, ExportReport } from './export-hub.ts';
import type { OpenExportReport } from './export-open.ts';
import type { ImportReport } from './import-hub.ts';
import type { ImportRefusal } from './refusals.ts';

export interface HubArchiveWords {
  exportUsage: string;
  importUsage: string;
  noPassphrase: string;
  exported(file: string, report: ExportReport): string;
  notExported: Record<ExportRefusal, string>;
  notImported: Record<ImportRefusal, (at: string) => string>;
  nothingChanged: string;
  imported(report: ImportReport): string;
  oldLog(folder: string): string;
  openExportUsage: string;
  openExported(file: string, report: OpenExportReport): string;
  closeUsage: string;
  closed(key: string, to: string): string;
  reopened(key: string): string;
  notClosed: Record<CloseRefusal, (at: string) => string>;
  after: string;
}

const number = (value: number) => value.toLocaleString('en-US');

const ja: HubArchiveWords = {
  exportUsage: `使い方
  ./minna hub export キー ファイル --private --passphrase-file ファイル [--data フォルダー]

  1つのまちを、別の環境へ移すためのファイルにします。個人情報とアカウントが入るので、かならず暗号化します（MINNA_BACKUP_PASSPHRASE でも渡せます）。`,
  importUsage: `使い方
  ./minna hub import ファイル --host ホスト [--key キー] [--passphrase-file ファイル] [--data フォルダー]

  別の環境のまちを、この環境に加えます。すべて入るか、何も入らないかのどちらかです。`,
  noPassphrase: '個人情報が入るので、合いことばが必要です（--passphrase-file）。',
  exported: (file, { rows, accounts, files, bytes, sha256 }) =>
    `${file} を作りました：行 ${number(rows)}、アカウント ${number(accounts)}、ファイル ${number(files)}（${number(bytes)} バイト）\nSHA-256 ${sha256}`,
  notExported: {
    unknown: 'そのキーのまちはありません（./minna hub list）。',
    journal: 'このまちの記録が正しく確かめられないか、記録の鍵がありません。./minna doctor で調べてください。',
    secret:
      'この環境の秘密（secret、MINNA_SECRET）がないか、ちがいます。二段階認証を移せないので、ファイルは作りませんでした。',
  },
  notImported: {
    'not-a-hub': () => 'これは1つのまちのファイルではありません。環境全体のものなら ./minna restore を使ってください。',
    'archive-newer': (at) =>
      `このファイルは、もっと新しいMinnaで作られました（${at}）。先にこちらのMinnaを新しくしてください。`,
    'archive-older': (at) =>
      `このファイルの表は古いものです（${at} がありません）。元のMinnaを同じ版にして作り直すか、空のフォルダーに入れて（--data）、そこから hub export してください。`,
    'other-history': (at) => `このMinnaの表の歴史は、ファイルのものとちがいます（${at}）。`,
    'other-tables': (at) => `このファイルの表は、ここの表と合いません（${at}）。`,
    'already-here': (at) => `このまちは、もうここにあります（${at}）。`,
    journal: () => 'このまちの記録が正しく確かめられません。',
    accounts: (at) =>
      `ここの1つのアカウント（${at}）に、まちの2人が当てはまります。どちらかのアドレスを変えてから作り直してください。`,
  },
  nothingChanged: '何も変えていません。',
  imported: ({ key, origin, rows, accounts, files, jobs, journal }) =>
    `${key} を加えました（${origin}）：行 ${number(rows)}、アカウント 新しく ${number(accounts.made)}・もとからここにあったもの ${number(accounts.known)}、ファイル ${number(files)}、待っている仕事 ${number(jobs)}${
      journal.origin === null
        ? ''
        : `\n✓ 記録は正しいです（${journal.origin}、${number(journal.size)}件）。前の記録のつづきとして始まっています。`
    }`,
  oldLog: (folder) =>
    `前の記録は ${folder} にあります。だれでも読めるところに置いてください（./minna journal verify で確かめられます）。`,
  openExportUsage: `使い方
  ./minna hub export キー ファイル --public [--data フォルダー]

  だれでも読めるものを、ぜんぶ1つのファイル（zip）にします。一覧のCSVとJSON、記録、SHA-256 の表が入ります。`,
  openExported: (file, { datasets, bytes, sha256 }) =>
    `${file} を作りました：一覧 ${number(datasets)}（${number(bytes)} バイト）\nSHA-256 ${sha256}`,
  closeUsage: `使い方
  ./minna hub close キー --moved-to アドレス [--force] [--data フォルダー]
  ./minna hub open キー [--data フォルダー]

  ほかの環境に移したまちを、元の環境で閉じます。どのアドレスも新しいところへ案内し、書きこみとログインを止めます。hub open で元にもどせます。`,
  closed: (key, to) =>
    `${key} を閉じました。どのアドレスも ${to} へ案内します。記録（/journal/checkpoint など）は、これからもここで読めます。`,
  reopened: (key) => `${key} を、またここでひらきました。閉じたときに待っていた仕事（手紙など）は、ここではしません。`,
  notClosed: {
    unknown: () => 'そのキーのまちはありません（./minna hub list）。',
    'moved-already': (at) => `このまちは、もう閉じてあります（${at}）。`,
    'open-already': () => 'このまちは、閉じていません。',
    accounts: () => 'このまちで、みんながログインします（MINNA_ACCOUNTS_ORIGIN）。先にほかのまちに変えてください。',
    'never-exported': () =>
      'このまちは、ここから取り出されていません（./minna hub export）。それでも閉じるなら --force。',
    changed: (at) =>
      `取り出したあとに、書きこまれたものがあります（${at}）。もう一度取り出して、移してください。それでも閉じるなら --force。`,
  },
  after:
    '次に：ホスト名をこのサーバーに向けます（1分以内に開きます）。移らないもの：ログイン中の状態、二段階認証の予備コード、端末への通知、Webhookの鍵。パスキーは同じホスト名でだけ使えます。',
};

const en: HubArchiveWords = {
  exportUsage: `Usage
  ./minna hub export KEY FILE --private --passphrase-file FILE [--data DIR]

  One town as a file, to be moved to another deployment. Personal data and accounts are in it, so it is always
  encrypted (MINNA_BACKUP_PASSPHRASE does, too).`,
  importUsage: `Usage
  ./minna hub import FILE --host HOST [--key KEY] [--passphrase-file FILE] [--data DIR]

  A town of another deployment into this one, all of it or nothing.`,
  noPassphrase: 'Personal data is in it: a passphrase is needed (--passphrase-file).',
  exported: (file, { rows, accounts, files, bytes, sha256 }) =>
    `${file} is made: rows ${number(rows)}, accounts ${number(accounts)}, files ${number(files)} (${number(bytes)} bytes)\nSHA-256 ${sha256}`,
  notExported: {
    unknown: 'There is no town of that key (./minna hub list).',
    journal: 'The journal of this town does not hold, or its key is not here. Look with ./minna doctor.',
    secret:
      'The secret of this deployment (secret, MINNA_SECRET) is missing or another one. Second steps could not be moved, so nothing was written.',
  },
  notImported: {
    'not-a-hub': () => 'This is not the file of a single town. One of a whole deployment: ./minna restore.',
    'archive-newer': (at) => `The file was made by a later Minna (${at}). Upgrade this one first.`,
    'archive-older': (at) =>
      `The tables of this file are older (there is no ${at}). Bring the other Minna to this version and export again, or import into an empty folder (--data) and export from there.`,
    'other-history': (at) => `The tables of this Minna came about in another way than the file's (${at}).`,
    'other-tables': (at) => `The tables of this file are not those of this Minna (${at}).`,
    'already-here': (at) => `This town is here already (${at}).`,
    journal: () => 'The journal of this town does not hold.',
    accounts: (at) =>
      `Two people of the town would be one account here (${at}). Change the address of one of them and export again.`,
  },
  nothingChanged: 'Nothing was changed.',
  imported: ({ key, origin, rows, accounts, files, jobs, journal }) =>
    `${key} is in (${origin}): rows ${number(rows)}, accounts new ${number(accounts.made)}, here before ${number(accounts.known)}, files ${number(files)}, waiting work ${number(jobs)}${
      journal.origin === null
        ? ''
        : `\n✓ The journal holds (${journal.origin}, ${number(journal.size)} entries); it goes on from the old one.`
    }`,
  oldLog: (folder) => `The old journal is in ${folder}. Put it where everybody can read it (./minna journal verify).`,
  openExportUsage: `Usage
  ./minna hub export KEY FILE --public [--data DIR]

  Everything everybody may read, as one file (zip): the lists as CSV and JSON, the journal, and their SHA-256.`,
  openExported: (file, { datasets, bytes, sha256 }) =>
    `${file} is made: lists ${number(datasets)} (${number(bytes)} bytes)\nSHA-256 ${sha256}`,
  closeUsage: `Usage
  ./minna hub close KEY --moved-to ORIGIN [--force] [--data DIR]
  ./minna hub open KEY [--data DIR]

  Closes a town that was moved to another deployment at the place where it was: every address leads on to the new
  one, nothing is accepted, nobody signs in. hub open undoes it.`,
  closed: (key, to) =>
    `${key} is closed; every address leads on to ${to}. Its journal can still be read here (/journal/checkpoint and so on).`,
  reopened: (key) => `${key} is open here again. Work that waited when it was closed (letters) is not done here.`,
  notClosed: {
    unknown: () => 'There is no town of that key (./minna hub list).',
    'moved-already': (at) => `This town is closed already (${at}).`,
    'open-already': () => 'This town is not closed.',
    accounts: () => 'Everybody signs in at this town (MINNA_ACCOUNTS_ORIGIN). Name another one first.',
    'never-exported': () =>
      'This town was never taken out of here (./minna hub export). To close it all the same: --force.',
    changed: (at) =>
      `Something was written after the export (${at}). Export and import it again. To close it all the same: --force.`,
  },
  after:
    'Next: lead the host here; running processes know it within a minute. Not moved: open sessions, recovery codes, notices to devices, keys of webhooks. Passkeys work at the same host only.',
};

/** Japanese if the terminal's locale is, else English. */
export function hubArchiveWords(environment: Record<string, string | undefined>): HubArchiveWords {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return locale.startsWith('ja') ? ja : en;
}
