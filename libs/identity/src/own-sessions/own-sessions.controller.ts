import { Controller, Inject } from '@nestjs/common';
import { Rejection, type CommandMessage } from '@isegoria/kernel';
import { Handles, signedIn } from '@isegoria/messaging';
import { Sessions } from '../session/sessions.service';
import {
  endOtherSessions,
  endOwnSession,
  showOwnSessions,
  type EndOtherSessions,
  type EndOwnSession,
  type OwnSessions,
  type ShowOwnSessions,
} from './own-sessions.contract';

@Controller()
export class OwnSessionsController {
  constructor(@Inject(Sessions) private readonly sessions: Sessions) {}

  @Handles(showOwnSessions)
  async show({ context }: CommandMessage<ShowOwnSessions>): Promise<OwnSessions> {
    const open = await this.sessions.list(signedIn(context).accountId);
    const items = open.items.map(({ id, device, begunAt, lastUsedAt }) => ({
      id,
      device,
      begunAt: begunAt.toISOString(),
      lastUsedAt: lastUsedAt.toISOString(),
      isCurrent: id === context.session,
    }));
    return { items, count: open.count };
  }

  @Handles(endOtherSessions)
  async endOthers({ context }: CommandMessage<EndOtherSessions>): Promise<Record<string, never>> {
    await this.sessions.endOthers(signedIn(context).accountId, context.session);
    return {};
  }

  /** @throws Rejection NOT_FOUND, also for a session of somebody else */
  @Handles(endOwnSession)
  async endOne({ command, context }: CommandMessage<EndOwnSession>): Promise<Record<string, never>> {
    if (!(await this.sessions.endOne(signedIn(context).accountId, command.sessionId.toLowerCase()))) throw new Rejection('NOT_FOUND');
    return {};
  }
}
