// F9.5: <statement-panes> puts what is chosen in one pane into a thing of the other without leaving the page: by that thing's
// button, or, on a checkbox, by its number. Arrows go from checkbox to checkbox. The answer is
// { ok: true, result: { cited, uncovered } }, or problem details { title, errors?: [{ message }] }. Anything else, and any
// failure, falls back to the form as it is.

type Counts = { cited: number; uncovered: number };
type Answer = { ok?: boolean; result?: Counts; title?: string; errors?: { message: string }[] };

class StatementPanes extends HTMLElement {
  #plain = false;

  connectedCallback(): void {
    const form = this.querySelector<HTMLFormElement>(`form#${this.dataset.form}`);
    if (form === null) return;
    this.querySelector('[data-keys]')?.removeAttribute('hidden');
    form.addEventListener('submit', (event) => {
      const button = event.submitter;
      if (this.#plain || !(button instanceof HTMLButtonElement) || button.hasAttribute('formaction')) return;
      const id = button.name === 'to' ? button.value : String(new FormData(form).get(this.dataset.target ?? '') ?? '');
      const target = this.#targets().find((one) => one.dataset.into === id);
      const chosen = this.#boxes().filter((box) => box.checked);
      if (target === undefined || chosen.length === 0) return;
      event.preventDefault();
      void this.#put(form, target, chosen, button);
    });
    form.addEventListener('keydown', (event) => this.#key(event, form));
    // A page the browser brings back must not repeat the number of a form that was carried out.
    addEventListener('pageshow', () => this.#renew(form));
  }

  #boxes(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>('[data-item] input[type="checkbox"]')];
  }

  #targets(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[data-into]')];
  }

  #key(event: KeyboardEvent, form: HTMLFormElement): void {
    const box = event.target;
    if (!(box instanceof HTMLInputElement) || box.name !== this.dataset.field) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      const boxes = this.#boxes();
      event.preventDefault();
      boxes[boxes.indexOf(box) + step]?.focus();
      return;
    }
    const target = /^[1-9]$/.test(event.key) ? this.#targets()[Number(event.key) - 1] : undefined;
    if (target === undefined) return;
    event.preventDefault();
    void this.#put(form, target, [box]);
  }

  async #put(
    form: HTMLFormElement,
    target: HTMLElement,
    chosen: HTMLInputElement[],
    button?: HTMLButtonElement,
  ): Promise<void> {
    const body = new URLSearchParams({ to: target.dataset.into ?? '', once: crypto.randomUUID() });
    for (const box of chosen) body.append(box.name, box.value);
    try {
      const response = await fetch(form.action, { method: 'POST', headers: { Accept: 'application/json' }, body });
      const answer = (await response.json()) as Answer;
      if (response.ok && answer.ok === true && answer.result !== undefined) this.#show(target, chosen, answer.result);
      else if (response.status < 500 && answer.title !== undefined)
        this.#refused(chosen, answer.errors?.[0]?.message ?? answer.title);
      else this.#fallBack(form, chosen, button);
    } catch {
      this.#fallBack(form, chosen, button);
    }
  }

  /** What is shown here is what the next page would show. */
  #show(target: HTMLElement, chosen: HTMLInputElement[], counts: Counts): void {
    const name = target.dataset.name ?? '';
    for (const box of chosen) {
      const item = box.closest('[data-item]');
      const place = item?.querySelector('[data-place]');
      if (place) place.textContent = name;
      const held = document.createElement('li');
      held.textContent = item?.querySelector('label')?.textContent ?? '';
      target.querySelector('[data-held]')?.append(held);
      box.checked = false;
    }
    const count = target.querySelector('[data-count]');
    if (count) count.textContent = (count.textContent ?? '').replace(/[\d,]+/, counts.cited.toLocaleString('en-US'));
    const open = this.querySelector('[data-open]');
    if (open) open.textContent = (this.dataset.left ?? '').replace('{n}', counts.uncovered.toLocaleString('en-US'));
    this.#recount(counts.uncovered);
    target.querySelector('[data-empty]')?.remove();
    this.#say((this.dataset.done ?? '').replace('{n}', String(chosen.length)).replace('{point}', name));
  }

  /** The numbers beside the views: what is no longer open is cited now. */
  #recount(uncovered: number): void {
    const [open, cited] = ['uncovered', 'cited'].map((show) =>
      this.querySelector(`.tabs a[href*="show=${show}"] .tab-count`),
    );
    if (!open || !cited) return;
    const number = (element: Element) => Number((element.textContent ?? '').replaceAll(',', ''));
    cited.textContent = (number(cited) + number(open) - uncovered).toLocaleString('en-US');
    open.textContent = uncovered.toLocaleString('en-US');
  }

  /** Why not, where one is looking. */
  #refused(chosen: HTMLInputElement[], text: string): void {
    const place = chosen[0]?.closest('[data-item]')?.querySelector('[data-place]');
    if (place) place.textContent = text;
    this.#say(text);
  }

  #fallBack(form: HTMLFormElement, chosen: HTMLInputElement[], button?: HTMLButtonElement): void {
    if (button === undefined) {
      for (const box of chosen) box.checked = true;
      this.#refused(chosen, this.dataset.failed ?? '');
      return;
    }
    this.#plain = true;
    form.requestSubmit(button);
    this.#plain = false;
  }

  #renew(form: HTMLFormElement): void {
    const once = form.querySelector<HTMLInputElement>('input[name="once"]');
    if (once !== null) once.value = crypto.randomUUID();
  }

  #say(text: string): void {
    const status = this.querySelector('[data-said]');
    if (status !== null) status.textContent = text;
  }
}

customElements.define('statement-panes', StatementPanes);
