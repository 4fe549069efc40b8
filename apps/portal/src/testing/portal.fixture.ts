import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { FakeApi } from './fake-api.fixture';

/** The cookie of somebody who is signed in. */
export const session = 'isegoria_session=good-token';

/** The portal before a fake of the API, and what a browser without scripts says to it. */
export async function startPortal() {
  const api = new FakeApi();
  process.env['GATEWAY_URL'] = await api.start();
  const { PortalModule } = await import('../portal.module');
  const { configurePortal } = await import('../web/configure');
  const app = await NestFactory.create<NestExpressApplication>(PortalModule, { bodyParser: false, logger: false });
  configurePortal(app);
  await app.listen(0, '127.0.0.1');
  return {
    api,
    app,
    get: (path: string, cookie = '') => request(app.getHttpServer()).get(path).set('cookie', cookie),
    post: (path: string, form: Record<string, string | string[]>, cookie = session) =>
      request(app.getHttpServer()).post(path).set('host', 'portal.example').set('origin', 'http://portal.example').set('cookie', cookie).type('form').send(form),
    async stop(): Promise<void> {
      await app.close();
      await api.stop();
    },
  };
}

export type TestPortal = Awaited<ReturnType<typeof startPortal>>;
