import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { DataSource } from 'typeorm';
import { assuranceIn, isReissuedIn, type Actor, type MyBallot } from '@isegoria/contracts';
import { SubjectKeys } from '@isegoria/privacy';
import { myBallot, publishedPosition } from '@isegoria/read-models';
import { Reads, afterOf } from '../reading/reading';
import { Reader, signedInReader } from '../request/actor';
import { consultationId } from '../request/path-id';
import type { CachedAnswer } from './answers-by-consultation';
import { LiveUpdates } from './live-updates';
import { OpinionMaps, Results } from './published-answers';
import { visibleConsultation } from './visible-consultation';

@Reads('consultations')
@Controller('consultations/:id')
export class ResultsController {
  constructor(
    @Inject(Results) private readonly cachedResults: Results,
    @Inject(OpinionMaps) private readonly opinionMaps: OpinionMaps,
    @Inject(LiveUpdates) private readonly liveUpdates: LiveUpdates,
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(SubjectKeys) private readonly keys: SubjectKeys,
  ) {}

  @Get('results')
  async results(@Param('id', consultationId) id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    give(await this.cachedResults.of(id, afterOf(request)), request, response);
  }

  @Get('opinion-map')
  async opinionMap(@Param('id', consultationId) id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    give(await this.opinionMaps.of(id, afterOf(request)), request, response);
  }

  @Get('live')
  async live(@Param('id', consultationId) id: string, @Reader() reader: Actor | undefined, @Res() response: Response): Promise<void> {
    await visibleConsultation(this.dataSource, id, reader);
    this.liveUpdates.listen(id, response);
  }

  @Get('my-ballot')
  async myBallot(@Param('id', consultationId) id: string, @Reader() reader: Actor | undefined): Promise<MyBallot> {
    const actor = signedInReader(reader);
    const pseudonym = await this.keys.pseudonym(actor.accountId, id);
    const publishedAt = await publishedPosition(this.dataSource, id);
    const ballot = await myBallot(this.dataSource, id, pseudonym);
    return { ...ballot, assurance: assuranceIn(actor, publishedAt), reissued: publishedAt !== undefined && isReissuedIn(actor, publishedAt) };
  }
}

/** Gives the bytes as they are kept, or 304 to whoever has them already (RFC 9110 section 13.1.2). */
function give(answer: CachedAnswer, request: Request, response: Response): void {
  response.setHeader('Cache-Control', 'no-cache');
  response.setHeader('ETag', answer.etag);
  if (knows(request, answer.etag)) return void response.writeHead(304).end();
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Content-Length', answer.body.length);
  response.end(answer.body);
}

function knows({ headers }: Request, etag: string): boolean {
  const known = headers['if-none-match'];
  return known !== undefined && known.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag || tag.trim() === '*');
}
