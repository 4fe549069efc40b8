import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { Rejection } from '@isegoria/kernel';
import { blankForm, carry, narrowedTo, textOf, unitsOf, type Visit, type Visited } from '@isegoria/portal-kit';
import type { FormState } from '@isegoria/ui';
import { isFileHash, withdrawFile } from '../file.contract';
import { listUsedFiles, type UsedFileView } from '../uses/file-uses.contract';
import { FilesPage, WithdrawFilePage, withdrawalPath } from './files-office.page';

@Controller('office/files')
export class FilesOfficeController {
  @Get()
  async list(@Res() { visit }: Visited): Promise<void> {
    visit.mustBePermitted('publish');
    const [cursor, unit] = [visit.cursor(), narrowedTo(visit)];
    const [{ items, next }, tree] = await Promise.all([visit.api.ask(listUsedFiles, { unit, cursor }), unitsOf(visit)]);
    const units = tree.choices((of) => visit.may('publish', of.unit));
    visit.show(<FilesPage files={items} next={next} cursor={cursor} tree={tree} units={units} unit={unit} />, {
      title: visit.texts.t('officeFiles.title'),
      address: '/office/files',
    });
  }

  /** A page of its own between the list and an act that cannot be undone. */
  @Get(':file/withdrawal')
  async ask(@Res() { visit }: Visited, @Param('file') file: string): Promise<void> {
    await showWithdrawal(visit, file, blankForm());
  }

  @Post(':file/withdrawal')
  async withdraw(@Res() { visit }: Visited, @Param('file') file: string, @Body() body: unknown): Promise<void> {
    if (!isFileHash(file)) throw new Rejection('NOT_FOUND');
    await carry(visit, body, withdrawFile, {
      command: (form) => ({ file, reason: textOf(form, 'reason') }),
      accepted: ({ position }) => visit.seeOther('/office/files', position),
      refused: (form, status) => showWithdrawal(visit, file, form, status),
    });
  }
}

async function showWithdrawal(visit: Visit, file: string, form: FormState, status = 200): Promise<void> {
  visit.mustBePermitted('publish');
  const used = await usedFile(visit, file);
  visit.show(<WithdrawFilePage file={used} form={form} />, {
    title: visit.texts.t('officeFiles.withdrawTitle'),
    status,
    address: withdrawalPath(file),
  });
}

/** @throws Rejection NOT_FOUND for one that is none of the account's, or was withdrawn */
async function usedFile(visit: Visit, file: string): Promise<UsedFileView> {
  if (!isFileHash(file)) throw new Rejection('NOT_FOUND');
  const { items } = await visit.api.ask(listUsedFiles, { file });
  const [found] = items;
  if (!found || found.withdrawnAt !== null) throw new Rejection('NOT_FOUND');
  return found;
}
