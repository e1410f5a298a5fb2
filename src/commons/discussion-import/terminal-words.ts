/** X5: what an import came to, in words, for whoever ran the command. */
import { formatNumber } from '#kernel/dates.ts';
import type { ImportCounts, ImportedDebate } from './conversation.ts';
import type { FileProblems } from './problems.ts';
import { problemSentence } from './words.ts';

export interface ImportWords {
  usage: string;
  badOption(why: string): string;
  notAFolder(folder: string): string;
  fileMissing(folder: string, file: string): string;
  titleMissing: string;
  titleTooLong(max: number): string;
  licenceTooLong(max: number): string;
  badSource: string;
  hubMissing(keys: readonly string[]): string;
  progress(percent: number): string;
  done(title: string, counts: ImportCounts, seconds: number): string;
  before(debate: ImportedDebate): string;
  refused(files: readonly FileProblems[]): string;
  interrupted: string;
  failed(why: string): string;
}

const n = (value: number) => formatNumber(value);

const ja: ImportWords = {
  usage:
    '意見交換のファイルのあるフォルダーを一つ書いてください：./minna import-discussion フォルダー --title 題名 [--data フォルダー] [--hub 名前] [--source アドレス] [--licence 文]',
  badOption: (why) => `読めない指定があります（${why}）。--title、--data、--hub、--source、--licence が使えます。`,
  notAFolder: (folder) => `フォルダー ${folder} を読めません。`,
  fileMissing: (folder, file) =>
    file === 'comments.csv'
      ? `${folder} に comments.csv がありません。`
      : `${folder} に votes.csv も participants-votes.csv もありません。`,
  titleMissing: 'summary.csv に題名がないので、--title で題名をつけてください。',
  titleTooLong: (max) => `--title は${max}字までにしてください。`,
  licenceTooLong: (max) => `--licence は${max}字までにしてください。`,
  badSource: '--source には https:// から始まるアドレスを書いてください。',
  hubMissing: (keys) => `--hub で、どの町に取り込むかを選んでください：${keys.join('、')}`,
  progress: (percent) => `取り込んでいます… ${percent}%`,
  done: (title, c, seconds) =>
    [
      `「${title}」を取り込みました（${seconds.toFixed(1)}秒）。`,
      `  参加者 ${n(c.people)}人`,
      `  意見   ${n(c.opinions)}件（うち、もとの運営が見えなくしたもの ${n(c.hidden)}件）`,
      `  賛否   ${n(c.votes)}回（賛成 ${n(c.agree)}・反対 ${n(c.disagree)}・どちらでもない ${n(c.pass)}）`,
      ...(c.replaced > 0 ? [`  あとから変えられた賛否 ${n(c.replaced)}回（最後のものだけを数えます）`] : []),
      ...(c.blank > 0 ? [`  文のない意見 ${n(c.blank)}件（「—」と表示します）`] : []),
    ].join('\n'),
  before: ({ title }) => `同じファイルは、「${title}」として取り込んであります。`,
  refused: (files) => ['何も取り込んでいません。つぎの行を直してください。', ...badLines(files, 'ja')].join('\n'),
  interrupted: '止めました。何も取り込んでいません。',
  failed: (why) => `取り込めませんでした。何も残していません。\n${why}`,
};

const en: ImportWords = {
  usage:
    'Name the one folder that holds the files of the conversation: ./minna import-discussion FOLDER --title TITLE [--data DIR] [--hub KEY] [--source URL] [--licence TEXT]',
  badOption: (why) => `${why}: there are --title, --data, --hub, --source and --licence.`,
  notAFolder: (folder) => `The folder ${folder} cannot be read.`,
  fileMissing: (folder, file) =>
    file === 'comments.csv'
      ? `There is no comments.csv in ${folder}.`
      : `There is neither votes.csv nor participants-votes.csv in ${folder}.`,
  titleMissing: 'There is no title in summary.csv: give one with --title.',
  titleTooLong: (max) => `--title takes up to ${max} characters.`,
  licenceTooLong: (max) => `--licence takes up to ${max} characters.`,
  badSource: '--source takes an address like https://example.org/conversation.',
  hubMissing: (keys) => `Say with --hub which town takes it in: ${keys.join(', ')}`,
  progress: (percent) => `Bringing it in… ${percent}%`,
  done: (title, c, seconds) =>
    [
      `Brought in "${title}" (${seconds.toFixed(1)} s).`,
      `  people    ${n(c.people)}`,
      `  opinions  ${n(c.opinions)} (of these hidden by its moderators ${n(c.hidden)})`,
      `  votes     ${n(c.votes)} (agree ${n(c.agree)}, disagree ${n(c.disagree)}, pass ${n(c.pass)})`,
      ...(c.replaced > 0 ? [`  votes changed later: ${n(c.replaced)} (only the last one counts)`] : []),
      ...(c.blank > 0 ? [`  opinions without a text: ${n(c.blank)} (shown as "—")`] : []),
    ].join('\n'),
  before: ({ title }) => `These very files have been brought in before, as "${title}".`,
  refused: (files) => ['Nothing was brought in. These lines need mending:', ...badLines(files, 'en')].join('\n'),
  interrupted: 'Stopped. Nothing was brought in.',
  failed: (why) => `It could not be brought in. Nothing was kept.\n${why}`,
};

/** `votes.csv:12: …`, as compilers say it, so that editors can jump there. */
function badLines(files: readonly FileProblems[], lang: 'ja' | 'en'): string[] {
  return files.flatMap(({ file, bad, stopped, first }) => {
    const more = bad - first.length;
    const lines = first.map((problem) =>
      lang === 'ja'
        ? `${file} ${problem.line}行目：${problemSentence(problem, lang)}`
        : `${file} line ${problem.line}: ${problemSentence(problem, lang)}`,
    );
    if (more === 0) return lines;
    const told = {
      ja: `${file}：このほかに${n(more)}行${stopped ? '以上' : ''}`,
      en: `${file}: and ${stopped ? 'at least ' : ''}${n(more)} more lines`,
    };
    return [...lines, told[lang]];
  });
}

/** Words in the language of a terminal: Japanese if its locale is, else English. */
export function importWords(environment: Record<string, string | undefined>): ImportWords {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return locale.startsWith('ja') ? ja : en;
}
