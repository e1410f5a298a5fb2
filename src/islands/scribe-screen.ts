// F9.2: <scribe-screen> lets somebody type what is said, one Enter each, while the network of a hall comes and goes. Its forms
// are sent in the background in the order they were filled in; what can't be sent yet waits in this browser (scribe-queue.ts).
//
// Inside: form#saying (radio or select `debateId`, radios `kind`, `speaker` with datalist#speakers, textarea `body`); [data-rows] with
// one li[data-entry] a row and its forms (hidden `entry`); template[data-row], template[data-refused-row]; [data-state] role=status;
// [data-refused] with [data-refused-rows]; [data-keys] hidden without this script. Words are attributes with {n} and {text} filled in:
//   data-waiting, data-all-sent, data-sending, data-sent, data-counted, data-signed-out, data-no-store, data-gone, data-nobody.
// Answer to a form: { ok: true, result: { number?, … } }, else problem details { title, errors?: [{ message }] }.
import { browserStore, type Item, type QueueState, ScribeQueue } from './scribe-queue.ts';
import { countHands, excerpt, newId, openChanges, put, send, textOf } from './scribe-sending.ts';

const AGAIN_MS = 4000;
const NAMES_REST_MS = 250;

class ScribeScreen extends HTMLElement {
  #queue!: ScribeQueue;
  #form!: HTMLFormElement;
  #timer = 0;
  #namesTimer = 0;

  connectedCallback(): void {
    const form = this.querySelector<HTMLFormElement>('form#saying');
    if (form === null || this.#form !== undefined) return;
    this.#form = form;
    this.#queue = new ScribeQueue({
      store: browserStore(this.dataset.store ?? 'scribe'),
      send: (item) => send(item),
      changed: (state) => this.#show(state),
      done: (item, result) => this.#done(item, (result ?? {}) as Record<string, unknown>),
    });
    for (const hint of this.querySelectorAll<HTMLElement>('[data-keys]')) hint.hidden = false;
    this.addEventListener('submit', (event) => this.#submitted(event));
    this.addEventListener('keydown', (event) => this.#key(event));
    this.addEventListener('input', (event) => this.#input(event));
    this.addEventListener('click', (event) => this.#click(event));
    addEventListener('online', () => this.#flush());
    addEventListener('focus', () => this.#flush());
    this.querySelector('#f-speaker')?.setAttribute('list', 'speakers');
    for (const item of this.#queue.items) if (item.opens) this.#addRow(item);
    this.#flush();
    this.#settle();
  }

  /** Where one has a keyboard, one types at once, and sees all of the screen. */
  #settle(): void {
    if (!matchMedia('(min-width: 60em)').matches) return;
    this.scrollIntoView({ block: 'start' });
    this.#body.focus({ preventScroll: true });
  }

  get #body(): HTMLTextAreaElement {
    return this.#form.elements.namedItem('body') as HTMLTextAreaElement;
  }

  #flush(): void {
    clearTimeout(this.#timer);
    void this.#queue.flush();
  }

  #submitted(event: SubmitEvent): void {
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    event.preventDefault();
    const opens = form === this.#form;
    if (opens && this.#body.value.trim() === '') {
      this.#body.focus();
      return;
    }
    const id = newId();
    const fields = [...new FormData(form)]
      .filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[0] !== 'once')
      .concat(opens ? [['entry', id]] : []);
    const entry = opens ? id : textOf(fields, 'entry');
    const item: Item = { id, path: form.action, entry, fields, ...(opens ? { opens } : {}) };
    const kept = this.#queue.add(item);
    if (opens) this.#entered(item);
    else form.closest('details')?.removeAttribute('open');
    if (!kept) this.#say(this.dataset.noStore);
    this.#body.focus();
    this.#flush();
  }

  #entered(item: Item): void {
    this.#addRow(item);
    this.#body.value = '';
    const speaker = this.#form.elements.namedItem('speaker') as HTMLInputElement;
    speaker.value = '';
    // Most of what is said is of the usual kind: another one was chosen for this saying, not for what comes next.
    for (const kind of this.#kinds) kind.checked = kind.defaultChecked;
    this.#body.dispatchEvent(new Event('input', { bubbles: true }));
  }

  /** A row for what was just typed: filled in from the page's own template, which knows the words. */
  #addRow(item: Item): void {
    if (this.#rowOf(item.entry)) return;
    const template = this.querySelector<HTMLTemplateElement>('template[data-row]')!;
    const row = (template.content.cloneNode(true) as DocumentFragment).firstElementChild as HTMLElement;
    row.dataset.entry = item.entry;
    for (const part of row.querySelectorAll('[id],[for],[aria-describedby]'))
      for (const name of ['id', 'for', 'aria-describedby'])
        if (part.hasAttribute(name)) part.setAttribute(name, part.getAttribute(name)!.replaceAll('new', item.entry));
    for (const field of row.querySelectorAll<HTMLInputElement>('input[name="entry"]')) field.value = item.entry;
    const body = textOf(item.fields, 'body');
    put(row, '[data-text]', body);
    put(row, '[data-speaker]', textOf(item.fields, 'speaker') || (this.dataset.nobody ?? ''));
    put(row, '[data-topic]', this.#debateName(textOf(item.fields, 'debateId')));
    const correction = row.querySelector<HTMLTextAreaElement>('textarea[name="body"]');
    if (correction) correction.value = body;
    if (textOf(item.fields, 'kind') === 'question') row.querySelector('[data-acts] > form')?.remove();
    this.querySelector('[data-none]')?.remove();
    this.querySelector('[data-rows]')!.prepend(row);
  }

  #rowOf(entry: string): HTMLElement | null {
    return this.querySelector(`li[data-entry="${CSS.escape(entry)}"]`);
  }

  #debateName(id: string): string {
    const option = this.#form.querySelector<HTMLOptionElement>(`option[value="${CSS.escape(id)}"]`);
    const radio = this.#form.querySelector<HTMLInputElement>(`input[name="debateId"][value="${CSS.escape(id)}"]`);
    return (option?.textContent ?? radio?.labels?.[0]?.textContent ?? '').replace(/^\d\s+/, '');
  }

  /** What the server has taken. */
  #done(item: Item, result: Record<string, unknown>): void {
    const row = this.#rowOf(item.entry);
    const text = textOf(item.fields, 'body');
    if (item.opens) {
      if (row && typeof result.numbered === 'string') put(row, '[data-number]', result.numbered);
      row?.querySelector('[data-mark]')?.setAttribute('hidden', '');
      this.#say(this.dataset.sent?.replace('{text}', excerpt(text)));
    } else if (item.fields.some(([name]) => name === 'agree')) this.#say(this.dataset.counted);
    else if (text !== '' && row) {
      put(row, '[data-text]', text);
      const version = row.querySelector<HTMLInputElement>('input[name="version"]');
      if (version && typeof result.version === 'number') version.value = String(result.version);
    } else if (row) {
      put(row, '[data-text]', this.dataset.gone ?? '');
      row.querySelector('[data-acts]')?.remove();
    }
  }

