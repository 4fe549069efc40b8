/**
 * Bounds what all clients together make the broker hold, of one kind: over the limit one client after the other is cut off. So a thousand
 * clients just below a limit of their own cannot fill the memory.
 */
export class SharedBudget<Client> {
  /** Bytes held at the moment. */
  used = 0;

  /** `cutOff` must give back what the client held, so that `used` falls. */
  constructor(
    private readonly limit: number,
    private readonly worst: () => Client | undefined,
    private readonly cutOff: (client: Client) => void,
  ) {}

  get exceeded(): boolean {
    return this.used > this.limit;
  }

  enforce(): void {
    while (this.exceeded) {
      const client = this.worst();
      if (!client) return;
      this.cutOff(client);
    }
  }
}

/**
 * The client that holds the most, if any holds anything: of several that hold the same, the last, since services that came first should
 * stay.
 */
export function largestOf<Client>(clients: Iterable<Client>, share: (client: Client) => number): Client | undefined {
  let found: Client | undefined;
  let most = 1;
  for (const client of clients) {
    const held = share(client);
    if (held < most) continue;
    found = client;
    most = held;
  }
  return found;
}
