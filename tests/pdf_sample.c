#include "tests/pdf_sample.h"

#include <string.h>

#define LRI "\u2066"
#define FSI "\u2068"
#define PDI "\u2069"

struct maker {
	struct arena *a;
	enum lang lang;
};

static struct node *add(
	struct maker *m, struct node *parent, enum node_kind kind, const char *ar, const char *fr)
{
	struct node *n = node_add(m->a, parent, kind, (struct message){0});

	n->lang = m->lang;
	n->words = str_of(m->lang == LANG_AR ? ar : fr);
	return n;
}

static void letterhead(struct maker *m, struct node *root)
{
	static const char *const lines[][2] = {
		{"المملكة المغربية", "Royaume du Maroc"},
		{"وزارة السياحة والصناعة التقليدية والاقتصاد الاجتماعي والتضامني",
			"Ministère du Tourisme, de l’Artisanat et de l’Économie sociale et "
			"solidaire"},
		{"غرفة الصناعة التقليدية لجهة فاس – مكناس",
			"Chambre d’Artisanat de la région Fès-Meknès"},
	};
	struct node *head = add(m, root, NODE_LETTERHEAD, "", "");

	for (size_t i = 0; i < ARRAY_LEN(lines); i++) {
		for (int k = 0; k < 2; k++) {
			struct node *n = node_add(m->a, head, NODE_TEXT, (struct message){0});

			n->lang = k == 0 ? LANG_AR : LANG_FR;
			n->words = str_of(lines[i][k]);
		}
	}
}

static struct node *heading(
	struct maker *m, struct node *parent, int level, const char *ar, const char *fr)
{
	struct node *n = add(m, parent, NODE_HEADING, ar, fr);

	n->level = level;
	return n;
}

static void cell(
	struct maker *m, struct node *row, enum node_align align, const char *ar, const char *fr)
{
	add(m, row, NODE_CELL, ar, fr)->align = align;
}

static struct node *row(struct maker *m, struct node *table, bool header, bool strong)
{
	struct node *n = add(m, table, NODE_ROW, "", "");

	n->header = header;
	n->strong = strong;
	return n;
}

static void opening(struct maker *m, struct node *root)
{
	struct node *list;

	add(m, root, NODE_TITLE, "محضر أشغال الجمعية العامة",
		"Procès-verbal de l’assemblée générale");
	add(m, root, NODE_SUBTITLE,
		"الدورة العادية لشهر أكتوبر برسم سنة 2024 — الاثنين 28 أكتوبر 2024",
		"Session ordinaire d’octobre au titre de 2024 — lundi 28 octobre 2024");
	add(m, root, NODE_TEXT,
		"في يوم الاثنين ثامن وعشرين أكتوبر سنة ألفين وأربع وعشرين، على الساعة العاشرة "
		"وخمس دقائق (" LRI "10:05" PDI ")، عقدت غرفة الصناعة التقليدية لجهة فاس – مكناس "
		"جمعيتها العامة العادية بقاعة الاجتماعات بمقر الغرفة، برئاسة السيد " FSI
		"ناجي الفخاري" PDI "، رئيس الغرفة، وبحضور السيد والي جهة فاس – مكناس وممثلي "
		"المصالح اللاممركزة، تنفيذا لمقتضيات المادة " LRI "11" PDI " من القانون رقم " LRI
		"18.09" PDI " بمثابة النظام الأساسي لغرف الصناعة التقليدية.",
		"L’an deux mille vingt-quatre, le lundi vingt-huit octobre, à dix heures cinq "
		"minutes (10:05), la Chambre d’Artisanat de la région Fès-Meknès a tenu son "
		"assemblée générale ordinaire dans la salle de réunion de son siège, sous la "
		"présidence de M. " FSI "Naji Fakhari" PDI ", président de la Chambre, en présence "
		"de M. le wali de la région et des représentants des services déconcentrés, en "
		"application de l’article 11 de la loi n° 18.09 formant statut des chambres "
		"d’artisanat.");
	add(m, root, NODE_TEXT,
		"وبعد التأكد من توفر النصاب القانوني بحضور أربعة وثلاثين عضوا (" LRI "34" PDI
		") من أصل اثنين وأربعين (" LRI "42" PDI ")، أي بنسبة " LRI "80,9 %" PDI
		"، أعلن السيد الرئيس عن افتتاح أشغال الدورة، وكلف السيد " FSI
		"عبد الرحيم التازي" PDI " بتدوين المحضر.",
		"Le quorum étant atteint avec trente-quatre (34) membres présents sur "
		"quarante-deux (42), soit 80,9 %, M. le président a déclaré la session ouverte "
		"et a chargé M. " FSI "Abderrahim Tazi" PDI " de la rédaction du procès-verbal.");
	heading(m, root, 1, "جدول الأعمال", "Ordre du jour");
	list = add(m, root, NODE_LIST, "", "");
	add(m, list, NODE_LIST_ITEM, "النقطة الأولى: المصادقة على محضر الدورة السابقة",
		"Premier point : approbation du procès-verbal de la session précédente");
	add(m, list, NODE_LIST_ITEM,
		"النقطة الثانية: الدراسة والتصويت على مشروع ميزانية الغرفة برسم السنة المالية "
		"2025، "
		"بما فيها اعتمادات دعم التكوين بالتدرج المهني والمشاركة في المعارض الجهوية "
		"والوطنية",
		"Deuxième point : examen et vote du projet de budget de la Chambre pour "
		"l’exercice 2025, y compris les crédits de la formation par apprentissage et de la "
		"participation aux foires régionales et nationales");
	add(m, list, NODE_LIST_ITEM,
		"النقطة الثالثة: اتفاقية شراكة مع مكتب التكوين المهني وإنعاش الشغل (" FSI
		"OFPPT" PDI ")",
		"Troisième point : convention de partenariat avec l’OFPPT");
}

