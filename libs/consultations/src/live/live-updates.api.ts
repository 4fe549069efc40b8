import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Response } from 'express';
import { Broadcasts, type ReadModelsAdvanced } from '@isegoria/api-host';
import { Rejection } from '@isegoria/kernel';
import { steady } from '@isegoria/steady';

export interface LiveLimits {
  /** How many may listen at once. */
  readonly listeners: number;
  /** Milliseconds between two updates of one consultation. */
  readonly updateEvery: number;
  /** Milliseconds between two comments that keep a connection open through proxies. */
  readonly keepAliveEvery: number;
}
export const LIVE_LIMITS = Symbol('live limits');
export const liveLimits: LiveLimits = { listeners: 10_000, updateEvery: 1_000, keepAliveEvery: 15_000 };

/** A listener that does not read is dropped once this many bytes wait for it. */
const mostUnread = 64 * 1024;

interface Consultation {
  readonly listeners: Set<Response>;
  /** Set while an update was sent less than `updateEvery` ago. */
  resting?: NodeJS.Timeout;
  /** The position of a change that was not announced yet. */
  untold?: number;
}

/** Tells those who watch a consultation that its results changed: server-sent events (WHATWG HTML, section 9.2). */
@Injectable()
export class LiveUpdates implements OnModuleDestroy {
  private readonly watched = new Map<string, Consultation>();
  private readonly keepAlive: NodeJS.Timeout;
  /** How many listen now. */
  listening = 0;
  private closing = false;

  constructor(
    @Inject(Broadcasts) broadcasts: Broadcasts,
    @Inject(LIVE_LIMITS) private readonly limits: LiveLimits,
  ) {
    const advanced = ({ group, position, changed }: ReadModelsAdvanced) => {
      if (group === 'consultations') changed.forEach((id) => this.changed(id, position));
    };
    broadcasts.on('advanced', steady(advanced));
    this.keepAlive = setInterval(
      steady(() => this.tellEveryone(': still here\n\n')),
      limits.keepAliveEvery,
    ).unref();
  }

  /** Keeps the response open until its reader leaves. @throws Rejection UNAVAILABLE when too many listen already */
  listen(consultationId: string, response: Response): void {
    if (response.destroyed) return; // Its reader left during the lookup.
    if (this.closing || this.listening >= this.limits.listeners) throw new Rejection('UNAVAILABLE');
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    });
    if (response.req.method === 'HEAD') return void response.end(); // What has no body has nothing to wait for.
    const consultation = this.watched.get(consultationId) ?? { listeners: new Set() };
    this.watched.set(consultationId, consultation);
    consultation.listeners.add(response);
    this.listening += 1;
    response.once(
      'close',
      steady(() => this.leave(consultationId, consultation, response)),
    );
    response.write('retry: 2000\n: watching\n\n');
  }

  onModuleDestroy(): void {
    this.closing = true;
    clearInterval(this.keepAlive);
    for (const { listeners, resting } of this.watched.values()) {
      clearTimeout(resting);
      for (const response of listeners) response.end();
    }
  }

  private leave(consultationId: string, consultation: Consultation, response: Response): void {
    consultation.listeners.delete(response);
    this.listening -= 1;
    if (consultation.listeners.size > 0) return;
    clearTimeout(consultation.resting);
    if (this.watched.get(consultationId) === consultation) this.watched.delete(consultationId);
  }

  private changed(consultationId: string, position: number): void {
    const consultation = this.watched.get(consultationId);
    if (!consultation) return;
    consultation.untold = position;
    if (!consultation.resting) this.tell(consultation);
  }

  private tell(consultation: Consultation): void {
    const position = consultation.untold;
    consultation.untold = undefined;
    consultation.resting = undefined;
    if (position === undefined) return;
    for (const response of consultation.listeners) write(response, `event: advanced\ndata: ${JSON.stringify({ position })}\n\n`);
    consultation.resting = setTimeout(
      steady(() => this.tell(consultation)),
      this.limits.updateEvery,
    );
  }

  private tellEveryone(text: string): void {
    for (const { listeners } of this.watched.values()) for (const response of listeners) write(response, text);
  }
}

function write(response: Response, text: string): void {
  if (response.writableLength > mostUnread) response.destroy();
  else if (!response.writableEnded) response.write(text);
}
