<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About</source>
        <translation>Über Factcheck</translation>
    </message>
    <message>
        <source>Offline review of the claims in an article.

It keeps your work in one file on this computer and never opens a network connection. Scores only order the claims: every verdict is yours.

MIT licence. Qt for Python under the LGPL. Fonts: Noto Serif and Inter, SIL Open Font License.</source>
        <translation>Offline-Prüfung der Behauptungen in einem Artikel.

Die Arbeit liegt in einer einzigen Datei auf diesem Computer; eine Netzwerkverbindung wird nie geöffnet. Die Prüfwürdigkeit ordnet die Behauptungen nur: Jedes Urteil fällt die prüfende Person.

MIT-Lizenz. Qt for Python unter der LGPL. Schriften: Noto Serif und Inter, SIL Open Font License.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Behauptung</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>New library…</source>
        <translation>Neue Bibliothek…</translation>
    </message>
    <message>
        <source>Open library…</source>
        <translation>Bibliothek öffnen…</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Kopie speichern…</translation>
    </message>
    <message>
        <source>Check the library</source>
        <translation>Bibliothek überprüfen</translation>
    </message>
    <message>
        <source>Package for a colleague…</source>
        <translation>Paket für eine Kollegin oder einen Kollegen…</translation>
    </message>
    <message>
        <source>Search the library…</source>
        <translation>Bibliothek durchsuchen…</translation>
    </message>
    <message>
        <source>Trash…</source>
        <translation>Papierkorb…</translation>
    </message>
    <message>
        <source>Agreement of reviewers…</source>
        <translation>Übereinstimmung der Prüfenden…</translation>
    </message>
    <message>
        <source>Reviewer and round…</source>
        <translation>Prüfende Person und Runde…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Add article…</source>
        <translation>Artikel hinzufügen…</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Ordner hinzufügen…</translation>
    </message>
    <message>
        <source>Add from clipboard</source>
        <translation>Aus Zwischenablage hinzufügen</translation>
    </message>
    <message>
        <source>Add a newer text of this article…</source>
        <translation>Neueren Text dieses Artikels hinzufügen…</translation>
    </message>
    <message>
        <source>Newer text from clipboard</source>
        <translation>Neuerer Text aus der Zwischenablage</translation>
    </message>
    <message>
        <source>This is a newer text of…</source>
        <translation>Dies ist ein neuerer Text von…</translation>
    </message>
    <message>
        <source>Title and details…</source>
        <translation>Titel und Angaben…</translation>
    </message>
    <message>
        <source>Show the original…</source>
        <translation>Original zeigen…</translation>
    </message>
    <message>
        <source>Save the original…</source>
        <translation>Original speichern…</translation>
    </message>
    <message>
        <source>Find claims again</source>
        <translation>Behauptungen erneut suchen</translation>
    </message>
    <message>
        <source>Rating scales…</source>
        <translation>Bewertungsskalen…</translation>
    </message>
    <message>
        <source>Sign off…</source>
        <translation>Abnehmen…</translation>
    </message>
    <message>
        <source>Take the sign-off back…</source>
        <translation>Abnahme zurücknehmen…</translation>
    </message>
    <message>
        <source>Correct the verdict…</source>
        <translation>Urteil berichtigen…</translation>
    </message>
    <message>
        <source>Export report…</source>
        <translation>Bericht exportieren…</translation>
    </message>
    <message>
        <source>Merge a package or a report…</source>
        <translation>Paket oder Bericht einlesen…</translation>
    </message>
    <message>
        <source>Import earlier checks…</source>
        <translation>Frühere Prüfungen importieren…</translation>
    </message>
    <message>
        <source>Earlier checks…</source>
        <translation>Frühere Prüfungen…</translation>
    </message>
    <message>
        <source>Print report…</source>
        <translation>Bericht drucken…</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>In den Papierkorb verschieben</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Copy the claim</source>
        <translation>Behauptung kopieren</translation>
    </message>
    <message>
        <source>Find in the article…</source>
        <translation>Im Artikel suchen…</translation>
    </message>
    <message>
        <source>Next claim</source>
        <translation>Nächste Behauptung</translation>
    </message>
    <message>
        <source>Previous claim</source>
        <translation>Vorige Behauptung</translation>
    </message>
    <message>
        <source>Next to review</source>
        <translation>Nächste ungeprüfte</translation>
    </message>
    <message>
        <source>Next sentence not accounted for</source>
        <translation>Nächster offener Satz</translation>
    </message>
    <message>
        <source>Go to claim number…</source>
        <translation>Gehe zu Behauptung Nummer…</translation>
    </message>
    <message>
        <source>Verdict {0}</source>
        <translation>Urteil {0}</translation>
    </message>
    <message>
        <source>Verdict from a list or in your own words…</source>
        <translation>Urteil aus einer Liste oder in eigenen Worten…</translation>
    </message>
    <message>
        <source>Decide as reading {0} says</source>
        <translation>Entscheiden wie Prüfung {0}</translation>
    </message>
    <message>
        <source>Clear the verdict</source>
        <translation>Urteil entfernen</translation>
    </message>
    <message>
        <source>Write the reason</source>
        <translation>Begründung schreiben</translation>
    </message>
    <message>
        <source>Write a private note</source>
        <translation>Private Notiz schreiben</translation>
    </message>
    <message>
        <source>Add evidence</source>
        <translation>Beleg hinzufügen</translation>
    </message>
    <message>
        <source>Looked, found nothing</source>
        <translation>Gesucht, nichts gefunden</translation>
    </message>
    <message>
        <source>Show the evidence</source>
        <translation>Belege zeigen</translation>
    </message>
    <message>
        <source>Show earlier checks</source>
        <translation>Frühere Prüfungen zeigen</translation>
    </message>
    <message>
        <source>Edit the wording</source>
        <translation>Formulierung bearbeiten</translation>
    </message>
    <message>
        <source>Who said it</source>
        <translation>Wer es sagt</translation>
    </message>
    <message>
        <source>Date said, first appearance, tags</source>
        <translation>Tag der Äußerung, erstes Erscheinen, Schlagwörter</translation>
    </message>
    <message>
        <source>Query to the author</source>
        <translation>Rückfrage an die Redaktion</translation>
    </message>
    <message>
        <source>Selection is who said it</source>
        <translation>Auswahl ist die Quelle</translation>
    </message>
    <message>
        <source>Selection is the words of saying</source>
        <translation>Auswahl ist das Redeverb</translation>
    </message>
    <message>
        <source>Selection is what was said</source>
        <translation>Auswahl ist das Gesagte</translation>
    </message>
    <message>
        <source>Nobody is quoted: the article’s own voice</source>
        <translation>Niemand wird zitiert</translation>
    </message>
    <message>
        <source>Use the proposed wording</source>
        <translation>Vorschlag übernehmen</translation>
    </message>
    <message>
        <source>Show or hide why it was found</source>
        <translation>Gründe zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Add claim from selection</source>
        <translation>Auswahl als Behauptung hinzufügen</translation>
    </message>
    <message>
        <source>Add selection to the claim</source>
        <translation>Auswahl zur Behauptung hinzufügen</translation>
    </message>
    <message>
        <source>Start of the claim a word earlier</source>
        <translation>Anfang ein Wort früher</translation>
    </message>
    <message>
        <source>Start of the claim a word later</source>
        <translation>Anfang ein Wort später</translation>
    </message>
    <message>
        <source>End of the claim a word earlier</source>
        <translation>Ende ein Wort früher</translation>
    </message>
    <message>
        <source>End of the claim a word later</source>
        <translation>Ende ein Wort später</translation>
    </message>
    <message>
        <source>Split the claim at the cursor</source>
        <translation>Behauptung am Cursor teilen</translation>
    </message>
    <message>
        <source>Merge with the next claim</source>
        <translation>Mit der nächsten zusammenführen</translation>
    </message>
    <message>
        <source>Review its parts separately</source>
        <translation>Ihre Teile einzeln prüfen</translation>
    </message>
    <message>
        <source>Not a claim</source>
        <translation>Keine Behauptung</translation>
    </message>
    <message>
        <source>Not a claim, because…</source>
        <translation>Keine Behauptung, weil…</translation>
    </message>
    <message>
        <source>Dismiss all claims in the list…</source>
        <translation>Alle Behauptungen der Liste verwerfen…</translation>
    </message>
    <message>
        <source>Bring the claim back</source>
        <translation>Behauptung wieder aufnehmen</translation>
    </message>
    <message>
        <source>Find an action, article or claim…</source>
        <translation>Befehl, Artikel oder Behauptung finden…</translation>
    </message>
    <message>
        <source>Focus mode</source>
        <translation>Fokusmodus</translation>
    </message>
    <message>
        <source>Show or hide the library</source>
        <translation>Bibliothek ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Show or hide who said the claim</source>
        <translation>Wer sie sagt zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Show or hide who said what in the article</source>
        <translation>Wer was sagt zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Show less check-worthy claims too</source>
        <translation>Auch weniger Prüfenswertes zeigen</translation>
    </message>
    <message>
        <source>Show only more check-worthy claims</source>
        <translation>Nur Prüfenswerteres zeigen</translation>
    </message>
    <message>
        <source>Count every sentence, or the listed ones</source>
        <translation>Jeden Satz zählen oder nur gelistete</translation>
    </message>
    <message>
        <source>Compare versions</source>
        <translation>Fassungen vergleichen</translation>
    </message>
    <message>
        <source>Show what was set aside</source>
        <translation>Zeigen, was beiseitegelegt wurde</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>Nächste Änderung</translation>
    </message>
    <message>
        <source>Previous change</source>
        <translation>Vorherige Änderung</translation>
    </message>
    <message>
        <source>Decide as a reading says (adjudication)</source>
        <translation>Entscheiden wie eine Prüfung (Schlichtung)</translation>
    </message>
    <message>
        <source>Take back what was set aside</source>
        <translation>Beiseitegelegtes zurücknehmen</translation>
    </message>
    <message>
        <source>The claim stands in the selection</source>
        <translation>Die Behauptung steht in der Auswahl</translation>
    </message>
    <message>
        <source>The changed words change nothing</source>
        <translation>Die geänderten Worte ändern nichts</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größerer Text</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinerer Text</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>Normale Textgröße</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über Factcheck</translation>
    </message>
    <message>
        <source>Undo {0}</source>
        <translation>Rückgängig: {0}</translation>
    </message>
    <message>
        <source>Redo {0}</source>
        <translation>Wiederholen: {0}</translation>
    </message>
    <message>
        <source>Give a verdict</source>
        <translation>Urteil fällen</translation>
    </message>
</context>
<context>
    <name>AgreementDialog</name>
    <message>
        <source>Agreement of reviewers</source>
        <translation>Übereinstimmung der Prüfenden</translation>
    </message>
    <message>
        <source>This article</source>
        <translation>Dieser Artikel</translation>
    </message>
    <message>
        <source>All articles</source>
        <translation>Alle Artikel</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message>
        <source>Claims behind the number</source>
        <translation>Behauptungen hinter der Zahl</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>Es wird gemessen…</translation>
    </message>
    <message>
        <source>Press a number to see its claims.</source>
        <translation>Eine Zahl anklicken, um ihre Behauptungen zu sehen.</translation>
    </message>
    <message>
        <source>Two reviewers must have judged the same claims before they can agree.</source>
        <translation>Zwei Prüfende müssen über dieselben Behauptungen geurteilt haben, bevor sie übereinstimmen können.</translation>
    </message>
    <message>
        <source>Claims that two or more judged: {0}; unanimous: {1}.</source>
        <translation>Von zwei oder mehr beurteilte Behauptungen: {0}; einstimmig: {1}.</translation>
    </message>
    <message>
        <source>Krippendorff’s alpha, nominal</source>
        <translation>Krippendorffs Alpha, nominal</translation>
    </message>
    <message>
        <source>Krippendorff’s alpha, ordinal</source>
        <translation>Krippendorffs Alpha, ordinal</translation>
    </message>
    <message>
        <source>Fleiss’ kappa</source>
        <translation>Fleiss’ Kappa</translation>
    </message>
    <message>
        <source>Cohen’s kappa</source>
        <translation>Cohens Kappa</translation>
    </message>
    <message>
        <source>Left out, since one person alone judged them</source>
        <translation>Ausgelassen, da nur eine Person geurteilt hat</translation>
    </message>
    <message>
        <source>Left out, since a verdict is in own words</source>
        <translation>Ausgelassen, da ein Urteil in eigenen Worten ist</translation>
    </message>
    <message>
        <source>Left out of the ordinal alpha: outside the order</source>
        <translation>Aus dem ordinalen Alpha ausgelassen: außerhalb der Ordnung</translation>
    </message>
    <message>
        <source>Claims: {0}</source>
        <translation>Behauptungen: {0}</translation>
    </message>
    <message>
        <source>agreement.csv</source>
        <translation>Übereinstimmung.csv</translation>
    </message>
    <message>
        <source>Export the agreement</source>
        <translation>Übereinstimmung exportieren</translation>
    </message>
</context>
<context>
    <name>AnchorBox</name>
    <message>
        <source>It stands in the selection</source>
        <translation>Sie steht in der Auswahl</translation>
    </message>
    <message>
        <source>The verdict still holds</source>
        <translation>Das Urteil gilt weiter</translation>
    </message>
    <message>
        <source>Compare versions</source>
        <translation>Fassungen vergleichen</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Gesehen</translation>
    </message>
    <message>
        <source>These words are no longer in the text of the article.</source>
        <translation>Diese Worte stehen nicht mehr im Text des Artikels.</translation>
    </message>
    <message>
        <source>The text of this claim changed after it was reviewed:</source>
        <translation>Der Text dieser Behauptung wurde nach der Prüfung geändert:</translation>
    </message>
    <message>
        <source>The text of this claim changed:</source>
        <translation>Der Text dieser Behauptung wurde geändert:</translation>
    </message>
    <message>
        <source>This claim stands elsewhere in the newer text.</source>
        <translation>Diese Behauptung steht im neueren Text an anderer Stelle.</translation>
    </message>
</context>
<context>
    <name>ArticleChoice</name>
    <message>
        <source>Filter the articles</source>
        <translation>Artikel filtern</translation>
    </message>
    <message>
        <source>Filter articles</source>
        <translation>Artikel filtern</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Choose all</source>
        <translation>Alle wählen</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>Keinen wählen</translation>
    </message>
    <message>
        <source>Articles chosen: {0}</source>
        <translation>Artikel gewählt: {0}</translation>
    </message>
</context>
<context>
    <name>ArticleDialog</name>
    <message>
        <source>This is a newer text of…</source>
        <translation>Dies ist ein neuerer Text von…</translation>
    </message>
    <message>
        <source>“{0}” becomes a version of the article that you choose; its claims are looked for in it. The article itself moves to the trash, with what was said of it.</source>
        <translation>„{0}“ wird eine Fassung des Artikels, den Sie auswählen; dessen Behauptungen werden darin gesucht. Der Artikel selbst kommt in den Papierkorb, mit allem, was über ihn gesagt wurde.</translation>
    </message>
    <message>
        <source>Filter articles</source>
        <translation>Artikel filtern</translation>
    </message>
    <message>
        <source>Filter the articles</source>
        <translation>Artikel filtern</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
