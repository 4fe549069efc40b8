import * as api from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';

/** What exists while traces are exported. */
export interface Tracing {
  readonly api: typeof api;
  readonly tracer: api.Tracer;
  /** Sends what is left. */
  stop(): Promise<void>;
}

/** The one file that loads the SDK. No detector is asked about the machine or the command line, which would go into every span. */
export function exportingTracing(service: string): Tracing {
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': service }),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
  });
  provider.register();
  return { api, tracer: provider.getTracer('isegoria'), stop: () => provider.shutdown() };
}
