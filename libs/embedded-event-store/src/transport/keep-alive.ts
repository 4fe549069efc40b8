import type { ServerHttp2Session } from 'node:http2';
import { steady } from '@isegoria/steady';

/**
 * Asks a caller from time to time whether it is still there (PING, RFC 9113 section 6.7), and hangs up on one that has not answered by the
 * next time: a connection that broke off without a word, and one whose first frames were so broken that Node does not tell of them.
 */
export function hangUpOnTheSilent(session: ServerHttp2Session, pingInterval: number): void {
  let isAnswered = false;
  const ask = () => {
    isAnswered = false;
    session.ping((error) => (isAnswered = error === null));
  };
  // A session may be destroyed long before it is closed, and cannot be asked any more then: whatever fails here ends the session alone.
  const hangUp = () => session.destroy();
  const timer = setInterval(
    steady(() => (isAnswered && !session.destroyed ? ask() : hangUp()), hangUp),
    pingInterval,
  ).unref();
  session.once('close', () => clearInterval(timer));
  if (!session.destroyed) ask();
}
