/** P6, X5: what a check of the journal came to, in words, for whoever ran it. */
import type { Finding, VerifyReport } from './verify.ts';

export interface VerifyWords {
  usage: string;
  /** One line a finding, without its mark. */
  finding(finding: Finding): string;
  holds(report: VerifyReport): string;
  fails: string;
  mirrored(fetched: number, folder: string): string;
  refused(file: string): string;
  saved(file: string): string;
  unreadable(why: string): string;
  notAJournal(why: string): string;
  badArgument(why: string): string;
  progress(done: number, of: number): string;
}

const number = (value: number) => value.toLocaleString('en-US');

const ja: VerifyWords = {
  usage: `使い方
  minna journal verify アドレスかフォルダー [--key 鍵] [--since ファイル] [--proofs ファイル] [--save ファイル]
  minna journal mirror アドレス フォルダー [--key 鍵]

  --key     記録の公開鍵（記録とは別のところで手に入れたもの）
  --since   前に取っておいたチェックポイント。そのあと書きかえられていないかを調べます
  --proofs  手元にある「記録の証明」（JSON）
  --save    すべて正しければ、いまのチェックポイントをここに取っておきます

終了コード  0 正しい  1 正しくない  2 使い方のまちがい  3 読めなかった`,
  finding: (finding) => {
    switch (finding.check) {
      case 'signature':
        if (finding.verdict === 'skipped') return '署名：確かめていません。鍵がありません（--key で渡せます）。';
        if (finding.verdict === 'fails') return `署名：この鍵の署名ではありません。${finding.key}`;
        return finding.given
          ? `署名：${finding.origin} のものです。`
          : `署名：記録が自分で示した鍵とは合っています。別のところで手に入れた鍵と同じか、くらべてください。${finding.key}`;
      case 'entries':
        return finding.verdict === 'holds'
          ? `中身：${number(finding.count)}件すべて読めました。`
          : `中身：${finding.at} がないか、この記録のものではありません。`;
      case 'root':
        if (finding.verdict === 'skipped') return '計算：中身がそろわないので、署名された値とくらべられません。';
        return finding.verdict === 'holds'
          ? '計算：中身から計算した値が、署名された値と同じです。'
          : '計算：中身から計算した値が、署名された値とちがいます。';
      case 'tiles':
        if (finding.verdict === 'skipped') return 'ハッシュ：中身がそろわないので、くらべきれません。';
        return finding.verdict === 'holds'
          ? 'ハッシュ：配られているものは、すべて中身のとおりです。'
          : `ハッシュ：${finding.at} が中身とちがいます。`;
      case 'consistency':
        if (finding.verdict === 'skipped')
          return `前との一致：前の記録（${number(finding.oldSize)}件）は、もうここでは読めません。`;
        if (finding.verdict === 'holds')
          return `前との一致：${number(finding.oldSize)}件のときから、書き足されただけです。`;
        return {
          shorter: `前との一致：前は${number(finding.oldSize)}件あったのに、減っています。`,
          rewritten: `前との一致：${number(finding.oldSize)}件までの中身が、前とちがいます。書きかえられました。`,
          'other-log': '前との一致：前のチェックポイントは、別の記録のものです。',
          unsigned: '前との一致：前のチェックポイントの署名が、この鍵のものではありません。',
        }[finding.why ?? 'rewritten'];
      case 'continuation':
        return `引きつぎ：${finding.origin}（${number(finding.size)}件）の続きとして始まった記録です。`;
      case 'proofs':
        return finding.verdict === 'holds'
          ? `証明：手元の${number(finding.count)}件は、すべてこの記録にあります。`
          : `証明：手元の${number(finding.count)}件のうち、${number(finding.failed)}件が合いません。`;
    }
  },
  holds: ({ checkpoint }) => `この記録は正しいものです（${checkpoint.origin}、${number(checkpoint.size)}件）。`,
  fails: 'この記録は正しくありません。',
  mirrored: (fetched, folder) => `${folder} に写しました（新しいファイル ${number(fetched)}）。`,
  refused: (file) => `写しは前のままです。正しくないチェックポイントは ${file} に残しました。`,
  saved: (file) => `チェックポイントを ${file} に取っておきました。`,
  unreadable: (why) => `読めませんでした。記録が正しいかどうかは、わかりません。\n${why}`,
  notAJournal: (why) => `ここにあるのは、記録ではありません。\n${why}`,
  badArgument: (why) => `使い方がちがいます。${why}`,
  progress: (done, of) => `${number(done)} / ${number(of)}`,
};

