import { mixed, readableOn } from '@isegoria/kernel';
import { hashed, type StaticFile } from '../stylesheet';

const [black, white] = ['#000000', '#ffffff'];
/** The page, cards and fields, as the theme has them. */
const lightPage = ['#fbfaf7', white];
const darkPage = ['#121516', '#1b2021', '#22282a'];

type Tokens = Readonly<Record<string, string>>;

const made = new Map<string, StaticFile>();
/** A site has one colour; anybody may ask for others. */
const mostMade = 20;

/** A theme of the site in a colour of its own, for light and for dark screens. The other colours of the site stay. */
export function coloursOf(colour: string): StaticFile {
  const file = made.get(colour) ?? make(colour);
  if (made.size >= mostMade) made.clear();
  made.set(colour, file);
  return file;
}

function make(colour: string): StaticFile {
  const css = `:root{${written(onLight(colour))}}@media (prefers-color-scheme:dark){:root{${written(onDark(colour))}}}`;
  return hashed(`colours-${colour.slice(1)}`, 'css', 'text/css; charset=utf-8', Buffer.from(css));
}

/** What is drawn in the colour can be told from the page, and words in it can be read on the page and on each tint of it. */
export function onLight(colour: string): Tokens {
  const tint = (share: number) => mixed(colour, white, share);
  const shade = (share: number) => mixed(colour, black, share);
  const words = readableOn([...lightPage, tint(0.93), tint(0.86)], colour, black);
  return {
    ...onHero(colour, readableOn([white], shade(0.3), black, 7)),
    'background-tinted': tint(0.93),
    'surface-tinted': tint(0.86),
    'surface-hover': tint(0.78),
    'surface-active': tint(0.68),
    'border-subtle': tint(0.6),
    'border-default': readableOn(lightPage, tint(0.15), black, 3),
    'border-strong': words,
    'text-subtle': words,
    'text-default': readableOn([tint(0.68)], shade(0.55), black, 7),
    'base-default': colour,
    'base-hover': shade(0.2),
    'base-active': shade(0.38),
    'base-contrast-subtle': readableOn([colour], tint(0.86), white),
    'base-contrast-default': white,
  };
}

export function onDark(colour: string): Tokens {
  const dim = (share: number) => mixed(colour, darkPage[0]!, share);
  const glow = (start: number, least: number) => readableOn([...darkPage, dim(0.72)], mixed(colour, white, start), white, least);
  const base = glow(0.2, 6);
  return {
    ...onHero(colour, readableOn([white], mixed(colour, black, 0.5), black, 7)),
    'background-default': dim(0.96),
    'background-tinted': dim(0.9),
    'surface-default': dim(0.88),
    'surface-tinted': dim(0.82),
    'surface-hover': dim(0.77),
    'surface-active': dim(0.72),
    'border-subtle': dim(0.55),
    'border-default': glow(0.1, 3),
    'border-strong': base,
    'text-subtle': base,
    'text-default': glow(0.85, 7),
    'base-default': base,
    'base-hover': mixed(base, white, 0.2),
    'base-active': mixed(base, white, 0.4),
    'base-contrast-subtle': mixed(base, black, 0.88),
    'base-contrast-default': mixed(base, black, 0.93),
  };
}

/** The ground of the start page's first words, the quieter words on it, and the edge of a button. */
function onHero(colour: string, hero: string): Tokens {
  return {
    hero,
    'on-hero-subtle': readableOn([hero], mixed(colour, white, 0.84), white),
    'hero-border': readableOn([hero], mixed(colour, white, 0.55), white, 3),
  };
}

/** The styles of which this is the name; none under a name that has another hash, as from an earlier release. */
export function coloursNamed(name: string): StaticFile | undefined {
  const digits = /^colours-([0-9a-f]{6})\./.exec(name)?.[1];
  const file = digits === undefined ? undefined : coloursOf(`#${digits}`);
  return file?.name === name ? file : undefined;
}

function written(tokens: Tokens): string {
  return Object.entries(tokens)
    .map(([name, value]) => (name.includes('hero') ? `--${name}:${value};` : `--ds-color-accent-${name}:${value};`))
    .join('');
}