static const char *const people[][3] = {
	{"محمد العلوي", "Mohammed Alaoui", "0"},
	{"فاطمة الزهراء بناني", "Fatima Zahra Bennani", "0"},
	{"عبد الرحيم التازي", "Abderrahim Tazi", "0"},
	{"خديجة الإدريسي", "Khadija Idrissi", "0"},
	{"يوسف الفاسي الفهري", "Youssef Fassi Fihri", "0"},
	{"نعيمة السقاط", "Naïma Sekkat", "1"},
	{"عبد اللطيف بنجلون", "Abdellatif Benjelloun", "0"},
	{"حسن المكناسي", "Hassan Meknassi", "0"},
	{"رشيدة الودغيري", "Rachida Ouadghiri", "0"},
	{"إدريس الصفريوي", "Driss Sefrioui", "0"},
	{"سعاد الكتاني", "Souad Kettani", "2"},
	{"مصطفى برادة", "Mustapha Berrada", "0"},
};

static void attendance(struct maker *m, struct node *root)
{
	static const int widths[] = {2, 8, 7, 4};
	static const char *const present[][2] = {
		{"حاضر", "présent"}, {"غائب بعذر", "excusé"}, {"غائب بدون عذر", "absent"}};
	static const char *const trades[][2] = {{"صنف الخزف والفخار", "Poterie"},
		{"صنف الجلد والدباغة", "Cuir et tannerie"},
		{"صنف النسيج والزرابي", "Textile et tapis"}};
	struct node *table, *r;

	heading(m, root, 1, "لائحة الحضور والنصاب القانوني", "Présences et quorum");
	table = add(m, root, NODE_TABLE, "", "");
	table->columns = 4;
	table->widths = widths;
	r = row(m, table, true, false);
	cell(m, r, NODE_CENTRE, "الرقم", "N°");
	cell(m, r, NODE_START, "الاسم الكامل", "Nom complet");
	cell(m, r, NODE_START, "الصنف", "Catégorie");
	cell(m, r, NODE_CENTRE, "الحضور", "Présence");
	for (int i = 0; i < 42; i++) {
		const char *const *who = people[i % (int)ARRAY_LEN(people)];
		int state = who[2][0] - '0';
		struct builder b;

		builder_init(&b, m->a);
		builder_add_padded(&b, i + 1, 2);
		r = row(m, table, false, false);
		cell(m, r, NODE_CENTRE, "", "");
		r->first->words = builder_str(&b);
		cell(m, r, NODE_START, who[0], who[1]);
		cell(m, r, NODE_START, trades[i % 3][0], trades[i % 3][1]);
		cell(m, r, NODE_CENTRE, present[state][0], present[state][1]);
	}
}

static void vote(struct maker *m, struct node *parent, const char *ar, const char *fr, int64_t yes,
	int64_t no, int64_t none)
{
	struct node *v = add(m, parent, NODE_VOTE, ar, fr);

	v->tally[0] = yes;
	v->tally[1] = no;
	v->tally[2] = none;
	add(m, v, NODE_TEXT, "الموافقون", "Pour");
	add(m, v, NODE_TEXT, "الرافضون", "Contre");
	add(m, v, NODE_TEXT, "الممتنعون", "Abstentions");
}

