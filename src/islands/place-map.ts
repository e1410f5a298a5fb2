// F1.1: <place-map> puts a map that can be moved in the place of the drawn one, where the operator has named a server of tiles. The same
// marks as in the list beside it; those near each other stand together as one. Without it the drawn map and the list say everything.

import {
  divIcon,
  type LatLngTuple,
  latLngBounds,
  layerGroup,
  map,
  marker,
  type Map as TileMap,
  tileLayer,
} from 'leaflet';

interface Feature {
  geometry: { coordinates: [number, number] };
  properties: { title: string; kind: string; look: number; number: number; path: string };
}

/** Marks nearer than this on the screen stand together. */
const NEAR = 44;
const SIZE = 32;
const CLOSEST = 18;

class PlaceMap extends HTMLElement {
  #map: TileMap | null = null;
  #features: Feature[] = [];
  #marks = layerGroup();

  connectedCallback(): void {
    const { tiles, src } = this.dataset;
    if (tiles && src) void this.#begin(tiles, src);
  }

  disconnectedCallback(): void {
    this.#map?.remove();
  }

  /** Nothing is taken away before everything is there. */
  async #begin(tiles: string, src: string): Promise<void> {
    const answer = await fetch(src).catch(() => null);
    if (!answer?.ok) return;
    const { features } = (await answer.json()) as { features: Feature[] };
    this.#features = features;
    const stage = document.createElement('div');
    stage.className = 'place-map-stage';
    stage.setAttribute('role', 'application');
    stage.setAttribute('aria-label', this.dataset.label ?? '');
    const drawn = this.querySelector('figure');
    this.prepend(stage);
    if (drawn) drawn.hidden = true;
    for (const hint of this.querySelectorAll<HTMLElement>('.map-hint')) hint.hidden = false;
    const shown = map(stage, { zoomAnimation: false, fadeAnimation: false, markerZoomAnimation: false });
    shown.attributionControl.setPrefix(false);
    tileLayer(tiles, { attribution: escaped(this.dataset.attribution ?? ''), maxZoom: CLOSEST }).addTo(shown);
    this.#marks.addTo(shown);
    this.#map = shown;
    shown.fitBounds(latLngBounds(this.#corners()), { padding: [24, 24], maxZoom: 16 });
    shown.on('zoomend', () => this.#draw());
    this.#draw();
    this.dataset.ready = '';
  }

  #corners(): LatLngTuple[] {
    const [south, west, north, east] = (this.dataset.bounds ?? '').split(',').map(Number);
    const places = this.#features.map(placeOf);
    if (places.length > 0) return places;
    return [
      [south ?? 0, west ?? 0],
      [north ?? 0, east ?? 0],
    ];
  }

  #draw(): void {
    this.#marks.clearLayers();
    for (const group of this.#groups()) {
      const [first] = group;
      if (!first) continue;
      if (group.length === 1) this.#single(first);
      else this.#several(group);
    }
  }

  /** Each mark joins the first group whose first mark is near on the screen. */
  #groups(): Feature[][] {
    const shown = this.#map;
    if (!shown) return [];
    const groups: { at: { x: number; y: number }; all: Feature[] }[] = [];
    for (const feature of this.#features) {
      const at = shown.latLngToLayerPoint(placeOf(feature));
      const near = groups.find((group) => Math.hypot(group.at.x - at.x, group.at.y - at.y) < NEAR);
      if (near) near.all.push(feature);
      else groups.push({ at, all: [feature] });
    }
    return groups.map(({ all }) => all);
  }

  #single(feature: Feature): void {
    const { title, look, number } = feature.properties;
    marker(placeOf(feature), {
      icon: sign(`place-map-sign-${look}`, String(number)),
      title,
      alt: title,
      keyboard: true,
    })
      .bindPopup(() => popup([feature]))
      .addTo(this.#marks);
  }

  /** Pressed, it comes closer as long as that takes them apart; then it names them. */
  #several(group: readonly Feature[]): void {
    const text = (this.dataset.many ?? '').replace('{n}', String(group.length));
    const places = group.map(placeOf);
    const at = latLngBounds(places).getCenter();
    const shown = marker(at, {
      icon: sign('place-map-many', String(group.length)),
      title: text,
      alt: text,
      keyboard: true,
    });
    shown.on('click', () => {
      const closer = this.#map;
      if (!closer) return;
      const zoom = Math.min(CLOSEST, closer.getBoundsZoom(latLngBounds(places), false));
      if (zoom > closer.getZoom()) closer.setView(at, zoom);
      else closer.openPopup(popup(group), at);
    });
    shown.addTo(this.#marks);
  }
}

function placeOf({ geometry: { coordinates } }: Feature): LatLngTuple {
  return [coordinates[1], coordinates[0]];
}

function sign(className: string, text: string) {
  const inner = document.createElement('span');
  inner.textContent = text;
  return divIcon({ className: `place-map-sign ${className}`, html: inner, iconSize: [SIZE, SIZE] });
}

const MOST_NAMED = 12;

/** Titles as links: text alone, whatever somebody typed. */
function popup(features: readonly Feature[]): HTMLElement {
  const list = document.createElement('ul');
  for (const { properties } of features.slice(0, MOST_NAMED)) {
    const link = document.createElement('a');
    link.href = properties.path;
    link.textContent = properties.title;
    const item = document.createElement('li');
    item.append(link, ` ${properties.kind}`);
    list.append(item);
  }
  return list;
}

function escaped(text: string): string {
  const element = document.createElement('span');
  element.textContent = text;
  return element.innerHTML;
}

customElements.define('place-map', PlaceMap);
