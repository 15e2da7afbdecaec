"""The words of headings that stand for a role, by language: `HEADINGS["fr"]["options"]`. Data of `roles`."""

from __future__ import annotations

from collections.abc import Mapping


def _read(table: str) -> Mapping[str, tuple[str, ...]]:
    """The headings of each role, from lines of `role: heading, heading`; a line that ends in a comma goes on."""
    rows = (row.split(":") for row in table.replace(",\n", ",").strip().split("\n"))
    return {role.strip(): tuple(heading.strip() for heading in headings.split(",")) for role, headings in rows}


HEADINGS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "en": _read("""
        summary: summary, executive summary, abstract, at a glance, in brief, in a nutshell
        key-messages: key messages, key points, key findings, main messages, headlines, key takeaways, main points,
            takeaways
        bottom-line: bottom line, in one sentence, bluf, in short
        problem: problem, the issue, the challenge, policy problem, problem statement, statement of the problem, issue,
            challenges, key challenges, why act, why act now, why now, why this matters, why it matters,
            why does this matter, why does it matter, case for change, at stake
        background: background, introduction, context, policy context, current situation, current policy, where we are
        evidence: evidence, what the evidence shows, analysis, what we know, what does the evidence say,
            what the evidence says, what the data show, what the data shows, what the figures show,
            what the numbers show, what the research says, what the research shows, what research shows,
            what research says
        findings: findings, results, what we found, main findings, key results, headline results, main results,
            highlights
        criteria: criteria, decision criteria, evaluation criteria, criteria for assessing the options,
            assessment criteria, how we judge the options
        options: options, policy options, policy alternatives, alternatives, options considered,
            alternatives considered, options and alternatives, rejected alternative, rejected alternatives,
            rejected option, rejected options, alternatives rejected, the alternative we reject,
            the alternatives we reject, alternatives we rejected, what we rejected, option
        comparison: comparison, comparison of options, options compared, comparing the options,
            assessment of the options, analysis of the options, options appraisal, options assessment,
            assessment of options, analysis of options, how the options compare
        counter-argument: counter-argument, counter-arguments, counterarguments, objections, the case against,
            the other side, what critics say, what the critics say, arguments against, counter arguments,
            what speaks against it, what opponents say
        implications: implications, policy implications, what this means, what follows, what does this mean,
            what it means, so what, consequences
        recommendations: recommendations, policy recommendations, what to do, next steps, what we ask, what to change,
            what should change, what must change, what would help, what we recommend, recommended actions,
            what should be done, what needs to be done, what must be done, call to action, asks, way forward, proposals,
            what we propose, recommendation, policy recommendation, what needs to happen, what must happen,
            priority actions, action points, ways forward, what we ask for, what we are asking for, what we want,
            what we call for, demands, key recommendations, summary of recommendations, policy asks
        risks: risks, what could go wrong
        limits: limits, limitations, caveats, what we do not know, what we don't know, evidence gaps,
            gaps in the evidence, what is not known, uncertainties
        methods: methods, method, methodology, how we did it, approach, how this brief was prepared, data,
            data and method, data and methods, empirical strategy, research design, data sources
        conflicts: conflicts of interest, declaration of interests, funding, conflict of interest, competing interests,
            declaration of interest, disclosures, disclosure, conflict of interest statement
        study: the study, about the study, about this study
        conclusion: conclusion, conclusions, concluding remarks, final remarks
        references: references, bibliography, sources, works cited, endnotes, notes, reference list
    """),
    "de": _read("""
        summary: zusammenfassung, kurzfassung, auf einen blick, in kürze, das wichtigste
        key-messages: kernaussagen, das wichtigste in kürze, kernbotschaften, kernpunkte, zentrale aussagen,
            zentrale erkenntnisse
        bottom-line: auf einen satz, kurz gesagt, in einem satz
        problem: problem, problemstellung, problembeschreibung, herausforderungen, herausforderung, worum es geht,
            worum geht es, warum jetzt, warum das wichtig ist, warum handeln, warum jetzt handeln,
            was auf dem spiel steht
        background: hintergrund, einleitung, ausgangslage, einführung, kontext, lage
        evidence: befunde, evidenz, datenlage, was die daten zeigen, analyse, forschungsstand, was die forschung sagt,
            was die forschung zeigt, stand der forschung, was wir wissen
        findings: ergebnisse, resultate, wichtigste ergebnisse, zentrale ergebnisse, hauptergebnisse
        criteria: bewertungsmassstäbe, kriterien, entscheidungskriterien, bewertungskriterien
        options: optionen, handlungsoptionen, handlungsalternativen, alternativen, geprüfte optionen,
            geprüfte alternativen, verworfene alternative, verworfene alternativen, verworfene option,
            verworfene optionen, politikoptionen, lösungsansätze, lösungsoptionen, szenarien
        comparison: vergleich, vergleich der optionen, die optionen im vergleich, optionenvergleich,
            bewertung der optionen, abwägung der optionen, analyse der optionen
        counter-argument: gegenargument, gegenargumente, einwände, was dagegen spricht, kritik, was kritiker sagen,
            was die gegner sagen, argumente dagegen
        implications: folgerungen, schlussfolgerungen für die politik, was daraus folgt, implikationen,
            politische implikationen, was folgt daraus, konsequenzen, bedeutung für die politik, was das bedeutet,
            was das heisst
        recommendations: empfehlungen, empfehlung, handlungsempfehlungen, politikempfehlungen, was zu tun ist,
            nächste schritte, was wir fordern, forderungen, was wir empfehlen, was getan werden muss,
            was jetzt zu tun ist, vorschläge, was geschehen muss, was passieren muss, was jetzt getan werden muss,
            was getan werden sollte, was wir verlangen, was sich ändern sollte, was wir vorschlagen,
            zentrale empfehlungen
        risks: risiken, was misslingen kann
        limits: grenzen, einschränkungen, limitationen, vorbehalte, was wir nicht wissen, offene fragen
        methods: methode, methoden, methodik, vorgehen, methodisches vorgehen, daten und methode, daten und methoden,
            datengrundlage, datenquellen
        conflicts: interessenkonflikte, interessenkonflikt, finanzierung, erklärung zu interessenkonflikten,
            offenlegung von interessen
        study: die studie, über die studie, zur studie, zu dieser studie
        conclusion: fazit, schluss, schlussfolgerung, schlussfolgerungen
        references: literatur, literaturverzeichnis, quellen, quellenverzeichnis, literaturangaben, bibliografie,
            anmerkungen
    """),
    "fr": _read("""
        summary: résumé, synthèse, résumé exécutif, résumé analytique, note de synthèse, en résumé
        key-messages: messages clés, points clés, l'essentiel, messages principaux, points essentiels, à retenir,
            ce qu'il faut retenir, principaux messages
        bottom-line: en bref, en un mot, en une phrase
        problem: problème, problématique, l'enjeu, le défi, énoncé du problème, enjeux, défis, les défis, pourquoi agir,
            pourquoi agir maintenant, pourquoi maintenant, pourquoi c'est important
        background: contexte, introduction, mise en contexte, état des lieux
        evidence: éléments de preuve, données probantes, constats, ce que disent les données, analyse,
            éléments probants, constat, les faits, ce que nous savons
        findings: résultats, principaux résultats, ce que nous avons constaté, résultats clés
        criteria: critères, critères de décision, critères d'évaluation, critères d'analyse, critères de choix,
            critères de comparaison
        options: options, options politiques, options d'action, options stratégiques, options envisagées,
            options étudiées, option écartée, options écartées, solution écartée, solutions écartées,
            alternative écartée, alternatives écartées, alternatives, scénarios, les scénarios, solutions possibles,
            options possibles
        comparison: comparaison, comparaison des options, les options comparées, analyse comparative,
            analyse des options, évaluation des options, comment les options se comparent
        counter-argument: contre-argument, contre-arguments, objections, l'argument contraire, arguments contraires,
            ce que disent les critiques, arguments contre, ce que disent les opposants
        implications: implications, implications politiques, ce que cela signifie, conséquences
        recommendations: recommandations, recommandation, recommandations politiques, que faire, prochaines étapes,
            ce que nous demandons, nos demandes, ce qu'il faut changer, que faut-il faire, ce qu'il faut faire,
            propositions, ce que nous proposons, ce que nous recommandons, préconisations, nos préconisations,
            pistes d'action, leviers d'action, pistes de solution, exigences, ce que nous voulons,
            principales recommandations, ce qui doit changer
        risks: risques, ce qui peut mal tourner
        limits: limites, ce que nous ne savons pas, lacunes des données, incertitudes, ce qu'on ne sait pas
        methods: méthode, méthodes, méthodologie, approche, comment cette note a été préparée, données et méthode,
            données et méthodes, données, sources des données
        conflicts: conflits d'intérêts, conflit d'intérêts, déclaration d'intérêts, financement,
            déclaration de conflits d'intérêts, liens d'intérêts
        study: l'étude, à propos de l'étude, à propos de cette étude
        conclusion: conclusion, conclusions
        references: références, bibliographie, sources, références bibliographiques, notes
    """),
    "es": _read("""
        summary: resumen, resumen ejecutivo, síntesis, sumario, sumario ejecutivo, de un vistazo, en breve
        key-messages: mensajes clave, puntos clave, mensajes principales, puntos principales, ideas clave
        bottom-line: en síntesis, lo esencial, en una frase
        problem: problema, planteamiento del problema, el desafío, el reto, diagnóstico, problemática, la problemática,
            desafíos, los desafíos, retos, los retos, por qué importa, por qué ahora, por qué actuar
        background: antecedentes, introducción, contexto, situación actual
        evidence: evidencia, lo que dice la evidencia, lo que dicen los datos, análisis, qué dice la evidencia,
            qué dicen los datos, lo que sabemos, qué sabemos
        findings: resultados, hallazgos, principales resultados, principales hallazgos, resultados clave
        criteria: criterios, criterios de decisión, criterios de evaluación
        options: opciones, opciones de política, alternativas, opciones consideradas, alternativas consideradas,
            alternativa descartada, alternativas descartadas, opción descartada, opciones descartadas,
            alternativas de política, escenarios
        comparison: análisis comparativo, comparación, comparación de opciones, comparación de las opciones,
            las opciones comparadas, análisis de las opciones, análisis de alternativas, evaluación de las opciones
        counter-argument: contraargumento, contraargumentos, objeciones, el argumento contrario, argumentos en contra,
            qué dicen los críticos, lo que dicen los críticos
        implications: implicaciones, implicaciones de política, qué significa esto, consecuencias
        recommendations: recomendaciones, recomendación, recomendaciones de política, qué hacer, próximos pasos,
            qué pedimos, lo que pedimos, qué debe cambiar, qué se debe hacer, qué hay que hacer, propuestas,
            qué recomendamos, lo que recomendamos, qué debe hacerse, medidas propuestas, propuestas de acción,
            líneas de acción, qué proponemos, lo que proponemos, lo que queremos, principales recomendaciones,
            exigencias
        risks: riesgos, qué puede salir mal
        limits: límites, limitaciones, salvedades, lo que no sabemos, vacíos de evidencia, incertidumbres
        methods: métodos, metodología, método, enfoque, cómo se preparó este informe, datos y método, datos y métodos,
            fuentes de datos
        conflicts: conflictos de intereses, conflicto de intereses, financiación, conflictos de interés,
            conflicto de interés, declaración de intereses, financiamiento
        study: el estudio, sobre el estudio, acerca del estudio, sobre este estudio
        conclusion: conclusión, conclusiones, consideraciones finales
        references: referencias, bibliografía, referencias bibliográficas, fuentes, notas
    """),
    "pt": _read("""
        summary: resumo, resumo executivo, sumário executivo, síntese, em poucas palavras
        key-messages: mensagens principais, mensagens-chave, pontos principais, pontos-chave, ideias principais
        bottom-line: em síntese, o essencial, numa frase, em uma frase
        problem: problema, o desafio, definição do problema, diagnóstico, problemática, a problemática, desafios,
            os desafios, por que agora, por que importa, por que agir, por que agir agora
        background: contexto, introdução, antecedentes, enquadramento, situação atual
        evidence: evidências, o que dizem os dados, análise, evidência, o que dizem as evidências, o que sabemos,
            o que mostram os dados, o que dizem os estudos
        findings: resultados, conclusões principais, principais resultados, constatações, resultados-chave, achados,
            principais achados
        criteria: critérios, critérios de decisão, critérios de avaliação
        options: opções, opções de política, alternativas, opções consideradas, alternativas consideradas,
            alternativa descartada, alternativas descartadas, alternativa rejeitada, alternativas rejeitadas,
            opções descartadas, opções rejeitadas, cenários
        comparison: análise comparativa, comparação, comparação das opções, as opções comparadas, análise das opções,
            análise de alternativas, avaliação das opções
        counter-argument: contra-argumento, contra-argumentos, objeções, o argumento contrário, argumentos contrários,
            o que dizem os críticos, argumentos contra
        implications: implicações, implicações políticas, o que isto significa, consequências
        recommendations: recomendações, recomendação, recomendações de política, o que fazer, próximos passos,
            o que pedimos, o que deve mudar, o que deve ser feito, o que é preciso fazer, propostas, o que recomendamos,
            medidas propostas, linhas de ação, ações propostas, o que propomos, o que queremos, o que defendemos,
            principais recomendações, reivindicações, o que reivindicamos
        risks: riscos, o que pode correr mal, o que pode dar errado
        limits: limites, limitações, ressalvas, o que não sabemos, lacunas de evidência, incertezas
        methods: método, métodos, metodologia, abordagem, como esta nota foi preparada, dados e método, dados e métodos,
            fontes de dados
        conflicts: conflitos de interesse, conflitos de interesses, financiamento, conflito de interesse,
            conflito de interesses, declaração de interesses
        study: o estudo, sobre o estudo, sobre este estudo, acerca do estudo
        conclusion: conclusão, conclusões, considerações finais
        references: referências, referências bibliográficas, bibliografia, fontes, lista de referências, notas
    """),
    "ar": _read("""
        summary: ملخص, الملخص, ملخص تنفيذي, الملخص التنفيذي, موجز تنفيذي
        key-messages: الرسائل الرئيسية, رسائل رئيسية, النقاط الرئيسية, أهم الرسائل
        bottom-line: الخلاصة, خلاصة القول
        problem: المشكلة, مشكلة, التحدي, القضية
        background: خلفية, الخلفية, مقدمة, المقدمة, السياق
        evidence: الأدلة, الشواهد, ما تقوله الأدلة, ما تقوله البيانات, التحليل
        findings: النتائج, نتائج, أهم النتائج
        criteria: المعايير, معايير القرار
        options: الخيارات, خيارات السياسات, البدائل
        comparison: المقارنة, مقارنة الخيارات
        counter-argument: الحجة المضادة, الاعتراضات
        implications: الآثار, الآثار على السياسات, الدلالات
        recommendations: التوصيات, توصيات, توصيات السياسات, ما العمل؟, ما العمل, الخطوات التالية
        risks: المخاطر, المخاطر وتخفيفها
        limits: الحدود, حدود الأدلة, القيود
        methods: المنهجية, المنهج, منهجية البحث
        conflicts: تضارب المصالح, التمويل
        study: الدراسة, عن الدراسة
        conclusion: الخاتمة, خاتمة
        references: المراجع, المصادر, قائمة المراجع, المصادر والمراجع, المراجع والمصادر
    """),
}