</context>
<context>
    <name>ArticleModel</name>
    <message>
        <source>in the trash</source>
        <translation>im Papierkorb</translation>
    </message>
    <message>
        <source>added {day}</source>
        <translation>seit {day}</translation>
    </message>
    <message>
        <source>{reviewed} of {claims} claims reviewed</source>
        <translation>{reviewed} von {claims} Behauptungen geprüft</translation>
    </message>
</context>
<context>
    <name>ArticleView</name>
    <message>
        <source>Article text</source>
        <translation>Text des Artikels</translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation>Strittig</translation>
    </message>
    <message>
        <source>to review</source>
        <translation>zu prüfen</translation>
    </message>
    <message>
        <source>Claim {0} · {1}</source>
        <translation>Behauptung {0} · {1}</translation>
    </message>
</context>
<context>
    <name>ArticlesGroup</name>
    <message>
        <source>&amp;ARTICLES</source>
        <translation>&amp;ARTIKEL</translation>
    </message>
    <message>
        <source>This article</source>
        <translation>Dieser Artikel</translation>
    </message>
    <message>
        <source>Articles of a list</source>
        <translation>Artikel aus einer Liste</translation>
    </message>
    <message>
        <source>All {0} articles of the library</source>
        <translation>Alle {0} Artikel der Bibliothek</translation>
    </message>
</context>
<context>
    <name>CheckList</name>
    <message>
        <source>Not reviewed yet:</source>
        <translation>Noch nicht geprüft:</translation>
    </message>
    <message>
        <source>Reviewers disagree:</source>
        <translation>Prüfende sind uneins:</translation>
    </message>
    <message>
        <source>No reason given:</source>
        <translation>Ohne Begründung:</translation>
    </message>
    <message>
        <source>No source:</source>
        <translation>Ohne Quelle:</translation>
    </message>
    <message>
        <source>A single anonymous source:</source>
        <translation>Eine einzige anonyme Quelle:</translation>
    </message>
    <message>
        <source>Edited apart:</source>
        <translation>Getrennt geändert:</translation>
    </message>
    <message>
        <source>No longer in the text:</source>
        <translation>Nicht mehr im Text:</translation>
    </message>
    <message>
        <source>Its words changed since the verdict:</source>
        <translation>Wortlaut seit dem Urteil geändert:</translation>
    </message>
    <message>
        <source>{0} and {1} more</source>
        <translation>{0} und {1} weitere</translation>
    </message>
</context>
<context>
    <name>Cited</name>
    <message>
        <source>Evidence cited</source>
        <translation>Angeführte Belege</translation>
    </message>
    <message>
        <source>[{0}] is no evidence here</source>
        <translation>[{0}] ist hier kein Beleg</translation>
    </message>
</context>
<context>
    <name>Citing</name>
    <message>
        <source>Evidence to cite</source>
        <translation>Belege zum Anführen</translation>
    </message>
</context>
<context>
    <name>ClaimFacts</name>
    <message>
        <source>Kind of claim</source>
        <translation>Art der Behauptung</translation>
    </message>
    <message>
        <source>Fact or opinion</source>
        <translation>Tatsache oder Meinung</translation>
    </message>
    <message>
        <source>Claims or denies</source>
        <translation>Behauptet oder bestreitet</translation>
    </message>
    <message>
        <source>Show in the text</source>
        <translation>Im Text zeigen</translation>
    </message>
    <message>
        <source>Key {0}</source>
        <translation>Taste {0}</translation>
    </message>
    <message>
        <source>WHY</source>
        <translation>WARUM</translation>
    </message>
    <message>
        <source>KIND</source>
        <translation>ART</translation>
    </message>
    <message>
        <source>SAID</source>
        <translation>GESAGT</translation>
    </message>
    <message>
        <source>FIGURES</source>
        <translation>ZAHLEN</translation>
    </message>
    <message>
        <source>DATES</source>
        <translation>DATEN</translation>
    </message>
    <message>
        <source>NAMES</source>
        <translation>NAMEN</translation>
    </message>
    <message>
        <source>CONTESTED</source>
        <translation>STRITTIG</translation>
    </message>
    <message>
        <source>Check-worthiness {0} %</source>
        <translation>Prüfwürdigkeit {0} %</translation>
    </message>
    <message>
        <source>Added by hand</source>
        <translation>Von Hand hinzugefügt</translation>
    </message>
    <message>
        <source>Add a figure</source>
        <translation>Eine Zahl hinzufügen</translation>
    </message>
    <message>
        <source>Add a date</source>
        <translation>Ein Datum hinzufügen</translation>
    </message>
    <message>
        <source>Lowered by: {0}</source>
        <translation>Gesenkt durch: {0}</translation>
    </message>
    <message>
        <source>Put right: {0}</source>
        <translation>Berichtigen: {0}</translation>
    </message>
    <message>
        <source>by claim {0}</source>
        <translation>durch Behauptung {0}</translation>
    </message>
</context>
<context>
    <name>ClaimFields</name>
    <message>
        <source>Date said</source>
        <translation>Tag der Äußerung</translation>
    </message>
    <message>
        <source>First appearance</source>
        <translation>Erstes Erscheinen</translation>
    </message>
    <message>
        <source>A web address, or in words: radio, 7 o’clock</source>
        <translation>Eine Webadresse oder in Worten: Radio, 7 Uhr</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Words parted by commas</source>
        <translation>Wörter, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Query to the author</source>
        <translation>Rückfrage an die Redaktion</translation>
    </message>
    <message>
        <source>What you want to ask the author</source>
        <translation>Was Sie die Redaktion fragen möchten</translation>
    </message>
    <message>
        <source>A day is written 2024-03-02, or 2024-03, or 2024.</source>
        <translation>Ein Tag schreibt sich 2024-03-02, oder 2024-03, oder 2024.</translation>
    </message>
    <message>
        <source>SAID ON</source>
        <translation>GESAGT AM</translation>
    </message>
    <message>
        <source>FIRST IN</source>
        <translation>ZUERST IN</translation>
    </message>
    <message>
        <source>TAGS</source>
        <translation>STICHWORTE</translation>
    </message>
    <message>
        <source>QUERY</source>
        <translation>RÜCKFRAGE</translation>
    </message>
    <message>
        <source>query: {0}</source>
        <translation>Rückfrage: {0}</translation>
    </message>
    <message>
        <source>Date said, first appearance, tags, query</source>
        <translation>Tag, erstes Erscheinen, Schlagwörter, Rückfrage</translation>
    </message>
</context>
<context>
    <name>ClaimList</name>
    <message>
        <source>Claims</source>
        <translation>Behauptungen</translation>
    </message>
    <message>
        <source>Filter the claims</source>
        <translation>Behauptungen filtern</translation>
    </message>
    <message>
        <source>Filter claims</source>
        <translation>Behauptungen filtern</translation>
    </message>
    <message>
        <source>Show all claims</source>
        <translation>Alle Behauptungen zeigen</translation>
    </message>
    <message>
        <source>in the article</source>
        <translation>wie im Artikel</translation>
    </message>
    <message>
        <source>by check-worthiness</source>
        <translation>nach Prüfwürdigkeit</translation>
    </message>
    <message>
        <source>Order of the claims</source>
        <translation>Reihenfolge der Behauptungen</translation>
    </message>
    <message>
        <source>Found by an earlier claim finder</source>
        <translation>Von einer früheren Suche gefunden</translation>
    </message>
    <message>
        <source>Find again</source>
        <translation>Erneut suchen</translation>
    </message>
    <message>
        <source>Claims that you have worked on stay as they are; the others are found anew.</source>
        <translation>Was Sie bearbeitet haben, bleibt, wie es ist; die anderen Behauptungen werden neu gesucht.</translation>
    </message>
    <message>
        <source>All {n}</source>
        <translation>Alle {n}</translation>
    </message>
    <message>
        <source>To review {n}</source>
        <translation>Zu prüfen {n}</translation>
    </message>
    <message>
        <source>Contested {n}</source>
        <translation>Bestritten {n}</translation>
    </message>
    <message>
        <source>Disputed {n}</source>
        <translation>Strittig {n}</translation>
    </message>
    <message>
        <source>Edited apart {n}</source>
        <translation>Doppelt geändert {n}</translation>
    </message>
    <message>
        <source>Dismissed {n}</source>
        <translation>Verworfen {n}</translation>
    </message>
    <message>
        <source>Looking for claims…</source>
        <translation>Behauptungen werden gesucht…</translation>
    </message>
    <message>
        <source>They appear here as they are found.</source>
        <translation>Sie erscheinen hier, sobald sie gefunden sind.</translation>
    </message>
    <message>
        <source>No claims here yet</source>
        <translation>Noch keine Behauptungen</translation>
    </message>
    <message>
        <source>Select words in the article and press C to add a claim.</source>
        <translation>Wörter im Artikel auswählen, dann C drücken.</translation>
    </message>
    <message>
        <source>All claims reviewed</source>
        <translation>Alle Behauptungen geprüft</translation>
    </message>
    <message>
        <source>Press Ctrl+E to export the report, or look at the claims once more.</source>
        <translation>Mit Strg+E den Bericht exportieren oder die Behauptungen noch einmal ansehen.</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Nichts passt</translation>
    </message>
    <message>
        <source>Change the filter, or take it back.</source>
        <translation>Den Filter ändern oder zurücknehmen.</translation>
    </message>
</context>
<context>
    <name>ClaimRuler</name>
    <message>
        <source>Places of the claims in the article</source>
        <translation>Orte der Behauptungen im Artikel</translation>
    </message>
</context>
<context>
    <name>ClaimWords</name>
    <message>
        <source>d MMM</source>
        <comment>how Qt writes a day without its year</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>how Qt writes a day</comment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>trillion</source>
        <translation>Bio.</translation>
    </message>
    <message>
        <source>billion</source>
        <translation>Mrd.</translation>
    </message>
    <message>
        <source>million</source>
        <translation>Mio.</translation>
    </message>
    <message>
        <source>{0}%</source>
        <translation>{0}&#xa0;%</translation>
    </message>
    <message>
        <source>article’s own voice</source>
        <translation>der Artikel selbst</translation>
    </message>
    <message>
        <source>part of a sentence</source>
        <translation>Teil eines Satzes</translation>
    </message>
    <message>
        <source>no longer in the text</source>
        <translation>nicht mehr im Text</translation>
    </message>
    <message>
        <source>text changed</source>
        <translation>Text geändert</translation>
    </message>
    <message>
        <source>reason missing</source>
        <translation>Begründung fehlt</translation>
    </message>
    <message>
        <source>contested by {numbers}</source>
        <translation>bestritten von {numbers}</translation>
    </message>
    <message>
        <source>not a claim</source>
        <translation>keine Behauptung</translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation>Strittig</translation>
    </message>
    <message>
        <source>to review</source>
        <translation>zu prüfen</translation>
    </message>
    <message>
        <source>Claim {number}</source>
        <translation>Behauptung {number}</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Behauptung</translation>
    </message>
    <message>
        <source>Not a claim: {reason}</source>
        <translation>Keine Behauptung: {reason}</translation>
    </message>
</context>
<context>
    <name>ClaimsGroup</name>
    <message>
        <source>&amp;CLAIMS</source>
        <translation>&amp;BEHAUPTUNGEN</translation>
    </message>
    <message>
        <source>By verdict</source>
        <translation>Nach Urteil</translation>
    </message>
    <message>
        <source>Choose at least one verdict.</source>
        <translation>Wählen Sie mindestens ein Urteil.</translation>
    </message>
    <message>
        <source>Only reviewed claims ({0})</source>
        <translation>Nur geprüfte Behauptungen ({0})</translation>
    </message>
    <message>
        <source>All claims ({0})</source>
        <translation>Alle Behauptungen ({0})</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>Zu prüfen</translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation>Strittig</translation>
    </message>
</context>
<context>
    <name>ClashBox</name>
    <message>
        <source>Edited apart: {0}</source>
        <translation>Getrennt geändert: {0}</translation>
    </message>
    <message>
        <source>Or drag its ends in the text to where they belong.</source>
        <translation>Oder die Enden im Text dorthin ziehen, wo sie hingehören.</translation>
    </message>
    <message>
        <source>{0}; shown now</source>
        <translation>{0}; jetzt gezeigt</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Wählen</translation>
    </message>
    <message>
        <source>Choose {0}</source>
        <translation>{0} wählen</translation>
    </message>
    <message>
        <source>Something else, and Enter</source>
        <translation>Etwas anderes, dann Eingabetaste</translation>
    </message>
    <message>
        <source>Another value</source>
        <translation>Ein anderer Wert</translation>
    </message>
    <message>
        <source>something that did not come into this library</source>
        <translation>etwas, das nicht in diese Bibliothek gekommen ist</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>„{0}“</translation>
    </message>
    <message>
        <source>{0}, at character {1}</source>
        <translation>{0}, ab Zeichen {1}</translation>
    </message>
    <message>
        <source>Only in this one: {0}</source>
        <translation>Nur in dieser: {0}</translation>
    </message>
    <message>
        <source>The same words; their colours, order, values or meanings differ.</source>
        <translation>Dieselben Wörter; Farben, Reihenfolge, Werte oder Bedeutungen sind andere.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>wording</source>
        <translation>Wortlaut</translation>
    </message>
    <message>
        <source>who said it</source>
        <translation>wer es sagt</translation>
    </message>
    <message>
        <source>whether it is a claim</source>
        <translation>ob es eine Behauptung ist</translation>
    </message>
    <message>
        <source>kind of claim</source>
        <translation>Art der Behauptung</translation>
    </message>
    <message>
        <source>fact or opinion</source>
        <translation>Tatsache oder Meinung</translation>
    </message>
    <message>
        <source>title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>day of publication</source>
        <translation>Tag der Veröffentlichung</translation>
    </message>
    <message>
        <source>outlet</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>web address</source>
        <translation>Webadresse</translation>
    </message>
    <message>
        <source>words of saying</source>
        <translation>Redeverb</translation>
    </message>
    <message>
        <source>date said</source>
        <translation>Tag der Äußerung</translation>
    </message>
    <message>
        <source>first appearance</source>
        <translation>erstes Erscheinen</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>query to the author</source>
        <translation>Rückfrage an die Redaktion</translation>
    </message>
    <message>
        <source>figures</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>dates</source>
        <translation>Zeitangaben</translation>
    </message>
    <message>
        <source>question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>where in the source</source>
        <translation>Stelle in der Quelle</translation>
    </message>
    <message>
        <source>publisher</source>
        <translation>Herausgeber</translation>
    </message>
    <message>
        <source>what the evidence says</source>
        <translation>was der Beleg sagt</translation>
    </message>
    <message>
        <source>quotation</source>
        <translation>Zitat</translation>
    </message>
    <message>
        <source>place in the text</source>
        <translation>Stelle im Text</translation>
    </message>
    <message>
        <source>rule of the verdict</source>
        <translation>Regel des Urteils</translation>
    </message>
    <message>
        <source>rating scale</source>
        <translation>Bewertungsskala</translation>
    </message>
    <message>
        <source>sign-off</source>
        <translation>Freigabe</translation>
    </message>
    <message>
        <source>claim</source>
        <translation>Behauptung</translation>
    </message>
    <message>
        <source>article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>source</source>
        <translation>Quelle</translation>
    </message>
