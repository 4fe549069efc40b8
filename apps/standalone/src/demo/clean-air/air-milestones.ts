import type { ApiClient } from '@isegoria/api-client';
import { changeMilestone, planMilestone, showConsultation, type MilestoneStatus } from '@isegoria/contracts';

interface Step {
  readonly title: string;
  readonly text: string;
  readonly responsible: string;
  /** Days after the end of the consultation. */
  readonly due: number;
  readonly status: MilestoneStatus;
  /** What became of it, and the note that says so; absent for what stands as it was planned. */
  readonly then?: { readonly status: MilestoneStatus; readonly note: string; readonly evidence?: string };
}

/** What is done about the outcome. */
export const airMilestones: readonly Step[] = [
  {
    ...{ title: 'Second draft of the act', text: 'With the lower limit, and the exceptions that you asked for.' },
    responsible: 'Legal service',
    ...{ due: 14, status: 'inProgress' },
    then: {
      ...{ status: 'done', note: 'The second draft is published, and its second reading is open.' },
      evidence: 'The second reading is on the list of consultations.',
    },
  },
  {
    ...{ title: 'Cheaper tickets for a year', text: 'Half price on buses and trains, for one year at first.' },
    responsible: 'Transport office',
    ...{ due: 60, status: 'planned', then: { status: 'inProgress', note: 'The operators have agreed; the tickets are being printed.' } },
  },
  {
    ...{ title: 'Shore power in all harbours', text: 'Ships at the quay switch their engines off.', responsible: 'Harbour office' },
    ...{ due: 90, status: 'planned' },
    then: { status: 'dropped', note: 'Only the largest harbour has the cables; the others follow later.' },
  },
  {
    ...{ title: 'First report on the air of every town', text: 'Published every year, as the act will say.' },
    responsible: 'Statistics office',
    ...{ due: 180, status: 'planned' },
  },
];

export const milestonesInOtherLanguages = {
  fr: {
    'Second draft of the act': 'Deuxième projet de loi',
    'With the lower limit, and the exceptions that you asked for.': 'Avec la limite plus basse et les exceptions que vous avez demandées.',
    'Cheaper tickets for a year': 'Des billets moins chers pendant un an',
    'Half price on buses and trains, for one year at first.': 'Bus et trains à moitié prix, pour un an dans un premier temps.',
    'Shore power in all harbours': 'Du courant à quai dans tous les ports',
    'Ships at the quay switch their engines off.': 'Les navires à quai coupent leurs moteurs.',
    'First report on the air of every town': 'Premier rapport sur l’air de chaque ville',
    'Published every year, as the act will say.': 'Publié chaque année, comme la loi le prévoira.',
    'Legal service': 'Service juridique',
    'Transport office': 'Service des transports',
    'Harbour office': 'Service des ports',
    'Statistics office': 'Service des statistiques',
    'The second draft is published, and its second reading is open.': 'Le deuxième projet est publié et sa deuxième lecture est ouverte.',
    'The second reading is on the list of consultations.': 'La deuxième lecture figure sur la liste des consultations.',
    'The operators have agreed; the tickets are being printed.': 'Les exploitants sont d’accord ; les billets sont à l’impression.',
    'Only the largest harbour has the cables; the others follow later.':
      'Seul le plus grand port dispose des câbles ; les autres suivront plus tard.',
  },
  ar: {
    'Second draft of the act': 'المسودة الثانية للقانون',
    'With the lower limit, and the exceptions that you asked for.': 'بالحد الأخفض، وبالاستثناءات التي طلبتموها.',
    'Cheaper tickets for a year': 'تذاكر أرخص لمدة سنة',
    'Half price on buses and trains, for one year at first.': 'نصف السعر في الحافلات والقطارات، لمدة سنة في البداية.',
    'Shore power in all harbours': 'كهرباء من الرصيف في جميع الموانئ',
    'Ships at the quay switch their engines off.': 'تطفئ السفن الراسية محركاتها.',
    'First report on the air of every town': 'أول تقرير عن هواء كل مدينة',
    'Published every year, as the act will say.': 'يُنشر كل سنة كما سينص القانون.',
    'Legal service': 'الإدارة القانونية',
    'Transport office': 'إدارة النقل',
    'Harbour office': 'إدارة الموانئ',
    'Statistics office': 'إدارة الإحصاء',
    'The second draft is published, and its second reading is open.': 'نُشرت المسودة الثانية، وقراءتها الثانية مفتوحة.',
    'The second reading is on the list of consultations.': 'القراءة الثانية مدرجة في قائمة الاستشارات.',
    'The operators have agreed; the tickets are being printed.': 'وافقت شركات النقل، ويجري طبع التذاكر.',
    'Only the largest harbour has the cables; the others follow later.': 'لا توجد الكابلات إلا في أكبر ميناء، وستلحق به الموانئ الأخرى.',
  },
} as const;

/** As the form of the office gives a day: its last moment, in the time zone that a site has unless its operator says another. */
const endOfDay = (from: string, days: number) =>
  `${new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10)}T23:59:59.999Z`;

/** What is done about the outcome: one milestone in each status. Does nothing where all of it is there. */
export async function keepMilestones(office: ApiClient, consultationId: string): Promise<void> {
  const { closedEarlyAt, milestones } = await office.ask(showConsultation, { consultationId });
  if (closedEarlyAt === null || milestones >= airMilestones.length) return;
  let after: number | undefined;
  for (const { due, then, ...words } of airMilestones) {
    const step = { ...words, consultationId, dueAt: endOfDay(closedEarlyAt, due) };
    const planned = await office.do(planMilestone, step, { idempotencyKey: `demo milestone ${step.title}` });
    after = planned.position;
    if (!then) continue;
    const options = { idempotencyKey: `demo milestone now ${step.title}`, version: planned.position };
    after = (await office.do(changeMilestone, { ...step, ...then, milestoneId: planned.id }, options)).position;
  }
  await office.as({ after }).ask(showConsultation, { consultationId });
}
