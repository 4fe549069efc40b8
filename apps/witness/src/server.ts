import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { formatCosignerKey, formatWitnessSize, SIZE_MEDIA_TYPE } from '@isegoria/merkle-log';
import { toldInLines } from '@isegoria/steady';
import { originHash } from './cosigned-heads';
import { Witness, type Answer, type WitnessParts } from './witness';

/** Room for a checkpoint with 16 signatures of the longest kind that exists and for the longest path. */
export const MAX_BODY = 131_072;

const MAX_CONNECTIONS = 512;
const BODY_TIMEOUT = 10_000;

/** The witness over HTTP: `POST /add-checkpoint`, `GET /<origin hash>/checkpoint`, and at `/` what it is. */
export function witnessServer(parts: WitnessParts): Server {
  const witness = new Witness(parts);
  const server = createServer(
    { requestTimeout: BODY_TIMEOUT, headersTimeout: BODY_TIMEOUT, connectionsCheckingInterval: 2_000, maxHeaderSize: 8_192 },
    (request, response) => {
      answerTo(request, response, witness, parts).catch((error: Error) => {
        console.error(`A request failed: ${toldInLines(error)}`);
        send(response, 500, 'The witness could not do its work; nothing was cosigned\n');
      });
    },
  );
  server.maxConnections = MAX_CONNECTIONS;
  return server;
}

async function answerTo(request: IncomingMessage, response: ServerResponse, witness: Witness, parts: WitnessParts): Promise<void> {
  const path = (request.url ?? '').split('?', 1)[0]!;
  if (path === '/add-checkpoint') return addCheckpoint(request, response, witness);
  if (request.method !== 'GET' && request.method !== 'HEAD') return send(response, 404, 'There is nothing here\n');
  if (path === '/') return send(response, 200, await page(parts));
  if (path === '/health/live') return send(response, 200, 'It is alive\n');
  const [, hash] = /^\/([0-9a-f]{64})\/checkpoint$/.exec(path) ?? [];
  const isKnown = hash !== undefined && [...parts.logs.keys()].some((origin) => originHash(origin) === hash);
  const head = isKnown ? await parts.heads.latest(hash) : undefined;
  return head ? send(response, 200, head.note) : send(response, 404, 'There is nothing here\n');
}

async function addCheckpoint(request: IncomingMessage, response: ServerResponse, witness: Witness): Promise<void> {
  if (request.method !== 'POST') return send(response, 405, 'A checkpoint is added by POST\n', { allow: 'POST' });
  const body = await bodyOf(request);
  // The rest of the body is not waited for.
  if (body === 'too large') return send(response, 413, `A request has at most ${MAX_BODY} bytes\n`, { connection: 'close' });
  if (body === undefined) return send(response, 400, 'The request is not UTF-8\n');
  return sendAnswer(response, await witness.addCheckpoint(body));
}

function sendAnswer(response: ServerResponse, answer: Answer): void {
  if (answer.status === 200) return send(response, 200, answer.lines);
  if (answer.status === 409) return send(response, 409, formatWitnessSize(answer.size), { 'content-type': SIZE_MEDIA_TYPE });
  const wait = answer.status === 503 ? { 'retry-after': '1' } : undefined;
  return send(response, answer.status, `${answer.reason}\n`, wait);
}

async function page({ key, logs, heads }: WitnessParts): Promise<string> {
  const lines = await Promise.all(
    [...logs.keys()].map(async (origin) => {
      const head = await heads.latest(originHash(origin));
      return `  ${origin}: ${head ? `${head.checkpoint.size} entries, /${originHash(origin)}/checkpoint` : 'no checkpoint yet'}\n`;
    }),
  );
  return (
    'This is a witness of verifiable logs (c2sp.org/tlog-witness): it cosigns a checkpoint only after it has verified that the log did ' +
    `nothing but grow since the last one.\n\nIts key: ${formatCosignerKey(key.key)}\n\nIts logs:\n${lines.join('')}`
  );
}

/** @returns undefined for bytes that are not UTF-8 */
async function bodyOf(request: IncomingMessage): Promise<string | 'too large' | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY) return 'too large';
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MAX_BODY) return 'too large';
    chunks.push(chunk);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(chunks));
  } catch {
    return undefined;
  }
}

function send(response: ServerResponse, status: number, text: string, headers: Record<string, string> = {}): void {
  if (response.headersSent) return;
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...headers,
  });
  response.end(text);
}
