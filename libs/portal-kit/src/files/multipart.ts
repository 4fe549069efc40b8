import { isUtf8 } from 'node:buffer';
import { Busboy } from '@fastify/busboy';
import type { NextFunction, Request, Response } from 'express';
import { Rejection, limits } from '@isegoria/kernel';
import { steady } from '@isegoria/steady';
import type { SentFile, Visited } from '../session/visit';

const mostFiles = limits.documentsMax + 1;
const mostFields = 3_000;

const ofPeople: RegExp[] = [];

/** Says of pages, by their paths, that people without a role may add files there. */
export function takesFilesOn(path: RegExp): void {
  ofPeople.push(path);
}

/**
 * Reads forms that bring files (RFC 7578): their words become the body, as with any form. The files of a visitor who may add none are
 * passed over and the words kept, so that whoever has to sign in again loses no text. One that is too large is cut off and marked.
 * Words and names that are no UTF-8 are refused, as in any form: decoded, something else would be recorded than what was sent.
 */
export function readFormsWithFiles(request: Request, response: Response, next: NextFunction): void {
  if (!request.is('multipart/form-data')) return next();
  const { visit } = response as Visited;
  const takes = visit.may('publish') || (visit.may('contribute') && ofPeople.some((path) => path.test(request.path)));
  read(request, takes).then(
    ({ words, files }) => {
      request.body = words;
      visit.files = files;
      next();
    },
    (error: unknown) => next(error instanceof Rejection ? error : new Rejection('MALFORMED_REQUEST')),
  );
}

function read(request: Request, keepsFiles: boolean): Promise<{ words: Record<string, string | string[]>; files: SentFile[] }> {
  const [words, files]: [Record<string, string | string[]>, SentFile[]] = [{}, []];
  let room: number = limits.formFilesBytes;
  return new Promise((resolve, reject) => {
    const reader = new Busboy({
      headers: request.headers as { 'content-type': string },
      limits: { fileSize: limits.fileBytes, files: mostFields + mostFiles, parts: mostFields + mostFiles },
      // The reader would decode words leniently, so it is asked for their bytes.
      isPartAFile: () => true,
    });
    const refuse = (code: 'MALFORMED_REQUEST' | 'BODY_TOO_LARGE') => {
      request.unpipe(reader);
      request.resume();
      reject(new Rejection(code));
    };
    let [seenWords, seenFiles, roomForWords] = [0, 0, limits.formBytes as number];
    const takeWords = (field: string, stream: NodeJS.ReadableStream) => {
      const parts: Buffer[] = [];
      const takePart = (part: Buffer) => {
        roomForWords -= part.length;
        if (roomForWords >= 0) parts.push(part);
        else refuse('BODY_TOO_LARGE');
      };
      const keep = () => {
        const bytes = Buffer.concat(parts);
        if (isUtf8(bytes)) add(words, field, bytes.toString());
        else refuse('MALFORMED_REQUEST');
      };
      stream.on('data', steady(takePart));
      stream.on('end', steady(keep));
    };
    const takeFile = (field: string, stream: NodeJS.ReadableStream & { truncated?: boolean }, name: string) => {
      const parts: Buffer[] = [];
      let size = 0;
      const takePart = (part: Buffer) => {
        size += part.length;
        if (keepsFiles && size <= room) parts.push(part);
      };
      const keep = () => {
        // A field in which nobody chose a file comes with neither name nor bytes.
        if (!keepsFiles || !name) return;
        const isTooLarge = stream.truncated === true || size > room;
        if (!isTooLarge) room -= size;
        files.push({ field, name, bytes: isTooLarge ? Buffer.alloc(0) : Buffer.concat(parts), isTooLarge });
      };
      stream.on('data', steady(takePart));
      stream.on('end', steady(keep));
    };
    const take = (field: string, stream: NodeJS.ReadableStream, name: string | undefined) => {
      // The reader decoded these already, and put this character where it could not.
      if (`${field} ${name}`.includes('\ufffd')) return refuse('MALFORMED_REQUEST');
      const [most, seen] = name === undefined ? [mostFields, ++seenWords] : [mostFiles, ++seenFiles];
      if (seen > most) stream.resume();
      else if (name === undefined) takeWords(field, stream);
      else takeFile(field, stream, name);
    };
    reader.on('file', steady(take));
    reader.on(
      'finish',
      steady(() => resolve({ words, files })),
    );
    reader.on('error', reject);
    request.once(
      'aborted',
      steady(() => reject(new Error('The form broke off.'))),
    );
    request.pipe(reader);
  });
}

/** As other forms are read: a name that comes again makes a list. */
function add(words: Record<string, string | string[]>, name: string, value: string): void {
  if (name === '__proto__') return;
  const before = Object.hasOwn(words, name) ? words[name] : undefined;
  words[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
}
