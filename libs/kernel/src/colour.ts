import { Matches } from 'class-validator';

const form = /^#[0-9a-f]{6}$/i;

/** class-validator decorator: a colour as `#rrggbb`. */
export const IsColour = () => Matches(form, { message: '$property must be a colour such as #0b5c6b' });

export const isColour = (value: unknown): value is string => typeof value === 'string' && form.test(value);

/** The least contrast of words with what is behind them (WCAG 2.2, 1.4.3). */
export const leastContrast = 4.5;

/** How much two colours stand out from each other, from 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter! + 0.05) / (darker! + 0.05);
}

/** @param share how much of the second colour, from 0 to 1 */
export function mixed(one: string, other: string, share: number): string {
  const others = channels(other);
  const parts = channels(one).map((value, at) => Math.round(value + (others[at]! - value) * share));
  return `#${parts.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** The nearest to a colour, on its way to another one, that stands out from each of the backgrounds as much as words must. */
export function readableOn(backgrounds: readonly string[], colour: string, towards: string, least = leastContrast): string {
  const isReadable = (candidate: string) => backgrounds.every((background) => contrast(candidate, background) >= least);
  const shares = Array.from({ length: 101 }, (_, step) => step / 100);
  return shares.map((share) => mixed(colour, towards, share)).find(isReadable) ?? towards;
}

/** WCAG 2.2, "relative luminance". */
function luminance(colour: string): number {
  const [red, green, blue] = channels(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}
