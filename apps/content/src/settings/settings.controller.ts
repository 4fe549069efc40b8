import { Controller, Inject } from '@nestjs/common';
import { MessagePattern } from '@nestjs/microservices';
import { ChangeSettings, contentCommands, givenWords, settingsStream, type Accepted, type CommandMessage } from '@isegoria/contracts';
import { EventStore, commandHandler } from '@isegoria/event-sourcing';
import { Command, metadataOf, withRole } from '@isegoria/messaging';
import { settingsDecider } from './settings.decider';

/** How the platform names itself and what it tells everybody, in the hands of administrators. */
@Controller()
export class SettingsController {
  private readonly handle;

  constructor(@Inject(EventStore) store: EventStore) {
    this.handle = commandHandler(store, settingsDecider);
  }

  @MessagePattern(contentCommands.changeSettings)
  async change(@Command(ChangeSettings) { command, context }: CommandMessage<ChangeSettings>): Promise<Accepted> {
    const by = withRole(context, 'administrator').accountId;
    const { institution, contactEmail = null, notice } = command;
    const settings = { institution: givenWords(institution), contactEmail, notice: givenWords(notice) };
    const { position } = await this.handle(settingsStream, { type: 'ChangeSettings', ...settings, by }, { commandId: context.commandId, metadata: metadataOf(context, new Date()) });
    return { id: settingsStream, position };
  }
}
