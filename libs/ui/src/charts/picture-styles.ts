import { theme } from '../styles/theme';

const light = new Map([...theme.split('@media')[0]!.matchAll(/(--\w[\w-]*): ([^;]+);/g)].map(([, name, value]) => [name!, value!]));

/** A colour of the theme in words that programs without CSS variables understand; a picture that leaves the site is light. */
export function inkOf(name: string): string {
  const value = light.get(`--${name}`);
  if (value === undefined) throw new Error(`The theme has no --${name}.`);
  return value;
}

const kinds = ['agree', 'disagree', 'pass', 'anonymous', 'email', 'attested', 'register', 'eid'] as const;
const groups = [0, 1, 2, 3, 4] as const;

/** What a picture needs to be shown as on the site by any program that reads SVG. */
export function pictureStyles(): string {
  const text = inkOf('ds-color-neutral-text-default');
  const subtle = inkOf('ds-color-neutral-text-subtle');
  return [
    `text{font-family:system-ui,Segoe UI,Roboto,Noto Sans,Noto Sans Arabic,DejaVu Sans,Arial,sans-serif;fill:${text}}`,
    `.picture-ground{fill:${inkOf('ds-color-neutral-surface-default')}}.picture-note{fill:${subtle}}`,
    ...kinds.map((kind) => `.bar-${kind}{fill:${inkOf(kind)}}`),
    `.bar-ground{fill:${inkOf('ground')}}`,
    `.map-axes{fill:none;stroke:${inkOf('hairline')};stroke-dasharray:2 6}`,
    `.hull{stroke-width:36;stroke-linejoin:round;opacity:.13}.leader{fill:none;stroke-width:1}`,
    `.people{fill-opacity:.4;stroke-width:.8;stroke-opacity:.8;fill:${subtle};stroke:${subtle}}.crowd{fill:${subtle}}`,
    `.crowd-0{fill-opacity:.25}.crowd-1{fill-opacity:.45}.crowd-2{fill-opacity:.7}`,
    ...groups.map(
      (group) => `.group-${group}{fill:${inkOf(`group-${group}`)};stroke:${inkOf(`group-${group}`)}}.crowd.group-${group}{stroke:none}`,
    ),
    `.group-label circle{fill:${inkOf('ds-color-neutral-surface-default')};stroke-width:3}`,
    `.group-label text{fill:${text};stroke:none;font-size:24px;font-weight:700}.leader{fill:none}`,
  ].join('\n');
}
