import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands between an auditor and the platform, as a dishonest operator could, and changes what passes. */
export async function startTamperingProxy(
  origin: string,
  change: (path: string, body: string) => string,
): Promise<{ origin: string; close(): Promise<void> }> {
  const server: Server = createServer((request, response) => {
    void (async () => {
      const answer = await fetch(origin + request.url, { headers: { accept: request.headers.accept ?? '*/*' } });
      const headers = Object.fromEntries([...answer.headers].filter(([name]) => !['content-length', 'content-encoding', 'transfer-encoding', 'connection', 'etag'].includes(name)));
      // Tiles are no text: they pass as they are.
      const body = request.url!.startsWith('/log/tile/') ? Buffer.from(await answer.arrayBuffer()) : change(request.url!, await answer.text());
      response.writeHead(answer.status, headers).end(body);
    })();
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
