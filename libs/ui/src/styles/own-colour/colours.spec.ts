import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contrast, readableOn } from '@isegoria/kernel';
import { charts } from '../charts';
import { layout } from '../layout';
import { pages } from '../pages';
import { tables } from '../tables';
import { theme } from '../theme';
import { coloursNamed, coloursOf, onDark, onLight } from './colours';

const white = '#ffffff';

/** What figures and charts are drawn in, and what says that something is done: these mean the same on every site. */
const ofData = new Set(['email', 'group-0', 'agree', 'done']);

/** Between green and blue, and with enough colour in it to be told from grey. */
function isPetrol(colour: string): boolean {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16)) as [number, number, number];
  return Math.min(green, blue) - red > 12;
}
const accepted = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => readableOn([white], `#${value.toString(16).padStart(6, '0')}`, '#000000'));

describe('the colours of a site', () => {
  it('can be read on light and on dark screens, whichever colour is chosen', () => {
    fc.assert(
      fc.property(accepted, (colour) => {
        const [light, dark] = [onLight(colour), onDark(colour)];
        const least = (tokens: Readonly<Record<string, string>>, words: string, behind: readonly string[]) =>
          Math.min(...behind.map((one) => contrast(tokens[words]!, tokens[one] ?? one)));
        for (const tokens of [light, dark]) {
          for (const words of ['text-subtle', 'text-default'])
            expect(least(tokens, words, ['background-tinted', 'surface-tinted'])).toBeGreaterThanOrEqual(4.5);
          expect(least(tokens, 'base-contrast-default', ['base-default', 'base-hover', 'base-active'])).toBeGreaterThanOrEqual(4.5);
          expect(contrast(tokens['hero']!, white)).toBeGreaterThanOrEqual(4.5);
          expect(least(tokens, 'on-hero-subtle', ['hero'])).toBeGreaterThanOrEqual(4.5);
          expect(least(tokens, 'hero-border', ['hero'])).toBeGreaterThanOrEqual(3);
        }
        expect(least(light, 'text-subtle', [white, '#fbfaf7'])).toBeGreaterThanOrEqual(4.5);
        expect(least(dark, 'text-subtle', ['#121516', '#1b2021', '#22282a'])).toBeGreaterThanOrEqual(4.5);
        expect(least(light, 'border-default', [white, '#fbfaf7'])).toBeGreaterThanOrEqual(3);
        expect(least(dark, 'border-default', ['#121516', '#1b2021'])).toBeGreaterThanOrEqual(3);
      }),
    );
  });

  it('stand in the theme alone, so that a site’s own colour reaches everything', () => {
    for (const css of [layout, pages, tables, charts]) expect(css.match(/#[0-9a-f]{3,8}\b/gi)).toBeNull();
    const brought = new Set([...Object.keys(onLight('#7a1f5c')), ...Object.keys(onDark('#7a1f5c'))]);
    const petrol = [...theme.matchAll(/--(?:ds-color-accent-)?([\w-]+): (#[0-9a-f]{3,6});/g)].filter(([, , value]) => isPetrol(value!));
    expect(petrol.map(([, name]) => name).filter((name) => !brought.has(name!) && !ofData.has(name!))).toEqual([]);
  });

  it('are a file that is named by its content, and there is none under other names', () => {
    const file = coloursOf('#0b5c6b');
    expect(coloursNamed(file.name)).toEqual(file);
    for (const name of ['colours-0b5c6b.css', 'colours-0b5c6b.000000000000.css', 'colours-zzzzzz.css', 'colours-']) {
      expect(coloursNamed(name)).toBeUndefined();
    }
  });
});
