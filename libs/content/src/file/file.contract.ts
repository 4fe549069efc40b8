import { IsISO8601, IsIn, IsInt, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import {
  IsOneLine,
  IsPlainText,
  IsUnit,
  OrAbsent,
  OrNull,
  PageRequest,
  command,
  event,
  limits,
  pageQuery,
  query,
  rootUnit,
  stream,
  type DomainEvent,
} from '@isegoria/kernel';

/** Pictures, which a browser shows, and what their names end in. */
export const pictureKinds = { 'image/jpeg': ['jpg', 'jpeg'], 'image/png': ['png'], 'image/webp': ['webp'] } as const;
/** Documents, which are downloaded. None that a browser would run: no HTML, no SVG, no macros. */
export const documentKinds = {
  'application/pdf': ['pdf'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'application/vnd.oasis.opendocument.presentation': ['odp'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
} as const;
export const fileKinds = { ...pictureKinds, ...documentKinds };
export type MediaType = keyof typeof fileKinds;
export const mediaTypes = Object.keys(fileKinds) as MediaType[];

export function isPicture(mediaType: string): mediaType is keyof typeof pictureKinds {
  return Object.hasOwn(pictureKinds, mediaType);
}

const hashForm = /^[0-9a-f]{64}$/;

/** class-validator decorator: names a file by the SHA-256 of its bytes, in hexadecimal. */
export const IsFileHash = (): PropertyDecorator => Matches(hashForm);

/** Whether this can name a file. */
export const isFileHash = (value: string): boolean => hashForm.test(value);

/** Adds a file. The bytes are looked at by what they are, whatever the name says; a picture is made anew, so that its hash is another. */
export class AddFile {
  /** The unit whose file it is; the root when absent. */
  @OrAbsent()
  @IsUnit()
  unit?: string;

  /** With its ending, as people will see it. */
  @IsOneLine()
  @MaxLength(limits.nameLength)
  name: string;

  /** What a picture shows, for people who cannot see it; demanded for pictures alone. */
  @OrAbsent()
  @IsOneLine()
  @MaxLength(limits.altLength)
  alt?: string;

  /** The bytes in base64 (RFC 4648, section 4). */
  @IsString()
  content: string;
}
export const addFile = command(AddFile, {
  route: 'POST /files',
  may: 'publish',
  summary: 'Add a picture or a document, which everybody may read at once; the answer names it by the SHA-256 of its bytes',
});

/** What the service is told of a file whose bytes are kept already. */
export class RecordFile {
  @IsFileHash() file: string;
  @IsIn(mediaTypes) mediaType: MediaType;
  @IsInt() @Min(1) @Max(limits.fileBytes) size: number;
  @IsOneLine() @MaxLength(limits.nameLength) name: string;
  @OrAbsent() @IsOneLine() @MaxLength(limits.altLength) alt?: string;
  @OrAbsent() @IsInt() @Min(1) width?: number;
  @OrAbsent() @IsInt() @Min(1) height?: number;
  @IsUnit() unit: string;
}
export const recordFile = command(RecordFile, { may: 'publish', summary: 'Record a file whose bytes are kept' });

export class WithdrawFile {
  @IsFileHash() file: string;

  @IsPlainText()
  @MaxLength(limits.reasonLength)
  reason: string;
}
export const withdrawFile = command(WithdrawFile, {
  route: 'POST /files/:file/withdrawal',
  may: 'publish',
  summary: 'Withdraw a file, with the reason: its bytes are deleted, its hash stays on record',
});

export class FileView {
  /** The SHA-256 of its bytes. */
  @IsFileHash() readonly file: string;
  @IsUnit() readonly unit: string;
  @IsIn(mediaTypes) readonly mediaType: MediaType;
  /** Bytes. */
  @IsInt() readonly size: number;
  @IsString() readonly name: string;
  /** Null for a document. */
  @OrNull() @IsString() readonly alt: string | null;
  /** Pixels; null for a document. */
  @OrNull() @IsInt() readonly width: number | null;
  @OrNull() @IsInt() readonly height: number | null;
  @IsISO8601() readonly addedAt: string;
  /** Null while it can be read. */
  @OrNull() @IsISO8601() readonly withdrawnAt: string | null;
  @OrNull() @IsString() readonly withdrawnReason: string | null;
}

export class ListFiles extends PageRequest {}
export const listFiles = pageQuery(ListFiles, FileView, {
  route: 'GET /files',
  may: 'anyone',
  summary: 'All files, newest first, withdrawn ones too',
});

export class FetchFile {
  @IsFileHash() file: string;
}
export const fetchFile = query(FetchFile, FileView, {
  route: 'GET /files/:file',
  may: 'anyone',
  summary: 'The bytes of a file; as JSON, what is known of it',
  type: 'application/octet-stream',
});

const files = stream('file-<file>', 'public');
export const fileStream = (file: string) => `file-${file}`;

const by = '0ff1ce00-0000-4000-8000-000000000001';
// SHA-256 of `test`, which the site on paper gives for it.
const file = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

export type FileAdded = DomainEvent<
  'FileAdded',
  {
    file: string;
    unit: string;
    mediaType: MediaType;
    size: number;
    name: string;
    alt: string | null;
    width: number | null;
    height: number | null;
    by: string;
  }
>;
export const fileAdded = event<FileAdded>('FileAdded', {
  stream: files,
  says:
    'A picture or document that everybody may read: `file` is the SHA-256 of its bytes, which are not in the log. `size` is in bytes; ' +
    '`alt` says what a picture shows, and is null for a document, as its `width` and `height` in pixels are.',
  may: 'publish',
  act: { subject: 'file' },
  sample: { file, unit: rootUnit, mediaType: 'application/pdf', size: 4, name: 'Plan.pdf', alt: null, width: null, height: null, by },
});

export type FileWithdrawn = DomainEvent<'FileWithdrawn', { file: string; by: string; reason: string }>;
export const fileWithdrawn = event<FileWithdrawn>('FileWithdrawn', {
  stream: files,
  says: 'The bytes of the file are deleted, and nobody can add the same again.',
  may: 'publish',
  act: { subject: 'file' },
  sample: { file, by, reason: 'It named a private person.' },
});

export type FileEvent = FileAdded | FileWithdrawn;
