import { Controller, Get, Header, Inject } from '@nestjs/common';
import type { CoveredPosition, LogKeys } from '@isegoria/contracts';
import { Sequencing } from '../sequencing/sequencing';

@Controller('log')
export class CheckpointController {
  constructor(@Inject(Sequencing) private readonly log: Sequencing) {}

  /** What there is to read here. */
  @Get()
  index() {
    return {
      origin: this.log.identity.keys.origin,
      addresses: {
        keys: '/log/keys',
        checkpoint: '/log/checkpoint',
        position: '/log/position',
        entries: '/log/entries?from={seq}&limit={count}',
        inclusionProof: '/log/proofs/inclusion?seq={seq}&size={treeSize}',
        consistencyProof: '/log/proofs/consistency?from={treeSize}&to={treeSize}',
        receiptProof: '/log/receipts/{eventId}',
        tlogProof: '/log/receipts/{eventId}/proof',
        tiles: '/log/tile/{level}/{index}[.p/{width}]',
        entryBundles: '/log/tile/entries/{index}[.p/{width}]',
        policy: '/log/policy',
      },
    };
  }

  @Get('checkpoint')
  @Header('content-type', 'text/plain; charset=utf-8')
  @Header('cache-control', 'no-cache')
  checkpoint(): string {
    return this.log.checkpoint.note;
  }

  @Get('position')
  @Header('cache-control', 'no-cache')
  position(): CoveredPosition {
    return this.log.covered;
  }

  @Get('keys')
  @Header('cache-control', 'no-cache')
  keys(): LogKeys {
    return this.log.identity.keys;
  }

  /** Whose cosignatures make a checkpoint reliable, as the log recommends it (C2SP tlog-policy). */
  @Get('policy')
  @Header('content-type', 'text/plain; charset=utf-8')
  @Header('cache-control', 'no-cache')
  policy(): string {
    return this.log.identity.policy;
  }
}
