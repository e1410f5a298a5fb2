/** F9.8 The voices behind an answer, each a link to what was said and to the debate around it. */
import { kindWord } from '#commons/hubs/index.ts';
import { ref, shortId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { actor } from '#ui/actor.ts';
import { type Html, html } from '#ui/html.ts';
import { link } from '#ui/prose.ts';
import type { Voice } from '../voices.ts';
import { words } from '../words.ts';

export function voicesList(voices: readonly Voice[], lang: Lang): Html | null {
  if (voices.length === 0) return null;
  return html`<p class="meta">${words(lang).show.voicesOf}</p><ul>${voices.map(
    (voice) =>
      html`<li>${link(`/opinions/${shortId(voice.id)}`, `${voice.number === null ? '' : `${voice.number}. `}${voice.body}`)} ${actor(
        {
          kind: voice.actor_kind,
          name: voice.actor_name,
          kindText: kindWord(lang, voice.actor_kind),
          href: `/actors/${ref(voice.actor_id, voice.actor_name)}`,
        },
      )}</li>`,
  )}</ul>`;
}
