import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { DataSource } from 'typeorm';
import { Serves, parametersOf, type ReadingRequest } from '@isegoria/api-host';
import { visibleConsultation } from '../consultation/view/consultation.read-model';
import { watchConsultation } from './live.contract';
import { LiveUpdates } from './live-updates.api';

/** A stream that stays open. */
@Controller()
export class LiveController {
  constructor(
    @Inject(LiveUpdates) private readonly liveUpdates: LiveUpdates,
    @Inject(DataSource) private readonly rows: DataSource,
  ) {}

  @Serves(watchConsultation)
  async watch(@Req() request: ReadingRequest, @Res() response: Response): Promise<void> {
    const { consultationId } = parametersOf(request, watchConsultation);
    await visibleConsultation(this.rows, consultationId, request.actor);
    this.liveUpdates.listen(consultationId, response);
  }
}