const en: VerifyWords = {
  usage: `Usage
  minna journal verify ADDRESS|FOLDER [--key KEY] [--since FILE] [--proofs FILE] [--save FILE]
  minna journal mirror ADDRESS FOLDER [--key KEY]

  --key     the journal's public key, from somewhere else than the journal
  --since   a checkpoint you kept: has anything been rewritten after it?
  --proofs  proofs that you were given (JSON)
  --save    where to keep this checkpoint, if everything holds

Exit codes  0 holds  1 does not hold  2 wrong usage  3 could not be read`,
  finding: (finding) => {
    switch (finding.check) {
      case 'signature':
        if (finding.verdict === 'skipped') return 'Signature: not checked, there is no key (give one with --key).';
        if (finding.verdict === 'fails') return `Signature: not made with this key: ${finding.key}`;
        return finding.given
          ? `Signature: made by ${finding.origin}.`
          : `Signature: fits the key that the journal itself names. Compare it with one from elsewhere: ${finding.key}`;
      case 'entries':
        return finding.verdict === 'holds'
          ? `Entries: all ${number(finding.count)} could be read.`
          : `Entries: ${finding.at} is missing, or does not belong to this journal.`;
      case 'root':
        if (finding.verdict === 'skipped')
          return 'Sum: entries are missing, so it cannot be compared with the signed one.';
        return finding.verdict === 'holds'
          ? 'Sum: what the entries add up to is what was signed.'
          : 'Sum: what the entries add up to is not what was signed.';
      case 'tiles':
        if (finding.verdict === 'skipped') return 'Hashes: entries are missing, so not all could be compared.';
        return finding.verdict === 'holds'
          ? 'Hashes: all that are served are those of the entries.'
          : `Hashes: ${finding.at} is not that of the entries.`;
      case 'consistency':
        if (finding.verdict === 'skipped')
          return `History: the former journal of ${number(finding.oldSize)} entries cannot be read here any more.`;
        if (finding.verdict === 'holds')
          return `History: only added to since it had ${number(finding.oldSize)} entries.`;
        return {
          shorter: `History: it had ${number(finding.oldSize)} entries and has fewer now.`,
          rewritten: `History: the first ${number(finding.oldSize)} entries are not what they were. It was rewritten.`,
          'other-log': 'History: the checkpoint you kept is of another journal.',
          unsigned: 'History: the checkpoint you kept is not signed with this key.',
        }[finding.why ?? 'rewritten'];
      case 'continuation':
        return `Continuation: this journal goes on from ${finding.origin} (${number(finding.size)} entries).`;
      case 'proofs':
        return finding.verdict === 'holds'
          ? `Proofs: all of yours (${number(finding.count)}) are in this journal.`
          : `Proofs that do not fit: ${number(finding.failed)} of ${number(finding.count)}.`;
    }
  },
  holds: ({ checkpoint }) => `This journal holds (${checkpoint.origin}, ${number(checkpoint.size)} entries).`,
  fails: 'This journal does not hold.',
  mirrored: (fetched, folder) => `Copied into ${folder} (${number(fetched)} new files).`,
  refused: (file) => `The copy stays as it was. The checkpoint that does not hold is kept in ${file}.`,
  saved: (file) => `The checkpoint is kept in ${file}.`,
  unreadable: (why) => `It could not be read. Whether the journal holds, nobody can tell.\n${why}`,
  notAJournal: (why) => `What is there is not a journal.\n${why}`,
  badArgument: (why) => `Wrong usage: ${why}`,
  progress: (done, of) => `${number(done)} / ${number(of)}`,
};

/** Words in the language of a terminal: Japanese if its locale is, else English. */
export function verifyWords(environment: Record<string, string | undefined>): VerifyWords {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return locale.startsWith('ja') ? ja : en;
}
