import { attachedFrom, fileStream, type AttachFile, type Attached, type FileEvent } from '@isegoria/content';
import type { EventStore } from '@isegoria/event-sourcing';

/**
 * Files that are to stand beside something, as the log has them now: what is attached is rare, so that nothing is followed for it.
 * @param field what the sender called the list; a fault names the entry in it
 * @throws Rejection FILE_NOT_FOUND, FILE_WITHDRAWN or ALTERNATIVE_TEXT_MISSING
 */
export async function attachedFiles(store: EventStore, asked: readonly AttachFile[], field: string): Promise<Attached[]> {
  return Promise.all(asked.map((file, index) => attachedFile(store, file, `${field}[${index}]`)));
}

/** One file. @throws Rejection as {@link attachedFiles} */
export async function attachedFile(store: EventStore, asked: AttachFile, field: string): Promise<Attached> {
  return attachedFrom(await store.readStream<FileEvent>(fileStream(asked.file)), asked, field);
}
