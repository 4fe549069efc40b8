import { Controller, Get, Param, Res } from '@nestjs/common';
import { Rejection } from '@isegoria/kernel';
import { idInPath, type Visited } from '@isegoria/portal-kit';
import { showPage } from '../../page.contract';
import { PageVersionPage } from './compared-versions.page';
import { listPageVersions, showPageVersion, versionForm } from '../page-versions.contract';
import { PageVersionsPage } from './page-versions.page';
import { versionPath, versionsPath } from './version-paths.page';

/** How a page read before. */
@Controller('pages/:id/versions')
export class PageVersionsController {
  @Get()
  async list(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    const [pageId, cursor] = [idInPath(id), visit.cursor()];
    const [page, versions] = await Promise.all([
      visit.api.ask(showPage, { pageId }),
      visit.api.ask(listPageVersions, { pageId, cursor }),
    ]);
    visit.show(<PageVersionsPage page={page} versions={{ ...versions, cursor }} />, {
      title: visit.texts.t('pageVersions.title'),
      address: versionsPath(pageId),
    });
  }

  /** Beside the version in `?from=`, or beside the one before. */
  @Get(':version')
  async version(@Res() { visit }: Visited, @Param('id') id: string, @Param('version') number: string): Promise<void> {
    const pageId = idInPath(id);
    if (!versionForm.test(number)) throw new Rejection('NOT_FOUND');
    const asked = Number(visit.request.query['from']);
    const from = asked >= 1 && asked < Number(number) ? Math.floor(asked) : Number(number) - 1;
    const [page, version, before] = await Promise.all([
      visit.api.ask(showPage, { pageId }),
      visit.api.ask(showPageVersion, { pageId, version: number }),
      from > 0 ? visit.api.ask(showPageVersion, { pageId, version: String(from) }) : undefined,
    ]);
    visit.show(<PageVersionPage page={page} version={version} before={before} />, {
      title: visit.texts.t('pageVersions.of', { version: version.version, title: version.title }),
      address: versionPath(pageId, version.version),
    });
  }
}