</context>
<context>
    <name>CopiesBox</name>
    <message>
        <source>Keep a file…</source>
        <translation>Datei aufheben…</translation>
    </message>
    <message>
        <source>Paste a copy</source>
        <translation>Kopie einfügen</translation>
    </message>
    <message>
        <source>A picture or files from the clipboard</source>
        <translation>Ein Bild oder Dateien aus der Zwischenablage</translation>
    </message>
    <message>
        <source>or drop a file here: a page, a PDF, a screenshot</source>
        <translation>oder eine Datei hier ablegen: eine Seite, ein PDF, ein Bildschirmfoto</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open the copy {0}</source>
        <translation>Kopie {0} öffnen</translation>
    </message>
    <message>
        <source>More for the copy {0}</source>
        <translation>Mehr zur Kopie {0}</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>CoreWords</name>
    <message>
        <source>lowered: {0}</source>
        <translation>gemindert: {0}</translation>
    </message>
    <message>
        <source>accusation</source>
        <translation>Vorwurf</translation>
    </message>
    <message>
        <source>attributed</source>
        <translation>zugeschrieben</translation>
    </message>
    <message>
        <source>cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>change</source>
        <translation>Veränderung</translation>
    </message>
    <message>
        <source>comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>numeric</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>causal</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>quotation</source>
        <translation>Zitat</translation>
    </message>
    <message>
        <source>reported</source>
        <translation>berichtet</translation>
    </message>
    <message>
        <source>property</source>
        <translation>Eigenschaft</translation>
    </message>
    <message>
        <source>plan</source>
        <translation>Vorhaben</translation>
    </message>
    <message>
        <source>fact</source>
        <translation>Tatsache</translation>
    </message>
    <message>
        <source>prediction</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>rhetoric</source>
        <translation>Rhetorik</translation>
    </message>
    <message>
        <source>claims it</source>
        <translation>behauptet es</translation>
    </message>
    <message>
        <source>denies it</source>
        <translation>bestreitet es</translation>
    </message>
    <message>
        <source>the one that all agree on</source>
        <translation>das, in dem alle übereinstimmen</translation>
    </message>
    <message>
        <source>the one of the majority</source>
        <translation>das der Mehrheit</translation>
    </message>
    <message>
        <source>other figures: {0} against {1}</source>
        <translation>andere Zahlen: {0} gegen {1}</translation>
    </message>
    <message>
        <source>other dates: {0} against {1}</source>
        <translation>andere Daten: {0} gegen {1}</translation>
    </message>
    <message>
        <source>opposites: {0} against {1}</source>
        <translation>Gegensätze: {0} gegen {1}</translation>
    </message>
    <message>
        <source>other counts of the {0}: {1} against {2}</source>
        <translation>andere Anzahl ({0}): {1} gegen {2}</translation>
    </message>
    <message>
        <source>{0} and {1} contradict each other</source>
        <translation>{0} und {1} widersprechen einander</translation>
    </message>
    <message>
        <source>{0} and {1}: one blames, the other denies</source>
        <translation>{0} und {1}: eine Seite beschuldigt, die andere bestreitet</translation>
    </message>
    <message>
        <source>{0} and {1} blame each other</source>
        <translation>{0} und {1} beschuldigen einander</translation>
    </message>
    <message>
        <source>figure</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>force or crime</source>
        <translation>Gewalt oder Straftat</translation>
    </message>
    <message>
        <source>money or share</source>
        <translation>Geld oder Anteil</translation>
    </message>
    <message>
        <source>names someone or a place</source>
        <translation>nennt Person oder Ort</translation>
    </message>
    <message>
        <source>page furniture</source>
        <translation>Seitenbeiwerk</translation>
    </message>
    <message>
        <source>public matter</source>
        <translation>öffentliche Angelegenheit</translation>
    </message>
    <message>
        <source>statement of fact</source>
        <translation>Tatsachenbehauptung</translation>
    </message>
    <message>
        <source>a quotation on its own</source>
        <translation>alleinstehendes Zitat</translation>
    </message>
    <message>
        <source>caption</source>
        <translation>Bildunterschrift</translation>
    </message>
    <message>
        <source>code</source>
        <translation>Programmcode</translation>
    </message>
    <message>
        <source>first person</source>
        <translation>Ich- oder Wir-Form</translation>
    </message>
    <message>
        <source>headline</source>
        <translation>Überschrift</translation>
    </message>
    <message>
        <source>hedged</source>
        <translation>mit Vorbehalt</translation>
    </message>
    <message>
        <source>hypothetical</source>
        <translation>hypothetisch</translation>
    </message>
    <message>
        <source>little to check</source>
        <translation>wenig zu prüfen</translation>
    </message>
    <message>
        <source>no statement of fact</source>
        <translation>keine Tatsachenbehauptung</translation>
    </message>
    <message>
        <source>no verb</source>
        <translation>ohne Verb</translation>
    </message>
    <message>
        <source>no whole sentence</source>
        <translation>kein ganzer Satz</translation>
    </message>
    <message>
        <source>This is a blind second reading: a report would show what others said. It can be made in any other round.</source>
        <translation>Dies ist eine blinde zweite Prüfung: Ein Bericht würde zeigen, wie andere geurteilt haben. In jeder anderen Runde kann er geschrieben werden.</translation>
    </message>
    <message>
        <source>ClaimReview, for search engines</source>
        <translation>ClaimReview für Suchmaschinen</translation>
    </message>
    <message>
        <source>ClaimReview, to paste in a page</source>
        <translation>ClaimReview zum Einfügen in eine Seite</translation>
    </message>
    <message>
        <source>opinion</source>
        <translation>Meinung</translation>
    </message>
    <message>
        <source>prediction or plan</source>
        <translation>Vorhersage oder Plan</translation>
    </message>
    <message>
        <source>question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>of little weight</source>
        <translation>von geringem Gewicht</translation>
    </message>
    <message>
        <source>says what should be</source>
        <translation>sagt, was sein soll</translation>
    </message>
    <message>
        <source>speaks to the reader</source>
        <translation>spricht Lesende an</translation>
    </message>
    <message>
        <source>talk about talking</source>
        <translation>Reden über das Reden</translation>
    </message>
    <message>
        <source>talk about the page</source>
        <translation>Reden über die Seite</translation>
    </message>
    <message>
        <source>vague</source>
        <translation>unbestimmt</translation>
    </message>
    <message>
        <source>very short</source>
        <translation>sehr kurz</translation>
    </message>
    <message>
        <source>pasted text</source>
        <translation>eingefügter Text</translation>
    </message>
    <message>
        <source>Reviewer 1</source>
        <translation>Person 1</translation>
    </message>
    <message>
        <source>Web page, to read and print</source>
        <translation>Webseite, zum Lesen und Drucken</translation>
    </message>
    <message>
        <source>PDF, to print and keep</source>
        <translation>PDF, zum Drucken und Aufheben</translation>
    </message>
    <message>
        <source>Word document, the article with comments</source>
        <translation>Word-Dokument, der Artikel mit Kommentaren</translation>
    </message>
    <message>
        <source>Manuscript in Word, comments only</source>
        <translation>Manuskript in Word, nur mit Kommentaren</translation>
    </message>
    <message>
        <source>Manuscript as web page, with notes</source>
        <translation>Manuskript als Webseite, mit Randnotizen</translation>
    </message>
    <message>
        <source>Manuscript as PDF, notes in the margin</source>
        <translation>Manuskript als PDF, mit Randnotizen</translation>
    </message>
    <message>
        <source>Workbook: claims, evidence, assessments</source>
        <translation>Arbeitsmappe: Behauptungen, Belege, Beurteilungen</translation>
    </message>
    <message>
        <source>Markdown, to paste elsewhere</source>
        <translation>Markdown, zum Einfügen anderswo</translation>
    </message>
    <message>
        <source>Table, one row a claim</source>
        <translation>Tabelle, eine Zeile je Behauptung</translation>
    </message>
    <message>
        <source>Web annotations (JSON-LD)</source>
        <translation>Web-Annotationen (JSON-LD)</translation>
    </message>
    <message>
        <source>JSON, to import again</source>
        <translation>JSON, zum erneuten Importieren</translation>
    </message>
</context>
<context>
    <name>Correcting</name>
    <message>
        <source>accept the wording</source>
        <translation>Wortlaut übernehmen</translation>
    </message>
    <message>
        <source>kind of claim</source>
        <translation>Art der Behauptung</translation>
    </message>
    <message>
        <source>fact or opinion</source>
        <translation>Tatsache oder Meinung</translation>
    </message>
    <message>
        <source>who said it</source>
        <translation>wer es gesagt hat</translation>
    </message>
    <message>
        <source>words of saying</source>
        <translation>Redeverb</translation>
    </message>
    <message>
        <source>what was said</source>
        <translation>das Gesagte</translation>
    </message>
    <message>
        <source>claims or denies</source>
        <translation>behauptet oder bestreitet</translation>
    </message>
    <message>
        <source>the article’s own voice</source>
        <translation>der Artikel selbst</translation>
    </message>
    <message>
        <source>figures</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>dates</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>review parts separately</source>
        <translation>Teile einzeln prüfen</translation>
    </message>
</context>
<context>
    <name>CorrectionDialog</name>
    <message>
        <source>Correct a verdict</source>
        <translation>Ein Urteil berichtigen</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Begründung</translation>
    </message>
    <message>
        <source>The reasoning, as it will be published</source>
        <translation>Die Begründung, wie sie veröffentlicht wird</translation>
    </message>
    <message>
        <source>Note for the public</source>
        <translation>Hinweis für die Öffentlichkeit</translation>
    </message>
    <message>
        <source>What was wrong, and what is right</source>
        <translation>Was falsch war und was richtig ist</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Berichtigen</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>What you typed last is not saved yet.</source>
        <translation>Das zuletzt Geschriebene ist noch nicht gesichert.</translation>
    </message>
    <message>
        <source>The library that is open stays open.</source>
        <translation>Die offene Bibliothek bleibt offen.</translation>
    </message>
    <message>
        <source>All claims of this article are reviewed.</source>
        <translation>Alle Behauptungen dieses Artikels sind geprüft.</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>entered by a reviewer</source>
        <translation>von einer prüfenden Person eingetragen</translation>
    </message>
    <message>
        <source>found in: {0}</source>
        <translation>gefunden in: {0}</translation>
    </message>
    <message>
        <source>Imported {0} with {1}</source>
        <translation>Importiert am {0} mit {1}</translation>
    </message>
    <message>
        <source>{0} · {1} characters</source>
        <translation>{0} · {1} Zeichen</translation>
    </message>
    <message>
        <source>Original kept: {0}, {1}, SHA-256 {2}</source>
        <translation>Original aufbewahrt: {0}, {1}, SHA-256 {2}</translation>
    </message>
</context>
<context>
    <name>DetailsDialog</name>
    <message>
        <source>Title and details</source>
        <translation>Titel und Angaben</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Verfasst von</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Veröffentlicht</translation>
    </message>
    <message>
        <source>year-month-day</source>
        <translation>Jahr-Monat-Tag</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>WHAT CAME IN</source>
        <translation>WAS HEREINKAM</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Fassungen</translation>
    </message>
    <message>
        <source>Version {0}, shown</source>
        <translation>Fassung {0}, gezeigt</translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation>Fassung {0}</translation>
    </message>
    <message>
        <source>Show original</source>
        <translation>Original zeigen</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>An address starts with http:// or https://.</source>
        <translation>Eine Adresse beginnt mit http:// oder https://.</translation>
    </message>
    <message>
        <source>Please write the date as 2022-07-29.</source>
        <translation>Bitte das Datum in der Form 2022-07-29 angeben.</translation>
    </message>
</context>
<context>
    <name>EarlierChecks</name>
    <message>
        <source>Nothing can be written here now.</source>
        <translation>Hier kann jetzt nichts geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Something went wrong</source>
        <translation>Etwas ist schiefgegangen</translation>
    </message>
    <message>
        <source>The app met a fault of its own.</source>
        <translation>In der Anwendung ist ein Fehler aufgetreten.</translation>
    </message>
    <message>
        <source>What was saved is safe. You can go on working.</source>
        <translation>Alles Gespeicherte ist sicher. Die Arbeit kann weitergehen.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>Keep a copy of files</source>
        <translation>Dateien als Kopie aufheben</translation>
    </message>
    <message>
        <source>There is neither a picture nor a file in the clipboard.</source>
        <translation>In der Zwischenablage ist weder ein Bild noch eine Datei.</translation>
    </message>
    <message>
        <source>Screenshot {0}</source>
        <translation>Bildschirmfoto {0}</translation>
    </message>
    <message>
        <source>Save the copy</source>
        <translation>Kopie speichern</translation>
    </message>
</context>
<context>
    <name>EvidenceEditor</name>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Title of the source</source>
        <translation>Titel der Quelle</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Verfasst von</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>Herausgeber</translation>
    </message>
    <message>
        <source>Web address</source>
        <translation>Webadresse</translation>
    </message>
    <message>
        <source>Date of the source</source>
        <translation>Datum der Quelle</translation>
    </message>
    <message>
        <source>Its date: 2024-03-02</source>
        <translation>Vom: 2024-03-02</translation>
    </message>
    <message>
        <source>Conflict of interest</source>
        <translation>Interessenkonflikt</translation>
    </message>
    <message>
        <source>Kind of source</source>
        <translation>Art der Quelle</translation>
    </message>
    <message>
        <source>First-hand</source>
        <translation>Erste Hand</translation>
    </message>
    <message>
        <source>The record itself, or a person who was there</source>
        <translation>Die Unterlage selbst oder jemand, der dabei war</translation>
    </message>
    <message>
        <source>Anonymous</source>
        <translation>Anonym</translation>
    </message>
    <message>
        <source>You know who it is; the report does not say it</source>
        <translation>Sie wissen, wer es ist; der Bericht sagt es nicht</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Was darin steht</translation>
    </message>
    <message>
        <source>What it says, word for word</source>
        <translation>Was darin steht, Wort für Wort</translation>
    </message>
    <message>
        <source>Where in it</source>
        <translation>Stelle darin</translation>
    </message>
    <message>
        <source>Page, minute, table</source>
        <translation>Seite, Minute, Tabelle</translation>
    </message>
    <message>
        <source>Date read</source>
        <translation>Gelesen am</translation>
    </message>
    <message>
        <source>Read on: 2024-03-02</source>
        <translation>Gelesen: 2024-03-02</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>What was asked</source>
        <translation>Was gefragt wurde</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>What came out</source>
        <translation>Was sich ergab</translation>
    </message>
    <message>
        <source>A day is written 2024-03-02, or 2024-03, or 2024.</source>
        <translation>Ein Tag schreibt sich 2024-03-02, oder 2024-03, oder 2024.</translation>
    </message>
    <message>
        <source>Another source</source>
        <translation>Andere Quelle</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>SOURCE</source>
        <translation>QUELLE</translation>
    </message>
    <message>
        <source>WHAT IT SAYS</source>
        <translation>WAS DARIN STEHT</translation>
    </message>
    <message>
        <source>QUESTION AND ANSWER</source>
        <translation>FRAGE UND ANTWORT</translation>
    </message>
    <message>
        <source>KEPT COPIES</source>
        <translation>AUFGEHOBENE KOPIEN</translation>
    </message>
    <message>
        <source>It serves {0} claims: what you change here changes for all.</source>
        <translation>Sie dient {0} Behauptungen: Was Sie hier ändern, ändert sich für alle.</translation>
    </message>
    <message>
        <source>More about the source</source>
        <translation>Mehr zur Quelle</translation>
    </message>
