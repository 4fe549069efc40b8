import { Transport, type NatsOptions } from '@nestjs/microservices';

/** Nest's NATS transport. Instances of one service share a queue, so that each request reaches one of them. */
export function natsTransport(url: string, queue?: string): NatsOptions {
  return {
    transport: Transport.NATS,
    options: {
      servers: url.split(','),
      queue,
      maxReconnectAttempts: -1,
      reconnectTimeWait: 200,
      waitOnFirstConnect: true,
      noAsyncTraces: true,
    },
  };
}
