import { Secret, TOTP } from 'otpauth';

const period = 30_000;

/**
 * An app that makes codes as people's apps do. Each code is taken once, so every further one is of the next step of time, as if half a
 * minute had passed; the service takes one step early.
 */
export class CodeApp {
  private readonly totp: TOTP;

  constructor(secret: string) {
    this.totp = new TOTP({ secret: Secret.fromBase32(secret) });
  }

  /** @param steps from now */
  code(steps = 0): string {
    return this.totp.generate({ timestamp: Date.now() + steps * period });
  }

  /** One that is not right for some steps around now. */
  wrongCode(): string {
    const right = [-2, -1, 0, 1, 2].map((steps) => this.code(steps));
    return ['000000', '111111', '222222', '333333', '444444', '555555'].find((code) => !right.includes(code))!;
  }
}
