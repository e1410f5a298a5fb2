import { kindWord } from '#commons/hubs/index.ts';
import type { ActorKind } from '#kernel/context.ts';
import { ref } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import type { ActorProps } from '#ui/actor.ts';

/** Who proposed: kind by shape, colour and word. */
export function proposer(by: { actor_id: string; actor_kind: ActorKind; actor_name: string }, lang: Lang): ActorProps {
  return {
    kind: by.actor_kind,
    name: by.actor_name,
    kindText: kindWord(lang, by.actor_kind),
    href: `/actors/${ref(by.actor_id, by.actor_name)}`,
  };
}
