import sharp from 'sharp';
import { directionOf, type Language } from '@isegoria/texts';
import { emblemPath } from '@isegoria/ui';
import { drawnOnce, ownFonts } from './drawn-once';

/** Pixels, as services that show links want them. */
export const cardSize = { width: 1200, height: 630 } as const;

const margin = 90;
const room = cardSize.width - 2 * margin;
const white = '#ffffff';

export interface CardWords {
  /** The name of the institution. */
  readonly name: string;
  /** What the page is about; absent for the site as a whole, which is its name. */
  readonly title?: string;
  /** Of the title, or of the name where there is none. */
  readonly language: Language;
  /** On which white words can be read, as `#rrggbb`. */
  readonly colour: string;
}

/**
 * A picture for links that are shared, where a page has none: what it is about, and whose it is.
 * @throws Rejection UNAVAILABLE when too many pictures are being drawn
 */
export function drawCard({ name, title, language, colour }: CardWords): Promise<Buffer> {
  return drawnOnce(['card', name, title ?? '', language, colour], async () => {
    ownFonts();
    const isMirrored = directionOf(language) === 'rtl';
    const across = (width: number) => (isMirrored ? cardSize.width - margin - width : margin);
    const large = await words(title ?? name, 'Bold', [68, 56, 46, 38], 330);
    const small = title === undefined ? undefined : await words(name, 'Book', [34, 28, 24], 90);
    const placed = [
      { input: large.png, left: across(large.width), top: 110 },
      ...(small ? [{ input: small.png, left: across(small.width), top: cardSize.height - 100 - small.height }] : []),
    ];
    return sharp(Buffer.from(ground(colour, isMirrored)))
      .composite(placed)
      .png({ palette: true, compressionLevel: 9 })
      .toBuffer();
  });
}

/** Words in the largest of some sizes in which they have room; what is left of them in the smallest is cut off. */
async function words(text: string, weight: 'Bold' | 'Book', sizes: readonly number[], height: number) {
  for (const size of sizes) {
    const { data, info } = await lettering(text, weight, size);
    const isLast = size === sizes.at(-1);
    if (info.height > height && !isLast) continue;
    const [width, shown] = [Math.min(info.width, room), Math.min(info.height, height)];
    const png = await sharp(data).extract({ left: 0, top: 0, width, height: shown }).toBuffer();
    return { png, width, height: shown };
  }
  throw new Error('There is no size to draw words in.');
}

/** Pango takes markup, so what people wrote is escaped; it breaks lines and joins letters, in either direction. */
function lettering(text: string, weight: string, size: number) {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const markup = `<span foreground="${white}">${escaped}</span>`;
  return sharp({ text: { text: markup, font: `DejaVu Sans ${weight} ${size}`, dpi: 72, width: room, rgba: true, wrap: 'word-char' } })
    .png()
    .toBuffer({ resolveWithObject: true });
}

/** The mark of the platform, faint, in the corner where no word begins. */
function ground(colour: string, isMirrored: boolean): string {
  const { width, height } = cardSize;
  const x = isMirrored ? 60 : width - 420;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
    `<rect width="100%" height="100%" fill="${colour}"/>` +
    `<path transform="translate(${x} 290) scale(5.6)" d="${emblemPath}" fill="${white}" fill-opacity=".1" fill-rule="evenodd"/></svg>`
  );
}