</context>
<context>
    <name>EvidencePanel</name>
    <message>
        <source>Nothing is here yet. Press E to note what you found and where, or drop a file here to keep a copy of it.</source>
        <translation>Hier ist noch nichts. Mit E halten Sie fest, was Sie wo gefunden haben; eine Datei, die Sie hier ablegen, wird als Kopie aufgehoben.</translation>
    </message>
    <message>
        <source>Add evidence</source>
        <translation>Beleg hinzufügen</translation>
    </message>
    <message>
        <source>Key {0}</source>
        <translation>Taste {0}</translation>
    </message>
    <message>
        <source>Looked, found nothing</source>
        <translation>Gesucht, nichts gefunden</translation>
    </message>
    <message>
        <source>That you looked and found nothing is an outcome, too</source>
        <translation>Auch dass gesucht und nichts gefunden wurde, ist ein Ergebnis</translation>
    </message>
</context>
<context>
    <name>EvidenceWords</name>
    <message>
        <source>supports</source>
        <translation>stützt</translation>
    </message>
    <message>
        <source>refutes</source>
        <translation>widerlegt</translation>
    </message>
    <message>
        <source>context</source>
        <translation>Zusammenhang</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>nichts gefunden</translation>
    </message>
    <message>
        <source>document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>interview</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>own check</source>
        <translation>eigene Prüfung</translation>
    </message>
    <message>
        <source>other</source>
        <translation>anderes</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Not described yet</source>
        <translation>Noch nicht beschrieben</translation>
    </message>
    <message>
        <source>anonymous</source>
        <translation>anonym</translation>
    </message>
    <message>
        <source>first-hand</source>
        <translation>aus erster Hand</translation>
    </message>
    <message>
        <source>copy {0} · sha256 {1}…</source>
        <translation>Kopie {0} · SHA-256 {1}…</translation>
    </message>
    <message>
        <source>copy not here, {0} · sha256 {1}…</source>
        <translation>Kopie nicht hier, {0} · sha256 {1}…</translation>
    </message>
    <message>
        <source>No source yet that supports or refutes</source>
        <translation>Noch keine Quelle, die stützt oder widerlegt</translation>
    </message>
    <message>
        <source>1 independent source</source>
        <translation>1 unabhängige Quelle</translation>
    </message>
    <message>
        <source>{0} independent sources</source>
        <translation>{0} unabhängige Quellen</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
</context>
<context>
    <name>Evidencing</name>
    <message>
        <source>add evidence</source>
        <translation>Beleg hinzufügen</translation>
    </message>
    <message>
        <source>take evidence out</source>
        <translation>Beleg entfernen</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>add source</source>
        <translation>Quelle hinzufügen</translation>
    </message>
    <message>
        <source>keep a copy</source>
        <translation>Kopie aufheben</translation>
    </message>
    <message>
        <source>take a copy out</source>
        <translation>Kopie entfernen</translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>Writing the package…</source>
        <translation>Das Paket wird geschrieben…</translation>
    </message>
    <message>
        <source>Package written: {0} (articles: {1}, claims: {2}, {3}).</source>
        <translation>Paket geschrieben: {0} (Artikel: {1}, Behauptungen: {2}, {3}).</translation>
    </message>
    <message>
        <source>assessments: {0}</source>
        <translation>Bewertungen: {0}</translation>
    </message>
    <message>
        <source>nothing that anybody judged</source>
        <translation>nichts, was jemand bewertet hat</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Ordner zeigen</translation>
    </message>
    <message>
        <source>Merge a package or a report</source>
        <translation>Paket oder Bericht einlesen</translation>
    </message>
    <message>
        <source>This is a blind second reading: how far reviewers agree is not shown now.</source>
        <translation>Dies ist eine blinde zweite Prüfung: Wie weit die Prüfenden übereinstimmen, wird jetzt nicht gezeigt.</translation>
    </message>
    <message>
        <source>Written: {0}</source>
        <translation>Geschrieben: {0}</translation>
    </message>
    <message>
        <source>Packages and reports are merged one by one.</source>
        <translation>Pakete und Berichte werden einzeln eingelesen.</translation>
    </message>
    <message>
        <source>Packages, JSON reports and copied libraries</source>
        <translation>Pakete, JSON-Berichte und kopierte Bibliotheken</translation>
    </message>
    <message>
        <source>This is a blind second reading: only a blind package can be made of articles that others have judged.</source>
        <translation>Dies ist eine blinde zweite Prüfung: Von Artikeln, über die andere geurteilt haben, kann nur ein blindes Paket geschrieben werden.</translation>
    </message>
    <message>
        <source>Nothing can be written here now.</source>
        <translation>Hier kann jetzt nichts geschrieben werden.</translation>
    </message>
    <message>
        <source>Articles are being read at the moment.</source>
        <translation>Gerade werden Artikel gelesen.</translation>
    </message>
    <message>
        <source>Try again when that is done.</source>
        <translation>Versuchen Sie es noch einmal, wenn das fertig ist.</translation>
    </message>
    <message>
        <source>This is the library itself.</source>
        <translation>Das ist die Bibliothek selbst.</translation>
    </message>
    <message>
        <source>Nothing was taken in.</source>
        <translation>Nichts wurde übernommen.</translation>
    </message>
    <message>
        <source>There is no article in this report.</source>
        <translation>In diesem Bericht ist kein Artikel.</translation>
    </message>
    <message>
        <source>Steps before the merge that cannot be undone any more, since the same was edited on the other side: {0}</source>
        <translation>Schritte vor dem Zusammenführen, die sich nicht mehr rückgängig machen lassen, weil dasselbe auf der anderen Seite bearbeitet wurde: {0}</translation>
    </message>
</context>
<context>
    <name>ExportChoices</name>
    <message>
        <source>Have a look before it leaves ({0})</source>
        <translation>Vor dem Export ansehen ({0})</translation>
    </message>
    <message>
        <source>This format has no place for it.</source>
        <translation>Dieses Format hat keinen Platz dafür.</translation>
    </message>
    <message>
        <source>As it comes with the app</source>
        <translation>Wie mit der App geliefert</translation>
    </message>
    <message>
        <source>Make a template</source>
        <translation>Vorlage anlegen</translation>
    </message>
    <message>
        <source>Name of the template:</source>
        <translation>Name der Vorlage:</translation>
    </message>
</context>
<context>
    <name>ExportWindow</name>
    <message>
        <source>Export report</source>
        <translation>Bericht exportieren</translation>
    </message>
    <message>
        <source>fact-check {0}</source>
        <comment>a file&apos;s name</comment>
        <translation>Faktencheck {0}</translation>
    </message>
    <message>
        <source>&amp;FILE</source>
        <translation>&amp;DATEI</translation>
    </message>
    <message>
        <source>Writing the report…</source>
        <translation>Der Bericht wird geschrieben…</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message>
        <source>fact-check reports</source>
        <translation>Faktencheck-Berichte</translation>
    </message>
    <message>
        <source>Choose at least one article.</source>
        <translation>Wählen Sie mindestens einen Artikel.</translation>
    </message>
    <message>
        <source>Choose at least one verdict.</source>
        <translation>Wählen Sie mindestens ein Urteil.</translation>
    </message>
    <message>
        <source>Show the &amp;preview</source>
        <translation>&amp;Vorschau einblenden</translation>
    </message>
    <message>
        <source>Hide the &amp;preview</source>
        <translation>&amp;Vorschau ausblenden</translation>
    </message>
</context>
<context>
    <name>FactEditor</name>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>about, at least…</source>
        <translation>etwa, mindestens…</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>from: 2022-07-02, 2022-07 or 2022</source>
        <translation>von: 2022-07-02, 2022-07 oder 2022</translation>
    </message>
    <message>
        <source>to (the same way)</source>
        <translation>bis (ebenso)</translation>
    </message>
    <message>
        <source>Please write a number, such as 53, 2.5 or 2.5 million.</source>
        <translation>Bitte eine Zahl schreiben, etwa 53, 2,5 oder 2,5 Millionen.</translation>
    </message>
    <message>
        <source>Please write days as 2022-07-02, 2022-07 or 2022, the earlier one first.</source>
        <translation>Bitte Tage als 2022-07-02, 2022-07 oder 2022 schreiben, den früheren zuerst.</translation>
    </message>
</context>
<context>
    <name>FactWords</name>
    <message>
        <source>lowered: {0}</source>
        <translation>gesenkt: {0}</translation>
    </message>
    <message>
        <source>People: {0}</source>
        <translation>Menschen: {0}</translation>
    </message>
    <message>
        <source>Organisations: {0}</source>
        <translation>Organisationen: {0}</translation>
    </message>
    <message>
        <source>Places: {0}</source>
        <translation>Orte: {0}</translation>
    </message>
    <message>
        <source>date not known</source>
        <translation>Datum unbekannt</translation>
    </message>
    <message>
        <source>from {0} on</source>
        <translation>ab {0}</translation>
    </message>
    <message>
        <source>until {0}</source>
        <translation>bis {0}</translation>
    </message>
</context>
<context>
    <name>FeedNotes</name>
    <message>
        <source>marks of HTML were taken out</source>
        <translation>HTML-Auszeichnung wurde entfernt</translation>
    </message>
    <message>
        <source>of several values the first was taken</source>
        <translation>von mehreren Werten wurde der erste genommen</translation>
    </message>
    <message>
        <source>a property stands in it twice; the last counts</source>
        <translation>eine Eigenschaft steht zweimal darin; die letzte zählt</translation>
    </message>
    <message>
        <source>it names no claim and is found by its headline</source>
        <translation>nennt keine Behauptung und wird über die Überschrift gefunden</translation>
    </message>
    <message>
        <source>it names neither a claim nor a headline</source>
        <translation>nennt weder Behauptung noch Überschrift</translation>
    </message>
    <message>
        <source>it gives no verdict in words</source>
        <translation>gibt kein Urteil in Worten</translation>
    </message>
    <message>
        <source>a word such as “Rating:” was taken off</source>
        <translation>ein Wort wie „Rating:“ wurde abgetrennt</translation>
    </message>
    <message>
        <source>the rating is no object but bare words or a number</source>
        <translation>die Bewertung ist kein Objekt, sondern bloßer Text oder eine Zahl</translation>
    </message>
    <message>
        <source>the verdict was given as an object or a list</source>
        <translation>das Urteil war als Objekt oder Liste angegeben</translation>
    </message>
    <message>
        <source>the rating’s number is in words, which were taken for the verdict</source>
        <translation>statt der Zahl der Bewertung stehen Worte, die als Urteil genommen wurden</translation>
    </message>
    <message>
        <source>the rating’s number is none and was left out</source>
        <translation>die Zahl der Bewertung ist keine und wurde weggelassen</translation>
    </message>
    <message>
        <source>the rating’s number is not on its scale; numbers were left out</source>
        <translation>die Zahl der Bewertung liegt nicht auf ihrer Skala; Zahlen wurden weggelassen</translation>
    </message>
    <message>
        <source>of several addresses in one field the first was taken</source>
        <translation>von mehreren Adressen in einem Feld wurde die erste genommen</translation>
    </message>
    <message>
        <source>it has no web address</source>
        <translation>hat keine Webadresse</translation>
    </message>
    <message>
        <source>an address that is none was left out</source>
        <translation>eine Adresse, die keine ist, wurde weggelassen</translation>
    </message>
    <message>
        <source>a date that is none was left out</source>
        <translation>ein Datum, das keines ist, wurde weggelassen</translation>
    </message>
    <message>
        <source>the checker is named by their web address</source>
        <translation>wer prüfte, ist nach der Webadresse benannt</translation>
    </message>
    <message>
        <source>it does not say who checked</source>
        <translation>sagt nicht, wer geprüft hat</translation>
    </message>
    <message>
        <source>who checked was also named as who said it; the latter was left out</source>
        <translation>wer prüfte, war auch als Urheber genannt; Letzteres wurde weggelassen</translation>
    </message>
    <message>
        <source>it is no JSON</source>
        <translation>ist kein JSON</translation>
    </message>
    <message>
        <source>there is no check in it</source>
        <translation>enthält keine Prüfung</translation>
    </message>
    <message>
        <source>the same check stands in this file before</source>
        <translation>dieselbe Prüfung steht schon vorher in dieser Datei</translation>
    </message>
    <message>
        <source>commas before closing brackets were taken out</source>
        <translation>Kommas vor schließenden Klammern wurden entfernt</translation>
    </message>
</context>
<context>
    <name>FeedsDialog</name>
    <message>
        <source>Earlier checks</source>
        <translation>Frühere Prüfungen</translation>
    </message>
    <message>
        <source>Checks that others published, from files of ClaimReview. They stand beside your claims under Precedents and decide nothing. They never leave in a package.</source>
        <translation>Veröffentlichte Prüfungen anderer, aus Dateien mit ClaimReview. Sie stehen unter „Frühere“ neben Ihren Behauptungen und entscheiden nichts. In ein Paket gelangen sie nie.</translation>
    </message>
    <message>
        <source>Files of earlier checks</source>
        <translation>Dateien mit früheren Prüfungen</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Weggelassen</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importiert</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Really remove {0} checks</source>
        <translation>{0} Prüfungen wirklich entfernen</translation>
    </message>
</context>
<context>
    <name>FileField</name>
    <message>
        <source>File to write</source>
        <translation>Zu schreibende Datei</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>Replace the file?</source>
        <translation>Datei ersetzen?</translation>
    </message>
    <message>
        <source>{0} is there already. Replace it?</source>
        <translation>{0} ist schon vorhanden. Ersetzen?</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in the article</source>
        <translation>Im Artikel suchen</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>The article is in the library, but not all its claims were found.</source>
        <translation>Der Artikel ist in der Bibliothek, aber nicht alle seine Behauptungen wurden gefunden.</translation>
    </message>
</context>
<context>
    <name>FindingAgain</name>
    <message>
        <source>The claims are as they were.</source>
        <translation>Die Behauptungen sind, wie sie waren.</translation>
    </message>
    <message>
        <source>Reviewed claims are as they were. Please find the claims again.</source>
        <translation>Geprüfte Behauptungen sind, wie sie waren. Bitte die Behauptungen erneut suchen.</translation>
    </message>
    <message>
        <source>Claims found again: {0} new, {1} no longer listed.</source>
        <translation>Erneut gesucht: {0} neu, {1} nicht mehr gelistet.</translation>
    </message>
