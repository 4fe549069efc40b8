import type { ApiPart } from '@isegoria/api-host';
import { withdrawFile } from './file/file.contract';
import { fileAnswers } from './file/file.read-model';
import { FileLooks, FileTable, FilesController } from './file/upload/files.api';
import { FILE_LOOK } from './file/upload/looking.contract';
import { archivePage, draftPage, planPage, publishPage, revisePage, withdrawPage } from './page/page.contract';
import { pageAnswers } from './page/page.read-model';
import { pageVersionAnswers } from './page/versions/page-versions.read-model';
import { publicServiceAnswers } from './public-service/listed/public-service-answers.read-model';
import {
  draftService,
  publishService,
  reviseService,
  translateService,
  withdrawService,
} from './public-service/public-service.contract';
import { changeSettings } from './settings/settings.contract';
import { settingsAnswers } from './settings/settings.read-model';
import { placesAnswers } from './site-tree/places/places.read-model';
import { placePage, takePageOut } from './site-tree/site-tree.contract';
import { fillInSitePage } from './site-page/site-page.contract';
import { sitePageAnswers } from './site-page/site-page.read-model';

export const contentApi: ApiPart = {
  commands: [
    ...[draftPage, revisePage, planPage, publishPage, archivePage, withdrawPage],
    ...[draftService, reviseService, translateService, publishService, withdrawService],
    ...[placePage, takePageOut],
    ...[changeSettings, fillInSitePage, withdrawFile],
  ],
  answers: [
    ...[...pageAnswers, ...pageVersionAnswers, ...placesAnswers, ...settingsAnswers],
    ...[...sitePageAnswers, ...fileAnswers, ...publicServiceAnswers],
  ],
  controllers: [FilesController],
  providers: [FileTable, FileLooks, { provide: FILE_LOOK, useExisting: FileLooks }],
};
