import { kindWord } from '#commons/hubs/index.ts';
import type { Actor } from '#kernel/context.ts';
import { ref } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { actor } from '#ui/actor.ts';
import type { Html } from '#ui/html.ts';

/** Address of an actor's public page. */
export function actorPath({ id, name }: Pick<Actor, 'id' | 'name'>): string {
  return `/actors/${ref(id, name)}`;
}

/** Shape, name and kind in words, leading to the public page. */
export function actorLink(of: Actor, lang: Lang, note?: string): Html {
  return actor({
    kind: of.kind,
    name: of.name,
    kindText: kindWord(lang, of.kind),
    href: actorPath(of),
    ...(note === undefined ? {} : { note }),
  });
}
