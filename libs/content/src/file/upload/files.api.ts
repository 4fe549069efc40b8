import { createHash } from 'node:crypto';
import { Controller, Inject, Injectable, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import pLimit from 'p-limit';
import { DataSource } from 'typeorm';
import { Commands, Serves, Sessions, bodyOf, parametersOf, type ReadingRequest } from '@isegoria/api-host';
import { Rejection, mustBePermitted, permitted, rootUnit, validated, type Accepted } from '@isegoria/kernel';
import { migrate } from '@isegoria/privacy';
import { bytesOf, fileMigrations, keepBytes } from '../file-bytes';
import { AddFile, addFile, fetchFile, isPicture, recordFile, type FileView } from '../file.contract';
import { fileByHash } from '../file.read-model';
import { lookAt, type LookedAt } from './look-at-file.api';
import type { FileLook } from './looking.contract';

/** Seconds for which anybody may keep the bytes: they never change, but may be withdrawn, and copies should then be gone within a day. */
const kept = 86_400;

/** The table of the bytes, which belongs to the content service; whichever starts first makes it, if it may. */
@Injectable()
export class FileTable {
  private made: Promise<void> | undefined;

  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  async database(): Promise<DataSource> {
    this.made ??= migrate(this.dataSource, 'content', fileMigrations);
    await this.made.catch((error: unknown) => {
      this.made = undefined;
      throw error;
    });
    return this.dataSource;
  }
}

/** Looks at files one at a time: a picture may take some hundred megabytes while it is made anew. */
@Injectable()
export class FileLooks implements FileLook {
  private readonly oneAtATime = pLimit(1);

  lookAt(content: string, name: string): Promise<LookedAt> {
    return this.oneAtATime(() => lookAt(content, name));
  }
}

/** Takes files and gives their bytes: these go over no bus, whose messages are small. */
@Controller()
export class FilesController {
  constructor(
    @Inject(FileTable) private readonly table: FileTable,
    @Inject(FileLooks) private readonly looks: FileLooks,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(Sessions) private readonly sessions: Sessions,
  ) {}

  @Serves(addFile)
  async add(@Req() request: Request): Promise<Accepted> {
    const actor = (await this.sessions.of(request))?.actor;
    mustBePermitted(actor, addFile.may);
    const { unit = rootUnit, name, alt, content } = validated(AddFile, bodyOf(request));
    permitted(actor, 'publish', unit);
    const { bytes, ...facts } = await this.looks.lookAt(content, name);
    if (isPicture(facts.mediaType) && alt === undefined) throw new Rejection('ALTERNATIVE_TEXT_MISSING', { field: 'alt' });
    const file = createHash('sha256').update(bytes).digest('hex');
    await keepBytes(await this.table.database(), file, bytes);
    const described = isPicture(facts.mediaType) ? { alt } : {};
    return this.commands.sendFor(request, recordFile, { file, unit, name, size: bytes.length, ...facts, ...described });
  }

  @Serves(fetchFile, ['content'])
  async fetch(@Req() request: ReadingRequest, @Res() response: Response): Promise<void> {
    const { file } = parametersOf(request, fetchFile);
    const rows = await this.table.database();
    const view = await fileByHash(rows, file);
    response.vary('accept');
    if (request.accepts([view.mediaType, 'application/json']) === 'application/json') return void response.json(view);
    const bytes = view.withdrawnAt === null ? await bytesOf(rows, file) : undefined;
    if (!bytes) throw new Rejection(view.withdrawnAt === null ? 'FILE_NOT_FOUND' : 'FILE_WITHDRAWN');
    response.set(headersOf(view));
    response.end(bytes);
  }
}

/** Whatever a browser makes of a file, it runs nothing in it and sends nothing from it. Helmet adds `nosniff`. */
function headersOf({ file, name, mediaType, size }: FileView): Record<string, string> {
  return {
    'content-type': mediaType,
    'content-length': String(size),
    'content-disposition': `${isPicture(mediaType) ? 'inline' : 'attachment'}; filename*=UTF-8''${encoded(name)}`,
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'cache-control': `public, max-age=${kept}, immutable, no-transform`,
    etag: `"${file}"`,
  };
}

/** As RFC 8187 writes it: what `encodeURIComponent` leaves and the RFC does not. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
