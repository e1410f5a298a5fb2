/** F1.4 On the day: what the audience asks and says, for the audience, for the presenter, for the wall. */

import { formWords, onceField, publicRecord } from '#commons/hubs/index.ts';
import { hiddenStub, reportHref, reportText } from '#commons/moderation/index.ts';
import { formatDateTime, formatNumber, formatTime } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import { closing, colon, type Lang, opening } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { actButton, button, linkButton } from '#ui/button.ts';
import { chip } from '#ui/chip.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, hidden, radioGroup, textArea, textField } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html, url } from '#ui/html.ts';
import { list } from '#ui/list.ts';
import { livePart } from '#ui/live.ts';
import { linked, paragraphs } from '#ui/prose.ts';
import { tabs } from '#ui/tabs.ts';
import { livePath, showcasePath } from '../addresses.ts';
import type { Voice, VoiceOrder } from '../live-queries.ts';
import { liveWords } from '../live-words.ts';
import type { Typed } from '../page-parts.ts';
import type { Hand, ShownShowcase, Slot } from '../queries.ts';
import { isLive, LIVE_BEFORE } from '../rules.ts';
import { LIMITS } from '../showcase.ts';
import { isOneDay, partName } from './pieces.ts';

export interface LiveProps {
  lang: Lang;
  now: Date;
  showcase: ShownShowcase;
  /** those somebody presents in */
  parts: readonly { slot: Slot; hand: Hand }[];
  current: { slot: Slot; hand: Hand };
  voices: readonly Voice[];
  order: VoiceOrder;
  cheered: boolean;
  /** may speak: signed in, or with a seat */
  speaks: boolean;
  typed: Typed;
  problem?: Problem | undefined;
}

function addressOf({ showcase, current, order }: LiveProps): string {
  return `${livePath(showcase, current.slot.id)}${order === 'newest' ? '' : `&order=${order}`}`;
}

export function liveView(props: LiveProps): Html {
  const { lang, now, showcase, current, speaks } = props;
  const w = liveWords(lang);
  const { slot, hand } = current;
  const live = isLive(showcase, now);
  return html`${pageHead({
    above: showcase.title,
    title: hand.title,
    meta: html`${partName(slot, isOneDay(showcase), lang)}・${hand.group_name}`,
  })}${live && (speaks ? html`${cheerButton(props)}${sayForm(props)}` : seatForm(props))}${
    !live &&
    html`<p>${now < showcase.starts_at ? w.opens(formatDateTime(new Date(showcase.starts_at.getTime() - LIVE_BEFORE), lang, 'short')) : w.closed}</p>`
  }${orders(props)}${livePart({
    id: 'voices',
    href: addressOf(props),
    reload: w.reload,
    renews: live,
    children: html`<p><strong>${w.cheers(formatNumber(slot.cheers))}</strong></p>${voices(props)}`,
  })}${others(props)}<p>${linkButton({ text: w.back, href: showcasePath(showcase) })}</p>`;
}

function orders(props: LiveProps): Html {
  const { lang, showcase, current, order } = props;
  const w = liveWords(lang);
  const at = livePath(showcase, current.slot.id);
  return tabs(w.order, [
    { text: w.newest, href: at, current: order === 'newest' },
    { text: w.unanswered, href: `${at}&order=unanswered`, current: order === 'unanswered' },
  ]);
}

function cheerButton({ lang, showcase, current, cheered }: LiveProps): Html {
  const w = liveWords(lang);
  if (cheered) return html`<p>${chip('ok', w.cheered)}</p>`;
  return actButton({
    action: `${showcasePath(showcase)}/cheers`,
    fields: html`${onceField()}${hidden('slotId', current.slot.id)}`,
    text: w.cheer,
    icon: 'heart',
    tone: 'support',
  });
}

