// F1.3: <list-in-place> moves things of its list up and down without leaving the page: it sends the form of the pressed button and shows
// the list as the answering page has it. Any failure falls back to the form as it is.

const WAYS = 'input[name="to"]';

class ListInPlace extends HTMLElement {
  #busy = false;

  connectedCallback(): void {
    this.addEventListener('submit', (event) => {
      const form = event.target as HTMLFormElement;
      if (!form.querySelector(WAYS)) return;
      event.preventDefault();
      if (!this.#busy) void this.#send(form);
    });
  }

  async #send(form: HTMLFormElement): Promise<void> {
    this.#busy = true;
    try {
      const response = await fetch(form.action, {
        method: 'POST',
        body: new URLSearchParams(new FormData(form) as unknown as Record<string, string>),
      });
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      const fresh = page.querySelector(`#${CSS.escape(this.id)}`);
      if (!response.ok || fresh === null) throw new Error('another page came');
      this.#show(form, fresh);
      this.#refresh(page);
    } catch {
      form.submit();
    } finally {
      this.#busy = false;
    }
  }

  /** What was moved keeps its place on the screen and the focus, so that it can be moved on. */
  #show(form: HTMLFormElement, fresh: Element): void {
    const thing = form.closest('li')?.dataset.thing ?? '';
    const way = form.querySelector<HTMLInputElement>(WAYS)?.value ?? '';
    const top = form.getBoundingClientRect().top;
    this.replaceChildren(...fresh.childNodes);
    const moved = this.querySelector(`[data-thing="${CSS.escape(thing)}"]`);
    const inputs = [...(moved?.querySelectorAll<HTMLInputElement>(WAYS) ?? [])];
    const again = (inputs.find((input) => input.value === way) ?? inputs[0])?.form;
    if (!again) return;
    window.scrollBy(0, again.getBoundingClientRect().top - top);
    again.querySelector('button')?.focus({ preventScroll: true });
  }

  /** What the page says of the list elsewhere: `data-with` names the list, its own id finds it again. */
  #refresh(page: Document): void {
    for (const old of document.querySelectorAll(`[data-with="${CSS.escape(this.id)}"]`)) {
      const now = page.getElementById(old.id);
      if (now) old.replaceWith(now);
    }
  }
}

customElements.define('list-in-place', ListInPlace);
