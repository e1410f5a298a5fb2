// F1.4: <live-part> looks at its page again while it is seen, and takes over what changed. Without it, a link does the same.

const ASK_EVERY_MS = 8000;

class LivePart extends HTMLElement {
  #timer = 0;
  #asked = 0;

  connectedCallback(): void {
    this.#timer = window.setInterval(() => void this.#renew(), ASK_EVERY_MS);
  }

  disconnectedCallback(): void {
    clearInterval(this.#timer);
  }

  async #renew(): Promise<void> {
    // Whoever is at a button or a field in it goes on first.
    if (document.hidden || this.contains(document.activeElement)) return;
    const turn = ++this.#asked;
    try {
      const response = await fetch(this.dataset.href ?? location.href, { headers: { Accept: 'text/html' } });
      if (!response.ok || turn !== this.#asked) return;
      const other = new DOMParser().parseFromString(await response.text(), 'text/html').getElementById(this.id);
      if (!other || turn !== this.#asked || other.innerHTML === this.innerHTML) return;
      this.replaceChildren(...other.childNodes);
    } catch {
      // The next turn asks again.
    }
  }
}

customElements.define('live-part', LivePart);