function sayForm({ lang, showcase, current, typed, problem }: LiveProps): Html {
  const w = liveWords(lang);
  const f = formWords(lang);
  const errors = problem?.items ?? [];
  return section({
    title: w.say,
    id: 'say',
    children: form({
      action: `${showcasePath(showcase)}/voices`,
      label: w.say,
      note: publicRecord(lang),
      children: html`${onceField()}${hidden('slotId', current.slot.id)}${radioGroup(
        {
          name: 'kind',
          label: w.kind,
          value: typed.kind ?? 'question',
          required: true,
          inline: true,
          error: errorAt(errors, 'kind'),
          choices: [
            { value: 'question', text: w.kindQuestion },
            { value: 'word', text: w.kindWord },
          ],
        },
        f,
      )}${textArea(
        {
          name: 'body',
          label: w.body,
          value: typed.body ?? '',
          rows: 2,
          limit: LIMITS.voice,
          required: true,
          error: errorAt(errors, 'body'),
        },
        f,
      )}${textField(
        {
          name: 'nickname',
          label: w.nickname,
          hint: w.nicknameHint,
          value: typed.nickname ?? '',
          width: 16,
          error: errorAt(errors, 'nickname'),
        },
        f,
      )}`,
      buttons: button({ text: w.send, tone: 'main', icon: 'chat' }),
    }),
  });
}

function seatForm({ lang, showcase, current, typed, problem }: LiveProps): Html {
  const w = liveWords(lang);
  return section({
    title: w.seatTitle,
    id: 'seat',
    lead: w.seatLead,
    children: form({
      action: `${showcasePath(showcase)}/seats`,
      label: w.seatTitle,
      children: html`${hidden('slotId', current.slot.id)}${textField(
        {
          name: 'code',
          label: w.seatCode,
          value: typed.code ?? '',
          width: 16,
          required: true,
          error: errorAt(problem?.items ?? [], 'code'),
        },
        formWords(lang),
      )}`,
      buttons: html`${button({ text: w.seatSubmit, tone: 'main' })}${linkButton({
        text: w.signIn,
        href: `/sign-in?next=${encodeURIComponent(livePath(showcase, current.slot.id))}`,
        icon: 'sign-in',
      })}`,
    }),
  });
}

function voices({ lang, voices: all }: LiveProps): Html {
  const w = liveWords(lang);
  const [questions, kind] = [all.filter((one) => one.kind === 'question'), all.filter((one) => one.kind === 'word')];
  return html`${section({
    title: w.questions(questions.length),
    children:
      questions.length === 0 ? html`<p>${w.noQuestions}</p>` : list(questions.map((one) => voiceItem(one, lang))),
  })}${section({
    title: w.words(kind.length),
    children: kind.length === 0 ? html`<p>${w.noWords}</p>` : list(kind.map((one) => voiceItem(one, lang))),
  })}`;
}

export function voiceItem(one: Voice, lang: Lang): Html {
  const w = liveWords(lang);
  const id = shortId(one.id);
  const gone = one.hiding ? hiddenStub(one.hiding, lang) : one.withdrawn_at ? html`${w.withdrawn}` : null;
  const acts = html`<p class="meta"><a href="${url(reportHref('showcase-voice', one.id))}">${reportText(lang)}</a></p>${
    one.is_own &&
    actButton({
      action: `/showcase-voices/${id}/withdrawal`,
      fields: onceField(),
      text: w.withdraw,
      tone: 'quiet',
      small: true,
    })
  }`;
  return html`<article id="voice-${id}"><p class="meta">${one.nickname || w.somebody}・${formatTime(one.said_at, lang)} ${one.answered_at && chip('ok', w.answered)}</p>${
    gone
      ? html`<p>${gone}</p>`
      : html`${paragraphs(one.body)}${one.answer !== '' && html`<p>${w.answer}${colon(lang)}${linked(one.answer)}</p>`}${acts}`
  }</article>`;
}

export function others({ lang, showcase, parts, current }: LiveProps): Html | false {
  const oneDay = isOneDay(showcase);
  const rest = parts.filter(({ slot }) => slot.id !== current.slot.id);
  return (
    rest.length > 0 &&
    section({
      title: liveWords(lang).parts,
      children: list(
        rest.map(
          ({ slot, hand }) =>
            html`<a href="${url(livePath(showcase, slot.id))}">${partName(slot, oneDay, lang)} ${hand.title}${opening(lang)}${hand.group_name}${closing(lang)}</a>`,
        ),
      ),
    })
  );
}
