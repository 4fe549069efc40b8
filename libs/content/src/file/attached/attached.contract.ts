import { ArrayMaxSize, IsBoolean, IsIn, IsInt, IsString, MaxLength } from 'class-validator';
import { IsOneLine, Nested, OrAbsent, OrNull, Rejection, limits, type RejectionCode } from '@isegoria/kernel';
import { IsFileHash, isPicture, mediaTypes, type FileEvent, type MediaType } from '../file.contract';

/** A file that was added before, put beside something; named and described as it is there. */
export class AttachFile {
  @IsFileHash()
  file: string;

  /** As the file was named when it was added, when absent. */
  @OrAbsent()
  @IsOneLine()
  @MaxLength(limits.nameLength)
  name?: string;

  /** What a picture shows here; as it was said when it was added, when absent. */
  @OrAbsent()
  @IsOneLine()
  @MaxLength(limits.altLength)
  alt?: string;
}

/** A picture and documents beside something, as a command names them. */
export class FilesDraft {
  /** Shown at the top; a picture that was added before. */
  @OrAbsent()
  @OrNull()
  @Nested(() => AttachFile)
  picture?: AttachFile | null;

  /** Documents and further pictures, to be read or downloaded; added before. */
  @OrAbsent()
  @Nested(() => AttachFile, { each: true })
  @ArrayMaxSize(limits.documentsMax)
  documents?: AttachFile[];
}

/** A file beside something, with all that a page needs to show it: events hold this. */
export interface Attached {
  readonly file: string;
  readonly name: string;
  readonly mediaType: MediaType;
  readonly size: number;
  readonly alt: string | null;
  readonly width: number | null;
  readonly height: number | null;
}

/** The files beside something, as the log has them. */
export interface AttachedFiles {
  readonly picture: Attached | null;
  readonly documents: readonly Attached[];
}
export const noFiles: AttachedFiles = { picture: null, documents: [] };

/** What the service adds to a command that names files: what the log knows of them, or why one of them cannot be there any more. */
export interface WithFiles {
  readonly attached?: AttachedFiles | Rejection;
}

/**
 * For deciders, which alone may refuse them: a command that is repeated gets its first answer, whatever became of its files since.
 * @throws Rejection FILE_NOT_FOUND, FILE_WITHDRAWN, ALTERNATIVE_TEXT_MISSING or PICTURE_EXPECTED, naming the field, or the entry in it
 */
export function filesOf({ attached = noFiles }: WithFiles): AttachedFiles {
  if (attached instanceof Rejection) throw attached;
  return attached;
}

export class AttachmentView {
  @IsFileHash() readonly file: string;
  @IsString() readonly name: string;
  @IsIn(mediaTypes) readonly mediaType: MediaType;
  /** Bytes. */
  @IsInt() readonly size: number;
  /** Null for a document. */
  @OrNull() @IsString() readonly alt: string | null;
  @OrNull() @IsInt() readonly width: number | null;
  @OrNull() @IsInt() readonly height: number | null;
  /** Whether the file was withdrawn, and can no longer be read. */
  @IsBoolean() readonly withdrawn: boolean;
  /** Why it was; null while it can be read. */
  @OrNull() @IsString() readonly withdrawnReason: string | null;
}

export class FilesView {
  @OrNull() @Nested(() => AttachmentView) readonly picture: AttachmentView | null;
  @Nested(() => AttachmentView, { each: true }) readonly documents: readonly AttachmentView[];
}

/** What rows hold: as in the event, and whether the file was withdrawn since. */
export interface AttachedInRow extends Attached {
  readonly withdrawn?: boolean;
  readonly withdrawnReason?: string;
}
export interface FilesInRow {
  readonly picture: AttachedInRow | null;
  readonly documents: readonly AttachedInRow[];
}

/** With its fields in the order in which they are always written. */
export function attachmentView(attached: AttachedInRow): AttachmentView {
  const { file, name, mediaType, size, alt, width, height, withdrawn = false, withdrawnReason = null } = attached;
  return { file, name, mediaType, size, alt, width, height, withdrawn, withdrawnReason };
}

export function filesView({ picture, documents }: FilesInRow): FilesView {
  return { picture: picture && attachmentView(picture), documents: documents.map(attachmentView) };
}

/** The same file if it is another, and otherwise as it stands after it was withdrawn. */
export function withdrawnNow(one: AttachedInRow, { file, reason }: { file: string; reason: string }): AttachedInRow {
  return one.file === file ? { ...one, withdrawn: true, withdrawnReason: reason } : one;
}

/** The same files after one was withdrawn. */
export function withoutFile<Files extends FilesInRow>(files: Files, withdrawn: { file: string; reason: string }): Files {
  const left = (one: AttachedInRow) => withdrawnNow(one, withdrawn);
  return { ...files, picture: files.picture && left(files.picture), documents: files.documents.map(left) };
}

/**
 * A file as it is attached, from the events of its stream.
 * @throws Rejection FILE_NOT_FOUND, FILE_WITHDRAWN or ALTERNATIVE_TEXT_MISSING, naming the field
 */
export function attachedFrom(events: readonly FileEvent[], { name, alt }: AttachFile, field: string): Attached {
  const refuse = (code: RejectionCode) => new Rejection(code, { field });
  const added = events.find((event) => event.type === 'FileAdded')?.data;
  if (!added) throw refuse('FILE_NOT_FOUND');
  if (events.some(({ type }) => type === 'FileWithdrawn')) throw refuse('FILE_WITHDRAWN');
  const { file, mediaType, size, width, height } = added;
  const shows = isPicture(mediaType) ? (alt ?? added.alt) : null;
  if (isPicture(mediaType) && shows === null) throw refuse('ALTERNATIVE_TEXT_MISSING');
  return { file, name: name ?? added.name, mediaType, size, alt: shows, width, height };
}