static void budget(struct maker *m, struct node *parent)
{
	static const int widths[] = {9, 5, 5, 3};
	static const char *const lines[][5] = {
		{"الباب 10: نفقات الموظفين", "Chapitre 10 : personnel", NULL, NULL, NULL},
		{"الأجور والتعويضات القارة (" FSI "Traitements" PDI ")",
			"Traitements et indemnités", LRI "3 120 000,00" PDI, LRI "3 285 000,00" PDI,
			LRI "+5,3 %" PDI},
		{"مساهمة الصندوق المغربي للتقاعد", "Cotisation à la CMR", LRI "412 000,00" PDI,
			LRI "433 500,00" PDI, LRI "+5,2 %" PDI},
		{"=مجموع الباب 10", "=Total du chapitre 10", LRI "3 532 000,00" PDI,
			LRI "3 718 500,00" PDI, LRI "+5,3 %" PDI},
		{"الباب 20: المعدات والنفقات المختلفة",
			"Chapitre 20 : matériel et dépenses diverses", NULL, NULL, NULL},
		{"دعم التكوين بالتدرج المهني", "Formation par apprentissage", LRI "940 000,00" PDI,
			LRI "1 250 000,00" PDI, LRI "+33,0 %" PDI},
		{"المعارض والتسويق (" FSI "Foires & marketing" PDI ")",
			"Foires et commercialisation", LRI "610 000,00" PDI, LRI "780 000,00" PDI,
			LRI "+27,9 %" PDI},
		{"=المجموع العام", "=Total général", LRI "5 082 000,00" PDI, LRI "5 748 500,00" PDI,
			LRI "+13,1 %" PDI},
	};
	struct node *table = add(m, parent, NODE_TABLE, "", ""), *r;

	table->columns = 4;
	table->widths = widths;
	r = row(m, table, true, false);
	cell(m, r, NODE_START, "البيان", "Libellé");
	cell(m, r, NODE_END, "ميزانية 2024 (درهم)", "Budget 2024 (DH)");
	cell(m, r, NODE_END, "مشروع 2025 (درهم)", "Projet 2025 (DH)");
	cell(m, r, NODE_END, "التغير", "Variation");
	for (size_t i = 0; i < ARRAY_LEN(lines); i++) {
		const char *label = lines[i][m->lang == LANG_AR ? 0 : 1];
		bool strong = *label == '=';

		r = row(m, table, false, strong);
		cell(m, r, NODE_START, label + strong, label + strong);
		for (int k = 2; k < 5 && lines[i][k]; k++)
			cell(m, r, NODE_END, lines[i][k], lines[i][k]);
	}
}

static void points(struct maker *m, struct node *root)
{
	struct node *s = add(m, root, NODE_SECTION, "", ""), *d, *p;

	heading(m, s, 1, "النقطة الثانية: مشروع ميزانية سنة 2025",
		"Deuxième point : projet de budget 2025");
	heading(m, s, 2, "العرض", "Présentation");
	add(m, s, NODE_PROSE,
		"في كلمة بالمناسبة، أكد السيد الرئيس أن المكتب المسير للغرفة اعتمد منذ انتخابه "
		"منهجية "
		"العمل التشاركي والتواصل مع الشركاء والفاعلين المعنيين بهدف وضع مخطط عمل يستجيب "
		"لانتظارات المهنيين، لا سيما فيما يتعلق بالتكوين، اعتبارا لدوره المحوري كرافعة "
		"لتثمين "
		"الكفاءات المهنية وتعزيز المهارات والقدرات.\nوأشار إلى أنه جرى إعطاء أهمية خاصة "
		"للتكوين "
		"بالتدرج المهني في الحرف الخدماتية، وترويج منتوج الصانع التقليدي عبر مختلف قنوات "
		"التسويق، "
		"لا سيما الإلكتروني (" FSI "e-commerce" PDI ")، بمبلغ إجمالي قدره " LRI
		"1.250.000,00" PDI " درهم (مليون ومائتان وخمسون ألف درهم).",
		"À cette occasion, M. le président a souligné que le bureau de la Chambre a "
		"adopté, "
		"depuis son élection, une démarche participative et une concertation suivie avec "
		"les "
		"partenaires concernés, afin d’établir un plan d’action qui réponde aux attentes "
		"des "
		"professionnels, notamment en matière de formation, levier essentiel de la "
		"valorisation "
		"des compétences.\nIl a ajouté qu’une attention particulière a été accordée à "
		"l’apprentissage dans les métiers de service et à la promotion du produit "
		"artisanal par "
		"tous les canaux, y compris le commerce électronique, pour un montant total de "
		"1 250 000,00 DH (un million deux cent cinquante mille dirhams).");
	p = add(m, s, NODE_PROSE,
		"M. Berrada a demandé que les crédits de la foire régionale soient répartis entre "
		"les neuf "
		"préfectures et provinces, et que le rapport d’exécution soit présenté à la "
		"session de "
		"janvier (point n° 3).",
		"طلب السيد برادة توزيع اعتمادات المعرض الجهوي على العمالات والأقاليم التسعة، "
		"وتقديم تقرير "
		"التنفيذ خلال دورة يناير (" LRI "2025" PDI ").");
	p->lang = m->lang == LANG_AR ? LANG_FR : LANG_AR;
	p->foreign = true;
	heading(m, s, 2, "المعطيات المالية", "Données financières");
	budget(m, s);
	vote(m, s, "تصويت علني برفع اليد — " LRI "11:42" PDI, "Vote public à main levée — 11:42",
		31, 2, 1);
	d = add(m, s, NODE_DECISION, "المقرر رقم " LRI "10/2024" PDI, "Décision n° 10/2024");
	add(m, d, NODE_TEXT,
		"صادقت الجمعية العامة بأغلبية الأصوات المعبر عنها على مشروع ميزانية الغرفة برسم "
		"السنة "
		"المالية 2025 بمبلغ إجمالي قدره " LRI "5.748.500,00" PDI
		" درهم (خمسة ملايين وسبعمائة وثمانية وأربعون ألفا وخمسمائة درهم).",
		"L’assemblée générale a adopté, à la majorité des suffrages exprimés, le projet de "
		"budget de la Chambre pour l’exercice 2025, d’un montant total de 5 748 500,00 DH "
		"(cinq millions sept cent quarante-huit mille cinq cents dirhams).");
}

