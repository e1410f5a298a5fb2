/** F9.2, P1: the buttons to choose with, and what may be seen of the others' choices. */
import type { Lang } from '#kernel/lang.ts';
import { hidden } from '#ui/fields.ts';
import { type Html, html, type Renderable } from '#ui/html.ts';
import { meta } from '#ui/prose.ts';
import { voteButtons } from '#ui/votes.ts';
import { opinionHref } from '../addresses.ts';
import { CHOICES, choiceOf } from '../discussion.ts';
import type { ShownOpinion } from '../queries.ts';
import { mayVote, showsNumbers, stateOf } from '../rules.ts';
import { words } from '../words.ts';
import { choiceBar, chosen, handsLine } from './numbers.ts';
import { reasonLink, type Scene } from './scene.ts';

export interface VoteBlockOptions {
  /** the page shows the numbers elsewhere */
  withoutNumbers?: boolean;
  /** where to go on after choosing; the page itself otherwise */
  back?: string;
}

/** Null for what is not chosen on: questions, explanations, tombstones. */
export function voteBlock(scene: Scene, opinion: ShownOpinion, options: VoteBlockOptions = {}): Html | null {
  if (opinion.kind !== 'opinion' || opinion.withdrawn_at || opinion.hidden_at) return null;
  const { lang, debate, now } = scene;
  const state = stateOf(debate, now);
  const shows = !options.withoutNumbers && showsNumbers(state, opinion.my_stance);
  // Before one's own choice only how many have chosen is shown, never what: see showsNumbers.
  const numbers: Renderable = shows
    ? html`${choiceBar(opinion, lang)}${hands(opinion, lang)}`
    : !options.withoutNumbers && meta(chosen(opinion.seen, lang));
  if (state === 'closed') return html`${numbers}`;
  return html`${buttonsOf(scene, opinion, options)}${numbers}`;
}

/** Hands in a hall draw a reader along as first votes do, so they are shown where those are. */
function hands(opinion: ShownOpinion, lang: Lang): Html | null {
  const line = handsLine(opinion, lang);
  return line === null ? null : meta(line);
}

function buttonsOf(scene: Scene, opinion: ShownOpinion, options: VoteBlockOptions): Html {
  const { lang, debate, now, reader } = scene;
  const w = words(lang);
  const no = mayVote(scene.hub, reader, debate, opinion, now);
  return voteButtons({
    action: `${opinionHref(opinion.id)}/vote`,
    label: w.voice.voteLabel(w.numbered[opinion.kind](opinion.number)),
    options: CHOICES.map((choice) => ({ value: choice, text: w.choices[choice] })),
    chosen: opinion.my_stance === null ? null : choiceOf(opinion.my_stance),
    takeBack: w.voice.takeBack,
    failed: w.voice.failed,
    fields: no ? null : html`${hidden('back', options.back ?? scene.here)}${hidden('version', opinion.version)}`,
    ...(no ? { reason: reasonLink(no, scene, w.voice.signInToVote) } : {}),
  });
}
