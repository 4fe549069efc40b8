import { busNetwork, lakeShore, libraries, townHall } from '../demo-content';
import { fountains, parks } from '../before-and-after/before-and-after-words';

const [often, near, night, lanes, free, more, electric, displays, stepFree, drivers, once, villages, express, none] = busNetwork.statements;
const [swim, reeds, shorePath, boats] = lakeShore.collecting.statements;

/** By the words in English. */
export const arabic: Readonly<Record<string, string>> = {
  [busNetwork.title]: 'كيف تكون شبكة الحافلات الجديدة؟',
  [busNetwork.summary]: 'حافلات متقاربة المواعيد أم قريبة من بيتك؟ صوّت على ما تبدأ به شبكة الحافلات الجديدة، وأضف ما ينقص.',
  [busNetwork.description]:
    'تعيد المدينة رسم شبكة حافلاتها. أخبرنا بما يهمك: صوّت على العبارات، وأضف ما ينقص.\n\n' +
    'يطّلع مشرف على العبارات الجديدة خلال يومي عمل.',
  [busNetwork.contact]: 'مديرية النقل، buses@example.org',
  [busNetwork.decidedBy]: 'المجلس البلدي، باقتراح من مديرية النقل',
  [busNetwork.decidedWhen]: 'في أول جلسة له بعد إغلاق الاستشارة',
  [busNetwork.picture.alt]: 'حافلة في شارع على مسار خاص بها أمام بيوت',
  [often.text]: 'ينبغي أن تمر الحافلات كل عشر دقائق على الخطوط الرئيسية، ولو أُلغيت بعض الخطوط الصغيرة.',
  [near.text]: 'يحتاج كل حي إلى موقف على بعد لا يتجاوز 400 متر، ولو قلّ عدد الحافلات.',
  [night.text]: 'حافلات الليل يومي الجمعة والسبت أهم من خطوط نهارية جديدة.',
  [lanes.text]: 'ينبغي أن تحل مسارات الحافلات محل مواقف السيارات في الشوارع الرئيسية.',
  [free.text]: 'ينبغي أن يكون الركوب مجانيًا لكل من هم دون 18 عامًا.',
  [more.text]: 'أفضّل أن أدفع أكثر قليلًا ثمنًا للتذكرة على أن أنتظر أطول.',
  [electric.text]: 'ينبغي أن تكون كل الحافلات الجديدة كهربائية، ولو حصلنا على عدد أقل منها.',
  [displays.text]: 'ينبغي أن تكون في كل موقف شاشة بالمواعيد الفعلية.',
  [stepFree.text]: 'يجب أن تكون المواقف بلا درجات قبل افتتاح أي خط جديد.',
  [drivers.text]: 'ينبغي أن تسأل المدينة السائقين قبل أن تغيّر مناوباتهم.',
  [once.text]: 'لا بأس بتبديل الحافلة مرة إذا كانت الحافلتان متقاربتي المواعيد.',
  [villages.text]: 'يجب أن تبقى الخطوط الصغيرة إلى القرى، ولو كانت نصف فارغة.',
  [express.text]: 'خطان سريعان عبر المدينة خير من خمسة خطوط بطيئة.',
  [none.text]: 'ينبغي أن يذهب مال الحافلات الجديدة أولًا إلى الأحياء التي لا حافلات فيها.',

  [townHall.title]: 'في أي مساء تبقى البلدية مفتوحة حتى وقت متأخر؟',
  [townHall.summary]: 'مساء واحد في الأسبوع حتى الساعة 20:00: اختر اليوم الذي يناسبك.',
  [townHall.description]: 'تبقى البلدية مفتوحة مساء واحدًا في الأسبوع حتى الساعة 20:00. أي مساء يناسبك؟',
  [townHall.contact]: 'مكتب البلدية، townhall@example.org',
  [townHall.decidedBy]: 'الوزارة',
  [townHall.decidedWhen]: 'خلال أسبوعين من الإغلاق',
  [townHall.picture.alt]: 'مبنى بلدية في المساء ونوافذه مضيئة',
  Monday: 'الاثنين',
  Tuesday: 'الثلاثاء',
  Wednesday: 'الأربعاء',
  Thursday: 'الخميس',

  [lakeShore.title]: 'ماذا يكون من شاطئ البحيرة؟',
  [lakeShore.summary]: 'يصير الميناء القديم مكانًا عامًا. قل كيف تريد شاطئه، ثم اختر من بين المخططات.',
  [lakeShore.description]:
    'ينتقل الميناء القديم، ويصير شاطئه مكانًا عامًا.\n\nنجمع أولًا ما يهمك. ثم نرسم منه مخططات، وتختار أنت من بينها.',
  [lakeShore.contact]: 'مديرية المياه، lake@example.org',
  [lakeShore.decidedBy]: 'الوزارة مع المجلس البلدي',
  [lakeShore.decidedWhen]: 'بعد شهرين من المرحلة الثانية',
  [lakeShore.picture.alt]: 'بحيرة فيها قصب ومركب شراعي ومرسى',
  [lakeShore.collecting.title]: 'ما يهمك',
  [swim.text]: 'ينبغي أن يكون هناك مكان للسباحة بلا مقابل.',
  [reeds.text]: 'يجب أن يبقى القصب كما هو، ولو فُتح جزء أقل من الشاطئ.',
  [shorePath.text]: 'ينبغي أن يمتد على طول الشاطئ ممشى بلا درجات.',
  [boats.text]: 'ينبغي أن يبقى للقوارب مرسى.',
  [lakeShore.choosing.title]: 'اختر مخططًا',
  [lakeShore.choosing.question]: 'أي مخطط ننفذ؟',
  [lakeShore.choosing.options[0]]: 'مكان للسباحة مع مرج',
  [lakeShore.choosing.options[1]]: 'شاطئ طبيعي مع ممشى خشبي',
  [lakeShore.choosing.options[2]]: 'متنزه مع مرسى',

  [libraries.title]: 'هل تفتح المكتبات المركزية أيام الأحد؟',
  [libraries.summary]: 'هل تفتح المكتبات المركزية أيام الأحد، بكلفة تقارب كلفة مكتبة فرعية صغيرة؟',
  [libraries.description]: 'يكلف الفتح أيام الأحد ما تكلفه مكتبة فرعية صغيرة تقريبًا.',
  [libraries.contact]: 'خدمة المكتبات، libraries@example.org',
  [libraries.decidedWhen]: 'صدر القرار: اطّلع على ما نتج عن الاستشارة',
  [libraries.picture.alt]: 'رفوف كتب تحت مصباح',
  Yes: 'نعم',
  No: 'لا',
  'Only in winter': 'في الشتاء فقط',
  [libraries.outcome.youSaid]: 'قال معظمكم نعم، ورأى بعضكم أن تفتح في الشتاء فقط. وذكر المعارضون الكلفة.',
  [libraries.outcome.weDid]:
    'تفتح المكتبات المركزية أيام الأحد من الساعة 10 إلى 18، لمدة عام أولًا. وتحتفظ المكتبات الفرعية بميزانيتها. ' +
    'وننشر أعداد الزوار كل ثلاثة أشهر.',
  [libraries.late.title]: 'خطة الكلفة والموظفين',
  [libraries.late.text]: 'كلفة يوم الأحد ومن يعمل فيه، وتُنشر مع القرار.',
  [libraries.late.responsible]: 'خدمة المكتبات',

  [parks.title]: 'فيمَ ينفق مال الحدائق أولًا؟',
  [parks.summary]: 'تكررت خمس رغبات في كل الأحياء. وستستطيع قريبًا أن تقول كم تهمك كل واحدة منها.',
  [parks.description]:
    'يتوفر في العام القادم مال لحدائق العاصمة. وقد تكررت خمس رغبات في كل الأحياء.\n\n' +
    'أعط كل رغبة من 0 إلى 5 نقاط. ولك أن تعطي العدد نفسه لأكثر من واحدة، وأن تغيّر نقاطك حتى النهاية.',
  [parks.contact]: 'مديرية البيئة، parks@example.org',
  [parks.decidedBy]: 'مديرية البيئة',
  [parks.decidedWhen]: 'مع ميزانية العام القادم',
  [parks.picture.alt]: 'حديقة فيها أشجار وممشى ومقعد',
  [parks.options[0]]: 'ظل أكثر',
  [parks.options[1]]: 'مقاعد وطاولات',
  [parks.options[2]]: 'مراحيض نظيفة',
  [parks.options[3]]: 'ملاعب لكل الأعمار',
  [parks.options[4]]: 'إنارة على طول الممرات',

  [fountains.title]: 'أين تشتد الحاجة إلى مشارب المياه؟',
  [fountains.summary]: 'تُبنى في الصيف القادم اثنتا عشرة مشربة مياه. وقد قلتم أين.',
  [fountains.description]: 'تُبنى في الصيف القادم اثنتا عشرة مشربة مياه. أين تحتاج إليها أكثر؟',
  [fountains.contact]: 'مديرية المياه، fountains@example.org',
  [fountains.decidedBy]: 'مديرية المياه',
  [fountains.decidedWhen]: 'قبل طرح الأعمال في مناقصة في الربيع',
  [fountains.picture.alt]: 'مشربة مياه في ساحة مشمسة',
  [fountains.options[0]]: 'عند الملاعب',
  [fountains.options[1]]: 'عند مواقف الحافلات والترام',
  [fountains.options[2]]: 'في الحدائق',
  [fountains.options[3]]: 'في ساحات الأسواق',
};
