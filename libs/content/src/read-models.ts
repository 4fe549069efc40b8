import { foundProjection, type ReadModelGroup } from '@isegoria/projection';
import { fileListProjection } from './file/file.read-model';
import { foundPages } from './page/found-page.read-model';
import { pageListProjection } from './page/page.read-model';
import { foundServices } from './public-service/listed/found-service.read-model';
import { publicServicesProjection } from './public-service/listed/public-service.read-model';
import { settingsProjection } from './settings/settings.read-model';
import { placesProjection } from './site-tree/site-tree.read-model';
import { sitePageProjection } from './site-page/site-page.read-model';

export { fileList } from './file/file.read-model';
export { PageRow, pageAnswers, pageById, pageList, pageListProjection } from './page/page.read-model';
export { versionAt, versionsOf } from './page/versions/page-versions.read-model';
export { publicServiceAnswers, serviceById, serviceList } from './public-service/listed/public-service-answers.read-model';
export { platformSettings, settingsAnswers, settingsProjection } from './settings/settings.read-model';
export { placesAnswers } from './site-tree/places/places.read-model';
export { sitePage, sitePageAnswers, sitePageProjection } from './site-page/site-page.read-model';

export const groupsOfContent = [
  {
    name: 'content',
    version: 14,
    follows: { prefixes: ['page-', 'settings', 'site-page-', 'site-tree', 'file-'] },
    projections: [
      pageListProjection(),
      settingsProjection(),
      sitePageProjection(),
      fileListProjection(),
      placesProjection(),
      // Last: what is found follows from the rows of the others.
      foundProjection('content', [foundPages]),
    ],
  },
  {
    name: 'public-services',
    version: 1,
    follows: { prefixes: ['public-service-'] },
    projections: [publicServicesProjection(), foundProjection('public-services', [foundServices])],
  },
] as const satisfies readonly ReadModelGroup[];
