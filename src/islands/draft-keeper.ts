// F9.1: <draft-keeper> saves a form while it is typed: posted to data-save a little after the typing rests, and kept in this
// browser while there is no connection. Answer: { ok: true, time?: '12:03', result?: { version } }: what the result names is
// put into the form's hidden fields, so that the next save is based on this one. Passwords and files are never kept.

type Entry = [name: string, value: string];

const REST = 2500;

class DraftKeeper extends HTMLElement {
  #form: HTMLFormElement | null = null;
  #timer = 0;
  #dirty = false;
  #sending = false;
  #waiting: (() => void) | null = null;

  connectedCallback(): void {
    this.#form = this.querySelector('form');
    if (this.#form === null) return;
    this.#restore();
    this.#form.addEventListener('input', () => this.#later());
    this.#form.addEventListener('submit', (event) => {
      clearTimeout(this.#timer);
      if (this.#sending) {
        // Two saves at once would take each other for another window's.
        event.preventDefault();
        this.#waiting = () => this.#form?.requestSubmit(event.submitter);
        return;
      }
      if (navigator.onLine) {
        this.#dirty = false;
        this.#forget();
        return;
      }
      event.preventDefault();
      this.#keep();
    });
    addEventListener('online', () => this.#dirty && void this.#save());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden' && this.#dirty) void this.#save(true);
    });
  }

  #later(): void {
    this.#dirty = true;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#save(), REST);
  }

  async #save(leaving = false): Promise<void> {
    if (this.#sending && !leaving) return this.#later();
    if (!navigator.onLine) return this.#keep();
    this.#sending = true;
    this.#dirty = false;
    this.#say(this.dataset.saving);
    try {
      const response = await fetch(this.dataset.save!, {
        method: 'POST',
        headers: { Accept: 'application/json' },
        body: new URLSearchParams(this.#entries()),
        keepalive: leaving,
      });
      const answer = (await response.json()) as {
        ok?: boolean;
        time?: string;
        result?: Record<string, unknown>;
      };
      if (!response.ok || answer.ok !== true) throw new Error('refused');
      for (const [name, value] of Object.entries(answer.result ?? {})) {
        const field = this.#form!.querySelector<HTMLInputElement>(`input[type="hidden"][name="${CSS.escape(name)}"]`);
        if (field && (typeof value === 'string' || typeof value === 'number')) field.value = String(value);
      }
      if (!this.#dirty) this.#forget();
      this.#say(this.dataset.saved?.replace('{time}', answer.time ?? clock()));
    } catch {
      this.#dirty = true;
      this.#keep(navigator.onLine ? this.dataset.failed : this.dataset.offline);
    } finally {
      this.#sending = false;
      this.#waiting?.();
      this.#waiting = null;
    }
  }

  #fields(): (HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement)[] {
    return [...this.#form!.querySelectorAll<HTMLInputElement>('input[name],textarea[name],select[name]')].filter(
      (field) => !['password', 'file', 'submit'].includes(field.type),
    );
  }

  #entries(): Entry[] {
    const names = new Set(this.#fields().map((field) => field.name));
    return [...new FormData(this.#form!)].filter(
      (entry): entry is Entry => names.has(entry[0]) && typeof entry[1] === 'string',
    );
  }

  get #key(): string {
    return `draft ${location.pathname} ${this.dataset.save}`;
  }

  #keep(words = this.dataset.offline): void {
    this.#dirty = true;
    try {
      localStorage.setItem(this.#key, JSON.stringify(this.#entries()));
      this.#say(words);
    } catch {
      this.#say(this.dataset.failed);
    }
  }

  #forget(): void {
    try {
      localStorage.removeItem(this.#key);
    } catch {
      // A browser that keeps nothing has nothing to forget.
    }
  }

  /** What could not be sent last time comes back into the form and is sent now. */
  #restore(): void {
    let kept: Entry[];
    try {
      kept = JSON.parse(localStorage.getItem(this.#key) ?? '[]') as Entry[];
    } catch {
      return;
    }
    if (kept.length === 0) return;
    for (const field of this.#fields()) {
      if (field.type === 'hidden') continue;
      const values = kept.filter(([name]) => name === field.name).map(([, value]) => value);
      if (field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio'))
        field.checked = values.includes(field.value);
      else if (values[0] !== undefined) field.value = values[0];
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
    void this.#save();
  }

  #say(text: string | undefined): void {
    const state = this.querySelector(':scope > .draft-state');
    if (state !== null && text !== undefined) state.textContent = text;
  }
}

function clock(): string {
  const now = new Date();
  return `${now.getHours()}:${String(now.getMinutes()).padStart(2, '0')}`;
}

customElements.define('draft-keeper', DraftKeeper);
