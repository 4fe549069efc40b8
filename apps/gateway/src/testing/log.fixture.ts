import { createPrivateKey, createPublicKey, generateKeyPairSync, hash, randomUUID, sign, type KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LogKeys, ReceiptProof } from '@isegoria/contracts';
import {
  AppendTree,
  formatVerifierKey,
  inclusionPath,
  leafBytes,
  leafHash,
  signCheckpoint,
  verifierKey,
  type LeafEntry,
  type TreeNode,
} from '@isegoria/merkle-log';
import { ReceiptSigner, leafOf } from '@isegoria/service-host';

const origin = 'ministry.example/log';
const sha256 = (bytes: Uint8Array): Uint8Array => hash('sha256', bytes, 'buffer');
const rawPublicKey = (key: KeyObject): Uint8Array => createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32);

/** An event as a command service would have recorded it. */
export function anEvent(data: object = { choice: 'agree', said: randomUUID() }) {
  const [id, recordedAt] = [randomUUID(), new Date().toISOString()];
  const metadata = { schema: 1, at: recordedAt, correlationId: id };
  return {
    id,
    stream: `ballot-${id}`,
    revision: 0,
    type: 'StatementVoteCast',
    data,
    metadata,
    recordedAt,
  };
}
export type LoggedEvent = ReturnType<typeof anEvent>;

/** C2SP tlog-proof. */
const proofText = ({ seq, path, checkpoint }: ReceiptProof) =>
  `c2sp.org/tlog-proof@v1\nindex ${seq}\n${path.map((node) => `${node}\n`).join('')}\n${checkpoint}`;

/** A fake of the transparency-log service's HTTP interface, which signs with keys of its own over a real tree of whatever it was given. */
export async function startLog(receiptSigningKey: string) {
  const receiptKey = createPrivateKey({ key: Buffer.from(receiptSigningKey, 'base64'), format: 'der', type: 'pkcs8' });
  const { privateKey: logKey } = generateKeyPairSync('ed25519');
  const key = await verifierKey(origin, rawPublicKey(logKey), sha256);
  const receipts = await verifierKey(`${origin}/receipts`, rawPublicKey(receiptKey), sha256);
  const keys: LogKeys = {
    origin,
    checkpointKey: formatVerifierKey(key),
    checkpointKeys: [formatVerifierKey(key)],
    retiredKeys: [],
    receiptKey: formatVerifierKey(receipts),
    actKeys: '',
  };
  const tree = new AppendTree(sha256);
  const nodes = new Map<string, Uint8Array>();
  const leaves = new Map<string, LeafEntry>();
  const asked: string[] = [];
  const replacements = new Map<string, string>();
  let isDown = false;

  async function proofOf(eventId: string): Promise<ReceiptProof | undefined> {
    const leaf = leaves.get(eventId);
    if (!leaf) return undefined;
    const path = await inclusionPath(sha256, leaf.seq, tree.size, (level, index) => nodes.get(`${level}/${index}`)!);
    const checkpoint = await signCheckpoint({ size: tree.size, root: tree.root() }, key, (bytes) => sign(null, bytes, logKey));
    const hashes = path.map((node) => Buffer.from(node).toString('base64'));
    const next = replacements.get(eventId);
    const replacedBy = next === undefined ? null : { eventId: next, seq: leaves.get(next)!.seq };
    const proven = { eventId, seq: leaf.seq, leaf: Buffer.from(leafBytes(leaf)).toString(), treeSize: tree.size, path: hashes, checkpoint };
    return { ...proven, replacedBy };
  }

  const server = createServer(async ({ url = '' }, response) => {
    asked.push(url);
    if (isDown) return void response.writeHead(503).end();
    const [, eventId = '', asText] = /^\/log\/receipts\/([^/]*)(\/proof)?$/.exec(url) ?? [];
    const proof = await proofOf(eventId);
    if (asText && proof) return void response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end(proofText(proof));
    const answer = url === '/log/keys' ? keys : proof;
    response.writeHead(answer ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(answer ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    receiptFor: (event: LoggedEvent, opening?: Uint8Array) => new ReceiptSigner(receiptKey).receiptFor(event, opening),
    /** Takes an event into the tree; `data` in place of the event's own makes a log that says something else. */
    sequence(event: LoggedEvent, said: object = event.data): void {
      const stored = {
        data: Buffer.from(JSON.stringify(said)),
        metadata: Buffer.from(JSON.stringify(event.metadata)),
        place: { commit: 0, prepare: 0 },
      };
      const leaf = leafOf({ ...event, ...stored }, tree.size);
      leaves.set(event.id, JSON.parse(leaf) as LeafEntry);
      for (const node of tree.append(leafHash(sha256, Buffer.from(leaf))) as TreeNode[])
        nodes.set(`${node.level}/${node.index}`, node.hash);
    },
    /** From now on the log says that the second event replaced the first. */
    replace: (replaced: LoggedEvent, by: LoggedEvent) => void replacements.set(replaced.id, by.id),
    goDown: (down = true) => void (isDown = down),
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}
