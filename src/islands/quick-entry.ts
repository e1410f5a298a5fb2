// X9: <quick-entry> is for somebody with a heap of papers: the first field is ready to type in, Ctrl+Enter sends. The form does without.

class QuickEntry extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    if (!form) return;
    if (!form.querySelector('[aria-invalid="true"]')) form.querySelector('textarea')?.focus({ preventScroll: true });
    form.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing || event.repeat) return;
      event.preventDefault();
      form.requestSubmit();
    });
  }
}

customElements.define('quick-entry', QuickEntry);
