import { IsBoolean, IsIn, IsInt, IsOptional, IsString, MaxLength } from 'class-validator';
import { IsPlainText, OrNull, Rejection, limits, type RejectionCode } from '@isegoria/kernel';
import { IsFileHash, isPicture, mediaTypes, type FileEvent, type MediaType } from '../file.contract';

/** A file that was added before, put beside something; named and described as it is there. */
export class AttachFile {
  @IsFileHash()
  file: string;

  /** As the file was named when it was added, when absent. */
  @IsOptional()
  @IsPlainText()
  @MaxLength(limits.nameLength)
  name?: string;

  /** What a picture shows here; as it was said when it was added, when absent. */
  @IsOptional()
  @IsPlainText()
  @MaxLength(limits.altLength)
  alt?: string;
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
}

/** What rows hold: as in the event, and whether the file was withdrawn since. */
export interface AttachedInRow extends Attached {
  readonly withdrawn?: boolean;
}

/** With its fields in the order in which they are always written. */
export function attachmentView({ file, name, mediaType, size, alt, width, height, withdrawn = false }: AttachedInRow): AttachmentView {
  return { file, name, mediaType, size, alt, width, height, withdrawn };
}

/** The same attachments after a file was withdrawn. */
export function withoutFile<Row extends AttachedInRow>(attached: readonly Row[], file: string): Row[] {
  return attached.map((one) => (one.file === file ? { ...one, withdrawn: true } : one));
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
