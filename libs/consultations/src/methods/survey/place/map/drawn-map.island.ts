import { circleMarker, geoJSON, latLng, map, rectangle, svg, tileLayer, type LatLng, type Map } from 'leaflet';
import { positionIn, positionOf } from '../position.pure';
import { landIn, type Outlines } from './outlines.pure';

/** Draws the maps of a page: those to put a pin on, which fill in a field, and those of what people answered. */
interface Square {
  readonly south: number;
  readonly west: number;
  readonly size: number;
  readonly people: string;
}

/** Outlines of countries say nothing about what is closer. */
const closest = { outlines: 9, tiles: 19 };
const ownPlace = 15;

const { mapTiles, mapAttribution = '', mapStart = '25,10,1', mapOutlines } = document.documentElement.dataset;
let outlines: Promise<Outlines> | undefined;

function drawn(frame: HTMLElement): Map {
  frame.hidden = false;
  const view = frame.querySelector<HTMLElement>('.place-map-view')!;
  const { label = '', zoomIn = '', zoomOut = '' } = frame.dataset;
  const [latitude, longitude, zoom] = mapStart.split(',').map(Number) as [number, number, number];
  const maxZoom = mapTiles === undefined ? closest.outlines : closest.tiles;
  // Somebody who scrolls the page does not want to stop at the map.
  const behaviour = { scrollWheelZoom: false, worldCopyJump: true, zoomControl: false, renderer: svg({ padding: 0.5 }) };
  const shown = map(view, { center: [latitude, longitude], zoom: Math.min(zoom, maxZoom), minZoom: 1, maxZoom, ...behaviour });
  shown.attributionControl.setPrefix(false);
  view.before(zoomButtons(shown, { zoomIn, zoomOut }));
  view.setAttribute('role', 'application');
  view.setAttribute('aria-label', label);
  if (mapTiles !== undefined) tileLayer(mapTiles, { attribution: mapAttribution, maxZoom }).addTo(shown);
  else void drawOutlines(shown);
  return shown;
}

/** Buttons as those of the page, in its language and direction. */
function zoomButtons(shown: Map, { zoomIn, zoomOut }: { readonly zoomIn: string; readonly zoomOut: string }): HTMLElement {
  const row = document.createElement('div');
  row.className = 'button-row';
  const add = (label: string, step: 1 | -1) => {
    const button = document.createElement('button');
    Object.assign(button, { type: 'button', className: 'ds-button', textContent: label });
    button.dataset['variant'] = 'tertiary';
    button.addEventListener('click', () => shown.setZoom(shown.getZoom() + step));
    row.append(button);
  };
  add(zoomIn, 1);
  add(zoomOut, -1);
  return row;
}

async function drawOutlines(shown: Map): Promise<void> {
  if (mapOutlines === undefined) return;
  outlines ??= fetch(mapOutlines).then((response) => response.json() as Promise<Outlines>);
  const style = { className: 'place-land', weight: 1 };
  const land = geoJSON(landIn(await outlines), { interactive: false, attribution: 'Natural Earth', style });
  land.addTo(shown).bringToBack();
}

/** A pin and the field say the same, whichever of them somebody changes. */
function takePin(frame: HTMLElement, field: HTMLInputElement): void {
  const shown = drawn(frame);
  const pin = circleMarker([0, 0], { radius: 9, className: 'place-pin', interactive: false });
  const status = frame.querySelector<HTMLElement>('[role="status"]')!;
  const say = (words = '') => (status.textContent = words);
  const show = (at: LatLng | undefined) => {
    if (at) pin.setLatLng(at).addTo(shown);
    else pin.remove();
  };
  const put = (at: LatLng | undefined) => {
    const place = at?.wrap();
    field.value = place ? positionOf({ latitude: place.lat, longitude: place.lng }) : '';
    show(place);
    say(place ? frame.dataset['pinned']?.replace('{position}', field.value) : frame.dataset['none']);
    // Whatever follows a field that somebody types in follows this one, too.
    for (const happened of ['input', 'change']) field.dispatchEvent(new Event(happened, { bubbles: true }));
  };
  const typed = (): LatLng | undefined => {
    const { latitude, longitude } = positionIn(field.value);
    return longitude === undefined || Math.abs(latitude!) > 90 || Math.abs(longitude) > 180 ? undefined : latLng(latitude!, longitude);
  };
  const follow = () => {
    const at = typed();
    show(at);
    if (at && !shown.getBounds().contains(at)) shown.panTo(at);
  };
  shown.on('click', ({ latlng }) => put(latlng));
  shown.getContainer().addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    put(shown.getCenter());
  });
  field.addEventListener('input', (event) => event.isTrusted && follow());
  window.addEventListener('pageshow', follow);
  follow();
  const here = () => {
    say(frame.dataset['searching']);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const at = latLng(coords.latitude, coords.longitude);
        shown.setView(at, Math.min(ownPlace, shown.getMaxZoom()));
        put(at);
      },
      () => say(frame.dataset['unknown']),
      { timeout: 15_000, maximumAge: 60_000 },
    );
  };
  const does: Record<string, () => void> = { middle: () => put(shown.getCenter()), none: () => put(undefined), here };
  for (const button of frame.querySelectorAll<HTMLElement>('[data-pin]'))
    button.addEventListener('click', does[button.dataset['pin']!]!);
}

function showSquares(frame: HTMLElement, squares: readonly Square[]): void {
  const shown = drawn(frame);
  const drawnSquares = squares.map(({ south, west, size, people }) => {
    const square = rectangle([[south, west], [south + size, west + size]], { className: 'place-square', weight: 2 });
    return square.bindTooltip(people, { permanent: true, direction: 'center', className: 'place-people' }).addTo(shown);
  });
  const [first, ...others] = drawnSquares.map((square) => square.getBounds());
  const maxZoom = mapTiles === undefined ? 7 : 13;
  if (first) shown.fitBounds(others.reduce((all, one) => all.extend(one), first), { padding: [40, 40], maxZoom });
}

/** The live figures of a page are replaced by newer ones: what is in them is drawn then. */
function drawAll(): void {
  for (const frame of document.querySelectorAll<HTMLElement>('[data-place-map][hidden]')) {
    const { field, squares } = frame.dataset;
    const input = field === undefined ? null : frame.closest('form')?.querySelector<HTMLInputElement>(`[name="${field}"]`);
    // A map that is not seen has no size; it is drawn once its question is asked.
    if (!frame.parentElement?.getClientRects().length) continue;
    if (input) takePin(frame, input);
    else if (squares !== undefined) showSquares(frame, JSON.parse(squares) as Square[]);
  }
}
drawAll();
new MutationObserver(drawAll).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['hidden'] });
