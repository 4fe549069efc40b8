import { Controller, Get, Inject, Req } from '@nestjs/common';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import { officialActionKinds } from '@isegoria/contracts';
import { officialActions } from '@isegoria/read-models';
import { Reads } from '../reading/reading';
import { oneOf, pageOf } from '../request/query';

/** Who watches the officials: what they did, for everybody to read. */
@Reads('officials', 'consultations', 'content')
@Controller('officials')
export class OfficialsController {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  @Get('actions')
  actions(@Req() request: Request) {
    return officialActions(this.dataSource, { kind: oneOf(request, 'kind', officialActionKinds), page: pageOf(request) });
  }
}
