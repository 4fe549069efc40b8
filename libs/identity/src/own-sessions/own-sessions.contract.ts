import { IsBoolean, IsISO8601, IsIn, IsInt, IsUUID } from 'class-validator';
import { Nested, command, devices, type Device } from '@isegoria/kernel';

/** The request has no parameters. */
export class ShowOwnSessions {}

/** Where somebody is signed in: enough to know it again, and no address. */
export class SessionView {
  @IsUUID() readonly id: string;
  /** The kind of device, as far as it says so itself. */
  @IsIn(devices) readonly device: Device;
  @IsISO8601() readonly begunAt: string;
  /** To the hour. */
  @IsISO8601() readonly lastUsedAt: string;
  /** Whether it is the one that asks. */
  @IsBoolean() readonly isCurrent: boolean;
}

export class OwnSessions {
  /** The last used ones. */
  @Nested(() => SessionView, { each: true }) readonly items: readonly SessionView[];
  /** How many there are. */
  @IsInt() readonly count: number;
}

export const showOwnSessions = command(ShowOwnSessions, {
  route: 'GET /sessions',
  may: 'participate',
  summary: 'Where the own account is signed in, the last one used first',
  reply: OwnSessions,
});

/** The request has no parameters. */
export class EndOtherSessions {}
export const endOtherSessions = command(EndOtherSessions, {
  route: 'DELETE /sessions/others',
  may: 'participate',
  summary: 'Sign out everywhere but here',
  status: 204,
});

export class EndOwnSession {
  @IsUUID()
  sessionId: string;
}
export const endOwnSession = command(EndOwnSession, {
  route: 'DELETE /sessions/:sessionId',
  may: 'participate',
  summary: 'Sign out in one place',
  status: 204,
});
