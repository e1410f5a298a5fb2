/** F9.7 The page of an answer: the present one, what came of it, and every version before it. */
import { formatDate, tokyoDate } from '#kernel/dates.ts';
import { ref } from '#kernel/ids.ts';
import { colon, type Lang } from '#kernel/lang.ts';
import { linkButton } from '#ui/button.ts';
import { chips } from '#ui/chip.ts';
import { disclosure } from '#ui/disclosure.ts';
import { section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { list } from '#ui/list.ts';
import { link, paragraphs, prose } from '#ui/prose.ts';
import { stepsSection } from '../../reflection/index.ts';
import { type Round, roundName } from '../../rounds/index.ts';
import { answerFormHref, answerHref, deskHref, subjectHref } from '../addresses.ts';
import { askingWords } from '../asking-words.ts';
import type { Briefing } from '../briefing-queries.ts';
import { answerClock } from '../clock.ts';
import type { ShownFollowUp } from '../follow-up-queries.ts';
import type { ShownAnswer } from '../queries.ts';
import type { Voice } from '../voices.ts';
import { words } from '../words.ts';
import { answerBody, answerFacts, conditionChip } from './answer.ts';
import { answerChip } from './answer-chip.ts';
import { briefingSection } from './asking.ts';
import { followUpPart } from './follow-ups.ts';
import { voicesList } from './voices.ts';

export interface ShowProps {
  lang: Lang;
  now: Date;
  round: Round;
  /** newest first; the first is the present one */
  versions: readonly ShownAnswer[];
  voices: readonly Voice[];
  questions: readonly ShownFollowUp[];
  briefings: readonly Briefing[];
  /** what this reader, as the division it speaks for, may do */
  may: { revise: boolean; record: boolean; explain: boolean; inside: boolean };
  /** number of a form, see `onceField` */
  once: Html;
}

export function answerHead(answer: ShownAnswer, round: Round, lang: Lang): Html {
  const w = words(lang);
  return html`<h1>${w.show.title(answer.title)}</h1><div class="meta">${w.show.subject}${colon(lang)}${w.subjects[answer.subject]} ${link(
    subjectHref({ ...answer, id: answer.subject_id }),
    answer.title,
  )}・${link(`/rounds/${ref(round.id, '')}/answers`, roundName(round, lang))}</div>`;
}

export function answerPage(props: ShowProps): Html {
  const { lang, now, round, versions, voices, may } = props;
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
  const toDesk = may.inside && link(deskHref({ subject: present.subject, id: present.subject_id }), w.section.desk);
  return html`${
    present.body !== null &&
    section({
      title: w.show.subject,
      children: html`<blockquote class="voice-quote">${paragraphs(present.body)}</blockquote>`,
    })
  }${section({ title: w.show.current, act: revise, children: html`${answerBody(present, clock, lang)}${toDesk && html`<p>${toDesk}</p>`}` })}${stepsSection(
    present.kind,
    present.steps,
    lang,
    record || undefined,
  )}${asked(props, present)}${section({ title: w.show.voices, children: prose([voicesList(voices, lang), html`<p>${toTrail}</p>`]) })}${
    earlier.length > 0 &&
    section({ title: w.show.versions, children: earlier.map((answer) => earlierAnswer(answer, lang)) })
  }`;
}

/** What was asked further, the way to ask, and meetings at which the answer is explained. */
function asked({ lang, now, questions, briefings, may, once }: ShowProps, present: ShownAnswer): Html {
  const w = askingWords(lang);
  const at = answerHref(present, present.title);
  const plan = may.explain && linkButton({ text: w.briefing.schedule, href: `${at}/briefings/new`, small: true });
  return html`${briefingSection(briefings, lang, { act: plan, at, mayCancel: may.explain, once })}${section({
    title: w.section,
    id: 'follow-ups',
    act: linkButton({ text: w.ask, href: `${at}/follow-ups/new`, small: true }),
    children: html`${
      questions.length === 0 ? html`<p>${w.none}</p>` : list(questions.map((one) => followUpPart(one, now, lang)))
    }<p>${link('/follow-ups', w.list)}</p>`,
  })}`;
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
