import { createPrivateKey, createPublicKey } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

interface Service {
  image: string;
  build?: { context: string; dockerfile: string; args: { APP: string } };
  env_file?: string[];
  environment?: Record<string, string>;
  volumes?: string[];
  networks?: string[];
  ports?: string[];
  depends_on?: Record<string, { condition: string }>;
}

const compose = parse(read('docker/compose.yaml'), { merge: true }) as { services: Record<string, Service>; volumes: Record<string, null> };
const supervised = supervisedServices();
const partAt: Record<string, string> = { EVENTSTORE_URL: 'eventstore', NATS_URL: 'nats', DATABASE_URL: 'postgres' };
const secrets = [
  'KEY_ENCRYPTION_KEY',
  'EMAIL_HASH_KEY',
  'COMMAND_ID_KEY',
  'BUS_SIGNING_KEY',
  'IDENTITY_OPENING_KEY',
  'IDENTITY_SEALING_KEY',
  'ACT_SIGNING_KEY',
  'RECEIPT_SIGNING_KEY',
  'LOG_SIGNING_KEY',
  'BOOTSTRAP_ADMIN_PASSWORD',
];
/** The log's own key comes to the log from a file of its own, also under `npm start`. */
const keptApart = 'LOG_SIGNING_KEY';
const ours = Object.entries(compose.services).filter(([, { build }]) => build);

