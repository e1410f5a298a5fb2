/** F1.4 On the day: the presenter's screen, and the screen for the wall of the hall. */

import { fieldsForm } from '#functions/registration/groups/index.ts';
import { formatNumber, formatTime } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import { closing, colon, type Lang, opening } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { linkButton } from '#ui/button.ts';
import { chip, chips } from '#ui/chip.ts';
import { heading, pageHead, section } from '#ui/heading.ts';
import { type Html, html, url } from '#ui/html.ts';
import { list } from '#ui/list.ts';
import { hallPage, hallScreen, livePart } from '#ui/live.ts';
import { type QrModules, qrPicture } from '#ui/paper.ts';
import { showcasePath } from '../addresses.ts';
import type { Voice } from '../live-queries.ts';
import { liveWords } from '../live-words.ts';
import type { Typed } from '../page-parts.ts';
import type { Hand, Slot } from '../queries.ts';
import { isLive } from '../rules.ts';
import { words } from '../words.ts';
import { type LiveProps, others, voiceItem } from './live.ts';
import { isOneDay, partName } from './pieces.ts';

export interface PresenterProps extends LiveProps {
  hallCode: string;
}

/** Questions one after the other, with one press each. */
export function presenterView(props: PresenterProps): Html {
  const { lang, showcase, current, voices: all, typed, problem } = props;
  const w = liveWords(lang);
  const questions = all.filter((one) => one.kind === 'question' && !one.withdrawn_at && !one.hiding);
  const open = questions.filter((one) => !one.answered_at);
  const answered = questions.filter((one) => one.answered_at);
  const at = `${showcasePath(showcase)}/presenter?slot=${shortId(current.slot.id)}`;
  return html`${pageHead({
    above: `${current.hand.title}${opening(lang)}${current.hand.group_name}${closing(lang)}`,
    title: w.presenterTitle(showcase.title),
    lead: w.presenterLead,
  })}${chips([chip('info', words(lang).show.hallCode(props.hallCode), false), chip('info', w.cheers(formatNumber(current.slot.cheers)), false)])}${livePart(
    {
      id: 'open-questions',
      href: at,
      reload: w.reload,
      renews: isLive(showcase, props.now),
      children:
        open.length === 0
          ? html`<p>${w.nothingOpen}</p>`
          : list(open.map((one) => openQuestion(one, lang, typed, problem))),
    },
  )}${
    answered.length > 0 &&
    section({ title: w.answered, children: list(answered.map((one) => voiceItem({ ...one, is_own: false }, lang))) })
  }${others(props)}<p>${linkButton({ text: w.back, href: showcasePath(showcase) })}</p>`;
}

function openQuestion(one: Voice, lang: Lang, typed: Typed, problem?: Problem): Html {
  const w = liveWords(lang);
  const id = shortId(one.id);
  const isThis = typed.voice === id;
  return html`${heading(2, one.body)}<p class="meta">${one.nickname || w.somebody}・${formatTime(one.said_at, lang)}</p>${fieldsForm(
    {
      lang,
      typed: isThis ? typed : {},
      problem: isThis ? problem : undefined,
      prefix: id,
      label: one.body,
      action: `/showcase-voices/${id}/answer`,
      submit: w.markAnswered,
      tone: 'plain',
      fields: [{ name: 'answer', label: w.answerNote, optional: true }],
    },
  )}`;
}

export interface ScreenProps extends LiveProps {
  hallCode: string;
  code: QrModules;
  liveUrl: string;
  next: { slot: Slot; hand: Hand } | null;
}

/** For the wall of the hall: what is on, the latest questions, where one asks. */
export function screenView(props: ScreenProps): Html {
  const { lang, showcase, current, voices: all, hallCode, code, liveUrl, next } = props;
  const w = liveWords(lang);
  const shown = all.filter((one) => !one.withdrawn_at && !one.hiding).slice(0, 6);
  const oneDay = isOneDay(showcase);
  const at = `${showcasePath(showcase)}/screen`;
  return hallPage(
    html`${livePart({
      id: 'hall',
      href: at,
      reload: w.reload,
      renews: true,
      children: hallScreen({
        above: `${showcase.title}　${partName(current.slot, oneDay, lang)}`,
        title: current.hand.title,
        below: `${current.hand.group_name}　${w.cheers(formatNumber(current.slot.cheers))}`,
        children: html`${
          shown.length === 0
            ? html`<p>${w.noQuestions}</p>`
            : list(
                shown.map(
                  (one) =>
                    html`<p>${one.body}<br><span class="meta">${one.nickname || w.somebody}${one.answered_at && `・${w.answered}`}</span></p>`,
                ),
              )
        }${next && html`<p>${w.screenNext}${colon(lang)}${partName(next.slot, oneDay, lang)} ${next.hand.title}</p>`}`,
        aside: html`<p>${w.screenAsk}</p>${qrPicture(code, liveUrl)}<p>${w.screenCode}<br><strong>${hallCode}</strong></p>`,
      }),
    })}<p><a href="${url(showcasePath(showcase))}">${w.back}</a></p>`,
  );
}
