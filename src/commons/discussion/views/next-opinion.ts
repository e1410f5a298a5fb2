/** F9.2 One opinion at a time, least seen first; works by plain forms, and ends with thanks and what happens next. */
import { formatNumber } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import { linkButton } from '#ui/button.ts';
import { pageHead } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { meters } from '#ui/meter.ts';
import { outcomePanel } from '#ui/panel.ts';
import { link } from '#ui/prose.ts';
import { voice } from '#ui/thread.ts';
import { debateHref, debatePath, opinionHref } from '../addresses.ts';
import type { Progress } from '../debates.ts';
import type { ShownOpinion } from '../queries.ts';
import { dateFacts } from '../refusing.ts';
import type { Reason } from '../rules.ts';
import { words } from '../words.ts';
import { type Scene, saidReason } from './scene.ts';
import { opinionVoice } from './voices.ts';

/** Whoever goes on by keyboard goes on here, not at the top of the page. */
const HERE = 'next';

export interface NextProps {
  opinion: ShownOpinion | null;
  progress: Progress;
  /** short id of the opinion chosen on just before, to go back to */
  last: string | null;
}

export function nextOpinionMain(scene: Scene, props: NextProps): Html {
  const { lang, debate } = scene;
  const { opinion, progress } = props;
  const w = words(lang);
  if (!opinion) return allSeen(scene, props);
  const at = `${debatePath(debate)}/next-opinion`;
  const short = shortId(opinion.id);
  return html`${pageHead({ title: w.next.title, lead: w.next.lead, meta: link(debateHref(debate), debate.title) })}<div id="${HERE}">${meters(
    [
      {
        label: w.next.progressLabel,
        value: progress.voted,
        max: progress.votable,
        text: `${formatNumber(progress.voted)} / ${formatNumber(progress.votable)}`,
      },
    ],
    'progress',
  )}</div>${voice(
    opinionVoice(scene, opinion, {
      withoutNumbers: true,
      back: `${at}?last=${short}#${HERE}`,
      acts: [
        { href: `${at}?skip=${short}#${HERE}`, text: w.next.later },
        { href: opinionHref(opinion.id), text: w.next.open },
      ],
    }),
  )}<p>${props.last && html`${link(`/opinions/${props.last}`, w.next.changeLast)}・`}${link(debateHref(debate), w.next.toDebate)}</p>`;
}

function allSeen({ lang, debate }: Scene, { progress }: NextProps): Html {
  const w = words(lang);
  return outcomePanel({
    title: w.next.doneTitle,
    lead: w.next.doneLead,
    reference: {
      label: w.next.progressLabel,
      value: `${formatNumber(progress.voted)} / ${formatNumber(progress.votable)}`,
    },
    nextTitle: w.next.doneNext,
    next: [w.next.doneUntil(dateFacts(debate, lang).closes), ...w.next.doneSteps],
    links: [
      { href: `${debatePath(debate)}/opinions/new`, text: w.list.write },
      { href: debateHref(debate), text: w.next.toDebate },
    ],
  });
}

/** Why there is nothing to choose on now. */
export function noNextOpinion(scene: Scene, reason: Reason): Html {
  const { lang, debate } = scene;
  const w = words(lang);
  return html`${pageHead({ title: w.next.notNow, lead: saidReason(reason, debate, lang) })}<p>${linkButton({ text: w.next.toDebate, href: debateHref(debate) })}</p>`;
}
