import { Busboy } from '@fastify/busboy';
import type { NextFunction, Request, Response } from 'express';
import { Rejection, limits } from '@isegoria/kernel';
import { steady } from '@isegoria/steady';
import type { SentFile, Visited } from '../session/visit';

const mostFiles = limits.documentsMax + 1;
const mostFields = 3_000;

/**
 * Reads forms that bring files (RFC 7578): their words become the body, as with any form. The files of a visitor who may add none are
 * passed over and the words kept, so that whoever has to sign in again loses no text. One that is too large is cut off and marked.
 */
export function readFormsWithFiles(request: Request, response: Response, next: NextFunction): void {
  if (!request.is('multipart/form-data')) return next();
  const { visit } = response as Visited;
  read(request, visit.may('publish')).then(
    ({ words, files }) => {
      request.body = words;
      visit.files = files;
      next();
    },
    () => next(new Rejection('MALFORMED_REQUEST')),
  );
}

function read(request: Request, keepsFiles: boolean): Promise<{ words: Record<string, string | string[]>; files: SentFile[] }> {
  const [words, files]: [Record<string, string | string[]>, SentFile[]] = [{}, []];
  let room: number = limits.formFilesBytes;
  return new Promise((resolve, reject) => {
    const reader = new Busboy({
      headers: request.headers as { 'content-type': string },
      limits: {
        fileSize: limits.fileBytes,
        files: mostFiles,
        fields: mostFields,
        fieldSize: limits.formBytes,
        parts: mostFields + mostFiles,
      },
    });
    reader.on(
      'field',
      steady((name: string, value: string) => add(words, name, value)),
    );
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
    reader.on('file', steady(takeFile));
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
