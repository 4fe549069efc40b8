import {
  attachedFrom,
  fileStream,
  isPicture,
  type AttachFile,
  type Attached,
  type AttachedFiles,
  type FileEvent,
  type FilesDraft,
  type WithFiles,
} from '@isegoria/content';
import type { EventStore } from '@isegoria/event-sourcing';
import { Rejection } from '@isegoria/kernel';

/**
 * The files that a command names, as the log has them now; nothing for a command that names none. What is attached is rare, so that nothing
 * is followed for it. Why one is refused is for the decider to say ({@link filesOf}).
 */
export async function filesIn(store: EventStore, { picture, documents = [] }: FilesDraft): Promise<WithFiles> {
  if (!picture && documents.length === 0) return {};
  return orRefused(async () => ({
    picture: picture ? await attachedPicture(store, picture, 'picture') : null,
    documents: await Promise.all(documents.map((file, index) => attached(store, file, `documents[${index}]`))),
  }));
}

/** One picture, which the field of this name asks for; as {@link filesIn}. */
export function pictureIn(store: EventStore, asked: AttachFile | null | undefined, field: string): Promise<WithFiles> {
  return orRefused(async () => ({ picture: asked ? await attachedPicture(store, asked, field) : null, documents: [] }));
}

async function orRefused(find: () => Promise<AttachedFiles>): Promise<WithFiles> {
  try {
    return { attached: await find() };
  } catch (error) {
    if (error instanceof Rejection) return { attached: error };
    throw error;
  }
}

async function attachedPicture(store: EventStore, asked: AttachFile, field: string): Promise<Attached> {
  const picture = await attached(store, asked, field);
  if (!isPicture(picture.mediaType)) throw new Rejection('PICTURE_EXPECTED', { field });
  return picture;
}

async function attached(store: EventStore, asked: AttachFile, field: string): Promise<Attached> {
  return attachedFrom(await store.readStream<FileEvent>(fileStream(asked.file)), asked, field);
}
