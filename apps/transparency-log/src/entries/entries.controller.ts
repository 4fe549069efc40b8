import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import { DataSource } from 'typeorm';
import { refuseUnknown } from '@isegoria/contracts';
import { EventStore } from '@isegoria/event-sourcing';
import { log } from '@isegoria/service-host';
import { wholeNumber } from '../query';
import { Sequencing } from '../sequencing/sequencing';
import { entryLines } from './entry-lines';
import { Readers } from './readers';

const mostEntries = 10_000;

@Controller('log/entries')
export class EntriesController {
  constructor(
    @Inject(Sequencing) private readonly sequencing: Sequencing,
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Readers) private readonly readers: Readers,
  ) {}

  /**
   * The log in its order, one JSON object a line; nothing beyond the newest checkpoint is served. A full range never changes. With the
   * session of an auditor it includes the bodies of all events, and no cache may keep a copy.
   */
  @Get()
  async entries(@Req() request: Request, @Res() response: Response): Promise<void> {
    refuseUnknown(request.query, ['from', 'limit']);
    const from = wholeNumber(request, 'from', { min: 0, max: Number.MAX_SAFE_INTEGER, otherwise: 0 });
    const limit = wholeNumber(request, 'limit', { min: 1, max: mostEntries, otherwise: 1_000 });
    response.setHeader('vary', 'authorization');
    // What is withheld is never packed together with what anybody may write: its length would tell of it (BREACH).
    response.setHeader('cache-control', 'private, no-store, no-transform');
    const isAllShown = await this.readers.mayReadAll(request);
    const to = Math.min(from + limit, this.sequencing.checkpoint.size);
    const isFull = to === from + limit;
    if (!isAllShown) {
      response.setHeader('cache-control', isFull ? 'public, max-age=31536000, immutable' : 'no-cache');
      // Weak: the same entries come packed and plain (RFC 9110, section 8.8.3).
      const etag = `W/"${from}-${to}"`;
      if (isFull) response.setHeader('etag', etag);
      if (isFull && request.headers['if-none-match']?.split(',').some((tag) => weak(tag) === etag)) return void response.status(304).end();
    }
    await send(response, entryLines(this.dataSource, this.store, { from, to, isAllShown }));
  }
}

/** `If-None-Match` compares weakly (RFC 9110, section 13.1.2). */
const weak = (tag: string): string => `W/${tag.trim().replace(/^W\//, '')}`;

async function send(response: Response, lines: AsyncGenerator<string>): Promise<void> {
  // A failure before the first line can still be reported as a problem.
  const first = await lines.next().catch((error: unknown) => {
    for (const header of ['etag', 'cache-control']) response.removeHeader(header);
    throw error;
  });
  response.setHeader('content-type', 'application/x-ndjson');
  try {
    await pipeline(Readable.from(first.done ? [] : following(first.value, lines)), response);
  } catch (error) {
    // The connection is cut, which a reader cannot mistake for the end of the range.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') log.error({ err: error }, 'entries could not be read');
    response.destroy();
  }
}

async function* following(first: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield first;
  yield* rest;
}
