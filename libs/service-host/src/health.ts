import { Controller, Get, Header, HttpCode, Inject, Injectable, ServiceUnavailableException } from '@nestjs/common';
import { collectDefaultMetrics, register } from 'prom-client';

/** A part that must answer before the service is ready; rejects or throws when it does not. */
export type ReadinessCheck = () => Promise<unknown> | unknown;

/** The checks of one service, by name. */
@Injectable()
export class Readiness {
  private readonly checks = new Map<string, ReadinessCheck>();
  private readonly warnings: (() => Promise<readonly string[]> | readonly string[])[] = [];

  require(name: string, check: ReadinessCheck): void {
    this.checks.set(name, check);
  }

  /** Names what does not work although the service is ready for everything else. */
  warnOf(warning: () => Promise<readonly string[]> | readonly string[]): void {
    this.warnings.push(warning);
  }

  async degraded(): Promise<string[]> {
    const named = await Promise.all(this.warnings.map(async (warning) => warning()));
    return named.flat();
  }

  /** The names of the parts that do not answer within two seconds. */
  async missing(): Promise<string[]> {
    const outcomes = await Promise.all([...this.checks].map(async ([name, check]) => ((await answers(check)) ? undefined : name)));
    return outcomes.filter((name) => name !== undefined);
  }
}

const patience = 2_000;

async function answers(check: ReadinessCheck): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => (timer = setTimeout(() => reject(new Error('no answer')), patience)));
  try {
    return (await Promise.race([Promise.resolve().then(check), tooLate])) !== false;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

collectDefaultMetrics();

/**
 * The small admin of every service: `/health/live`, `/health/ready` (503 names what is missing, 200 what is degraded) and `/metrics`
 * (Prometheus text).
 */
@Controller()
export class HealthController {
  constructor(@Inject(Readiness) private readonly readiness: Readiness) {}

  @Get('health/live')
  live() {
    return { status: 'live' };
  }

  @Get('health/ready')
  @HttpCode(200)
  async ready() {
    const missing = await this.readiness.missing();
    if (missing.length > 0) throw new ServiceUnavailableException({ status: 'not ready', missing });
    const degraded = await this.readiness.degraded();
    return degraded.length > 0 ? { status: 'ready', degraded } : { status: 'ready' };
  }

  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4')
  metrics() {
    return register.metrics();
  }
}
