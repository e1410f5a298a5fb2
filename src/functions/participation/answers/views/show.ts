/** F9.7 The page of an answer: the present one, what came of it, and every version before it. */
import { formatDate, tokyoDate } from '#kernel/dates.ts';
import { ref } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { linkButton } from '#ui/button.ts';
import { chips } from '#ui/chip.ts';
import { disclosure } from '#ui/disclosure.ts';
import { section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { link, paragraphs, prose } from '#ui/prose.ts';
import { stepsSection } from '../../reflection/index.ts';
import { type Round, roundName } from '../../rounds/index.ts';
import { answerFormHref, answerHref, subjectHref } from '../addresses.ts';
import { answerClock } from '../clock.ts';
import type { ShownAnswer } from '../queries.ts';
import type { Voice } from '../voices.ts';
import { words } from '../words.ts';
import { answerBody, answerFacts, conditionChip } from './answer.ts';
import { answerChip } from './answer-chip.ts';
import { voicesList } from './voices.ts';

export interface ShowProps {
  lang: Lang;
  now: Date;
  round: Round;
  /** newest first; the first is the present one */
  versions: readonly ShownAnswer[];
  voices: readonly Voice[];
  /** what this reader, as the division it speaks for, may do */
  may: { revise: boolean; record: boolean };
}

export function answerHead(answer: ShownAnswer, round: Round, lang: Lang): Html {
  const w = words(lang);
  return html`<h1>${w.show.title(answer.title)}</h1><div class="meta">${w.show.subject}：${w.subjects[answer.subject]} ${link(
    subjectHref({ ...answer, id: answer.subject_id }),
    answer.title,
  )}・${link(`/rounds/${ref(round.id, '')}/answers`, roundName(round, lang))}</div>`;
}

export function answerPage({ lang, now, round, versions, voices, may }: ShowProps): Html {
  const w = words(lang);
  const [present, ...earlier] = versions;
  if (!present) return html``;
  const clock = answerClock(round, present, now);
  const record =
    may.record &&
    linkButton({ text: w.section.record, href: `${answerHref(present, present.title)}/steps/new`, small: true });
  const revise =
    may.revise &&
    linkButton({
      text: w.section.revise,
      href: answerFormHref({ subject: present.subject, id: present.subject_id }),
      small: true,
    });
  const toTrail = link(`/proposals/${ref(present.debate_id, present.title)}/trail`, w.show.trail);
  return html`${
    present.body !== null &&
    section({
      title: w.show.subject,
      children: html`<blockquote class="voice-quote">${paragraphs(present.body)}</blockquote>`,
    })
  }${section({ title: w.show.current, act: revise, children: answerBody(present, clock, lang) })}${stepsSection(
    present.kind,
    present.steps,
    lang,
    record || undefined,
  )}${section({ title: w.show.voices, children: prose([voicesList(voices, lang), html`<p>${toTrail}</p>`]) })}${
    earlier.length > 0 &&
    section({ title: w.show.versions, children: earlier.map((answer) => earlierAnswer(answer, lang)) })
  }`;
}

function earlierAnswer(answer: ShownAnswer, lang: Lang): Html {
  const w = words(lang).section;
  return disclosure({
    summary: `${w.version(answer.version)}・${formatDate(tokyoDate(answer.answered_at), lang)}・${words(lang).kinds[answer.kind]}`,
    body: prose([
      chips([answerChip(answer.kind, lang), conditionChip(answer, lang)]),
      paragraphs(answer.reason),
      answerFacts(answer, lang),
    ]),
  });
}