static void agreement(struct maker *m, struct node *root)
{
	struct node *s = add(m, root, NODE_SECTION, "", "");

	heading(m, s, 1, "النقطة الثالثة: اتفاقية شراكة",
		"Troisième point : convention de partenariat");
	vote(m, s, "اقتراع سري", "Scrutin secret", 34, 0, 0);
	add(m, s, NODE_DECISION,
		"المقرر رقم " LRI "11/2024" PDI
		": صادقت الجمعية العامة بالإجماع على اتفاقية الشراكة.",
		"Décision n° 11/2024 : l’assemblée générale a approuvé la convention à "
		"l’unanimité.");
	add(m, s, NODE_NOTE,
		"قاعدة الأغلبية المطبقة مأخوذة من إعدادات الغرفة ولم تؤكدها بعد الجهة الوصية؛ بصمة "
		"رأس السجل "
		"عند إعلان النتيجة: "
		"7043 934c cfc8 64ac f017 f2a8 0143 a1e3 cc87 ae75 0dd2 e8d3 "
		"81e8 dfe7 539d 3c31.",
		"La règle de majorité appliquée vient des réglages de la Chambre ; elle reste à "
		"confirmer "
		"par la tutelle. Empreinte du journal à l’annonce du résultat : " LRI
		"7043 934c cfc8 64ac f017 f2a8 0143 a1e3 cc87 ae75 0dd2 e8d3 81e8 dfe7 539d "
		"3c31" PDI ".");
}

static void signer(struct maker *m, struct node *list, const char *const words[3][2])
{
	struct node *s = add(m, list, NODE_SIGNATURE, words[0][0], words[0][1]);

	add(m, s, NODE_TEXT, words[1][0], words[1][1]);
	add(m, s, NODE_TEXT, words[2][0], words[2][1]);
}

