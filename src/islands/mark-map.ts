// F9.3: <mark-map> lets one come closer, move, choose a mark to see its figures, go through the days, and keeps the map
// up to date while it is looked at. The page says all of it without this.

const STEP = 1.4;
const MOST_CLOSE = 8;
const ASK_EVERY_MS = 20_000;
const MOVE = 40;
/** Characters of a mark's words in the list to choose from. */
const LONGEST = 60;

type Box = { x: number; y: number; width: number; height: number };

class MarkMap extends HTMLElement {
  #whole: Box = { x: 0, y: 0, width: 1, height: 1 };
  #box: Box = this.#whole;
  #picked = '';
  #timer = 0;
  #asked = 0;

  connectedCallback(): void {
    this.#begin();
    this.addEventListener('click', (event) => this.#onClick(event));
    this.addEventListener('change', (event) => this.#onChange(event));
    this.addEventListener('keydown', (event) => this.#onKey(event));
    this.addEventListener('pointerdown', (event) => this.#onDrag(event));
    if (this.dataset.live !== undefined) {
      this.#timer = window.setInterval(() => void this.#renew(location.href), ASK_EVERY_MS);
    }
  }

  disconnectedCallback(): void {
    clearInterval(this.#timer);
  }

  /** Once for the page as it came, and again for each that took its place. */
  #begin(): void {
    const picture = this.#picture();
    if (!picture) return;
    const { x, y, width, height } = picture.viewBox.baseVal;
    this.#whole = { x, y, width, height };
    if (this.#box.width <= 1) this.#box = this.#whole;
    this.#look(this.#box);
    picture.setAttribute('tabindex', '0');
    const tools = this.querySelector<HTMLElement>('.map-tools');
    if (tools) tools.hidden = false;
    this.#listMarks();
    this.#slideThroughDays();
    this.#pick(this.#picked);
  }

  #picture(): SVGSVGElement | null {
    return this.querySelector<SVGSVGElement>('svg.map-picture');
  }

  #row(id: string): HTMLTableRowElement | null {
    return this.querySelector(`[data-row="${id}"]`)?.closest('tr') ?? null;
  }

  #listMarks(): void {
    const select = this.querySelector<HTMLSelectElement>('select[data-tool="choose"]');
    if (!select) return;
    for (const mark of this.querySelectorAll<HTMLElement>('[data-row]')) {
      const letters = [...(mark.textContent ?? '')];
      const text = letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : letters.join('');
      select.add(new Option(text, mark.dataset.row));
    }
  }

  #onClick(event: Event): void {
    const target = event.target as Element;
    const tool = target.closest<HTMLElement>('[data-tool]')?.dataset.tool;
    if (tool === 'closer') this.#zoom(1 / STEP);
    else if (tool === 'farther') this.#zoom(STEP);
    else if (tool === 'whole') this.#look(this.#whole);
    const mark = target.closest<SVGElement>('[data-mark]');
    if (mark) this.#pick(mark.dataset.mark ?? '');
  }

  #onChange(event: Event): void {
    const target = event.target as HTMLSelectElement;
    if (target.dataset.tool === 'choose') this.#pick(target.value);
  }

  #onKey(event: KeyboardEvent): void {
    if (event.target !== this.#picture()) return;
    const moves: Record<string, [number, number]> = {
      ArrowLeft: [-MOVE, 0],
      ArrowRight: [MOVE, 0],
      ArrowUp: [0, -MOVE],
      ArrowDown: [0, MOVE],
    };
    const move = moves[event.key];
    if (move) this.#shift(...move);
    else if (event.key === '+' || event.key === ';') this.#zoom(1 / STEP);
    else if (event.key === '-') this.#zoom(STEP);
    else if (event.key === '0') this.#look(this.#whole);
    else return;
    event.preventDefault();
  }

