import { Controller, Inject, Req } from '@nestjs/common';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import { Commands, Serves } from '@isegoria/api-host';
import { readLinkToken } from '../links/link-token';
import { showLinkedResponse, type LinkedResponse } from '../links/survey-links.contract';
import { showPaperForm, type PaperFormEntry } from '../paper/entry/paper-entry.contract';
import { isToldBeyond } from './quota-places.read-model';

/** Whether a response by a link or on paper is beyond a quota is known here alone, and told to whoever may see the response. */
@Controller()
export class QuotasApiController {
  constructor(
    @Inject(DataSource) private readonly rows: DataSource,
    @Inject(Commands) private readonly commands: Commands,
  ) {}

  @Serves(showLinkedResponse, ['consultations'])
  async showByLink(@Req() request: Request): Promise<LinkedResponse> {
    const own = await this.commands.send(request, showLinkedResponse);
    const read = own.response === null ? undefined : readLinkToken(tokenIn(request));
    const beyond = read && (await isToldBeyond(this.rows.manager, read.activityId, { channel: 'link', key: read.link }));
    return { ...own, ...(beyond && { beyondQuota: true as const }) };
  }

  @Serves(showPaperForm, ['consultations'])
  async showForm(@Req() request: Request): Promise<PaperFormEntry> {
    const entry = await this.commands.send(request, showPaperForm);
    if (entry.status !== 'confirmed') return entry;
    const activityId = String(request.params['activityId']);
    const beyond = await isToldBeyond(this.rows.manager, activityId, { channel: 'paper', key: entry.form });
    return { ...entry, ...(beyond && { beyondQuota: true as const }) };
  }
}

const tokenIn = ({ body }: Request): string => {
  const { token } = (body ?? {}) as { readonly token?: unknown };
  return typeof token === 'string' ? token : '';
};