</context>
<context>
    <name>FormatGroup</name>
    <message>
        <source>F&amp;ORMAT</source>
        <translation>F&amp;ORMAT</translation>
    </message>
    <message>
        <source>To read</source>
        <translation>Zum Lesen</translation>
    </message>
    <message>
        <source>To work on</source>
        <translation>Zum Weiterarbeiten</translation>
    </message>
    <message>
        <source>For machines</source>
        <translation>Für Programme</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Webseite</translation>
    </message>
    <message>
        <source>Word document</source>
        <translation>Word-Dokument</translation>
    </message>
    <message>
        <source>Manuscript, Word</source>
        <translation>Manuskript, Word</translation>
    </message>
    <message>
        <source>Manuscript, web page</source>
        <translation>Manuskript, Webseite</translation>
    </message>
    <message>
        <source>Manuscript, PDF</source>
        <translation>Manuskript, PDF</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Excel-Mappe</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Tabelle (CSV)</translation>
    </message>
    <message>
        <source>Web annotations</source>
        <translation>Web-Anmerkungen</translation>
    </message>
    <message>
        <source>ClaimReview to paste</source>
        <translation>ClaimReview zum Einfügen</translation>
    </message>
</context>
<context>
    <name>HistoryTab</name>
    <message>
        <source>History intact: {0} steps in this library</source>
        <translation>Verlauf unversehrt: {0} Schritte in dieser Bibliothek</translation>
    </message>
    <message>
        <source>History broken: {0}</source>
        <translation>Verlauf beschädigt: {0}</translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message>
        <source>History of the claim</source>
        <translation>Verlauf der Behauptung</translation>
    </message>
    <message>
        <source>Nothing was done to this claim yet.</source>
        <translation>An dieser Behauptung wurde noch nichts geändert.</translation>
    </message>
    <message>
        <source>d MMM yyyy HH:mm</source>
        <comment>how Qt writes a time</comment>
        <translation>d. MMM yyyy, HH:mm</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Begründung</translation>
    </message>
    <message>
        <source>Private note changed</source>
        <translation>Private Notiz geändert</translation>
    </message>
    <message>
        <source>Wording</source>
        <translation>Formulierung</translation>
    </message>
    <message>
        <source>Said by</source>
        <translation>Wer es sagt</translation>
    </message>
    <message>
        <source>Words of saying</source>
        <translation>Redeverb</translation>
    </message>
    <message>
        <source>Kind of claim</source>
        <translation>Art der Behauptung</translation>
    </message>
    <message>
        <source>Fact or opinion</source>
        <translation>Tatsache oder Meinung</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Who said it, in the text</source>
        <translation>Quelle im Text</translation>
    </message>
    <message>
        <source>Listed, to be reviewed separately</source>
        <translation>Gelistet, um einzeln geprüft zu werden</translation>
    </message>
    <message>
        <source>Dismissed: not a claim</source>
        <translation>Verworfen: keine Behauptung</translation>
    </message>
    <message>
        <source>Brought back as a claim</source>
        <translation>Wieder als Behauptung aufgenommen</translation>
    </message>
    <message>
        <source>Taken out or put back</source>
        <translation>Herausgenommen oder zurückgelegt</translation>
    </message>
    <message>
        <source>Place in the text changed</source>
        <translation>Stelle im Text geändert</translation>
    </message>
    <message>
        <source>Added by hand</source>
        <translation>Von Hand hinzugefügt</translation>
    </message>
    <message>
        <source>A newer text of the article does not have these words any more</source>
        <translation>Ein neuerer Text des Artikels hat diese Worte nicht mehr</translation>
    </message>
    <message>
        <source>Stands elsewhere in a newer text of the article</source>
        <translation>Steht in einem neueren Text des Artikels an anderer Stelle</translation>
    </message>
    <message>
        <source>Changed in a newer text of the article</source>
        <translation>In einem neueren Text des Artikels geändert</translation>
    </message>
    <message>
        <source>Date said</source>
        <translation>Tag der Äußerung</translation>
    </message>
    <message>
        <source>First appearance</source>
        <translation>Erstes Erscheinen</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Query to the author</source>
        <translation>Rückfrage an die Redaktion</translation>
    </message>
    <message>
        <source>Correction, told the public</source>
        <translation>Berichtigung, öffentlich mitgeteilt</translation>
    </message>
    <message>
        <source>The article was signed off</source>
        <translation>Der Artikel wurde abgenommen</translation>
    </message>
    <message>
        <source>The sign-off of the article was taken back</source>
        <translation>Die Abnahme des Artikels wurde zurückgenommen</translation>
    </message>
    <message>
        <source>Rating scale of the article</source>
        <translation>Bewertungsskala des Artikels</translation>
    </message>
    <message>
        <source>Which verdict stands</source>
        <translation>Welches Urteil gilt</translation>
    </message>
    <message>
        <source>Evidence added</source>
        <translation>Beleg hinzugefügt</translation>
    </message>
    <message>
        <source>Source added</source>
        <translation>Quelle hinzugefügt</translation>
    </message>
    <message>
        <source>Copy kept</source>
        <translation>Kopie aufgehoben</translation>
    </message>
    <message>
        <source>Evidence taken out</source>
        <translation>Beleg entfernt</translation>
    </message>
    <message>
        <source>Evidence brought back</source>
        <translation>Beleg zurückgeholt</translation>
    </message>
    <message>
        <source>Copy taken out</source>
        <translation>Kopie entfernt</translation>
    </message>
    <message>
        <source>Copy brought back</source>
        <translation>Kopie zurückgeholt</translation>
    </message>
    <message>
        <source>Name of a copy</source>
        <translation>Name einer Kopie</translation>
    </message>
    <message>
        <source>Evidence: its source</source>
        <translation>Beleg: seine Quelle</translation>
    </message>
    <message>
        <source>Evidence: stance</source>
        <translation>Beleg: Haltung</translation>
    </message>
    <message>
        <source>Evidence: question</source>
        <translation>Beleg: Frage</translation>
    </message>
    <message>
        <source>Evidence: answer</source>
        <translation>Beleg: Antwort</translation>
    </message>
    <message>
        <source>Evidence: what it says</source>
        <translation>Beleg: was darin steht</translation>
    </message>
    <message>
        <source>Evidence: where in it</source>
        <translation>Beleg: Stelle</translation>
    </message>
    <message>
        <source>Evidence: date read</source>
        <translation>Beleg: gelesen am</translation>
    </message>
    <message>
        <source>Source: title</source>
        <translation>Quelle: Titel</translation>
    </message>
    <message>
        <source>Source: author</source>
        <translation>Quelle: Urheber</translation>
    </message>
    <message>
        <source>Source: publisher</source>
        <translation>Quelle: Herausgeber</translation>
    </message>
    <message>
        <source>Source: web address</source>
        <translation>Quelle: Webadresse</translation>
    </message>
    <message>
        <source>Source: date</source>
        <translation>Quelle: Datum</translation>
    </message>
    <message>
        <source>Source: kind</source>
        <translation>Quelle: Art</translation>
    </message>
    <message>
        <source>Source: first-hand</source>
        <translation>Quelle: aus erster Hand</translation>
    </message>
    <message>
        <source>Source: anonymous</source>
        <translation>Quelle: anonym</translation>
    </message>
    <message>
        <source>Source: conflict of interest</source>
        <translation>Quelle: Interessenkonflikt</translation>
    </message>
</context>
<context>
    <name>Importer</name>
    <message>
        <source>looking for files</source>
        <translation>Dateien werden gesucht</translation>
    </message>
    <message>
        <source>pasted text</source>
        <translation>eingefügter Text</translation>
    </message>
    <message>
        <source>This library is open read-only.</source>
        <translation>Diese Bibliothek ist schreibgeschützt geöffnet.</translation>
    </message>
    <message>
        <source>No library is open.</source>
        <translation>Es ist keine Bibliothek offen.</translation>
    </message>
    <message>
        <source>The language model is missing: claims were found by simpler rules.</source>
        <translation>Das Sprachmodell fehlt: Behauptungen wurden mit einfacheren Regeln gefunden.</translation>
    </message>
    <message>
        <source>{0}: has the address or headline of another article, but other words.</source>
        <translation>{0}: hat die Adresse oder Überschrift eines anderen Artikels, aber andere Worte.</translation>
    </message>
    <message>
        <source>Nothing was imported.</source>
        <translation>Es wurde nichts importiert.</translation>
    </message>
</context>
<context>
    <name>IncludedGroup</name>
    <message>
        <source>&amp;INCLUDED</source>
        <translation>&amp;INHALT</translation>
    </message>
    <message>
        <source>Everybody who gets the file can read the private notes, marked as private.</source>
        <translation>Alle, die die Datei bekommen, können die privaten Notizen lesen; sie sind als privat gekennzeichnet.</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Begründungen</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>Berichtigungen</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Rating scale</source>
        <translation>Bewertungsskala</translation>
    </message>
    <message>
        <source>History of verdicts</source>
        <translation>Urteile im Verlauf</translation>
    </message>
    <message>
        <source>Agreement of reviewers</source>
        <translation>Übereinstimmung der Prüfenden</translation>
    </message>
    <message>
        <source>Kept copies, in a zip with their hashes</source>
        <translation>Aufbewahrte Kopien, als ZIP mit Prüfsummen</translation>
    </message>
    <message>
        <source>Private notes</source>
        <translation>Private Notizen</translation>
    </message>
</context>
<context>
    <name>Libraries</name>
    <message>
        <source>This file was empty (0 bytes): a new library was made in it. If you expect your work here, close it and look for another copy.</source>
        <translation>Diese Datei war leer (0 Byte): Darin wurde eine neue Bibliothek angelegt. Falls hier Ihre Arbeit liegen sollte, schließen Sie sie und suchen Sie eine andere Kopie.</translation>
    </message>
    <message>
        <source>This place may not be written, so the library is open for reading only. Save a copy elsewhere to work on it.</source>
        <translation>Hier darf nicht geschrieben werden, deshalb ist die Bibliothek nur zum Lesen offen. Zum Weiterarbeiten anderswo eine Kopie sichern.</translation>
    </message>
    <message>
        <source>The library is in use</source>
        <translation>Die Bibliothek ist in Gebrauch</translation>
    </message>
    <message>
        <source>You can read it here; nothing can be changed until the other one is closed.</source>
        <translation>Hier lässt sie sich lesen; ändern lässt sich erst wieder etwas, wenn das andere Fenster geschlossen ist.</translation>
    </message>
    <message>
        <source>Open read-only</source>
        <translation>Schreibgeschützt öffnen</translation>
    </message>
    <message>
        <source>There is no library at this place.</source>
        <translation>An diesem Ort ist keine Bibliothek.</translation>
    </message>
    <message>
        <source>Was it moved, or is a drive missing?</source>
        <translation>Wurde sie verschoben, oder fehlt ein Laufwerk?</translation>
    </message>
    <message>
        <source>This library lies in a folder that {0} keeps in step. Two computers that change it at once will lose work: keep it on one computer at a time.</source>
        <translation>Diese Bibliothek liegt in einem Ordner, den {0} abgleicht. Wird sie auf zwei Computern gleichzeitig geändert, geht Arbeit verloren: Sie sollte immer nur auf einem Computer geöffnet sein.</translation>
    </message>
    <message>
        <source>New library</source>
        <translation>Neue Bibliothek</translation>
    </message>
    <message>
        <source>There is a file of this name already.</source>
        <translation>Eine Datei dieses Namens gibt es schon.</translation>
    </message>
    <message>
        <source>It was not touched.</source>
        <translation>Sie wurde nicht angetastet.</translation>
    </message>
    <message>
        <source>Open library</source>
        <translation>Bibliothek öffnen</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>Kopie</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Kopie speichern</translation>
    </message>
    <message>
        <source>Copy saved: {0}</source>
        <translation>Kopie gespeichert: {0}</translation>
    </message>
    <message>
        <source>Checking the library…</source>
        <translation>Die Bibliothek wird überprüft…</translation>
    </message>
    <message>
        <source>The library is whole.</source>
        <translation>Die Bibliothek ist unversehrt.</translation>
    </message>
    <message>
        <source>The check found {0} things that are wrong.</source>
        <translation>Beim Überprüfen gefundene Fehler: {0}.</translation>
    </message>
    <message>
        <source>Nothing was changed. Save a copy before you go on.</source>
        <translation>Es wurde nichts geändert. Vor dem Weiterarbeiten eine Kopie speichern.</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>Bibliotheken</translation>
    </message>
</context>
<context>
    <name>LibraryView</name>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Filter the articles</source>
        <translation>Artikel filtern</translation>
    </message>
    <message>
        <source>Filter articles</source>
        <translation>Artikel filtern</translation>
    </message>
    <message>
        <source>Show all articles</source>
        <translation>Alle Artikel zeigen</translation>
    </message>
    <message>
        <source>LIBRARY · {n} OF {total} ARTICLES</source>
        <translation>BIBLIOTHEK · {n} VON {total} ARTIKELN</translation>
    </message>
    <message>
        <source>LIBRARY · 1 ARTICLE</source>
        <translation>BIBLIOTHEK · 1 ARTIKEL</translation>
    </message>
    <message>
        <source>LIBRARY · {n} ARTICLES</source>
        <translation>BIBLIOTHEK · {n} ARTIKEL</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Nichts passt</translation>
    </message>
    <message>
        <source>Try fewer letters.</source>
        <translation>Weniger Buchstaben versuchen.</translation>
    </message>
    <message>
        <source>No articles yet</source>
        <translation>Noch keine Artikel</translation>
    </message>
    <message>
        <source>Drop files or a folder anywhere, paste with Ctrl+V, or press Add article.</source>
        <translation>Dateien oder einen Ordner ins Fenster ziehen, mit Strg+V einfügen oder „Artikel hinzufügen“ drücken.</translation>
    </message>
</context>
<context>
    <name>LookGroup</name>
    <message>
        <source>&amp;LOOK</source>
        <translation>&amp;GESTALTUNG</translation>
    </message>
    <message>
        <source>Language of the fixed words</source>
        <translation>Sprache der festen Wörter</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Make a template…</source>
        <translation>Vorlage anlegen…</translation>
    </message>
    <message>
        <source>Fixed words</source>
        <translation>Feste Wörter</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Merge a package</source>
        <translation>Paket zusammenführen</translation>
    </message>
    <message>
        <source>Reading and proving the package…</source>
        <translation>Das Paket wird gelesen und geprüft…</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Taking it in…</source>
        <translation>Es wird übernommen…</translation>
    </message>
    <message>
        <source>The package is merged. Nothing that was here was overwritten.</source>
        <translation>Das Paket ist zusammengeführt. Nichts, was hier war, wurde überschrieben.</translation>
    </message>
    <message>
        <source>All that is in this package was here already. Nothing was changed.</source>
        <translation>Alles in diesem Paket war schon hier. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Import a report</source>
        <translation>Bericht einlesen</translation>
    </message>
    <message>
        <source>Reading and checking the report…</source>
        <translation>Der Bericht wird gelesen und geprüft…</translation>
    </message>
    <message>
        <source>Show the disagreements</source>
        <translation>Abweichende Urteile zeigen</translation>
    </message>
    <message>
        <source>The report is imported. Nothing that was here was overwritten.</source>
        <translation>Der Bericht ist eingelesen. Nichts, was hier war, wurde überschrieben.</translation>
    </message>
    <message>
        <source>All that was taken of this report was here already.</source>
        <translation>Alles, was von diesem Bericht übernommen wurde, war schon hier.</translation>
    </message>
    <message>
        <source>ARTICLES NOT TAKEN IN</source>
        <translation>NICHT ÜBERNOMMENE ARTIKEL</translation>
    </message>
    <message>
        <source>TO KNOW</source>
        <translation>ZU BEACHTEN</translation>
    </message>
    <message>
        <source>… and {0} more</source>
        <translation>… und {0} weitere</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>Behauptungen</translation>
    </message>
    <message>
        <source>Verdicts and remarks</source>
        <translation>Urteile und Anmerkungen</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Claims on which reviewers disagree</source>
        <translation>Behauptungen, über die Prüfende verschieden urteilen</translation>
    </message>
    <message>
        <source>Fields that were edited on both sides</source>
        <translation>Felder, die auf beiden Seiten geändert wurden</translation>
    </message>
    <message>
        <source>NEW HERE</source>
        <translation>NEU HIER</translation>
    </message>
    <message>
        <source>TO SETTLE</source>
        <translation>ZU ENTSCHEIDEN</translation>
    </message>