  #onDrag(start: PointerEvent): void {
    const picture = this.#picture();
    if (!picture || start.button !== 0 || !(start.target instanceof SVGElement) || !picture.contains(start.target))
      return;
    // A finger scrolls the page while the whole map is seen; closer up it moves the map.
    if (start.pointerType === 'touch' && this.#box.width === this.#whole.width) return;
    const from = { ...this.#box };
    const scale = from.width / picture.getBoundingClientRect().width;
    const move = (event: PointerEvent) =>
      this.#look({
        ...from,
        x: from.x - (event.clientX - start.clientX) * scale,
        y: from.y - (event.clientY - start.clientY) * scale,
      });
    const end = () => window.removeEventListener('pointermove', move);
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', end, { once: true });
    window.addEventListener('pointercancel', end, { once: true });
  }

  #zoom(factor: number): void {
    const { x, y, width, height } = this.#box;
    const to = Math.min(this.#whole.width, Math.max(this.#whole.width / MOST_CLOSE, width * factor));
    const tall = (to / this.#whole.width) * this.#whole.height;
    this.#look({ x: x + (width - to) / 2, y: y + (height - tall) / 2, width: to, height: tall });
  }

  #shift(x: number, y: number): void {
    const scale = this.#box.width / this.#whole.width;
    this.#look({ ...this.#box, x: this.#box.x + x * scale, y: this.#box.y + y * scale });
  }

  /** Nothing outside the map is looked at. */
  #look({ x, y, width, height }: Box): void {
    const within = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
    const whole = this.#whole;
    this.#box = {
      x: within(x, whole.x, whole.x + whole.width - width),
      y: within(y, whole.y, whole.y + whole.height - height),
      width,
      height,
    };
    const picture = this.#picture();
    if (!picture) return;
    picture.setAttribute('viewBox', `${this.#box.x} ${this.#box.y} ${width} ${height}`);
    picture.style.touchAction = width === whole.width ? 'pan-y' : 'none';
    picture.style.setProperty('--closer', `${whole.width / width}`);
  }

  #pick(id: string): void {
    this.#picked = id;
    for (const mark of this.querySelectorAll<SVGElement>('[data-mark]')) {
      mark.classList.toggle('map-picked', mark.dataset.mark === id);
    }
    const select = this.querySelector<HTMLSelectElement>('select[data-tool="choose"]');
    if (select) select.value = id;
    const panel = this.querySelector('.map-chosen');
    if (!panel) return;
    const row = id === '' ? null : this.#row(id);
    panel.replaceChildren(...(row ? this.#facts(row) : []));
  }

  /** The row of the table, as a card beside the map. */
  #facts(row: HTMLTableRowElement): Element[] {
    const [name, ...cells] = [...row.cells];
    const title = document.createElement('p');
    title.append(...[...(name?.childNodes ?? [])].map((node) => node.cloneNode(true)));
    for (const marked of title.querySelectorAll('[data-row]')) marked.removeAttribute('data-row');
    const facts = document.createElement('ul');
    for (const cell of cells) {
      const item = document.createElement('li');
      item.textContent = `${cell.dataset.column ?? ''} ${cell.textContent ?? ''}`;
      facts.append(item);
    }
    return [title, facts];
  }

  /** The list of days as a slider; each step shows that day's map in place. */
  #slideThroughDays(): void {
    const form = this.querySelector<HTMLFormElement>('form.map-day');
    const select = form?.querySelector('select');
    if (!form || !select || form.querySelector('input')) return;
    const days = [...select.options].toReversed();
    const slider = document.createElement('input');
    slider.type = 'range';
    slider.min = '0';
    slider.max = String(days.length - 1);
    slider.value = String(days.findIndex((option) => option.value === select.value));
    slider.setAttribute('aria-label', form.querySelector('label')?.textContent ?? '');
    const say = () => {
      const day = days[Number(slider.value)];
      slider.setAttribute('aria-valuetext', day?.text ?? '');
      select.value = day?.value ?? '';
    };
    say();
    slider.addEventListener('input', say);
    const show = () => {
      const url = new URL(form.action);
      if (select.value !== '') url.searchParams.set('day', select.value);
      void this.#renew(url.href, true);
    };
    slider.addEventListener('change', show);
    select.addEventListener('change', show);
    select.after(slider);
    form.querySelector('button')?.setAttribute('hidden', '');
  }

  /** Takes over the map of another moment, if it is another. Unreachable: what is there stays. */
  async #renew(href: string, wanted = false): Promise<void> {
    if (document.hidden && !wanted) return;
    const turn = ++this.#asked;
    try {
      const response = await fetch(href, { headers: { Accept: 'text/html' } });
      if (!response.ok || turn !== this.#asked) return;
      const other = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('mark-map');
      if (!other || turn !== this.#asked) return;
      if (!wanted && other.getAttribute('data-drawn') === this.dataset.drawn) return;
      this.dataset.drawn = other.getAttribute('data-drawn') ?? '';
      const focused = document.activeElement;
      const slides = focused instanceof HTMLInputElement && this.contains(focused);
      this.replaceChildren(...other.childNodes);
      this.#begin();
      if (slides) this.querySelector<HTMLInputElement>('form.map-day input')?.focus();
    } catch {
      // The next turn asks again.
    }
  }
}

customElements.define('mark-map', MarkMap);
