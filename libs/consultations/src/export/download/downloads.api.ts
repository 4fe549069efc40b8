import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Response } from 'express';
import { DataSource } from 'typeorm';
import { Rejection } from '@isegoria/kernel';
import { SubjectKeys } from '@isegoria/privacy';
import { log } from '@isegoria/service-host';
import type { Language } from '@isegoria/texts';
import { readContributions } from '../contributions/contributions.read-model';
import { csvOf, csvType } from './formats/csv.api';
import { jsonOf, jsonType } from './formats/json.api';
import { zipOf, zipType } from './formats/zip.api';
import { withWords } from './words.api';
import type { ExportView } from '../export.contract';

export const positionHeader = 'Isegoria-Position';

export interface DownloadLimits {
  /** How many files may be sent at once: each occupies a connection of the pool for as long as its reader takes. */
  readonly atOnce: number;
  /** Milliseconds that one may take. */
  readonly longest: number;
}

export interface Giving {
  /** Whether texts that await or failed moderation are given too. */
  readonly forModerator: boolean;
  /** That of the words beside codes. */
  readonly language: Language;
  readonly bom: boolean;
  /** Whether the file is JSON, and not CSV. */
  readonly isJson: boolean;
}

export const DOWNLOAD_LIMITS = Symbol('download limits');
export const downloadLimits: DownloadLimits = { atOnce: 3, longest: 10 * 60_000 };

/** How many times as long as a table. */
const archivesTake = 3;

/** Sends the files of exports as they are read, page by page, never with all of it in memory. */
@Injectable()
export class Downloads implements OnModuleDestroy {
  /** How many are being sent. */
  running = 0;
  /** A reader who does not read must not hold up the shutdown of the service. */
  private readonly closing = new AbortController();

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(SubjectKeys) private readonly keys: SubjectKeys,
    @Inject(DOWNLOAD_LIMITS) private readonly limits: DownloadLimits,
  ) {}

  /**
   * The contributions as they are now, as CSV or JSON; the position that they include is in a header. If a file breaks off, its connection
   * ends, so that a partial file is not mistaken for the whole. @throws Rejection UNAVAILABLE when too many are being sent already
   */
  async give(view: ExportView, { forModerator, language, bom, isJson }: Giving, response: Response): Promise<void> {
    if (this.running >= this.limits.atOnce) throw new Rejection('UNAVAILABLE');
    this.running += 1;
    try {
      await readContributions(this.dataSource, this.keys, { ...view, forModerator }, (contributions) => {
        const { position, files } = contributions;
        const { columns, rows } = withWords(contributions, language);
        const isArchive = files !== undefined && !isJson;
        const [type, ending] = isJson ? [jsonType, 'json'] : isArchive ? [zipType, 'zip'] : [csvType, 'csv'];
        response.setHeader('Content-Type', type);
        response.setHeader('Content-Disposition', `attachment; filename="${fileName(view, position, ending)}"`);
        response.setHeader(positionHeader, position);
        const { longest } = this.limits;
        const signal = AbortSignal.any([this.closing.signal, AbortSignal.timeout(isArchive ? archivesTake * longest : longest)]);
        const format = isJson ? jsonOf(columns) : csvOf(columns, { bom });
        if (isArchive) return pipeline(zipOf(files, format, rows), response, { signal });
        return pipeline(Readable.from(rows), format, response, { signal });
      });
    } catch (error) {
      if (!response.destroyed) throw error;
      if (!isReaderGone(error)) log.warn({ err: error, exportId: view.id }, 'the file of an export broke off');
    } finally {
      this.running -= 1;
    }
  }

  onModuleDestroy(): void {
    this.closing.abort();
  }
}

/** What it holds, of which consultation and activity, and as of which log position. */
function fileName({ contents, consultationId, activityId }: ExportView, position: number, ending: string): string {
  const ids = [consultationId, ...(activityId === null ? [] : [activityId])].map((id) => id.slice(0, 8));
  return `${[contents, ...ids, position].join('-')}.${ending}`;
}

function isReaderGone(error: unknown): boolean {
  return (error as { code?: unknown }).code === 'ERR_STREAM_PREMATURE_CLOSE';
}
