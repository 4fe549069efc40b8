import { Controller, Get, Header, Inject, Param } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { DataSource } from 'typeorm';
import { Rejection, type ReceiptProof } from '@isegoria/contracts';
import { EventStore } from '@isegoria/event-sourcing';
import { formatTlogProof, inclusionPath } from '@isegoria/merkle-log';
import { sha256 } from '../keys/log-identity';
import { inBase64 } from '../proofs/proofs.controller';
import { Sequencing } from '../sequencing/sequencing';
import { StoredNodes } from '../sequencing/stored-tree';
import { leafOfEvent, type FoundLeaf } from './leaf-of-event';
import { replacementOf } from './replacement';

/** An event's leaf and its place under the newest checkpoint. */
interface FoundReceipt extends FoundLeaf {
  readonly size: number;
  readonly path: Uint8Array[];
  readonly checkpoint: string;
}

@Controller('log/receipts')
export class ReceiptsController {
  constructor(
    @Inject(Sequencing) private readonly log: Sequencing,
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(StoredNodes) private readonly nodes: StoredNodes,
    @Inject(EventStore) private readonly store: EventStore,
  ) {}

  /**
   * The event's leaf and its place under the newest checkpoint.
   * @throws Rejection RECEIPT_NOT_FOUND for one that no checkpoint covers yet
   */
  @Get(':eventId')
  @Header('cache-control', 'no-cache')
  async proof(@Param('eventId') eventId: string): Promise<ReceiptProof> {
    const { seq, leaf, size, path, checkpoint } = await this.find(eventId);
    const replacedBy = await replacementOf(leaf, { store: this.store, rows: this.dataSource, size });
    return { eventId: eventId.toLowerCase(), seq, leaf, treeSize: size, path: inBase64(path), checkpoint, replacedBy };
  }

  /** The same as a text to keep (C2SP tlog-proof), with the leaf as its extra data. @throws Rejection RECEIPT_NOT_FOUND as above */
  @Get(':eventId/proof')
  @Header('content-type', 'text/plain; charset=utf-8')
  @Header('cache-control', 'no-cache')
  async proofText(@Param('eventId') eventId: string): Promise<string> {
    const { seq, leaf, path, checkpoint } = await this.find(eventId);
    return formatTlogProof({ index: seq, path, checkpoint, extra: Buffer.from(leaf) });
  }

  private async find(eventId: string): Promise<FoundReceipt> {
    const { size, note } = this.log.checkpoint;
    const found = isUUID(eventId) ? await leafOfEvent(this.dataSource, eventId, size) : undefined;
    if (!found) throw new Rejection('RECEIPT_NOT_FOUND');
    const path = await inclusionPath(sha256, found.seq, size, this.nodes.ofSize(size));
    return { ...found, size, path, checkpoint: note };
  }
}
