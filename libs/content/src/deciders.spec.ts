import { describe, it } from '@jest/globals';
import { everyEvent } from '@isegoria/contracts';
import { foldsWhatIsNewer } from '@isegoria/event-sourcing';
import { fileDecider } from './file/file.decider';
import { pageDecider } from './page/page.decider';
import { serviceDecider } from './public-service/public-service.decider';
import { settingsDecider } from './settings/settings.decider';
import { sitePageDecider } from './site-page/site-page.decider';

describe('deciders of content fold every event of their streams, and what a newer program records there', () => {
  it('pages', () => foldsWhatIsNewer(everyEvent, pageDecider, 'page-1'));
  it('files', () => foldsWhatIsNewer(everyEvent, fileDecider, 'file-1'));
  it('settings', () => foldsWhatIsNewer(everyEvent, settingsDecider, 'settings'));
  it('services', () => foldsWhatIsNewer(everyEvent, serviceDecider, 'public-service-1'));
  it('pages about the site', () => foldsWhatIsNewer(everyEvent, sitePageDecider, 'site-page-terms'));
});
