import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { steady } from '@isegoria/steady';

/**
 * Which answers are under way on a connection. A client may send requests without waiting for answers, which then queue; when the
 * connection ends, Node notifies only the answer at the head of the queue. The others are notified here, so that nothing that waits for the
 * end of an answer (places of the client, connections to services) is kept for ever.
 */
export class Answers {
  private readonly underWay = new WeakMap<Socket, Set<ServerResponse>>();

  /** Must come before everything that waits for the end of an answer. */
  watch(app: FastifyInstance): void {
    const watch = (socket: Socket) => {
      const answers = new Set<ServerResponse>();
      this.underWay.set(socket, answers);
      socket.once(
        'close',
        steady(() => [...answers].forEach(abandon)),
      );
    };
    app.server.on('connection', steady(watch));
    app.addHook('onRequest', async ({ socket }, { raw }) => {
      const answers = this.underWay.get(socket)!;
      answers.add(raw);
      raw.once('close', () => answers.delete(raw));
    });
  }

  areUnderWay(socket: Socket): boolean {
    return (this.underWay.get(socket)?.size ?? 0) > 0;
  }
}

/** `destroy` alone says nothing where an answer never had its turn. */
function abandon(answer: ServerResponse): void {
  if (answer.closed) return;
  answer.destroy();
  answer.emit('close');
}
