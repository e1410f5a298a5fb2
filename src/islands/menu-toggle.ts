// X6: <menu-toggle> makes the header's links to its panels into buttons that open and close them in place.
// Without it the same links open the panels by :target.

class MenuToggle extends HTMLElement {
  connectedCallback(): void {
    for (const link of this.querySelectorAll<HTMLAnchorElement>('a.bar-item[href^="#"]')) {
      const panel = document.getElementById(link.hash.slice(1));
      if (panel === null) continue;
      link.setAttribute('role', 'button');
      link.setAttribute('aria-controls', panel.id);
      link.setAttribute('aria-expanded', 'false');
      const show = (open: boolean): void => {
        panel.classList.toggle('is-open', open);
        link.setAttribute('aria-expanded', String(open));
      };
      link.addEventListener('click', (event) => {
        event.preventDefault();
        const open = link.getAttribute('aria-expanded') !== 'true';
        this.dispatchEvent(new CustomEvent('panel-close'));
        show(open);
      });
      link.addEventListener('keydown', (event) => {
        if (event.key !== ' ') return;
        event.preventDefault();
        link.click();
      });
      panel.querySelector('.panel-close')?.addEventListener('click', (event) => {
        event.preventDefault();
        show(false);
        link.focus();
      });
      this.addEventListener('panel-close', () => show(false));
      document.addEventListener('keydown', (event) => {
        if (event.key !== 'Escape' || link.getAttribute('aria-expanded') !== 'true') return;
        show(false);
        link.focus();
      });
    }
  }
}

customElements.define('menu-toggle', MenuToggle);
