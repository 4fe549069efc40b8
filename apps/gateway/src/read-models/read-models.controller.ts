import { Controller, Get, Inject, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import { SkipEvent, readModelsCommands, type Accepted, type ReadModelView } from '@isegoria/contracts';
import { groupState } from '@isegoria/projection';
import { readModelNames } from '@isegoria/read-models';
import { Commands } from '../request/commands';

/** How the read models stand, for everybody to see: which of them stopped, and what was left out of them. */
@Controller('read-models')
export class ReadModelsController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(DataSource) private readonly dataSource: DataSource,
  ) {}

  @Get()
  async list(): Promise<{ items: ReadModelView[] }> {
    const states = await Promise.all(readModelNames.map((group) => groupState(this.dataSource.manager, group)));
    return { items: states.map((state) => ({ ...state, computedAt: state.computedAt.toISOString() })) };
  }

  @Post(':group/skips')
  skip(@Req() request: Request, @Param('group') group: string): Promise<Accepted> {
    return this.commands.send(request, readModelsCommands.skipEvent, SkipEvent, { group });
  }
}
