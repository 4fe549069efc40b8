import { Controller, Get, Inject, Req } from '@nestjs/common';
import type { Request } from 'express';
import { refuseUnknown } from '@isegoria/contracts';
import { consistencyPath, inclusionPath } from '@isegoria/merkle-log';
import { sha256 } from '../keys/log-identity';
import { wholeNumber } from '../query';
import { Sequencing } from '../sequencing/sequencing';
import { StoredNodes } from '../sequencing/stored-tree';

/** Proofs between trees of any two sizes up to the newest checkpoint's (RFC 9162 section 2.1); hashes are base64. */
@Controller('log/proofs')
export class ProofsController {
  constructor(
    @Inject(Sequencing) private readonly log: Sequencing,
    @Inject(StoredNodes) private readonly nodes: StoredNodes,
  ) {}

  @Get('inclusion')
  async inclusion(@Req() request: Request) {
    refuseUnknown(request.query, ['size', 'seq']);
    const size = wholeNumber(request, 'size', { min: 1, max: this.log.checkpoint.size });
    const seq = wholeNumber(request, 'seq', { min: 0, max: size - 1 });
    return { seq, size, path: inBase64(await inclusionPath(sha256, seq, size, this.nodes.ofSize(size))) };
  }

  @Get('consistency')
  async consistency(@Req() request: Request) {
    refuseUnknown(request.query, ['from', 'to']);
    const to = wholeNumber(request, 'to', { min: 0, max: this.log.checkpoint.size });
    const from = wholeNumber(request, 'from', { min: 0, max: to });
    return { from, to, path: inBase64(await consistencyPath(sha256, from, to, this.nodes.ofSize(to))) };
  }
}

export function inBase64(path: readonly Uint8Array[]): string[] {
  return path.map((hash) => Buffer.from(hash).toString('base64'));
}
