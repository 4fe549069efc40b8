import type { ApiClient } from '@isegoria/api-client';
import { changeMilestone, planMilestone, showConsultation, translateConsultation, type MilestoneStatus } from '@isegoria/contracts';

interface Step {
  readonly title: string;
  readonly text: string;
  readonly responsible: string;
  /** Days after the end of the consultation. */
  readonly due: number;
  readonly status: MilestoneStatus;
  /** What became of it, and the note that says so; absent for what stands as it was planned. */
  readonly then?: { readonly status: MilestoneStatus; readonly note: string };
}

const steps: readonly Step[] = [
  {
    ...{ title: 'Agreement with the staff', text: 'Sunday work is voluntary and paid with a supplement.', responsible: 'Library service' },
    ...{ due: 14, status: 'inProgress', then: { status: 'done', note: 'The agreement was signed.' } },
  },
  {
    ...{ title: 'Central libraries open on Sundays', text: 'From 10 to 18, for one year at first.', responsible: 'Library service' },
    ...{ due: 60, status: 'planned', then: { status: 'inProgress', note: 'The rosters are being drawn up.' } },
  },
  {
    ...{ title: 'Evening buses on Sundays', text: 'A bus every half hour until 19:00.', responsible: 'Transport office' },
    ...{ due: 90, status: 'planned', then: { status: 'dropped', note: 'The new bus network is decided on in a consultation of its own.' } },
  },
  {
    ...{ title: 'First visitor numbers', text: 'Published every quarter, by library and hour.', responsible: 'Statistics office' },
    ...{ due: 180, status: 'planned' },
  },
];

const inOtherLanguages = {
  fr: {
    'Agreement with the staff': 'Accord avec le personnel',
    'Sunday work is voluntary and paid with a supplement.': 'Le travail du dimanche est volontaire et payé avec un supplément.',
    'Central libraries open on Sundays': 'Les bibliothèques centrales ouvrent le dimanche',
    'From 10 to 18, for one year at first.': 'De 10 h à 18 h, pour un an dans un premier temps.',
    'Evening buses on Sundays': 'Bus du dimanche soir',
    'A bus every half hour until 19:00.': 'Un bus toutes les demi-heures jusqu’à 19 h.',
    'First visitor numbers': 'Premiers chiffres de fréquentation',
    'Published every quarter, by library and hour.': 'Publiés chaque trimestre, par bibliothèque et par heure.',
    'Library service': 'Service des bibliothèques',
    'Transport office': 'Service des transports',
    'Statistics office': 'Service des statistiques',
    'The agreement was signed.': 'L’accord a été signé.',
    'The rosters are being drawn up.': 'Les plannings sont en cours d’élaboration.',
    'The new bus network is decided on in a consultation of its own.': 'Le nouveau réseau de bus fait l’objet d’une consultation à part.',
  },
  ar: {
    'Agreement with the staff': 'اتفاق مع العاملين',
    'Sunday work is voluntary and paid with a supplement.': 'العمل يوم الأحد اختياري وبأجر إضافي.',
    'Central libraries open on Sundays': 'المكتبات المركزية تفتح أيام الأحد',
    'From 10 to 18, for one year at first.': 'من الساعة 10 إلى 18، لمدة سنة في البداية.',
    'Evening buses on Sundays': 'حافلات مساء الأحد',
    'A bus every half hour until 19:00.': 'حافلة كل نصف ساعة حتى الساعة 19:00.',
    'First visitor numbers': 'أول أعداد الزوار',
    'Published every quarter, by library and hour.': 'تُنشر كل ثلاثة أشهر، بحسب المكتبة والساعة.',
    'Library service': 'إدارة المكتبات',
    'Transport office': 'إدارة النقل',
    'Statistics office': 'إدارة الإحصاء',
    'The agreement was signed.': 'وُقّع الاتفاق.',
    'The rosters are being drawn up.': 'يجري إعداد جداول العمل.',
    'The new bus network is decided on in a consultation of its own.': 'تُبحث شبكة الحافلات الجديدة في استشارة خاصة بها.',
  },
} as const;

/** What is done about the outcome: one milestone in each status, in three languages. Does nothing where all of it is there. */
export async function keepMilestones(office: ApiClient, consultationId: string): Promise<void> {
  const { closedEarlyAt, milestones } = await office.ask(showConsultation, { consultationId });
  if (closedEarlyAt === null || milestones >= steps.length) return;
  let after: number | undefined;
  for (const { due, then, ...words } of steps) {
    const step = { ...words, consultationId, dueAt: new Date(Date.parse(closedEarlyAt) + due * 86_400_000).toISOString() };
    const planned = await office.do(planMilestone, step, { idempotencyKey: `demo milestone ${step.title}` });
    after = planned.position;
    if (!then) continue;
    const options = { idempotencyKey: `demo milestone now ${step.title}`, version: planned.position };
    after = (await office.do(changeMilestone, { ...step, ...then, milestoneId: planned.id }, options)).position;
  }
  for (const [language, texts] of Object.entries(inOtherLanguages) as ['fr' | 'ar', Readonly<Record<string, string>>][]) {
    const { translationsVersion: version } = await office.as({ after }).ask(showConsultation, { consultationId });
    const translated = Object.entries(texts).map(([of, text]) => ({ of, text }));
    const options = { idempotencyKey: `demo milestones ${language} ${consultationId}`, version };
    after = (await office.do(translateConsultation, { consultationId, language, texts: translated }, options)).position;
  }
  await office.as({ after }).ask(showConsultation, { consultationId });
}