  #show(state: QueueState): void {
    const { waiting, refused, sending, halt } = state;
    const n = String(waiting.length);
    if (waiting.length > 0) {
      const words =
        halt === 'signed-out'
          ? this.dataset.signedOut
          : halt === 'away' || !sending
            ? this.dataset.waiting
            : this.dataset.sending;
      this.#say(words?.replace('{n}', n), true);
    } else if (!sending && (this.#waited || this.#isSending)) {
      this.#waited = false;
      this.#say(refused.length > 0 ? '' : this.dataset.allSent);
    }
    if (waiting.length > 0 && halt !== null) this.#waited = true;
    clearTimeout(this.#timer);
    if (waiting.length > 0 && halt !== null) this.#timer = window.setTimeout(() => this.#flush(), AGAIN_MS);
    this.#showRefused(refused);
  }

  /** since all was sent the last time, something had to wait */
  #waited = false;

  get #isSending(): boolean {
    return this.querySelector('[data-state]')?.textContent === this.dataset.sending;
  }

  #showRefused(refused: readonly Item[]): void {
    const list = this.querySelector<HTMLElement>('[data-refused-rows]')!;
    const template = this.querySelector<HTMLTemplateElement>('template[data-refused-row]')!;
    list.replaceChildren(
      ...refused.map((item) => {
        const row = (template.content.cloneNode(true) as DocumentFragment).firstElementChild as HTMLElement;
        row.dataset.item = item.id;
        const spoken =
          textOf(item.fields, 'body') || (this.#rowOf(item.entry)?.querySelector('[data-text]')?.textContent ?? '');
        put(row, '[data-text]', spoken);
        put(row, '[data-why]', item.refused ?? '');
        return row;
      }),
    );
    this.querySelector<HTMLElement>('[data-refused]')!.hidden = refused.length === 0;
  }