</context>
<context>
    <name>NameQuestion</name>
    <message>
        <source>Your name, to stand beside your verdicts:</source>
        <translation>Name, der neben den eigenen Urteilen steht:</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Originals</name>
    <message>
        <source>Show the original</source>
        <translation>Original zeigen</translation>
    </message>
    <message>
        <source>Show as text</source>
        <translation>Als Text zeigen</translation>
    </message>
    <message>
        <source>Open a copy</source>
        <translation>Eine Kopie öffnen</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>No program here opens it. The copy is: {0}</source>
        <translation>Kein Programm hier öffnet es. Die Kopie ist: {0}</translation>
    </message>
    <message>
        <source>The original is a web page, a mail or a drawing.</source>
        <translation>Das Original ist eine Webseite, eine E-Mail oder eine Zeichnung.</translation>
    </message>
    <message>
        <source>The original is an archive or a file of another kind.</source>
        <translation>Das Original ist ein Archiv oder eine Datei anderer Art.</translation>
    </message>
    <message>
        <source>The original holds something that can act.</source>
        <translation>Das Original enthält etwas, das ausgeführt werden kann.</translation>
    </message>
    <message>
        <source>The original is opened by another program.</source>
        <translation>Das Original wird von einem anderen Programm geöffnet.</translation>
    </message>
    <message>
        <source>A browser would run its scripts and load what it links to, and its outlet would know. So it is shown as the text that the file is made of.</source>
        <translation>Ein Browser würde die Skripte ausführen und laden, worauf sie verweist, und das Medium erführe davon. Darum wird der Text gezeigt, aus dem die Datei besteht.</translation>
    </message>
    <message>
        <source>It is not opened from here. You can save it and look at it with a program that you trust.</source>
        <translation>Es wird von hier aus nicht geöffnet. Sie können es speichern und mit einem Programm ansehen, dem Sie vertrauen.</translation>
    </message>
    <message>
        <source>The copy is read-only, and the library keeps the file as it came. The other program may load what the file links to.</source>
        <translation>Die Kopie ist schreibgeschützt, und die Bibliothek behält die Datei, wie sie kam. Das andere Programm kann laden, worauf die Datei verweist.</translation>
    </message>
    <message>
        <source>macros: keep them switched off</source>
        <translation>Makros: lassen Sie sie ausgeschaltet</translation>
    </message>
    <message>
        <source>scripts</source>
        <translation>Skripte</translation>
    </message>
    <message>
        <source>something that starts a program</source>
        <translation>etwas, das ein Programm startet</translation>
    </message>
    <message>
        <source>other files inside it</source>
        <translation>andere Dateien darin</translation>
    </message>
    <message>
        <source>links that are loaded when it is opened</source>
        <translation>Verweise, die beim Öffnen geladen werden</translation>
    </message>
</context>
<context>
    <name>PackageDialog</name>
    <message>
        <source>Package for a colleague</source>
        <translation>Paket für eine Kollegin oder einen Kollegen</translation>
    </message>
    <message>
        <source>for a colleague</source>
        <translation>zum Austausch</translation>
    </message>
    <message>
        <source>With what was judged</source>
        <translation>Mit allen Bewertungen</translation>
    </message>
    <message>
        <source>With what was judged and private notes</source>
        <translation>Mit allen Bewertungen und privaten Notizen</translation>
    </message>
    <message>
        <source>Blind, for a second reviewer</source>
        <translation>Blind, für eine zweite Prüfung</translation>
    </message>
    <message>
        <source>ARTICLES</source>
        <translation>ARTIKEL</translation>
    </message>
    <message>
        <source>CONTENTS</source>
        <translation>INHALT</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>DATEI</translation>
    </message>
    <message>
        <source>Write the package</source>
        <translation>Paket schreiben</translation>
    </message>
    <message>
        <source>Inside: the articles with their original files, claims, verdicts, reasons, evidence and history. Not inside: private notes, what is being typed, and every other article.</source>
        <translation>Enthalten: die Artikel mit Originaldateien, Behauptungen, Urteilen, Begründungen, Belegen und Verlauf. Nicht enthalten: private Notizen, gerade Getipptes und alle anderen Artikel.</translation>
    </message>
    <message>
        <source>Inside: the articles with their original files, claims, verdicts, reasons, private notes, evidence and history. Not inside: what is being typed, and every other article.</source>
        <translation>Enthalten: die Artikel mit Originaldateien, Behauptungen, Urteilen, Begründungen, privaten Notizen, Belegen und Verlauf. Nicht enthalten: gerade Getipptes und alle anderen Artikel.</translation>
    </message>
    <message>
        <source>Inside: the articles with their original files and claims. Not inside: verdicts, reasons, notes, evidence, dismissals and history. Nobody can read from it what was judged.</source>
        <translation>Enthalten: die Artikel mit Originaldateien und Behauptungen. Nicht enthalten: Urteile, Begründungen, Notizen, Belege, verworfene Behauptungen als solche und Verlauf. Niemand kann daraus lesen, wie geurteilt wurde.</translation>
    </message>
</context>
<context>
    <name>PageBar</name>
    <message>
        <source>Previous change</source>
        <translation>Vorherige Änderung</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>Nächste Änderung</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Older version</source>
        <translation>Ältere Fassung</translation>
    </message>
    <message>
        <source>Newer version</source>
        <translation>Neuere Fassung</translation>
    </message>
    <message>
        <source>with</source>
        <translation>mit</translation>
    </message>
    <message>
        <source>Set aside, in grey</source>
        <translation>Beiseitegelegt, in Grau</translation>
    </message>
</context>
<context>
    <name>PageModes</name>
    <message>
        <source>There is only one version of this article.</source>
        <translation>Von diesem Artikel gibt es nur eine Fassung.</translation>
    </message>
    <message>
        <source>Nothing was set aside from this text.</source>
        <translation>Aus diesem Text wurde nichts beiseitegelegt.</translation>
    </message>
    <message>
        <source>There are no changes to step through.</source>
        <translation>Es gibt keine Änderungen zum Durchgehen.</translation>
    </message>
    <message>
        <source>Show what was set aside first.</source>
        <translation>Bitte zuerst zeigen, was beiseitegelegt wurde.</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>no words differ</source>
        <translation>kein Wort ist anders</translation>
    </message>
    <message>
        <source>Go back to {0}</source>
        <translation>Zurück zu {0}</translation>
    </message>
    <message>
        <source>{0} · {1}</source>
        <comment>a version and its day</comment>
        <translation>{0} · {1}</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Search the library</source>
        <translation>Bibliothek durchsuchen</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Finden</translation>
    </message>
    <message>
        <source>Articles, claims and notes</source>
        <translation>Artikel, Behauptungen und Notizen</translation>
    </message>
    <message>
        <source>An action, an article or a claim</source>
        <translation>Ein Befehl, ein Artikel oder eine Behauptung</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Nichts gefunden.</translation>
    </message>
    <message>
        <source>Type to search.</source>
        <translation>Zum Suchen tippen.</translation>
    </message>
    <message>
        <source>article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>claim</source>
        <translation>Behauptung</translation>
    </message>
    <message>
        <source>reason or note</source>
        <translation>Begründung oder Notiz</translation>
    </message>
</context>
<context>
    <name>Panes</name>
    <message>
        <source>Add article</source>
        <translation>Artikel hinzufügen</translation>
    </message>
    <message>
        <source>No library is open</source>
        <translation>Keine Bibliothek offen</translation>
    </message>
    <message>
        <source>Open one from the Library menu, or make a new one there.</source>
        <translation>Im Menü „Bibliothek“ eine öffnen oder eine neue anlegen.</translation>
    </message>
    <message>
        <source>No article is open</source>
        <translation>Kein Artikel ist geöffnet</translation>
    </message>
    <message>
        <source>Choose one at the left, or drop files or a folder anywhere in this window.</source>
        <translation>Links einen auswählen oder Dateien oder einen Ordner in dieses Fenster ziehen.</translation>
    </message>
    <message>
        <source>Recent libraries</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
</context>
<context>
    <name>PaperView</name>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
</context>
<context>
    <name>PartsBox</name>
    <message>
        <source>This sentence asserts {0} things</source>
        <translation>Dieser Satz behauptet {0} Dinge</translation>
    </message>
    <message>
        <source>claim {0}</source>
        <translation>Behauptung {0}</translation>
    </message>
    <message>
        <source>this sentence</source>
        <translation>diesem Satz</translation>
    </message>
    <message>
        <source>Part of {0}: “{1}”</source>
        <translation>Teil von {0}: „{1}“</translation>
    </message>
    <message>
        <source>Review all separately</source>
        <translation>Alle einzeln prüfen</translation>
    </message>
    <message>
        <source>Key {0}</source>
        <translation>Taste {0}</translation>
    </message>
    <message>
        <source>Claim {0}</source>
        <translation>Behauptung {0}</translation>
    </message>
    <message>
        <source>Review separately</source>
        <translation>Einzeln prüfen</translation>
    </message>
</context>
<context>
    <name>PartsDialog</name>
    <message>
        <source>Choose what to read</source>
        <translation>Auswählen, was gelesen wird</translation>
    </message>
    <message>
        <source>“{0}” holds {1} texts.</source>
        <translation>„{0}“ enthält {1} Texte.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Filter the texts</source>
        <translation>Texte filtern</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Texts in this file</source>
        <translation>Texte in dieser Datei</translation>
    </message>
    <message>
        <source>untitled</source>
        <translation>ohne Titel</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alle auswählen</translation>
    </message>
    <message>
        <source>Read {0} texts</source>
        <translation>{0} Texte lesen</translation>
    </message>
    <message>
        <source>Read 1 text</source>
        <translation>1 Text lesen</translation>
    </message>
</context>
<context>
    <name>Pill</name>
    <message>
        <source>not a claim</source>
        <translation>keine Behauptung</translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation>Strittig</translation>
    </message>
    <message>
        <source>to review</source>
        <translation>zu prüfen</translation>
    </message>
</context>
<context>
    <name>PrecedentCard</name>
    <message>
        <source>Open the claim</source>
        <translation>Behauptung öffnen</translation>
    </message>
    <message>
        <source>Use as evidence</source>
        <translation>Als Beleg verwenden</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Adresse kopieren</translation>
    </message>
</context>
<context>
    <name>PrecedentWords</name>
    <message>
        <source>No earlier check was found that says the same.</source>
        <translation>Keine frühere Prüfung gefunden, die dasselbe sagt.</translation>
    </message>
    <message>
        <source>1 earlier check. What others found decides nothing here.</source>
        <translation>1 frühere Prüfung. Was andere fanden, entscheidet hier nichts.</translation>
    </message>
    <message>
        <source>{0} earlier checks. What others found decides nothing here.</source>
        <translation>{0} frühere Prüfungen. Was andere fanden, entscheidet hier nichts.</translation>
    </message>
    <message>
        <source>very close</source>
        <translation>sehr nah</translation>
    </message>
    <message>
        <source>related</source>
        <translation>verwandt</translation>
    </message>
    <message>
        <source>other figures</source>
        <translation>andere Zahlen</translation>
    </message>
    <message>
        <source>one of them denies it</source>
        <translation>eine von beiden bestreitet es</translation>
    </message>
    <message>
        <source>Reviewers disagree</source>
        <translation>Strittig</translation>
    </message>
    <message>
        <source>No verdict in words</source>
        <translation>Kein Urteil in Worten</translation>
    </message>
    <message>
        <source>{0} on a scale from {1} to {2}</source>
        <translation>{0} auf einer Skala von {1} bis {2}</translation>
    </message>
    <message>
        <source>said by {0}</source>
        <translation>gesagt von {0}</translation>
    </message>
    <message>
        <source>from {0}</source>
        <translation>aus {0}</translation>
    </message>
    <message>
        <source>in this library: “{0}”</source>
        <translation>in dieser Bibliothek: „{0}“</translation>
    </message>
    <message>
        <source>{0} new</source>
        <translation>{0} neu</translation>
    </message>
    <message>
        <source>{0} brought up to date</source>
        <translation>{0} aktualisiert</translation>
    </message>
    <message>
        <source>{0} known already</source>
        <translation>{0} schon bekannt</translation>
    </message>
    <message>
        <source>{0} left out</source>
        <translation>{0} weggelassen</translation>
    </message>
    <message>
        <source>Earlier checks from {0}: {1}.</source>
        <translation>Frühere Prüfungen aus {0}: {1}.</translation>
    </message>
    <message>
        <source>Left out: {0} ({1}×: {2})</source>
        <translation>Weggelassen: {0} ({1}×: {2})</translation>
    </message>
    <message>
        <source>{0} ({1}×: {2})</source>
        <translation>{0} ({1}×: {2})</translation>
    </message>
    <message>
        <source>item {0}</source>
        <translation>Eintrag {0}</translation>
    </message>
    <message>
        <source>line {0}</source>
        <translation>Zeile {0}</translation>
    </message>
    <message>
        <source>row {0}</source>
        <translation>Reihe {0}</translation>
    </message>
    <message>
        <source>script {0}</source>
        <translation>Skript {0}</translation>
    </message>
</context>
<context>
    <name>Precedents</name>
    <message>
        <source>Import earlier checks</source>
        <translation>Frühere Prüfungen importieren</translation>
    </message>
    <message>
        <source>The address is in the clipboard.</source>
        <translation>Die Adresse ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>use an earlier check as evidence</source>
        <translation>frühere Prüfung als Beleg verwenden</translation>
    </message>
    <message>
        <source>It is among the evidence, for context.</source>
        <translation>Sie steht bei den Belegen, als Kontext.</translation>
    </message>
