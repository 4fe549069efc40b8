import type { MediaType } from '../file.contract';

/** A file that was looked at: what it is, by its bytes; a picture was made anew. */
export interface LookedAtFile {
  readonly bytes: Buffer;
  readonly mediaType: MediaType;
}

/** Looks at files that people send, one at a time: a picture may take some hundred megabytes while it is made anew. */
export interface FileLook {
  /**
   * @param content base64
   * @throws Rejection FILE_EMPTY, FILE_TOO_LARGE, FILE_KIND_NOT_TAKEN, FILE_NOT_AS_NAMED or PICTURE_UNREADABLE
   */
  lookAt(content: string, name: string): Promise<LookedAtFile>;
}

/** Under which the API of the content context gives it to that of others. */
export const FILE_LOOK = Symbol('looks at files');
