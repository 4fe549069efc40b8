import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { steady } from '@isegoria/steady';
import { DataFolder } from './data-folder';
import { administratorEmail } from './administrator';
import { banner } from './banner';
import { demoAccounts } from './demo/demo-accounts';
import { seedDemo } from './demo/seed-demo';
import { forTryingOut } from './for-trying-out';
import { tellOfRefusals } from './front-door/refusals';
import { securityRecordsIn } from './front-door/security-records';
import { openFrontDoor } from './front-door/front-door';
import { freePort } from './parts/free-port';
import { startParts, type Parts } from './parts/start-parts';
import { readinessOf } from './readiness';
import { serviceNames, servicePlans, type ServiceName } from './services';
import { publicAddress } from './public-address';
import { StartRefused } from './start-refused';
import { SupervisedProcess } from './supervised-process';
import { localWitnesses, startWitnesses } from './witnesses';

export interface PlatformOptions {
  readonly data?: string;
  readonly port: number;
  readonly demo: boolean;
  /** Whether witnesses run on this machine, too. */
  readonly witnesses: boolean;
}

/** Starts everything, says so, and stays until Ctrl-C. @throws StartRefused with one sentence when it cannot start */
export async function runPlatform({ data, port, demo, witnesses }: PlatformOptions): Promise<void> {
  const address = publicAddress();
  const folder = DataFolder.open(data ?? join(process.cwd(), '.isegoria'));
  const closing: (() => Promise<unknown> | unknown)[] = [() => folder.release()];
  const closeAll = async () => {
    for (const close of closing.splice(0).reverse()) await close();
  };
  stopOnSignal(closeAll);
  try {
    const sendsMail = Boolean(process.env['SMTP_URL']);
    const open = forTryingOut(address, { demo, hasDemo: folder.has('demo.json'), sendsMail });
    open.sentences.forEach(say);
    const secrets = folder.secrets();
    const logKeyFile = folder.logSigningKey();
    mkdirSync(folder.in('logs'), { recursive: true });
    tellOfRefusals(securityRecordsIn(folder.in('logs', 'front-door.log')));
    const ports = await pickPorts();
    const health = readinessOf(ports);
    const door = await openFrontDoor(port, ports, address, health.missing);
    closing.push(() => door.close());
    const [url, localUrl] = [address.urlAt(door.port), address.localUrlAt(door.port)];

    const parts: Parts = await startParts(folder, secrets, say, (stop) => closing.push(stop));
    // For the tools that look after read models: they do what the projector does.
    const forTools = { eventStoreUrl: parts.eventStoreUrl, databaseUrl: parts.databaseUrl('projector') };
    folder.write('parts.json', JSON.stringify(forTools, null, 2));
    closing.push(() => folder.remove('parts.json'));
    const cosigners = witnesses ? await localWitnesses(folder) : [];
    const makesDemo = open.demo && !folder.has('demo.json');
    const toMakeForDemo = makesDemo ? demoAccounts.map(({ email }) => email) : [];
    const plans = servicePlans({ folder, secrets, ports, parts, url, logKeyFile, witnesses: cosigners, toMakeForDemo, ...open });
    const services = plans.map((plan) => new SupervisedProcess(plan, say));
    closing.push(() => Promise.all(services.map((service) => service.stop())));
    await Promise.all(services.map((service) => service.start().then(() => say(`${service.plan.name} is ready`))));
    await startWitnesses(cosigners, ports['transparency-log'], folder, say, (stop) => closing.push(stop));
    await health.untilReady();

    folder.write(
      'operator.json',
      JSON.stringify({ url: localUrl, email: administratorEmail, password: secrets.BOOTSTRAP_ADMIN_PASSWORD }, null, 2),
    );
    if (makesDemo) {
      await seedDemo(localUrl, { email: administratorEmail, password: secrets.BOOTSTRAP_ADMIN_PASSWORD });
      folder.write('demo.json', JSON.stringify({ seededAt: new Date().toISOString() }));
    }
    console.log(banner({ url, folder: folder.path, ...open, demo: folder.has('demo.json'), sendsMail }));
  } catch (error) {
    await closeAll();
    throw error instanceof StartRefused ? error : new StartRefused(`Isegoria could not start: ${(error as Error).message}`);
  }
}

function say(sentence: string): void {
  console.log(`  ${sentence}`);
}

async function pickPorts(): Promise<Record<ServiceName, number>> {
  const ports = await Promise.all(serviceNames.map(async (name) => [name, await freePort()] as const));
  return Object.fromEntries(ports) as Record<ServiceName, number>;
}

function stopOnSignal(closeAll: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    const stop = async () => {
      if (stopping) return;
      stopping = true;
      console.log('\n  Stopping ...');
      await closeAll();
      process.exit(0);
    };
    process.on(
      signal,
      steady(stop, () => process.exit(1)),
    );
  }
}
