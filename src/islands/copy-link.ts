// P4: <copy-link> adds a button that copies the address beside it.

class CopyLink extends HTMLElement {
  connectedCallback(): void {
    const input = this.querySelector('input');
    const button = this.querySelector('button');
    const words = button?.querySelector('span');
    const status = this.querySelector('[role="status"]');
    if (!input || !button || !words || !status || !navigator.clipboard) return;
    const before = words.textContent;
    button.hidden = false;
    input.addEventListener('focus', () => input.select());
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(input.value);
        words.textContent = status.textContent = this.dataset.done ?? '';
        setTimeout(() => {
          words.textContent = before;
          status.textContent = '';
        }, 4000);
      } catch {
        input.focus();
      }
    });
  }
}

customElements.define('copy-link', CopyLink);