</context>
<context>
    <name>PrecedentsPanel</name>
    <message>
        <source>Look in other words</source>
        <translation>Mit anderen Worten suchen</translation>
    </message>
    <message>
        <source>Look for earlier checks in other words</source>
        <translation>Frühere Prüfungen mit anderen Worten suchen</translation>
    </message>
    <message>
        <source>Earlier checks</source>
        <translation>Frühere Prüfungen</translation>
    </message>
    <message>
        <source>Import earlier checks…</source>
        <translation>Frühere Prüfungen importieren…</translation>
    </message>
    <message>
        <source>Earlier checks of the claim</source>
        <translation>Frühere Prüfungen der Behauptung</translation>
    </message>
    <message>
        <source>Looking for earlier checks…</source>
        <translation>Suche nach früheren Prüfungen…</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>PREVIEW</source>
        <translation>VORSCHAU</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>Vorige Seite</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Nochmals</translation>
    </message>
    <message>
        <source>Make the preview once more (F5)</source>
        <translation>Die Vorschau nochmals machen (F5)</translation>
    </message>
    <message>
        <source>Making the preview…</source>
        <translation>Die Vorschau entsteht…</translation>
    </message>
    <message>
        <source>There is no preview, since the report could not be written like this.</source>
        <translation>Es gibt keine Vorschau, da der Bericht so nicht geschrieben werden könnte.</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Im Browser öffnen</translation>
    </message>
    <message>
        <source>Open a copy</source>
        <translation>Eine Kopie öffnen</translation>
    </message>
    <message>
        <source>Page {0} of {1}</source>
        <translation>Seite {0} von {1}</translation>
    </message>
    <message>
        <source>Shown: articles {0} of {1}.</source>
        <translation>Gezeigt: {0} von {1} Artikeln.</translation>
    </message>
    <message>
        <source>Of each, the first {0} claims.</source>
        <translation>Von jedem die ersten {0} Behauptungen.</translation>
    </message>
    <message>
        <source>An outline, with the comments at the right; Word lays the pages out.</source>
        <translation>Eine Übersicht mit den Kommentaren rechts; die Seiten gestaltet Word.</translation>
    </message>
    <message>
        <source>A browser shows it finer.</source>
        <translation>Ein Browser zeigt es feiner.</translation>
    </message>
    <message>
        <source>The beginning of the file; it goes on.</source>
        <translation>Der Anfang der Datei; sie geht weiter.</translation>
    </message>
    <message>
        <source>The first rows of each sheet.</source>
        <translation>Die ersten Zeilen jedes Blattes.</translation>
    </message>
    <message>
        <source>And {0} more.</source>
        <translation>Und {0} weitere.</translation>
    </message>
</context>
<context>
    <name>ProposalBox</name>
    <message>
        <source>Use it</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Use the proposed wording</source>
        <translation>Vorschlag übernehmen</translation>
    </message>
    <message>
        <source>Key {0}</source>
        <translation>Taste {0}</translation>
    </message>
    <message>
        <source>Proposed: {0}</source>
        <translation>Vorschlag: {0}</translation>
    </message>
    <message>
        <source>Unclear without the article: {0}</source>
        <translation>Ohne den Artikel unklar: {0}</translation>
    </message>
</context>
<context>
    <name>PublisherGroup</name>
    <message>
        <source>&amp;PUBLISHED BY</source>
        <translation>VERÖFFE&amp;NTLICHT VON</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Address of the check</source>
        <translation>Adresse der Prüfung</translation>
    </message>
    <message>
        <source>https://… (for ClaimReview)</source>
        <translation>https://… (für ClaimReview)</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>Choose the logo</source>
        <translation>Logo wählen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the logo</source>
        <translation>Logo entfernen</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
</context>
<context>
    <name>ReadingsBox</name>
    <message>
        <source>Reopen</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <source>Takes your decision back: the claim is disputed again</source>
        <translation>Nimmt Ihre Entscheidung zurück: Die Behauptung ist wieder strittig</translation>
    </message>
    <message>
        <source>The majority decides.</source>
        <translation>Die Mehrheit entscheidet.</translation>
    </message>
    <message>
        <source>All must agree.</source>
        <translation>Alle müssen übereinstimmen.</translation>
    </message>
    <message>
        <source>Ask for agreement</source>
        <translation>Übereinstimmung verlangen</translation>
    </message>
    <message>
        <source>Let the majority decide</source>
        <translation>Die Mehrheit entscheiden lassen</translation>
    </message>
    <message>
        <source>{0} has decided: {1}</source>
        <translation>{0} hat entschieden: {1}</translation>
    </message>
    <message>
        <source>Other than {0} said.</source>
        <translation>Anders als {0}.</translation>
    </message>
    <message>
        <source>Reviewers disagree</source>
        <translation>Die Prüfenden sind uneinig</translation>
    </message>
    <message>
        <source>Reviewers agree</source>
        <translation>Die Prüfenden sind einig</translation>
    </message>
    <message>
        <source>Pieces of evidence: {0}</source>
        <translation>Belege: {0}</translation>
    </message>
    <message>
        <source>Decide so</source>
        <translation>So entscheiden</translation>
    </message>
    <message>
        <source>Key {0}</source>
        <translation>Taste {0}</translation>
    </message>
    <message>
        <source>first reading</source>
        <translation>erste Prüfung</translation>
    </message>
    <message>
        <source>second reading, blind</source>
        <translation>zweite Prüfung, blind</translation>
    </message>
    <message>
        <source>adjudication</source>
        <translation>Schlichtung</translation>
    </message>
    <message>
        <source>correction</source>
        <translation>Berichtigung</translation>
    </message>
</context>
<context>
    <name>RefusedDialog</name>
    <message>
        <source>What was not taken</source>
        <translation>Was nicht übernommen wurde</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Files that were not taken, and remarks</source>
        <translation>Dateien, die nicht übernommen wurden, und Bemerkungen</translation>
    </message>
    <message>
        <source>Not taken: {0}.</source>
        <translation>Nicht übernommen: {0}.</translation>
    </message>
    <message>
        <source>Remarks: {0}.</source>
        <translation>Bemerkungen: {0}.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>not taken.txt</source>
        <translation>nicht übernommen.txt</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>Liste speichern</translation>
    </message>
    <message>
        <source>Not saved: {0}</source>
        <translation>Nicht gespeichert: {0}</translation>
    </message>
    <message>
        <source>Saved: {0}</source>
        <translation>Gespeichert: {0}</translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message>
        <source>Review</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Precedents</source>
        <translation>Frühere</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Views of the claim</source>
        <translation>Ansichten der Behauptung</translation>
    </message>
    <message>
        <source>Claim, in words that stand alone</source>
        <translation>Behauptung, für sich allein verständlich</translation>
    </message>
    <message>
        <source>The claim as a sentence of its own</source>
        <translation>Die Behauptung als eigenständiger Satz</translation>
    </message>
    <message>
        <source>Why (published)</source>
        <translation>Begründung (wird veröffentlicht)</translation>
    </message>
    <message>
        <source>The reasoning, as it will be published. Markdown is welcome.</source>
        <translation>Die Begründung, wie sie veröffentlicht wird. Markdown ist möglich.</translation>
    </message>
    <message>
        <source>Private note</source>
        <translation>Private Notiz</translation>
    </message>
    <message>
        <source>For yourself; in no report unless you choose it</source>
        <translation>Nur für Sie; in keinem Bericht, außer Sie wählen es</translation>
    </message>
    <message>
        <source>Incomplete: this scale asks for the reason.</source>
        <translation>Unvollständig: Diese Skala verlangt die Begründung.</translation>
    </message>
    <message>
        <source>Who said it</source>
        <translation>Wer es sagt</translation>
    </message>
    <message>
        <source>the article’s own voice</source>
        <translation>der Artikel selbst</translation>
    </message>
    <message>
        <source>CLAIM, IN WORDS THAT STAND ALONE</source>
        <translation>BEHAUPTUNG, FÜR SICH ALLEIN VERSTÄNDLICH</translation>
    </message>
    <message>
        <source>VERDICT</source>
        <translation>URTEIL</translation>
    </message>
    <message>
        <source>WHY (PUBLISHED)</source>
        <translation>BEGRÜNDUNG (WIRD VERÖFFENTLICHT)</translation>
    </message>
    <message>
        <source>PRIVATE NOTE</source>
        <translation>PRIVATE NOTIZ</translation>
    </message>
    <message>
        <source>SAID BY</source>
        <translation>WER ES SAGT</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Wieder aufnehmen</translation>
    </message>
    <message>
        <source>Choose a claim to review it.

J and K go to the next and the previous one.</source>
        <translation>Eine Behauptung auswählen, um sie zu prüfen.

J und K führen zur nächsten und zur vorigen.</translation>
    </message>
    <message>
        <source>Precedents {0}</source>
        <translation>Frühere {0}</translation>
    </message>
    <message>
        <source>Evidence {0}</source>
        <translation>Belege {0}</translation>
    </message>
    <message>
        <source>As written: “{0}”</source>
        <translation>Im Original: „{0}“</translation>
    </message>
    <message>
        <source>Dismissed: not a claim{0}</source>
        <translation>Verworfen: keine Behauptung{0}</translation>
    </message>
    <message>
        <source>VERDICT · REVIEWERS DISAGREE</source>
        <translation>URTEIL · PRÜFENDE SIND UNEINIG</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>„{0}“</translation>
    </message>
</context>
<context>
    <name>ReviewerDialog</name>
    <message>
        <source>Reviewer and round</source>
        <translation>Prüfende Person und Runde</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Initials</source>
        <translation>Kürzel</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>WHO IS AT THE DESK</source>
        <translation>WER PRÜFT</translation>
    </message>
    <message>
        <source>ROUND</source>
        <translation>RUNDE</translation>
    </message>
    <message>
        <source>First reading</source>
        <translation>Erste Prüfung</translation>
    </message>
    <message>
        <source>Everything that is known is shown.</source>
        <translation>Alles, was bekannt ist, wird gezeigt.</translation>
    </message>
    <message>
        <source>Second reading, blind</source>
        <translation>Zweite Prüfung, blind</translation>
    </message>
    <message>
        <source>Verdicts, reasons, notes and evidence of others are nowhere to be read. Every claim is open until you judge it.</source>
        <translation>Urteile, Begründungen, Notizen und Belege anderer sind nirgends zu lesen. Jede Behauptung ist offen, bis Sie über sie urteilen.</translation>
    </message>
    <message>
        <source>Adjudication</source>
        <translation>Schlichtung</translation>
    </message>
    <message>
        <source>The readings stand side by side; your decision stands over them.</source>
        <translation>Die Prüfungen stehen nebeneinander; Ihre Entscheidung gilt vor ihnen.</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Berichtigung</translation>
    </message>
    <message>
        <source>Of what was signed off: with a reason and a note for the public.</source>
        <translation>Von Freigegebenem: mit Begründung und einer öffentlichen Anmerkung.</translation>
    </message>
</context>
<context>
    <name>SaidLegend</name>
    <message>
        <source>who said it</source>
        <translation>wer es gesagt hat</translation>
    </message>
    <message>
        <source>words of saying</source>
        <translation>Redeverb</translation>
    </message>
    <message>
        <source>what was said</source>
        <translation>das Gesagte</translation>
    </message>
    <message>
        <source>figure</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Hide who said what</source>
        <translation>Verbergen, wer was sagt</translation>
    </message>
</context>
<context>
    <name>ScaleTable</name>
    <message>
        <source>Labels of the scale</source>
        <translation>Stufen der Skala</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>Zeichen</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>ClaimsKG</source>
        <translation>ClaimsKG-Klasse</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>A place in the order is 1, 2, 3 …, and not “{0}”.</source>
        <translation>Ein Rang ist 1, 2, 3 … und nicht „{0}“.</translation>
    </message>
    <message>
        <source>A value is a number, and not “{0}”.</source>
        <translation>Ein Wert ist eine Zahl und nicht „{0}“.</translation>
    </message>
    <message>
        <source>green</source>
        <translation>grün</translation>
    </message>
    <message>
        <source>lime</source>
        <translation>hellgrün</translation>
    </message>
    <message>
        <source>amber</source>
        <translation>gelb</translation>
    </message>
    <message>
        <source>orange</source>
        <translation>orangefarben</translation>
    </message>
    <message>
        <source>red</source>
        <translation>rot</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>grau</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>blau</translation>
    </message>
    <message>
        <source>violet</source>
        <translation>violett</translation>
    </message>
</context>
<context>
    <name>ScalesDialog</name>
    <message>
        <source>Rating scales</source>
        <translation>Bewertungsskalen</translation>
    </message>
    <message>
        <source>A verdict is complete only with its reason</source>
        <translation>Ein Urteil ist erst mit seiner Begründung vollständig</translation>
    </message>
    <message>
        <source>Use for this article</source>
        <translation>Für diesen Artikel verwenden</translation>
    </message>
    <message>
        <source>Use for new articles</source>
        <translation>Für neue Artikel verwenden</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Einlesen…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Ausgeben…</translation>
    </message>
    <message>
        <source>Save the scale</source>
        <translation>Skala speichern</translation>
    </message>
    <message>
        <source>Add a label</source>
        <translation>Stufe hinzufügen</translation>
    </message>
    <message>
        <source>Remove the label</source>
        <translation>Stufe entfernen</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Erläuterung</translation>
    </message>
    <message>
        <source>this article</source>
        <translation>dieser Artikel</translation>
    </message>
    <message>
        <source>new articles</source>
        <translation>neue Artikel</translation>
    </message>
    <message>
        <source>Close without saving?</source>
        <translation>Ohne Sichern schließen?</translation>
    </message>
    <message>
        <source>The scale cannot be used as it stands. Forget what was changed in it?</source>
        <translation>Die Skala ist so nicht brauchbar. Die Änderungen daran verwerfen?</translation>
    </message>
    <message>
        <source>{0}, ours</source>
        <translation>{0}, unsere</translation>
    </message>
    <message>
        <source>Import a scale</source>
        <translation>Eine Skala einlesen</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON-Dateien (*.json)</translation>
    </message>
    <message>
        <source>Export the scale</source>
        <translation>Die Skala ausgeben</translation>
    </message>
    <message>
        <source>The file could not be written ({0}).</source>
        <translation>Die Datei konnte nicht geschrieben werden ({0}).</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>verdict {0}</source>
        <translation>Urteil {0}</translation>
    </message>
    <message>
        <source>clear verdict</source>
        <translation>Urteil entfernen</translation>
    </message>
    <message>
        <source>not a claim</source>
        <translation>keine Behauptung</translation>
    </message>
    <message>
        <source>not claims</source>
        <translation>keine Behauptungen</translation>
    </message>
    <message>
        <source>bring back</source>
        <translation>wieder aufnehmen</translation>
    </message>
    <message>
        <source>article details</source>
        <translation>Angaben zum Artikel</translation>
    </message>
    <message>
        <source>move to trash</source>
        <translation>in den Papierkorb verschieben</translation>
    </message>
    <message>
        <source>restore</source>
        <translation>wiederherstellen</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Another language is used from the next start on.</source>
        <translation>Eine andere Sprache gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Erste</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>Zweite</translation>
    </message>
    <message>
        <source>Adjudication</source>
        <translation>Schlichtung</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Berichtigung</translation>
    </message>
    <message>
        <source>Round of review</source>
        <translation>Prüfrunde</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>Sprache des Fensters</translation>
    </message>
    <message>
        <source>Text size of the reader</source>
        <translation>Textgröße des Artikels</translation>
    </message>
    <message>
        <source>After a verdict, go on to the next claim</source>
        <translation>Nach einem Urteil zur nächsten Behauptung gehen</translation>
    </message>
</context>
<context>
    <name>Settling</name>
    <message>
        <source>adjudication: {0}</source>
        <translation>Entscheidung: {0}</translation>
    </message>
    <message>
        <source>reopen</source>
        <translation>wieder öffnen</translation>
    </message>
    <message>
        <source>rule of the verdict</source>
        <translation>Regel des Urteils</translation>
    </message>
    <message>
        <source>settle a difference</source>
        <translation>Unterschied beilegen</translation>
    </message>