static void closing(struct maker *m, struct node *root, struct document *d)
{
	static const char *const secretary[3][2] = {{"كاتب الجلسة", "Le secrétaire de séance"},
		{"عبد الرحيم التازي", "Abderrahim Tazi"},
		{"بصمة الشهادة: " LRI
		 "1f0a 22b4 9c3d 77e1 0b5a c4d8 e6f2 91a7 3b60 d25c 84ef 19b3 a07c "
		 "5e48 f1d6 2a95" PDI,
			"Empreinte du certificat : " LRI
			"1f0a 22b4 9c3d 77e1 0b5a c4d8 e6f2 91a7 3b60 "
			"d25c 84ef 19b3 a07c 5e48 f1d6 2a95" PDI}};
	static const char *const president[3][2] = {{"رئيس الغرفة", "Le président de la Chambre"},
		{"ناجي الفخاري", "Naji Fakhari"},
		{"بصمة الشهادة: " LRI
		 "9c7700e1aa34d2f05b6198c4e07db3a2f6510c8e49d7ab23605fe1c87b94d03a" PDI,
			"Empreinte du certificat : "
			"9c7700e1aa34d2f05b6198c4e07db3a2f6510c8e49d7ab23605fe1c87b94d03a"}};
	struct node *list, *seal;

	add(m, root, NODE_TEXT,
		"ورفعت الجلسة على الساعة " LRI "12:55" PDI
		" من نفس اليوم، بعد تلاوة برقية الولاء والإخلاص "
		"المرفوعة إلى السدة العالية بالله جلالة الملك محمد السادس نصره الله.",
		"La séance est levée à 12:55 le même jour, après lecture du télégramme de "
		"loyalisme "
		"adressé à Sa Majesté le Roi Mohammed VI, que Dieu L’assiste.");
	add(m, root, NODE_TEXT, "حرر بفاس في " LRI "28/10/2024" PDI ".",
		"Fait à Fès, le 28/10/2024.");
	list = add(m, root, NODE_SIGNATURES, "", "");
	signer(m, list, secretary);
	signer(m, list, president);
	seal = add(m, root, NODE_SEAL,
		"بصمة آخر حدث في سجل الجلسة (" FSI "SHA-256" PDI
		"): كل نسخة صحيحة من هذا المحضر تحمل الأرقام "
		"نفسها وبالترتيب نفسه، من اليسار إلى اليمين.",
		"Empreinte du dernier événement du journal de la séance (SHA-256) : toute copie "
		"exacte "
		"de ce procès-verbal porte les mêmes chiffres dans le même ordre.");
	seal->hash = d->head;
}

struct document *pdf_sample_document(enum lang lang, struct arena *a)
{
	struct document *d = ARENA_NEW(a, struct document);
	struct maker m = {a, lang};

	if (!hash_parse(STR(PDF_SAMPLE_HEAD), &d->head))
		return NULL;
	d->lang = lang;
	d->root = add(&m, NULL, NODE_DOCUMENT, "", "");
	d->chamber = (struct both){STR("غرفة الصناعة التقليدية لجهة فاس – مكناس"),
		STR("Chambre d’Artisanat de la région Fès-Meknès")};
	d->title_words =
		str_of(lang == LANG_AR ? "محضر الجمعية العامة – أكتوبر 2024"
				       : "Procès-verbal de l’assemblée générale – octobre 2024");
	d->subject_words = str_of(lang == LANG_AR ? "الدورة العادية <2024> & ملاحقها"
						  : "Session ordinaire <2024> & annexes");
	d->date = (struct instant){.seconds = 1730116500, .offset_minutes = 60};
	letterhead(&m, d->root);
	opening(&m, d->root);
	attendance(&m, d->root);
	points(&m, d->root);
	agreement(&m, d->root);
	closing(&m, d->root, d);
	return d;
}

struct pdf_input pdf_sample_input(const struct document *d, struct arena *a)
{
	static const struct pdf_attachment attachments[] = {
		{"record.akn.xml", "application/xml", "Akoma Ntoso", "Data",
			{"<akomaNtoso/>\n", 14}},
		{"journal.jsonl", "application/jsonl", "Journal of the session", "Source",
			{"{\"n\":0}\n{\"n\":1}\n", 16}},
	};
	struct pdf_signer *signers = ARENA_ARRAY(a, struct pdf_signer, 2);
	bool arabic = d->lang == LANG_AR;

	signers[0] = (struct pdf_signer){str_of(arabic ? "عبد الرحيم التازي" : "Abderrahim Tazi"),
		str_of(arabic ? "كاتب الجلسة" : "Le secrétaire de séance")};
	signers[1] = (struct pdf_signer){str_of(arabic ? "ناجي الفخاري" : "Naji Fakhari"),
		str_of(arabic ? "رئيس الغرفة" : "Le président de la Chambre")};
	return (struct pdf_input){
		.document = d,
		.page_of = str_of(arabic ? "صفحة {page} من {pages}" : "page {page} sur {pages}"),
		.head_label = str_of(arabic ? "بصمة السجل" : "Empreinte du journal"),
		.signature_note =
			str_of(arabic ? "توقيع إلكتروني: يراجع في لوحة التوقيعات"
				      : "Signature électronique : voir le panneau des signatures"),
		.creator = STR("mahdar test"),
		.attachments = attachments,
		.attachments_n = ARRAY_LEN(attachments),
		.signers = signers,
		.signers_n = 2,
	};
}
