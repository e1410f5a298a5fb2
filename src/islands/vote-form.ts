// F9.2: <vote-form> sends a choice without leaving the page. Answer: { ok: true, choice: string | null, message?: string },
// or problem details { title, errors?: [{ message }] }. Anything else, and any failure, falls back to the form as it is.

type Answer = {
  ok?: boolean;
  choice?: string | null;
  message?: string;
  title?: string;
  errors?: { message: string }[];
};

class VoteForm extends HTMLElement {
  #asked = 0;
  #plain = false;

  connectedCallback(): void {
    this.querySelector('form')?.addEventListener('submit', (event) => {
      if (this.#plain) return;
      const button = event.submitter;
      if (!(button instanceof HTMLButtonElement)) return;
      event.preventDefault();
      void this.#send(event.target as HTMLFormElement, button);
    });
  }

  async #send(form: HTMLFormElement, button: HTMLButtonElement): Promise<void> {
    const turn = ++this.#asked;
    const before = this.#chosen();
    this.#show(button.value);
    try {
      const response = await fetch(form.action, {
        method: 'POST',
        headers: { Accept: 'application/json' },
        // A choice arrives also when the page is left at once.
        keepalive: true,
        body: new URLSearchParams(new FormData(form, button) as unknown as Record<string, string>),
      });
      const answer = (await response.json()) as Answer;
      if (turn !== this.#asked) return;
      if (response.ok && answer.ok === true) {
        this.#show(answer.choice ?? '');
        this.#say(answer.message ?? '', false);
        this.dispatchEvent(new CustomEvent('vote-sent', { bubbles: true, detail: answer }));
      } else if (response.status < 500 && answer.title !== undefined) {
        this.#show(before);
        this.#say(answer.errors?.[0]?.message ?? answer.title, true);
      } else {
        this.#fallBack(form, button);
      }
    } catch {
      if (turn === this.#asked) this.#fallBack(form, button);
    }
  }

  #fallBack(form: HTMLFormElement, button: HTMLButtonElement): void {
    this.#say(this.dataset.failed ?? '', true);
    this.#plain = true;
    form.requestSubmit(button);
    this.#plain = false;
  }

  #chosen(): string {
    return this.querySelector<HTMLButtonElement>('[aria-pressed="true"]')?.value ?? '';
  }

  #show(choice: string): void {
    for (const button of this.querySelectorAll<HTMLButtonElement>('[aria-pressed]'))
      button.setAttribute('aria-pressed', String(button.value === choice));
    const back = this.querySelector<HTMLButtonElement>('.vote-back');
    if (back === null) return;
    // A button that goes away must not take the keyboard's place with it.
    if (choice === '' && document.activeElement === back)
      this.querySelector<HTMLButtonElement>('[aria-pressed]')?.focus();
    back.hidden = choice === '';
  }

  #say(text: string, wrong: boolean): void {
    const status = this.querySelector<HTMLElement>('.vote-status');
    if (status === null) return;
    status.textContent = text;
    status.classList.toggle('vote-wrong', wrong);
  }
}

customElements.define('vote-form', VoteForm);
