import { connect } from 'node:net';

/**
 * Sends bytes as they are and gives everything that came back until the other side closed the connection, or the first full answer came.
 */
export function say(port: number, ...pieces: string[]): Promise<string> {
  return new Promise((resolve) => {
    let heard = '';
    const socket = connect(port, '127.0.0.1', () => pieces.forEach((piece) => socket.write(piece, 'latin1')));
    socket.on('data', (bytes: Buffer) => {
      heard += bytes.toString('latin1');
      if (answersIn(heard) > 0) setTimeout(() => socket.destroy(), 60);
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(heard));
  });
}

/** How many answers begin in what was heard. */
export function answersIn(heard: string): number {
  return heard.match(/^HTTP\/1\.1 [2-5]\d\d /gm)?.length ?? 0;
}

export function statusIn(heard: string): number {
  return Number(/^HTTP\/1\.1 ([2-5]\d\d) /m.exec(heard)?.[1]);
}
