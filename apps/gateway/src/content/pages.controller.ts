import { Controller, Get, HttpCode, Inject, Param, Post, Put, Req } from '@nestjs/common';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import {
  DraftPage,
  PublishPage,
  Rejection,
  RevisePage,
  WithdrawPage,
  contentCommands,
  pageKinds,
  pageStatuses,
  type Accepted,
  type Actor,
  type PageView,
} from '@isegoria/contracts';
import { pageById, pageList } from '@isegoria/read-models';
import { Reads } from '../reading/reading';
import { Reader, hasRole, offices, readerWithRole } from '../request/actor';
import { Commands } from '../request/commands';
import { pageId } from '../request/path-id';
import { oneOf, pageOf } from '../request/query';

@Reads('content')
@Controller('pages')
export class PagesController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(DataSource) private readonly dataSource: DataSource,
  ) {}

  @Get()
  list(@Req() request: Request, @Reader() reader: Actor | undefined) {
    const status = oneOf(request, 'status', [...pageStatuses, 'all'] as const) ?? 'published';
    if (status !== 'published') readerWithRole(reader, offices);
    return pageList(this.dataSource, { kind: oneOf(request, 'kind', pageKinds), status, page: pageOf(request) });
  }

  @Get(':id')
  async show(@Param('id', pageId) id: string, @Reader() reader: Actor | undefined): Promise<PageView> {
    const page = await pageById(this.dataSource, id);
    if (!page || (page.status !== 'published' && !hasRole(reader, offices))) throw new Rejection('PAGE_NOT_FOUND');
    return page;
  }

  @Post()
  draft(@Req() request: Request): Promise<Accepted> {
    return this.commands.send(request, contentCommands.draftPage, DraftPage);
  }

  @Put(':id')
  @HttpCode(201)
  revise(@Req() request: Request, @Param('id', pageId) id: string): Promise<Accepted> {
    return this.commands.send(request, contentCommands.revisePage, RevisePage, { pageId: id });
  }

  @Post(':id/publication')
  publish(@Req() request: Request, @Param('id', pageId) id: string): Promise<Accepted> {
    return this.commands.send(request, contentCommands.publishPage, PublishPage, { pageId: id });
  }

  @Post(':id/withdrawal')
  withdraw(@Req() request: Request, @Param('id', pageId) id: string): Promise<Accepted> {
    return this.commands.send(request, contentCommands.withdrawPage, WithdrawPage, { pageId: id });
  }
}