describe('docker/compose.yaml', () => {
  it('runs every service that the standalone platform runs', () => {
    expect(supervised.size).toBeGreaterThan(0);
    expect(ours.map(([name]) => name).sort()).toEqual([...supervised.keys()].sort());
  });

  it.each(ours)('builds %s from the one recipe', (name, { build }) => {
    expect(build).toEqual({ context: '..', dockerfile: 'docker/Dockerfile', args: { APP: name } });
  });

  it.each(ours)('gives %s the secrets that its code uses and no others', (name, { environment = {}, env_file = [] }) => {
    const inFiles = env_file.flatMap((file) => (file === 'log.env' ? Object.keys(variablesOf('log')) : [file]));
    const given = [...Object.keys(environment), ...inFiles].filter((variable) => secrets.includes(variable));
    expect(given.sort()).toEqual(secretsUsedBy(name).sort());
    expect(given.filter((secret) => secret !== keptApart && !supervised.get(name)!.includes(secret))).toEqual([]);
  });

  it.each(ours)('gives %s the addresses that it uses and waits for what stands there', (name, { environment = {}, depends_on = {} }) => {
    const addresses = addressesUsedBy(name);
    expect(
      Object.keys(environment)
        .filter((variable) => variable in partAt)
        .sort(),
    ).toEqual([...addresses].sort());
    for (const address of addresses) expect(depends_on[partAt[address]!]).toEqual({ condition: 'service_healthy' });
  });

  it.each(ours)('gives %s its own name at the broker and in the database', (name, { environment = {} }) => {
    const named = (user: string, variable: string) => new RegExp(`^\\w+://${user}:\\$\\{${variable}_PASSWORD:\\?\\}@`);
    const own = name.toUpperCase().replaceAll('-', '_');
    const { NATS_URL, DATABASE_URL } = environment;
    if (NATS_URL) expect(NATS_URL).toMatch(named(name, `NATS_${own}`));
    if (DATABASE_URL) expect(DATABASE_URL).toMatch(named(`isegoria_${own.toLowerCase()}`, `DATABASE_${own}`));
  });
  it.each(ours)(
    'gives %s the keys of epochs if it opens what is sealed, and only the service that ends epochs may write them',
    (name, service) => {
      const { environment = {}, volumes = [] } = service;
      const opens = secretsUsedBy(name).includes('KEY_ENCRYPTION_KEY');
      expect(environment['KEY_EPOCHS_FOLDER']).toBe(opens ? '/key-epochs' : undefined);
      const ofEpochs = volumes.filter((volume) => volume.startsWith('key-epochs'));
      expect(ofEpochs).toEqual(opens ? [`key-epochs:/key-epochs${name === 'identity' ? '' : ':ro'}`] : []);
    },
  );

  it.each(Object.entries(partAt))('has a part at %s', (variable, part) => {
    const hosts = ours.flatMap(([, { environment }]) => environment?.[variable] ?? []).map((url) => /[@/]([a-z]+):\d+/.exec(url)?.[1]);
    expect(new Set(hosts)).toEqual(new Set([part]));
    expect(compose.services[part]?.image).toMatch(/^[\w/]+:[\w.-]+$/);
  });

  it('lets only those reach the event store who append or read events', () => {
    expect(compose.services['eventstore']!.networks).toEqual(['events']);
    const near = Object.entries(compose.services).filter(([, { networks = ['default'] }]) => networks.includes('events'));
    const ofEvents = ours.filter(([, { environment = {} }]) => 'EVENTSTORE_URL' in environment).map(([name]) => name);
    expect(near.map(([name]) => name).sort()).toEqual([...ofEvents, 'eventstore'].sort());
  });

  it('has the event store asked over TLS, with a password, by those who can verify its certificate', () => {
    for (const [, { environment = {}, volumes = [] }] of ours.filter(([, service]) => 'EVENTSTORE_URL' in (service.environment ?? {}))) {
      const [, authority] = /^esdb:\/\/admin:\$\{EVENT_STORE_PASSWORD:.*\}@eventstore:2113\?tls=true&tlsCAFile=(.*)\/ca\.crt$/.exec(
        environment['EVENTSTORE_URL']!,
      )!;
      expect(volumes).toContain(`event-store-ca:${authority}:ro`);
    }
    const { environment = {}, volumes = [] } = compose.services['eventstore']!;
    expect(environment).not.toHaveProperty('EVENTSTORE_INSECURE');
    expect(environment['EVENTSTORE_DEFAULT_ADMIN_PASSWORD']).toBe('${EVENT_STORE_PASSWORD:?}');
    for (const file of ['CERTIFICATE_FILE', 'CERTIFICATE_PRIVATE_KEY_FILE', 'TRUSTED_ROOT_CERTIFICATES_PATH']) {
      const mounted = volumes.map((volume) => volume.split(':')[1]!);
      expect(mounted.some((folder) => environment[`EVENTSTORE_${file}`]!.startsWith(folder))).toBe(true);
    }
    const withItsKey = Object.entries(compose.services).filter(([, service]) => service.volumes?.join().includes('event-store-node'));
    expect(withItsKey.map(([name]) => name).sort()).toEqual(['event-store-certificates', 'eventstore']);
  });

  it('shows only the proxy to the outside, and that only to this machine unless told otherwise', () => {
    const shown = Object.entries(compose.services).filter(([, { ports }]) => ports);
    expect(shown.map(([name, { ports }]) => [name, ports])).toEqual([['proxy', ['${LISTEN:-127.0.0.1:8080}:8080']]]);
  });

  it('keeps what must last in volumes that it names', () => {
    const used = Object.values(compose.services).flatMap(({ volumes = [] }) => volumes.map((volume) => volume.split(':')[0]!));
    const named = new Set(used.filter((volume) => !volume.startsWith('./')));
    expect([...named].sort()).toEqual(Object.keys(compose.volumes).sort());
    expect(used.filter((volume) => volume.startsWith('./')).every((file) => existsSync(join(root, 'docker', file)))).toBe(true);
  });

  it('reads no variable that the example leaves out', () => {
    const wanted = new Set([...read('docker/compose.yaml').matchAll(/\$\{(\w+)/g)].map(([, name]) => name));
    const explained = new Set([...read('docker/.env.example').matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name));
    expect(explained).toEqual(wanted);
  });
});

describe('docker/Caddyfile', () => {
  const proxy = read('docker/Caddyfile');

  it.each([
    ['/api/*', 'gateway'],
    ['/log /log/*', 'transparency-log'],
  ])('sends %s to %s', (paths, service) => {
    const [, name] = new RegExp(`@(\\w+) path ${paths.replaceAll('*', '\\*')}\\n`).exec(proxy)!;
    expect(proxy).toMatch(new RegExp(`handle @${name} \\{\\s+reverse_proxy ${service}:8080`));
  });

  it('sends the rest to the portal, and asks nobody who is not there', () => {
    expect(proxy).toMatch(/handle \{\s+reverse_proxy portal:8080/);
    const asked = [...proxy.matchAll(/reverse_proxy ([\w-]+):8080/g)].map(([, service]) => service!);
    expect(asked.filter((service) => !compose.services[service]?.build)).toEqual([]);
  });

  it('keeps metrics inside', () => {
    expect(proxy).toMatch(/@metrics path \/metrics \/metrics\/\*\s+handle @metrics \{\s+respond 404/);
  });
});

describe('docker/Dockerfile', () => {
  const recipe = read('docker/Dockerfile');

  it('copies only files that exist and that the ignore list lets through', () => {
    const sources = [...recipe.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, names]) => names!.split(' '));
    const letThrough = read('docker/Dockerfile.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    expect(sources.length).toBeGreaterThan(0);
    expect(
      sources.map((source) => source.replace('./', '')).filter((source) => !existsSync(join(root, source)) || !letThrough.includes(source)),
    ).toEqual([]);
  });

  it('runs as a plain user and asks whether the service lives', () => {
    expect(recipe).toMatch(/^USER node$/m);
    expect(recipe).toMatch(/^HEALTHCHECK .*\\\n.*\/health\/live/m);
    expect(recipe).toMatch(/^ENV .*HOST=0\.0\.0\.0 PORT=8080/m);
  });
});

describe('docker/make-secrets.mjs', () => {
  const made = variablesOf();

  it('makes every variable that has no default', () => {
    const required = [...read('docker/compose.yaml').matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name!);
    expect(Object.keys(made).sort()).toEqual([...new Set(required)].sort());
  });

  it.each(['KEY_ENCRYPTION_KEY', 'EMAIL_HASH_KEY', 'COMMAND_ID_KEY', 'BUS_SIGNING_KEY'])('gives %s 32 bytes', (name) => {
    expect(Buffer.from(made[name]!, 'base64')).toHaveLength(32);
  });

  it('gives receipts an Ed25519 key in two halves', () => {
    const key = createPrivateKey({ key: Buffer.from(made['RECEIPT_SIGNING_KEY']!, 'base64'), format: 'der', type: 'pkcs8' });
    expect(createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64')).toBe(made['RECEIPT_PUBLIC_KEY']);
  });

  it('gives the log an Ed25519 key, apart from everything else', () => {
    const log = variablesOf('log');
    expect(Object.keys(log)).toEqual([keptApart]);
    expect(createPrivateKey({ key: Buffer.from(log[keptApart]!, 'base64'), format: 'der', type: 'pkcs8' }).asymmetricKeyType).toBe(
      'ed25519',
    );
    expect(made).not.toHaveProperty(keptApart);
  });

  it('makes passwords that a URL can carry, another one each', () => {
    const passwords = Object.entries(made).filter(([name]) => /^(DATABASE|NATS|EVENT_STORE)_/.test(name));
    for (const [name, password] of passwords) expect([name, password]).toEqual([name, expect.stringMatching(/^[\w-]{20,}$/)]);
    expect(new Set(passwords.map(([, password]) => password)).size).toBe(passwords.length);
  });

  it('gives identity an X25519 key in two halves', () => {
    const key = createPrivateKey({ key: Buffer.from(made['IDENTITY_OPENING_KEY']!, 'base64'), format: 'der', type: 'pkcs8' });
    expect(createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64')).toBe(made['IDENTITY_SEALING_KEY']);
  });
});

/** What make-secrets.mjs prints. */
function variablesOf(...args: string[]): Record<string, string> {
  const printed = execFileSync(process.execPath, [join(root, 'docker/make-secrets.mjs'), ...args], { encoding: 'utf8' }).trim();
  return Object.fromEntries(printed.split('\n').map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
}

/** The services and their secrets, as apps/standalone states them (a tool may not import an app, so the text is read). */
function supervisedServices(): Map<string, string[]> {
  const table = /const secretsOf[^=]*= \{\n([\s\S]*?)\n\};/.exec(read('apps/standalone/src/services.ts'))![1]!;
  return new Map(
    [...table.matchAll(/^\s*'?([\w-]+)'?: \[([^\]]*)\],$/gm)].map(([, name, secrets]) => [
      name!,
      [...secrets!.matchAll(/'(\w+)'/g)].map(([, secret]) => secret!),
    ]),
  );
}

/** What a service connects to, as its own code states it. */
function addressesUsedBy(name: string): string[] {
  const source = sourceOf(name);
  return [
    ...(/PlatformModule\.with\(\{[^}]*eventStore: /.test(source) ? ['EVENTSTORE_URL'] : []),
    ...(/PlatformModule\.with\(\{[^}]*nats: true/.test(source) || /commands: true|natsTransport\(/.test(source) ? ['NATS_URL'] : []),
    ...(/PlatformModule\.with\(\{[^}]*(?:entities:|answers:|\.\.\.readModels\b)/.test(source) ? ['DATABASE_URL'] : []),
  ];
}

/** The secrets that a service reads: through the platform module, by name from the configuration, or from the environment. */
function secretsUsedBy(name: string): string[] {
  const source = sourceOf(name);
  const signs: Record<string, RegExp> = {
    KEY_ENCRYPTION_KEY: /PlatformModule\.with\(\{[^}]*subjectKeys: true|secrets\.keyEncryptionKey/,
    EMAIL_HASH_KEY: /secrets\.emailHashKey/,
    COMMAND_ID_KEY: /ApiHostModule\.with\(|secrets\.commandIdKey/,
    BUS_SIGNING_KEY: /PlatformModule\.with\(\{[^}]*(?:nats: true|answers: )|busKeys\(/,
    IDENTITY_OPENING_KEY: /secretCommands: 'handle'/,
    IDENTITY_SEALING_KEY: /secretCommands: 'send'/,
    ACT_SIGNING_KEY: /PlatformModule\.with\(\{[^}]*answers: /,
    RECEIPT_SIGNING_KEY: /PlatformModule\.with\(\{[^}]*receipts: true|secrets\.receiptSigningKey/,
    LOG_SIGNING_KEY: /signingKey\('LOG_SIGNING_KEY'\)/,
    BOOTSTRAP_ADMIN_PASSWORD: /BOOTSTRAP_ADMIN_PASSWORD: password \} = process\.env/,
  };
  return secrets.filter((secret) => signs[secret]!.test(source));
}

/** The program itself and, where it runs a context, that context's service floor. */
function sourceOf(name: string): string {
  const own = sourcesIn(join('apps', name, 'src'), /\.tsx?$/);
  const context = join('libs', name, 'src');
  return [...own, ...(existsSync(join(root, context)) ? sourcesIn(context, /(service|controller|policy)\.ts$/) : [])].map(read).join('\n');
}

function sourcesIn(folder: string, kind: RegExp): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => kind.test(file) && !/spec|fixture/.test(file))
    .map((file) => join(folder, file));
}
