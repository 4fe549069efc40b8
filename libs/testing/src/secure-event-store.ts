import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type Server } from 'node:tls';
import { startEventStore, type RunningEventStore } from '@isegoria/embedded-event-store';
import type { TestPart } from './parts';

/** An embedded event store behind a TLS terminator, which asks for a name and a password as a secure EventStoreDB does. */
export async function secureEventStore(
  user: string,
  password: string,
): Promise<TestPart & { readonly urlWith: (login: string) => string }> {
  const folder = await mkdtemp(join(tmpdir(), 'isegoria-secure-'));
  const store = await startEventStore({ folder: join(folder, 'events'), users: new Map([[user, password]]) });
  const authority = join(folder, 'ca.crt');
  await writeFile(authority, certificates.authority);
  const terminator = await terminatorBefore(store);
  const { port } = terminator.address() as AddressInfo;
  const urlWith = (login: string) => `esdb://${login}localhost:${port}?tls=true&tlsCAFile=${authority}`;
  return {
    url: urlWith(`${user}:${password}@`),
    urlWith,
    async stop() {
      terminator.close();
      await store.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function terminatorBefore({ port }: RunningEventStore): Promise<Server> {
  const server = createServer({ key: certificates.key, cert: certificates.node, ALPNProtocols: ['h2'] }, (secure) => {
    const plain = connect(port, '127.0.0.1');
    for (const socket of [secure, plain]) socket.on('error', () => [secure, plain].forEach((one) => one.destroy()));
    secure.pipe(plain).pipe(secure);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

/** For `localhost`, and for tests alone: made with openssl, for 2020 to 2120. The key of the authority was not kept. */
const certificates = {
  authority: `-----BEGIN CERTIFICATE-----
MIIBcDCCARWgAwIBAgIBATAKBggqhkjOPQQDAjAeMRwwGgYDVQQDDBNBdXRob3Jp
dHkgZm9yIHRlc3RzMCAXDTIwMDEwMTAwMDAwMFoYDzIxMjAwMTAxMDAwMDAwWjAe
MRwwGgYDVQQDDBNBdXRob3JpdHkgZm9yIHRlc3RzMFkwEwYHKoZIzj0CAQYIKoZI
zj0DAQcDQgAEVLLPvZo97NSeTesxB1Dbf4pw0iibpzDfCF3pXxY59F8zOUX6wmBg
i2yKFY88RkKlaYOdjJx22+5V2bQ10sP9jqNCMEAwDwYDVR0TAQH/BAUwAwEB/zAO
BgNVHQ8BAf8EBAMCAgQwHQYDVR0OBBYEFNu0P4P0YrThkmxOJcaw4HsGvDBtMAoG
CCqGSM49BAMCA0kAMEYCIQCwkbwNmL3en/CTihQkdkVupF+eA+EvCiP+f5a++KRC
jQIhAM6571KARtmOZljgSnOqM6TWxNReczmWFM2zgAdoAbvi
-----END CERTIFICATE-----
`,
  node: `-----BEGIN CERTIFICATE-----
MIIBiTCCAS+gAwIBAgIBAjAKBggqhkjOPQQDAjAeMRwwGgYDVQQDDBNBdXRob3Jp
dHkgZm9yIHRlc3RzMCAXDTIwMDEwMTAwMDAwMFoYDzIxMjAwMTAxMDAwMDAwWjAc
MRowGAYDVQQDDBFldmVudHN0b3JlZGItbm9kZTBZMBMGByqGSM49AgEGCCqGSM49
AwEHA0IABF55JpPJlx0AYH4Sh9sUILhB4m5PK22D/odeR8FjMNagq4fIzMhFD6/H
dNL5qNqtS79RGkiUnZjHuA89/CwXBwOjXjBcMBoGA1UdEQQTMBGCCWxvY2FsaG9z
dIcEfwAAATAdBgNVHQ4EFgQU6ewBsS2EX+gDIIBqtsLraMuR4g0wHwYDVR0jBBgw
FoAU27Q/g/RitOGSbE4lxrDgewa8MG0wCgYIKoZIzj0EAwIDSAAwRQIhANObmPQx
Q+OHoEThbop47lrzcnqc0KKfje3KdbNgdzd0AiBLJn/mkzTUrufMLaY93EbN/Xru
qDmQtoIoP687y96jcQ==
-----END CERTIFICATE-----
`,
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgjjoxdDmjv4ZvA7xA
ExwBjVCojD7A4+SvfMuclQS9nHGhRANCAAReeSaTyZcdAGB+EofbFCC4QeJuTytt
g/6HXkfBYzDWoKuHyMzIRQ+vx3TS+ajarUu/URpIlJ2Yx7gPPfwsFwcD
-----END PRIVATE KEY-----
`,
};
