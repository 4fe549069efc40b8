import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { DataSource } from 'typeorm';
import { Serves, parametersOf, type ReadingRequest } from '@isegoria/api-host';
import { Rejection, may, permitted } from '@isegoria/kernel';
import { languages, sourceLanguage, type Language } from '@isegoria/texts';
import { placeOf } from '../../consultation/view/consultation.read-model';
import { exportNeeds } from '../../methods/methods.contract';
import { Downloads } from './downloads.api';
import { fetchExport } from '../export.contract';
import { exportById } from './export.read-model';

/**
 * The file of an export, for the account that made it, while it has a role in that unit that may export; as JSON, the description of the
 * export.
 */
@Controller()
export class ExportsController {
  constructor(
    @Inject(DataSource) private readonly rows: DataSource,
    @Inject(Downloads) private readonly downloads: Downloads,
  ) {}

  @Serves(fetchExport, ['consultations', 'feedback'])
  async fetch(@Req() request: ReadingRequest, @Res() response: Response): Promise<void> {
    const reader = permitted(request.actor, 'export');
    const asked = parametersOf(request, fetchExport);
    const found = await exportById(this.rows, asked.exportId);
    if (!found) throw new Rejection('NOT_FOUND');
    const { by, ...view } = found;
    if (by !== reader.accountId) throw new Rejection('NOT_YOURS');
    const unit = (await placeOf(this.rows, view.consultationId))?.unit;
    if (unit === undefined) throw new Rejection('NOT_FOUND');
    permitted(reader, 'export', unit);
    permitted(reader, exportNeeds(view.contents), unit);
    response.vary('accept');
    const isJson = asked.format === 'json';
    if (!isJson && request.accepts(['text/csv', 'application/json']) === 'application/json') return void response.json(view);
    if (Date.parse(view.expiresAt) <= Date.now()) throw new Rejection('EXPORT_EXPIRED');
    const giving = { forModerator: may(reader, 'moderate', unit), language: languageOf(request), bom: asked.bom !== undefined, isJson };
    await this.downloads.give(view, giving, response);
  }
}

function languageOf(request: ReadingRequest): Language {
  const accepted = request.acceptsLanguages([...languages]);
  return languages.find((known) => known === accepted) ?? sourceLanguage;
}
