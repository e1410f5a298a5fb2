/** F9.2 A meeting's page: when and where, who can come, what becomes public, what was said, its minutes. */
import { attachments } from '#commons/files/index.ts';
import { formatDate, formatDateTime, formatNumber, tokyoDate } from '#kernel/dates.ts';
import { comma, type Lang } from '#kernel/lang.ts';
import { actor } from '#ui/actor.ts';
import { chips } from '#ui/chip.ts';
import { section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { keyValues, list } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { type NowAct, nowBox } from '#ui/now-box.ts';
import { pager } from '#ui/pager.ts';
import { link, meta, paragraphs, prose } from '#ui/prose.ts';
import { meetingPath } from '../addresses.ts';
import type { SaidInHall } from '../hall-queries.ts';
import { hallWords } from '../hall-words.ts';
import type { Reason } from '../meeting.ts';
import type { MeetingChange, ShownMeeting } from '../queries.ts';
import { scribingBegins, stateOf } from '../rules.ts';
import { words } from '../words.ts';
import { host, stateChip, topicLink, topicOf, whenHtml, whenText } from './pieces.ts';
import { saidItem } from './said.ts';

export function meetingHead(meeting: ShownMeeting, now: Date, lang: Lang): Html {
  return html`${chips([stateChip(meeting, now, lang)])}<h1>${meeting.title}</h1><div class="meta">${actor(
    host(meeting, lang),
  )} ${whenHtml(meeting, lang, 'long')}・${meeting.place}</div>`;
}

/** What one reader may do with it; false for everybody who is neither host nor scribe. */
export interface Own {
  isHost: boolean;
  isScribe: boolean;
  scribe: Reason | null;
  change: Reason | null;
  write: Reason | null;
  handOut: Reason | null;
}

export function meetingActs(
  meeting: ShownMeeting,
  own: Own,
  say: (reason: Reason) => string,
  now: Date,
  lang: Lang,
): Html {
  const w = words(lang).show;
  const at = meetingPath(meeting);
  const because = (reason: Reason | null) => (reason ? { reason: say(reason) } : {});
  const acts: NowAct[] = [];
  // A cancelled meeting has nothing left to do, and says so on its own.
  const stands = meeting.cancelled_at === null;
  if (stands && (own.isHost || own.isScribe)) {
    const later =
      own.scribe === 'scribing-later' ? w.scribeFrom(formatDateTime(scribingBegins(meeting), lang, 'short')) : null;
    acts.push({
      text: w.scribe,
      href: `${at}/scribe`,
      icon: 'edit',
      ...because(own.scribe),
      ...(later === null ? {} : { note: later }),
    });
    acts.push({ text: w.minutes, href: `${at}/minutes/new`, icon: 'document', ...because(own.write) });
  }
  if (stands && own.isHost) {
    acts.push({
      text: hallWords(lang).materials.add,
      href: `${at}/materials`,
      icon: 'attach',
      ...because(own.handOut),
    });
    acts.push({ text: w.scribes, href: `${at}/scribes`, icon: 'person' });
    acts.push({ text: w.edit, href: `${at}/revision`, icon: 'edit', ...because(own.change) });
    if (own.change === null) acts.push({ text: w.cancel, href: `${at}/cancellation` });
  }
  if (stateOf(meeting, now) === 'coming' || stateOf(meeting, now) === 'now')
    acts.push({ text: w.calendar, href: `${at}/calendar.ics`, icon: 'calendar' });
  acts.push({ text: w.toTopic, href: topicOf(meeting, lang).href });
  return nowBox({ title: w.now, acts });
}

export interface ShowProps {
  lang: Lang;
  now: Date;
  meeting: ShownMeeting;
  said: readonly SaidInHall[];
  more: boolean;
  /** true when this is not the newest part */
  later: boolean;
}

export function meetingMain(props: ShowProps): Html {
  const { lang, meeting } = props;
  const w = words(lang).show;
  return html`${changes(meeting, lang)}${meeting.about !== '' && prose(paragraphs(meeting.about))}${section({
    title: w.facts,
    children: facts(meeting, lang),
  })}${section({ title: w.access, id: 'access', children: access(meeting, lang) })}${
    meeting.agenda.length > 0 &&
    section({ title: w.agenda, children: html`<ol>${meeting.agenda.map((item) => html`<li>${item}</li>`)}</ol>` })
  }${
    meeting.files.length > 0 &&
    section({ title: hallWords(lang).materials.title, id: 'materials', children: attachments(meeting.files, lang) })
  }${notice({ tone: 'info', title: w.public, body: html`<ul>${w.publicText.map((line) => html`<li>${line}</li>`)}</ul>` })}${said(
    props,
  )}${minutes(meeting, lang)}`;
}

function facts(meeting: ShownMeeting, lang: Lang): Html {
  const w = words(lang).show;
  return keyValues([
    [w.date, whenHtml(meeting, lang, 'long')],
    [w.place, html`${meeting.place}${meeting.address !== '' && html`<br>${meeting.address}`}`],
    [w.host, actor(host(meeting, lang))],
    [w.topic, topicLink(meeting, lang)],
    [w.contact, meeting.contact !== '' && meeting.contact],
    [w.scribeNames, meeting.scribes.length > 0 && meeting.scribes.map(({ name }) => name).join(comma(lang))],
    [w.people, meeting.attendance !== null && w.peopleNumber(formatNumber(meeting.attendance))],
  ]);
}

function access(meeting: ShownMeeting, lang: Lang): Html {
  const w = words(lang).show;
  const said = (is: boolean) => (is ? w.there : w.notThere);
  return keyValues([
    [w.stepFree, w.stepFreeWords[meeting.step_free]],
    [w.captions, said(meeting.captions)],
    [w.signLanguage, said(meeting.sign_language)],
    [w.noteTaking, said(meeting.note_taking)],
    [w.accessOther, meeting.access_note !== '' && paragraphs(meeting.access_note)],
  ]);
}

/** The newest change stands out; that a meeting was moved twice is said, too. */
function changes(meeting: ShownMeeting, lang: Lang): Html[] {
  const w = words(lang).show;
  const body = (change: MeetingChange) =>
    html`<p>${w.reason(change.reason)}</p><p>${
      change.kind === 'moved' &&
      html`${w.was(whenText({ starts_at: change.was_from, ends_at: change.was_to }, lang), change.was_place)}<br>`
    }${w.announced(formatDate(tokyoDate(change.at), lang, 'short'))}</p>`;
  return meeting.changes
    .toReversed()
    .map((change) => notice({ tone: 'warn', title: w[change.kind], body: body(change) }));
}

function said({ lang, meeting, said, more, later }: ShowProps): Html {
  const w = words(lang).show;
  const at = meetingPath(meeting);
  return section({
    title: w.said(formatNumber(meeting.saying_count)),
    id: 'said',
    children: html`${
      said.length === 0
        ? html`<p>${w.saidNone}</p>`
        : html`${meta(w.handsNote)}${list(said.map((one) => saidItem(one, lang)))}<p>${link(`${at}/sayings.csv`, 'CSV')}・${link(`${at}/sayings.json`, 'JSON')}</p>`
    }${pager({
      label: words(lang).list.pages,
      ...(later ? { previous: { href: `${at}#said`, text: w.saidFirst } } : {}),
      ...(more ? { next: { href: `${at}?before=${said.at(-1)!.id}#said`, text: w.saidEarlier } } : {}),
    })}`,
  });
}

function minutes(meeting: ShownMeeting, lang: Lang): Html {
  const w = words(lang).show;
  const { minutes } = meeting;
  return section({
    title: w.minutesTitle,
    id: 'minutes',
    children:
      minutes === null
        ? html`<p>${w.minutesNone}</p>`
        : html`${meta(
            w.minutesVersion(minutes.version, formatDate(tokyoDate(minutes.published_at), lang, 'short')),
          )}${minutes.changed !== '' && html`<p>${w.minutesChanged(minutes.changed)}</p>`}${prose(paragraphs(minutes.body))}${
            minutes.version > 1 && html`<p>${link(`${meetingPath(meeting)}/minutes`, w.minutesOlder)}</p>`
          }`,
  });
}
