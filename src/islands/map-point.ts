// X6: <map-point> lets a place be chosen by pressing a map or by arrow keys; the inputs of latitude and longitude stay the truth.
// The projection is that of ui/outline-map, the other way round.

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
/** Of the width that is shown, for one press of an arrow key. */
const STEP = 0.01;
const CLOSEST = 0.06;

class MapPoint extends HTMLElement {
  #svg!: SVGSVGElement;
  #pin!: SVGGElement;
  #lat!: HTMLInputElement;
  #lng!: HTMLInputElement;
  #whole!: readonly [number, number];
  #zoom = 1;

  connectedCallback(): void {
    const svg = this.querySelector('svg');
    const stage = this.querySelector<HTMLElement>('.map-stage');
    const lat = document.getElementById(this.dataset.lat ?? '');
    const lng = document.getElementById(this.dataset.lng ?? '');
    if (!svg || !stage || !(lat instanceof HTMLInputElement) || !(lng instanceof HTMLInputElement)) return;
    this.#svg = svg;
    this.#lat = lat;
    this.#lng = lng;
    this.#whole = [svg.viewBox.baseVal.width, svg.viewBox.baseVal.height];
    this.#pin = this.#ownPin();
    this.classList.add('map-point-ready');
    stage.tabIndex = 0;
    stage.setAttribute('role', 'application');
    stage.setAttribute('aria-label', this.dataset.choose ?? '');
    for (const part of this.querySelectorAll<HTMLElement>('[hidden]')) part.hidden = false;
    stage.addEventListener('click', (event) => this.#choose(this.#unitsAt(event)));
    stage.addEventListener('keydown', (event) => this.#onKey(event));
    for (const input of [lat, lng]) input.addEventListener('input', () => this.#show());
    this.addEventListener('click', (event) => this.#onTool(event));
    this.#show();
  }

  /** The pin that is there, or one of our own. */
  #ownPin(): SVGGElement {
    for (const old of this.#svg.querySelectorAll('g:not(.map-tiles)')) old.remove();
    const pin = document.createElementNS('http://www.w3.org/2000/svg', 'g');
    const shape = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    shape.setAttribute('class', 'map-pin');
    shape.setAttribute('d', 'M0 0C-8 -22 -30 -32 -30 -56A30 30 0 1 1 30 -56C30 -32 8 -22 0 0Z');
    pin.append(shape);
    this.#svg.append(pin);
    return pin;
  }

  #number(name: 'x' | 'y' | 'scale'): number {
    return Number(this.dataset[name]);
  }

  #unitsAt(event: MouseEvent): readonly [number, number] | null {
    const turn = this.#svg.getScreenCTM()?.inverse();
    if (!turn) return null;
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(turn);
    return [x, y];
  }

  #choose(units: readonly [number, number] | null): void {
    if (!units) return;
    const worldX = this.#number('x') + units[0] / this.#number('scale');
    const worldY = this.#number('y') + units[1] / this.#number('scale');
    const lat = (Math.atan(Math.sinh(Math.PI * (1 - 2 * worldY))) * 180) / Math.PI;
    this.#write(lat.toFixed(5), (worldX * 360 - 180).toFixed(5));
  }

  #write(lat: string, lng: string): void {
    this.#lat.value = lat;
    this.#lng.value = lng;
    // Whoever listens to the inputs (the keeper of the draft) hears it as if it was typed.
    for (const input of [this.#lat, this.#lng]) input.dispatchEvent(new Event('input', { bubbles: true }));
    const status = this.querySelector('[role="status"]');
    if (status) status.textContent = lat === '' ? '' : this.#said(lat, lng);
  }

  #said(lat: string, lng: string): string {
    return (this.dataset.chosen ?? '').replace('{lat}', lat).replace('{lng}', lng);
  }

  #units(): readonly [number, number] | null {
    const [lat, lng] = [Number(this.#lat.value), Number(this.#lng.value)];
    if (this.#lat.value === '' || this.#lng.value === '' || Number.isNaN(lat) || Number.isNaN(lng)) return null;
    const phi = (lat * Math.PI) / 180;
    const worldY = (1 - Math.log(Math.tan(phi) + 1 / Math.cos(phi)) / Math.PI) / 2;
    const scale = this.#number('scale');
    return [((lng + 180) / 360 - this.#number('x')) * scale, (worldY - this.#number('y')) * scale];
  }

  #show(): void {
    const units = this.#units();
    this.#pin.style.display = units ? '' : 'none';
    if (units) this.#pin.setAttribute('transform', `translate(${units[0]} ${units[1]}) scale(${this.#zoom})`);
  }

  #onKey(event: KeyboardEvent): void {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    const [width, height] = this.#whole;
    const [x, y] = this.#units() ?? [width / 2, height / 2];
    const far = width * this.#zoom * STEP;
    this.#choose([x + step[0] * far, y + step[1] * far]);
  }

  #onTool(event: MouseEvent): void {
    const wanted = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-do]')?.dataset.do : null;
    if (!wanted) return;
    if (wanted === 'clear') this.#write('', '');
    else this.#zoomTo(wanted === 'in' ? this.#zoom / 1.6 : this.#zoom * 1.6);
  }

  #zoomTo(zoom: number): void {
    this.#zoom = Math.min(1, Math.max(CLOSEST, zoom));
    const [width, height] = this.#whole;
    const [x, y] = this.#units() ?? [width / 2, height / 2];
    const [wide, high] = [width * this.#zoom, height * this.#zoom];
    const left = Math.min(Math.max(x - wide / 2, 0), width - wide);
    const top = Math.min(Math.max(y - high / 2, 0), height - high);
    this.#svg.setAttribute('viewBox', `${left} ${top} ${wide} ${high}`);
    this.#show();
  }
}

customElements.define('map-point', MapPoint);
