import type { NestExpressApplication } from '@nestjs/platform-express';
import { compressed, toldOfHttps } from '@isegoria/service-host';

/** What the log adds to its HTTP application: its answers are long texts, and go packed to whoever takes them so. */
export function configureLog(app: NestExpressApplication): void {
  app.use(toldOfHttps(), compressed());
}
