// F9.5: <statement-panes> cites without leaving the page: choose opinions, then a point's button; or, on an opinion's checkbox,
// the number of a point. Arrows go from opinion to opinion. The answer is { ok: true, result: { cited, uncovered } }, or problem
// details { title, errors?: [{ message }] }. Anything else, and any failure, falls back to the form as it is.

type Answer = {
  ok?: boolean;
  result?: { cited: number; uncovered: number };
  title?: string;
  errors?: { message: string }[];
};

class StatementPanes extends HTMLElement {
  #plain = false;

  connectedCallback(): void {
    const form = this.querySelector<HTMLFormElement>('#choosing');
    if (form === null) return;
    this.querySelector<HTMLElement>('[data-keys]')?.removeAttribute('hidden');
    form.addEventListener('submit', (event) => {
      const button = event.submitter;
      if (this.#plain || !(button instanceof HTMLButtonElement) || button.hasAttribute('formaction')) return;
      const id = button.name === 'to' ? button.value : String(new FormData(form).get('point') ?? '');
      const point = this.#point(id);
      const chosen = this.#boxes().filter((box) => box.checked);
      if (point === undefined || chosen.length === 0) return;
      event.preventDefault();
      void this.#cite(form, point, chosen, button);
    });
    form.addEventListener('keydown', (event) => this.#key(event, form));
    // A page brought back by the browser must not repeat the number of a form that was carried out.
    addEventListener('pageshow', () => this.#renew(form));
  }

  #boxes(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>('[data-opinion] input[name="opinion"]')];
  }

  #points(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[data-point]')];
  }

  #point(id: string): HTMLElement | undefined {
    return this.#points().find((point) => point.dataset.point === id);
  }

  #key(event: KeyboardEvent, form: HTMLFormElement): void {
    const box = event.target;
    if (!(box instanceof HTMLInputElement) || box.name !== 'opinion') return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      const boxes = this.#boxes();
      event.preventDefault();
      boxes[boxes.indexOf(box) + step]?.focus();
      return;
    }
    const point = /^[1-9]$/.test(event.key) ? this.#points()[Number(event.key) - 1] : undefined;
    if (point === undefined) return;
    event.preventDefault();
    void this.#cite(form, point, [box]);
  }

  async #cite(
    form: HTMLFormElement,
    point: HTMLElement,
    chosen: HTMLInputElement[],
    button?: HTMLButtonElement,
  ): Promise<void> {
    const body = new URLSearchParams({ to: point.dataset.point ?? '', once: crypto.randomUUID() });
    for (const box of chosen) body.append('opinion', box.value);
    try {
      const response = await fetch(form.action, { method: 'POST', headers: { Accept: 'application/json' }, body });
      const answer = (await response.json()) as Answer;
      if (response.ok && answer.ok === true && answer.result !== undefined) this.#show(point, chosen, answer.result);
      else if (response.status < 500 && answer.title !== undefined)
        this.#say(answer.errors?.[0]?.message ?? answer.title, true);
      else this.#fallBack(form, chosen, button);
    } catch {
      this.#fallBack(form, chosen, button);
    }
  }

  /** Words first, numbers after: what is shown here is what the next page would show. */
  #show(point: HTMLElement, chosen: HTMLInputElement[], result: { cited: number; uncovered: number }): void {
    const name = point.dataset.name ?? '';
    const list = point.querySelector('[data-cites]');
    for (const box of chosen) {
      const row = box.closest('[data-opinion]');
      const places = row?.querySelector('[data-places]');
      if (places) places.textContent = name;
      const item = document.createElement('li');
      item.textContent = row?.querySelector('label')?.textContent ?? '';
      list?.append(item);
      box.checked = false;
    }
    const count = point.querySelector('[data-count]');
    if (count) count.textContent = (count.textContent ?? '').replace(/[\d,]+/, result.cited.toLocaleString('en-US'));
    const left = this.querySelector('[data-uncovered]');
    if (left) left.textContent = (this.dataset.left ?? '').replace('{n}', result.uncovered.toLocaleString('en-US'));
    point.querySelector('[data-uncited]')?.remove();
    this.#say((this.dataset.cited ?? '').replace('{n}', String(chosen.length)).replace('{point}', name), false);
  }

  #fallBack(form: HTMLFormElement, chosen: HTMLInputElement[], button?: HTMLButtonElement): void {
    this.#say(this.dataset.failed ?? '', true);
    if (button === undefined) {
      for (const box of chosen) box.checked = true;
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

  #say(text: string, wrong: boolean): void {
    const status = this.querySelector<HTMLElement>(':scope > [role="status"]');
    if (status === null) return;
    status.textContent = text;
    status.classList.toggle('vote-wrong', wrong);
  }
}

customElements.define('statement-panes', StatementPanes);
