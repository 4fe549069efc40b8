import sharp from 'sharp';
import { drawnOnce, ownFonts } from './drawn-once';

/** Pixels for each unit of the drawing, for sharp screens and for print. */
const scale = 2;

/**
 * A drawing as PNG, for programs that take no SVG. Only for SVG of our own, whose words are escaped and which names nothing elsewhere.
 * @throws Rejection UNAVAILABLE when too many are being drawn
 */
export function pngOf(svg: string): Promise<Buffer> {
  return drawnOnce(['png', svg], () => {
    ownFonts();
    return sharp(Buffer.from(svg), { density: 72 * scale })
      .png({ palette: true, compressionLevel: 9 })
      .toBuffer();
  });
}
