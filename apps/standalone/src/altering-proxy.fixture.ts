import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Sits between a reader and the platform, as the operator of the platform's front could, and alters the bytes of the answers that pass. */
export async function startAlteringProxy(
  origin: string,
  alter: (path: string, bytes: Buffer) => Buffer,
): Promise<{ origin: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const { authorization } = request.headers;
    fetch(origin + request.url, { headers: authorization === undefined ? {} : { authorization } }).then(
      async (answer) => {
        const bytes = Buffer.from(await answer.arrayBuffer());
        response.writeHead(answer.status).end(answer.ok ? alter(request.url!, bytes) : bytes);
      },
      () => response.writeHead(502).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
