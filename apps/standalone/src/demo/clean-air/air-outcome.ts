/** Why the consultation is closed, what the ministry says of an activity and of a paragraph as a whole, and what it makes of all of it. */
export const airOutcome = {
  closing: 'All parts of the act have been discussed; the second reading goes on with what you said.',
  ofSurvey: {
    stance: 'accepted',
    text:
      'Traffic is what bothers most of you. ' +
      'The act therefore begins with low-emission zones, and with buses and trains that cost less.',
  },
  ofParagraph: {
    paragraph: 'p14',
    stance: 'partly',
    text:
      'The date stays, because stoves from before 1995 cause a third of the fine dust in winter. Whoever has **neither gas nor district ' +
      'heating** gets five years more, and the grant covers three quarters of the cost.',
  },
  youSaid:
    'Most of you are bothered by traffic first and by stoves second. You ranked cheaper buses and trains and a low-emission zone ' +
    'highest, want a lower limit for fine dust, and ask for exceptions where an old stove is all there is.',
  weDid:
    'The second draft lowers the limit to 20 micrograms within five years, asks for a measuring station in every town with more than ' +
    '10,000 people, and helps with the cost of new stoves. Its second reading is open now: you can vote on it, rank the first grants and ' +
    'comment on its paragraphs.',
} as const;

export const airOutcomeInOtherLanguages = {
  fr: {
    [airOutcome.closing]: 'Toutes les parties de la loi ont été débattues ; la deuxième lecture reprend ce que vous avez dit.',
    [airOutcome.ofSurvey.text]:
      'C’est la circulation qui gêne la plupart d’entre vous. La loi commence donc par les zones à faibles émissions, et par des bus et ' +
      'des trains moins chers.',
    [airOutcome.ofParagraph.text]:
      'La date reste, car les poêles d’avant 1995 causent un tiers des particules fines en hiver. Ceux qui n’ont **ni gaz ni chauffage ' +
      'urbain** disposent de cinq ans de plus, et l’aide couvre les trois quarts du coût.',
    [airOutcome.youSaid]:
      'La plupart d’entre vous sont gênés d’abord par la circulation, puis par les poêles. Vous avez classé en tête des bus et des ' +
      'trains moins chers et une zone à faibles émissions, vous voulez une limite plus basse pour les particules fines et demandez des ' +
      'exceptions là où un vieux poêle est le seul chauffage.',
    [airOutcome.weDid]:
      'Le deuxième projet abaisse la limite à 20 microgrammes en cinq ans, prévoit une station de mesure dans chaque ville de plus de ' +
      '10 000 habitants et aide à payer les nouveaux poêles. Sa deuxième lecture est ouverte : vous pouvez voter, classer les premières ' +
      'aides et commenter les paragraphes.',
  },
  ar: {
    [airOutcome.closing]: 'نوقشت جميع أجزاء القانون، وتُبنى القراءة الثانية على ما قلتموه.',
    [airOutcome.ofSurvey.text]:
      'حركة السير هي أكثر ما يزعج معظمكم، ولذلك يبدأ القانون بالمناطق المنخفضة الانبعاثات وبحافلات وقطارات أرخص.',
    [airOutcome.ofParagraph.text]:
      'يبقى الموعد كما هو، لأن المواقد المصنوعة قبل عام 1995 تسبب ثلث الغبار الدقيق في الشتاء. أما من **لا غاز لديه ولا تدفئة مركزية** ' +
      'فيُمهل خمس سنوات أخرى، وتغطي المنحة ثلاثة أرباع الكلفة.',
    [airOutcome.youSaid]:
      'تزعج حركة السير معظمكم أولًا، ثم المواقد. ووضعتم في الصدارة حافلات وقطارات أرخص ومنطقة منخفضة الانبعاثات، وتريدون حدًّا أخفض ' +
      'للغبار الدقيق، وتطلبون استثناءات حيث لا تدفئة إلا بموقد قديم.',
    [airOutcome.weDid]:
      'تخفض المسودة الثانية الحد إلى 20 ميكروغرامًا خلال خمس سنوات، وتنص على محطة قياس في كل مدينة يزيد سكانها على 10,000 نسمة، وتساعد ' +
      'في كلفة المواقد الجديدة. وقراءتها الثانية مفتوحة الآن: يمكنكم التصويت عليها وترتيب المنح الأولى والتعليق على فقراتها.',
  },
} as const;
