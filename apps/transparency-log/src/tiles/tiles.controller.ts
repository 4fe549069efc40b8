import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { DataSource } from 'typeorm';
import { Rejection } from '@isegoria/contracts';
import { entryBundleBytes, parseTilePath, TILE_WIDTH, tileWidth, type Tile } from '@isegoria/merkle-log';
import { Sequencing } from '../sequencing/sequencing';
import { readLeaves } from '../sequencing/bundles';
import { tileReader } from '../sequencing/stored-tree';

/** The tree in files (C2SP tlog-tiles). None of them ever changes, so all may be kept for ever. */
@Controller('log/tile')
export class TilesController {
  constructor(
    @Inject(Sequencing) private readonly log: Sequencing,
    @Inject(DataSource) private readonly dataSource: DataSource,
  ) {}

  /** @throws Rejection NOT_FOUND for a path that names no tile, and for anything beyond the newest checkpoint */
  @Get('*path')
  async tile(@Req() request: Request, @Res() response: Response): Promise<void> {
    // Express decodes and so knows several paths for one tile; the document knows one.
    const tile = parseTilePath(request.path.slice('/log/'.length));
    if (!tile || tile.width > tileWidth(tile.level, tile.index, this.log.checkpoint.size)) throw new Rejection('NOT_FOUND');
    const bytes = await this.bytesOf(tile);
    response.setHeader('content-type', 'application/octet-stream');
    response.setHeader('cache-control', 'public, max-age=31536000, immutable');
    response.send(Buffer.from(bytes));
  }

  private async bytesOf({ level, index, width }: Tile): Promise<Uint8Array> {
    if (level !== 'entries') return tileReader(this.dataSource)(level, index, width);
    const first = index * TILE_WIDTH;
    const leaves = await readLeaves(this.dataSource, first, first + width);
    return entryBundleBytes(leaves.map((leaf) => Buffer.from(leaf)));
  }
}
