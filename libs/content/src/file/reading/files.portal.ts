import { Controller, Get, Param, Res } from '@nestjs/common';
import { Rejection } from '@isegoria/kernel';
import type { Visited } from '@isegoria/portal-kit';
import { fetchFile, isFileHash } from '../file.contract';

/** Files as people open them: one that was withdrawn is a page that says so. */
@Controller('files')
export class FilesPortalController {
  @Get(':file')
  async fetch(@Res() { visit }: Visited, @Param('file') file: string): Promise<void> {
    if (!isFileHash(file)) throw new Rejection('NOT_FOUND');
    await visit.sendFile(await visit.publicApi.open(fetchFile, { file }));
  }
}
