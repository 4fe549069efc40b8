import { createServer } from 'node:http';
import { bundled } from './bundled.mjs';

/** Milliseconds; a little less than a test may take. */
const within = 170_000;
/** Many people at once, for a test: all of them from one address. */
const manyFromOneAddress = '1000';

/**
 * Offers all suites of a run one platform with the demo, which starts when the first of them asks for it at TEST_SITE_URL: to start one
 * takes a minute of a processor. What a suite changes for everybody, it puts back, and it looks for its own consultations and people.
 */
export async function offerSite() {
  if (process.env.TEST_LANE && process.env.TEST_LANE !== 'browser') return;
  const answer = async (response) => {
    try {
      globalThis.testSite ??= start();
      const { origin, operator } = await globalThis.testSite;
      response.end(JSON.stringify({ origin, operator }));
    } catch (error) {
      globalThis.testSite = undefined;
      response.writeHead(500).end(String(error));
    }
  };
  const server = createServer((_, response) => void answer(response)).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  server.unref();
  process.env.TEST_SITE_URL = `http://127.0.0.1:${server.address().port}`;
  globalThis.testSiteOffer = server;
}

export async function withdrawSite() {
  globalThis.testSiteOffer?.close();
  globalThis.testSiteOffer?.closeAllConnections();
  const site = await globalThis.testSite?.catch(() => undefined);
  await site?.stop();
}

async function start() {
  const { startPlatform } = await bundled('libs/testing/src/platform.ts');
  return startPlatform({ demo: true, within, environment: { RATE_LIMIT_FACTOR: manyFromOneAddress } });
}
