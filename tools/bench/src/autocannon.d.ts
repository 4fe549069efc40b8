declare module 'autocannon' {
  interface Options {
    url: string;
    connections: number;
    duration: number;
    requests: readonly { setupRequest(request: object): object }[];
  }
  interface Result {
    '2xx': number;
    non2xx: number;
    errors: number;
    latency: { p99: number };
  }
  export default function autocannon(options: Options): Promise<Result>;
}
