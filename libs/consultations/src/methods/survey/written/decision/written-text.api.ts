import { Controller, Inject, Req } from '@nestjs/common';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import { Commands, Serves } from '@isegoria/api-host';
import type { Accepted } from '@isegoria/kernel';
import { activityById } from '../../../../activity/visible-activity.read-model';
import { placeOf } from '../../../../consultation/view/consultation.read-model';
import { decideOnText } from '../written-text.contract';
import { mustStand } from '../rows/written-text.read-model';

/** Whoever decides about a text that nobody wrote in that survey, or that does not count, is told so here, where the answers are known. */
@Controller()
export class DecideOnTextController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(DataSource) private readonly rows: DataSource,
  ) {}

  @Serves(decideOnText, ['consultations'])
  async decide(@Req() request: Request<{ activityId: string; text: string }>): Promise<Accepted> {
    const { activityId, text } = request.params;
    const activity = await activityById(this.rows, activityId);
    const consultation = activity && (await placeOf(this.rows, activity.consultationId));
    if (activity?.method === 'survey' && consultation) await mustStand(this.rows.manager, activity, consultation.countsFrom, text);
    return this.commands.send(request, decideOnText);
  }
}
