import type { ServerHttp2Session } from 'node:http2';

/** As EventStoreDB asks its callers, in milliseconds. */
const ASK_EVERY_MS = 10_000;

/**
 * Asks a caller from time to time whether it is still there (PING, RFC 9113 section 6.7), and hangs up on one that has not answered by the
 * next time: a connection that broke off without a word, and one whose first frames were so broken that Node does not tell of them.
 */
export function hangUpOnTheSilent(session: ServerHttp2Session): void {
  let isAnswered = false;
  const ask = () => {
    isAnswered = false;
    session.ping((error) => (isAnswered = error === null));
  };
  const timer = setInterval(() => (isAnswered ? ask() : session.destroy()), ASK_EVERY_MS).unref();
  session.once('close', () => clearInterval(timer));
  ask();
}
