// F9.9: <lot-check data-src="…"> draws a published lot again in the reader's own browser, and says whether the result is the same.
// Inside it: a hidden paragraph with a <button>, and a [role=status].
//
// Words are attributes: data-running, data-done, data-wrong, data-unreachable, data-unable (no Web Crypto here, e.g. without HTTPS)
import { checkLot, type LotDocument } from '#kernel/lot.ts';

class LotCheck extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    if (!button || button.dataset.ready === '') return;
    button.dataset.ready = '';
    for (const hidden of this.querySelectorAll<HTMLElement>('[hidden]')) hidden.hidden = false;
    button.addEventListener('click', () => void this.#check().catch(() => this.#say('unreachable')));
  }

  async #check(): Promise<void> {
    if (!globalThis.crypto?.subtle) {
      this.#say('unable');
      return;
    }
    this.#say('running');
    const response = await fetch(this.getAttribute('data-src') ?? '', { headers: { Accept: 'application/json' } });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    const { method, list, draw } = await checkLot((await response.json()) as LotDocument);
    this.#say(method && list && draw ? 'done' : 'wrong');
  }

  #say(what: string): void {
    const status = this.querySelector('[role=status]');
    if (status) status.textContent = this.getAttribute(`data-${what}`) ?? '';
  }
}

customElements.define('lot-check', LotCheck);
