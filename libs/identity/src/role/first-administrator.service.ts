import { randomUUID } from 'node:crypto';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { validated } from '@isegoria/kernel';
import { Accounts } from '../account/accounts.service';
import { mustBeHardToGuess } from '../password/rules/password-rules.service';
import { Addresses } from '../address/addresses.service';
import { RegisterAccount } from '../registration/registration.contract';
import { Registration } from '../registration/registration.service';

/**
 * Somebody has to grant the first role. The operator names an address and a password in `BOOTSTRAP_ADMIN_EMAIL` and
 * `BOOTSTRAP_ADMIN_PASSWORD`; when the service starts and that address has no account, it gets one, confirmed, as administrator and
 * official at the root of the units. An existing account is never changed, so the two may stay set.
 */
@Injectable()
export class FirstAdministrator implements OnModuleInit {
  constructor(
    @Inject(Registration) private readonly registration: Registration,
    @Inject(Addresses) private readonly addresses: Addresses,
    @Inject(Accounts) private readonly accounts: Accounts,
  ) {}

  async onModuleInit(): Promise<void> {
    const { BOOTSTRAP_ADMIN_EMAIL: email, BOOTSTRAP_ADMIN_PASSWORD: password } = process.env;
    if (!email || !password) return;
    const person = named(email, password);
    if (await this.hasAccount(email)) return;
    refuseGuessable(person);
    const commandId = randomUUID();
    const metadata = { at: new Date().toISOString(), correlationId: commandId };
    await this.registration.registerFirstAdministrator(person, { commandId, metadata });
  }

  private async hasAccount(email: string): Promise<boolean> {
    const holder = await this.addresses.holder(email);
    return holder !== undefined && (await this.accounts.read(holder)).state.origin !== 'none';
  }
}

/** Only if it is going to become a password: one that was chosen before this rule stays valid. */
function refuseGuessable(person: RegisterAccount): void {
  try {
    mustBeHardToGuess(person.password, person);
  } catch {
    throw new Error('BOOTSTRAP_ADMIN_PASSWORD would be guessed: take several words that have nothing to do with each other or the site.');
  }
}

function named(email: string, password: string): RegisterAccount {
  try {
    return validated(RegisterAccount, { email, password, name: 'Administrator', language: 'en' });
  } catch {
    throw new Error('BOOTSTRAP_ADMIN_EMAIL must be an e-mail address and BOOTSTRAP_ADMIN_PASSWORD a password of 10 to 200 characters.');
  }
}
