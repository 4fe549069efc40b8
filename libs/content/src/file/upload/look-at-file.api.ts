import { fileTypeFromBuffer } from 'file-type';
import { Rejection, limits } from '@isegoria/kernel';
import { fileKinds, isPicture, type MediaType } from '../file.contract';
import { madeAnew } from './pictures.api';

export interface LookedAt {
  readonly bytes: Buffer;
  readonly mediaType: MediaType;
  readonly width?: number;
  readonly height?: number;
}

/**
 * What a file is, by its bytes and not by its name; a picture comes back made anew.
 * @throws Rejection FILE_EMPTY, FILE_TOO_LARGE, FILE_KIND_NOT_TAKEN, FILE_NOT_AS_NAMED or PICTURE_UNREADABLE
 */
export async function lookAt(content: string, name: string): Promise<LookedAt> {
  const bytes = decoded(content);
  if (bytes.length === 0) throw refused('FILE_EMPTY');
  if (bytes.length > limits.fileBytes) throw tooLarge();
  const mediaType = await kindOf(bytes);
  if (!isNamedAs(name, mediaType)) throw new Rejection('FILE_NOT_AS_NAMED', { field: 'name' });
  if (!isPicture(mediaType)) return { bytes, mediaType };
  const picture = await madeAnew(bytes, mediaType);
  if (picture.bytes.length > limits.fileBytes) throw tooLarge();
  return { ...picture, mediaType };
}

/** Node leaves out whatever is no base64, so what comes back would be something else than what was sent. */
function decoded(content: string): Buffer {
  const bytes = Buffer.from(content, 'base64');
  const unpadded = content.replace(/={1,2}$/, '');
  const isWhole = unpadded.length === Math.ceil((bytes.length * 4) / 3);
  if (!isWhole) throw new Rejection('VALIDATION_FAILED', { field: 'content', params: { constraint: 'other' } });
  return bytes;
}

async function kindOf(bytes: Buffer): Promise<MediaType> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (found && Object.hasOwn(fileKinds, found.mime)) return found.mime as MediaType;
  throw refused('FILE_KIND_NOT_TAKEN');
}

/** A name without an ending says nothing that could be wrong. */
function isNamedAs(name: string, mediaType: MediaType): boolean {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase();
  return ending === undefined || (fileKinds[mediaType] as readonly string[]).includes(ending);
}

const refused = (code: 'FILE_EMPTY' | 'FILE_KIND_NOT_TAKEN'): Rejection => new Rejection(code, { field: 'content' });

function tooLarge(): Rejection {
  return new Rejection('FILE_TOO_LARGE', { field: 'content', params: { megabytes: limits.fileBytes / 1024 / 1024 } });
}
