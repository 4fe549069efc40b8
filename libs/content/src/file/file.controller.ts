import { Controller, Inject } from '@nestjs/common';
import { EventStore, acceptedAs, commandHandler, fold } from '@isegoria/event-sourcing';
import { Rejection, type Accepted, type CommandMessage } from '@isegoria/kernel';
import { Handles, deliveryOf, signedIn } from '@isegoria/messaging';
import { standingOf } from '@isegoria/service-host';
import { Tables } from '../tables.service';
import { deleteBytes, deleteUnrecorded, holdBytes } from './file-bytes';
import { fileStream, recordFile, withdrawFile, type FileEvent, type RecordFile, type WithdrawFile } from './file.contract';
import { fileDecider } from './file.decider';

/** Files that officials add and withdraw; their bytes are kept by the gateway before it sends the command. */
@Controller()
export class FileController {
  private readonly handle;

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Tables) private readonly tables: Tables,
  ) {
    this.handle = commandHandler(store, fileDecider);
  }

  @Handles(recordFile)
  async record({ command, context }: CommandMessage<RecordFile>): Promise<Accepted> {
    const { file, unit, alt = null, width = null, height = null } = command;
    const { dataSource } = this.tables;
    const actor = signedIn(context);
    const standing = await standingOf(this.store, unit);
    const facts = { ...command, alt, width, height, standing, isKept: await holdBytes(dataSource, file), actor };
    const stream = fileStream(file);
    const adding = { type: 'AddFile', ...facts } as const;
    const handled = await this.handle(stream, adding, deliveryOf(context)).catch((error: unknown) => this.letGo(file, error));
    const isGone = handled.repeated && fold(fileDecider, await this.store.readStream<FileEvent>(stream))?.withdrawn;
    if (isGone) await deleteBytes(dataSource, file);
    await deleteUnrecorded(dataSource);
    return acceptedAs(file, handled);
  }

  /** Whoever asks again after an interruption has the bytes deleted that are still there. */
  @Handles(withdrawFile)
  async withdraw({ command, context }: CommandMessage<WithdrawFile>): Promise<Accepted> {
    const { file } = command;
    const withdrawal = { ...command, type: 'WithdrawFile', actor: signedIn(context) } as const;
    const handled = await this.handle(fileStream(file), withdrawal, deliveryOf(context));
    await deleteBytes(this.tables.dataSource, file);
    return acceptedAs(file, handled);
  }

  /** What was withdrawn is not kept because somebody sends it again. */
  private async letGo(file: string, error: unknown): Promise<never> {
    if (error instanceof Rejection && error.code === 'FILE_WITHDRAWN') await deleteBytes(this.tables.dataSource, file);
    throw error;
  }
}
