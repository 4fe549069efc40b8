import { randomUUID } from 'node:crypto';
import { beforeEach } from '@jest/globals';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { rootUnit, type AccountView, type Role } from '@isegoria/contracts';
import { FakeApi } from './fake-api.fixture';
import { account } from './sample-data.fixture';

export const session = 'isegoria_session=good-token';
export const official: AccountView = withRoles('official', 'moderator', 'administrator');

/** The account with roles in the root, and so everywhere. */
export function withRoles(...roles: Role[]): AccountView {
  return { ...account, roles: roles.map((role) => ({ role, unit: rootUnit })) };
}

/** The real portal on the fake API, which is as new before each test; forms are sent as a browser sends them. */
export function portalOnFakeApi() {
  const api = new FakeApi();
  let app: NestExpressApplication;
  const server = () => app.getHttpServer();
  beforeEach(() => {
    api.refusal = undefined;
    api.account = account;
    api.asksForCode = false;
    api.requests.length = 0;
  });
  return {
    api,
    server,
    get: (path: string, cookie = '') => request(server()).get(path).set('cookie', cookie),
    /** Sends a form as a page has it, so with a key, unless it is empty. */
    post: (path: string, form: Record<string, string | string[]>, cookie = session) =>
      request(server())
        .post(path)
        .set('host', 'portal.example')
        .set('origin', 'http://portal.example')
        .set('cookie', cookie)
        .type('form')
        .send(Object.keys(form).length === 0 ? form : { key: randomUUID(), ...form }),
    async start(): Promise<void> {
      process.env['GATEWAY_URL'] = await api.start();
      const { PortalModule } = await import('../portal.module');
      const { configurePortal } = await import('@isegoria/portal-kit');
      app = await NestFactory.create<NestExpressApplication>(PortalModule, { bodyParser: false, logger: false });
      configurePortal(app);
      await app.listen(0, '127.0.0.1');
    },
    async stop(): Promise<void> {
      await app.close();
      await api.stop();
    },
  };
}
