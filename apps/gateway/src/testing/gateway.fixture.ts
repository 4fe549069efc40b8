import type { NestExpressApplication } from '@nestjs/platform-express';
import { ClientProxyFactory } from '@nestjs/microservices';
import { lastValueFrom } from 'rxjs';
import supertest from 'supertest';
import { DataSource } from 'typeorm';
import { natsTransport, tell } from '@isegoria/messaging';
import { rowsOfVersion } from '@isegoria/projection';
import { opinionMapRows } from '@isegoria/consultations/read-models';
import { readModelGroups, readModels } from '@isegoria/read-models';
import { busKeys, startService } from '@isegoria/service-host';
import { freshSecrets, testBroker, testDatabase } from '@isegoria/testing';
import { configure } from '../configure';
import { GatewayModule } from '../gateway.module';
import { startLog } from './log.fixture';
import { ReadModelWriter } from './read-model-writer.fixture';
import { startFakeServices } from './services.fixture';

/**
 * The real gateway on a real broker and a real database. The services behind NATS are fakes that record what reaches them
 * (services.fixture), and so is the transparency log's HTTP interface (log.fixture), with a real tree and real signatures.
 */
export async function startGateway(environment: Readonly<Record<string, string>> = {}) {
  const [broker, database] = await Promise.all([testBroker(), testDatabase()]);
  const secrets = freshSecrets();
  const log = await startLog(secrets.RECEIPT_SIGNING_KEY);
  Object.assign(process.env, secrets, { NATS_URL: broker.url, DATABASE_URL: database.url, LOG_URL: log.url, PORT: '0' });
  Object.assign(process.env, { RATE_LIMIT_FACTOR: '1000', LOG_LEVEL: 'silent', ...environment });
  await makeReadModels(database.url);
  const services = await startFakeServices(broker.url);
  const bus = ClientProxyFactory.create(natsTransport(broker.url));
  await bus.connect();
  const app: NestExpressApplication = await startService(GatewayModule, { name: 'gateway', configure });
  return {
    app,
    services,
    log,
    rows: new ReadModelWriter(app, bus),
    broadcast: (subject: string, data: object) => lastValueFrom(tell(bus, busKeys(), subject, data), { defaultValue: undefined }),
    url: await app.getUrl(),
    api: supertest(`${await app.getUrl()}/api/v1`),
    async stop() {
      await app.close();
      await bus.close();
      await services.stop();
      await log.stop();
      await Promise.all([broker.stop(), database.stop()]);
    },
  };
}

/** Empty tables, as the projector makes them. */
async function makeReadModels(url: string): Promise<void> {
  const dataSource = await new DataSource({ type: 'postgres', url, ...readModels }).initialize();
  for (const group of [...readModelGroups, opinionMapRows]) await rowsOfVersion(dataSource, group);
  await dataSource.destroy();
}

export type RunningGateway = Awaited<ReturnType<typeof startGateway>>;
