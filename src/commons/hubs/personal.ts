/** P1, X12: what differs between the readers of a page, apart from what is the same for all of them and can be kept. */

import type { Own } from '#kernel/web/personal-parts.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { hidden } from '#ui/fields.ts';
import { hole } from '#ui/hole.ts';
import { type Html, type Renderable, toText } from '#ui/html.ts';

export type { Own, OwnRead } from '#kernel/web/personal-parts.ts';

/** Makes personal parts of one page. */
export interface Personal {
  /**
   * A part that many readers see alike. `state`: everything of the reader it depends on, plain JSON, small; `render` is given
   * nothing else, so that a part kept for one reader can be shown to the next.
   */
  shared<State>(state: (own: Own) => State, render: (state: State) => Renderable): Html;
  /** A part that is made for each reader, each time. */
  each<State>(state: (own: Own) => State, render: (state: State) => Renderable): Html;
  /** Number of a form (see `onceField`), a new one for every reader and time. */
  onceField(): Html;
}

export function personalIn(visit: Pick<Visit, 'part'>): Personal {
  const part = <State>(state: (own: Own) => State, render: (state: State) => Renderable, isShared: boolean): Html =>
    hole(visit.part({ state, render: (given: State) => toText(render(given)), isShared }));
  const each: Personal['each'] = (state, render) => part(state, render, false);
  return {
    shared: (state, render) => part(state, render, true),
    each,
    onceField: () =>
      each(
        () => null,
        () => hidden('once', crypto.randomUUID()),
      ),
  };
}
