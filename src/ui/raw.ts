// X6: the one place where text becomes markup unescaped. Only src/ui may use `raw`, for pictures made by us.

/** A piece of HTML that is safe to put into a page as it is. Made by `html` and, inside src/ui, by `raw`. */
export class Markup {
  // Named as hono/html names it, so that such a piece passes through its templates and `c.html` unharmed.
  readonly isEscaped = true as const;
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
  toString(): string {
    return this.markup;
  }
}

/** Marks a string as HTML without escaping it. Never for text that a person or another system wrote. */
export function raw(markup: string): Markup {
  return new Markup(markup);
}
