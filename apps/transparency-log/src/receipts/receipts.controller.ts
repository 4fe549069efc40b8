import { Controller, Get, Header, Inject, Param } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { DataSource } from 'typeorm';
import { Rejection, type ReceiptProof } from '@isegoria/contracts';
import { inclusionPath } from '@isegoria/merkle-log';
import { sha256 } from '../log-identity';
import { inBase64 } from '../proofs/proofs.controller';
import { Sequencing } from '../sequencing/sequencing';
import { nodeReader } from '../sequencing/stored-tree';

@Controller('log/receipts')
export class ReceiptsController {
  constructor(
    @Inject(Sequencing) private readonly log: Sequencing,
    @Inject(DataSource) private readonly dataSource: DataSource,
  ) {}

  /** The event's leaf and its place under the newest checkpoint. @throws Rejection RECEIPT_NOT_FOUND for one that no checkpoint covers yet */
  @Get(':eventId')
  @Header('cache-control', 'no-cache')
  async proof(@Param('eventId') eventId: string): Promise<ReceiptProof> {
    const { size, note } = this.log.checkpoint;
    const found = isUUID(eventId) ? await this.leafOf(eventId, size) : undefined;
    if (!found) throw new Rejection('RECEIPT_NOT_FOUND');
    const { seq, leaf } = found;
    const path = inBase64(await inclusionPath(sha256, seq, size, nodeReader(this.dataSource)));
    return { eventId: eventId.toLowerCase(), seq, leaf, treeSize: size, path, checkpoint: note };
  }

  private async leafOf(eventId: string, size: number): Promise<{ seq: number; leaf: string } | undefined> {
    const [row] = await this.dataSource.query('SELECT seq, leaf FROM log.leaf WHERE event_id = $1 AND seq < $2', [eventId, size]);
    return row && { seq: Number(row.seq), leaf: row.leaf };
  }
}
