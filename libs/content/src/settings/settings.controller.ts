import { Controller, Inject } from '@nestjs/common';
import { EventStore, acceptedAs, commandHandler } from '@isegoria/event-sourcing';
import { givenWords, permitted, rootUnit, type Accepted, type CommandMessage } from '@isegoria/kernel';
import { Handles, deliveryOf } from '@isegoria/messaging';
import { pictureIn } from '@isegoria/service-host';
import { changeSettings, noSettings, settingsStream, type ChangeSettings } from './settings.contract';
import { settingsDecider } from './settings.decider';

/** How the platform names itself and what it tells everybody; administrators set it. */
@Controller()
export class SettingsController {
  private readonly handle;

  constructor(@Inject(EventStore) private readonly store: EventStore) {
    this.handle = commandHandler(store, settingsDecider);
  }

  @Handles(changeSettings)
  async change({ command, context }: CommandMessage<ChangeSettings>): Promise<Accepted> {
    const by = permitted(context.actor, 'administer', rootUnit).accountId;
    const { institution, notice, colour, crest: asked, ...others } = command;
    const given = Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined)) as typeof others;
    const words = { institution: givenWords(institution), notice: givenWords(notice) };
    const { crest: _, ...plain } = noSettings;
    const picture = await pictureIn(this.store, asked, 'crest');
    const settings = { ...plain, ...given, ...words, ...picture, colour: colour?.toLowerCase() ?? null };
    const handled = await this.handle(settingsStream, { type: 'ChangeSettings', ...settings, by }, deliveryOf(context));
    return acceptedAs(settingsStream, handled);
  }
}
