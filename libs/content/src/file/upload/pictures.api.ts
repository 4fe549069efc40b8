import sharp from 'sharp';
import { Rejection, limits } from '@isegoria/kernel';
import type { pictureKinds } from '../file.contract';

/** A file of a few kilobytes may hold a picture that takes gigabytes of memory. */
const mostPixels = 50_000_000;

/** Pictures are made side by side with requests, of which none may wait for them. */
sharp.concurrency(1);
sharp.cache(false);

/**
 * A picture anew, from its pixels alone: turned as its camera says, no larger than a page needs, and without what the file holds besides,
 * such as the place where it was taken, a preview of what was cut off, or a document that hides behind the picture.
 * @throws Rejection PICTURE_UNREADABLE
 */
export async function madeAnew(bytes: Buffer, mediaType: keyof typeof pictureKinds) {
  const side = limits.pictureSide;
  const picture = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
    .rotate()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true });
  const written = {
    'image/jpeg': () => picture.jpeg({ quality: 82, mozjpeg: true }),
    'image/png': () => picture.png({ compressionLevel: 9 }),
    'image/webp': () => picture.webp({ quality: 82 }),
  }[mediaType]();
  const { data, info } = await written.toBuffer({ resolveWithObject: true }).catch(() => {
    throw new Rejection('PICTURE_UNREADABLE', { field: 'content' });
  });
  return { bytes: data, width: info.width, height: info.height };
}