</context>
<context>
    <name>Shaping</name>
    <message>
        <source>This is claim {0} already.</source>
        <translation>Das ist schon Behauptung {0}.</translation>
    </message>
    <message>
        <source>add claim</source>
        <translation>Behauptung hinzufügen</translation>
    </message>
    <message>
        <source>adjust claim</source>
        <translation>Behauptung anpassen</translation>
    </message>
    <message>
        <source>Put the cursor inside the claim, then press S.</source>
        <translation>Den Cursor in die Behauptung setzen, dann S drücken.</translation>
    </message>
    <message>
        <source>split claim</source>
        <translation>Behauptung teilen</translation>
    </message>
    <message>
        <source>There is no next claim to merge with.</source>
        <translation>Es gibt keine nächste Behauptung zum Verbinden.</translation>
    </message>
    <message>
        <source>Claim {0} was reviewed: clear its verdict, reason and note first.</source>
        <translation>Behauptung {0} ist schon geprüft: zuerst Urteil, Begründung und Notiz entfernen.</translation>
    </message>
    <message>
        <source>merge claims</source>
        <translation>Behauptungen verbinden</translation>
    </message>
</context>
<context>
    <name>SheetsView</name>
    <message>
        <source>Sheets</source>
        <translation>Blätter</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
</context>
<context>
    <name>SignOffDialog</name>
    <message>
        <source>Sign off the article</source>
        <translation>Den Artikel abnehmen</translation>
    </message>
    <message>
        <source>Have a look at these first:</source>
        <translation>Bitte zuerst ansehen:</translation>
    </message>
    <message>
        <source>Every claim is judged, with a reason and a source.</source>
        <translation>Jede Behauptung ist beurteilt, mit Begründung und Quelle.</translation>
    </message>
    <message>
        <source>Signed off, the article is frozen. What changes later is a correction, with its reason and a note for the public.</source>
        <translation>Nach der Abnahme ist der Artikel eingefroren. Was sich später ändert, ist eine Berichtigung mit Begründung und einem Hinweis für die Öffentlichkeit.</translation>
    </message>
    <message>
        <source>Sign off</source>
        <translation>Abnehmen</translation>
    </message>
</context>
<context>
    <name>SignedBar</name>
    <message>
        <source>Correct…</source>
        <translation>Berichtigen…</translation>
    </message>
    <message>
        <source>Corrected: {0}</source>
        <translation>Berichtigt: {0}</translation>
    </message>
    <message>
        <source>Signed off by {0}, {1}</source>
        <translation>Abgenommen von {0}, {1}</translation>
    </message>
</context>
<context>
    <name>Signing</name>
    <message>
        <source>rating scale</source>
        <translation>Bewertungsskala</translation>
    </message>
    <message>
        <source>sign off</source>
        <translation>Abnahme</translation>
    </message>
    <message>
        <source>take the sign-off back</source>
        <translation>Abnahme zurücknehmen</translation>
    </message>
    <message>
        <source>correction</source>
        <translation>Berichtigung</translation>
    </message>
</context>
<context>
    <name>SourceLine</name>
    <message>
        <source>Sources of this library</source>
        <translation>Quellen dieser Bibliothek</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Schreibgeschützt</translation>
    </message>
    <message>
        <source>All changes saved · {0}</source>
        <translation>Alle Änderungen gespeichert · {0}</translation>
    </message>
    <message>
        <source>All changes saved</source>
        <translation>Alle Änderungen gespeichert</translation>
    </message>
    <message>
        <source>{0} of {1} claims reviewed</source>
        <translation>{0} von {1} Behauptungen geprüft</translation>
    </message>
    <message>
        <source>{0} % of the text</source>
        <translation>{0} % des Textes</translation>
    </message>
    <message>
        <source>Accounted for: {0} % of the checkable text. Sentences that wait: {1}.</source>
        <translation>Erfasst: {0} % des prüfbaren Textes. Offene Sätze: {1}.</translation>
    </message>
    <message>
        <source>first round</source>
        <translation>erste Runde</translation>
    </message>
    <message>
        <source>second round</source>
        <translation>zweite Runde</translation>
    </message>
    <message>
        <source>adjudication</source>
        <translation>Schlichtung</translation>
    </message>
    <message>
        <source>correction</source>
        <translation>Berichtigung</translation>
    </message>
    <message>
        <source>Reviewer: {0}</source>
        <translation>Prüfende Person: {0}</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>schreibgeschützt</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
</context>
<context>
    <name>Tasks</name>
    <message>
        <source>The app met a fault of its own while reading this.</source>
        <translation>Beim Lesen ist ein Fehler der Anwendung aufgetreten.</translation>
    </message>
</context>
<context>
    <name>TextView</name>
    <message>
        <source>Text of the file</source>
        <translation>Text der Datei</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Add article</source>
        <translation>Artikel hinzufügen</translation>
    </message>
    <message>
        <source>Export report</source>
        <translation>Bericht exportieren</translation>
    </message>
    <message>
        <source>Search articles, claims and notes</source>
        <translation>Artikel, Behauptungen, Notizen suchen</translation>
    </message>
    <message>
        <source>Second review…</source>
        <translation>Zweite Prüfung…</translation>
    </message>
    <message>
        <source>Blind second review</source>
        <translation>Blinde zweite Prüfung</translation>
    </message>
    <message>
        <source>Adjudication</source>
        <translation>Schlichtung</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Berichtigung</translation>
    </message>
</context>
<context>
    <name>TrashDialog</name>
    <message>
        <source>Trash</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>Articles in the trash</source>
        <translation>Artikel im Papierkorb</translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation>Der Papierkorb ist leer.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Empty the trash…</source>
        <translation>Papierkorb leeren…</translation>
    </message>
</context>
<context>
    <name>VerdictButton</name>
    <message>
        <source>key {0}</source>
        <translation>Taste {0}</translation>
    </message>
</context>
<context>
    <name>Versioning</name>
    <message>
        <source>newer text</source>
        <translation>neuerer Text</translation>
    </message>
    <message>
        <source>go back to a version</source>
        <translation>zu einer Fassung zurückkehren</translation>
    </message>
    <message>
        <source>anchor claim</source>
        <translation>Behauptung verankern</translation>
    </message>
    <message>
        <source>changed words seen</source>
        <translation>geänderte Worte gesehen</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Add articles</source>
        <translation>Artikel hinzufügen</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Ordner hinzufügen</translation>
    </message>
    <message>
        <source>There is no text on the clipboard.</source>
        <translation>Die Zwischenablage enthält keinen Text.</translation>
    </message>
    <message>
        <source>Take the sign-off back?</source>
        <translation>Abnahme zurücknehmen?</translation>
    </message>
    <message>
        <source>The article can be changed again as before. The history keeps that it was signed off.</source>
        <translation>Der Artikel kann wieder geändert werden wie zuvor. Der Verlauf behält, dass er abgenommen war.</translation>
    </message>
    <message>
        <source>Articles added: {0}.</source>
        <translation>Hinzugefügte Artikel: {0}.</translation>
    </message>
    <message>
        <source>Newer texts of articles: {0}.</source>
        <translation>Neuere Texte von Artikeln: {0}.</translation>
    </message>
    <message>
        <source>Already in the library: {0}.</source>
        <translation>Schon in der Bibliothek: {0}.</translation>
    </message>
    <message>
        <source>Cancelled: {0}.</source>
        <translation>Abgebrochen: {0}.</translation>
    </message>
    <message>
        <source>Not taken: {0}.</source>
        <translation>Nicht übernommen: {0}.</translation>
    </message>
    <message>
        <source>imported from {0}</source>
        <translation>importiert aus {0}</translation>
    </message>
    <message>
        <source>A newer text of “{0}”</source>
        <translation>Ein neuerer Text von „{0}“</translation>
    </message>
    <message>
        <source>Show the list</source>
        <translation>Liste zeigen</translation>
    </message>
    <message>
        <source>A newer text of this article is shown.</source>
        <translation>Ein neuerer Text dieses Artikels wird gezeigt.</translation>
    </message>
    <message>
        <source>Changed inside claims that were reviewed: {0}.</source>
        <translation>In geprüften Behauptungen geändert: {0}.</translation>
    </message>
    <message>
        <source>Claims no longer in the text: {0}.</source>
        <translation>Behauptungen, die nicht mehr im Text stehen: {0}.</translation>
    </message>
    <message>
        <source>Compare versions</source>
        <translation>Fassungen vergleichen</translation>
    </message>
    <message>
        <source>There is no other article here.</source>
        <translation>Hier gibt es keinen anderen Artikel.</translation>
    </message>
    <message>
        <source>in {0}: the claim finder reads English only</source>
        <translation>auf {0}: Behauptungen werden nur in englischem Text gefunden</translation>
    </message>
    <message>
        <source>version {0}</source>
        <translation>Fassung {0}</translation>
    </message>
    <message>
        <source>lines of page furniture hidden: {0}</source>
        <translation>ausgeblendete Zeilen Seitenbeiwerk: {0}</translation>
    </message>
    <message>
        <source>Words like “last Friday” mean other days now.</source>
        <translation>Worte wie „letzten Freitag“ meinen jetzt andere Tage.</translation>
    </message>
    <message>
        <source>Find claims again</source>
        <translation>Behauptungen erneut suchen</translation>
    </message>
    <message>
        <source>Moved to the trash: {0}</source>
        <translation>In den Papierkorb verschoben: {0}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Deleted for good: {0}.</source>
        <translation>Endgültig gelöscht: {0}.</translation>
    </message>
    <message>
        <source>Empty the trash?</source>
        <translation>Papierkorb leeren?</translation>
    </message>
    <message>
        <source>{0} articles and every verdict on them will be deleted for good. This cannot be undone.</source>
        <translation>Artikel, die mit allen Urteilen endgültig gelöscht werden: {0}. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Save the original</source>
        <translation>Original speichern</translation>
    </message>
    <message>
        <source>Saved: {0}</source>
        <translation>Gespeichert: {0}</translation>
    </message>
    <message>
        <source>Writing the report…</source>
        <translation>Der Bericht wird geschrieben…</translation>
    </message>
    <message>
        <source>Report written: {0}</source>
        <translation>Bericht geschrieben: {0}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Show in the folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Files of other kinds passed over: {0}.</source>
        <translation>Übergangene Dateien anderer Art: {0}.</translation>
    </message>
    <message>
        <source>Select some text of the article, then press C.</source>
        <translation>Erst Text im Artikel auswählen, dann C drücken.</translation>
    </message>
    <message>
        <source>Select some more text of the article, then press Shift+C.</source>
        <translation>Erst weiteren Text im Artikel auswählen, dann Umschalt+C drücken.</translation>
    </message>
    <message>
        <source>All of the text is accounted for.</source>
        <translation>Der ganze Text ist erfasst.</translation>
    </message>
    <message>
        <source>No claim is marked here: C makes one of the selected words.</source>
        <translation>Hier ist keine Behauptung markiert: C macht eine aus der Auswahl.</translation>
    </message>
    <message>
        <source>Select in the article the words that the claim is now.</source>
        <translation>Bitte im Artikel die Worte auswählen, die jetzt die Behauptung sind.</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Choose one, or write it in your own words:</source>
        <translation>Auswählen oder in eigenen Worten schreiben:</translation>
    </message>
    <message>
        <source>Not a claim</source>
        <translation>Keine Behauptung</translation>
    </message>
    <message>
        <source>Because:</source>
        <translation>Weil:</translation>
    </message>
    <message>
        <source>Dismiss the claims in the list?</source>
        <translation>Behauptungen der Liste verwerfen?</translation>
    </message>
    <message>
        <source>{0} claims will be marked as “not a claim”. You can undo it.</source>
        <translation>Behauptungen, die als „keine Behauptung“ markiert werden: {0}. Das lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>Dismissed: {0}.</source>
        <translation>Verworfen: {0}.</translation>
    </message>
    <message>
        <source>Go to claim</source>
        <translation>Gehe zu Behauptung</translation>
    </message>
    <message>
        <source>Number:</source>
        <translation>Nummer:</translation>
    </message>
    <message>
        <source>There is no claim {0} here.</source>
        <translation>Eine Behauptung {0} gibt es hier nicht.</translation>
    </message>
    <message>
        <source>This claim has no parts that wait to be listed.</source>
        <translation>Diese Behauptung hat keine Teile, die noch zu listen wären.</translation>
    </message>
    <message>
        <source>Claim copied.</source>
        <translation>Behauptung kopiert.</translation>
    </message>
    <message>
        <source>Select the words in the article first.</source>
        <translation>Bitte zuerst die Worte im Artikel auswählen.</translation>
    </message>
    <message>
        <source>The same person?</source>
        <translation>Dieselbe Person?</translation>
    </message>
    <message>
        <source>Is {1} the same person as {0}? Then the verdicts given as {0} stay theirs. Otherwise {1} begins with none.</source>
        <translation>Ist {1} dieselbe Person wie {0}? Dann behält sie die Urteile, die sie als {0} gegeben hat. Sonst beginnt {1} ohne Urteile.</translation>
    </message>
    <message>
        <source>Close without saving?</source>
        <translation>Ohne Sichern schließen?</translation>
    </message>
    <message>
        <source>What you typed last could not be written to the library. It will be lost if you close now.</source>
        <translation>Das zuletzt Geschriebene konnte nicht in die Bibliothek geschrieben werden. Beim Schließen geht es verloren.</translation>
    </message>
</context>
<context>
    <name>WorthBar</name>
    <message>
        <source>Least check-worthiness shown, in per cent</source>
        <translation>Kleinste gezeigte Prüfwürdigkeit, in Prozent</translation>
    </message>
    <message>
        <source>listed claims</source>
        <translation>gelistete Behauptungen</translation>
    </message>
    <message>
        <source>check-worthy from {0} %</source>
        <translation>prüfenswert ab {0} %</translation>
    </message>
    <message>
        <source>{0} more below</source>
        <translation>{0} weitere darunter</translation>
    </message>
    <message>
        <source>Only what is shown changes: claims below the bar are kept, and claims that you have worked on are always shown.</source>
        <translation>Nur die Ansicht ändert sich: Behauptungen unter der Schwelle bleiben erhalten, und was Sie bearbeitet haben, ist immer zu sehen.</translation>
    </message>
</context>
<context>
    <name>WritingDesk</name>
    <message>
        <source>This library is open read-only.</source>
        <translation>Diese Bibliothek ist nur zum Lesen offen.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>Begründung</translation>
    </message>
    <message>
        <source>private note</source>
        <translation>private Notiz</translation>
    </message>
    <message>
        <source>wording</source>
        <translation>Wortlaut</translation>
    </message>
    <message>
        <source>who said it</source>
        <translation>wer es sagt</translation>
    </message>
    <message>
        <source>date said</source>
        <translation>Tag der Äußerung</translation>
    </message>
    <message>
        <source>first appearance</source>
        <translation>erstes Erscheinen</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>query to the author</source>
        <translation>Rückfrage</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>source</source>
        <translation>Quelle</translation>
    </message>
</context>
</TS>
