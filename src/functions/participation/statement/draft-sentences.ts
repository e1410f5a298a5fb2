/** F9.5 What a drafted point says, by section. Pure; Japanese for the reason `draft-text.ts` gives. */
import type { PictureGroup, Three } from '#commons/opinion-map/index.ts';
import type { DraftMap } from './draft-rules.ts';
import { counted, othersText, quoteOf, type Said, sharesText, tenths } from './draft-text.ts';

type Map = DraftMap | null;
type Identified = Said & { id: string };

/** What groups, and if there are none everybody on the map, say of an opinion; without a map the votes as they are. */
function figures(said: Identified, map: Map): string {
  const shown = map?.opinions.find(({ id }) => id === said.id);
  const shares = shown && sharesText(map!.groups.map(({ letter }, at) => ({ letter, votes: shown.groups[at]! })));
  return `${shares ? `${shares}しています。` : ''}${counted(said)}でした。`;
}

export function agreementText(said: Identified, map: Map, others: readonly Said[]): string {
  return `立場がちがっても、多くの人が賛成した意見です。${quoteOf(said)}。${figures(said, map)}${othersText(others, '意見')}`;
}

export function dissentText(said: Identified, map: Map, others: readonly Said[]): string {
  return `賛成と反対に分かれた意見です。${quoteOf(said)}。${figures(said, map)}${othersText(others, '意見')}`;
}

export function minorityText(said: Identified, map: Map, others: readonly Said[]): string {
  return `反対のほうが多かった意見です。${quoteOf(said)}。${figures(said, map)}${othersText(others, '意見')}`;
}

/** What marks a group: how those of it who saw each opinion chose. */
export function representsText(
  group: PictureGroup,
  quoted: readonly Identified[],
  map: DraftMap,
  others: readonly Said[],
): string {
  const place = map.groups.findIndex(({ letter }) => letter === group.letter);
  const stances = new globalThis.Map(group.represents.map(({ id, stance }) => [id, stance]));
  const lines = quoted.map((said) => {
    const votes = map.opinions.find(({ id }) => id === said.id)?.groups[place];
    return `${quoteOf(said)}に、${votes ? stanceText(votes, stances.get(said.id)) : ''}`;
  });
  return `グループ${group.letter}（${group.size}人）をよくあらわす意見です。${lines.join('')}${othersText(others, '意見')}`;
}

function stanceText([agreed, disagreed, saw]: Three, stance: 'agree' | 'disagree' | undefined): string {
  const [number, word] = stance === 'disagree' ? [disagreed, '反対'] : [agreed, '賛成'];
  return `このグループの${saw === 0 ? '人' : tenths(number / saw)}が${word}しています。`;
}

export function questionText(said: Said, others: readonly Said[]): string {
  return `${quoteOf(said)}という質問がありました。${othersText(others, '質問')}`;
}

export function proposalText(said: Said, others: readonly Said[]): string {
  return `${quoteOf(said)}という声がありました。${counted(said)}でした。${othersText(others, '意見')}`;
}

export function viewText(said: Said, others: readonly Said[]): string {
  return `${quoteOf(said)}という意見がありました。${counted(said)}でした。${othersText(others, '意見')}`;
}
