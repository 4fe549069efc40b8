import { Controller, Inject, Req, Res, type Type } from '@nestjs/common';
import type { Request, Response } from 'express';
import { DataSource } from 'typeorm';
import { mustBePermitted } from '@isegoria/kernel';
import { SubjectKeys } from '@isegoria/privacy';
import { readingFor, type Answer, type Reading } from '@isegoria/projection';
import { KeptAnswers, type CachedAnswer } from '../reading/kept-answers';
import { ReadPosition } from '../reading/read-position';
import { afterOf } from '../reading/reading';
import type { ReadingRequest } from '../request/actor';
import { Broadcasts } from '../request/broadcasts';
import { parametersOf } from '../request/parameters';
import { entityTagOf, hasVersion } from '../request/versions';
import { Serves, named } from './serves';

/** The controller of a query: its route reads the parameters and gives the answer, which may ask other queries of the API. */
export function queryRoute(answer: Answer, answers: readonly Answer[]): Type {
  return answer.keptBy === undefined ? freshRoute(answer, answers) : keptRoute(answer, answers, answer.keptBy);
}

function freshRoute(answer: Answer, answers: readonly Answer[]): Type {
  const { query, reads } = answer;
  const isVersioned = !query.isPage && hasVersion(query.view);

  @Controller()
  class QueryRoute {
    constructor(
      @Inject(DataSource) private readonly rows: DataSource,
      @Inject(SubjectKeys) private readonly keys: SubjectKeys,
    ) {}

    @Serves(query, reads)
    async show(@Req() request: ReadingRequest, @Res({ passthrough: true }) response: Response): Promise<object> {
      const { rows, keys } = this;
      mustBePermitted(request.actor, query.may);
      const view = await answer.give(parametersOf(request, query), readingFor(answer, answers, { rows, keys, reader: request.actor }));
      if (isVersioned) response.setHeader('ETag', entityTagOf(view as { version: number }));
      if (query.keptFor !== undefined) response.setHeader('Cache-Control', `public, max-age=${query.keptFor}`);
      return view;
    }
  }
  return named(query.name, QueryRoute);
}

function keptRoute(answer: Answer, answers: readonly Answer[], keptBy: string): Type {
  const { query, reads } = answer;

  @Controller()
  class KeptQueryRoute {
    private readonly kept: KeptAnswers;
    private readonly reading: Reading;

    constructor(
      @Inject(DataSource) rows: DataSource,
      @Inject(SubjectKeys) keys: SubjectKeys,
      @Inject(ReadPosition) readPosition: ReadPosition,
      @Inject(Broadcasts) broadcasts: Broadcasts,
    ) {
      const reading = (this.reading = readingFor(answer, answers, { rows, keys, reader: undefined }));
      const compute = async (id: string) => (await answer.give({ [keptBy]: id }, reading)) as { position: number };
      this.kept = new KeptAnswers({ compute, reads, readPosition, broadcasts });
    }

    @Serves(query, reads)
    async show(@Req() request: ReadingRequest, @Res() response: Response): Promise<void> {
      mustBePermitted(request.actor, query.may);
      const parameters = parametersOf(request, query) as Record<string, string>;
      const { [keptBy]: id, ...besides } = parameters;
      if (Object.keys(besides).length > 0) return void response.json(await answer.give(parameters, this.reading));
      send(await this.kept.of(id!, afterOf(request)), request, response);
    }
  }
  return named(query.name, KeptQueryRoute);
}

/** Sends the bytes as they are kept, or 304 to clients that have them already (RFC 9110 section 13.1.2). */
function send(answer: CachedAnswer, request: Request, response: Response): void {
  response.setHeader('Cache-Control', 'no-cache');
  response.setHeader('ETag', answer.etag);
  if (knows(request, answer.etag)) return void response.writeHead(304).end();
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Content-Length', answer.body.length);
  response.end(answer.body);
}

function knows({ headers }: Request, etag: string): boolean {
  const known = headers['if-none-match'];
  return known !== undefined && known.split(',').some((tag) => tag.trim().replace(/^(?:W\/)?/, 'W/') === etag || tag.trim() === '*');
}
