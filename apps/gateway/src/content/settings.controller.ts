import { Controller, Get, Inject, Put, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { DataSource } from 'typeorm';
import { ChangeSettings, contentCommands, type Accepted, type PlatformSettings } from '@isegoria/contracts';
import { platformSettings } from '@isegoria/read-models';
import { Reads } from '../reading/reading';
import { Commands } from '../request/commands';

/** How the platform names itself and what it tells everybody. */
@Reads('content')
@Controller('settings')
export class SettingsController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(DataSource) private readonly dataSource: DataSource,
  ) {}

  /** The same for everybody, and asked for by every portal again and again. */
  @Get()
  async show(@Res({ passthrough: true }) response: Response): Promise<PlatformSettings> {
    const settings = await platformSettings(this.dataSource);
    response.setHeader('Cache-Control', 'public, max-age=5');
    return settings;
  }

  @Put()
  change(@Req() request: Request): Promise<Accepted> {
    return this.commands.send(request, contentCommands.changeSettings, ChangeSettings);
  }
}
