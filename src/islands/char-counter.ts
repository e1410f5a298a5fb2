// X6: <char-counter> says how many characters are left. It counts as the server does: code points, a line end as one.

class CharCounter extends HTMLElement {
  #timer = 0;

  connectedCallback(): void {
    const area = this.querySelector('textarea');
    const count = this.querySelector<HTMLElement>('.field-count');
    const status = this.querySelector<HTMLElement>('[role="status"]');
    if (area === null || count === null || status === null) return;
    const limit = Number(this.dataset.limit);
    const update = (): void => {
      const left = limit - [...area.value.replace(/\r\n?/g, '\n').normalize('NFC')].length;
      const words = (left < 0 ? this.dataset.over : this.dataset.left) ?? '';
      count.textContent = words.replace('{n}', Math.abs(left).toLocaleString('en-US'));
      count.classList.toggle('field-count-over', left < 0);
      clearTimeout(this.#timer);
      // Said aloud only near the end, and only when the typing rests.
      if (left <= 20) this.#timer = window.setTimeout(() => (status.textContent = count.textContent), 1200);
      else status.textContent = '';
    };
    area.addEventListener('input', update);
    update();
  }
}

customElements.define('char-counter', CharCounter);
