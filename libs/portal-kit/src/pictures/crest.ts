import sharp from 'sharp';
import type { AttachmentView, PlatformSettings } from '@isegoria/content';
import { emblemPath } from '@isegoria/ui';
import { drawnOnce } from './drawn-once';

/** Far more than the pipeline of files leaves. */
const mostPixels = 16_000_000;

/**
 * The crest as it is shown, whatever size it was sent in: three pixels for each of the header, and what browsers put on tabs and home
 * screens, where a transparent ground would come out black.
 */
const shapes = {
  'header.webp': { width: 164, height: 132 },
  'icon.png': { width: 48, height: 48 },
  'touch-icon.png': { width: 180, height: 180, ground: '#ffffff', rim: 14 },
} as const satisfies Record<string, { width: number; height: number; ground?: string; rim?: number }>;
export type CrestShape = keyof typeof shapes;

export const isCrestShape = (name: string): name is CrestShape => Object.hasOwn(shapes, name);

/** The crest of a site; undefined where it has none, or one that was withdrawn. An API before this one says nothing of any. */
export function crestOf(site: Pick<PlatformSettings, 'crest'>): AttachmentView | undefined {
  const crest = site.crest as AttachmentView | null | undefined;
  return crest && !crest.withdrawn ? crest : undefined;
}

/** Named by the hash of the picture, so that another crest is another file. */
export const crestPath = ({ file }: Pick<AttachmentView, 'file'>, shape: CrestShape): string => `/crest/${file}/${shape}`;

/** The mark of the platform as an icon. */
export function emblem(corner = 14): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="${corner}" fill="#0b5c6b"/>` +
    `<path transform="translate(12 11.5) scale(.625)" d="${emblemPath}" fill="#fff" fill-rule="evenodd"/></svg>`
  );
}

/** The icon of a site without a crest, for programs that take no SVG; home screens round its corners themselves. */
export function drawEmblem(shape: 'icon.png' | 'touch-icon.png'): Promise<Buffer> {
  const { width } = shapes[shape];
  return drawnOnce(['emblem', shape], () =>
    sharp(Buffer.from(emblem(shape === 'icon.png' ? 14 : 0)), { density: 72 * 3 })
      .resize({ width })
      .png({ compressionLevel: 9 })
      .toBuffer(),
  );
}

/**
 * The crest in one of its shapes.
 * @param read gives the bytes of the file; asked once
 * @throws Rejection UNAVAILABLE when too many pictures are being drawn
 */
export function drawCrest(file: string, shape: CrestShape, read: () => Promise<Buffer>): Promise<Buffer> {
  return drawnOnce([file, shape], async () => {
    const { width, height, ...more } = shapes[shape];
    const { ground, rim } = { ground: undefined, rim: 0, ...more };
    const inside = sharp(await read(), { limitInputPixels: mostPixels, failOn: 'error' }).resize({
      width: width - 2 * rim,
      height: height - 2 * rim,
      fit: shape === 'header.webp' ? 'inside' : 'contain',
      withoutEnlargement: shape === 'header.webp',
      background: '#ffffff00',
    });
    if (shape === 'header.webp') return inside.webp({ quality: 85, alphaQuality: 90, smartSubsample: true, effort: 6 }).toBuffer();
    const around = { top: rim, bottom: rim, left: rim, right: rim, background: '#ffffff00' };
    const whole = await inside.extend(around).png().toBuffer();
    return (ground ? sharp(whole).flatten({ background: ground }) : sharp(whole)).png({ compressionLevel: 9 }).toBuffer();
  });
}
