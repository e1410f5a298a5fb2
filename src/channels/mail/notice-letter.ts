/** X3: the letter that brings notices: one for all that happened, grouped by what it happened to. Pure. */
import { signatureOf, type WrittenLetter, writeLetter } from '#commons/letters/index.ts';
import { noticeLine, type ShownNotice } from '#commons/notices/index.ts';
import type { Hub } from '#kernel/context.ts';
import { formatDateTime } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import { letterWords } from './letter-words.ts';

export interface LetterNotice extends ShownNotice {
  /** where the followed thing is shown; null for what is addressed to the person */
  thing_href: string | null;
}

export interface NoticeLetter {
  hub: Hub;
  lang: Lang;
  name: string;
  /** newest first */
  notices: readonly LetterNotice[];
  unsubscribe: string;
  /** X4: in an election period nothing that people wrote is carried into letters: how much happened, not what */
  isElection: boolean;
}

const MOST_THINGS = 15;
const MOST_LINES = 5;

export function noticeLetter(props: NoticeLetter): WrittenLetter {
  const { hub, lang, name, notices, unsubscribe } = props;
  const w = letterWords(lang);
  const groups = props.isElection ? [] : grouped(props);
  const shown = groups.slice(0, MOST_THINGS);
  const first = groups[0]?.title;
  const subject =
    first === undefined
      ? w.countSubject(notices.length, hub.name[lang])
      : notices.length === 1
        ? first
        : w.subject(first, notices.length);
  return writeLetter(
    {
      subject,
      greeting: w.greeting(name),
      paragraphs: [props.isElection ? w.election(notices.length) : w.lead(notices.length)],
      items: shown.map(({ title, href, lines }) => ({
        title,
        href,
        lines: [
          ...lines.slice(0, MOST_LINES),
          ...(lines.length > MOST_LINES ? [w.more(lines.length - MOST_LINES)] : []),
        ],
      })),
      link: {
        text: groups.length > shown.length ? w.allWithMore(groups.length - shown.length) : w.all,
        href: `${hub.origin}/notices`,
      },
      after: [`${w.settings}\n${hub.origin}/notices/settings`, `${w.unsubscribe}\n${inLanguage(unsubscribe, lang)}`],
      signature: signatureOf(hub, lang),
    },
    lang,
  );
}

/** Whoever opens it needn't be signed in: their language comes along. */
function inLanguage(address: string, lang: Lang): string {
  return lang === 'ja' ? address : `${address}?lang=${lang}`;
}

interface Group {
  title: string;
  href: string;
  lines: string[];
}

/** What belongs to one thing stands together, the newest first. */
function grouped({ hub, lang, notices }: NoticeLetter): Group[] {
  const groups = new Map<string, Group & { thing: string | null; own: string | null }>();
  for (const notice of notices) {
    const line = noticeLine(notice, lang);
    const key = `${notice.thing_href ?? notice.id} ${line.title}`;
    const group = groups.get(key) ?? {
      title: line.title,
      href: '',
      lines: [],
      thing: notice.thing_href,
      own: line.href,
    };
    group.lines.push(letterWords(lang).line(line.text || line.title, formatDateTime(notice.at, lang, 'short')));
    groups.set(key, group);
  }
  return [...groups.values()].map(({ title, lines, thing, own }) => ({
    title,
    lines,
    href: hub.origin + encodeURI((lines.length === 1 ? own : (thing ?? own)) ?? '/notices'),
  }));
}
