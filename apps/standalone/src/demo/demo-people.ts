import { ApiClient, unless } from '@isegoria/api-client';
import {
  confirmEmail,
  draftPage,
  grantRole,
  importAccounts,
  makeUnit,
  publishPage,
  readMailbox,
  registerAccount,
  revisePage,
  rootUnit,
  showOwnAccount,
  type PageKind,
} from '@isegoria/contracts';
import { demoPassword, repeatsFor, type DemoAccount } from './demo-accounts';
import { units, type DemoPage, type DemoUnit } from './demo-content';
import { citizens } from './demo-voices';

/** @returns what gives the name of a demo unit's place in the tree */
export async function makeUnits(office: ApiClient, done: () => void): Promise<(unit: DemoUnit | undefined) => string> {
  const made = new Map<string, string>();
  for (const [unit, words] of Object.entries(units)) {
    const { id } = await office.do(makeUnit, { above: rootUnit, ...words }, { idempotencyKey: `demo unit ${unit}` });
    made.set(unit, id);
    done();
  }
  return (unit) => (unit === undefined ? rootUnit : made.get(unit)!);
}

export async function makeAccount(origin: string, office: ApiClient, { email, name, role }: DemoAccount, unit: string): Promise<void> {
  const visitor = new ApiClient(origin, { repeatsFor });
  const mail = async () => (await visitor.do(readMailbox, {})).items.find(({ to }) => to === email)?.body;
  // Whoever registers again is told by mail that there is an account.
  if (!(await mail())) await visitor.do(registerAccount, { email, name, password: demoPassword, language: 'en' });
  const token = /token=([\w.-]+)/.exec((await mail()) ?? '')?.[1];
  if (token) await visitor.do(confirmEmail, { token, password: demoPassword }).catch(unless('CONFIRMATION_INVALID'));
  if (!role) return;
  const citizen = await visitor.signIn(email, demoPassword);
  const { id: accountId } = await citizen.ask(showOwnAccount, {});
  await office.do(grantRole, { accountId, role, unit });
}

export async function makePage(office: ApiClient, kind: PageKind, page: DemoPage, unit: string, categories: string[]): Promise<void> {
  const { title, body, corrected } = page;
  const words = { language: 'en', title, body, categories } as const;
  const draft = { ...words, unit, kind, body: corrected?.body ?? body };
  const { id: pageId } = await office.do(draftPage, draft, { idempotencyKey: `demo page ${title}` });
  await office.do(publishPage, { pageId });
  if (corrected) await office.do(revisePage, { pageId, ...words, note: corrected.note });
}

export async function importPeople(office: ApiClient): Promise<string[]> {
  const externalIds = Array.from({ length: citizens }, (_, index) => `citizen ${index + 1}`);
  const { accounts } = await office.do(importAccounts, { source: 'demo', externalIds, assurance: 'attested' });
  return accounts.map(({ accountId }) => accountId);
}
