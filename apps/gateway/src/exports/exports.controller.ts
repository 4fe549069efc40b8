import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { DataSource } from 'typeorm';
import { ExportContributions, Rejection, consultationsCommands, exportRoles, type Accepted, type Actor } from '@isegoria/contracts';
import { exportById } from '@isegoria/read-models';
import { Reads } from '../reading/reading';
import { Reader, hasRole, moderation, readerWithRole } from '../request/actor';
import { Commands } from '../request/commands';
import { consultationId, exportId } from '../request/path-id';
import { Downloads } from './downloads';

/** Contributions as a file for officials and analysts: first on record, then given. */
@Reads('consultations', 'feedback')
@Controller()
export class ExportsController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(Downloads) private readonly downloads: Downloads,
  ) {}

  @Post('consultations/:id/exports')
  export(@Req() request: Request, @Param('id', consultationId) id: string): Promise<Accepted> {
    return this.commands.send(request, consultationsCommands.exportContributions, ExportContributions, { consultationId: id });
  }

  /** The file, for the account that made the export, while it has a role that may; as JSON, what the export is. */
  @Get('exports/:id')
  async show(@Req() request: Request, @Param('id', exportId) id: string, @Reader() actor: Actor | undefined, @Res() response: Response): Promise<void> {
    const reader = readerWithRole(actor, exportRoles);
    const found = await exportById(this.dataSource, id);
    if (!found) throw new Rejection('NOT_FOUND');
    const { by, ...view } = found;
    if (by !== reader.accountId) throw new Rejection('NOT_YOURS');
    response.vary('accept');
    if (request.accepts(['text/csv', 'application/json']) === 'application/json') return void response.json(view);
    if (Date.parse(view.expiresAt) <= Date.now()) throw new Rejection('EXPORT_EXPIRED');
    await this.downloads.give(view, hasRole(reader, moderation), response);
  }
}
