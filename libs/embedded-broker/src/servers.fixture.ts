import { connect as connectSocket } from 'node:net';
import { connect, type ConnectionOptions, type NatsConnection } from 'nats';
import { startBroker, type BrokerOptions, type RunningBroker } from './index';

/** The embedded broker and, where NATS_URL names one, a real server: the same tests run on both. */
export const serversUnderTest = ['embedded', ...(process.env.NATS_URL ? [process.env.NATS_URL] : [])];

/** A server to test against, and the clients opened on it, closed together. */
export class ServerUnderTest {
  private broker: RunningBroker | undefined;
  private readonly closers: (() => unknown)[] = [];
  private subjects = 0;

  constructor(private readonly server: string) {}

  async start(options?: BrokerOptions): Promise<void> {
    if (this.server === 'embedded') this.broker = await startBroker(options);
  }

  async stop(): Promise<void> {
    await Promise.all(this.closers.map((close) => close()));
    await this.stopServer();
  }

  /** Stops an embedded server under its clients; a real one goes on. */
  async stopServer(): Promise<void> {
    await this.broker?.stop();
  }

  get url(): string {
    return this.broker?.url ?? this.server;
  }

  async client(options: ConnectionOptions = {}): Promise<NatsConnection> {
    const connection = await connect({ servers: this.url, reconnect: false, ...options });
    this.closers.push(() => connection.close());
    return connection;
  }

  /** A bare socket that has read INFO. */
  async raw(): Promise<RawClient> {
    const client = new RawClient(this.url);
    this.closers.push(() => client.close());
    await client.hears('INFO ');
    return client;
  }

  /** A subject that no other test uses, on a server that others may share. */
  freshSubject(): string {
    return `spec.${process.pid}x${Date.now()}.${++this.subjects}`;
  }
}

/** Speaks the protocol by hand. */
export class RawClient {
  readonly closed: Promise<void>;
  private heard = '';
  private listeners: (() => void)[] = [];
  private readonly socket;

  constructor(url: string) {
    const { hostname, port } = new URL(url);
    this.socket = connectSocket(Number(port), hostname);
    this.socket.on('data', (chunk) => {
      this.heard += chunk.toString('latin1');
      this.listeners.forEach((listen) => listen());
    });
    this.socket.on('error', () => {});
    this.closed = new Promise((resolve) => this.socket.once('close', () => resolve()));
  }

  send(text: string): void {
    this.socket.write(text, 'latin1');
  }

  /** Sends every byte as a packet of its own, as far as the system allows. */
  async sendByteByByte(text: string): Promise<void> {
    this.socket.setNoDelay(true);
    for (const byte of Buffer.from(text, 'latin1')) {
      await new Promise((written) => this.socket.write(Buffer.from([byte]), written));
    }
  }

  /** Waits until `text` has come and returns all that came before it, and it, since the last call. */
  async hears(text: string): Promise<string> {
    while (!this.heard.includes(text)) {
      await Promise.race([
        new Promise<void>((resolve) => (this.listeners = [resolve])),
        this.closed.then(() => Promise.reject(new Error(`closed while waiting for ${text}, after ${this.heard}`))),
      ]);
    }
    const end = this.heard.indexOf(text) + text.length;
    const part = this.heard.slice(0, end);
    this.heard = this.heard.slice(end);
    return part;
  }

  /** What came until the server hung up. */
  async lastWords(): Promise<string> {
    await this.closed;
    return this.heard;
  }

  stopReading(): void {
    this.socket.pause();
  }

  readOn(): void {
    this.socket.resume();
  }

  close(): void {
    this.socket.destroy();
  }
}
