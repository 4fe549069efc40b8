import type { Tracing } from './exporting';

let current: Tracing | undefined;

/** Undefined when tracing is off, which is the rule. */
export const tracing = (): Tracing | undefined => current;

/**
 * Tells traces to the collector that OTEL_EXPORTER_OTLP_ENDPOINT names. Without it nothing is loaded, and nothing is done for a request.
 * Source: https://opentelemetry.io/docs/specs/otel/protocol/exporter/
 * @param service its name in traces
 */
export async function startTracing(service: string): Promise<void> {
  if (current || !process.env['OTEL_EXPORTER_OTLP_ENDPOINT']) return;
  const { exportingTracing } = await import('./exporting');
  current = exportingTracing(service);
}

/** Sends what is left; if the collector cannot be reached, it is lost. */
export async function stopTracing(): Promise<void> {
  const ending = current;
  current = undefined;
  await ending?.stop().catch(() => undefined);
}