  #click(event: Event): void {
    const button = (event.target as Element).closest('button');
    const id = button?.closest<HTMLElement>('[data-item]')?.dataset.item;
    const item = this.#queue.items.find((one) => one.id === id);
    if (!button || !item) return;
    if (button.value === 'again') this.#takeUp(item);
    this.#queue.discard(item.id);
    if (item.opens) this.#rowOf(item.entry)?.remove();
    this.#flush();
  }

  /** Puts something back into the form it came from, to be changed and sent anew. */
  #takeUp(item: Item): void {
    const row = this.#rowOf(item.entry);
    const path = new URL(item.path).pathname;
    const forms = [this.#form, ...(row?.querySelectorAll('form') ?? [])];
    const form = forms.find((one) => new URL(one.action).pathname === path) ?? this.#form;
    for (const [name, value] of item.fields) {
      if (name === 'entry' || name === 'version') continue;
      const field = form.elements.namedItem(name);
      if (
        field instanceof RadioNodeList ||
        field instanceof HTMLInputElement ||
        field instanceof HTMLTextAreaElement ||
        field instanceof HTMLSelectElement
      )
        field.value = value;
    }
    const details = form.closest('details');
    if (details) details.open = true;
    form.querySelector<HTMLElement>('textarea, input:not([type="hidden"], [type="radio"])')?.focus();
  }

  #key(event: KeyboardEvent): void {
    const typing = event.isComposing || event.keyCode === 229;
    if (event.key === 'Enter' && event.target === this.#body && !event.shiftKey && !typing) {
      event.preventDefault();
      this.#form.requestSubmit();
    } else if (event.key === 'Escape' && !typing) this.#body.focus();
    else if (event.altKey && !event.ctrlKey && !event.metaKey && this.#chosen(event.code)) event.preventDefault();
  }

  /** Keys by their place on the keyboard: with Alt held, some keyboards write other letters. */
  #chosen(code: string): boolean {
    const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1];
    if (digit !== undefined) return this.#chooseDebate(Number(digit) - 1);
    const last = this.querySelector<HTMLElement>('[data-rows] > li');
    if (code === 'KeyQ') this.#turnKind();
    else if (code === 'KeyP') this.#form.querySelector<HTMLInputElement>('[name="speaker"]')?.focus();
    else if (code === 'KeyH') countHands(this);
    else if (code === 'KeyU') openChanges(last);
    else return false;
    return true;
  }

  #chooseDebate(index: number): boolean {
    const radio = this.#form.querySelectorAll<HTMLInputElement>('input[name="debateId"]')[index];
    const select = this.#form.querySelector<HTMLSelectElement>('select[name="debateId"]');
    if (radio && !radio.disabled) radio.checked = true;
    else if (select?.options[index] && !select.options[index].disabled) select.selectedIndex = index;
    this.#body.focus();
    return true;
  }

  get #kinds(): HTMLInputElement[] {
    return [...this.#form.querySelectorAll<HTMLInputElement>('input[name="kind"]')];
  }

  #turnKind(): void {
    const kinds = this.#kinds;
    const at = kinds.findIndex((kind) => kind.checked);
    const next = kinds[(at + 1) % kinds.length];
    if (next) next.checked = true;
  }

  #input(event: Event): void {
    const field = event.target;
    if (!(field instanceof HTMLInputElement) || field.name !== 'speaker') return;
    clearTimeout(this.#namesTimer);
    this.#namesTimer = window.setTimeout(() => void this.#offerNames(field.value), NAMES_REST_MS);
  }

  /** Names that begin like this; without the network one types them out. */
  async #offerNames(begun: string): Promise<void> {
    if (begun.trim() === '') return;
    try {
      const response = await fetch(`${this.dataset.names}?q=${encodeURIComponent(begun)}`, {
        headers: { Accept: 'application/json' },
      });
      if (!response.ok) return;
      const { names } = (await response.json()) as { names: { text: string; note: string }[] };
      this.querySelector('#speakers')?.replaceChildren(
        ...names.map(({ text, note }) =>
          Object.assign(document.createElement('option'), { value: text, label: `${text}（${note}）` }),
        ),
      );
    } catch {
      // Offline: nothing to offer.
    }
  }

  #say(text: string | undefined, stays = false): void {
    const state = this.querySelector<HTMLElement>('[data-state]');
    if (state === null || text === undefined) return;
    state.textContent = text;
    state.classList.toggle('draft-waiting', stays);
  }
}

customElements.define('scribe-screen', ScribeScreen);
