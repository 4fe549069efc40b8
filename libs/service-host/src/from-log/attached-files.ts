import {
  attachedFrom,
  fileStream,
  isPicture,
  type AttachFile,
  type Attached,
  type FileEvent,
  type FilesDraft,
  type WithFiles,
} from '@isegoria/content';
import type { EventStore } from '@isegoria/event-sourcing';
import { Rejection } from '@isegoria/kernel';

/**
 * The files that a command names, as the log has them now; nothing for a command that names none. What is attached is rare, so that nothing
 * is followed for it.
 * @throws Rejection FILE_NOT_FOUND, FILE_WITHDRAWN, ALTERNATIVE_TEXT_MISSING or PICTURE_EXPECTED, naming the field, or the entry in it
 */
export async function filesIn(store: EventStore, { picture, documents = [] }: FilesDraft): Promise<WithFiles> {
  if (!picture && documents.length === 0) return {};
  const shown = picture ? await attachedPicture(store, picture, 'picture') : null;
  const beside = await Promise.all(documents.map((file, index) => attached(store, file, `documents[${index}]`)));
  return { attached: { picture: shown, documents: beside } };
}

/** One picture. @throws Rejection as {@link filesIn} */
export async function attachedPicture(store: EventStore, asked: AttachFile, field: string): Promise<Attached> {
  const picture = await attached(store, asked, field);
  if (!isPicture(picture.mediaType)) throw new Rejection('PICTURE_EXPECTED', { field });
  return picture;
}

async function attached(store: EventStore, asked: AttachFile, field: string): Promise<Attached> {
  return attachedFrom(await store.readStream<FileEvent>(fileStream(asked.file)), asked, field);
}
