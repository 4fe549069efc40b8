import { connect, type NatsConnection } from 'nats';
import { beside, type Figure } from '../figure';
import { startEmbeddedBroker, startNatsServer } from './broker-process';

/** Turns that each of the two has, one after the other, so that a busy moment of the machine hits both. */
const turns = 3;
const payload = new Uint8Array(128).fill(65);

type Load = (client: Clients, seconds: number) => Promise<number>;

const cases: readonly { name: string; unit: string; load: Load; aim: number }[] = [
  { name: 'request and reply, 1 in flight', unit: 'requests/s', load: requests(1), aim: 0.5 },
  { name: 'request and reply, 64 in flight', unit: 'requests/s', load: requests(64), aim: 0.5 },
  { name: 'publish and subscribe, 128 bytes', unit: 'messages/s', load: messages, aim: 0.5 },
];

/** The embedded broker beside nats-server through the same client, each in a process of its own; nothing where there is no nats-server. */
export async function measureBroker(seconds: number, say: (sentence: string) => void): Promise<Figure[]> {
  const real = await startNatsServer();
  if (!real) {
    say('the broker is not measured: there is no nats-server on the PATH to measure it against.');
    return [];
  }
  const embedded = await startEmbeddedBroker();
  const [ofReal, ofEmbedded] = [await Clients.on(real.url), await Clients.on(embedded.url)];
  try {
    const figures: Figure[] = [];
    for (const { name, unit, load, aim } of cases) {
      say(`the broker beside nats-server: ${name} ...`);
      for (const clients of [ofReal, ofEmbedded]) await load(clients, 1);
      const [realSums, embeddedSums] = [[] as number[], [] as number[]];
      for (let turn = 0; turn < turns; turn++) {
        realSums.push(await load(ofReal, seconds / turns));
        embeddedSums.push(await load(ofEmbedded, seconds / turns));
      }
      const value = mean(realSums);
      const reference = { name: `nats-server (${Math.round(value).toLocaleString('en')}/s)`, value, unit };
      figures.push(beside({ name: `broker, ${name}`, value: mean(embeddedSums), unit }, reference, aim));
    }
    return figures;
  } finally {
    await Promise.all([ofReal.close(), ofEmbedded.close()]);
    await Promise.all([real.stop(), embedded.stop()]);
  }
}

/** One that asks and publishes, one that answers and listens. */
class Clients {
  static async on(url: string): Promise<Clients> {
    const [active, passive] = [await connect({ servers: url }), await connect({ servers: url })];
    passive.subscribe('asked', { callback: (_, message) => message.respond(message.data) });
    await passive.flush();
    return new Clients(active, passive);
  }

  private constructor(
    readonly active: NatsConnection,
    readonly passive: NatsConnection,
  ) {}

  async close(): Promise<void> {
    await Promise.all([this.active.close(), this.passive.close()]);
  }
}

/** Requests a second, so many at a time. */
function requests(inFlight: number): Load {
  return async ({ active }, seconds) => {
    const started = performance.now();
    const until = started + seconds * 1000;
    let count = 0;
    const askUntilOver = async (): Promise<void> => {
      while (performance.now() < until) {
        await active.request('asked', payload, { timeout: 30_000 });
        count++;
      }
    };
    await Promise.all(Array.from({ length: inFlight }, askUntilOver));
    return (count / (performance.now() - started)) * 1000;
  };
}

/** Messages a second that arrive, of those published a thousand at a time. */
async function messages({ active, passive }: Clients, seconds: number): Promise<number> {
  const subscription = passive.subscribe('told', { callback: () => {} });
  await passive.flush();
  const started = performance.now();
  let sent = 0;
  while (performance.now() < started + seconds * 1000) {
    for (let i = 0; i < 1_000; i++, sent++) active.publish('told', payload);
    await active.flush();
  }
  await passive.flush();
  const elapsed = performance.now() - started;
  if (subscription.getReceived() !== sent) throw new Error(`${sent - subscription.getReceived()} of ${sent} messages did not arrive.`);
  subscription.unsubscribe();
  return (sent / elapsed) * 1000;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
