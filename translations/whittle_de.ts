<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>CaseSummary</name>
    <message>
        <source>1 device suffers</source>
        <translation>1 Gerät betroffen</translation>
    </message>
    <message numerus="yes">
        <source>%n devices suffer</source>
        <translation>
            <numerusform>%n Gerät betroffen</numerusform>
            <numerusform>%n Geräte betroffen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 device</source>
        <translation>1 Gerät</translation>
    </message>
    <message numerus="yes">
        <source>%n devices</source>
        <translation>
            <numerusform>%n Gerät</numerusform>
            <numerusform>%n Geräte</numerusform>
        </translation>
    </message>
    <message>
        <source>1 source</source>
        <translation>1 Quelle</translation>
    </message>
    <message numerus="yes">
        <source>%n sources</source>
        <translation>
            <numerusform>%n Quelle</numerusform>
            <numerusform>%n Quellen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DevicePanel</name>
    <message>
        <source>%1 of %2 shown – show more</source>
        <translation>%1 von %2 angezeigt – mehr anzeigen</translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
    <message>
        <source>Whittle cases (*.whittle)</source>
        <translation>Whittle-Fälle (*.whittle)</translation>
    </message>
    <message>
        <source>Open case</source>
        <translation>Fall öffnen</translation>
    </message>
    <message>
        <source>Save case as</source>
        <translation>Fall speichern unter</translation>
    </message>
    <message>
        <source>Add evidence</source>
        <translation>Aufzeichnungen hinzufügen</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Export findings</source>
        <translation>Befunde exportieren</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
</context>
<context>
    <name>FindingsText</name>
    <message>
        <source>%1 phones</source>
        <translation>%1 Telefone</translation>
    </message>
    <message>
        <source>%1 devices</source>
        <translation>%1 Geräte</translation>
    </message>
    <message>
        <source>once</source>
        <translation>einmal</translation>
    </message>
    <message>
        <source>%1 times</source>
        <translation>%1 Mal</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>refuted by: %1</source>
        <translation>widerlegt durch: %1</translation>
    </message>
    <message>
        <source>next: %1</source>
        <translation>nächster Schritt: %1</translation>
    </message>
    <message>
        <source>clears: %1</source>
        <translation>schließt aus: %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>There is no evidence yet. Drop captures, traces or logs on the window; what they prove is listed here.</source>
        <translation>Noch keine Aufzeichnungen. Ziehen Sie Mitschnitte, Traces oder Logs auf das Fenster; was sie beweisen, steht dann hier.</translation>
    </message>
    <message>
        <source>This evidence could not answer any check. What to collect stands in the guide.</source>
        <translation>Mit diesen Aufzeichnungen ließ sich keine Prüfung beantworten. Was zu sammeln ist, steht im Leitfaden.</translation>
    </message>
    <message>
        <source>No check found anything wrong in this evidence.</source>
        <translation>Keine Prüfung hat in diesen Aufzeichnungen einen Fehler gefunden.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>This evidence could not answer any check. Say in the guide what is wrong, and it tells what to collect.</source>
        <translation>Diese Aufzeichnungen konnten keine Prüfung beantworten. Im Leitfaden angeben, was nicht stimmt; er sagt dann, was zu sammeln ist.</translation>
    </message>
    <message>
        <source>1 registration ended, and no check can say why. What to collect stands in the guide.</source>
        <translation>1 Registrierung endete, und keine Prüfung kann sagen, warum. Was zu sammeln ist, steht im Leitfaden.</translation>
    </message>
    <message numerus="yes">
        <source>%n registrations ended, and no check can say why. What to collect stands in the guide.</source>
        <translation>
            <numerusform>%n Registrierung endete, und keine Prüfung kann sagen, warum. Was zu sammeln ist, steht im Leitfaden.</numerusform>
            <numerusform>%n Registrierungen endeten, und keine Prüfung kann sagen, warum. Was zu sammeln ist, steht im Leitfaden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FormatMenu</name>
    <message>
        <source>Read as…</source>
        <translation>Lesen als…</translation>
    </message>
    <message>
        <source>Capture (pcap)</source>
        <translation>Mitschnitt (pcap)</translation>
    </message>
    <message>
        <source>Capture (pcapng)</source>
        <translation>Mitschnitt (pcapng)</translation>
    </message>
    <message>
        <source>CallManager trace (SDI)</source>
        <translation>CallManager-Trace (SDI)</translation>
    </message>
    <message>
        <source>CallManager trace (SDL)</source>
        <translation>CallManager-Trace (SDL)</translation>
    </message>
    <message>
        <source>Trace of the TFTP service</source>
        <translation>Trace des TFTP-Dienstes</translation>
    </message>
    <message>
        <source>Trace of CTIManager</source>
        <translation>Trace des CTIManagers</translation>
    </message>
    <message>
        <source>Syslog with alarms of CUCM</source>
        <translation>Syslog mit Alarmen von CUCM</translation>
    </message>
    <message>
        <source>Console log of a phone</source>
        <translation>Konsolenprotokoll eines Telefons</translation>
    </message>
    <message>
        <source>Output of utils ntp status, ntpq -p</source>
        <translation>Ausgabe von utils ntp status, ntpq -p</translation>
    </message>
    <message>
        <source>Output of utils diagnose test</source>
        <translation>Ausgabe von utils diagnose test</translation>
    </message>
    <message>
        <source>Log of ntpd</source>
        <translation>Protokoll von ntpd</translation>
    </message>
    <message>
        <source>Packets as text (utils network capture, tcpdump)</source>
        <translation>Pakete als Text (utils network capture, tcpdump)</translation>
    </message>
    <message>
        <source>SIPStack log of OCS or Lync</source>
        <translation>SIPStack-Protokoll von OCS oder Lync</translation>
    </message>
    <message>
        <source>SIP proxy trace of CUPS</source>
        <translation>SIP-Proxy-Trace von CUPS</translation>
    </message>
    <message>
        <source>Log of a DHCP server</source>
        <translation>Protokoll eines DHCP-Servers</translation>
    </message>
    <message>
        <source>Registry export of Windows</source>
        <translation>Registrierungsexport von Windows</translation>
    </message>
    <message>
        <source>Output of show version</source>
        <translation>Ausgabe von show version</translation>
    </message>
    <message>
        <source>Installation log</source>
        <translation>Installationsprotokoll</translation>
    </message>
    <message>
        <source>Site description</source>
        <translation>Standortbeschreibung</translation>
    </message>
    <message>
        <source>Whittle goes by the content of a file. If it took it for the wrong format, choose the right one here.</source>
        <translation>Whittle richtet sich nach dem Inhalt einer Datei. Hat es sie für das falsche Format gehalten, wählen Sie hier das richtige.</translation>
    </message>
    <message>
        <source>Session of CUCM&apos;s command line</source>
        <translation>Sitzung an der Befehlszeile von CUCM</translation>
    </message>
</context>
<context>
    <name>GuideText</name>
    <message>
        <source>● confirmed</source>
        <translation>● bestätigt</translation>
    </message>
    <message>
        <source>◐ likely</source>
        <translation>◐ wahrscheinlich</translation>
    </message>
    <message>
        <source>○ undetermined</source>
        <translation>○ unentschieden</translation>
    </message>
    <message>
        <source>✓ healthy</source>
        <translation>✓ unauffällig</translation>
    </message>
    <message>
        <source>The evidence proves the cause by itself.</source>
        <translation>Die Aufzeichnungen allein beweisen die Ursache.</translation>
    </message>
    <message>
        <source>One suspect explains what was seen far better than the others; it is not proven.</source>
        <translation>Eine der in Betracht kommenden Ursachen erklärt das Beobachtete weit besser als die anderen; bewiesen ist sie nicht.</translation>
    </message>
    <message>
        <source>More than one suspect explains what was seen.</source>
        <translation>Mehr als eine Ursache kommt als Erklärung des Beobachteten in Betracht.</translation>
    </message>
    <message>
        <source>What was looked for was observable, and nothing is wrong.</source>
        <translation>Das Gesuchte war beobachtbar, und nichts ist auffällig.</translation>
    </message>
    <message>
        <source>%1 of %2 suspects shown</source>
        <translation>%1 von %2 in Betracht kommenden Ursachen angezeigt</translation>
    </message>
    <message>
        <source>%1 suspects</source>
        <translation>%1 in Betracht kommende Ursachen</translation>
    </message>
    <message>
        <source>%1 struck out by evidence</source>
        <translation>%1 durch Aufzeichnungen ausgeschlossen</translation>
    </message>
    <message>
        <source>%1 by you</source>
        <translation>%1 durch Sie</translation>
    </message>
    <message>
        <source>about a minute</source>
        <translation>etwa eine Minute</translation>
    </message>
    <message>
        <source>about %1 minutes</source>
        <translation>etwa %1 Minuten</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 · +%2 bit</source>
        <translation>%1 · +%2 Bit</translation>
    </message>
    <message>
        <source>the numbers say yes to ‘%1’</source>
        <translation>Zahlen zu „%1“: ja</translation>
    </message>
    <message>
        <source>the numbers say no to ‘%1’</source>
        <translation>Zahlen zu „%1“: nein</translation>
    </message>
    <message>
        <source>you answered: yes to ‘%1’</source>
        <translation>Ihre Antwort auf „%1“: ja</translation>
    </message>
    <message>
        <source>you answered: no to ‘%1’</source>
        <translation>Ihre Antwort auf „%1“: nein</translation>
    </message>
    <message>
        <source>evidence: yes to ‘%1’</source>
        <translation>Aufzeichnungen zu „%1“: ja</translation>
    </message>
    <message>
        <source>evidence: no to ‘%1’</source>
        <translation>Aufzeichnungen zu „%1“: nein</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>shifts the weights, rules nothing out</source>
        <translation>verschiebt die Gewichte, schließt nichts aus</translation>
    </message>
    <message>
        <source>leaves: %1</source>
        <translation>lässt übrig: %1</translation>
    </message>
    <message>
        <source>all but rules out: %1</source>
        <translation>schließt so gut wie aus: %1</translation>
    </message>
    <message>
        <source>Never yes with: %1</source>
        <translation>Nie ja bei: %1</translation>
    </message>
    <message>
        <source>Rarely yes with: %1</source>
        <translation>Selten ja bei: %1</translation>
    </message>
    <message>
        <source>Sometimes yes with: %1</source>
        <translation>Manchmal ja bei: %1</translation>
    </message>
    <message>
        <source>Often yes with: %1</source>
        <translation>Oft ja bei: %1</translation>
    </message>
    <message>
        <source>Usually yes with: %1</source>
        <translation>Meist ja bei: %1</translation>
    </message>
    <message>
        <source>Always yes with: %1</source>
        <translation>Immer ja bei: %1</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>The cause is proven. No question is left whose answer would change that.</source>
        <translation>Die Ursache ist bewiesen. Keine offene Frage könnte daran noch etwas ändern.</translation>
    </message>
    <message>
        <source>There is nothing left to ask: nothing that was looked for is wrong.</source>
        <translation>Es gibt nichts mehr zu fragen: Nichts von dem, was gesucht wurde, ist auffällig.</translation>
    </message>
    <message>
        <source>No question is left that would tell the remaining suspects apart. Only more evidence can: what to collect stands below.</source>
        <translation>Keine offene Frage kann die verbleibenden Ursachen noch unterscheiden. Das können nur weitere Aufzeichnungen; was zu sammeln ist, steht unten.</translation>
    </message>
    <message>
        <source>No question is left that would tell the remaining suspects apart, and no evidence that we know how to read would either. The order above is the best that can be said.</source>
        <translation>Keine offene Frage kann die verbleibenden Ursachen noch unterscheiden, und auch keine Aufzeichnungen, die wir lesen können. Mehr als die Reihenfolge oben lässt sich nicht sagen.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>1 suspect</source>
        <translation>1 in Betracht kommende Ursache</translation>
    </message>
</context>
<context>
    <name>ImportSummary</name>
    <message>
        <source>1 file read</source>
        <translation>1 Datei gelesen</translation>
    </message>
    <message numerus="yes">
        <source>%n files read</source>
        <translation>
            <numerusform>%n Datei gelesen</numerusform>
            <numerusform>%n Dateien gelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 with problems</source>
        <translation>1 mit Problemen</translation>
    </message>
    <message numerus="yes">
        <source>%n with problems</source>
        <translation>
            <numerusform>%n mit Problemen</numerusform>
            <numerusform>%n mit Problemen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 refused</source>
        <translation>1 abgelehnt</translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n abgelehnt</numerusform>
            <numerusform>%n abgelehnt</numerusform>
        </translation>
    </message>
    <message>
        <source>1 could not be opened</source>
        <translation>1 ließ sich nicht öffnen</translation>
    </message>
    <message numerus="yes">
        <source>%n could not be opened</source>
        <translation>
            <numerusform>%n ließ sich nicht öffnen</numerusform>
            <numerusform>%n ließen sich nicht öffnen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 already in the case</source>
        <translation>1 schon im Fall</translation>
    </message>
    <message numerus="yes">
        <source>%n already in the case</source>
        <translation>
            <numerusform>%n schon im Fall</numerusform>
            <numerusform>%n schon im Fall</numerusform>
        </translation>
    </message>
    <message>
        <source>1 cancelled</source>
        <translation>1 abgebrochen</translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%n abgebrochen</numerusform>
            <numerusform>%n abgebrochen</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for files… %1 found</source>
        <translation>Dateien werden gesucht … %1 gefunden</translation>
    </message>
    <message>
        <source>Looking for files…</source>
        <translation>Dateien werden gesucht …</translation>
    </message>
    <message>
        <source>Reading file %1 of %2</source>
        <translation>Datei %1 von %2 wird gelesen</translation>
    </message>
</context>
<context>
    <name>ImportText</name>
    <message>
        <source>%1 s left</source>
        <translation>noch %1 s</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>noch %1 min</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>cancelling…</source>
        <translation>wird abgebrochen…</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>wird gelesen</translation>
    </message>
    <message>
        <source>read</source>
        <translation>gelesen</translation>
    </message>
    <message>
        <source>cancelled, nothing of it was kept</source>
        <translation>abgebrochen, nichts davon wurde behalten</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>1 event</source>
        <translation>1 Ereignis</translation>
    </message>
    <message>
        <source>%1 events</source>
        <translation>%1 Ereignisse</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>frame %1</source>
        <translation>Frame %1</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>byte %1</source>
        <translation>Byte %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>less than 1 s left</source>
        <translation>noch weniger als 1 s</translation>
    </message>
    <message>
        <source>1 file inside</source>
        <translation>1 Datei darin</translation>
    </message>
    <message>
        <source>%1 files inside</source>
        <translation>%1 Dateien darin</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>nothing in it could be read</source>
        <translation>nichts darin ließ sich lesen</translation>
    </message>
    <message>
        <source>format not recognised</source>
        <translation>Format nicht erkannt</translation>
    </message>
    <message>
        <source>read, with problems</source>
        <translation>gelesen, mit Problemen</translation>
    </message>
    <message>
        <source>already in the case</source>
        <translation>schon im Fall</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>could not be opened</source>
        <translation>ließ sich nicht öffnen</translation>
    </message>
</context>
<context>
    <name>ReaderText</name>
    <message>
        <source>… and %1 more bytes</source>
        <translation>… und %1 weitere Bytes</translation>
    </message>
    <message>
        <source> … and %1 more characters</source>
        <translation> … und %1 weitere Zeichen</translation>
    </message>
    <message>
        <source>%1 %2 (%3)</source>
        <translation>%1 %2 (%3)</translation>
    </message>
    <message>
        <source>how this clock stands to the others cannot be told</source>
        <translation>wie diese Uhr zu den anderen steht, ist nicht bestimmbar</translation>
    </message>
    <message>
        <source>no difference</source>
        <translation>keine Abweichung</translation>
    </message>
    <message>
        <source>clock %1 ahead</source>
        <translation>Uhr geht %1 vor</translation>
    </message>
    <message>
        <source>clock %1 behind</source>
        <translation>Uhr geht %1 nach</translation>
    </message>
    <message>
        <source>%1, by %2</source>
        <translation>%1, Grundlage: %2</translation>
    </message>
    <message>
        <source>The evidence is not at hand, or has changed since it was read. This is the copy that the case keeps of the cited line; the lines around it are not kept.</source>
        <translation>Die Aufzeichnung ist nicht verfügbar oder wurde seit dem Einlesen geändert. Dies ist die Kopie der zitierten Zeile, die der Fall aufbewahrt; die Zeilen um sie herum werden nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>The evidence is not at hand, or has changed since it was read. This is the copy that the case keeps of the cited frame.</source>
        <translation>Die Aufzeichnung ist nicht verfügbar oder wurde seit dem Einlesen geändert. Dies ist die Kopie des zitierten Frames, die der Fall aufbewahrt.</translation>
    </message>
    <message>
        <source>… and 1 more byte</source>
        <translation>… und 1 weiteres Byte</translation>
    </message>
    <message>
        <source> … and 1 more character</source>
        <translation> … und 1 weiteres Zeichen</translation>
    </message>
    <message>
        <source>%1, ± %2, by %3</source>
        <translation>%1, ± %2, durch %3</translation>
    </message>
</context>
<context>
    <name>SourceText</name>
    <message>
        <source>frame %1</source>
        <translation>Frame %1</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>byte %1</source>
        <translation>Byte %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>no times</source>
        <translation>keine Zeitangaben</translation>
    </message>
    <message>
        <source>agrees, ± %1</source>
        <translation>stimmt überein, ± %1</translation>
    </message>
    <message>
        <source>%1 ahead, ± %2</source>
        <translation>geht %1 vor, ± %2</translation>
    </message>
    <message>
        <source>%1 behind, ± %2</source>
        <translation>geht %1 nach, ± %2</translation>
    </message>
    <message>
        <source>It drifts by %1 ppm.</source>
        <translation>Die Uhr driftet um %1 ppm.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>stated</source>
        <translation>angegeben</translation>
    </message>
    <message>
        <source>inferred</source>
        <translation>erschlossen</translation>
    </message>
    <message>
        <source>assumed</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>notice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>something is missing</source>
        <translation>etwas fehlt</translation>
    </message>
    <message>
        <source>not readable</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>Read from</source>
        <translation>Gelesen aus</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Abdeckung</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>%1 to %2: %3</source>
        <translation>%1 bis %2: %3</translation>
    </message>
    <message>
        <source>from %1: %2</source>
        <translation>ab %1: %2</translation>
    </message>
    <message>
        <source>until %1: %2</source>
        <translation>bis %1: %2</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>Keine.</translation>
    </message>
    <message>
        <source>reference clock</source>
        <translation>Referenzuhr</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>agrees</source>
        <translation>stimmt überein</translation>
    </message>
    <message>
        <source>%1 ahead</source>
        <translation>%1 vor</translation>
    </message>
    <message>
        <source>%1 behind</source>
        <translation>%1 nach</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>from, to</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>from when, how long</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>All other clocks are compared with this one.</source>
        <translation>Alle anderen Uhren werden mit dieser verglichen.</translation>
    </message>
    <message>
        <source>Based on 1 event that another source recorded too.</source>
        <translation>Gestützt auf 1 Ereignis, das auch eine andere Quelle aufgezeichnet hat.</translation>
    </message>
    <message>
        <source>information</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>left out by you</source>
        <translation>von Ihnen ausgenommen</translation>
    </message>
    <message>
        <source>Based on 1 message that another source shows too.</source>
        <translation>Gestützt auf 1 Nachricht, die auch eine andere Quelle zeigt.</translation>
    </message>
    <message>
        <source>Based on %1 messages that other sources show too.</source>
        <translation>Gestützt auf %1 Nachrichten, die auch andere Quellen zeigen.</translation>
    </message>
    <message>
        <source>Based on %1 events that other sources recorded too.</source>
        <translation>Gestützt auf %1 Ereignisse, die auch andere Quellen aufgezeichnet haben.</translation>
    </message>
    <message>
        <source>Based on the timestamps in 1 NTP exchange.</source>
        <translation>Gestützt auf die Zeitstempel in 1 NTP-Abfrage.</translation>
    </message>
    <message>
        <source>Based on the timestamps in %1 NTP exchanges.</source>
        <translation>Gestützt auf die Zeitstempel in %1 NTP-Abfragen.</translation>
    </message>
    <message>
        <source>Based on the date that 1 SIP message states.</source>
        <translation>Gestützt auf das Datum, das 1 SIP-Nachricht angibt.</translation>
    </message>
    <message>
        <source>Based on the dates that %1 SIP messages state.</source>
        <translation>Gestützt auf die Datumsangaben in %1 SIP-Nachrichten.</translation>
    </message>
    <message>
        <source>Based on the time that CallManager told a phone.</source>
        <translation>Gestützt auf die Uhrzeit, die der CallManager einem Telefon gemeldet hat.</translation>
    </message>
    <message>
        <source>Based on the time that CallManager told phones %1 times.</source>
        <translation>Gestützt auf die Uhrzeit, die der CallManager Telefonen %1 Mal gemeldet hat.</translation>
    </message>
    <message>
        <source>Based on what its host says of its own clock once.</source>
        <translation>Gestützt auf eine Angabe des Hosts über die eigene Uhr.</translation>
    </message>
    <message>
        <source>Based on what its host says of its own clock %1 times.</source>
        <translation>Gestützt auf %1 Angaben des Hosts über die eigene Uhr.</translation>
    </message>
    <message>
        <source>It has the clock of another source of the same host.</source>
        <translation>Die Quelle hat dieselbe Uhr wie eine andere Quelle desselben Hosts.</translation>
    </message>
    <message>
        <source>It has the clock of other sources of the same host.</source>
        <translation>Die Quelle hat dieselbe Uhr wie andere Quellen desselben Hosts.</translation>
    </message>
    <message>
        <source>You said that one of its events is that of another source.</source>
        <translation>Laut Ihrer Angabe ist eines der Ereignisse dieser Quelle das einer anderen Quelle.</translation>
    </message>
    <message>
        <source>You said that %1 of its events are those of other sources.</source>
        <translation>Laut Ihrer Angabe sind %1 Ereignisse dieser Quelle die anderer Quellen.</translation>
    </message>
    <message>
        <source>You set it.</source>
        <translation>Von Ihnen gestellt.</translation>
    </message>
    <message>
        <source>It lies between %1 and %2.</source>
        <translation>Die Abweichung liegt zwischen %1 und %2.</translation>
    </message>
    <message>
        <source>You left it out of the alignment: its clock is taken as it is, and its times cannot be compared with those of the others.</source>
        <translation>Von Ihnen vom Abgleich ausgenommen: Die Uhr gilt, wie sie ist, und die Zeiten der Quelle lassen sich nicht mit denen der anderen vergleichen.</translation>
    </message>
    <message>
        <source>None of its events is found in another source: its clock is taken as it is, and its times cannot be compared with those of the others.</source>
        <translation>Keines der Ereignisse dieser Quelle findet sich in einer anderen: Die Uhr gilt, wie sie ist, und die Zeiten lassen sich nicht mit denen der anderen Quellen vergleichen.</translation>
    </message>
    <message>
        <source>The source says so itself.</source>
        <translation>Die Quelle gibt sie selbst an.</translation>
    </message>
    <message>
        <source>It follows from the comparison with other sources, or from the zone of the site.</source>
        <translation>Sie folgt aus dem Vergleich mit anderen Quellen oder aus der Zeitzone des Standorts.</translation>
    </message>
    <message>
        <source>Nothing tells it; the times may be hours off.</source>
        <translation>Nichts gibt Auskunft darüber; die Zeiten können um Stunden falsch sein.</translation>
    </message>
    <message>
        <source>%1 from %2 on</source>
        <translation>%1 ab %2</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>%1 and %2 are the same moment.</source>
        <translation>%1 und %2 sind derselbe Moment.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Said of it</source>
        <translation>Ihre Angaben</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>Wechsel</translation>
    </message>
    <message>
        <source>It was set while the source recorded (see below): this is how it stood at the middle.</source>
        <translation>Sie wurde gestellt, während die Quelle aufzeichnete (siehe unten): So stand sie in der Mitte.</translation>
    </message>
</context>
<context>
    <name>TimeText</name>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>%1 ns</source>
        <translation>%1 ns</translation>
    </message>
</context>
<context>
    <name>VisibilityText</name>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Switch port</source>
        <translation>Switch-Port</translation>
    </message>
    <message>
        <source>DHCP server</source>
        <translation>DHCP-Server</translation>
    </message>
    <message>
        <source>TFTP service</source>
        <translation>TFTP-Dienst</translation>
    </message>
    <message>
        <source>CUCM</source>
        <translation>CUCM</translation>
    </message>
    <message>
        <source>NTP source</source>
        <translation>NTP-Quelle</translation>
    </message>
    <message>
        <source>Nodes&apos; clocks</source>
        <translation>Uhren der Knoten</translation>
    </message>
    <message>
        <source>DNS</source>
        <translation>DNS</translation>
    </message>
    <message>
        <source>CTI</source>
        <translation>CTI</translation>
    </message>
    <message>
        <source>Presence</source>
        <translation>Präsenz</translation>
    </message>
    <message>
        <source>OCS, Lync</source>
        <translation>OCS, Lync</translation>
    </message>
    <message>
        <source>PC client</source>
        <translation>PC-Client</translation>
    </message>
    <message>
        <source>Site, versions</source>
        <translation>Standort, Versionen</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Sonstige</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>The phones, all together.</source>
        <translation>Die Telefone, alle zusammen.</translation>
    </message>
    <message>
        <source>The port that a phone is on: link, power (PoE), voice VLAN.</source>
        <translation>Der Port, an dem ein Telefon hängt: Link, Stromversorgung (PoE), Voice-VLAN.</translation>
    </message>
    <message>
        <source>The server that gives phones their addresses, with the relays before it.</source>
        <translation>Der Server, der den Telefonen ihre Adressen gibt, mit den Relays davor.</translation>
    </message>
    <message>
        <source>The service of CUCM from which phones fetch their configuration and firmware.</source>
        <translation>Der Dienst von CUCM, von dem Telefone ihre Konfiguration und Firmware holen.</translation>
    </message>
    <message>
        <source>The nodes that phones register with.</source>
        <translation>Die Knoten, an denen sich Telefone registrieren.</translation>
    </message>
    <message>
        <source>The server from which the publisher has its time.</source>
        <translation>Der Server, von dem der Publisher seine Zeit hat.</translation>
    </message>
    <message>
        <source>The clocks of publisher and subscribers, which NTP keeps right.</source>
        <translation>Die Uhren von Publisher und Subscribern, die NTP richtig hält.</translation>
    </message>
    <message>
        <source>The servers that turn names into addresses.</source>
        <translation>Die Server, die Namen in Adressen auflösen.</translation>
    </message>
    <message>
        <source>CTIManager: through it applications control phones.</source>
        <translation>CTIManager: Über ihn steuern Anwendungen Telefone.</translation>
    </message>
    <message>
        <source>CUPS, or IM and Presence: who is there, and phone control for OCS.</source>
        <translation>CUPS oder IM and Presence: wer da ist, und Telefonsteuerung für OCS.</translation>
    </message>
    <message>
        <source>The front end of OCS, Lync or Skype for Business.</source>
        <translation>Das Front-End von OCS, Lync oder Skype for Business.</translation>
    </message>
    <message>
        <source>The PC on which CUPC, Jabber or Communicator runs.</source>
        <translation>Der PC, auf dem CUPC, Jabber oder Communicator läuft.</translation>
    </message>
    <message>
        <source>What should be: the description of the site, the versions of the nodes.</source>
        <translation>Was sein soll: die Beschreibung des Standorts, die Versionen der Knoten.</translation>
    </message>
    <message>
        <source>Seen in captures; the kind of message does not tell whose they were.</source>
        <translation>In Mitschnitten gesehen; die Art der Nachricht sagt nicht, von wem sie stammt.</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>Own account</source>
        <translation>Selbstauskunft</translation>
    </message>
    <message>
        <source>CDP, LLDP, ARP, power and link</source>
        <translation>CDP, LLDP, ARP, Stromversorgung und Link</translation>
    </message>
    <message>
        <source>Addresses given by DHCP, ICMP</source>
        <translation>Von DHCP vergebene Adressen, ICMP</translation>
    </message>
    <message>
        <source>TCP connections, UDP ports</source>
        <translation>TCP-Verbindungen, UDP-Ports</translation>
    </message>
    <message>
        <source>SCCP, SIP, TFTP, NTP and the like, seen on the wire or by the other end</source>
        <translation>SCCP, SIP, TFTP, NTP und Ähnliches, auf der Leitung oder von der Gegenseite gesehen</translation>
    </message>
    <message>
        <source>What it says about itself: a trace, a log, a status</source>
        <translation>Was es über sich selbst sagt: ein Trace, ein Log, ein Status</translation>
    </message>
    <message>
        <source>1 source</source>
        <translation>1 Quelle</translation>
    </message>
    <message>
        <source>%1 sources</source>
        <translation>%1 Quellen</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>stumm</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>Seen, with gaps</source>
        <translation>Gesehen, mit Lücken</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Gesehen</translation>
    </message>
    <message>
        <source>Watched, and nothing was there</source>
        <translation>Beobachtet, und es war nichts da</translation>
    </message>
    <message>
        <source>Nobody watched this</source>
        <translation>Niemand hat dies beobachtet</translation>
    </message>
    <message>
        <source>Nothing that Whittle reads would show this</source>
        <translation>Nichts von dem, was Whittle liest, würde dies zeigen</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Alarm: transient connection</source>
        <translation>Alarm: vorübergehende Verbindung</translation>
    </message>
    <message>
        <source>Alarm: device unregistered</source>
        <translation>Alarm: Gerät abgemeldet</translation>
    </message>
    <message>
        <source>Alarm: device registered</source>
        <translation>Alarm: Gerät registriert</translation>
    </message>
    <message>
        <source>ARP reply</source>
        <translation>ARP-Antwort</translation>
    </message>
    <message>
        <source>ARP request</source>
        <translation>ARP-Anfrage</translation>
    </message>
    <message>
        <source>CDP announcement</source>
        <translation>CDP-Ankündigung</translation>
    </message>
    <message>
        <source>DHCPACK</source>
        <translation>DHCPACK</translation>
    </message>
    <message>
        <source>DHCPDECLINE</source>
        <translation>DHCPDECLINE</translation>
    </message>
    <message>
        <source>DHCPDISCOVER</source>
        <translation>DHCPDISCOVER</translation>
    </message>
    <message>
        <source>DHCPINFORM</source>
        <translation>DHCPINFORM</translation>
    </message>
    <message>
        <source>DHCPNAK</source>
        <translation>DHCPNAK</translation>
    </message>
    <message>
        <source>DHCPOFFER</source>
        <translation>DHCPOFFER</translation>
    </message>
    <message>
        <source>DHCPRELEASE</source>
        <translation>DHCPRELEASE</translation>
    </message>
    <message>
        <source>DHCPREQUEST</source>
        <translation>DHCPREQUEST</translation>
    </message>
    <message>
        <source>ICMP unreachable</source>
        <translation>ICMP: nicht erreichbar</translation>
    </message>
    <message>
        <source>LLDP announcement</source>
        <translation>LLDP-Ankündigung</translation>
    </message>
    <message>
        <source>NTP broadcast</source>
        <translation>NTP-Broadcast</translation>
    </message>
    <message>
        <source>NTP poll</source>
        <translation>NTP-Anfrage</translation>
    </message>
    <message>
        <source>NTP control message</source>
        <translation>NTP-Steuernachricht</translation>
    </message>
    <message>
        <source>NTP log line</source>
        <translation>NTP-Logzeile</translation>
    </message>
    <message>
        <source>NTP peer status</source>
        <translation>NTP-Peer-Status</translation>
    </message>
    <message>
        <source>NTP private message</source>
        <translation>Private NTP-Nachricht</translation>
    </message>
    <message>
        <source>NTP answer</source>
        <translation>NTP-Antwort</translation>
    </message>
    <message>
        <source>NTP peer poll</source>
        <translation>NTP-Peer-Anfrage</translation>
    </message>
    <message>
        <source>NTP peer answer</source>
        <translation>NTP-Peer-Antwort</translation>
    </message>
    <message>
        <source>NTP system status</source>
        <translation>NTP-Systemstatus</translation>
    </message>
    <message>
        <source>Phone starts</source>
        <translation>Start des Telefons</translation>
    </message>
    <message>
        <source>File authentication failed</source>
        <translation>Dateiauthentifizierung fehlgeschlagen</translation>
    </message>
    <message>
        <source>Phone resets</source>
        <translation>Reset des Telefons</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Capabilities asked for</source>
        <translation>Capabilities angefordert</translation>
    </message>
    <message>
        <source>Capabilities</source>
        <translation>Capabilities</translation>
    </message>
    <message>
        <source>IpPort</source>
        <translation>IpPort</translation>
    </message>
    <message>
        <source>KeepAlive</source>
        <translation>KeepAlive</translation>
    </message>
    <message>
        <source>KeepAlive answer</source>
        <translation>KeepAlive-Antwort</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Registration accepted</source>
        <translation>Registrierung angenommen</translation>
    </message>
    <message>
        <source>Registration refused</source>
        <translation>Registrierung abgelehnt</translation>
    </message>
    <message>
        <source>Token asked for</source>
        <translation>Token angefordert</translation>
    </message>
    <message>
        <source>Token given</source>
        <translation>Token erteilt</translation>
    </message>
    <message>
        <source>Token refused</source>
        <translation>Token verweigert</translation>
    </message>
    <message>
        <source>Reset by CUCM</source>
        <translation>Reset durch CUCM</translation>
    </message>
    <message>
        <source>Time asked for</source>
        <translation>Uhrzeit angefragt</translation>
    </message>
    <message>
        <source>Time told to the phone</source>
        <translation>Uhrzeit an das Telefon gemeldet</translation>
    </message>
    <message>
        <source>Unregister</source>
        <translation>Unregister</translation>
    </message>
    <message>
        <source>Unregister accepted</source>
        <translation>Unregister angenommen</translation>
    </message>
    <message>
        <source>SIP request</source>
        <translation>SIP-Anfrage</translation>
    </message>
    <message>
        <source>SIP response</source>
        <translation>SIP-Antwort</translation>
    </message>
    <message>
        <source>TCP connection closed (FIN)</source>
        <translation>TCP-Verbindung beendet (FIN)</translation>
    </message>
    <message>
        <source>TCP bytes missing</source>
        <translation>TCP-Bytes fehlen</translation>
    </message>
    <message>
        <source>TCP retransmission</source>
        <translation>TCP-Übertragungswiederholung</translation>
    </message>
    <message>
        <source>TCP connection reset (RST)</source>
        <translation>TCP-Verbindung zurückgesetzt (RST)</translation>
    </message>
    <message>
        <source>TCP connection asked for (SYN)</source>
        <translation>TCP-Verbindung angefragt (SYN)</translation>
    </message>
    <message>
        <source>TCP connection accepted (SYN, ACK)</source>
        <translation>TCP-Verbindung angenommen (SYN, ACK)</translation>
    </message>
    <message>
        <source>TFTP acknowledgement</source>
        <translation>TFTP-Bestätigung</translation>
    </message>
    <message>
        <source>TFTP service busy</source>
        <translation>TFTP-Dienst ausgelastet</translation>
    </message>
    <message>
        <source>TFTP data</source>
        <translation>TFTP-Daten</translation>
    </message>
    <message>
        <source>TFTP error</source>
        <translation>TFTP-Fehler</translation>
    </message>
    <message>
        <source>TFTP options accepted</source>
        <translation>TFTP-Optionen angenommen</translation>
    </message>
    <message>
        <source>TFTP file asked for</source>
        <translation>TFTP-Datei angefordert</translation>
    </message>
    <message>
        <source>TFTP file offered</source>
        <translation>TFTP-Datei angeboten</translation>
    </message>
    <message>
        <source>CUCM: device registered</source>
        <translation>CUCM: Gerät registriert</translation>
    </message>
    <message>
        <source>CUCM: device unregistered</source>
        <translation>CUCM: Gerät abgemeldet</translation>
    </message>
    <message>
        <source>Trace has a gap</source>
        <translation>Lücke im Trace</translation>
    </message>
    <message>
        <source>CUCM service starts</source>
        <translation>Start des CUCM-Dienstes</translation>
    </message>
    <message>
        <source>Untitled case</source>
        <translation>Unbenannter Fall</translation>
    </message>
    <message>
        <source>Registrations, leases and events over time, in %1.</source>
        <translation>Registrierungen, Leases und Ereignisse im Zeitverlauf, Zeiten in %1.</translation>
    </message>
    <message>
        <source>Findings report</source>
        <translation>Befundbericht</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source> … and %1 characters more</source>
        <translation> … und %1 weitere Zeichen</translation>
    </message>
    <message>
        <source>Points to: %1</source>
        <translation>Deutet auf: %1</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>Would refute it: %1</source>
        <translation>Widerlegt würde es durch: %1</translation>
    </message>
    <message>
        <source>What to do: %1</source>
        <translation>Was zu tun ist: %1</translation>
    </message>
    <message>
        <source>the evidence</source>
        <translation>die Aufzeichnungen</translation>
    </message>
    <message>
        <source>the numbers</source>
        <translation>die Zahlen</translation>
    </message>
    <message>
        <source>a person; the evidence outweighs it</source>
        <translation>eine Person; die Aufzeichnungen wiegen schwerer</translation>
    </message>
    <message>
        <source>a person</source>
        <translation>eine Person</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>No check found anything that matters.</source>
        <translation>Keine Prüfung hat etwas von Bedeutung gefunden.</translation>
    </message>
    <message>
        <source>Questions answered</source>
        <translation>Beantwortete Fragen</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Answered by</source>
        <translation>Beantwortet durch</translation>
    </message>
    <message>
        <source>has no times</source>
        <translation>ohne Zeitangaben</translation>
    </message>
    <message>
        <source>cannot be told</source>
        <translation>nicht bestimmbar</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>From – to</source>
        <translation>Von – bis</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>How bad</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>There is no evidence: what stands here rests on answers alone.</source>
        <translation>Es gibt keine Aufzeichnungen: Was hier steht, beruht allein auf Antworten.</translation>
    </message>
    <message>
        <source>A clock of +2 s is two seconds ahead of the reference clock. All times in this report are corrected for it. The evidence itself was not altered.</source>
        <translation>Eine Uhr mit +2 s geht gegenüber der Referenzuhr zwei Sekunden vor. Alle Zeiten in diesem Bericht sind entsprechend korrigiert. Die Aufzeichnungen selbst wurden nicht verändert.</translation>
    </message>
    <message>
        <source>Fingerprints</source>
        <translation>Prüfsummen</translation>
    </message>
    <message>
        <source>Noticed while reading</source>
        <translation>Beim Einlesen aufgefallen</translation>
    </message>
    <message>
        <source>proven by the evidence</source>
        <translation>durch die Aufzeichnungen bewiesen</translation>
    </message>
    <message>
        <source>; and </source>
        <translation>; und </translation>
    </message>
    <message>
        <source>the evidence shows no symptom and none was chosen, so nobody is suspected</source>
        <translation>die Aufzeichnungen zeigen kein Symptom und es wurde keines gewählt, daher besteht kein Verdacht</translation>
    </message>
    <message>
        <source>the evidence does not decide; first among the suspects is %1</source>
        <translation>die Aufzeichnungen entscheiden nicht; am ehesten kommt in Betracht: %1</translation>
    </message>
    <message>
        <source>no check found a fault in what the evidence covers</source>
        <translation>keine Prüfung hat in dem, was die Aufzeichnungen abdecken, einen Fehler gefunden</translation>
    </message>
    <message>
        <source>What would decide it stands under “What to do next”.</source>
        <translation>Was die Entscheidung bringen würde, steht unter „Nächste Schritte“.</translation>
    </message>
    <message>
        <source>This holds for what was seen. When each source could have seen something stands under “Sources”.</source>
        <translation>Das gilt für das, was beobachtet wurde. Wann jede Quelle etwas hätte sehen können, steht unter „Quellen“.</translation>
    </message>
    <message>
        <source>none chosen, none shown by the evidence</source>
        <translation>keines gewählt, keines aus den Aufzeichnungen ersichtlich</translation>
    </message>
    <message>
        <source>%1 (chosen by a person)</source>
        <translation>%1 (von einer Person gewählt)</translation>
    </message>
    <message>
        <source>%1 (shown by the evidence)</source>
        <translation>%1 (aus den Aufzeichnungen ersichtlich)</translation>
    </message>
    <message>
        <source>none that a finding names</source>
        <translation>keine, die ein Befund nennt</translation>
    </message>
    <message>
        <source>no source has times</source>
        <translation>keine Quelle enthält Zeitangaben</translation>
    </message>
    <message>
        <source>%1, the zone that the evidence names for the site</source>
        <translation>%1, laut Aufzeichnungen die Zeitzone des Standorts</translation>
    </message>
    <message>
        <source>none: no source has times</source>
        <translation>keine, da keine Quelle Zeitangaben enthält</translation>
    </message>
    <message>
        <source>sources: %1, events: %2</source>
        <translation>Quellen: %1, Ereignisse: %2</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Symptom</source>
        <translation>Symptom</translation>
    </message>
    <message>
        <source>Span of time</source>
        <translation>Zeitspanne</translation>
    </message>
    <message>
        <source>Times are in</source>
        <translation>Zeitangaben in</translation>
    </message>
    <message>
        <source>Reference clock</source>
        <translation>Referenzuhr</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Aufzeichnungen</translation>
    </message>
    <message>
        <source>%1 (evidence)</source>
        <translation>%1 (Aufzeichnungen)</translation>
    </message>
    <message>
        <source>%1 – %2 (evidence)</source>
        <translation>%1 – %2 (Aufzeichnungen)</translation>
    </message>
    <message>
        <source>%1 – %2 (a person)</source>
        <translation>%1 – %2 (eine Person)</translation>
    </message>
    <message>
        <source>What it would take</source>
        <translation>Was dafür nötig wäre</translation>
    </message>
    <message>
        <source>What the evidence could not show</source>
        <translation>Was die Aufzeichnungen nicht zeigen konnten</translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation>etwa %1 min</translation>
    </message>
    <message>
        <source>“%1” rules out: %2.</source>
        <translation>„%1“ schließt aus: %2.</translation>
    </message>
    <message>
        <source>What was eliminated, and by what</source>
        <translation>Was ausgeschlossen wurde und wodurch</translation>
    </message>
    <message>
        <source>Also cleared by the evidence</source>
        <translation>Laut Aufzeichnungen ebenfalls unauffällig</translation>
    </message>
    <message>
        <source>What remains</source>
        <translation>Was übrig bleibt</translation>
    </message>
    <message>
        <source>Questions that narrow most</source>
        <translation>Fragen, die am stärksten eingrenzen</translation>
    </message>
    <message>
        <source>What to collect</source>
        <translation>Was zu sammeln ist</translation>
    </message>
    <message>
        <source>What to do next</source>
        <translation>Nächste Schritte</translation>
    </message>
    <message>
        <source>The data end too early</source>
        <translation>Die Daten enden zu früh</translation>
    </message>
    <message>
        <source>The data contradict their own format</source>
        <translation>Die Daten widersprechen ihrem eigenen Format</translation>
    </message>
    <message>
        <source>Whittle cannot read this kind of data</source>
        <translation>Whittle kann diese Art von Daten nicht lesen</translation>
    </message>
    <message>
        <source>There is nothing of that name</source>
        <translation>Es gibt nichts mit diesem Namen</translation>
    </message>
    <message>
        <source>You are not allowed to do that there</source>
        <translation>Dazu fehlt dort die Berechtigung</translation>
    </message>
    <message>
        <source>The file went away or shrank while it was read</source>
        <translation>Die Datei ist beim Lesen verschwunden oder kürzer geworden</translation>
    </message>
    <message>
        <source>There is nothing in it</source>
        <translation>Ohne Inhalt</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>The system could not read or write</source>
        <translation>Das System konnte nicht lesen oder schreiben</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Der Datenträger ist voll</translation>
    </message>
    <message>
        <source>The case file could not be read or written</source>
        <translation>Die Falldatei konnte nicht gelesen oder geschrieben werden</translation>
    </message>
    <message>
        <source>That file is not a Whittle case</source>
        <translation>Diese Datei ist kein Whittle-Fall</translation>
    </message>
    <message>
        <source>The case was written by a later Whittle</source>
        <translation>Der Fall stammt aus einer neueren Version von Whittle</translation>
    </message>
    <message>
        <source>Another Whittle has the case open</source>
        <translation>Der Fall ist in einem anderen Whittle geöffnet</translation>
    </message>
    <message>
        <source>That was not understood</source>
        <translation>Das wurde nicht verstanden</translation>
    </message>
    <message>
        <source>info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>notice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>data loss</source>
        <translation>Datenverlust</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Etwas anderes</translation>
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
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Likely</source>
        <translation>Wahrscheinlich</translation>
    </message>
    <message>
        <source>Undetermined</source>
        <translation>Unentschieden</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>Unauffällig</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>suspect</source>
        <translation>Verdacht</translation>
    </message>
    <message>
        <source>weakened</source>
        <translation>abgeschwächt</translation>
    </message>
    <message>
        <source>eliminated</source>
        <translation>ausgeschlossen</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>frame %1</source>
        <translation>Frame %1</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>offset %1</source>
        <translation>Offset %1</translation>
    </message>
    <message>
        <source>stated</source>
        <translation>angegeben</translation>
    </message>
    <message>
        <source>inferred</source>
        <translation>erschlossen</translation>
    </message>
    <message>
        <source>assumed</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>reference clock</source>
        <translation>Referenzuhr</translation>
    </message>
    <message>
        <source>one matched event</source>
        <translation>ein übereinstimmendes Ereignis</translation>
    </message>
    <message>
        <source>%1 matched events</source>
        <translation>%1 übereinstimmende Ereignisse</translation>
    </message>
    <message>
        <source>almost certain</source>
        <translation>fast sicher</translation>
    </message>
    <message>
        <source>very likely</source>
        <translation>sehr wahrscheinlich</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>wahrscheinlich</translation>
    </message>
    <message>
        <source>more likely than not</source>
        <translation>eher wahrscheinlich</translation>
    </message>
    <message>
        <source>possible</source>
        <translation>möglich</translation>
    </message>
    <message>
        <source>unlikely</source>
        <translation>unwahrscheinlich</translation>
    </message>
    <message>
        <source>very unlikely</source>
        <translation>sehr unwahrscheinlich</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>What to do first</source>
        <translation>Was zuerst zu tun ist</translation>
    </message>
    <message>
        <source>Alarm: CUCM service started</source>
        <translation>Alarm: CUCM-Dienst gestartet</translation>
    </message>
    <message>
        <source>Alarm: connection failed</source>
        <translation>Alarm: Verbindung fehlgeschlagen</translation>
    </message>
    <message>
        <source>Alarm: reset by CUCM</source>
        <translation>Alarm: Reset durch CUCM</translation>
    </message>
    <message>
        <source>Alarm: restart by CUCM</source>
        <translation>Alarm: Neustart durch CUCM</translation>
    </message>
    <message>
        <source>BOOTP reply</source>
        <translation>BOOTP-Antwort</translation>
    </message>
    <message>
        <source>BOOTP request</source>
        <translation>BOOTP-Anfrage</translation>
    </message>
    <message>
        <source>Comment in the capture</source>
        <translation>Kommentar im Mitschnitt</translation>
    </message>
    <message>
        <source>CTI: application connects</source>
        <translation>CTI: Anwendung verbindet sich</translation>
    </message>
    <message>
        <source>CTI: device in service</source>
        <translation>CTI: Gerät in Betrieb</translation>
    </message>
    <message>
        <source>CTI: device asked for</source>
        <translation>CTI: Gerät angefordert</translation>
    </message>
    <message>
        <source>CTI: device refused</source>
        <translation>CTI: Gerät verweigert</translation>
    </message>
    <message>
        <source>CTI: device given</source>
        <translation>CTI: Gerät bereitgestellt</translation>
    </message>
    <message>
        <source>CTI: device out of service</source>
        <translation>CTI: Gerät außer Betrieb</translation>
    </message>
    <message>
        <source>CTI: request refused</source>
        <translation>CTI: Anfrage abgelehnt</translation>
    </message>
    <message>
        <source>CTI: heartbeat</source>
        <translation>CTI: Heartbeat</translation>
    </message>
    <message>
        <source>CTI: line refused</source>
        <translation>CTI: Leitung verweigert</translation>
    </message>
    <message>
        <source>CTI: line out of service</source>
        <translation>CTI: Leitung außer Betrieb</translation>
    </message>
    <message>
        <source>CTI: login</source>
        <translation>CTI: Anmeldung</translation>
    </message>
    <message>
        <source>CTI: login refused</source>
        <translation>CTI: Anmeldung abgelehnt</translation>
    </message>
    <message>
        <source>CTI: provider closed</source>
        <translation>CTI: Provider geschlossen</translation>
    </message>
    <message>
        <source>CTI: provider asked for</source>
        <translation>CTI: Provider angefordert</translation>
    </message>
    <message>
        <source>CTI: provider refused</source>
        <translation>CTI: Provider verweigert</translation>
    </message>
    <message>
        <source>CTI: provider given</source>
        <translation>CTI: Provider bereitgestellt</translation>
    </message>
    <message>
        <source>DHCPFORCERENEW</source>
        <translation>DHCPFORCERENEW</translation>
    </message>
    <message>
        <source>DHCP server log line</source>
        <translation>Logzeile des DHCP-Servers</translation>
    </message>
    <message>
        <source>Diagnostic test of CUCM</source>
        <translation>Diagnosetest von CUCM</translation>
    </message>
    <message>
        <source>HTTP file asked for</source>
        <translation>HTTP-Datei angefordert</translation>
    </message>
    <message>
        <source>HTTP answer</source>
        <translation>HTTP-Antwort</translation>
    </message>
    <message>
        <source>ICMP packet too big</source>
        <translation>ICMP: Paket zu groß</translation>
    </message>
    <message>
        <source>ICMP redirect</source>
        <translation>ICMP: Umleitung</translation>
    </message>
    <message>
        <source>ICMP time exceeded</source>
        <translation>ICMP: Zeit überschritten</translation>
    </message>
    <message>
        <source>Installation complete</source>
        <translation>Installation abgeschlossen</translation>
    </message>
    <message>
        <source>Installation error</source>
        <translation>Installationsfehler</translation>
    </message>
    <message>
        <source>Installation failed</source>
        <translation>Installation fehlgeschlagen</translation>
    </message>
    <message>
        <source>Upgrade refused</source>
        <translation>Upgrade abgelehnt</translation>
    </message>
    <message>
        <source>Installation starts</source>
        <translation>Start der Installation</translation>
    </message>
    <message>
        <source>Version of a node</source>
        <translation>Version eines Knotens</translation>
    </message>
    <message>
        <source>NTP server configured</source>
        <translation>Konfigurierter NTP-Server</translation>
    </message>
    <message>
        <source>Phone changes its registration</source>
        <translation>Registrierung des Telefons ändert sich</translation>
    </message>
    <message>
        <source>Cause of the phone&apos;s last restart</source>
        <translation>Grund des letzten Telefonneustarts</translation>
    </message>
    <message>
        <source>Registry entry deleted</source>
        <translation>Registry-Eintrag gelöscht</translation>
    </message>
    <message>
        <source>Registry value</source>
        <translation>Registry-Wert</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>TCP bytes that came late</source>
        <translation>Verspätete TCP-Bytes</translation>
    </message>
    <message>
        <source>CUCM: connection accepted</source>
        <translation>CUCM: Verbindung angenommen</translation>
    </message>
    <message>
        <source>CUPS: phone opened by CTI</source>
        <translation>CUPS: Telefon per CTI geöffnet</translation>
    </message>
    <message>
        <source>CUPS: CTI login</source>
        <translation>CUPS: CTI-Anmeldung</translation>
    </message>
    <message>
        <source>CUCM: device process starts</source>
        <translation>CUCM: Geräteprozess gestartet</translation>
    </message>
    <message>
        <source>CUCM: device process stops</source>
        <translation>CUCM: Geräteprozess gestoppt</translation>
    </message>
    <message>
        <source>CUCM: connection ended</source>
        <translation>CUCM: Verbindung beendet</translation>
    </message>
    <message>
        <source>Trace file begins</source>
        <translation>Beginn der Trace-Datei</translation>
    </message>
    <message>
        <source>OCS: connection failed</source>
        <translation>OCS: Verbindung fehlgeschlagen</translation>
    </message>
    <message>
        <source>OCS: diagnostic</source>
        <translation>OCS: Diagnose</translation>
    </message>
    <message>
        <source>CUPS: phone control asked for</source>
        <translation>CUPS: Telefonsteuerung angefordert</translation>
    </message>
    <message>
        <source>CUPS: access denied</source>
        <translation>CUPS: Zugriff verweigert</translation>
    </message>
    <message>
        <source>CUPS: error</source>
        <translation>CUPS: Fehler</translation>
    </message>
    <message>
        <source>CUCM: TLS refused</source>
        <translation>CUCM: TLS abgelehnt</translation>
    </message>
    <message>
        <source>Malformed message</source>
        <translation>Fehlerhafte Nachricht</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>none; %1 was the last</source>
        <translation>keiner; zuletzt %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>the evidence goes on for %1</source>
        <translation>die Aufzeichnungen gehen noch %1 weiter</translation>
    </message>
    <message>
        <source>to the end of the evidence</source>
        <translation>bis zum Ende der Aufzeichnungen</translation>
    </message>
    <message>
        <source>a keepalive</source>
        <translation>ein Keepalive</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>MAC address</source>
        <translation>MAC-Adresse</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Rufnummer</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Switch and port</source>
        <translation>Switch und Port</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt gesehen</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Fakten</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>not observable</source>
        <translation>nicht beobachtbar</translation>
    </message>
    <message>
        <source>keepalives only</source>
        <translation>nur Keepalives</translation>
    </message>
    <message>
        <source>Its times cannot be compared with those of other sources.</source>
        <translation>Die Zeiten dieser Quelle lassen sich nicht mit denen anderer Quellen vergleichen.</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>überall</translation>
    </message>
    <message>
        <source>%1, from %2 on</source>
        <translation>%1, ab %2</translation>
    </message>
    <message>
        <source>%1, from %2 to before %3</source>
        <translation>%1, ab %2 bis vor %3</translation>
    </message>
    <message>
        <source>the whole log</source>
        <translation>das gesamte Log</translation>
    </message>
    <message>
        <source>No finding and no check names it.</source>
        <translation>Kein Befund und keine Prüfung nennt das Gerät.</translation>
    </message>
    <message>
        <source>source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>events, keepalives aside</source>
        <translation>Ereignisse ohne Keepalives</translation>
    </message>
    <message>
        <source>from</source>
        <translation>von</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>then nothing of it for</source>
        <translation>danach nichts mehr, Dauer</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identität</translation>
    </message>
    <message>
        <source>what</source>
        <translation>was</translation>
    </message>
    <message>
        <source>where</source>
        <translation>wo</translation>
    </message>
    <message>
        <source>when</source>
        <translation>wann</translation>
    </message>
    <message>
        <source>why</source>
        <translation>warum</translation>
    </message>
    <message>
        <source>none seen</source>
        <translation>keine gesehen</translation>
    </message>
    <message>
        <source>%1, no answer seen</source>
        <translation>%1, keine Antwort gesehen</translation>
    </message>
    <message>
        <source>%1, all answered</source>
        <translation>%1, alle beantwortet</translation>
    </message>
    <message>
        <source>%1, %2 answered</source>
        <translation>%1, davon %2 beantwortet</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Registrations</source>
        <translation>Registrierungen</translation>
    </message>
    <message>
        <source>lasted</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>node</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>began</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>keepalives</source>
        <translation>Keepalives</translation>
    </message>
    <message>
        <source>No source shows it registered.</source>
        <translation>Keine Quelle zeigt eine Registrierung des Geräts.</translation>
    </message>
    <message>
        <source>Leases</source>
        <translation>Leases</translation>
    </message>
    <message>
        <source>address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>bound</source>
        <translation>vergeben</translation>
    </message>
    <message>
        <source>length</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>T1</source>
        <translation>T1</translation>
    </message>
    <message>
        <source>T2</source>
        <translation>T2</translation>
    </message>
    <message>
        <source>expires</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>No source shows a lease of it.</source>
        <translation>Keine Quelle zeigt eine Lease des Geräts.</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>at</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>what it asks</source>
        <translation>Anliegen</translation>
    </message>
    <message>
        <source>what came of it</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Dialoge</translation>
    </message>
    <message>
        <source>between</source>
        <translation>zwischen</translation>
    </message>
    <message>
        <source>messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>a record names it</source>
        <translation>ein Datensatz nennt es</translation>
    </message>
    <message>
        <source>phones are named after their MAC address</source>
        <translation>Telefone heißen nach ihrer MAC-Adresse</translation>
    </message>
    <message>
        <source>the log of its console names it</source>
        <translation>das Log seiner Konsole nennt es</translation>
    </message>
    <message>
        <source>the file is named after it</source>
        <translation>die Datei ist danach benannt</translation>
    </message>
    <message>
        <source>a record shows both the device and the connection</source>
        <translation>ein Datensatz zeigt sowohl das Gerät als auch die Verbindung</translation>
    </message>
    <message>
        <source>a record shows both the device and the address</source>
        <translation>ein Datensatz zeigt sowohl das Gerät als auch die Adresse</translation>
    </message>
    <message>
        <source>leased to it, until the lease ends</source>
        <translation>ihm als Lease vergeben, bis diese endet</translation>
    </message>
    <message>
        <source>it registered from there, until that ends</source>
        <translation>es hat sich von dort registriert; gilt, bis die Registrierung endet</translation>
    </message>
    <message>
        <source>from the first to the last record that shows both</source>
        <translation>vom ersten bis zum letzten Datensatz, der beides zeigt</translation>
    </message>
    <message>
        <source>another source shows whose the address was at that time</source>
        <translation>eine andere Quelle zeigt, wem die Adresse zu dieser Zeit gehörte</translation>
    </message>
    <message>
        <source>it says so when it registers</source>
        <translation>es gibt dies bei der Registrierung an</translation>
    </message>
    <message>
        <source>a line of the trace shows both</source>
        <translation>eine Zeile des Traces zeigt beides</translation>
    </message>
    <message>
        <source>it and one port of a switch announce themselves there</source>
        <translation>das Gerät und ein einziger Switch-Port kündigen sich dort an</translation>
    </message>
    <message>
        <source>the relay agent adds it to its DHCP messages (option 82)</source>
        <translation>der Relay-Agent fügt dies den DHCP-Nachrichten des Geräts hinzu (Option 82)</translation>
    </message>
    <message>
        <source>the phone names its neighbour in an alarm</source>
        <translation>das Telefon nennt seinen Nachbarn in einem Alarm</translation>
    </message>
    <message>
        <source>the description of the site says so</source>
        <translation>die Beschreibung des Standorts gibt es an</translation>
    </message>
    <message>
        <source>a user&apos;s phone control names it</source>
        <translation>die Telefonsteuerung eines Benutzers nennt es</translation>
    </message>
    <message>
        <source>before the evidence begins</source>
        <translation>vor Beginn der Aufzeichnungen</translation>
    </message>
    <message>
        <source>powered on</source>
        <translation>eingeschaltet</translation>
    </message>
    <message>
        <source>restarted</source>
        <translation>neu gestartet</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>zurückgesetzt</translation>
    </message>
    <message>
        <source>registered again</source>
        <translation>erneut registriert</translation>
    </message>
    <message>
        <source>back to the node it prefers</source>
        <translation>zurück zum bevorzugten Knoten</translation>
    </message>
    <message>
        <source>registered</source>
        <translation>registriert</translation>
    </message>
    <message>
        <source>takes an offer (selecting)</source>
        <translation>nimmt ein Angebot an (selecting)</translation>
    </message>
    <message>
        <source>after a start (init-reboot)</source>
        <translation>nach einem Start (init-reboot)</translation>
    </message>
    <message>
        <source>renews at its server (renewing)</source>
        <translation>verlängert bei seinem Server (renewing)</translation>
    </message>
    <message>
        <source>asks any server (rebinding)</source>
        <translation>fragt einen beliebigen Server (rebinding)</translation>
    </message>
    <message>
        <source>no end seen</source>
        <translation>kein Ende gesehen</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>beantwortet</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>hung up</source>
        <translation>aufgelegt</translation>
    </message>
    <message>
        <source>unregistered</source>
        <translation>abgemeldet</translation>
    </message>
    <message>
        <source>connection closed</source>
        <translation>Verbindung geschlossen</translation>
    </message>
    <message>
        <source>connection reset</source>
        <translation>Verbindung zurückgesetzt</translation>
    </message>
    <message>
        <source>protocol %1</source>
        <translation>Protokoll %1</translation>
    </message>
    <message>
        <source>address %1</source>
        <translation>Adresse %1</translation>
    </message>
    <message>
        <source>node %1</source>
        <translation>Knoten %1</translation>
    </message>
    <message>
        <source>Call-ID %1</source>
        <translation>Call-ID %1</translation>
    </message>
    <message>
        <source>handle %1</source>
        <translation>Handle %1</translation>
    </message>
    <message>
        <source>granted every %1</source>
        <translation>gewährt: alle %1</translation>
    </message>
    <message>
        <source>seen every %1</source>
        <translation>gesehen: alle %1</translation>
    </message>
    <message>
        <source>%1 missing</source>
        <translation>fehlend: %1</translation>
    </message>
    <message>
        <source>%1 keepalives</source>
        <translation>Keepalives: %1</translation>
    </message>
    <message>
        <source>%1 answers</source>
        <translation>Antworten: %1</translation>
    </message>
    <message>
        <source>closed by: %1</source>
        <translation>geschlossen durch: %1</translation>
    </message>
    <message>
        <source>reason code %1</source>
        <translation>Grundcode %1</translation>
    </message>
    <message>
        <source>reason: %1</source>
        <translation>Grund: %1</translation>
    </message>
    <message>
        <source>the phone&apos;s code %1</source>
        <translation>Code des Telefons: %1</translation>
    </message>
    <message>
        <source>the phone says: %1</source>
        <translation>das Telefon sagt: %1</translation>
    </message>
    <message>
        <source>nobody recorded for %1 of it</source>
        <translation>davon %1 lang nichts aufgezeichnet</translation>
    </message>
    <message>
        <source>lease of %1</source>
        <translation>Lease von %1</translation>
    </message>
    <message>
        <source>server %1</source>
        <translation>Server %1</translation>
    </message>
    <message>
        <source>relay %1</source>
        <translation>Relay %1</translation>
    </message>
    <message>
        <source>refused by %1</source>
        <translation>abgelehnt von %1</translation>
    </message>
    <message>
        <source>other servers: %1</source>
        <translation>andere Server: %1</translation>
    </message>
    <message>
        <source>%1 renewals</source>
        <translation>Verlängerungen: %1</translation>
    </message>
    <message>
        <source>%1 that nobody watched</source>
        <translation>unbeobachtet: %1</translation>
    </message>
    <message>
        <source>mask %1</source>
        <translation>Maske %1</translation>
    </message>
    <message>
        <source>router %1</source>
        <translation>Router %1</translation>
    </message>
    <message>
        <source>name servers %1</source>
        <translation>Nameserver %1</translation>
    </message>
    <message>
        <source>domain %1</source>
        <translation>Domäne %1</translation>
    </message>
    <message>
        <source>host name %1</source>
        <translation>Hostname %1</translation>
    </message>
    <message>
        <source>vendor class %1</source>
        <translation>Vendor Class %1</translation>
    </message>
    <message>
        <source>TFTP server %1</source>
        <translation>TFTP-Server %1</translation>
    </message>
    <message>
        <source>NTP server %1</source>
        <translation>NTP-Server %1</translation>
    </message>
    <message>
        <source>circuit %1</source>
        <translation>Circuit-ID %1</translation>
    </message>
    <message>
        <source>remote id %1</source>
        <translation>Remote-ID %1</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>analogue adapter</source>
        <translation>Analogadapter</translation>
    </message>
    <message>
        <source>program on a computer</source>
        <translation>Programm auf einem Computer</translation>
    </message>
    <message>
        <source>media resource of a server</source>
        <translation>Medienressource eines Servers</translation>
    </message>
    <message>
        <source>gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>kind not known</source>
        <translation>Art nicht bekannt</translation>
    </message>
    <message>
        <source>asks for an address</source>
        <translation>bittet um eine Adresse</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>one matched message</source>
        <translation>eine übereinstimmende Nachricht</translation>
    </message>
    <message>
        <source>%1 matched messages</source>
        <translation>%1 übereinstimmende Nachrichten</translation>
    </message>
    <message>
        <source>Phone got no address</source>
        <translation>Telefon bekam keine Adresse</translation>
    </message>
    <message>
        <source>Phone got no configuration</source>
        <translation>Telefon bekam keine Konfiguration</translation>
    </message>
    <message>
        <source>set while it recorded</source>
        <translation>während der Aufzeichnung gestellt</translation>
    </message>
    <message>
        <source>set %1 times while it recorded</source>
        <translation>während der Aufzeichnung %1-mal gestellt</translation>
    </message>
    <message>
        <source>It is there, and follows from: %1</source>
        <translation>Das liegt vor und folgt aus: %1</translation>
    </message>
    <message>
        <source>This is firm: no single answer carries it.</source>
        <translation>Das ist gesichert: Es hängt an keiner einzelnen Antwort.</translation>
    </message>
    <message>
        <source>This depends on what is known of: %1</source>
        <translation>Das hängt vom Wissen hierüber ab: %1</translation>
    </message>
</context>
<context>
    <name>knowledge</name>
    <message>
        <source>DHCP server refuses the renewal</source>
        <translation>DHCP-Server lehnt die Verlängerung ab</translation>
    </message>
    <message>
        <source>The phone asks to keep its address and the server says no (DHCPNAK). The phone must give the address up, and it resets to get another one.</source>
        <translation>Das Telefon möchte seine Adresse behalten, und der Server lehnt ab (DHCPNAK). Das Telefon muss die Adresse abgeben und startet neu, um eine andere zu bekommen.</translation>
    </message>
    <message>
        <source>On the DHCP server, look at the scope and at the phone&apos;s lease: was the scope changed, the lease deleted, the address given to somebody else, or does a failover partner disagree? On a Cisco router: `show ip dhcp binding`, then `debug ip dhcp server events` until the next renewal.</source>
        <translation>Auf dem DHCP-Server den Scope und die Lease des Telefons prüfen: Wurde der Scope geändert, die Lease gelöscht, die Adresse anderweitig vergeben, oder ist ein Failover-Partner anderer Meinung? Auf einem Cisco-Router: `show ip dhcp binding`, dann `debug ip dhcp server events` bis zur nächsten Verlängerung.</translation>
    </message>
    <message>
        <source>Resets at half of the lease, nothing more seen</source>
        <translation>Resets nach der halben Lease, mehr ist nicht zu sehen</translation>
    </message>
    <message>
        <source>The phones reset when half of their lease is over. That is when they ask to renew it, so it is the renewal that fails, although nobody has watched it fail.</source>
        <translation>Die Telefone führen einen Reset aus, wenn die Hälfte ihrer Lease abgelaufen ist. Dann bitten sie um die Verlängerung. Also scheitert die Verlängerung, auch wenn niemand es beobachtet hat.</translation>
    </message>
    <message>
        <source>Capture DHCP at the phone&apos;s port (UDP 67 and 68) over the next half of the lease, and see what the server answers to the renewal.</source>
        <translation>Am Port des Telefons DHCP mitschneiden (UDP 67 und 68), und zwar über die nächste halbe Lease, und prüfen, was der Server auf die Verlängerung antwortet.</translation>
    </message>
    <message>
        <source>DHCP server does not answer</source>
        <translation>DHCP-Server antwortet nicht</translation>
    </message>
    <message>
        <source>The phone&apos;s DHCP requests leave and nothing comes back. The phone keeps its address until the lease runs out, then it has none.</source>
        <translation>Die DHCP-Anfragen des Telefons gehen hinaus, und nichts kommt zurück. Das Telefon behält seine Adresse, bis die Lease abläuft; danach hat es keine mehr.</translation>
    </message>
    <message>
        <source>Check that the DHCP service runs, that the phone&apos;s gateway relays to it (ip helper-address) and that nothing blocks UDP 67 between the phones and the server, also for unicast.</source>
        <translation>Prüfen, ob der DHCP-Dienst läuft, ob das Gateway der Telefone die Anfragen an ihn weiterleitet (ip helper-address) und ob nichts UDP 67 zwischen Telefonen und Server blockiert, auch nicht für Unicast.</translation>
    </message>
    <message>
        <source>No free addresses</source>
        <translation>Keine freien Adressen</translation>
    </message>
    <message>
        <source>The DHCP server has no address left to give. Phones that have one keep it, phones that start get none.</source>
        <translation>Der DHCP-Server hat keine Adresse mehr zu vergeben. Telefone, die eine haben, behalten sie; Telefone, die neu starten, bekommen keine.</translation>
    </message>
    <message>
        <source>On the DHCP server, compare the leases in use with the size of the scope (Cisco router: `show ip dhcp pool`). Enlarge the scope or shorten the lease.</source>
        <translation>Auf dem DHCP-Server die vergebenen Leases mit der Größe des Scopes vergleichen (Cisco-Router: `show ip dhcp pool`). Den Scope vergrößern oder die Lease verkürzen.</translation>
    </message>
    <message>
        <source>A second DHCP server answers</source>
        <translation>Ein zweiter DHCP-Server antwortet</translation>
    </message>
    <message>
        <source>An unexpected DHCP server answers in the phones&apos; network, with other options. A phone that takes its offer finds neither the right router nor CUCM.</source>
        <translation>Im Netz der Telefone antwortet ein unerwarteter DHCP-Server mit anderen Optionen. Ein Telefon, das sein Angebot annimmt, findet weder den richtigen Router noch CUCM.</translation>
    </message>
    <message>
        <source>Find the server&apos;s MAC address on the switch (`show mac address-table address &lt;MAC&gt;`), take it off the network and turn on DHCP snooping.</source>
        <translation>Die MAC-Adresse des Servers auf dem Switch suchen (`show mac address-table address &lt;MAC&gt;`), den Server vom Netz nehmen und DHCP-Snooping einschalten.</translation>
    </message>
    <message>
        <source>Address already in use</source>
        <translation>Adresse bereits in Gebrauch</translation>
    </message>
    <message>
        <source>The address that the phone is given is used by another device. The phone declines it and starts again.</source>
        <translation>Die Adresse, die das Telefon erhält, wird von einem anderen Gerät benutzt. Das Telefon weist sie zurück und beginnt von vorn.</translation>
    </message>
    <message>
        <source>Find who answers ARP for the address (`show ip arp &lt;address&gt;` on the router), give that device another address, or exclude it from the scope.</source>
        <translation>Feststellen, wer für die Adresse auf ARP antwortet (`show ip arp &lt;Adresse&gt;` auf dem Router), diesem Gerät eine andere Adresse geben oder die Adresse aus dem Scope ausschließen.</translation>
    </message>
    <message>
        <source>Keepalives are lost on the way</source>
        <translation>Keepalives gehen unterwegs verloren</translation>
    </message>
    <message>
        <source>The phone and CUCM keep up their connection with keepalives. Three lost in a row end the registration; the phone keeps its address and registers again.</source>
        <translation>Telefon und CUCM halten ihre Verbindung mit Keepalives aufrecht. Gehen drei hintereinander verloren, endet die Registrierung; das Telefon behält seine Adresse und registriert sich neu.</translation>
    </message>
    <message>
        <source>Capture at the phone and at CUCM at the same time and see at which point the keepalives go missing. Then look at the links between: `show interfaces` (errors, drops), spanning tree, QoS, WAN load.</source>
        <translation>Gleichzeitig am Telefon und am CUCM mitschneiden und feststellen, an welcher Stelle die Keepalives verschwinden. Dann die Strecken dazwischen prüfen: `show interfaces` (Fehler, Drops), Spanning Tree, QoS, WAN-Auslastung.</translation>
    </message>
    <message>
        <source>Something on the way closes the connection</source>
        <translation>Etwas unterwegs beendet die Verbindung</translation>
    </message>
    <message>
        <source>A firewall or another device between the phone and CUCM ends their TCP connection with a reset that neither of them sent.</source>
        <translation>Eine Firewall oder ein anderes Gerät zwischen Telefon und CUCM beendet die TCP-Verbindung mit einem TCP-Reset, den keiner der beiden gesendet hat.</translation>
    </message>
    <message>
        <source>Compare the TTL of the reset with that of CUCM&apos;s other packets. On the firewall, look at the TCP idle timeout, the inspection of SCCP or SIP, and the logs at that moment.</source>
        <translation>Die TTL des TCP-Resets mit der anderer Pakete von CUCM vergleichen. Auf der Firewall den TCP-Idle-Timeout, die Inspektion von SCCP oder SIP und die Logs dieses Zeitpunkts prüfen.</translation>
    </message>
    <message>
        <source>Phone comes back in another VLAN</source>
        <translation>Telefon kommt in einem anderen VLAN zurück</translation>
    </message>
    <message>
        <source>The phone&apos;s port or its voice VLAN changed, so the phone starts again with an address of another subnet.</source>
        <translation>Der Port des Telefons oder sein Voice-VLAN hat sich geändert; das Telefon startet deshalb mit einer Adresse aus einem anderen Subnetz neu.</translation>
    </message>
    <message>
        <source>On the switch: `show interfaces &lt;port&gt; switchport` and `show cdp neighbors &lt;port&gt; detail`. Compare the voice VLAN with the one that it should be, and look who changed it.</source>
        <translation>Auf dem Switch: `show interfaces &lt;Port&gt; switchport` und `show cdp neighbors &lt;Port&gt; detail`. Das Voice-VLAN mit dem vorgesehenen vergleichen und nachsehen, wer es geändert hat.</translation>
    </message>
    <message>
        <source>CUCM does not answer keepalives</source>
        <translation>CUCM beantwortet Keepalives nicht</translation>
    </message>
    <message>
        <source>The phones&apos; keepalives arrive at CUCM and no answer leaves it: the server is overloaded or its CallManager service hangs.</source>
        <translation>Die Keepalives der Telefone kommen am CUCM an, aber keine Antwort verlässt ihn: Der Server ist überlastet, oder sein CallManager-Dienst hängt.</translation>
    </message>
    <message>
        <source>On the node: `show process load cpu`, `utils service list`, and look for Code Yellow and for core files (`utils core active list`).</source>
        <translation>Auf dem Knoten: `show process load cpu`, `utils service list`; außerdem nach Code Yellow und nach Core-Dateien suchen (`utils core active list`).</translation>
    </message>
    <message>
        <source>CallManager service restarted</source>
        <translation>CallManager-Dienst neu gestartet</translation>
    </message>
    <message>
        <source>The CallManager service, or its whole server, went down and came back. All phones of the node lose their registration at once.</source>
        <translation>Der CallManager-Dienst oder der ganze Server ist ausgefallen und wieder angelaufen. Alle Telefone des Knotens verlieren gleichzeitig ihre Registrierung.</translation>
    </message>
    <message>
        <source>On the node: `utils service list` and `show status` (uptime). Look in the system log for who or what restarted it, and for core files (`utils core active list`).</source>
        <translation>Auf dem Knoten: `utils service list` und `show status` (Uptime). Im Systemlog nachsehen, wer oder was ihn neu gestartet hat, und nach Core-Dateien suchen (`utils core active list`).</translation>
    </message>
    <message>
        <source>Somebody reset the phones in CUCM</source>
        <translation>Jemand hat die Telefone in CUCM zurückgesetzt</translation>
    </message>
    <message>
        <source>An administrator pressed Reset, Restart or Apply Config for the phones, or changed something that does it for all phones of a device pool.</source>
        <translation>Ein Administrator hat für die Telefone Reset, Restart oder Apply Config ausgelöst oder etwas geändert, das dies für alle Telefone eines Device Pools bewirkt.</translation>
    </message>
    <message>
        <source>Look in the audit log of that time (RTMT, AuditLog Viewer) and ask the administrators.</source>
        <translation>Im Audit-Log dieses Zeitraums nachsehen (RTMT, AuditLog Viewer) und die Administratoren fragen.</translation>
    </message>
    <message>
        <source>Phone loses power</source>
        <translation>Telefon verliert Strom</translation>
    </message>
    <message>
        <source>The phone starts from nothing: its power or its cable was interrupted. A group of phones at once means their switch.</source>
        <translation>Das Telefon startet von null: Stromversorgung oder Kabel waren unterbrochen. Trifft es eine Gruppe von Telefonen gleichzeitig, liegt es an ihrem Switch.</translation>
    </message>
    <message>
        <source>On the switch: `show power inline &lt;port&gt;` and `show logging`. Change the cable, then the port, then the phone.</source>
        <translation>Auf dem Switch: `show power inline &lt;Port&gt;` und `show logging`. Erst das Kabel tauschen, dann den Port, dann das Telefon.</translation>
    </message>
    <message>
        <source>Do all phones suffer?</source>
        <translation>Sind alle Telefone betroffen?</translation>
    </message>
    <message>
        <source>All phones at once have something in common: CUCM, the DHCP server or a link. A few phones point at what only they share.</source>
        <translation>Sind alle Telefone gleichzeitig betroffen, liegt es an etwas Gemeinsamem: CUCM, DHCP-Server oder einer Strecke. Einzelne Telefone weisen auf das hin, was nur sie gemeinsam haben.</translation>
    </message>
    <message>
        <source>Ask two people in other rooms and on other floors. In CUCM: Device &gt; Phone, compare the Status column with your list.</source>
        <translation>Fragen Sie zwei Personen in anderen Räumen und auf anderen Etagen. In CUCM: Device &gt; Phone, die Spalte Status mit Ihrer Liste vergleichen.</translation>
    </message>
    <message>
        <source>Are all phones that suffer in one office?</source>
        <translation>Befinden sich alle betroffenen Telefone an einem Standort?</translation>
    </message>
    <message>
        <source>One office points at its network, its switches and its DHCP scope. Several offices have CUCM and the central servers in common.</source>
        <translation>Ein einzelner Standort weist auf sein Netz, seine Switches und seinen DHCP-Scope hin. Mehrere Standorte haben CUCM und die zentralen Server gemeinsam.</translation>
    </message>
    <message>
        <source>Ask the other offices whether they see it too.</source>
        <translation>Fragen Sie an den anderen Standorten nach, ob es auch dort auftritt.</translation>
    </message>
    <message>
        <source>Are all phones that suffer on one switch?</source>
        <translation>Hängen alle betroffenen Telefone an einem Switch?</translation>
    </message>
    <message>
        <source>One switch means power, a port, a VLAN or an uplink. Phones on several switches rule the single switch out.</source>
        <translation>Ein einzelner Switch weist auf Stromversorgung, Port, VLAN oder Uplink hin. Telefone an mehreren Switches schließen den einzelnen Switch aus.</translation>
    </message>
    <message>
        <source>On the switch: `show cdp neighbors | include SEP`. Or on each phone&apos;s web page: Network Statistics, Neighbor Device ID.</source>
        <translation>Auf dem Switch: `show cdp neighbors | include SEP`. Oder auf der Webseite jedes Telefons: Network Statistics, Neighbor Device ID.</translation>
    </message>
    <message>
        <source>Are all phones that suffer in one subnet?</source>
        <translation>Befinden sich alle betroffenen Telefone in einem Subnetz?</translation>
    </message>
    <message>
        <source>A DHCP fault stays in the subnets of its scope. What an administrator does follows device pools, not subnets.</source>
        <translation>Ein DHCP-Fehler bleibt auf die Subnetze seines Scopes beschränkt. Eingriffe eines Administrators folgen Device Pools, nicht Subnetzen.</translation>
    </message>
    <message>
        <source>In CUCM: Device &gt; Phone, compare the IP addresses of the phones that suffer.</source>
        <translation>In CUCM: Device &gt; Phone, die IP-Adressen der betroffenen Telefone vergleichen.</translation>
    </message>
    <message>
        <source>Do only phones suffer that are new or were just restarted?</source>
        <translation>Sind nur Telefone betroffen, die neu sind oder gerade neu gestartet wurden?</translation>
    </message>
    <message>
        <source>When a server has no addresses left, phones that have one keep it and only those that start suffer.</source>
        <translation>Hat ein Server keine Adressen mehr, behalten Telefone ihre vorhandene; betroffen sind nur die, die neu starten.</translation>
    </message>
    <message>
        <source>Ask whether a phone that ran all week has the trouble too.</source>
        <translation>Fragen Sie, ob auch ein Telefon betroffen ist, das die ganze Woche durchgelaufen ist.</translation>
    </message>
    <message>
        <source>Do the resets of one phone come at regular times?</source>
        <translation>Kommen die Resets eines Telefons in regelmäßigen Abständen?</translation>
    </message>
    <message>
        <source>What comes like clockwork has a timer behind it: the half of a DHCP lease is the most usual one.</source>
        <translation>Was wie ein Uhrwerk kommt, wird von einem Timer ausgelöst: meist von der halben DHCP-Lease.</translation>
    </message>
    <message>
        <source>Note the last three or four resets of one phone (phone&apos;s web page: Status Messages) and compare the hours between them.</source>
        <translation>Die letzten drei oder vier Resets eines Telefons notieren (Webseite des Telefons: Status Messages) und die Stunden dazwischen vergleichen.</translation>
    </message>
    <message>
        <source>How many hours are between two resets of one phone?</source>
        <translation>Wie viele Stunden liegen zwischen zwei Resets eines Telefons?</translation>
    </message>
    <message>
        <source>A phone asks to renew its address when half of the lease is over. Whether the resets come at that time tells whether it is DHCP.</source>
        <translation>Ein Telefon bittet um Verlängerung seiner Adresse, wenn die Hälfte der Lease abgelaufen ist. Ob die Resets zu diesem Zeitpunkt kommen, zeigt, ob es an DHCP liegt.</translation>
    </message>
    <message>
        <source>Subtract the times of two resets that follow each other (phone&apos;s web page: Status Messages).</source>
        <translation>Die Zeiten zweier aufeinanderfolgender Resets voneinander abziehen (Webseite des Telefons: Status Messages).</translation>
    </message>
    <message>
        <source>How many hours is the DHCP lease?</source>
        <translation>Wie viele Stunden dauert die DHCP-Lease?</translation>
    </message>
    <message>
        <source>Half of it is when the phones renew. A 72-hour lease is renewed after 36 hours.</source>
        <translation>Nach der Hälfte verlängern die Telefone. Eine Lease von 72 Stunden wird nach 36 Stunden verlängert.</translation>
    </message>
    <message>
        <source>On the DHCP server: lease duration of the scope (Cisco router: `show running-config | section dhcp`). On Windows: `ipconfig /all` on a PC of the same scope, Lease Obtained and Lease Expires.</source>
        <translation>Auf dem DHCP-Server: Lease-Dauer des Scopes (Cisco-Router: `show running-config | section dhcp`). Unter Windows: `ipconfig /all` auf einem PC im selben Scope, Lease Obtained und Lease Expires (deutsch: „Lease erhalten“ und „Lease läuft ab“).</translation>
    </message>
    <message>
        <source>Do the resets come at a multiple of half of the lease?</source>
        <translation>Kommen die Resets nach einem Vielfachen der halben Lease?</translation>
    </message>
    <message>
        <source>A period that fits the lease is hardly ever chance.</source>
        <translation>Ein Abstand, der zur Lease passt, ist kaum je Zufall.</translation>
    </message>
    <message>
        <source>Do the resets come at seven eighths or at the end of the lease?</source>
        <translation>Kommen die Resets nach sieben Achteln oder am Ende der Lease?</translation>
    </message>
    <message>
        <source>The end of the lease comes into play when nobody answers the renewal, and seven eighths when another server answers instead.</source>
        <translation>Das Ende der Lease kommt ins Spiel, wenn niemand auf die Verlängerung antwortet; sieben Achtel, wenn stattdessen ein anderer Server antwortet.</translation>
    </message>
    <message>
        <source>Does the phone really restart, rather than only register again?</source>
        <translation>Startet das Telefon wirklich neu, statt sich nur neu zu registrieren?</translation>
    </message>
    <message>
        <source>A phone that lost its address or its power starts again. A phone that only lost CUCM keeps its address and registers again.</source>
        <translation>Ein Telefon, das seine Adresse oder seine Stromversorgung verloren hat, startet neu. Ein Telefon, das nur CUCM verloren hat, behält seine Adresse und registriert sich neu.</translation>
    </message>
    <message>
        <source>Watch one phone: does it show &apos;Configuring IP&apos; or its boot screen, or only &apos;Registering&apos;? On its web page: Status Messages.</source>
        <translation>Ein Telefon beobachten: Zeigt es „Configuring IP“ oder den Startbildschirm oder nur „Registering“? Auf seiner Webseite: Status Messages.</translation>
    </message>
    <message>
        <source>Does the display go dark, as if the plug were pulled?</source>
        <translation>Wird das Display dunkel, als wäre der Stecker gezogen worden?</translation>
    </message>
    <message>
        <source>Only a phone that loses its power goes dark at once.</source>
        <translation>Nur ein Telefon, das seine Stromversorgung verliert, wird sofort dunkel.</translation>
    </message>
    <message>
        <source>Watch one phone, or ask somebody who saw it happen. On the switch: `show logging | include ILPOWER`.</source>
        <translation>Ein Telefon beobachten oder jemanden fragen, der es gesehen hat. Auf dem Switch: `show logging | include ILPOWER`.</translation>
    </message>
    <message>
        <source>Does the phone come back with another IP address?</source>
        <translation>Kommt das Telefon mit einer anderen IP-Adresse zurück?</translation>
    </message>
    <message>
        <source>Another address means that the phone had to give up the old one: DHCP or the VLAN. The same address speaks for CUCM, the path to it or power.</source>
        <translation>Eine andere Adresse bedeutet, dass das Telefon die alte abgeben musste: DHCP oder VLAN. Dieselbe Adresse spricht für CUCM, den Weg dorthin oder die Stromversorgung.</translation>
    </message>
    <message>
        <source>Note the address before and after (phone: Settings &gt; Network Configuration, or Device &gt; Phone in CUCM).</source>
        <translation>Die Adresse vorher und nachher notieren (Telefon: Settings &gt; Network Configuration, oder Device &gt; Phone in CUCM).</translation>
    </message>
    <message>
        <source>Did the user reset the phone or pull its plug?</source>
        <translation>Hat der Benutzer das Telefon zurückgesetzt oder den Stecker gezogen?</translation>
    </message>
    <message>
        <source>Then there is nothing to find, but it is easily forgotten.</source>
        <translation>Dann gibt es nichts zu suchen, aber es wird leicht vergessen.</translation>
    </message>
    <message>
        <source>Ask the user about **#** and about the plug.</source>
        <translation>Den Benutzer nach **#** und nach dem Stecker fragen.</translation>
    </message>
    <message>
        <source>Was something changed shortly before it began?</source>
        <translation>Wurde kurz vor dem Beginn etwas geändert?</translation>
    </message>
    <message>
        <source>New VLANs, a new device on the network or work on CUCM are often the whole story.</source>
        <translation>Neue VLANs, ein neues Gerät im Netz oder Arbeiten an CUCM sind oft schon die ganze Erklärung.</translation>
    </message>
    <message>
        <source>Ask the people who run the network, the servers and CUCM, each of them. In CUCM: the audit log (RTMT, AuditLog Viewer).</source>
        <translation>Fragen Sie alle, die Netz, Server und CUCM betreuen, und zwar jeden einzeln. In CUCM: das Audit-Log (RTMT, AuditLog Viewer).</translation>
    </message>
    <message>
        <source>Do the phones that suffer come in through a VPN?</source>
        <translation>Sind die betroffenen Telefone über ein VPN angebunden?</translation>
    </message>
    <message>
        <source>A VPN loses keepalives and closes idle connections more easily than a LAN.</source>
        <translation>Ein VPN verliert Keepalives und beendet inaktive Verbindungen eher als ein LAN.</translation>
    </message>
    <message>
        <source>Ask whether the phones are at home or in an office with its own line.</source>
        <translation>Fragen Sie, ob die Telefone im Homeoffice oder an einem Standort mit eigener Leitung stehen.</translation>
    </message>
    <message>
        <source>A firewall can end a connection that it thinks idle or wrong. A no is often mistaken: a firewall module in a switch, or one that everybody forgot.</source>
        <translation>Eine Firewall kann eine Verbindung beenden, die sie für inaktiv oder fehlerhaft hält. Ein Nein ist oft ein Irrtum: ein Firewall-Modul in einem Switch oder eine Firewall, die alle vergessen haben.</translation>
    </message>
    <message>
        <source>Trace the route from the phones&apos; gateway to CUCM (`traceroute &lt;CUCM&gt;`) and ask for each hop what it is. On the core switch: `show module`.</source>
        <translation>Die Route vom Gateway der Telefone zu CUCM verfolgen (`traceroute &lt;CUCM&gt;`) und bei jedem Hop fragen, was er ist. Auf dem Core-Switch: `show module`.</translation>
    </message>
    <message>
        <source>Did the DHCP server refuse a renewal?</source>
        <translation>Hat der DHCP-Server eine Verlängerung abgelehnt?</translation>
    </message>
    <message>
        <source>A refusal that was seen needs no guessing.</source>
        <translation>Bei einer beobachteten Ablehnung muss niemand raten.</translation>
    </message>
    <message>
        <source>Was a phone refused right after it had given its address back?</source>
        <translation>Wurde ein Telefon abgelehnt, gleich nachdem es seine Adresse zurückgegeben hatte?</translation>
    </message>
    <message>
        <source>Such a refusal may only follow from the phone&apos;s own release.</source>
        <translation>Eine solche Ablehnung kann allein die Folge des Release durch das Telefon selbst sein.</translation>
    </message>
    <message>
        <source>Was every renewal acknowledged?</source>
        <translation>Wurde jede Verlängerung bestätigt?</translation>
    </message>
    <message>
        <source>Renewals that work speak against DHCP.</source>
        <translation>Verlängerungen, die gelingen, sprechen gegen DHCP.</translation>
    </message>
    <message>
        <source>Did DHCP requests stay without an answer until the phone had no address?</source>
        <translation>Blieben DHCP-Anfragen ohne Antwort, bis das Telefon keine Adresse mehr hatte?</translation>
    </message>
    <message>
        <source>A silence that was seen, where an answer would have been seen.</source>
        <translation>Ein beobachtetes Schweigen, wo eine Antwort zu sehen gewesen wäre.</translation>
    </message>
    <message>
        <source>Did a second DHCP server answer?</source>
        <translation>Hat ein zweiter DHCP-Server geantwortet?</translation>
    </message>
    <message>
        <source>Two servers that give different options cannot both be right.</source>
        <translation>Zwei Server mit unterschiedlichen Optionen können nicht beide recht haben.</translation>
    </message>
    <message>
        <source>Do the resets come at half of the lease, more often than chance?</source>
        <translation>Kommen die Resets häufiger als zufällig nach der halben Lease?</translation>
    </message>
    <message>
        <source>Intervals that fit the lease point at the renewal.</source>
        <translation>Abstände, die zur Lease passen, weisen auf die Verlängerung hin.</translation>
    </message>
    <message>
        <source>Did CUCM tell the phones to reset?</source>
        <translation>Hat CUCM den Telefonen einen Reset befohlen?</translation>
    </message>
    <message>
        <source>A command that was seen explains the resets that follow it.</source>
        <translation>Ein beobachteter Befehl erklärt die Resets, die auf ihn folgen.</translation>
    </message>
    <message>
        <source>Did the phones of one node lose their registration within seconds?</source>
        <translation>Haben die Telefone eines Knotens ihre Registrierung innerhalb von Sekunden verloren?</translation>
    </message>
    <message>
        <source>What ends all registrations at once is at the server, or on a link that all share.</source>
        <translation>Was alle Registrierungen gleichzeitig beendet, liegt am Server oder auf einer gemeinsamen Strecke.</translation>
    </message>
    <message>
        <source>Did keepalives stay without an answer before the registration ended?</source>
        <translation>Blieben Keepalives ohne Antwort, bevor die Registrierung endete?</translation>
    </message>
    <message>
        <source>Unanswered keepalives are lost on the way or not answered by CUCM.</source>
        <translation>Unbeantwortete Keepalives gehen unterwegs verloren oder werden von CUCM nicht beantwortet.</translation>
    </message>
    <message>
        <source>Did a TCP reset end the registration?</source>
        <translation>Hat ein TCP-Reset die Registrierung beendet?</translation>
    </message>
    <message>
        <source>A reset comes from CUCM, from the phone or from something between.</source>
        <translation>Ein TCP-Reset kommt von CUCM, vom Telefon oder von etwas dazwischen.</translation>
    </message>
    <message>
        <source>Did phones boot without having closed their connection?</source>
        <translation>Sind Telefone gestartet, ohne ihre Verbindung beendet zu haben?</translation>
    </message>
    <message>
        <source>A phone that had no time to say goodbye lost its power.</source>
        <translation>Ein Telefon, das sich nicht mehr abmelden konnte, hat seine Stromversorgung verloren.</translation>
    </message>
    <message>
        <source>Phones reset or re-register</source>
        <translation>Telefone führen Resets aus oder registrieren sich neu</translation>
    </message>
    <message>
        <source>My phone restarts by itself. Phones go to &apos;Registering&apos; now and then.</source>
        <translation>Mein Telefon startet von selbst neu. Telefone zeigen ab und zu „Registering“.</translation>
    </message>
    <message>
        <source>Phones do not register</source>
        <translation>Telefone registrieren sich nicht</translation>
    </message>
    <message>
        <source>The phone stays at &apos;Registering&apos; and never gets a dial tone.</source>
        <translation>Das Telefon bleibt bei „Registering“ stehen und bekommt nie ein Freizeichen.</translation>
    </message>
    <message>
        <source>Phones show the wrong time</source>
        <translation>Telefone zeigen die falsche Uhrzeit</translation>
    </message>
    <message>
        <source>The clock on my phone is wrong.</source>
        <translation>Die Uhr auf meinem Telefon geht falsch.</translation>
    </message>
    <message>
        <source>CUCM does not synchronise its clock</source>
        <translation>CUCM synchronisiert seine Uhr nicht</translation>
    </message>
    <message>
        <source>NTP does not synchronise. The servers&apos; clocks drift apart.</source>
        <translation>NTP synchronisiert nicht. Die Uhren der Server laufen auseinander.</translation>
    </message>
    <message>
        <source>No phone control from the messenger</source>
        <translation>Keine Telefonsteuerung aus dem Messenger</translation>
    </message>
    <message>
        <source>I cannot dial from Communicator. It does not see my calls.</source>
        <translation>Ich kann aus Communicator nicht wählen. Er sieht meine Anrufe nicht.</translation>
    </message>
    <message>
        <source>No presence</source>
        <translation>Keine Präsenz</translation>
    </message>
    <message>
        <source>I do not see who is on the phone. Everybody looks offline.</source>
        <translation>Ich sehe nicht, wer gerade telefoniert. Alle erscheinen als offline.</translation>
    </message>
    <message>
        <source>The soft client does not work</source>
        <translation>Der Soft-Client funktioniert nicht</translation>
    </message>
    <message>
        <source>CUPC does not log in. Jabber does not connect.</source>
        <translation>CUPC meldet sich nicht an. Jabber verbindet sich nicht.</translation>
    </message>
    <message>
        <source>Calls cannot be made</source>
        <translation>Anrufe sind nicht möglich</translation>
    </message>
    <message>
        <source>I cannot make calls. My agents cannot reach anybody outside.</source>
        <translation>Ich kann nicht telefonieren. Meine Agenten erreichen niemanden außerhalb.</translation>
    </message>
    <message>
        <source>An upgrade or an installation fails</source>
        <translation>Ein Upgrade oder eine Installation schlägt fehl</translation>
    </message>
    <message>
        <source>The upgrade stops with an error that says nothing.</source>
        <translation>Das Upgrade bricht mit einer nichtssagenden Fehlermeldung ab.</translation>
    </message>
    <message>
        <source>Review of a deployment</source>
        <translation>Überprüfung eines Deployments</translation>
    </message>
    <message>
        <source>Nothing is broken yet. Is what we are about to do simple enough?</source>
        <translation>Noch ist nichts defekt. Ist das, was wir vorhaben, einfach genug?</translation>
    </message>
    <message>
        <source>DHCP server {server} refuses renewals (refusals: {count}, phones: {phones})</source>
        <translation>DHCP-Server {server} lehnt Verlängerungen ab (Ablehnungen: {count}, Telefone: {phones})</translation>
    </message>
    <message>
        <source>{device} asked to keep its address and was answered with DHCPNAK. The server was there and said no: no packet was lost. A phone that is refused must give its address up, and that is the reset.</source>
        <translation>{device} wollte seine Adresse behalten und erhielt als Antwort DHCPNAK. Der Server war erreichbar und hat abgelehnt: Es ging kein Paket verloren. Ein abgelehntes Telefon muss seine Adresse abgeben, und das ist der Reset.</translation>
    </message>
    <message>
        <source>The refusals went to a phone that had moved to another subnet, or the phone had itself given the address back just before.</source>
        <translation>Die Ablehnungen galten einem Telefon, das in ein anderes Subnetz gewechselt war oder seine Adresse kurz zuvor selbst zurückgegeben hatte.</translation>
    </message>
    <message>
        <source>On {server}, look at the scope and at the lease of {device}: scope changed, lease deleted, address given away, failover partner disagreeing? On a Cisco router: `debug ip dhcp server events` until the next renewal.</source>
        <translation>Auf {server} den Scope und die Lease von {device} prüfen: Scope geändert, Lease gelöscht, Adresse anderweitig vergeben, Failover-Partner anderer Meinung? Auf einem Cisco-Router: `debug ip dhcp server events` bis zur nächsten Verlängerung.</translation>
    </message>
    <message>
        <source>No renewal was refused by a DHCP server.</source>
        <translation>Kein DHCP-Server hat eine Verlängerung abgelehnt.</translation>
    </message>
    <message>
        <source>{device} was refused right after its own Release (times: {count})</source>
        <translation>{device} wurde gleich nach dem eigenen Release abgelehnt (Anzahl: {count})</translation>
    </message>
    <message>
        <source>The phone gave its address back and asked for it again within a second. A server that has already processed the Release may refuse for that reason alone. So the refusal is real, and why is open.</source>
        <translation>Das Telefon hat seine Adresse zurückgegeben und sie binnen einer Sekunde wieder angefordert. Ein Server, der das Release schon verarbeitet hat, kann allein deshalb ablehnen. Die Ablehnung ist also echt, ihr Grund aber offen.</translation>
    </message>
    <message>
        <source>A capture in which the renewal before the Release was acknowledged.</source>
        <translation>Ein Mitschnitt, in dem die Verlängerung vor dem Release bestätigt wurde.</translation>
    </message>
    <message>
        <source>Capture DHCP at the phone&apos;s port from before the next renewal (half of the lease), or compare the times of the resets with the lease.</source>
        <translation>Am Port des Telefons DHCP mitschneiden, beginnend vor der nächsten Verlängerung (halbe Lease), oder die Zeiten der Resets mit der Lease vergleichen.</translation>
    </message>
    <message>
        <source>Every DHCP renewal seen was acknowledged (renewals: {count})</source>
        <translation>Jede beobachtete DHCP-Verlängerung wurde bestätigt (Verlängerungen: {count})</translation>
    </message>
    <message>
        <source>The phones asked to keep their addresses and the server agreed each time. That speaks against a server that refuses or does not answer.</source>
        <translation>Die Telefone wollten ihre Adressen behalten, und der Server stimmte jedes Mal zu. Das spricht gegen einen Server, der ablehnt oder nicht antwortet.</translation>
    </message>
    <message>
        <source>A renewal outside of the time or place that was captured and that was refused or not answered.</source>
        <translation>Eine Verlängerung außerhalb von Zeit oder Ort des Mitschnitts, die abgelehnt oder nicht beantwortet wurde.</translation>
    </message>
    <message>
        <source>Nothing to do here: look at the connection to CUCM.</source>
        <translation>Hier ist nichts zu tun: Prüfen Sie die Verbindung zu CUCM.</translation>
    </message>
    <message>
        <source>DHCP requests stay unanswered (requests: {count}, phones: {phones})</source>
        <translation>DHCP-Anfragen bleiben unbeantwortet (Anfragen: {count}, Telefone: {phones})</translation>
    </message>
    <message>
        <source>{device} asked to renew from half of its lease on and got no answer, until the lease ran out. The capture would have shown an answer.</source>
        <translation>{device} hat ab der halben Lease um Verlängerung gebeten und bis zum Ablauf der Lease keine Antwort erhalten. Eine Antwort wäre im Mitschnitt zu sehen gewesen.</translation>
    </message>
    <message>
        <source>An answer in a capture at the DHCP server: then it is lost on the way back.</source>
        <translation>Eine Antwort in einem Mitschnitt am DHCP-Server: Dann geht sie auf dem Rückweg verloren.</translation>
    </message>
    <message>
        <source>Check that the DHCP service runs and that the phones&apos; gateway relays to it: `show running-config interface &lt;VLAN&gt;`, line ip helper-address. Then capture at the server, to see whether the requests of {device} arrive.</source>
        <translation>Prüfen, ob der DHCP-Dienst läuft und ob das Gateway der Telefone die Anfragen an ihn weiterleitet: `show running-config interface &lt;VLAN&gt;`, Zeile ip helper-address. Dann am Server mitschneiden, um zu sehen, ob die Anfragen von {device} ankommen.</translation>
    </message>
    <message>
        <source>Every DHCP request that was seen got its answer.</source>
        <translation>Jede beobachtete DHCP-Anfrage wurde beantwortet.</translation>
    </message>
    <message>
        <source>{server} is known and meant to answer here, for instance as a failover partner with the same options.</source>
        <translation>{server} ist bekannt und soll hier antworten, etwa als Failover-Partner mit denselben Optionen.</translation>
    </message>
    <message>
        <source>Find {server} on the switch (`show ip arp {server}`, then `show mac address-table address &lt;MAC&gt;`), take it off the network and turn on DHCP snooping.</source>
        <translation>{server} auf dem Switch suchen (`show ip arp {server}`, dann `show mac address-table address &lt;MAC&gt;`), vom Netz nehmen und DHCP-Snooping einschalten.</translation>
    </message>
    <message>
        <source>Only the usual DHCP server answered.</source>
        <translation>Nur der übliche DHCP-Server hat geantwortet.</translation>
    </message>
    <message>
        <source>Resets come every {hours} hours: half of the {lease-hours}-hour lease</source>
        <translation>Resets kommen alle {hours} Stunden: nach der Hälfte der {lease-hours}-Stunden-Lease</translation>
    </message>
    <message>
        <source>Of {intervals} intervals between resets {hits} fit half of the DHCP lease. By chance that would happen with probability {p}. At half of the lease the phone asks to renew it, so it is the renewal that fails.</source>
        <translation>Von {intervals} Abständen zwischen Resets passen {hits} zur halben DHCP-Lease. Zufällig geschähe das mit der Wahrscheinlichkeit {p}. Nach der halben Lease bittet das Telefon um die Verlängerung; also scheitert die Verlängerung.</translation>
    </message>
    <message>
        <source>A renewal that is acknowledged while the phone resets all the same, or all phones resetting at the same time of the day.</source>
        <translation>Eine bestätigte Verlängerung, bei der das Telefon trotzdem einen Reset ausführt, oder Resets aller Telefone zur selben Tageszeit.</translation>
    </message>
    <message>
        <source>Capture DHCP at the phone&apos;s port over the next half of the lease, and see what the server answers. On the DHCP server, look at the scope and its log at the times of the resets.</source>
        <translation>Am Port des Telefons DHCP über die nächste halbe Lease mitschneiden und prüfen, was der Server antwortet. Auf dem DHCP-Server den Scope und das Log zu den Zeiten der Resets prüfen.</translation>
    </message>
    <message>
        <source>The resets do not follow the half of the DHCP lease.</source>
        <translation>Die Resets folgen nicht der halben DHCP-Lease.</translation>
    </message>
    <message>
        <source>Resets come about every {hours} hours (intervals that fit: {hits})</source>
        <translation>Resets kommen etwa alle {hours} Stunden (passende Abstände: {hits})</translation>
    </message>
    <message>
        <source>The intervals between the resets of one phone are about the same.</source>
        <translation>Die Abstände zwischen den Resets eines Telefons sind etwa gleich.</translation>
    </message>
    <message>
        <source>More resets at other intervals.</source>
        <translation>Weitere Resets in anderen Abständen.</translation>
    </message>
    <message>
        <source>Compare with the DHCP lease, and with what is scheduled at these times.</source>
        <translation>Mit der DHCP-Lease vergleichen und mit dem, was zu diesen Zeiten geplant abläuft.</translation>
    </message>
    <message>
        <source>The resets follow no period.</source>
        <translation>Die Resets folgen keinem regelmäßigen Abstand.</translation>
    </message>
    <message>
        <source>The DHCP lease is {hours} hours</source>
        <translation>Die DHCP-Lease beträgt {hours} Stunden</translation>
    </message>
    <message>
        <source>Taken from the server&apos;s acknowledgements. Phones renew when half of it is over.</source>
        <translation>Den Bestätigungen des Servers entnommen. Telefone verlängern, wenn die Hälfte abgelaufen ist.</translation>
    </message>
    <message>
        <source>Another lease time in a later acknowledgement.</source>
        <translation>Eine andere Lease-Dauer in einer späteren Bestätigung.</translation>
    </message>
    <message>
        <source>Compare half of it with the time between the resets.</source>
        <translation>Die Hälfte davon mit der Zeit zwischen den Resets vergleichen.</translation>
    </message>
    <message>
        <source>Did phones give up their address before they registered again?</source>
        <translation>Haben Telefone ihre Adresse abgegeben, bevor sie sich neu registrierten?</translation>
    </message>
    <message>
        <source>Phones gave up their address before they registered again</source>
        <translation>Telefone haben ihre Adresse abgegeben, bevor sie sich neu registrierten</translation>
    </message>
    <message>
        <source>A Release, a refusal or a new search for an address came before the registration: the phone started anew.</source>
        <translation>Vor der Registrierung kam ein Release, eine Ablehnung oder eine neue Adresssuche: Das Telefon hat ganz von vorn begonnen.</translation>
    </message>
    <message>
        <source>A registration that came back on the same address with no DHCP in between.</source>
        <translation>Eine Registrierung, die ohne DHCP dazwischen mit derselben Adresse zurückkam.</translation>
    </message>
    <message>
        <source>Look at DHCP, at power and at resets by an administrator.</source>
        <translation>DHCP, die Stromversorgung und Resets durch einen Administrator prüfen.</translation>
    </message>
    <message>
        <source>The phones registered again and kept their address.</source>
        <translation>Die Telefone haben sich neu registriert und ihre Adresse behalten.</translation>
    </message>
    <message>
        <source>CUCM sent the phones a command: {type} (commands: {count}, phones: {phones})</source>
        <translation>CUCM hat den Telefonen einen Befehl gesendet: {type} (Befehle: {count}, Telefone: {phones})</translation>
    </message>
    <message>
        <source>The command came from CUCM shortly before the registrations ended. Somebody pressed a button, or changed something that does it.</source>
        <translation>Der Befehl kam von CUCM, kurz bevor die Registrierungen endeten. Jemand hat ihn ausgelöst oder etwas geändert, das ihn bewirkt.</translation>
    </message>
    <message>
        <source>Resets of the same phones without such a command.</source>
        <translation>Resets derselben Telefone ohne einen solchen Befehl.</translation>
    </message>
    <message>
        <source>No reset from CUCM before any of the losses.</source>
        <translation>Vor keinem der Verluste gab es einen Reset durch CUCM.</translation>
    </message>
    <message>
        <source>Phones of node {node} dropped together ({phones} of {of})</source>
        <translation>Telefone des Knotens {node} gleichzeitig ausgefallen ({phones} von {of})</translation>
    </message>
    <message>
        <source>Their registrations ended within 5 seconds. What they have in common is the node, or a link that all of them use.</source>
        <translation>Ihre Registrierungen endeten innerhalb von 5 Sekunden. Gemeinsam haben sie den Knoten oder eine Strecke, die alle benutzen.</translation>
    </message>
    <message>
        <source>Phones of the same node that stayed registered, or a node that ran through without a new start.</source>
        <translation>Telefone desselben Knotens, die registriert blieben, oder ein Knoten, der ohne Neustart durchlief.</translation>
    </message>
    <message>
        <source>On {node}: `utils service list` and `show status` (uptime), and look in the system log at that moment. If the service ran through, look at the links to {node}.</source>
        <translation>Auf {node}: `utils service list` und `show status` (Uptime); außerdem im Systemlog zu diesem Zeitpunkt nachsehen. Ist der Dienst durchgelaufen, die Strecken zu {node} prüfen.</translation>
    </message>
    <message>
        <source>The phones did not lose their registration at the same moment.</source>
        <translation>Die Telefone haben ihre Registrierung nicht im selben Moment verloren.</translation>
    </message>
    <message>
        <source>Keepalives stay unanswered (in a row: {count}, phones: {phones})</source>
        <translation>Keepalives bleiben unbeantwortet (in Folge: {count}, Telefone: {phones})</translation>
    </message>
    <message>
        <source>On connections where CUCM had answered before, three or more keepalives in a row got no answer, and then the registration ended. They, or the answers, are lost on the way; or CUCM did not answer.</source>
        <translation>Auf Verbindungen, auf denen CUCM zuvor geantwortet hatte, blieben drei oder mehr Keepalives in Folge ohne Antwort; danach endete die Registrierung. Entweder gehen sie oder die Antworten unterwegs verloren, oder CUCM hat nicht geantwortet.</translation>
    </message>
    <message>
        <source>The same keepalives arriving at CUCM with no answer going out: then it is CUCM, not the network.</source>
        <translation>Dieselben Keepalives kommen am CUCM an, ohne dass eine Antwort hinausgeht: Dann liegt es an CUCM, nicht am Netz.</translation>
    </message>
    <message>
        <source>Capture at the phone and at CUCM at the same time (`utils network capture` on the node) and see where the keepalives or the answers go missing.</source>
        <translation>Gleichzeitig am Telefon und am CUCM mitschneiden (`utils network capture` auf dem Knoten) und feststellen, wo die Keepalives oder die Antworten verschwinden.</translation>
    </message>
    <message>
        <source>Every keepalive that was seen before a loss was answered.</source>
        <translation>Jedes vor einem Verlust beobachtete Keepalive wurde beantwortet.</translation>
    </message>
    <message>
        <source>TCP resets end registrations (resets: {count}, from {sender})</source>
        <translation>TCP-Resets beenden Registrierungen (TCP-Resets: {count}, von {sender})</translation>
    </message>
    <message>
        <source>The connection between phone and CUCM was closed by a reset that carries the address of {sender}. Something between the two may have sent it in its name.</source>
        <translation>Die Verbindung zwischen Telefon und CUCM wurde durch einen TCP-Reset beendet, der die Adresse von {sender} trägt. Etwas zwischen den beiden kann ihn in dessen Namen gesendet haben.</translation>
    </message>
    <message>
        <source>The same reset in a capture at {sender} itself, or a service there that stopped at that moment.</source>
        <translation>Derselbe TCP-Reset in einem Mitschnitt an {sender} selbst oder ein Dienst dort, der in diesem Moment endete.</translation>
    </message>
    <message>
        <source>Compare the TTL and the IP identification of the reset with other packets of {sender}, and capture on both sides.</source>
        <translation>TTL und IP-Identifikation des TCP-Resets mit anderen Paketen von {sender} vergleichen und auf beiden Seiten mitschneiden.</translation>
    </message>
    <message>
        <source>No registration was ended by a TCP reset.</source>
        <translation>Keine Registrierung wurde durch einen TCP-Reset beendet.</translation>
    </message>
    <message>
        <source>Phones started from nothing (phones: {phones})</source>
        <translation>Telefone sind von null gestartet (Telefone: {phones})</translation>
    </message>
    <message>
        <source>They looked for an address without having given one back and without closing their connection to CUCM. So a phone does that loses its power.</source>
        <translation>Sie haben eine Adresse gesucht, ohne eine zurückgegeben und ohne ihre Verbindung zu CUCM beendet zu haben. So verhält sich ein Telefon, das seine Stromversorgung verliert.</translation>
    </message>
    <message>
        <source>A reset command, or a lost address, just before the start.</source>
        <translation>Ein Reset-Befehl oder eine verlorene Adresse kurz vor dem Start.</translation>
    </message>
    <message>
        <source>On the switch: `show power inline` and `show logging` at that moment. Then cable, port and phone, one after the other.</source>
        <translation>Auf dem Switch: `show power inline` und `show logging` zu diesem Zeitpunkt. Dann Kabel, Port und Telefon, eins nach dem anderen.</translation>
    </message>
    <message>
        <source>No phone started from nothing.</source>
        <translation>Kein Telefon ist von null gestartet.</translation>
    </message>
    <message>
        <source>All phones suffer ({suffering} of {of})</source>
        <translation>Alle Telefone sind betroffen ({suffering} von {of})</translation>
    </message>
    <message>
        <source>Counted over the registrations that ended without a known reason.</source>
        <translation>Gezählt über die Registrierungen, die ohne bekannten Grund endeten.</translation>
    </message>
    <message>
        <source>Phones outside of this evidence that do not suffer.</source>
        <translation>Telefone außerhalb dieser Aufzeichnungen, die nicht betroffen sind.</translation>
    </message>
    <message>
        <source>Look at what all phones have in common: CUCM, DHCP server, links.</source>
        <translation>Prüfen, was alle Telefone gemeinsam haben: CUCM, DHCP-Server, Strecken.</translation>
    </message>
    <message>
        <source>Phones that registered anew, for whatever reason: {suffering} of {of}.</source>
        <translation>Telefone, die sich neu angemeldet haben, aus welchem Grund auch immer: {suffering} von {of}.</translation>
    </message>
    <message>
        <source>Is the clock of CUCM synchronised?</source>
        <translation>Ist die Uhr von CUCM synchronisiert?</translation>
    </message>
    <message>
        <source>The time is right: synchronised to {server}</source>
        <translation>Die Uhrzeit stimmt: synchronisiert mit {server}</translation>
    </message>
    <message>
        <source>The node follows {server}, stratum {stratum}, reach {reach}.</source>
        <translation>Der Knoten folgt {server}, Stratum {stratum}, Reach {reach}.</translation>
    </message>
    <message>
        <source>A later status in which the server is lost, or phones that show another time.</source>
        <translation>Ein späterer Status, in dem der Server verloren ist, oder Telefone, die eine andere Uhrzeit anzeigen.</translation>
    </message>
    <message>
        <source>Nothing to do here.</source>
        <translation>Hier ist nichts zu tun.</translation>
    </message>
    <message>
        <source>Does CUCM fail to synchronise its clock?</source>
        <translation>Synchronisiert CUCM seine Uhr nicht?</translation>
    </message>
    <message>
        <source>The clock of CUCM is not synchronised: {what}</source>
        <translation>Die Uhr von CUCM ist nicht synchronisiert: {what}</translation>
    </message>
    <message>
        <source>Times in logs cannot be trusted between nodes, and phones may show a wrong time. It does not make phones reset.</source>
        <translation>Zeitangaben in Logs sind zwischen den Knoten nicht verlässlich, und Telefone zeigen möglicherweise eine falsche Uhrzeit. Resets der Telefone verursacht das nicht.</translation>
    </message>
    <message>
        <source>A later status that shows the node synchronised: it may only have needed time.</source>
        <translation>Ein späterer Status, der den Knoten als synchronisiert zeigt: Vielleicht hat es nur Zeit gebraucht.</translation>
    </message>
    <message>
        <source>On the node: `utils ntp status`, twice, ten minutes apart. Then `utils network capture port 123`.</source>
        <translation>Auf dem Knoten: `utils ntp status`, zweimal im Abstand von zehn Minuten. Dann `utils network capture port 123`.</translation>
    </message>
    <message>
        <source>No sign of a clock that is not synchronised.</source>
        <translation>Kein Anzeichen für eine nicht synchronisierte Uhr.</translation>
    </message>
    <message>
        <source>A capture at the phone&apos;s switch port, over at least one reset</source>
        <translation>Ein Mitschnitt am Switch-Port des Telefons, über mindestens einen Reset</translation>
    </message>
    <message>
        <source>On the switch: `monitor session 1 source interface &lt;phone&apos;s port&gt; both`, then `monitor session 1 destination interface &lt;your port&gt;`. In Wireshark, capture filter: `port 67 or port 68 or port 69 or port 2000 or port 2443 or port 5060 or port 5061 or arp`, also with vlan in front.</source>
        <translation>Auf dem Switch: `monitor session 1 source interface &lt;Port des Telefons&gt; both`, dann `monitor session 1 destination interface &lt;Ihr Port&gt;`. In Wireshark, Mitschnittfilter: `port 67 or port 68 or port 69 or port 2000 or port 2443 or port 5060 or port 5061 or arp`, zusätzlich auch mit vorangestelltem vlan.</translation>
    </message>
    <message>
        <source>Nothing else shows both sides of DHCP and of the connection to CUCM as the phone sees them.</source>
        <translation>Nichts anderes zeigt beide Seiten von DHCP und der Verbindung zu CUCM so, wie das Telefon sie sieht.</translation>
    </message>
    <message>
        <source>A capture at CUCM, over at least one reset</source>
        <translation>Ein Mitschnitt am CUCM, über mindestens einen Reset</translation>
    </message>
    <message>
        <source>On the node: `utils network capture eth0 file phones count 100000 size all port 2000`. Stop with Ctrl-C, then `file get activelog platform/cli/phones.cap`.</source>
        <translation>Auf dem Knoten: `utils network capture eth0 file phones count 100000 size all port 2000`. Mit Strg-C beenden, dann `file get activelog platform/cli/phones.cap`.</translation>
    </message>
    <message>
        <source>It shows whether the phones&apos; keepalives arrive and whether CUCM answers.</source>
        <translation>Er zeigt, ob die Keepalives der Telefone ankommen und ob CUCM antwortet.</translation>
    </message>
    <message>
        <source>A capture at the DHCP server, over at least half of a lease</source>
        <translation>Ein Mitschnitt am DHCP-Server, über mindestens eine halbe Lease</translation>
    </message>
    <message>
        <source>On the server, in Wireshark, capture filter: `port 67 or port 68`. Linux: `tcpdump -i any -w dhcp_server.pcap port 67 or port 68`.</source>
        <translation>Auf dem Server, in Wireshark, Mitschnittfilter: `port 67 or port 68`. Linux: `tcpdump -i any -w dhcp_server.pcap port 67 or port 68`.</translation>
    </message>
    <message>
        <source>It shows whether the requests arrive and what the server answers.</source>
        <translation>Er zeigt, ob die Anfragen ankommen und was der Server antwortet.</translation>
    </message>
    <message>
        <source>CallManager traces from all nodes, from before until after a reset</source>
        <translation>CallManager-Traces aller Knoten, von vor bis nach einem Reset</translation>
    </message>
    <message>
        <source>RTMT: Trace &amp; Log Central &gt; Collect Files &gt; Cisco CallManager, all nodes. The level must be Detailed (Cisco Unified Serviceability: Trace &gt; Configuration).</source>
        <translation>RTMT: Trace &amp; Log Central &gt; Collect Files &gt; Cisco CallManager, alle Knoten. Die Stufe muss Detailed sein (Cisco Unified Serviceability: Trace &gt; Configuration).</translation>
    </message>
    <message>
        <source>Keepalives, registrations and resets of all phones, seen from CUCM.</source>
        <translation>Keepalives, Registrierungen und Resets aller Telefone aus Sicht von CUCM.</translation>
    </message>
    <message>
        <source>The console log of one phone that resets</source>
        <translation>Das Konsolenlog eines Telefons, bei dem Resets auftreten</translation>
    </message>
    <message>
        <source>In CUCM, the phone&apos;s page: Web Access enabled, then Apply Config. In a browser: http://&lt;phone&apos;s address&gt;, Console Logs, save them all.</source>
        <translation>In CUCM, auf der Seite des Telefons: Web Access aktivieren, dann Apply Config. Im Browser: http://&lt;Adresse des Telefons&gt;, Console Logs, alle speichern.</translation>
    </message>
    <message>
        <source>The phone itself says why it started again, for instance &apos;NAK received&apos;.</source>
        <translation>Das Telefon sagt selbst, warum es neu gestartet ist, etwa „NAK received“.</translation>
    </message>
    <message>
        <source>The alarms of CUCM over several days</source>
        <translation>Die Alarme von CUCM über mehrere Tage</translation>
    </message>
    <message>
        <source>RTMT: SysLog Viewer &gt; node &gt; Application Logs &gt; CiscoSyslog, Save. Or on the node: `file get activelog syslog/CiscoSyslog*`.</source>
        <translation>RTMT: SysLog Viewer &gt; Knoten &gt; Application Logs &gt; CiscoSyslog, Save. Oder auf dem Knoten: `file get activelog syslog/CiscoSyslog*`.</translation>
    </message>
    <message>
        <source>Each loss of a registration with its reason, over days: that shows a period, and who suffers together.</source>
        <translation>Jeder Verlust einer Registrierung mit seinem Grund, über Tage: Das zeigt regelmäßige Abstände und wer gemeinsam betroffen ist.</translation>
    </message>
    <message>
        <source>The NTP status of each node</source>
        <translation>Der NTP-Status jedes Knotens</translation>
    </message>
    <message>
        <source>On each node: `utils ntp status`. Save what it prints.</source>
        <translation>Auf jedem Knoten: `utils ntp status`. Die Ausgabe speichern.</translation>
    </message>
    <message>
        <source>It tells whether the times of the logs can be compared.</source>
        <translation>Er zeigt, ob sich die Zeiten der Logs vergleichen lassen.</translation>
    </message>
    <message>
        <source>The log of the DHCP server</source>
        <translation>Das Log des DHCP-Servers</translation>
    </message>
    <message>
        <source>Windows: the files DhcpSrvLog-*.log in C:\Windows\System32\dhcp. Cisco router: `show ip dhcp binding` and `show ip dhcp conflict`, saved as text.</source>
        <translation>Windows: die Dateien DhcpSrvLog-*.log in C:\Windows\System32\dhcp. Cisco-Router: `show ip dhcp binding` und `show ip dhcp conflict`, als Text gespeichert.</translation>
    </message>
    <message>
        <source>It shows what the server thinks that it gave, renewed and refused.</source>
        <translation>Es zeigt, was der Server nach eigener Auffassung vergeben, verlängert und abgelehnt hat.</translation>
    </message>
    <message>
        <source>A description of the site</source>
        <translation>Eine Beschreibung des Standorts</translation>
    </message>
    <message>
        <source>Write deployment.json, or fill in the site sheet: nodes with version and addresses, DHCP scopes with lease time, voice VLANs, phones with switch and VLAN.</source>
        <translation>deployment.json schreiben oder das Standortblatt ausfüllen: Knoten mit Version und Adressen, DHCP-Scopes mit Lease-Dauer, Voice-VLANs, Telefone mit Switch und VLAN.</translation>
    </message>
    <message>
        <source>It says what should be, so that what is can be compared with it.</source>
        <translation>Sie beschreibt den Soll-Zustand, damit sich der Ist-Zustand damit vergleichen lässt.</translation>
    </message>
    <message>
        <source>The capture holds no frame.</source>
        <translation>Der Mitschnitt enthält keinen Frame.</translation>
    </message>
    <message>
        <source>A section does not begin with the byte-order mark but with {0}. Nothing behind it can be found; everything before it was read.</source>
        <translation>Ein Abschnitt beginnt nicht mit der Byte-Order-Kennung, sondern mit {0}. Dahinter lässt sich nichts mehr finden; alles davor wurde gelesen.</translation>
    </message>
    <message>
        <source>A section is of pcapng version {0}, which Whittle does not know; everything before it was read.</source>
        <translation>Ein Abschnitt hat die pcapng-Version {0}, die Whittle nicht kennt; alles davor wurde gelesen.</translation>
    </message>
    <message>
        <source>&quot;{0}&quot; cannot be a date and time; the line was left out.</source>
        <translation>„{0}“ kann kein Datum mit Uhrzeit sein; die Zeile wurde ausgelassen.</translation>
    </message>
    <message>
        <source>The same file is already in the case, as {0}.</source>
        <translation>Dieselbe Datei ist bereits im Fall vorhanden, als {0}.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>There are more than {0} problems; only the first are listed.</source>
        <translation>Es gibt mehr als {0} Probleme; nur die ersten sind aufgeführt.</translation>
    </message>
    <message>
        <source>Scope changed</source>
        <translation>Scope geändert</translation>
    </message>
    <message>
        <source>The address is no longer in the pool: it was made smaller or moved, or an exclusion was put over addresses that were given out. A server that knows the subnet and does not own the address any more must refuse it.</source>
        <translation>Die Adresse liegt nicht mehr im Pool: Er wurde verkleinert oder verschoben, oder vergebene Adressen wurden nachträglich ausgeschlossen. Ein Server, der für das Subnetz zuständig ist, dem die Adresse aber nicht mehr gehört, muss sie ablehnen.</translation>
    </message>
    <message>
        <source>Windows: `Get-DhcpServerv4Scope` and `Get-DhcpServerv4ExclusionRange -ScopeId &lt;scope&gt;`, and compare the range with the refused address. Cisco router: `show ip dhcp pool` and `show running-config | include dhcp excluded`. Put the address back into the pool, or restart the phones once, outside working hours.</source>
        <translation>Windows: `Get-DhcpServerv4Scope` und `Get-DhcpServerv4ExclusionRange -ScopeId &lt;Scope&gt;`, und die Ergebnisse mit der abgelehnten Adresse vergleichen. Cisco-Router: `show ip dhcp pool` und `show running-config | include dhcp excluded`. Die Adresse wieder in den Pool aufnehmen oder die Telefone einmal außerhalb der Arbeitszeit neu starten.</translation>
    </message>
    <message>
        <source>Lease database lost or restored</source>
        <translation>Lease-Datenbank verloren oder wiederhergestellt</translation>
    </message>
    <message>
        <source>The server forgot what it gave out: it was restored from an older backup, moved, or it keeps its leases in memory only and was reloaded. It refuses the leases that it no longer knows.</source>
        <translation>Der Server weiß nicht mehr, was er vergeben hat: Er wurde aus einem älteren Backup wiederhergestellt oder umgezogen, oder er hält seine Leases nur im Arbeitsspeicher und wurde neu geladen. Leases, die er nicht mehr kennt, lehnt er ab.</translation>
    </message>
    <message>
        <source>Windows: `Repair-DhcpServerv4IPRecord -ScopeId &lt;scope&gt;` reconciles the scope with the database. Cisco router: `show ip dhcp database` and `show ip dhcp binding`; without a database agent a reload forgets all bindings, so configure one: `ip dhcp database flash:bindings`.</source>
        <translation>Windows: `Repair-DhcpServerv4IPRecord -ScopeId &lt;Scope&gt;` gleicht den Scope mit der Datenbank ab. Cisco-Router: `show ip dhcp database` und `show ip dhcp binding`; ohne Datenbank-Agent gehen bei einem Reload alle Bindings verloren, deshalb einen einrichten: `ip dhcp database flash:bindings`.</translation>
    </message>
    <message>
        <source>Failover partner disagrees</source>
        <translation>Failover-Partner ist anderer Meinung</translation>
    </message>
    <message>
        <source>Two servers serve the subnet and do not share their leases: the failover between them is interrupted, or the scope was split without it. The one that is asked refuses what the other one gave.</source>
        <translation>Zwei Server bedienen das Subnetz und gleichen ihre Leases nicht ab: Das Failover zwischen ihnen ist unterbrochen, oder der Scope wurde ohne Failover aufgeteilt. Der befragte Server lehnt ab, was der andere vergeben hat.</translation>
    </message>
    <message>
        <source>Windows: `Get-DhcpServerv4Failover` (State must be Normal, the clocks within a minute), then `Invoke-DhcpServerv4FailoverReplication -ScopeId &lt;scope&gt;`. Cisco routers share no leases: give each its own half of the range with `ip dhcp excluded-address`.</source>
        <translation>Windows: `Get-DhcpServerv4Failover` (State muss Normal sein, die Uhren dürfen höchstens eine Minute auseinanderliegen), dann `Invoke-DhcpServerv4FailoverReplication -ScopeId &lt;Scope&gt;`. Cisco-Router gleichen keine Leases ab: Jedem mit `ip dhcp excluded-address` eine eigene Hälfte des Adressbereichs zuteilen.</translation>
    </message>
    <message>
        <source>Address given to somebody else</source>
        <translation>Adresse anderweitig vergeben</translation>
    </message>
    <message>
        <source>The phone&apos;s lease was deleted by hand, or its address was reserved for or leased to another client while the phone still held it.</source>
        <translation>Die Lease des Telefons wurde von Hand gelöscht, oder seine Adresse wurde für einen anderen Client reserviert oder an ihn vergeben, während das Telefon sie noch benutzte.</translation>
    </message>
    <message>
        <source>Windows: `Get-DhcpServerv4Lease -IPAddress &lt;address&gt;` and `Get-DhcpServerv4Reservation -ScopeId &lt;scope&gt;`. Cisco router: `show ip dhcp binding &lt;address&gt;` and `show ip dhcp conflict`. Remove the second entry, or give the other client another address.</source>
        <translation>Windows: `Get-DhcpServerv4Lease -IPAddress &lt;Adresse&gt;` und `Get-DhcpServerv4Reservation -ScopeId &lt;Scope&gt;`. Cisco-Router: `show ip dhcp binding &lt;Adresse&gt;` und `show ip dhcp conflict`. Den zweiten Eintrag entfernen oder dem anderen Client eine andere Adresse geben.</translation>
    </message>
    <message>
        <source>Phone&apos;s subnet changed</source>
        <translation>Subnetz des Telefons geändert</translation>
    </message>
    <message>
        <source>The VLAN of the port or the gateway that relays to the server changed, so the server sees the phone in a subnet to which its address does not belong. It refuses to protect the network; the phone is right again after one restart.</source>
        <translation>Das VLAN des Ports oder das Gateway, das als Relay zum Server dient, hat sich geändert; der Server sieht das Telefon deshalb in einem Subnetz, zu dem dessen Adresse nicht gehört. Er lehnt ab, um das Netz zu schützen; nach einem Neustart stimmt die Adresse des Telefons wieder.</translation>
    </message>
    <message>
        <source>On the switch: `show interfaces &lt;port&gt; switchport`. On the gateway: `show running-config interface &lt;voice VLAN&gt;` (ip address and ip helper-address). Compare the subnet with the phone&apos;s address.</source>
        <translation>Auf dem Switch: `show interfaces &lt;Port&gt; switchport`. Auf dem Gateway: `show running-config interface &lt;Voice-VLAN&gt;` (ip address und ip helper-address). Das Subnetz mit der Adresse des Telefons vergleichen.</translation>
    </message>
    <message>
        <source>Client identifier changed</source>
        <translation>Client Identifier geändert</translation>
    </message>
    <message>
        <source>The server ties a lease to the client identifier (option 61). After new firmware, another switch or relay, it can change for the same phone, and the server takes the phone for a stranger who asks for somebody&apos;s address.</source>
        <translation>Der Server bindet eine Lease an den Client Identifier (Option 61). Nach einem Wechsel von Firmware, Switch oder Relay kann dieser für dasselbe Telefon anders lauten, und der Server hält das Telefon für ein fremdes Gerät, das eine bereits vergebene Adresse verlangt.</translation>
    </message>
    <message>
        <source>Windows: `Get-DhcpServerv4Lease -IPAddress &lt;address&gt;` shows the ClientId. Cisco router: `show ip dhcp binding &lt;address&gt;` shows it too: 01 and the MAC address is the usual one. Delete the old entry with `clear ip dhcp binding &lt;address&gt;`, on Windows with `Remove-DhcpServerv4Lease -IPAddress &lt;address&gt;`.</source>
        <translation>Windows: `Get-DhcpServerv4Lease -IPAddress &lt;Adresse&gt;` zeigt die ClientId. Cisco-Router: `show ip dhcp binding &lt;Adresse&gt;` zeigt sie ebenfalls; üblich ist 01 gefolgt von der MAC-Adresse. Den alten Eintrag mit `clear ip dhcp binding &lt;Adresse&gt;` löschen, unter Windows mit `Remove-DhcpServerv4Lease -IPAddress &lt;Adresse&gt;`.</translation>
    </message>
    <message>
        <source>DHCP service is down</source>
        <translation>DHCP-Dienst ist ausgefallen</translation>
    </message>
    <message>
        <source>The server, or its DHCP service, does not run or is not authorised. Nobody in its scopes gets or renews an address.</source>
        <translation>Der Server oder sein DHCP-Dienst läuft nicht oder ist nicht autorisiert. In seinen Bereichen bekommt oder verlängert niemand eine Adresse.</translation>
    </message>
    <message>
        <source>Windows: `Get-Service DHCPServer` and `Get-DhcpServerInDC` (an unauthorised server stays silent). Cisco router: `show running-config | include service dhcp` and `show ip dhcp server statistics`.</source>
        <translation>Windows: `Get-Service DHCPServer` und `Get-DhcpServerInDC` (ein nicht autorisierter Server bleibt stumm). Cisco-Router: `show running-config | include service dhcp` und `show ip dhcp server statistics`.</translation>
    </message>
    <message>
        <source>Renewals are blocked on the way</source>
        <translation>Verlängerungen werden unterwegs blockiert</translation>
    </message>
    <message>
        <source>A phone renews straight from its own address to the server&apos;s, while its first request goes through the relay. An access list or a firewall that allows only the relay lets phones start and blocks their renewals.</source>
        <translation>Ein Telefon verlängert direkt von seiner eigenen Adresse zur Adresse des Servers, während seine erste Anfrage über das Relay läuft. Eine Access-Liste oder Firewall, die nur das Relay zulässt, lässt Telefone starten und blockiert ihre Verlängerungen.</translation>
    </message>
    <message>
        <source>On the gateway: `show ip access-lists` and `show ip interface &lt;voice VLAN&gt;`; allow UDP from port 68 to port 67 of the server, and back. A client in the voice VLAN shows the same: on Windows `ipconfig /renew`.</source>
        <translation>Auf dem Gateway: `show ip access-lists` und `show ip interface &lt;Voice-VLAN&gt;`; UDP von Port 68 zu Port 67 des Servers und zurück zulassen. Ein Client im Voice-VLAN zeigt dasselbe: unter Windows `ipconfig /renew`.</translation>
    </message>
    <message>
        <source>Gateway does not relay DHCP</source>
        <translation>Gateway leitet DHCP nicht weiter</translation>
    </message>
    <message>
        <source>The voice VLAN has no helper address, or one that leads to a server that is gone. Broadcasts of the phones end at the gateway.</source>
        <translation>Das Voice-VLAN hat keine Helper-Adresse oder eine, die auf einen nicht mehr vorhandenen Server zeigt. Die Broadcasts der Telefone enden am Gateway.</translation>
    </message>
    <message>
        <source>On the gateway: `show ip helper-address` or `show running-config interface &lt;voice VLAN&gt;`. Set it: `ip helper-address &lt;DHCP server&gt;`.</source>
        <translation>Auf dem Gateway: `show ip helper-address` oder `show running-config interface &lt;Voice-VLAN&gt;`. Eintragen: `ip helper-address &lt;DHCP-Server&gt;`.</translation>
    </message>
    <message>
        <source>Was the DHCP server&apos;s scope changed or restored lately?</source>
        <translation>Wurde der Scope des DHCP-Servers kürzlich geändert oder wiederhergestellt?</translation>
    </message>
    <message>
        <source>It refuses addresses that it gave out itself.</source>
        <translation>Er lehnt Adressen ab, die er selbst vergeben hat.</translation>
    </message>
    <message>
        <source>Windows: the DHCP console, the scope&apos;s Properties and its Address Pool, compared with the plan; who changed it stands in the event log Microsoft-Windows-DHCP Server Events/Operational. Cisco router: `show archive config differences`, `show logging | include CONFIG_I`.</source>
        <translation>Windows: in der DHCP-Konsole Properties und Address Pool des Bereichs (deutsch: „Eigenschaften“ und „Adresspool“) mit der Planung vergleichen; wer ihn geändert hat, steht im Ereignisprotokoll Microsoft-Windows-DHCP Server Events/Operational. Cisco-Router: `show archive config differences`, `show logging | include CONFIG_I`.</translation>
    </message>
    <message>
        <source>Was the server&apos;s list of leases lost, moved or restored from a backup?</source>
        <translation>Ging die Lease-Liste des Servers verloren, wurde sie verschoben oder aus einem Backup wiederhergestellt?</translation>
    </message>
    <message>
        <source>A server that forgot what it gave out refuses it. A router without a database agent forgets at every reload.</source>
        <translation>Ein Server, der nicht mehr weiß, was er vergeben hat, lehnt es ab. Ein Router ohne Datenbank-Agent vergisst es bei jedem Reload.</translation>
    </message>
    <message>
        <source>Windows: `netsh dhcp server show dbproperties` (path and backup), and the event log System, source DHCP-Server. Cisco router: `show ip dhcp database`, and `show version` (uptime) against the day when it began.</source>
        <translation>Windows: `netsh dhcp server show dbproperties` (Pfad und Backup) und das Ereignisprotokoll System, Quelle DHCP-Server. Cisco-Router: `show ip dhcp database`, außerdem `show version` (Uptime) mit dem Tag vergleichen, an dem es begann.</translation>
    </message>
    <message>
        <source>Do two DHCP servers serve the phones&apos; subnet?</source>
        <translation>Bedienen zwei DHCP-Server das Subnetz der Telefone?</translation>
    </message>
    <message>
        <source>Two that do not tell each other what they gave out refuse each other&apos;s leases. With one server this cannot be.</source>
        <translation>Zwei Server, die einander nicht mitteilen, was sie vergeben haben, lehnen die Leases des jeweils anderen ab. Bei nur einem Server ist das ausgeschlossen.</translation>
    </message>
    <message>
        <source>Windows: `Get-DhcpServerInDC`, `Get-DhcpServerv4Failover`. On the gateway: `show running-config interface &lt;voice VLAN&gt;`, count the lines ip helper-address.</source>
        <translation>Windows: `Get-DhcpServerInDC`, `Get-DhcpServerv4Failover`. Auf dem Gateway: `show running-config interface &lt;Voice-VLAN&gt;`, die Zeilen ip helper-address zählen.</translation>
    </message>
    <message>
        <source>Do both servers list the refused address for the same phone?</source>
        <translation>Führen beide Server die abgelehnte Adresse für dasselbe Telefon?</translation>
    </message>
    <message>
        <source>Servers that agree about the lease have no reason to refuse it for each other&apos;s sake.</source>
        <translation>Server, die sich über die Lease einig sind, haben keinen Grund, sie wegen des jeweils anderen abzulehnen.</translation>
    </message>
    <message>
        <source>Windows: `Get-DhcpServerv4Lease -ComputerName &lt;server&gt; -IPAddress &lt;address&gt;`, once for each server, and `Get-DhcpServerv4Failover` (State). Cisco router: `show ip dhcp binding &lt;address&gt;` on each.</source>
        <translation>Windows: `Get-DhcpServerv4Lease -ComputerName &lt;Server&gt; -IPAddress &lt;Adresse&gt;`, einmal je Server, und `Get-DhcpServerv4Failover` (State). Cisco-Router: `show ip dhcp binding &lt;Adresse&gt;` auf jedem.</translation>
    </message>
    <message>
        <source>Do the refused addresses lie together, in one part of the range?</source>
        <translation>Liegen die abgelehnten Adressen beieinander, in einem Teil des Adressbereichs?</translation>
    </message>
    <message>
        <source>An exclusion, a smaller pool or the half of another server takes a whole stretch of addresses. Single addresses here and there were taken one by one.</source>
        <translation>Ein Ausschluss, ein kleinerer Pool oder die Hälfte eines anderen Servers betrifft einen ganzen Abschnitt von Adressen. Verstreute einzelne Adressen wurden eine nach der anderen vergeben.</translation>
    </message>
    <message>
        <source>List the refused addresses (their events stand in the findings) beside the scope: Windows: `Get-DhcpServerv4ExclusionRange`. Cisco router: `show ip dhcp pool`, `show running-config | include dhcp excluded`.</source>
        <translation>Die abgelehnten Adressen (ihre Ereignisse stehen in den Befunden) dem Scope gegenüberstellen: Windows: `Get-DhcpServerv4ExclusionRange`. Cisco-Router: `show ip dhcp pool`, `show running-config | include dhcp excluded`.</translation>
    </message>
    <message>
        <source>Does the server list the refused address for another client?</source>
        <translation>Führt der Server die abgelehnte Adresse für einen anderen Client?</translation>
    </message>
    <message>
        <source>Then it refuses to protect that client. No entry at all means that it forgot the lease or no longer owns the address.</source>
        <translation>Dann lehnt er ab, um diesen Client zu schützen. Gibt es gar keinen Eintrag, hat er die Lease vergessen, oder die Adresse gehört ihm nicht mehr.</translation>
    </message>
    <message>
        <source>Windows: `Get-DhcpServerv4Lease -IPAddress &lt;address&gt;`. Cisco router: `show ip dhcp binding &lt;address&gt;`. Compare the client&apos;s identifier with the phone&apos;s MAC address.</source>
        <translation>Windows: `Get-DhcpServerv4Lease -IPAddress &lt;Adresse&gt;`. Cisco-Router: `show ip dhcp binding &lt;Adresse&gt;`. Den Client Identifier mit der MAC-Adresse des Telefons vergleichen.</translation>
    </message>
    <message>
        <source>Is that other client the same phone, under another identifier?</source>
        <translation>Ist dieser andere Client dasselbe Telefon unter einem anderen Client Identifier?</translation>
    </message>
    <message>
        <source>Two identifiers of one phone mean that its client identifier changed. Another MAC address is another device.</source>
        <translation>Zwei Client Identifier für ein Telefon bedeuten, dass er sich geändert hat. Eine andere MAC-Adresse ist ein anderes Gerät.</translation>
    </message>
    <message>
        <source>Compare the MAC address in the entry (Cisco router: without the leading 01) with the one on the back of the phone. In Wireshark: option 61 of the phone&apos;s request.</source>
        <translation>Die MAC-Adresse im Eintrag (Cisco-Router: ohne die führende 01) mit der auf der Rückseite des Telefons vergleichen. In Wireshark: Option 61 in der Anfrage des Telefons.</translation>
    </message>
    <message>
        <source>Does the refused address belong to the subnet that the phone is in today?</source>
        <translation>Gehört die abgelehnte Adresse zu dem Subnetz, in dem sich das Telefon heute befindet?</translation>
    </message>
    <message>
        <source>An address of another subnet must be refused: the server protects the network, and its leases are in order.</source>
        <translation>Eine Adresse aus einem anderen Subnetz muss abgelehnt werden: Der Server schützt das Netz, und seine Leases sind in Ordnung.</translation>
    </message>
    <message>
        <source>On the switch: `show interfaces &lt;port&gt; switchport` (Voice VLAN). On its gateway: `show ip interface &lt;voice VLAN&gt;`, and compare the subnet with the refused address.</source>
        <translation>Auf dem Switch: `show interfaces &lt;Port&gt; switchport` (Voice VLAN). Auf dem zugehörigen Gateway: `show ip interface &lt;Voice-VLAN&gt;`, und das Subnetz mit der abgelehnten Adresse vergleichen.</translation>
    </message>
    <message>
        <source>Does the refusal say that the address is on the wrong network?</source>
        <translation>Besagt die Ablehnung, dass die Adresse im falschen Netz liegt?</translation>
    </message>
    <message>
        <source>Some servers write their reason into the refusal (option 56). &apos;Wrong network&apos; is about the subnet and the pool; &apos;lease not found&apos; is about the lease.</source>
        <translation>Manche Server schreiben den Grund in die Ablehnung (Option 56). „Wrong network“ betrifft Subnetz und Pool; „lease not found“ betrifft die Lease.</translation>
    </message>
    <message>
        <source>The lines of the finding show it as message=…. In Wireshark: filter `dhcp.option.dhcp == 6`, open option 56 (Message). Windows: event 15 (NACK) in `C:\Windows\System32\dhcp\DhcpSrvLog-*.log`, with its description.</source>
        <translation>Die Zeilen des Befunds zeigen den Grund als message=…. In Wireshark: Filter `dhcp.option.dhcp == 6`, Option 56 (Message) öffnen. Windows: Ereignis 15 (NACK) in `C:\Windows\System32\dhcp\DhcpSrvLog-*.log` mit seiner Beschreibung.</translation>
    </message>
    <message>
        <source>Do PCs or other devices get and renew addresses from the same server?</source>
        <translation>Bekommen und verlängern PCs oder andere Geräte Adressen vom selben Server?</translation>
    </message>
    <message>
        <source>A server that serves others runs. Then something between it and the phones is in the way.</source>
        <translation>Ein Server, der andere bedient, läuft. Dann steht etwas zwischen ihm und den Telefonen im Weg.</translation>
    </message>
    <message>
        <source>On a PC of another VLAN that uses the server: `ipconfig /release`, then `ipconfig /renew`.</source>
        <translation>Auf einem PC in einem anderen VLAN, das denselben Server nutzt: `ipconfig /release`, dann `ipconfig /renew`.</translation>
    </message>
    <message>
        <source>Does a phone get an address at once when it is restarted?</source>
        <translation>Bekommt ein Telefon nach einem Neustart sofort eine Adresse?</translation>
    </message>
    <message>
        <source>A phone that starts asks by broadcast, through the relay. One that renews asks the server itself. When only the second fails, something blocks it.</source>
        <translation>Ein startendes Telefon fragt per Broadcast über das Relay. Ein verlängerndes fragt den Server direkt. Scheitert nur das Zweite, blockiert es etwas.</translation>
    </message>
    <message>
        <source>Restart one phone that suffers (Settings, then **#**) and watch whether it passes &apos;Configuring IP&apos;.</source>
        <translation>Ein betroffenes Telefon neu starten (Settings, dann **#**) und beobachten, ob es über „Configuring IP“ hinauskommt.</translation>
    </message>
    <message>
        <source>Does the voice VLAN&apos;s gateway relay to the DHCP server?</source>
        <translation>Leitet das Gateway des Voice-VLANs an den DHCP-Server weiter?</translation>
    </message>
    <message>
        <source>Without a helper address the phones&apos; broadcasts end at the gateway.</source>
        <translation>Ohne Helper-Adresse enden die Broadcasts der Telefone am Gateway.</translation>
    </message>
    <message>
        <source>On the gateway: `show running-config interface &lt;voice VLAN&gt;`, the line ip helper-address; then `ping &lt;its address&gt;`.</source>
        <translation>Auf dem Gateway: `show running-config interface &lt;Voice-VLAN&gt;`, die Zeile ip helper-address; dann `ping &lt;deren Adresse&gt;`.</translation>
    </message>
    <message>
        <source>Why does the server refuse?</source>
        <translation>Warum lehnt der Server ab?</translation>
    </message>
    <message>
        <source>Why does the server not answer?</source>
        <translation>Warum antwortet der Server nicht?</translation>
    </message>
    <message>
        <source>A comment in the capture: {0}</source>
        <translation>Ein Kommentar im Mitschnitt: {0}</translation>
    </message>
    <message>
        <source>The trace begins without a date; the one at line {1} stands too far behind its beginning to count back from it, so its times have no date.</source>
        <translation>Der Trace beginnt ohne Datum; das in Zeile {1} steht zu weit hinter seinem Anfang, um von dort zurückzurechnen, daher haben seine Zeiten kein Datum.</translation>
    </message>
    <message>
        <source>From here on the JSON is nested deeper than any description; what stands before was read.</source>
        <translation>Ab hier ist das JSON tiefer verschachtelt als jede Beschreibung; alles davor wurde gelesen.</translation>
    </message>
    <message>
        <source>From here on the text is no JSON; what stands before was read.</source>
        <translation>Ab hier ist der Text kein JSON; alles davor wurde gelesen.</translation>
    </message>
    <message>
        <source>The text ends within a record, which was left out.</source>
        <translation>Der Text endet innerhalb eines Datensatzes; dieser wurde ausgelassen.</translation>
    </message>
    <message>
        <source>A password stands in the description. It was not taken over; take it out of the file.</source>
        <translation>In der Beschreibung steht ein Passwort. Es wurde nicht übernommen; entfernen Sie es aus der Datei.</translation>
    </message>
    <message>
        <source>The archive has no file in it.</source>
        <translation>Das Archiv enthält keine Datei.</translation>
    </message>
    <message>
        <source>The member {0} is encrypted; it was left out. Unpack it with its password and add it.</source>
        <translation>Die Datei {0} im Archiv ist verschlüsselt und wurde ausgelassen. Entpacken Sie sie mit ihrem Passwort und fügen Sie sie hinzu.</translation>
    </message>
    <message>
        <source>The capture was made with a filter; what it did not let pass cannot be seen: {0}</source>
        <translation>Der Mitschnitt wurde mit einem Filter gemacht; was er nicht durchließ, ist nicht zu sehen: {0}</translation>
    </message>
    <message>
        <source>Files {0} to {1} of this trace are missing before this one.</source>
        <translation>Vor dieser Datei fehlen die Dateien {0} bis {1} dieses Traces.</translation>
    </message>
    <message>
        <source>Nothing was recorded for {0} s, far longer than usual in this source.</source>
        <translation>{0} s lang wurde nichts aufgezeichnet, weit länger als in dieser Quelle üblich.</translation>
    </message>
    <message>
        <source>The lines do not say their year. {0} was taken, by the time at which the file was last written to.</source>
        <translation>Die Zeilen nennen ihr Jahr nicht. Genommen wurde {0}, nach der Zeit, zu der die Datei zuletzt geschrieben wurde.</translation>
    </message>
    <message>
        <source>Several zones are called {0}; of these {1} was taken, which agrees best with the other lines.</source>
        <translation>Mehrere Zonen heißen {0}; genommen wurde {1}, weil sie am besten zu den anderen Zeilen passt.</translation>
    </message>
    <message>
        <source>What stands here is no part of the archive; if it was a file, it is lost. Reading went on behind it.</source>
        <translation>Was hier steht, gehört nicht zum Archiv; war es eine Datei, so ist sie verloren. Dahinter wurde weitergelesen.</translation>
    </message>
    <message>
        <source>The file name says {0}, the content is {1}. Whittle goes by the content.</source>
        <translation>Der Dateiname sagt {0}, der Inhalt ist {1}. Whittle richtet sich nach dem Inhalt.</translation>
    </message>
    <message>
        <source>The lines have no date. The day on which the other sources begin was taken for their first day.</source>
        <translation>Die Zeilen haben kein Datum. Als ihr erster Tag wurde der Tag genommen, an dem die anderen Quellen beginnen.</translation>
    </message>
    <message>
        <source>The lines have no date, and nothing else in the case tells it: 1 January 1970 stands for their first day.</source>
        <translation>Die Zeilen haben kein Datum, und nichts sonst im Fall sagt es: Für ihren ersten Tag steht der 1. Januar 1970.</translation>
    </message>
    <message>
        <source>A block of {0} {0:byte|bytes} contradicts itself. Nothing behind it can be found; everything before it was read.</source>
        <translation>Ein Block von {0} Byte ist in sich widersprüchlich. Dahinter lässt sich nichts mehr finden; alles davor wurde gelesen.</translation>
    </message>
    <message>
        <source>{0} {0:block contradicts itself|blocks contradict themselves}; {1} {1:byte was|bytes were} passed over to where the next block begins.</source>
        <translation>{0} {0:Block widerspricht|Blöcke widersprechen} sich selbst; {1} Byte bis zum Anfang des nächsten Blocks {1:wurde|wurden} übergangen.</translation>
    </message>
    <message>
        <source>The times of this capture go back {0} {0:time|times}, first at frame {1}, from {2} to {3}; at most by {4} {4:second|seconds}: its clock was set back, or captures stand one behind the other. Times are shown as written.</source>
        <translation>Die Zeiten dieses Mitschnitts gehen {0}-mal zurück, zuerst bei Frame {1}, von {2} auf {3}; höchstens um {4} {4:Sekunde|Sekunden}: Seine Uhr wurde zurückgestellt, oder Mitschnitte stehen hintereinander. Die Zeiten werden gezeigt, wie sie geschrieben stehen.</translation>
    </message>
    <message>
        <source>{0} {0:frame of interest is a second copy of the frame just before it|frames of interest are second copies of frames just before them}, as a SPAN port makes them. {0:It is|They are} listed with duplicate=yes, and {0:counts|count} for nothing else.</source>
        <translation>{0} {0:relevanter Frame ist eine Zweitkopie des Frames unmittelbar vor ihm|relevante Frames sind Zweitkopien der Frames unmittelbar vor ihnen}, wie ein SPAN-Port sie erzeugt. {0:Er ist|Sie sind} mit duplicate=yes aufgeführt und {0:zählt|zählen} sonst nicht.</translation>
    </message>
    <message>
        <source>{0} {0:packet is|packets are} of SCCP or SIP over TLS (ports 2443 and 5061), which cannot be read.</source>
        <translation>{0} {0:Paket ist|Pakete sind} SCCP oder SIP über TLS (Ports 2443 und 5061) und {0:kann|können} nicht gelesen werden.</translation>
    </message>
    <message>
        <source>There were more connections than are followed at once: {0} that had been quiet {0:was forgotten, and taken for a new one if it|were forgotten, and taken for new ones if they} spoke again.</source>
        <translation>Es gab mehr Verbindungen, als gleichzeitig verfolgt werden: {0} inaktive {0:wurde vergessen und, falls sie sich wieder meldete, für eine neue|wurden vergessen und, falls sie sich wieder meldeten, für neue} gehalten.</translation>
    </message>
    <message>
        <source>{0} {0:packet of interest was|packets of interest were} split into IP fragments; of {1} of them not all fragments came, or they contradict each other: {1:it was|these were} read in part or not at all.</source>
        <translation>{0} {0:relevantes Paket war|relevante Pakete waren} in IP-Fragmente aufgeteilt; bei {1} davon kamen nicht alle Fragmente an, oder sie widersprechen einander: {1:Dieses wurde|Diese wurden} nur teilweise oder gar nicht gelesen.</translation>
    </message>
    <message>
        <source>{0} {0:packet of interest was cut short when it was|packets of interest were cut short when they were} captured (snap length); what is there was read.</source>
        <translation>{0} {0:relevantes Paket wurde|relevante Pakete wurden} beim Mitschneiden abgeschnitten (Snap Length); was vorhanden ist, wurde gelesen.</translation>
    </message>
    <message>
        <source>{0} {0:time|times} the bytes where a message should begin were none; reading went on with a later segment.</source>
        <translation>{0}-mal stand dort, wo eine Nachricht beginnen sollte, keine; das Lesen wurde mit einem späteren Segment fortgesetzt.</translation>
    </message>
    <message>
        <source>The capture ends within its file header, after {0} {0:byte|bytes}.</source>
        <translation>Der Mitschnitt endet innerhalb seines Dateikopfs, nach {0} Byte.</translation>
    </message>
    <message>
        <source>{0} {0:frame names|frames name} an interface that the capture does not describe, so nobody can say what their bytes mean.</source>
        <translation>{0} {0:Frame nennt|Frames nennen} eine Schnittstelle, die der Mitschnitt nicht beschreibt; die Bedeutung {0:seiner|ihrer} Bytes ist daher nicht feststellbar.</translation>
    </message>
    <message>
        <source>The capture describes more than {0} {0:interface|interfaces} in a section; {1} more {1:was|were} not read.</source>
        <translation>Der Mitschnitt beschreibt mehr als {0} {0:Schnittstelle|Schnittstellen} in einem Abschnitt; {1} weitere {1:wurde|wurden} nicht gelesen.</translation>
    </message>
    <message>
        <source>{0} captures stand one behind the other in this file; the second begins at frame {1}. Each is read by its own header; times that go back between them are no fault of a clock.</source>
        <translation>In dieser Datei stehen {0} Mitschnitte hintereinander; der zweite beginnt bei Frame {1}. Jeder wird nach seinem eigenen Dateikopf gelesen; gehen die Zeiten von einem zum nächsten zurück, so liegt das nicht an einer Uhr.</translation>
    </message>
    <message>
        <source>{0} {0:frame is|frames are} of a link type that Whittle does not read: {1}.</source>
        <translation>{0} {0:Frame hat|Frames haben} einen Link-Typ, den Whittle nicht liest: {1}.</translation>
    </message>
    <message>
        <source>{0} {0:datagram|datagrams} on a port of {1} {0:is no message|are no messages} of it.</source>
        <translation>{0} {0:Datagramm|Datagramme} auf einem Port von {1} {0:ist keine Nachricht|sind keine Nachrichten} dieses Protokolls.</translation>
    </message>
    <message>
        <source>{0} {0:datagram on the port of NTP is shorter than a packet of its|datagrams on the port of NTP are shorter than a packet of their} mode (48 bytes; control 12, private 8).</source>
        <translation>{0} {0:Datagramm|Datagramme} auf dem Port von NTP {0:ist|sind} kürzer als ein Paket {0:seines|ihres} Modus (48 Byte; Steuerung 12, privat 8).</translation>
    </message>
    <message>
        <source>{0} {0:block has an option that reaches beyond its end|blocks have an option that reaches beyond their end}; what is there of it was read.</source>
        <translation>{0} {0:Block hat eine Option, die über sein|Blöcke haben eine Option, die über ihr} Ende hinausreicht; was davon da ist, wurde gelesen.</translation>
    </message>
    <message>
        <source>The file ends in the middle of a record, of which {0} {0:byte is|bytes are} there; everything before it was read.</source>
        <translation>Die Datei endet mitten in einem Datensatz, von dem {0} Byte vorhanden {0:ist|sind}; alles davor wurde gelesen.</translation>
    </message>
    <message>
        <source>A record claims {0} {0:byte|bytes}, which cannot be. Nothing behind it can be found; everything before it was read.</source>
        <translation>Ein Datensatz gibt {0} Byte an, was nicht sein kann. Dahinter lässt sich nichts mehr finden; alles davor wurde gelesen.</translation>
    </message>
    <message>
        <source>{0} {0:frame|frames} of interest {0:is|are} in this file twice: captures of the same time stand one behind the other. The second {0:one is|ones are} listed with duplicate=yes, and {0:counts|count} for nothing else.</source>
        <translation>{0} {0:relevanter Frame steht|relevante Frames stehen} zweimal in dieser Datei: Mitschnitte derselben Zeit stehen hintereinander. {0:Der zweite ist|Die zweiten sind} mit duplicate=yes aufgeführt und {0:zählt|zählen} sonst nicht.</translation>
    </message>
    <message>
        <source>{0} {0:message breaks|messages break} the rules of SIP in the first line; what can be read of {0:it|them} is listed.</source>
        <translation>{0} {0:Nachricht verletzt|Nachrichten verletzen} in der ersten Zeile die Regeln von SIP; was sich davon lesen lässt, ist aufgeführt.</translation>
    </message>
    <message>
        <source>{0} {0:byte|bytes} from {1} to {2} {0:is|are} missing in the capture before this frame; messages in them are lost.</source>
        <translation>{0} Byte von {1} zu {2} {0:fehlt|fehlen} im Mitschnitt vor diesem Frame; darin enthaltene Nachrichten sind verloren.</translation>
    </message>
    <message>
        <source>In all, {0} {0:gap|gaps} of {1} {1:byte|bytes} {0:is|are} in the connections of this capture; the first hundred are listed.</source>
        <translation>Insgesamt gibt es in den Verbindungen dieses Mitschnitts {0} {0:Lücke|Lücken} mit {1} Byte; die ersten hundert sind aufgeführt.</translation>
    </message>
    <message>
        <source>{0} {0:frame has|frames have} a fraction of a second that is a second or more; it was added to the seconds.</source>
        <translation>{0} {0:Frame hat|Frames haben} einen Sekundenbruchteil von einer Sekunde oder mehr; er wurde zu den Sekunden addiert.</translation>
    </message>
    <message>
        <source>{0} {0:frame carries no time; it is|frames carry no time; each is} shown with the latest time before it.</source>
        <translation>{0} {0:Frame trägt keine Zeit; er|Frames tragen keine Zeit; jeder} wird mit der letzten Zeit vor ihm angezeigt.</translation>
    </message>
    <message>
        <source>{0} {0:packet is|packets are} in tunnels that Whittle does not read: {1}.</source>
        <translation>{0} {0:Paket steckt|Pakete stecken} in Tunneln, die Whittle nicht liest: {1}.</translation>
    </message>
    <message>
        <source>The lines have no date, and nothing else in the case tells it. The last of them was taken to be of {0}, by the time at which the file was last written to.</source>
        <translation>Die Zeilen haben kein Datum, und nichts sonst im Fall sagt es. Für die letzte von ihnen wurde {0} genommen, nach der Zeit, zu der die Datei zuletzt geschrieben wurde.</translation>
    </message>
    <message>
        <source>{0} {0:line repeats|lines repeat} an alarm (SyslogSeverityMatchFound, from RTMT) and {0:was|were} left out; the first is line {1}.</source>
        <translation>{0} {0:Zeile wiederholt|Zeilen wiederholen} einen Alarm (SyslogSeverityMatchFound, von RTMT) und {0:wurde|wurden} ausgelassen; die erste ist Zeile {1}.</translation>
    </message>
    <message>
        <source>The times of this source go back {0} {0:time|times}, first at line {1}, at most by {2} {2:second|seconds}: its clock was set back, or logs stand one behind the other. Times are shown as written.</source>
        <translation>Die Zeiten dieser Quelle gehen {0}-mal zurück, zuerst in Zeile {1}, höchstens um {2} {2:Sekunde|Sekunden}: Ihre Uhr wurde zurückgestellt, oder Protokolle stehen hintereinander. Die Zeiten werden gezeigt, wie sie geschrieben stehen.</translation>
    </message>
    <message>
        <source>{0} {0:output has|outputs have} times of day and no date, the first at line {1}; {0:its|their} date is that of the output beside {0:it|them}.</source>
        <translation>{0} {0:Ausgabe hat|Ausgaben haben} Uhrzeiten, aber kein Datum, die erste in Zeile {1}; als Datum gilt das der benachbarten Ausgabe.</translation>
    </message>
    <message>
        <source>At line {0} the clock goes back by an hour, to {1}, on a Sunday: where it shows local time, daylight-saving time ends. This is followed when the zone is known by its name, here or elsewhere in the case; otherwise what comes after stands as written.</source>
        <translation>In Zeile {0} geht die Uhr um eine Stunde zurück, auf {1}, an einem Sonntag: Zeigt sie Ortszeit, so endet dort die Sommerzeit. Dem wird gefolgt, wenn die Zone mit Namen bekannt ist, hier oder anderswo im Fall; andernfalls steht das Weitere, wie es geschrieben ist.</translation>
    </message>
    <message>
        <source>The line is too long; only its first {0} {0:byte was|bytes were} looked at.</source>
        <translation>Die Zeile ist zu lang; nur ihre ersten {0} Byte wurden ausgewertet.</translation>
    </message>
    <message>
        <source>{0} {0:line|lines} had been broken at the width of a terminal and {0:was|were} joined again; the first is line {1}.</source>
        <translation>{0} {0:Zeile war|Zeilen waren} an der Breite eines Terminals umbrochen und {0:wurde|wurden} wieder zusammengefügt; die erste ist Zeile {1}.</translation>
    </message>
    <message>
        <source>{0} {0:line was|lines were} not understood; the first is line {1}.</source>
        <translation>{0} {0:Zeile wurde|Zeilen wurden} nicht verstanden; die erste ist Zeile {1}.</translation>
    </message>
    <message>
        <source>{0:The output|The outputs} of {0} more {0:command tells|commands tell} Whittle nothing and {0:was|were} not read; the first is at line {1}.</source>
        <translation>{0:Die Ausgabe|Die Ausgaben} von {0} weiteren {0:Befehl sagt|Befehlen sagen} Whittle nichts und {0:wurde|wurden} nicht gelesen; die erste steht in Zeile {1}.</translation>
    </message>
    <message>
        <source>{0} more {0:line has|lines have} a date or time that cannot be one and {0:was|were} left out; the first is line {1}.</source>
        <translation>{0} weitere {0:Zeile hat|Zeilen haben} ein unmögliches Datum oder eine unmögliche Uhrzeit und {0:wurde|wurden} ausgelassen; die erste ist Zeile {1}.</translation>
    </message>
    <message>
        <source>The text does not say when it was printed ({0} {0:output|outputs}, the first at line {1}).</source>
        <translation>Der Text gibt nicht an, wann er ausgegeben wurde ({0} {0:Ausgabe|Ausgaben}, die erste in Zeile {1}).</translation>
    </message>
    <message>
        <source>Output of {0}: {1} {1:line|lines} from line {2} on, which {1:tells|tell} Whittle nothing and {1:was|were} not read.</source>
        <translation>Ausgabe von {0}: {1} {1:Zeile|Zeilen} ab Zeile {2}, die Whittle nichts {1:sagt und nicht gelesen wurde|sagen und nicht gelesen wurden}.</translation>
    </message>
    <message>
        <source>{0} {0:output does not say when it was|outputs do not say when they were} printed, the first at line {1}; the time of the output beside them is shown.</source>
        <translation>{0} {0:Ausgabe gibt nicht an, wann sie erfolgte|Ausgaben geben nicht an, wann sie erfolgten}, die erste in Zeile {1}; angezeigt wird die Zeit der benachbarten Ausgabe.</translation>
    </message>
    <message>
        <source>{0} {0:record is|records are} about other things, such as calls ({1} further {1:line belongs|lines belong} to records).</source>
        <translation>{0} {0:Eintrag betrifft|Einträge betreffen} anderes, etwa Anrufe ({1} weitere {1:Zeile gehört|Zeilen gehören} zu Einträgen).</translation>
    </message>
    <message>
        <source>{0} {0:record is|records are} too long and {0:was|were} left out; the first begins at line {1}.</source>
        <translation>{0} {0:Datensatz ist|Datensätze sind} zu lang und {0:wurde|wurden} ausgelassen; der erste beginnt in Zeile {1}.</translation>
    </message>
    <message>
        <source>{0} {0:line is no registry value and was|lines are no registry values and were} left out; the first is line {1}.</source>
        <translation>{0} {0:Zeile ist kein Registry-Wert und wurde|Zeilen sind keine Registry-Werte und wurden} ausgelassen; die erste ist Zeile {1}.</translation>
    </message>
    <message>
        <source>{0} {0:value is|values are} about other things than Windows Time; the first is in line {1}.</source>
        <translation>{0} {0:Wert betrifft|Werte betreffen} anderes als Windows Time; der erste steht in Zeile {1}.</translation>
    </message>
    <message>
        <source>The session is too long: {0} {0:output of a command was|outputs of commands were} not read, the first at line {1}.</source>
        <translation>Die Sitzung ist zu lang: {0} {0:Ausgabe eines Befehls wurde|Ausgaben von Befehlen wurden} nicht gelesen, die erste in Zeile {1}.</translation>
    </message>
    <message>
        <source>{0} SIP {0:message is shorter in the trace than it was|messages are shorter in the trace than they were} on the wire; the first is announced at line {1}. What is there was read.</source>
        <translation>{0} {0:SIP-Nachricht ist|SIP-Nachrichten sind} im Trace kürzer, als sie auf der Leitung {0:war|waren}; die erste ist in Zeile {1} angekündigt. Was vorhanden ist, wurde gelesen.</translation>
    </message>
    <message>
        <source>{0} SIP {0:message in the trace was|messages in the trace were} not understood; the first is announced at line {1}.</source>
        <translation>{0} {0:SIP-Nachricht im Trace wurde|SIP-Nachrichten im Trace wurden} nicht verstanden; die erste ist in Zeile {1} angekündigt.</translation>
    </message>
    <message>
        <source>{0} {0:member is|members are} not known: {1}.</source>
        <translation>{0} {0:Angabe ist|Angaben sind} nicht bekannt: {1}.</translation>
    </message>
    <message>
        <source>{0} {0:line is|lines are} not UTF-8 and {0:was|were} read as Windows-1252; the first is line {1}.</source>
        <translation>{0} {0:Zeile ist|Zeilen sind} nicht UTF-8 und {0:wurde|wurden} als Windows-1252 gelesen; die erste ist Zeile {1}.</translation>
    </message>
    <message>
        <source>The trace changes its distance from UTC {0} {0:time|times}, first at line {1}; its times were brought to the first zone.</source>
        <translation>Der Trace ändert seinen Abstand zu UTC {0}-mal, zuerst in Zeile {1}; seine Zeiten wurden auf die erste Zone gebracht.</translation>
    </message>
    <message>
        <source>{0} {0:line does not say in which zone its time is, though others do; it was|lines do not say in which zone their time is, though others do; they were} read in the zone of the lines beside them. The first is line {1}.</source>
        <translation>{0} {0:Zeile sagt|Zeilen sagen} nicht, in welcher Zone ihre Zeit gilt, andere dagegen schon; sie {0:wurde|wurden} in der Zone der Zeilen daneben gelesen. Die erste ist Zeile {1}.</translation>
    </message>
    <message>
        <source>The archive breaks off or is damaged here ({0:reason}). The members before it were read.</source>
        <translation>Das Archiv bricht hier ab oder ist beschädigt ({0:reason}). Die Dateien davor wurden gelesen.</translation>
    </message>
    <message>
        <source>{0} {0:member|members} of the archive {0:is a link or a device; it holds|are links or devices; they hold} nothing to read.</source>
        <translation>{0} {0:Archivmitglied ist ein Link oder eine Gerätedatei; es enthält|Archivmitglieder sind Links oder Gerätedateien; sie enthalten} nichts zu lesen.</translation>
    </message>
    <message>
        <source>Reading the archive ended here: {0:reason}.</source>
        <translation>Das Lesen des Archivs endete hier: {0:reason}.</translation>
    </message>
    <message>
        <source>Not evidence, and passed over: {0:reason}.</source>
        <translation>Keine Aufzeichnung, daher übergangen: {0:reason}.</translation>
    </message>
    <message>
        <source>The member {0} was left out: {1:reason}.</source>
        <translation>Die Datei {0} im Archiv wurde ausgelassen: {1:reason}.</translation>
    </message>
    <message>
        <source>The format is not known: {0:reason}. The file is kept as a source; nothing was read from it.</source>
        <translation>Das Format ist nicht bekannt: {0:reason}. Die Datei bleibt als Quelle erhalten; aus ihr wurde nichts gelesen.</translation>
    </message>
    <message>
        <source>Reading failed at {0:reason}: {1:reason}. What came before it was kept.</source>
        <translation>Das Lesen ist bei {0:reason} fehlgeschlagen: {1:reason}. Was davor kam, blieb erhalten.</translation>
    </message>
    <message>
        <source>{0} {0:character|characters} of the UTF-16 text {0:is|are} damaged; � stands for {0:it|them}.</source>
        <translation>{0} Zeichen des UTF-16-Textes {0:ist|sind} beschädigt; an {0:seiner|ihrer} Stelle steht �.</translation>
    </message>
    <message>
        <source>The file became shorter while it was read, at {0:reason}. What came before it was kept.</source>
        <translation>Die Datei wurde beim Lesen kürzer, bei {0:reason}. Was davor kam, blieb erhalten.</translation>
    </message>
    <message>
        <source>{0} {0:packet was|packets were} lost while capturing.</source>
        <translation>{0} {0:Paket ging|Pakete gingen} beim Mitschneiden verloren.</translation>
    </message>
    <message>
        <source>Of {0} {0:packet|packets} a capture filter let {1} pass; what it did not let pass cannot be seen.</source>
        <translation>Von {0} {0:Paket|Paketen} ließ ein Mitschnittfilter {1} durch; was er nicht durchließ, ist nicht zu sehen.</translation>
    </message>
    <message>
        <source>Frames were cut to {0} {0:byte|bytes} when they were captured ({1} of them); what stood behind cannot be seen.</source>
        <translation>Frames wurden beim Mitschneiden auf {0} Byte gekürzt ({1} {1:Frame|Frames}); was dahinter stand, ist nicht zu sehen.</translation>
    </message>
    <message>
        <source>The capture kept {0} {0:byte|bytes} of each frame; what stood behind cannot be seen.</source>
        <translation>Der Mitschnitt behielt von jedem Frame {0} Byte; was dahinter stand, ist nicht zu sehen.</translation>
    </message>
    <message>
        <source>Nothing in its {0} {0:record|records} is about messages of phones: the trace level is too low to show registrations, or no phone is here.</source>
        <translation>Nichts in {0:ihrem|ihren} {0} {0:Eintrag|Einträgen} betrifft Nachrichten von Telefonen: Das Trace-Level ist zu niedrig, um Registrierungen zu zeigen, oder hier gibt es kein Telefon.</translation>
    </message>
    <message>
        <source>empty: 0 bytes</source>
        <translation>leer: 0 Byte</translation>
    </message>
    <message>
        <source>chosen by the user</source>
        <translation>vom Benutzer gewählt</translation>
    </message>
    <message>
        <source>{0:reason}; it could also be {1}: {2:reason}</source>
        <translation>{0:reason}; es könnte auch {1} sein: {2:reason}</translation>
    </message>
    <message>
        <source>nearest to {0}: {1:reason}</source>
        <translation>am nächsten kommt {0}: {1:reason}</translation>
    </message>
    <message>
        <source>its beginning fits none of the formats</source>
        <translation>der Anfang passt zu keinem der Formate</translation>
    </message>
    <message>
        <source>the first line matches</source>
        <translation>die erste Zeile passt</translation>
    </message>
    <message>
        <source>all of the first {0} lines match</source>
        <translation>alle der ersten {0} Zeilen passen</translation>
    </message>
    <message>
        <source>none of the first {0} lines matches</source>
        <translation>keine der ersten {0} Zeilen passt</translation>
    </message>
    <message>
        <source>{0} of the first {1} lines match; line {2} does not</source>
        <translation>{0} der ersten {1} Zeilen {0:passt|passen}; Zeile {2} passt nicht</translation>
    </message>
    <message>
        <source>no lines</source>
        <translation>keine Zeilen</translation>
    </message>
    <message>
        <source>a session with outputs of several commands</source>
        <translation>eine Sitzung mit Ausgaben mehrerer Befehle</translation>
    </message>
    <message>
        <source>no session of CUCM&apos;s command line with several outputs</source>
        <translation>keine Sitzung an der Befehlszeile von CUCM mit mehreren Ausgaben</translation>
    </message>
    <message>
        <source>its schema is {0}</source>
        <translation>das Schema ist {0}</translation>
    </message>
    <message>
        <source>{0} outermost members are those of a deployment</source>
        <translation>{0} Angaben auf der obersten Ebene sind die einer Standortbeschreibung</translation>
    </message>
    <message>
        <source>no JSON object</source>
        <translation>kein JSON-Objekt</translation>
    </message>
    <message>
        <source>a JSON object that describes no deployment</source>
        <translation>ein JSON-Objekt, das keinen Standort beschreibt</translation>
    </message>
    <message>
        <source>magic number of a libpcap capture, most significant byte first, times in nanoseconds</source>
        <translation>Magic Number eines libpcap-Mitschnitts, höchstwertiges Byte zuerst, Zeiten in Nanosekunden</translation>
    </message>
    <message>
        <source>magic number of a libpcap capture, most significant byte first, times in microseconds</source>
        <translation>Magic Number eines libpcap-Mitschnitts, höchstwertiges Byte zuerst, Zeiten in Mikrosekunden</translation>
    </message>
    <message>
        <source>magic number of a libpcap capture, least significant byte first, times in nanoseconds</source>
        <translation>Magic Number eines libpcap-Mitschnitts, niederwertigstes Byte zuerst, Zeiten in Nanosekunden</translation>
    </message>
    <message>
        <source>magic number of a libpcap capture, least significant byte first, times in microseconds</source>
        <translation>Magic Number eines libpcap-Mitschnitts, niederwertigstes Byte zuerst, Zeiten in Mikrosekunden</translation>
    </message>
    <message>
        <source>section header of a pcapng capture, most significant byte first</source>
        <translation>Abschnittskopf eines pcapng-Mitschnitts, höchstwertiges Byte zuerst</translation>
    </message>
    <message>
        <source>section header of a pcapng capture, least significant byte first</source>
        <translation>Abschnittskopf eines pcapng-Mitschnitts, niederwertigstes Byte zuerst</translation>
    </message>
    <message>
        <source>identification pattern of a snoop capture (RFC 1761)</source>
        <translation>Erkennungsmuster eines snoop-Mitschnitts (RFC 1761)</translation>
    </message>
    <message>
        <source>tar: the checksum of its first header fits</source>
        <translation>tar: Die Prüfsumme des ersten Dateikopfs stimmt</translation>
    </message>
    <message>
        <source>zip: signature {0}</source>
        <translation>zip: Signatur {0}</translation>
    </message>
    <message>
        <source>7z: signature {0}</source>
        <translation>7z: Signatur {0}</translation>
    </message>
    <message>
        <source>rar: signature {0}</source>
        <translation>rar: Signatur {0}</translation>
    </message>
    <message>
        <source>cab: signature {0}</source>
        <translation>cab: Signatur {0}</translation>
    </message>
    <message>
        <source>an archive that cannot be read here; unpack it and add what is in it</source>
        <translation>ein Archiv, das hier nicht gelesen werden kann; entpacken und den Inhalt hinzufügen</translation>
    </message>
    <message>
        <source>a document; save its text, or its tables as CSV, and add that</source>
        <translation>ein Dokument; den Text oder die Tabellen (als CSV) speichern und das Ergebnis hinzufügen</translation>
    </message>
    <message>
        <source>a picture; write down what it shows</source>
        <translation>ein Bild; aufschreiben, was es zeigt</translation>
    </message>
    <message>
        <source>a program, not evidence</source>
        <translation>ein Programm, keine Aufzeichnung</translation>
    </message>
    <message>
        <source>a 7-Zip archive inside something else; unpack it and add what is in it</source>
        <translation>ein 7-Zip-Archiv, in etwas anderes eingebettet; entpacken und den Inhalt hinzufügen</translation>
    </message>
    <message>
        <source>compressed with lz4; unpack it with lz4 -d and add what is in it</source>
        <translation>mit lz4 komprimiert; mit lz4 -d entpacken und den Inhalt hinzufügen</translation>
    </message>
    <message>
        <source>compressed with lzip; unpack it with lzip -d and add what is in it</source>
        <translation>mit lzip komprimiert; mit lzip -d entpacken und den Inhalt hinzufügen</translation>
    </message>
    <message>
        <source>compressed with lzop; unpack it with lzop -d and add what is in it</source>
        <translation>mit lzop komprimiert; mit lzop -d entpacken und den Inhalt hinzufügen</translation>
    </message>
    <message>
        <source>compressed with compress; unpack it with uncompress and add what is in it</source>
        <translation>mit compress komprimiert; mit uncompress entpacken und den Inhalt hinzufügen</translation>
    </message>
    <message>
        <source>compressed with lzma; unpack it with xz -d and add what is in it</source>
        <translation>mit lzma komprimiert; mit xz -d entpacken und den Inhalt hinzufügen</translation>
    </message>
    <message>
        <source>an image of a disc (ISO 9660); mount it and add what is in it</source>
        <translation>ein Disc-Abbild (ISO 9660); einhängen und den Inhalt hinzufügen</translation>
    </message>
    <message>
        <source>encrypted with PGP; decrypt it and add what is in it</source>
        <translation>mit PGP verschlüsselt; entschlüsseln und den Inhalt hinzufügen</translation>
    </message>
    <message>
        <source>encrypted with OpenSSL, as a backup of CUCM is; decrypt it and add what is in it</source>
        <translation>mit OpenSSL verschlüsselt, wie es Backups von CUCM sind; entschlüsseln und den Inhalt hinzufügen</translation>
    </message>
    <message>
        <source>a capture of Microsoft Network Monitor; save it as pcap with Wireshark and add that</source>
        <translation>ein Mitschnitt von Microsoft Network Monitor; mit Wireshark als pcap speichern und das Ergebnis hinzufügen</translation>
    </message>
    <message>
        <source>a capture of Microsoft Network Monitor 1; save it as pcap with Wireshark and add that</source>
        <translation>ein Mitschnitt von Microsoft Network Monitor 1; mit Wireshark als pcap speichern und das Ergebnis hinzufügen</translation>
    </message>
    <message>
        <source>a capture of Sniffer; save it as pcap with Wireshark and add that</source>
        <translation>ein Mitschnitt von Sniffer; mit Wireshark als pcap speichern und das Ergebnis hinzufügen</translation>
    </message>
    <message>
        <source>a capture of Sniffer for Windows; save it as pcap with Wireshark and add that</source>
        <translation>ein Mitschnitt von Sniffer für Windows; mit Wireshark als pcap speichern und das Ergebnis hinzufügen</translation>
    </message>
    <message>
        <source>a capture of AIX iptrace; save it as pcap with Wireshark and add that</source>
        <translation>ein Mitschnitt von AIX iptrace; mit Wireshark als pcap speichern und das Ergebnis hinzufügen</translation>
    </message>
    <message>
        <source>a Windows event log; save it as text with wevtutil or the Event Viewer and add that</source>
        <translation>ein Windows-Ereignisprotokoll; mit wevtutil oder der Ereignisanzeige als Text speichern und das Ergebnis hinzufügen</translation>
    </message>
    <message>
        <source>an event log of an old Windows; save it as text with the Event Viewer and add that</source>
        <translation>ein Ereignisprotokoll eines alten Windows; mit der Ereignisanzeige als Text speichern und das Ergebnis hinzufügen</translation>
    </message>
    <message>
        <source>a Windows event trace (etl); convert it with tracerpt or etl2pcapng and add that</source>
        <translation>eine Windows-Ereignisablaufverfolgung (etl); mit tracerpt oder etl2pcapng umwandeln und das Ergebnis hinzufügen</translation>
    </message>
    <message>
        <source>a hive of the Windows registry; export the keys with reg export and add that</source>
        <translation>ein Hive der Windows-Registry; die Schlüssel mit reg export exportieren und das Ergebnis hinzufügen</translation>
    </message>
    <message>
        <source>performance counters (RTMT or Windows); these are not read yet</source>
        <translation>Leistungsindikatoren (RTMT oder Windows); sie werden noch nicht gelesen</translation>
    </message>
    <message>
        <source>sound, a film or a picture, not evidence</source>
        <translation>Ton, ein Film oder ein Bild, keine Aufzeichnung zum Auswerten</translation>
    </message>
    <message>
        <source>the index of a folder of SDL traces, which are read without it</source>
        <translation>der Index eines Ordners mit SDL-Traces, die auch ohne ihn gelesen werden</translation>
    </message>
    <message>
        <source>what the Finder of macOS notes about a folder</source>
        <translation>was der Finder von macOS zu einem Ordner vermerkt</translation>
    </message>
    <message>
        <source>what macOS notes about the file of the same name</source>
        <translation>was macOS zur Datei gleichen Namens vermerkt</translation>
    </message>
    <message>
        <source>what the Explorer of Windows notes about a folder</source>
        <translation>was der Explorer von Windows zu einem Ordner vermerkt</translation>
    </message>
    <message>
        <source>a SQLite database; export what matters in it as text and add that</source>
        <translation>eine SQLite-Datenbank; das Wichtige darin als Text exportieren und das Ergebnis hinzufügen</translation>
    </message>
    <message>
        <source>a memory dump, not evidence</source>
        <translation>ein Speicherabbild, keine Aufzeichnung</translation>
    </message>
    <message>
        <source>a certificate or a key, not evidence</source>
        <translation>ein Zertifikat oder ein Schlüssel, keine Aufzeichnung</translation>
    </message>
    <message>
        <source>the file became shorter while it was read</source>
        <translation>die Datei wurde beim Lesen kürzer</translation>
    </message>
    <message>
        <source>these bytes can only be read from their beginning on</source>
        <translation>diese Bytes lassen sich nur von Anfang an lesen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>stopped by the user</source>
        <translation>vom Benutzer abgebrochen</translation>
    </message>
    <message>
        <source>this is a link to something that is not there</source>
        <translation>dies ist ein Link auf etwas, das nicht vorhanden ist</translation>
    </message>
    <message>
        <source>the link leads back to itself</source>
        <translation>der Link führt zu sich selbst zurück</translation>
    </message>
    <message>
        <source>this is a folder, not a file</source>
        <translation>dies ist ein Ordner, keine Datei</translation>
    </message>
    <message>
        <source>this is a pipe, not a file</source>
        <translation>dies ist eine Pipe, keine Datei</translation>
    </message>
    <message>
        <source>this is a socket, not a file</source>
        <translation>dies ist ein Socket, keine Datei</translation>
    </message>
    <message>
        <source>this is a device, not a file</source>
        <translation>dies ist eine Gerätedatei, keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>this is a Whittle case, not evidence</source>
        <translation>dies ist ein Whittle-Fall, keine Aufzeichnung</translation>
    </message>
    <message>
        <source>open it instead</source>
        <translation>stattdessen den Fall öffnen</translation>
    </message>
    <message>
        <source>unpack it yourself, if you trust it</source>
        <translation>selbst entpacken, falls die Herkunft vertrauenswürdig ist</translation>
    </message>
    <message>
        <source>it unpacks to more than {0} times its size</source>
        <translation>ergibt entpackt mehr als das {0}-Fache der gepackten Größe</translation>
    </message>
    <message>
        <source>all that is in it unpacks to more than {0} times its size</source>
        <translation>der gesamte Inhalt ergibt entpackt mehr als das {0}-Fache der gepackten Größe</translation>
    </message>
    <message>
        <source>it unpacks to more than {0} bytes</source>
        <translation>ergibt entpackt mehr als {0} Byte</translation>
    </message>
    <message>
        <source>it has more than {0} members</source>
        <translation>enthält mehr als {0} {0:Datei|Dateien}</translation>
    </message>
    <message>
        <source>it is packed more than {0} times over</source>
        <translation>ist mehr als {0}-mal ineinander gepackt</translation>
    </message>
    <message>
        <source>it takes more than {0} bytes of memory to unpack it</source>
        <translation>das Entpacken benötigt mehr als {0} Byte Arbeitsspeicher</translation>
    </message>
    <message>
        <source>no memory to unpack it</source>
        <translation>kein Arbeitsspeicher zum Entpacken</translation>
    </message>
    <message>
        <source>this kind of xz is not known</source>
        <translation>diese Art von xz ist nicht bekannt</translation>
    </message>
    <message>
        <source>it is packed with a dictionary that is not in it</source>
        <translation>gepackt mit einem Wörterbuch, das nicht mit enthalten ist</translation>
    </message>
    <message>
        <source>the {0} data are damaged ({1})</source>
        <translation>die {0}-Daten sind beschädigt ({1})</translation>
    </message>
    <message>
        <source>the {0} data are damaged</source>
        <translation>die {0}-Daten sind beschädigt</translation>
    </message>
    <message>
        <source>the {0} data break off</source>
        <translation>die {0}-Daten brechen ab</translation>
    </message>
    <message>
        <source>{0} bytes behind the last {1} stream were not read</source>
        <translation>{0} Byte hinter dem letzten {1}-Datenstrom {0:wurde|wurden} nicht gelesen</translation>
    </message>
    <message>
        <source>the archive is damaged</source>
        <translation>das Archiv ist beschädigt</translation>
    </message>
    <message>
        <source>the 7z breaks off: its header, which is at the end, is missing</source>
        <translation>das 7z-Archiv bricht ab: Sein Header, der am Ende steht, fehlt</translation>
    </message>
    <message>
        <source>the header of the 7z is damaged</source>
        <translation>der Header des 7z-Archivs ist beschädigt</translation>
    </message>
    <message>
        <source>the header of the 7z is packed in a way that is not known</source>
        <translation>der Header des 7z-Archivs ist auf unbekannte Weise gepackt</translation>
    </message>
    <message>
        <source>the archive has no such member</source>
        <translation>diese Datei gibt es im Archiv nicht</translation>
    </message>
    <message>
        <source>does not begin with the magic number of a libpcap capture</source>
        <translation>beginnt nicht mit der Magic Number eines libpcap-Mitschnitts</translation>
    </message>
    <message>
        <source>does not begin with the section header of a pcapng capture</source>
        <translation>beginnt nicht mit dem Abschnittskopf eines pcapng-Mitschnitts</translation>
    </message>
    <message>
        <source>the capture has no such frame</source>
        <translation>diesen Frame gibt es im Mitschnitt nicht</translation>
    </message>
    <message>
        <source>no description of a site is that long</source>
        <translation>keine Standortbeschreibung ist so lang</translation>
    </message>
    <message>
        <source>the case has no such source</source>
        <translation>diese Quelle gibt es im Fall nicht</translation>
    </message>
    <message>
        <source>the evidence is no longer there</source>
        <translation>die Aufzeichnung ist nicht mehr vorhanden</translation>
    </message>
    <message>
        <source>the evidence has changed since it was read</source>
        <translation>die Aufzeichnung wurde seit dem Einlesen geändert</translation>
    </message>
    <message>
        <source>nobody knows the way to it: {0}</source>
        <translation>der Weg dorthin ist nicht bekannt: {0}</translation>
    </message>
    <message>
        <source>the format is not known</source>
        <translation>das Format ist nicht bekannt</translation>
    </message>
    <message>
        <source>no such record</source>
        <translation>diesen Datensatz gibt es nicht</translation>
    </message>
    <message>
        <source>no such line</source>
        <translation>diese Zeile gibt es nicht</translation>
    </message>
    <message>
        <source>its name is not UTF-8: add the folder that it is in</source>
        <translation>der Name ist nicht UTF-8: den Ordner hinzufügen, in dem die Datei liegt</translation>
    </message>
    <message>
        <source>the case is read-only: {0:reason}</source>
        <translation>der Fall ist schreibgeschützt: {0:reason}</translation>
    </message>
    <message>
        <source>the case cannot be written to: {0:reason}</source>
        <translation>in den Fall kann nicht geschrieben werden: {0:reason}</translation>
    </message>
    <message>
        <source>it is damaged: {0}</source>
        <translation>er ist beschädigt: {0}</translation>
    </message>
    <message>
        <source>the case is damaged: {0}</source>
        <translation>der Fall ist beschädigt: {0}</translation>
    </message>
    <message>
        <source>the case&apos;s counts of events are damaged</source>
        <translation>die Ereigniszahlen des Falls sind beschädigt</translation>
    </message>
    <message>
        <source>the case&apos;s events are damaged</source>
        <translation>die Ereignisse des Falls sind beschädigt</translation>
    </message>
    <message>
        <source>the case has no version</source>
        <translation>der Fall hat keine Version</translation>
    </message>
    <message>
        <source>the case is open already</source>
        <translation>der Fall ist bereits geöffnet</translation>
    </message>
    <message>
        <source>this case is open</source>
        <translation>dieser Fall ist geöffnet</translation>
    </message>
    <message>
        <source>a case of this name is in use, or was not closed</source>
        <translation>ein Fall dieses Namens ist in Benutzung oder wurde nicht geschlossen</translation>
    </message>
    <message>
        <source>what is left of another case of this name is beside it</source>
        <translation>daneben liegen Reste eines anderen Falls dieses Namens</translation>
    </message>
    <message>
        <source>there is a file of this name already</source>
        <translation>es gibt bereits eine Datei dieses Namens</translation>
    </message>
    <message>
        <source>there is no such source in the case</source>
        <translation>diese Quelle gibt es im Fall nicht</translation>
    </message>
    <message>
        <source>the sources of the case are others by now</source>
        <translation>die Quellen des Falls sind inzwischen andere</translation>
    </message>
    <message>
        <source>it is of an older version, and no copy could be made of it before it is changed: {0:reason}</source>
        <translation>er stammt aus einer älteren Version, und vor der Änderung ließ sich keine Kopie von ihm anlegen: {0:reason}</translation>
    </message>
    <message>
        <source>it was opened to be read only</source>
        <translation>er wurde nur zum Lesen geöffnet</translation>
    </message>
    <message>
        <source>the file cannot be written to</source>
        <translation>in die Datei kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>another Whittle has it open</source>
        <translation>er ist in einem anderen Whittle geöffnet</translation>
    </message>
    <message>
        <source>there is no room on its disk</source>
        <translation>auf seinem Datenträger ist kein Platz</translation>
    </message>
    <message>
        <source>its folder cannot be written to</source>
        <translation>in seinen Ordner kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>choose another name, or remove that file</source>
        <translation>einen anderen Namen wählen oder jene Datei entfernen</translation>
    </message>
    <message>
        <source>choose another name</source>
        <translation>einen anderen Namen wählen</translation>
    </message>
    <message>
        <source>not a Whittle case</source>
        <translation>kein Whittle-Fall</translation>
    </message>
    <message>
        <source>not a regular file</source>
        <translation>keine reguläre Datei</translation>
    </message>
    <message>
        <source>written by a later Whittle (case version {0}, this one reads up to {1})</source>
        <translation>von einem neueren Whittle geschrieben (Fallversion {0}, dieses liest bis {1})</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>Datei oder Verzeichnis nicht gefunden</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>Keine Berechtigung</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>Eingabe-/Ausgabefehler</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>Auf dem Gerät ist kein Speicherplatz mehr verfügbar</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>Das Dateisystem ist nur lesbar</translation>
    </message>
    <message>
        <source>is a folder</source>
        <translation>ist ein Ordner</translation>
    </message>
    <message>
        <source>make the folder first</source>
        <translation>zuerst den Ordner anlegen</translation>
    </message>
    <message>
        <source>choose a folder that you may write to</source>
        <translation>einen Ordner wählen, in den geschrieben werden darf</translation>
    </message>
    <message>
        <source>make room or choose another disk</source>
        <translation>Platz schaffen oder einen anderen Datenträger wählen</translation>
    </message>
    <message>
        <source>offset {0}: {1:reason}</source>
        <translation>Offset {0}: {1:reason}</translation>
    </message>
    <message>
        <source>offset {0}</source>
        <translation>Offset {0}</translation>
    </message>
    <message>
        <source>line {0}</source>
        <translation>Zeile {0}</translation>
    </message>
    <message>
        <source>frame {0}</source>
        <translation>Frame {0}</translation>
    </message>
    <message>
        <source>the copy was made, but cannot be worked in ({0:reason}): the case stays where it was</source>
        <translation>die Kopie wurde angelegt, in ihr lässt sich aber nicht arbeiten ({0:reason}): Der Fall bleibt, wo er war</translation>
    </message>
    <message>
        <source>{0:reason}, in {1:reason}</source>
        <translation>{0:reason}, in {1:reason}</translation>
    </message>
    <message>
        <source>UTF-16, little-endian</source>
        <translation>UTF-16, Little-Endian</translation>
    </message>
    <message>
        <source>UTF-16, big-endian</source>
        <translation>UTF-16, Big-Endian</translation>
    </message>
    <message>
        <source>A capture at a phone&apos;s port without any filter, while the phone starts</source>
        <translation>Ein Mitschnitt am Port eines Telefons ohne jeden Filter, während das Telefon startet</translation>
    </message>
    <message>
        <source>On the switch: `monitor session 1 source interface &lt;phone&apos;s port&gt; both`, then `monitor session 1 destination interface &lt;your port&gt;`. In Wireshark capture without a filter, pull the phone&apos;s cable, put it back, and go on for five minutes.</source>
        <translation>Auf dem Switch: `monitor session 1 source interface &lt;Port des Telefons&gt; both`, dann `monitor session 1 destination interface &lt;Ihr Port&gt;`. In Wireshark ohne Filter mitschneiden, das Kabel des Telefons abziehen, wieder einstecken und fünf Minuten weiter mitschneiden.</translation>
    </message>
    <message>
        <source>CDP and LLDP tell switch, port, VLAN and power, ARP who answers for an address; a filter on ports hides them.</source>
        <translation>CDP und LLDP nennen Switch, Port, VLAN und Stromversorgung, ARP zeigt, wer für eine Adresse antwortet; ein Filter auf Ports verbirgt sie.</translation>
    </message>
    <message>
        <source>A capture of NTP at the publisher, over an hour</source>
        <translation>Ein Mitschnitt von NTP am Publisher, über eine Stunde</translation>
    </message>
    <message>
        <source>On the node: `utils network capture eth0 file ntp count 1000 size all port 123`. Stop with Ctrl-C, then `file get activelog platform/cli/ntp.cap`.</source>
        <translation>Auf dem Knoten: `utils network capture eth0 file ntp count 1000 size all port 123`. Mit Strg-C beenden, dann `file get activelog platform/cli/ntp.cap`.</translation>
    </message>
    <message>
        <source>It shows what the source answers, and whether the subscribers ask the publisher.</source>
        <translation>Er zeigt, was die Quelle antwortet und ob die Subscriber den Publisher fragen.</translation>
    </message>
    <message>
        <source>A capture of SIP at the presence server (CUPS, IM and Presence)</source>
        <translation>Ein Mitschnitt von SIP am Präsenzserver (CUPS, IM and Presence)</translation>
    </message>
    <message>
        <source>On the node: `utils network capture eth0 file sip count 100000 size all port 5060`. Stop with Ctrl-C, then `file get activelog platform/cli/sip.cap`.</source>
        <translation>Auf dem Knoten: `utils network capture eth0 file sip count 100000 size all port 5060`. Mit Strg-C beenden, dann `file get activelog platform/cli/sip.cap`.</translation>
    </message>
    <message>
        <source>It shows what arrives there from OCS, from CUCM and from clients, and what it answers.</source>
        <translation>Er zeigt, was dort von OCS, von CUCM und von Clients ankommt und was der Server antwortet.</translation>
    </message>
    <message>
        <source>A capture of SIP at the OCS or Lync front end</source>
        <translation>Ein Mitschnitt von SIP am Front-End von OCS oder Lync</translation>
    </message>
    <message>
        <source>On the server, in Wireshark, capture filter: `port 5060`.</source>
        <translation>Auf dem Server, in Wireshark, Mitschnittfilter: `port 5060`.</translation>
    </message>
    <message>
        <source>It shows whether phone control leaves the front end, and what comes back.</source>
        <translation>Er zeigt, ob die Telefonsteuerung das Front-End verlässt und was zurückkommt.</translation>
    </message>
    <message>
        <source>A capture on the user&apos;s PC while it does not work</source>
        <translation>Ein Mitschnitt am PC des Benutzers, während es nicht funktioniert</translation>
    </message>
    <message>
        <source>On the PC, in Wireshark, without a filter: start it, sign in with the client, try once, stop.</source>
        <translation>Auf dem PC, in Wireshark, ohne Filter: starten, mit dem Client anmelden, einmal versuchen, beenden.</translation>
    </message>
    <message>
        <source>A firewall or a VPN client of the PC shows only there.</source>
        <translation>Eine Firewall oder ein VPN-Client des PCs zeigt sich nur dort.</translation>
    </message>
    <message>
        <source>CTIManager traces, while somebody signs in</source>
        <translation>CTIManager-Traces, während sich jemand anmeldet</translation>
    </message>
    <message>
        <source>RTMT: Trace &amp; Log Central &gt; Collect Files &gt; Cisco CTIManager, all nodes. The level must be Detailed.</source>
        <translation>RTMT: Trace &amp; Log Central &gt; Collect Files &gt; Cisco CTIManager, alle Knoten. Die Stufe muss Detailed sein.</translation>
    </message>
    <message>
        <source>It says which application asked for which phone, and why it was refused.</source>
        <translation>Sie zeigen, welche Anwendung welches Telefon angefordert hat und warum es verweigert wurde.</translation>
    </message>
    <message>
        <source>Traces of the TFTP service, while a phone starts</source>
        <translation>Traces des TFTP-Dienstes, während ein Telefon startet</translation>
    </message>
    <message>
        <source>RTMT: Trace &amp; Log Central &gt; Collect Files &gt; Cisco Tftp, the TFTP nodes. The level must be Detailed.</source>
        <translation>RTMT: Trace &amp; Log Central &gt; Collect Files &gt; Cisco Tftp, die TFTP-Knoten. Die Stufe muss Detailed sein.</translation>
    </message>
    <message>
        <source>It says which file was asked for and not found.</source>
        <translation>Sie zeigen, welche Datei angefordert und nicht gefunden wurde.</translation>
    </message>
    <message>
        <source>SIP proxy traces of CUPS or IM and Presence, while it is tried once</source>
        <translation>SIP-Proxy-Traces von CUPS oder IM and Presence, während es einmal versucht wird</translation>
    </message>
    <message>
        <source>RTMT: Trace &amp; Log Central &gt; Collect Files &gt; Cisco UP SIP Proxy (from 9.x on Cisco SIP Proxy). The level must be Debug.</source>
        <translation>RTMT: Trace &amp; Log Central &gt; Collect Files &gt; Cisco UP SIP Proxy (ab 9.x Cisco SIP Proxy). Die Stufe muss Debug sein.</translation>
    </message>
    <message>
        <source>It shows what arrives from OCS, what is denied, and how the CTI gateway answers.</source>
        <translation>Sie zeigen, was von OCS ankommt, was verweigert wird und wie das CTI-Gateway antwortet.</translation>
    </message>
    <message>
        <source>The SIPStack log of the OCS or Lync front end, while it is tried once</source>
        <translation>Das SIPStack-Protokoll des Front-Ends von OCS oder Lync, während es einmal versucht wird</translation>
    </message>
    <message>
        <source>OCS 2007 Logging Tool: component SIPStack, level All, all flags; Start, try once, Stop, then View Log Files and save.</source>
        <translation>OCS 2007 Logging Tool: Komponente SIPStack, Level All, alle Flags; Start, einmal versuchen, Stop, dann View Log Files und speichern.</translation>
    </message>
    <message>
        <source>It shows what the front end sent for phone control, and what came back.</source>
        <translation>Es zeigt, was das Front-End für die Telefonsteuerung gesendet hat und was zurückkam.</translation>
    </message>
    <message>
        <source>The settings of Windows Time, where a Windows server gives the time</source>
        <translation>Die Einstellungen von Windows Time, wo ein Windows-Server die Zeit liefert</translation>
    </message>
    <message>
        <source>On the server: `reg export HKLM\SYSTEM\CurrentControlSet\Services\W32Time w32time.reg`.</source>
        <translation>Auf dem Server: `reg export HKLM\SYSTEM\CurrentControlSet\Services\W32Time w32time.reg`.</translation>
    </message>
    <message>
        <source>It tells whether the server answers as an NTP server, and from where it has its time.</source>
        <translation>Sie zeigen, ob der Server als NTP-Server antwortet und woher er seine Zeit hat.</translation>
    </message>
    <message>
        <source>The version of each node</source>
        <translation>Die Version jedes Knotens</translation>
    </message>
    <message>
        <source>On each node: `show version active`. Save what it prints.</source>
        <translation>Auf jedem Knoten: `show version active`. Die Ausgabe speichern.</translation>
    </message>
    <message>
        <source>Nodes of different versions, and versions that do not fit together, explain much.</source>
        <translation>Knoten mit unterschiedlichen Versionen und Versionen, die nicht zusammenpassen, erklären vieles.</translation>
    </message>
    <message>
        <source>An event here was said to be the same moment as another one, of which one is not in the case. That is passed over.</source>
        <translation>Ein Ereignis von hier wurde als derselbe Moment wie ein anderes angegeben; eines der beiden ist nicht im Fall. Die Angabe wird übergangen.</translation>
    </message>
    <message>
        <source>both events are of one source, which has one clock</source>
        <translation>beide Ereignisse stammen aus einer Quelle, und diese hat nur eine Uhr</translation>
    </message>
    <message>
        <source>What it shares with {0} contradicts what surer comparisons of clocks say, and was left out.</source>
        <translation>Was sie mit {0} gemeinsam hat, widerspricht sichereren Vergleichen der Uhren und wurde weggelassen.</translation>
    </message>
    <message>
        <source>Its clock was set back by {0} s (± {1} s) while it recorded, between {2} and {3} by the clock of the case. Times are shown as written; the corrected ones are right on either side, and between those two moments they may be off by as much.</source>
        <translation>Ihre Uhr wurde während der Aufzeichnung um {0} s (± {1} s) zurückgestellt, zwischen {2} und {3} nach der Uhr des Falls. Zeiten werden gezeigt, wie sie geschrieben sind; die berichtigten stimmen davor und danach, und zwischen diesen beiden Zeitpunkten können sie um ebenso viel falsch sein.</translation>
    </message>
    <message>
        <source>Its clock was set forward by {0} s (± {1} s) while it recorded, between {2} and {3} by the clock of the case. Times are shown as written; the corrected ones are right on either side, and between those two moments they may be off by as much.</source>
        <translation>Ihre Uhr wurde während der Aufzeichnung um {0} s (± {1} s) vorgestellt, zwischen {2} und {3} nach der Uhr des Falls. Zeiten werden gezeigt, wie sie geschrieben sind; die berichtigten stimmen davor und danach, und zwischen diesen beiden Zeitpunkten können sie um ebenso viel falsch sein.</translation>
    </message>
    <message>
        <source>A firewall or an access list drops it</source>
        <translation>Eine Firewall oder Access-Liste verwirft es</translation>
    </message>
    <message>
        <source>Packets of one service leave one side and never arrive at the other, while other traffic between the same two gets through.</source>
        <translation>Pakete eines Dienstes verlassen die eine Seite und kommen auf der anderen nie an, während anderer Verkehr zwischen denselben beiden durchkommt.</translation>
    </message>
    <message>
        <source>Capture at both ends at the same time and see after which hop the packets are missing. On routers between: `show ip access-lists` (counters of deny); on a firewall: its log of denied packets at that moment. TFTP answers come from a port of their own: a firewall needs TFTP inspection or a rule for them.</source>
        <translation>An beiden Enden gleichzeitig mitschneiden und feststellen, nach welchem Hop die Pakete fehlen. Auf Routern dazwischen: `show ip access-lists` (Zähler bei deny); auf einer Firewall: ihr Log der zu dieser Zeit abgewiesenen Pakete. TFTP-Antworten kommen von einem eigenen Port: Eine Firewall braucht TFTP-Inspection oder eine Regel dafür.</translation>
    </message>
    <message>
        <source>Phone gets no configuration file</source>
        <translation>Telefon bekommt keine Konfigurationsdatei</translation>
    </message>
    <message>
        <source>The phone has an address and asks the TFTP server for its configuration (SEP&lt;MAC&gt;.cnf.xml). It is refused or gets no answer, so it never learns with which CUCM to register, and starts again.</source>
        <translation>Das Telefon hat eine Adresse und fragt den TFTP-Server nach seiner Konfiguration (SEP&lt;MAC&gt;.cnf.xml). Es wird abgewiesen oder bekommt keine Antwort, erfährt daher nie, bei welchem CUCM es sich registrieren soll, und beginnt von vorn.</translation>
    </message>
    <message>
        <source>In CUCM, Device &gt; Phone: does the phone exist with exactly this MAC address? On the TFTP node: `utils service list` (Cisco Tftp started) and `file list tftp SEP&lt;MAC&gt;*`; after a change restart the service: `utils service restart Cisco Tftp`.</source>
        <translation>In CUCM, Device &gt; Phone: Gibt es das Telefon mit genau dieser MAC-Adresse? Auf dem TFTP-Knoten: `utils service list` (Cisco Tftp gestartet) und `file list tftp SEP&lt;MAC&gt;*`; nach einer Änderung den Dienst neu starten: `utils service restart Cisco Tftp`.</translation>
    </message>
    <message>
        <source>CUCM refuses the registration</source>
        <translation>CUCM lehnt die Registrierung ab</translation>
    </message>
    <message>
        <source>The phone reaches CUCM, asks to register and is refused each time (an error to its REGISTER, or RegisterReject). Address, configuration and network are in order: it is about what CUCM knows of the phone.</source>
        <translation>Das Telefon erreicht CUCM, bittet um Registrierung und wird jedes Mal abgelehnt (ein Fehler auf sein REGISTER oder RegisterReject). Adresse, Konfiguration und Netz sind in Ordnung: Es geht um das, was CUCM über das Telefon weiß.</translation>
    </message>
    <message>
        <source>In CUCM, Device &gt; Phone: compare MAC address, model, protocol (SCCP or SIP), directory numbers and the security profile (digest) with the phone. New phones: System &gt; Cisco Unified CM, auto-registration. If all is right: `utils dbreplication runtimestate`.</source>
        <translation>In CUCM, Device &gt; Phone: MAC-Adresse, Modell, Protokoll (SCCP oder SIP), Rufnummern und Sicherheitsprofil (Digest) mit dem Telefon vergleichen. Neue Telefone: System &gt; Cisco Unified CM, Auto-Registrierung. Wenn alles stimmt: `utils dbreplication runtimestate`.</translation>
    </message>
    <message>
        <source>A certificate or a signed file is refused</source>
        <translation>Zertifikat oder signierte Datei wird abgelehnt</translation>
    </message>
    <message>
        <source>The phone and CUCM do not trust each other: the certificate of the phone is not the expected one, or the phone refuses a signed file because its trust list (CTL, ITL) is from another cluster or out of date.</source>
        <translation>Das Telefon und CUCM vertrauen einander nicht: Das Zertifikat des Telefons ist nicht das erwartete, oder das Telefon lehnt eine signierte Datei ab, weil seine Trust List (CTL, ITL) aus einem anderen Cluster stammt oder veraltet ist.</translation>
    </message>
    <message>
        <source>On the phone: Settings &gt; Security &gt; Trust List, erase the ITL (and CTL) file and let it start again. In CUCM: Cisco Unified OS Administration &gt; Security &gt; Certificate Management (CallManager, TVS, CAPF: valid and not renewed lately?), and the phone&apos;s device security profile.</source>
        <translation>Am Telefon: Settings &gt; Security &gt; Trust List, die ITL-Datei (und die CTL-Datei) löschen und das Telefon neu starten lassen. In CUCM: Cisco Unified OS Administration &gt; Security &gt; Certificate Management (CallManager, TVS, CAPF: gültig und nicht kürzlich erneuert?) und das Device Security Profile des Telefons.</translation>
    </message>
    <message>
        <source>NTP source does not answer</source>
        <translation>NTP-Quelle antwortet nicht</translation>
    </message>
    <message>
        <source>The node asks its NTP source for the time and nothing comes back: UDP port 123 is blocked on the way, the address is wrong, or the service there is off. The node goes on with its own clock.</source>
        <translation>Der Knoten fragt seine NTP-Quelle nach der Zeit, und nichts kommt zurück: UDP-Port 123 ist unterwegs blockiert, die Adresse ist falsch, oder der Dienst dort ist aus. Der Knoten läuft mit seiner eigenen Uhr weiter.</translation>
    </message>
    <message>
        <source>On the node: `utils network capture port 123`, and see whether answers come in. Allow UDP port 123 to the source and back, on every firewall between; on the source, check that the NTP service runs.</source>
        <translation>Auf dem Knoten: `utils network capture port 123` und prüfen, ob Antworten ankommen. UDP-Port 123 zur Quelle und zurück auf jeder Firewall dazwischen zulassen; auf der Quelle prüfen, ob der NTP-Dienst läuft.</translation>
    </message>
    <message>
        <source>NTP source has no time itself</source>
        <translation>NTP-Quelle hat selbst keine Zeit</translation>
    </message>
    <message>
        <source>The source answers, and says that its own clock is not synchronised (leap 3, stratum 16). No client takes the time from it.</source>
        <translation>Die Quelle antwortet und besagt, dass ihre eigene Uhr nicht synchronisiert ist (Leap 3, Stratum 16). Kein Client übernimmt die Zeit von ihr.</translation>
    </message>
    <message>
        <source>On the source: Cisco router `show ntp status` and `show ntp associations`, Linux `ntpq -p`. Give it a source of its own that works, wait until it is synchronised, then `utils ntp restart` on the publisher.</source>
        <translation>Auf der Quelle: Cisco-Router `show ntp status` und `show ntp associations`, Linux `ntpq -p`. Ihr eine eigene, funktionierende Quelle geben, warten, bis sie synchronisiert ist, dann `utils ntp restart` auf dem Publisher.</translation>
    </message>
    <message>
        <source>NTP source is too far from a reference clock</source>
        <translation>NTP-Quelle ist zu weit von einer Referenzuhr entfernt</translation>
    </message>
    <message>
        <source>The source is of stratum 10 or more. CUCM drives its own clock at stratum 10 and takes nobody who is not better.</source>
        <translation>Die Quelle hat Stratum 10 oder höher. CUCM führt seine eigene Uhr mit Stratum 10 und nimmt nur bessere Quellen an.</translation>
    </message>
    <message>
        <source>Give the source a better one, or the publisher another source: stratum 1 to 3 is recommended, 4 is the limit. `utils ntp server add &lt;address&gt;`, then `utils ntp server delete &lt;the old one&gt;`.</source>
        <translation>Der Quelle eine bessere geben oder dem Publisher eine andere: Stratum 1 bis 3 ist empfohlen, 4 ist die Grenze. `utils ntp server add &lt;Adresse&gt;`, dann `utils ntp server delete &lt;die alte&gt;`.</translation>
    </message>
    <message>
        <source>Clock is too far from its NTP source</source>
        <translation>Uhr weicht zu weit von ihrer NTP-Quelle ab</translation>
    </message>
    <message>
        <source>The clock of the node and its source are far apart. ntpd corrects half a millisecond in a second at most, so that it takes hours or days; above 1000 seconds it gives up.</source>
        <translation>Die Uhr des Knotens und seine Quelle liegen weit auseinander. ntpd korrigiert höchstens eine halbe Millisekunde pro Sekunde, sodass es Stunden oder Tage dauert; über 1000 Sekunden gibt er auf.</translation>
    </message>
    <message>
        <source>Take the NTP source off (`utils ntp server delete`), set the clock of the publisher as right as possible (`set date`), then add the source again: it has little to correct then.</source>
        <translation>Die NTP-Quelle entfernen (`utils ntp server delete`), die Uhr des Publishers so genau wie möglich stellen (`set date`), dann die Quelle wieder hinzufügen: Es gibt dann wenig zu korrigieren.</translation>
    </message>
    <message>
        <source>NTP is still settling</source>
        <translation>NTP schwingt sich noch ein</translation>
    </message>
    <message>
        <source>NTP was started or configured a short while ago and works as designed. It needs five to fifteen minutes to choose a source, and longer to correct its clock.</source>
        <translation>NTP wurde vor Kurzem gestartet oder konfiguriert und arbeitet wie vorgesehen. Es braucht fünf bis fünfzehn Minuten, um eine Quelle zu wählen, und länger, um seine Uhr zu korrigieren.</translation>
    </message>
    <message>
        <source>Be patient: look again with `utils ntp status` after 15 minutes. Reach should grow to 377 and one source get a star. Do not restart NTP meanwhile: that begins anew.</source>
        <translation>Geduld: nach 15 Minuten mit `utils ntp status` erneut nachsehen. Reach sollte auf 377 steigen und eine Quelle einen Stern bekommen. NTP inzwischen nicht neu starten: Damit beginnt alles von vorn.</translation>
    </message>
    <message>
        <source>Subscribers wait for the publisher</source>
        <translation>Subscriber warten auf den Publisher</translation>
    </message>
    <message>
        <source>Subscribers take their time from the publisher and do not follow it until it is synchronised itself.</source>
        <translation>Subscriber beziehen ihre Zeit vom Publisher und folgen ihm erst, wenn er selbst synchronisiert ist.</translation>
    </message>
    <message>
        <source>On the publisher: `utils ntp status`. Get the publisher in sync first; the subscribers follow within 15 minutes. Where its source cannot be reached and the servers must agree now, take NTP off the publisher: the subscribers then follow its clock.</source>
        <translation>Auf dem Publisher: `utils ntp status`. Zuerst den Publisher synchronisieren; die Subscriber folgen innerhalb von 15 Minuten. Ist seine Quelle nicht erreichbar und müssen die Server jetzt übereinstimmen, NTP vom Publisher entfernen: Die Subscriber folgen dann seiner Uhr.</translation>
    </message>
    <message>
        <source>Node follows its own clock</source>
        <translation>Knoten folgt seiner eigenen Uhr</translation>
    </message>
    <message>
        <source>The node takes the time from its own clock (127.127.1.0), because no other source is configured, or because it does not take the one that there is.</source>
        <translation>Der Knoten bezieht die Zeit von seiner eigenen Uhr (127.127.1.0), weil keine andere Quelle konfiguriert ist oder weil er die vorhandene nicht annimmt.</translation>
    </message>
    <message>
        <source>On the publisher: `utils ntp server list`. Set the clock as right as possible, then `utils ntp server add &lt;address&gt;` with a source of stratum 1 to 3, and `utils ntp restart`.</source>
        <translation>Auf dem Publisher: `utils ntp server list`. Die Uhr so genau wie möglich stellen, dann `utils ntp server add &lt;Adresse&gt;` mit einer Quelle von Stratum 1 bis 3 und `utils ntp restart`.</translation>
    </message>
    <message>
        <source>One NTP source tells another time</source>
        <translation>Eine NTP-Quelle nennt eine andere Zeit</translation>
    </message>
    <message>
        <source>One source disagrees with the others, and ntpd does not believe it.</source>
        <translation>Eine Quelle stimmt nicht mit den anderen überein, und ntpd glaubt ihr nicht.</translation>
    </message>
    <message>
        <source>Take that source off (`utils ntp server delete &lt;address&gt;`), or repair its clock. Three sources or more are needed to tell who is wrong.</source>
        <translation>Diese Quelle entfernen (`utils ntp server delete &lt;Adresse&gt;`) oder ihre Uhr richtigstellen. Um zu erkennen, welche falsch geht, sind mindestens drei Quellen nötig.</translation>
    </message>
    <message>
        <source>Windows server as NTP source</source>
        <translation>Windows-Server als NTP-Quelle</translation>
    </message>
    <message>
        <source>The source is a Windows server whose time service is not set up as an NTP server that CUCM takes. Cisco does not support Windows Time as source for CUCM.</source>
        <translation>Die Quelle ist ein Windows-Server, dessen Zeitdienst nicht als NTP-Server eingerichtet ist, den CUCM annimmt. Cisco unterstützt Windows Time nicht als Quelle für CUCM.</translation>
    </message>
    <message>
        <source>Better give CUCM a router or a Linux server as source. Else in the registry of the server, below HKLM\SYSTEM\CurrentControlSet\Services\W32Time: TimeProviders\NtpServer Enabled 1, Parameters Type NTP, Config AnnounceFlags 5, Config LocalClockDispersion 0; then restart Windows Time and open UDP port 123.</source>
        <translation>CUCM besser einen Router oder Linux-Server als Quelle geben. Sonst in der Registry des Servers unter HKLM\SYSTEM\CurrentControlSet\Services\W32Time: TimeProviders\NtpServer Enabled 1, Parameters Type NTP, Config AnnounceFlags 5, Config LocalClockDispersion 0; dann Windows Time neu starten und UDP-Port 123 öffnen.</translation>
    </message>
    <message>
        <source>NTP server sends the node away</source>
        <translation>NTP-Server weist den Knoten ab</translation>
    </message>
    <message>
        <source>The server answers with a kiss of death (DENY, RSTR or RATE): it refuses this client, or wants it to ask less.</source>
        <translation>Der Server antwortet mit einem Kiss of Death (DENY, RSTR oder RATE): Er lehnt diesen Client ab oder will, dass er seltener fragt.</translation>
    </message>
    <message>
        <source>On the server, allow the node (Linux: the restrict lines of ntp.conf, `limited` and `kod`; Cisco router: `ntp access-group`), or choose another source.</source>
        <translation>Auf dem Server den Knoten zulassen (Linux: die restrict-Zeilen der ntp.conf, `limited` und `kod`; Cisco-Router: `ntp access-group`) oder eine andere Quelle wählen.</translation>
    </message>
    <message>
        <source>Phones have the wrong time zone</source>
        <translation>Telefone haben die falsche Zeitzone</translation>
    </message>
    <message>
        <source>The servers have the right time, and phones show it for another zone: their date/time group, or its daylight saving, is wrong.</source>
        <translation>Die Server haben die richtige Zeit, und Telefone zeigen sie für eine andere Zone an: Ihre Date/Time Group oder deren Sommerzeit ist falsch.</translation>
    </message>
    <message>
        <source>In CUCM: System &gt; Date/Time Group, compare the zone with that of the site; then System &gt; Device Pool, which group the phones have. Reset the phones of the pool.</source>
        <translation>In CUCM: System &gt; Date/Time Group, die Zone mit der des Standorts vergleichen; dann System &gt; Device Pool, welche Gruppe die Telefone haben. Die Telefone des Pools zurücksetzen.</translation>
    </message>
    <message>
        <source>Phones show the wrong time of the server</source>
        <translation>Telefone zeigen die falsche Zeit des Servers</translation>
    </message>
    <message>
        <source>The clock of the servers is wrong, and phones show what the servers tell them.</source>
        <translation>Die Uhr der Server geht falsch, und Telefone zeigen, was die Server ihnen mitteilen.</translation>
    </message>
    <message>
        <source>On each node: `utils ntp status`, and compare &quot;Current time in UTC&quot; with a clock that is right. Then find out why NTP does not correct it.</source>
        <translation>Auf jedem Knoten: `utils ntp status` und „Current time in UTC“ mit einer richtig gehenden Uhr vergleichen. Dann feststellen, warum NTP sie nicht korrigiert.</translation>
    </message>
    <message>
        <source>Is there a firewall on the way, between phones and CUCM or between CUCM and its NTP source?</source>
        <translation>Liegt eine Firewall auf dem Weg, zwischen Telefonen und CUCM oder zwischen CUCM und seiner NTP-Quelle?</translation>
    </message>
    <message>
        <source>Was a phone refused by DHCP again and again?</source>
        <translation>Wurde ein Telefon von DHCP immer wieder abgelehnt?</translation>
    </message>
    <message>
        <source>Has the DHCP server no address left for phones that start?</source>
        <translation>Hat der DHCP-Server keine Adresse mehr für startende Telefone?</translation>
    </message>
    <message>
        <source>The server says so itself, or serves all but those that start.</source>
        <translation>Der Server sagt es selbst, oder er bedient alle außer den startenden.</translation>
    </message>
    <message>
        <source>Do only those stay without an answer that look for an address, while others renew?</source>
        <translation>Bleiben nur die ohne Antwort, die eine Adresse suchen, während andere verlängern?</translation>
    </message>
    <message>
        <source>A server that renews is there; one that offers nothing has nothing left, or does not hear the question.</source>
        <translation>Ein Server, der verlängert, ist da; einer, der nichts anbietet, hat nichts mehr oder hört die Frage nicht.</translation>
    </message>
    <message>
        <source>Do phones look for a DHCP server in vain?</source>
        <translation>Suchen Telefone vergeblich nach einem DHCP-Server?</translation>
    </message>
    <message>
        <source>A phone without an address can do nothing else.</source>
        <translation>Ein Telefon ohne Adresse kann nichts anderes tun.</translation>
    </message>
    <message>
        <source>Are phones told no TFTP server?</source>
        <translation>Wird Telefonen kein TFTP-Server genannt?</translation>
    </message>
    <message>
        <source>Servers and VLANs that are not meant for phones tell them none.</source>
        <translation>Server und VLANs, die nicht für Telefone gedacht sind, nennen ihnen keinen.</translation>
    </message>
    <message>
        <source>Do searches for a DHCP server get lost before they reach it?</source>
        <translation>Gehen Suchen nach einem DHCP-Server verloren, bevor sie ihn erreichen?</translation>
    </message>
    <message>
        <source>What leaves the phone and does not arrive is lost between.</source>
        <translation>Was das Telefon verlässt und nicht ankommt, geht dazwischen verloren.</translation>
    </message>
    <message>
        <source>Does the DHCP server say that it does not serve?</source>
        <translation>Sagt der DHCP-Server, dass er nicht bedient?</translation>
    </message>
    <message>
        <source>It says so itself.</source>
        <translation>Er sagt es selbst.</translation>
    </message>
    <message>
        <source>Was a phone given an address that somebody else uses?</source>
        <translation>Bekam ein Telefon eine Adresse, die jemand anderes benutzt?</translation>
    </message>
    <message>
        <source>A phone declines an address only when somebody answers for it.</source>
        <translation>Ein Telefon weist eine Adresse nur zurück, wenn jemand für sie antwortet.</translation>
    </message>
    <message>
        <source>Did phones send the same again and again, without being heard?</source>
        <translation>Haben Telefone dasselbe immer wieder gesendet, ohne gehört zu werden?</translation>
    </message>
    <message>
        <source>What TCP has to repeat for seconds is not acknowledged: the path carries it not, or the acknowledgement not.</source>
        <translation>Was TCP sekundenlang wiederholen muss, wird nicht bestätigt: Der Weg befördert es nicht oder die Bestätigung nicht.</translation>
    </message>
    <message>
        <source>Did a CallManager node take what phones sent, and answer nobody?</source>
        <translation>Nahm ein CallManager-Knoten an, was Telefone sendeten, und antwortete niemandem?</translation>
    </message>
    <message>
        <source>What arrives and is not answered is no fault of the network.</source>
        <translation>Was ankommt und nicht beantwortet wird, ist kein Fehler des Netzes.</translation>
    </message>
    <message>
        <source>Did the CallManager service start anew after the phones were lost?</source>
        <translation>Ist der CallManager-Dienst neu gestartet, nachdem die Telefone verloren waren?</translation>
    </message>
    <message>
        <source>A service that stops drops all of its phones.</source>
        <translation>Ein Dienst, der endet, verliert alle seine Telefone.</translation>
    </message>
    <message>
        <source>Were phones sent resets that CallManager did not send?</source>
        <translation>Bekamen Telefone TCP-Resets, die CallManager nicht sendete?</translation>
    </message>
    <message>
        <source>A reset that its sender does not know was made by something between.</source>
        <translation>Einen TCP-Reset, den sein Absender nicht kennt, hat etwas dazwischen erzeugt.</translation>
    </message>
    <message>
        <source>Did phones come back in another network?</source>
        <translation>Kamen Telefone in einem anderen Netz zurück?</translation>
    </message>
    <message>
        <source>Another VLAN or subnet means another port, or a port that is set up otherwise.</source>
        <translation>Ein anderes VLAN oder Subnetz bedeutet einen anderen oder anders eingerichteten Port.</translation>
    </message>
    <message>
        <source>Do only phones suffer that speak SIP, and none that speak SCCP?</source>
        <translation>Sind nur Telefone mit SIP betroffen und keine mit SCCP?</translation>
    </message>
    <message>
        <source>DHCP, TFTP and cables do not care for the protocol; the registrar and the phone&apos;s settings in CUCM do.</source>
        <translation>DHCP, TFTP und Kabeln ist das Protokoll gleich; dem Registrar und den Einstellungen des Telefons in CUCM nicht.</translation>
    </message>
    <message>
        <source>In CUCM: Device &gt; Phone, column Device Protocol, compare the phones that suffer with the others.</source>
        <translation>In CUCM: Device &gt; Phone, Spalte Device Protocol, die betroffenen Telefone mit den anderen vergleichen.</translation>
    </message>
    <message>
        <source>Does a phone that does not register show an IP address?</source>
        <translation>Zeigt ein Telefon, das sich nicht registriert, eine IP-Adresse an?</translation>
    </message>
    <message>
        <source>A phone with an address is past DHCP; one without goes no further.</source>
        <translation>Ein Telefon mit Adresse hat DHCP hinter sich; eines ohne kommt nicht weiter.</translation>
    </message>
    <message>
        <source>On the phone: Settings &gt; Network Configuration &gt; IP Address (78xx and 88xx: Admin settings &gt; Network setup).</source>
        <translation>Am Telefon: Settings &gt; Network Configuration &gt; IP Address (78xx und 88xx: Admin settings &gt; Network setup).</translation>
    </message>
    <message>
        <source>Is that address of the same subnet as those of the phones that are registered?</source>
        <translation>Liegt diese Adresse im selben Subnetz wie die der registrierten Telefone?</translation>
    </message>
    <message>
        <source>An address of another network comes from another server, or from another VLAN.</source>
        <translation>Eine Adresse aus einem anderen Netz kommt von einem anderen Server oder aus einem anderen VLAN.</translation>
    </message>
    <message>
        <source>Compare it with the column IPv4 Address in Device &gt; Phone.</source>
        <translation>Mit der Spalte IPv4 Address unter Device &gt; Phone vergleichen.</translation>
    </message>
    <message>
        <source>Did the phone get its configuration?</source>
        <translation>Hat das Telefon seine Konfiguration bekommen?</translation>
    </message>
    <message>
        <source>A phone with a configuration knows its CUCM and its lines; then it is about the registration itself.</source>
        <translation>Ein Telefon mit Konfiguration kennt sein CUCM und seine Leitungen; dann geht es um die Registrierung selbst.</translation>
    </message>
    <message>
        <source>On the phone: Settings &gt; Status &gt; Status Messages: &apos;SEP&lt;MAC&gt;.cnf.xml&apos; with a time means yes, &apos;TFTP timeout&apos;, &apos;File not found&apos; or &apos;TFTP error&apos; mean no. Or Device Configuration &gt; CallManager 1: empty means no.</source>
        <translation>Am Telefon: Settings &gt; Status &gt; Status Messages: „SEP&lt;MAC&gt;.cnf.xml“ mit einer Uhrzeit bedeutet ja, „TFTP timeout“, „File not found“ oder „TFTP error“ bedeuten nein. Oder Device Configuration &gt; CallManager 1: leer bedeutet nein.</translation>
    </message>
    <message>
        <source>Is the phone in CUCM, with exactly this MAC address, model and protocol?</source>
        <translation>Ist das Telefon in CUCM, mit genau dieser MAC-Adresse, diesem Modell und diesem Protokoll?</translation>
    </message>
    <message>
        <source>CUCM makes a configuration only for what it knows, and refuses what does not fit.</source>
        <translation>CUCM erzeugt eine Konfiguration nur für das, was es kennt, und lehnt ab, was nicht passt.</translation>
    </message>
    <message>
        <source>In CUCM: Device &gt; Phone, Find by the MAC address on the back of the phone; compare Product Type and Device Protocol.</source>
        <translation>In CUCM: Device &gt; Phone, mit Find die MAC-Adresse von der Rückseite des Telefons suchen; Product Type und Device Protocol vergleichen.</translation>
    </message>
    <message>
        <source>Does the TFTP server refuse the configuration of phones?</source>
        <translation>Verweigert der TFTP-Server die Konfiguration von Telefonen?</translation>
    </message>
    <message>
        <source>The server itself says that it does not have the file.</source>
        <translation>Der Server selbst sagt, dass er die Datei nicht hat.</translation>
    </message>
    <message>
        <source>Do requests of phones to the TFTP server stay unanswered?</source>
        <translation>Bleiben Anfragen von Telefonen an den TFTP-Server unbeantwortet?</translation>
    </message>
    <message>
        <source>What is asked for three times and does not come is not had.</source>
        <translation>Was dreimal angefragt wird und nicht kommt, fehlt dem Telefon.</translation>
    </message>
    <message>
        <source>Is a phone told that its configuration does not exist?</source>
        <translation>Erfährt ein Telefon, dass es seine Konfiguration nicht gibt?</translation>
    </message>
    <message>
        <source>Without its configuration a phone does not know where to register; a server that answers is reached.</source>
        <translation>Ohne seine Konfiguration weiß ein Telefon nicht, wo es sich registrieren soll; ein Server, der antwortet, ist erreichbar.</translation>
    </message>
    <message>
        <source>Does a phone ask for its configuration without an answer?</source>
        <translation>Fragt ein Telefon ohne Antwort nach seiner Konfiguration?</translation>
    </message>
    <message>
        <source>Without its configuration a phone does not know where to register.</source>
        <translation>Ohne seine Konfiguration weiß ein Telefon nicht, wo es sich registrieren soll.</translation>
    </message>
    <message>
        <source>Are answers of the TFTP server lost on their way to the phones?</source>
        <translation>Gehen Antworten des TFTP-Servers auf dem Weg zu den Telefonen verloren?</translation>
    </message>
    <message>
        <source>What was sent and is asked for again did not arrive.</source>
        <translation>Was gesendet wurde und erneut angefragt wird, kam nicht an.</translation>
    </message>
    <message>
        <source>Does the TFTP server turn requests away because it is busy?</source>
        <translation>Weist der TFTP-Server Anfragen ab, weil er ausgelastet ist?</translation>
    </message>
    <message>
        <source>A service at its limit turns phones away.</source>
        <translation>Ein Dienst an seiner Grenze weist Telefone ab.</translation>
    </message>
    <message>
        <source>Does CUCM refuse to register phones?</source>
        <translation>Lehnt CUCM die Registrierung von Telefonen ab?</translation>
    </message>
    <message>
        <source>A refusal that was seen needs no guessing, and shows that all before it worked.</source>
        <translation>Eine beobachtete Ablehnung erspart das Raten und zeigt, dass alles davor funktioniert hat.</translation>
    </message>
    <message>
        <source>Is a certificate or a signed file refused?</source>
        <translation>Wird ein Zertifikat oder eine signierte Datei abgelehnt?</translation>
    </message>
    <message>
        <source>Phone and CUCM say so themselves.</source>
        <translation>Telefon und CUCM sagen es selbst.</translation>
    </message>
    <message>
        <source>Does a phone that does not register have an address of another network?</source>
        <translation>Hat ein Telefon, das sich nicht registriert, eine Adresse aus einem anderen Netz?</translation>
    </message>
    <message>
        <source>It comes from another server, or from another VLAN.</source>
        <translation>Sie kommt von einem anderen Server oder aus einem anderen VLAN.</translation>
    </message>
    <message>
        <source>Is a phone that does not register in another VLAN than it should be?</source>
        <translation>Ist ein Telefon, das sich nicht registriert, in einem anderen VLAN als vorgesehen?</translation>
    </message>
    <message>
        <source>The tag of its packets tells.</source>
        <translation>Das Tag seiner Pakete verrät es.</translation>
    </message>
    <message>
        <source>Did phones start for no reason that DHCP or CallManager shows?</source>
        <translation>Sind Telefone ohne einen Grund gestartet, den DHCP oder CallManager zeigt?</translation>
    </message>
    <message>
        <source>A phone that loses its power says nothing before it, and starts from nothing.</source>
        <translation>Ein Telefon, das seine Stromversorgung verliert, sagt davor nichts und startet von null.</translation>
    </message>
    <message>
        <source>Do polls stay without any answer?</source>
        <translation>Bleiben Abfragen ganz ohne Antwort?</translation>
    </message>
    <message>
        <source>Polls that nobody answers, many times in a row, need no guessing.</source>
        <translation>Abfragen, die viele Male hintereinander niemand beantwortet, ersparen das Raten.</translation>
    </message>
    <message>
        <source>Does a source say that it is not synchronised itself?</source>
        <translation>Sagt eine Quelle, dass sie selbst nicht synchronisiert ist?</translation>
    </message>
    <message>
        <source>Such a source is not taken by anybody.</source>
        <translation>Eine solche Quelle wird von niemandem genommen.</translation>
    </message>
    <message>
        <source>Does a server send the node away?</source>
        <translation>Weist ein Server den Knoten ab?</translation>
    </message>
    <message>
        <source>The server itself says why it gives no time.</source>
        <translation>Der Server selbst sagt, warum er keine Zeit gibt.</translation>
    </message>
    <message>
        <source>Is a source of stratum 10 or more?</source>
        <translation>Hat eine Quelle Stratum 10 oder höher?</translation>
    </message>
    <message>
        <source>CUCM takes nobody at stratum 10 or more.</source>
        <translation>CUCM nimmt niemanden mit Stratum 10 oder höher.</translation>
    </message>
    <message>
        <source>Does one source tell another time than the others?</source>
        <translation>Nennt eine Quelle eine andere Zeit als die übrigen?</translation>
    </message>
    <message>
        <source>The others agree with each other, so that it is wrong.</source>
        <translation>Die übrigen stimmen miteinander überein, also ist sie falsch.</translation>
    </message>
    <message>
        <source>Is the clock far away from its source?</source>
        <translation>Ist die Uhr weit von ihrer Quelle entfernt?</translation>
    </message>
    <message>
        <source>A large offset takes hours to correct, by design, or is never corrected.</source>
        <translation>Ein großer Offset wird planmäßig über Stunden korrigiert oder gar nicht.</translation>
    </message>
    <message>
        <source>Is NTP still settling?</source>
        <translation>Schwingt sich NTP noch ein?</translation>
    </message>
    <message>
        <source>In the first minutes after a start nobody is followed, and that is no fault.</source>
        <translation>In den ersten Minuten nach einem Start wird niemandem gefolgt, und das ist kein Fehler.</translation>
    </message>
    <message>
        <source>Does the node follow its own clock for no other reason?</source>
        <translation>Folgt der Knoten ohne anderen Grund seiner eigenen Uhr?</translation>
    </message>
    <message>
        <source>Without another source in its table nothing else can be wrong.</source>
        <translation>Ohne eine andere Quelle in seiner Tabelle kann nichts anderes falsch sein.</translation>
    </message>
    <message>
        <source>Do subscribers wait for the publisher?</source>
        <translation>Warten Subscriber auf den Publisher?</translation>
    </message>
    <message>
        <source>A subscriber cannot be in sync before its publisher is.</source>
        <translation>Ein Subscriber kann nicht vor seinem Publisher synchron sein.</translation>
    </message>
    <message>
        <source>Are settings of Windows Time wrong for CUCM?</source>
        <translation>Sind Einstellungen von Windows Time falsch für CUCM?</translation>
    </message>
    <message>
        <source>With wrong settings the server does not answer, or with a time that CUCM does not take.</source>
        <translation>Mit falschen Einstellungen antwortet der Server nicht oder mit einer Zeit, die CUCM nicht nimmt.</translation>
    </message>
    <message>
        <source>Are settings of Windows Time other than CUCM needs?</source>
        <translation>Sind Einstellungen von Windows Time anders, als CUCM sie braucht?</translation>
    </message>
    <message>
        <source>Whoever exports these settings has a Windows server in mind; with others than CUCM needs it is a suspect.</source>
        <translation>Wer diese Einstellungen exportiert, denkt an einen Windows-Server; sind es andere, als CUCM braucht, ist er verdächtig.</translation>
    </message>
    <message>
        <source>Is there a server from which no answer was seen?</source>
        <translation>Gibt es einen Server, von dem keine Antwort zu sehen war?</translation>
    </message>
    <message>
        <source>Silence, for however short a time, points at the way or at the server.</source>
        <translation>Schweigen, wie kurz auch immer, deutet auf den Weg oder auf den Server.</translation>
    </message>
    <message>
        <source>Does a server answer and have no time itself?</source>
        <translation>Antwortet ein Server und hat selbst keine Zeit?</translation>
    </message>
    <message>
        <source>A server without time is a source that lost its own, a Windows server, or the publisher.</source>
        <translation>Ein Server ohne Zeit ist eine Quelle, die ihre eigene verloren hat, ein Windows-Server oder der Publisher.</translation>
    </message>
    <message>
        <source>Does a source answer well and is not taken?</source>
        <translation>Antwortet eine Quelle gut und wird nicht genommen?</translation>
    </message>
    <message>
        <source>What is near enough by its stratum and is not taken has too large a root distance.</source>
        <translation>Was nach seinem Stratum nah genug ist und nicht genommen wird, hat eine zu große Root Distance.</translation>
    </message>
    <message>
        <source>Does the publisher answer subscribers that it has no time?</source>
        <translation>Antwortet der Publisher Subscribern, dass er keine Zeit hat?</translation>
    </message>
    <message>
        <source>What the subscribers see is then a consequence.</source>
        <translation>Was die Subscriber sehen, ist dann eine Folge.</translation>
    </message>
    <message>
        <source>Does the node follow its own clock?</source>
        <translation>Folgt der Knoten seiner eigenen Uhr?</translation>
    </message>
    <message>
        <source>The own clock is taken when no other source can be; sources that are slow to be reached are waited for.</source>
        <translation>Die eigene Uhr wird genommen, wenn keine andere Quelle in Frage kommt; auf langsam erreichbare Quellen wird gewartet.</translation>
    </message>
    <message>
        <source>Does ntpd not run on a node?</source>
        <translation>Läuft ntpd auf einem Knoten nicht?</translation>
    </message>
    <message>
        <source>ntpd stops by itself when its clock is too far away.</source>
        <translation>ntpd beendet sich selbst, wenn seine Uhr zu weit abweicht.</translation>
    </message>
    <message>
        <source>Is the publisher synchronised?</source>
        <translation>Ist der Publisher synchronisiert?</translation>
    </message>
    <message>
        <source>Subscribers wait for the publisher; where it is in sync and they are not, the trouble is between them.</source>
        <translation>Subscriber warten auf den Publisher; ist er synchron und sie nicht, liegt die Störung dazwischen.</translation>
    </message>
    <message>
        <source>On the publisher: `utils ntp status`, the line &quot;synchronised to NTP server&quot;.</source>
        <translation>Auf dem Publisher: `utils ntp status`, die Zeile „synchronised to NTP server“.</translation>
    </message>
    <message>
        <source>Do only the subscribers fail to synchronise?</source>
        <translation>Gelingt nur den Subscribern die Synchronisierung nicht?</translation>
    </message>
    <message>
        <source>Subscribers alone, with a publisher in sync, have the way to the publisher in common.</source>
        <translation>Sind es nur die Subscriber und der Publisher ist synchron, ist ihnen der Weg zum Publisher gemeinsam.</translation>
    </message>
    <message>
        <source>On each node: `utils ntp status`.</source>
        <translation>Auf jedem Knoten: `utils ntp status`.</translation>
    </message>
    <message>
        <source>Do all NTP sources fail?</source>
        <translation>Fallen alle NTP-Quellen aus?</translation>
    </message>
    <message>
        <source>All at once have the way or the node in common; one of several is itself wrong.</source>
        <translation>Allen zugleich ist der Weg oder der Knoten gemeinsam; eine von mehreren ist selbst falsch.</translation>
    </message>
    <message>
        <source>On the publisher: `utils ntp status`: has no source but 127.127.1.0 a star or a plus?</source>
        <translation>Auf dem Publisher: `utils ntp status`: Hat keine Quelle außer 127.127.1.0 einen Stern oder ein Plus?</translation>
    </message>
    <message>
        <source>Was NTP configured or restarted within the last day?</source>
        <translation>Wurde NTP in den letzten 24 Stunden konfiguriert oder neu gestartet?</translation>
    </message>
    <message>
        <source>NTP takes its time after a start, longer if the clock was wrong.</source>
        <translation>NTP braucht nach einem Start seine Zeit, länger, wenn die Uhr falsch ging.</translation>
    </message>
    <message>
        <source>Ask who configured it; the line &quot;ntpd (pid …)&quot; of `utils ntp status` and `show status` tell a restart.</source>
        <translation>Fragen, wer es konfiguriert hat; die Zeile „ntpd (pid …)“ von `utils ntp status` und `show status` verraten einen Neustart.</translation>
    </message>
    <message>
        <source>Is an NTP source a Windows server?</source>
        <translation>Ist eine NTP-Quelle ein Windows-Server?</translation>
    </message>
    <message>
        <source>Windows Time as it is set up by default is no NTP source for CUCM.</source>
        <translation>Windows Time in der Standardeinstellung ist keine NTP-Quelle für CUCM.</translation>
    </message>
    <message>
        <source>On the publisher: `utils ntp server list`; ask what these computers are.</source>
        <translation>Auf dem Publisher: `utils ntp server list`; fragen, was das für Computer sind.</translation>
    </message>
    <message>
        <source>Is the Windows firewall of the NTP server off?</source>
        <translation>Ist die Windows-Firewall des NTP-Servers aus?</translation>
    </message>
    <message>
        <source>A firewall that is on may block UDP port 123. One whose service is stopped may block all the same.</source>
        <translation>Eine eingeschaltete Firewall kann UDP-Port 123 blockieren. Eine, deren Dienst beendet ist, kann trotzdem blockieren.</translation>
    </message>
    <message>
        <source>On the server: `netsh advfirewall show allprofiles`; do not trust a stopped service.</source>
        <translation>Auf dem Server: `netsh advfirewall show allprofiles`; einem beendeten Dienst nicht trauen.</translation>
    </message>
    <message>
        <source>Are all ports open between CUCM and the NTP source?</source>
        <translation>Sind alle Ports zwischen CUCM und der NTP-Quelle offen?</translation>
    </message>
    <message>
        <source>Who is sure that all ports are open has often not tried UDP.</source>
        <translation>Wer sicher ist, dass alle Ports offen sind, hat UDP oft nicht probiert.</translation>
    </message>
    <message>
        <source>On the firewall, look at the rules for UDP port 123 both ways; `utils network capture port 123` shows whether answers come.</source>
        <translation>Auf der Firewall die Regeln für UDP-Port 123 in beiden Richtungen ansehen; `utils network capture port 123` zeigt, ob Antworten kommen.</translation>
    </message>
    <message>
        <source>Are phones told another time zone than that of their site?</source>
        <translation>Wird Telefonen eine andere Zeitzone mitgeteilt als die ihres Standorts?</translation>
    </message>
    <message>
        <source>The zone that phones are told comes from their date/time group.</source>
        <translation>Die Zone, die Telefonen mitgeteilt wird, kommt aus ihrer Date/Time Group.</translation>
    </message>
    <message>
        <source>Are phones told another local time than that of the server?</source>
        <translation>Wird Telefonen eine andere Ortszeit mitgeteilt als die des Servers?</translation>
    </message>
    <message>
        <source>The line of the trace has the local time of the server beside that of the phone.</source>
        <translation>Die Zeile des Trace enthält die Ortszeit des Servers neben der des Telefons.</translation>
    </message>
    <message>
        <source>Is the clock of the servers wrong?</source>
        <translation>Geht die Uhr der Server falsch?</translation>
    </message>
    <message>
        <source>Phones show what the servers tell them.</source>
        <translation>Telefone zeigen, was die Server ihnen mitteilen.</translation>
    </message>
    <message>
        <source>Does the clock of the server differ from that of a capture?</source>
        <translation>Weicht die Uhr des Servers von der eines Mitschnitts ab?</translation>
    </message>
    <message>
        <source>One of the two is wrong, and phones have their time from the server.</source>
        <translation>Eine der beiden ist falsch, und Telefone haben ihre Zeit vom Server.</translation>
    </message>
    <message>
        <source>Is the time of the servers right?</source>
        <translation>Stimmt die Uhrzeit der Server?</translation>
    </message>
    <message>
        <source>Phones have their time from the servers: if these are right, it is the zone.</source>
        <translation>Telefone haben ihre Zeit von den Servern: Stimmt diese, liegt es an der Zone.</translation>
    </message>
    <message>
        <source>On each node: `utils ntp status`, compare &quot;Current time in UTC&quot; with a clock that is right.</source>
        <translation>Auf jedem Knoten: `utils ntp status`, „Current time in UTC“ mit einer richtig gehenden Uhr vergleichen.</translation>
    </message>
    <message>
        <source>Are the phones wrong by a whole number of quarter hours?</source>
        <translation>Gehen die Telefone um eine ganze Zahl von Viertelstunden falsch?</translation>
    </message>
    <message>
        <source>Zones differ by whole quarter hours; a clock that is not synchronised is off by anything.</source>
        <translation>Zonen unterscheiden sich um ganze Viertelstunden; eine nicht synchronisierte Uhr weicht beliebig ab.</translation>
    </message>
    <message>
        <source>Compare the display with a clock that is right: 15, 30, 45 or 60 minutes, or a multiple?</source>
        <translation>Die Anzeige mit einer richtig gehenden Uhr vergleichen: 15, 30, 45 oder 60 Minuten oder ein Vielfaches?</translation>
    </message>
    <message>
        <source>By how many minutes are the phones wrong? (ahead: positive)</source>
        <translation>Um wie viele Minuten gehen die Telefone falsch? (vor: positiv)</translation>
    </message>
    <message>
        <source>The difference tells whether a zone explains it.</source>
        <translation>Die Differenz zeigt, ob eine Zeitzone sie erklärt.</translation>
    </message>
    <message>
        <source>Compare the display with a clock that is right.</source>
        <translation>Die Anzeige mit einer richtig gehenden Uhr vergleichen.</translation>
    </message>
    <message>
        <source>A second DHCP server answers: {server} (answers: {count}, phones: {phones})</source>
        <translation>Ein zweiter DHCP-Server antwortet: {server} (Antworten: {count}, Telefone: {phones})</translation>
    </message>
    <message>
        <source>The usual server is {usual}. {server} answers the same questions with router {router} and TFTP server {tftp} (-: none), so a phone that takes its offer ends up in the wrong place.</source>
        <translation>Der übliche Server ist {usual}. {server} beantwortet dieselben Anfragen mit Router {router} und TFTP-Server {tftp} (-: keiner); ein Telefon, das sein Angebot annimmt, landet daher am falschen Ort.</translation>
    </message>
    <message>
        <source>DHCP refuses phones again and again (refusals: {count}, phones: {phones})</source>
        <translation>DHCP weist Telefone immer wieder ab (Ablehnungen: {count}, Telefone: {phones})</translation>
    </message>
    <message>
        <source>{device} asked for an address and was answered with DHCPNAK, looked for a server anew and was refused again. It had no address between, and did not register.</source>
        <translation>{device} bat um eine Adresse, erhielt DHCPNAK, suchte erneut einen Server und wurde wieder abgelehnt. Dazwischen hatte es keine Adresse und registrierte sich nicht.</translation>
    </message>
    <message>
        <source>The phone took an address elsewhere, or the refusals came from a server that is not meant to serve it.</source>
        <translation>Das Telefon bekam anderswo eine Adresse, oder die Ablehnungen kamen von einem Server, der es nicht bedienen soll.</translation>
    </message>
    <message>
        <source>On {server}: is the phone&apos;s subnet in a scope, and do two servers disagree? Windows: `Get-DhcpServerv4Scope`, `Get-DhcpServerv4Failover`. Cisco router: `show ip dhcp pool`, then `debug ip dhcp server events` while the phone starts.</source>
        <translation>Auf {server}: Liegt das Subnetz des Telefons in einem Scope, und widersprechen sich zwei Server? Windows: `Get-DhcpServerv4Scope`, `Get-DhcpServerv4Failover`. Cisco-Router: `show ip dhcp pool`, dann `debug ip dhcp server events`, während das Telefon startet.</translation>
    </message>
    <message>
        <source>The DHCP server has no address left (requests in vain: {count}, phones: {phones})</source>
        <translation>Der DHCP-Server hat keine Adresse mehr frei (vergebliche Anfragen: {count}, Telefone: {phones})</translation>
    </message>
    <message>
        <source>{device} and others look for an address. The server gets their requests and makes no offer, while it goes on to serve those that have an address: its own log says that the scope is full, or a capture shows both.</source>
        <translation>{device} und andere suchen eine Adresse. Der Server erhält ihre Anfragen und macht kein Angebot, bedient aber weiter jene, die eine Adresse haben: Sein eigenes Log meldet den Scope als voll, oder ein Mitschnitt zeigt beides.</translation>
    </message>
    <message>
        <source>Free addresses in the scope at that time, or a rule of the server that keeps these phones out (filter, reservations only).</source>
        <translation>Freie Adressen im Scope zu dieser Zeit oder eine Regel des Servers, die diese Telefone ausschließt (Filter, nur Reservierungen).</translation>
    </message>
    <message>
        <source>Compare the leases in use with the size of the scope. Windows: `Get-DhcpServerv4ScopeStatistics`. Cisco router: `show ip dhcp pool`. Enlarge the scope, shorten the lease, or delete leases of what is gone.</source>
        <translation>Die Zahl der benutzten Leases mit der Größe des Scopes vergleichen. Windows: `Get-DhcpServerv4ScopeStatistics`. Cisco-Router: `show ip dhcp pool`. Den Scope vergrößern, die Lease verkürzen oder Leases nicht mehr vorhandener Geräte löschen.</translation>
    </message>
    <message>
        <source>The DHCP server had addresses to give.</source>
        <translation>Der DHCP-Server hatte Adressen zu vergeben.</translation>
    </message>
    <message>
        <source>Phones that start get no offer while others renew (requests: {count}, phones: {phones})</source>
        <translation>Startende Telefone erhalten kein Angebot, andere verlängern (Anfragen: {count}, Telefone: {phones})</translation>
    </message>
    <message>
        <source>{device} looks for a server and hears nothing. In the same capture {server} answers those who renew an address. Either it has no address left, or the searches do not reach it: they go through the relay, renewals do not.</source>
        <translation>{device} sucht einen Server und hört nichts. Im selben Mitschnitt antwortet {server} denen, die eine Adresse verlängern. Entweder hat er keine Adresse mehr frei, oder die Suchanfragen erreichen ihn nicht: Sie gehen über das Relay, Verlängerungen nicht.</translation>
    </message>
    <message>
        <source>A capture at {server} in which the searches do not arrive: then the relay is missing (ip helper-address).</source>
        <translation>Ein Mitschnitt an {server}, in dem die Suchanfragen nicht ankommen: Dann fehlt das Relay (ip helper-address).</translation>
    </message>
    <message>
        <source>On {server}, look how many addresses are free (Windows: `Get-DhcpServerv4ScopeStatistics`, Cisco router: `show ip dhcp pool`), and on the phones&apos; gateway at `show running-config interface &lt;voice VLAN&gt;`, line ip helper-address.</source>
        <translation>Auf {server} prüfen, wie viele Adressen frei sind (Windows: `Get-DhcpServerv4ScopeStatistics`, Cisco-Router: `show ip dhcp pool`), und auf dem Gateway der Telefone `show running-config interface &lt;voice VLAN&gt;`, Zeile ip helper-address.</translation>
    </message>
    <message>
        <source>Phones look for an address in vain (times: {count}, phones: {phones})</source>
        <translation>Telefone suchen vergeblich eine Adresse (Anzahl: {count}, Telefone: {phones})</translation>
    </message>
    <message>
        <source>{device} repeats its DHCPDISCOVER and gets no address. Everything after that (configuration, registration) has to wait.</source>
        <translation>{device} wiederholt sein DHCPDISCOVER und bekommt keine Adresse. Alles Weitere (Konfiguration, Registrierung) muss warten.</translation>
    </message>
    <message>
        <source>An offer in a capture at the phone&apos;s port.</source>
        <translation>Ein Angebot im Mitschnitt am Port des Telefons.</translation>
    </message>
    <message>
        <source>Capture at the DHCP server (UDP 67): do the searches of {device} arrive? If they do, look for free addresses; if not, at the relay of its VLAN.</source>
        <translation>Am DHCP-Server mitschneiden (UDP 67): Kommen die Suchanfragen von {device} an? Wenn ja, nach freien Adressen sehen; wenn nein, das Relay seines VLANs prüfen.</translation>
    </message>
    <message>
        <source>Searches for a DHCP server do not get there (searches: {count}, phones: {phones})</source>
        <translation>Suchanfragen nach einem DHCP-Server kommen nicht an (Suchanfragen: {count}, Telefone: {phones})</translation>
    </message>
    <message>
        <source>{device} repeats its DHCPDISCOVER on its own network. A capture that shows what relays pass on to the server was running, and shows nothing of it.</source>
        <translation>{device} wiederholt sein DHCPDISCOVER im eigenen Netz. Ein Mitschnitt, der zeigt, was Relays an den Server weitergeben, lief und zeigt nichts davon.</translation>
    </message>
    <message>
        <source>A second DHCP server, elsewhere, to which the relay of this network leads, or a capture that was filtered by hosts.</source>
        <translation>Ein zweiter DHCP-Server an anderer Stelle, zu dem das Relay dieses Netzes führt, oder ein nach Hosts gefilterter Mitschnitt.</translation>
    </message>
    <message>
        <source>On the gateway of the phones: `show running-config interface &lt;voice VLAN&gt;`, line ip helper-address; then `debug ip dhcp server packet` there while {device} starts. On the switch: DHCP snooping (`show ip dhcp snooping`).</source>
        <translation>Auf dem Gateway der Telefone: `show running-config interface &lt;voice VLAN&gt;`, Zeile ip helper-address; dann dort `debug ip dhcp server packet`, während {device} startet. Auf dem Switch: DHCP-Snooping (`show ip dhcp snooping`).</translation>
    </message>
    <message>
        <source>The DHCP server does not serve: {why}</source>
        <translation>Der DHCP-Server bedient niemanden: {why}</translation>
    </message>
    <message>
        <source>Its own log says so, and shows no address given. An unauthorised Windows server, or one that listens on no interface, stays silent.</source>
        <translation>Sein eigenes Log sagt es und zeigt keine vergebene Adresse. Ein nicht autorisierter Windows-Server oder einer, der auf keiner Schnittstelle lauscht, bleibt stumm.</translation>
    </message>
    <message>
        <source>Addresses given by the same server at that time.</source>
        <translation>Damals von demselben Server vergebene Adressen.</translation>
    </message>
    <message>
        <source>Windows: `Get-DhcpServerInDC`, then `Add-DhcpServerInDC -DnsName &lt;server&gt;`, and `Restart-Service DHCPServer`. ISC: the interface and a subnet declaration for it in `dhcpd.conf`.</source>
        <translation>Windows: `Get-DhcpServerInDC`, dann `Add-DhcpServerInDC -DnsName &lt;server&gt;` und `Restart-Service DHCPServer`. ISC: die Schnittstelle und eine subnet-Deklaration dafür in `dhcpd.conf`.</translation>
    </message>
    <message>
        <source>DHCP gives addresses that are in use (addresses: {count}, phones: {phones})</source>
        <translation>DHCP vergibt Adressen, die in Gebrauch sind (Adressen: {count}, Telefone: {phones})</translation>
    </message>
    <message>
        <source>{device} was given {address}, found that somebody else answers for it, and gave it back (DHCPDECLINE). A device with a fixed address stands inside the scope, or two servers give out the same range. Seen to answer: {holder}.</source>
        <translation>{device} erhielt {address}, stellte fest, dass ein anderes Gerät dafür antwortet, und wies sie zurück (DHCPDECLINE). Ein Gerät mit fester Adresse liegt im Scope, oder zwei Server vergeben denselben Bereich. Beobachtete Antwort von: {holder}.</translation>
    </message>
    <message>
        <source>An answer to the phone&apos;s ARP probe by the phone itself over another path.</source>
        <translation>Eine Antwort des Telefons selbst auf seine ARP-Probe, über einen anderen Weg.</translation>
    </message>
    <message>
        <source>On the gateway: `show ip arp {address}`, then `show mac address-table address &lt;MAC&gt;` on the switch: give that device another address, or exclude it from the scope (Cisco router: `show ip dhcp conflict`, `ip dhcp excluded-address {address}`).</source>
        <translation>Auf dem Gateway: `show ip arp {address}`, dann `show mac address-table address &lt;MAC&gt;` auf dem Switch: diesem Gerät eine andere Adresse geben oder die Adresse aus dem Scope ausschließen (Cisco-Router: `show ip dhcp conflict`, `ip dhcp excluded-address {address}`).</translation>
    </message>
    <message>
        <source>No address was given that somebody else uses.</source>
        <translation>Keine vergebene Adresse wird anderweitig benutzt.</translation>
    </message>
    <message>
        <source>Are renewals answered only when they are broadcast?</source>
        <translation>Werden Verlängerungen nur als Broadcast beantwortet?</translation>
    </message>
    <message>
        <source>Renewals to {server} stay unanswered until they are broadcast (phones: {phones})</source>
        <translation>Verlängerungen an {server} bleiben bis zum Broadcast ohne Antwort (Telefone: {phones})</translation>
    </message>
    <message>
        <source>{device} asked the server itself from half of the lease on and got no answer; its broadcast at seven eighths was answered. It works, but there is one eighth of the lease left for anything to go wrong.</source>
        <translation>{device} fragte ab der halben Lease den Server direkt und bekam keine Antwort; sein Broadcast bei sieben Achteln wurde beantwortet. Das funktioniert, aber für Störungen aller Art bleibt nur noch ein Achtel der Lease.</translation>
    </message>
    <message>
        <source>A capture at {server} that shows the unicast renewals arriving and being answered.</source>
        <translation>Ein Mitschnitt an {server}, in dem die Unicast-Verlängerungen ankommen und beantwortet werden.</translation>
    </message>
    <message>
        <source>Allow UDP from port 68 of the phones to port 67 of {server} and back: `show ip access-lists` on the gateway, rules of a firewall between.</source>
        <translation>UDP von Port 68 der Telefone zu Port 67 von {server} und zurück erlauben: `show ip access-lists` auf dem Gateway, Regeln einer Firewall dazwischen.</translation>
    </message>
    <message>
        <source>Are the timers of the lease in the wrong order?</source>
        <translation>Sind die Timer der Lease in der falschen Reihenfolge?</translation>
    </message>
    <message>
        <source>The DHCP server gives timers that do not fit its lease of {lease} hours (phones: {phones})</source>
        <translation>Der DHCP-Server gibt Timer vor, die nicht zu seiner Lease von {lease} Stunden passen (Telefone: {phones})</translation>
    </message>
    <message>
        <source>A client renews at T1, asks everybody at T2 and must stop at the end: T1 has to come before T2, and T2 before the end (RFC 2131 §4.4.5). {server} gives {device} others.</source>
        <translation>Ein Client verlängert bei T1, fragt bei T2 alle und muss am Ende aufhören: T1 muss vor T2 liegen und T2 vor dem Ende (RFC 2131 §4.4.5). {server} gibt {device} andere vor.</translation>
    </message>
    <message>
        <source>Options 58 and 59 as they are configured on the server.</source>
        <translation>Die Optionen 58 und 59, wie sie auf dem Server konfiguriert sind.</translation>
    </message>
    <message>
        <source>On {server}, remove options 58 and 59 from the scope, or set them to half and to seven eighths of the lease.</source>
        <translation>Auf {server} die Optionen 58 und 59 aus dem Scope entfernen oder auf die Hälfte und sieben Achtel der Lease setzen.</translation>
    </message>
    <message>
        <source>Is the DHCP lease shorter than an hour or longer than eight days?</source>
        <translation>Ist die DHCP-Lease kürzer als eine Stunde oder länger als acht Tage?</translation>
    </message>
    <message>
        <source>The DHCP lease of {lease} hours is extreme (phones: {phones})</source>
        <translation>Die DHCP-Lease von {lease} Stunden ist extrem (Telefone: {phones})</translation>
    </message>
    <message>
        <source>With a lease under an hour a short outage of the server takes the phones&apos; addresses. With one above eight days the addresses of phones that are gone fill the scope for weeks.</source>
        <translation>Bei einer Lease unter einer Stunde nimmt schon ein kurzer Ausfall des Servers den Telefonen ihre Adressen. Bei einer über acht Tagen füllen die Adressen nicht mehr vorhandener Telefone den Scope wochenlang.</translation>
    </message>
    <message>
        <source>A reason of the site for just this lease.</source>
        <translation>Ein Grund des Standorts für genau diese Lease.</translation>
    </message>
    <message>
        <source>On {server}, set the lease of the voice scope between 8 hours and 8 days. Windows: `Set-DhcpServerv4Scope -ScopeId &lt;scope&gt; -LeaseDuration 8.00:00:00`. Cisco router: `lease 8`.</source>
        <translation>Auf {server} die Lease des Voice-Scopes auf 8 Stunden bis 8 Tage setzen. Windows: `Set-DhcpServerv4Scope -ScopeId &lt;scope&gt; -LeaseDuration 8.00:00:00`. Cisco-Router: `lease 8`.</translation>
    </message>
    <message>
        <source>DHCP tells phones no TFTP server (server: {server}, phones: {phones})</source>
        <translation>DHCP nennt den Telefonen keinen TFTP-Server (Server: {server}, Telefone: {phones})</translation>
    </message>
    <message>
        <source>{device} is given an address and neither option 150 nor 66, nor a next server. A phone without a TFTP server of its own cannot ask for its configuration: the option is missing in the scope, or the address comes from a server or in a VLAN that is not meant for phones.</source>
        <translation>{device} erhält eine Adresse, aber weder Option 150 noch 66 noch einen Next Server. Ein Telefon ohne eigenen TFTP-Server kann seine Konfiguration nicht anfordern: Die Option fehlt im Scope, oder die Adresse stammt von einem Server oder aus einem VLAN, die nicht für Telefone gedacht sind.</translation>
    </message>
    <message>
        <source>An alternate TFTP server in the phone&apos;s own settings.</source>
        <translation>Ein alternativer TFTP-Server in den Einstellungen des Telefons.</translation>
    </message>
    <message>
        <source>On the phone: Settings &gt; Network Configuration, DHCP Server: is it the right one? If so, add option 150 with the addresses of the TFTP nodes to the voice scope (Cisco router: `option 150 ip &lt;TFTP&gt;`).</source>
        <translation>Am Telefon: Settings &gt; Network Configuration, DHCP Server: Ist es der richtige? Wenn ja, Option 150 mit den Adressen der TFTP-Knoten in den Voice-Scope eintragen (Cisco-Router: `option 150 ip &lt;TFTP&gt;`).</translation>
    </message>
    <message>
        <source>Messages of phones are lost on the way (losses: {count}, phones: {phones})</source>
        <translation>Nachrichten von Telefonen gehen unterwegs verloren (Verluste: {count}, Telefone: {phones})</translation>
    </message>
    <message>
        <source>Before their registrations ended the phones repeated the same message at least three times, with longer and longer pauses, as TCP does with what nobody acknowledges. The messages are lost {way:reason}.</source>
        <translation>Vor dem Ende ihrer Registrierungen wiederholten die Telefone dieselbe Nachricht mindestens dreimal mit immer längeren Pausen, wie es TCP tut, wenn niemand bestätigt. Verloren gehen die Nachrichten {way:reason}.</translation>
    </message>
    <message>
        <source>The acknowledgements, in a capture at CallManager&apos;s port that goes on to the phone; or a node that was switched off then.</source>
        <translation>Die Bestätigungen in einem Mitschnitt am Port von CallManager, der weiter zum Telefon führt; oder ein damals ausgeschalteter Knoten.</translation>
    </message>
    <message>
        <source>Capture at both ends at once and compare the sequence numbers; then the interfaces on the path: `show interfaces | include drops|errors|CRC`, and the policies of its firewalls.</source>
        <translation>An beiden Enden gleichzeitig mitschneiden und die Sequenznummern vergleichen; dann die Schnittstellen auf dem Weg: `show interfaces | include drops|errors|CRC`, und die Regeln der Firewalls.</translation>
    </message>
    <message>
        <source>No phone repeated in vain what it had sent before its registration ended.</source>
        <translation>Kein Telefon wiederholte vor dem Ende seiner Registrierung vergeblich seine Nachrichten.</translation>
    </message>
    <message>
        <source>{node} takes what phones send and answers nobody (questions: {count}, phones: {phones})</source>
        <translation>{node} nimmt an, was Telefone senden, und antwortet niemandem (Fragen: {count}, Telefone: {phones})</translation>
    </message>
    <message>
        <source>Keepalives and registrations reached {node}: its TCP acknowledged them, or its trace shows them. For that time CallManager there answered nobody. So the network carried them, and the service did not work on them.</source>
        <translation>Keepalives und Registrierungen erreichten {node}: Sein TCP bestätigte sie, oder sein Trace zeigt sie. In dieser Zeit antwortete CallManager dort niemandem. Das Netz hat sie also übertragen, und der Dienst hat sie nicht bearbeitet.</translation>
    </message>
    <message>
        <source>Answers that {node} sent at that time, in a capture at its port.</source>
        <translation>Antworten, die {node} damals sendete, in einem Mitschnitt an seinem Port.</translation>
    </message>
    <message>
        <source>On {node}: `show process load`, `utils core active list`, and in RTMT CPU, memory and disk at that moment; look for Code Yellow in the CallManager trace.</source>
        <translation>Auf {node}: `show process load`, `utils core active list` und in RTMT CPU, Speicher und Festplatte zu diesem Zeitpunkt; im CallManager-Trace nach Code Yellow suchen.</translation>
    </message>
    <message>
        <source>The CallManager service started anew, and its phones were gone (phones: {phones} of {of})</source>
        <translation>Der CallManager-Dienst ist neu gestartet, und seine Telefone waren weg (Telefone: {phones} von {of})</translation>
    </message>
    <message>
        <source>CallManager says that it starts. A service that stops closes all its connections, so all phones of the node register with another one and come back later.</source>
        <translation>CallManager meldet, dass er startet. Ein Dienst, der stoppt, schließt alle seine Verbindungen; daher registrieren sich alle Telefone des Knotens bei einem anderen und kommen später zurück.</translation>
    </message>
    <message>
        <source>Phones of that node that stayed registered meanwhile.</source>
        <translation>Telefone dieses Knotens, die währenddessen registriert blieben.</translation>
    </message>
    <message>
        <source>On the node: `utils service list`, `utils core active list`, and `show logins` or the audit log for who restarted it.</source>
        <translation>Auf dem Knoten: `utils service list`, `utils core active list` und `show logins` oder das Audit-Log dazu, wer ihn neu gestartet hat.</translation>
    </message>
    <message>
        <source>The CallManager service did not start anew when phones were lost.</source>
        <translation>Der CallManager-Dienst ist nicht neu gestartet, als Telefone verloren gingen.</translation>
    </message>
    <message>
        <source>Something between phones and CallManager resets their connections (resets: {count}, phones: {phones})</source>
        <translation>Etwas zwischen Telefonen und CallManager setzt ihre Verbindungen zurück (TCP-Resets: {count}, Telefone: {phones})</translation>
    </message>
    <message>
        <source>The phones received a TCP reset with the address of CallManager. A capture at the other side does not show it, or CallManager&apos;s own alarms say that the connection broke and not that it was closed. So neither end sent it.</source>
        <translation>Die Telefone erhielten einen TCP-Reset mit der Adresse von CallManager. Ein Mitschnitt auf der anderen Seite zeigt ihn nicht, oder laut eigenen Alarmen von CallManager brach die Verbindung ab und wurde nicht geschlossen. Also hat ihn keines der Enden gesendet.</translation>
    </message>
    <message>
        <source>The same reset in a capture at CallManager&apos;s own port.</source>
        <translation>Derselbe Reset in einem Mitschnitt am Port von CallManager selbst.</translation>
    </message>
    <message>
        <source>Look for firewalls, intrusion prevention and WAN optimisers on the path, their idle timeouts and their logs at these moments. Compare the TTL of the resets with that of other packets of CallManager.</source>
        <translation>Firewalls, Intrusion Prevention und WAN-Optimierer auf dem Weg suchen, ihre Idle-Timeouts und ihre Logs zu diesen Zeitpunkten prüfen. Die TTL der TCP-Resets mit der anderer Pakete von CallManager vergleichen.</translation>
    </message>
    <message>
        <source>Phones came back in another network, behind {gateway} (phones: {phones})</source>
        <translation>Telefone kamen in einem anderen Netz zurück, hinter {gateway} (Telefone: {phones})</translation>
    </message>
    <message>
        <source>The phones lost their registration, started, and were given an address of another network than before. So their ports are in another voice VLAN, or they were plugged in elsewhere.</source>
        <translation>Die Telefone verloren ihre Registrierung, starteten und erhielten eine Adresse aus einem anderen Netz als zuvor. Also liegen ihre Ports in einem anderen Voice-VLAN, oder sie wurden anderswo angeschlossen.</translation>
    </message>
    <message>
        <source>Somebody moved these phones on purpose.</source>
        <translation>Jemand hat diese Telefone absichtlich umgezogen.</translation>
    </message>
    <message>
        <source>On their switch: `show interfaces &lt;port&gt; switchport`, `show cdp neighbors`, and `show archive log config all` for who changed the voice VLAN.</source>
        <translation>Auf ihrem Switch: `show interfaces &lt;Port&gt; switchport`, `show cdp neighbors` und `show archive log config all` dazu, wer das Voice-VLAN geändert hat.</translation>
    </message>
    <message>
        <source>Phones came back in the network in which they were.</source>
        <translation>Telefone kamen in dem Netz zurück, in dem sie waren.</translation>
    </message>
    <message>
        <source>Phones lost their power (starts: {count}, phones: {phones})</source>
        <translation>Telefone verloren den Strom (Starts: {count}, Telefone: {phones})</translation>
    </message>
    <message>
        <source>They were registered, said nothing more, and then started from nothing. Their DHCP was watched meanwhile: no server refused them, no lease had run out, and they had not given their address back. No order from CallManager came before it.</source>
        <translation>Sie waren registriert, meldeten nichts mehr und starteten dann ganz von vorn. Ihr DHCP wurde währenddessen beobachtet: Kein Server lehnte sie ab, keine Lease war abgelaufen, und sie hatten ihre Adresse nicht zurückgegeben. Kein Befehl von CallManager ging voraus.</translation>
    </message>
    <message>
        <source>A reset at the phone&apos;s keys, or a capture that shows why they started.</source>
        <translation>Ein Reset an den Tasten des Telefons oder ein Mitschnitt, der den Grund des Starts zeigt.</translation>
    </message>
    <message>
        <source>On the switch: `show power inline`, `show logging` and `show environment` at that moment. Then cable, port and phone, one after the other.</source>
        <translation>Auf dem Switch: `show power inline`, `show logging` und `show environment` zu diesem Zeitpunkt. Dann Kabel, Port und Telefon, eines nach dem anderen.</translation>
    </message>
    <message>
        <source>What do the phones that suffer share, and the others not?</source>
        <translation>Was haben die betroffenen Telefone gemeinsam, die anderen aber nicht?</translation>
    </message>
    <message>
        <source>Those that suffer share: {what:reason} {value} ({with} of {of}; of the others {others-with} of {others})</source>
        <translation>Den betroffenen gemeinsam: {what:reason} {value} ({with} von {of}; von den anderen {others-with} von {others})</translation>
    </message>
    <message>
        <source>Of {of} phones that suffer {with} have {what:reason} {value}, of {others} others {others-with}. By chance as much would be shared with p = {p} (Fisher&apos;s exact test, corrected for all that was compared). So look at what belongs to it first.</source>
        <translation>Von {of} betroffenen Telefonen haben {with} {what:reason} {value}, von {others} anderen {others-with}. Zufällig wäre so viel gemeinsam mit p = {p} (exakter Test nach Fisher, korrigiert um alles, was verglichen wurde). Daher zuerst prüfen, was dazugehört.</translation>
    </message>
    <message>
        <source>Phones with {what:reason} {value} that were watched at the same time and did not suffer.</source>
        <translation>Telefone mit {what:reason} {value}, die zur selben Zeit beobachtet wurden und nicht betroffen waren.</translation>
    </message>
    <message>
        <source>Look for what phones with {what:reason} {value} have in common: switch, relay, server, node, load.</source>
        <translation>Suchen, was Telefone mit {what:reason} {value} gemeinsam haben: Switch, Relay, Server, Knoten, Load.</translation>
    </message>
    <message>
        <source>Do all phones fail to register?</source>
        <translation>Kann sich kein Telefon registrieren?</translation>
    </message>
    <message>
        <source>All phones fail to register ({suffering} of {of})</source>
        <translation>Kein Telefon kann sich registrieren ({suffering} von {of})</translation>
    </message>
    <message>
        <source>Counted over the phones that were seen to get no address or no configuration, or to be refused again and again.</source>
        <translation>Gezählt über die Telefone, die erkennbar keine Adresse oder keine Konfiguration bekommen oder immer wieder abgelehnt werden.</translation>
    </message>
    <message>
        <source>Phones outside of this evidence that are registered.</source>
        <translation>Telefone außerhalb dieser Aufzeichnungen, die registriert sind.</translation>
    </message>
    <message>
        <source>Look at what all phones have in common: DHCP server, TFTP server, CUCM, links.</source>
        <translation>Prüfen, was alle Telefone gemeinsam haben: DHCP-Server, TFTP-Server, CUCM, Strecken.</translation>
    </message>
    <message>
        <source>Phones that try to register and fail: {suffering} of {of}.</source>
        <translation>Telefone, deren Registrierungsversuche scheitern: {suffering} von {of}.</translation>
    </message>
    <message>
        <source>The TFTP server does not have the phones&apos; configuration (times: {count}, phones: {phones})</source>
        <translation>Der TFTP-Server hat die Konfiguration der Telefone nicht (Anzahl: {count}, Telefone: {phones})</translation>
    </message>
    <message>
        <source>{device} asked {server} for its configuration and was told that there is no such file, nor a default one, again and again. (That CTL or ITL files are missing would be normal.)</source>
        <translation>{device} fragte {server} nach seiner Konfiguration und erhielt immer wieder die Antwort, dass es keine solche Datei gibt, auch keine Standarddatei. (Dass CTL- oder ITL-Dateien fehlen, wäre normal.)</translation>
    </message>
    <message>
        <source>The same file given to the phone at another time by the same server.</source>
        <translation>Dieselbe Datei, dem Telefon zu einer anderen Zeit vom selben Server geliefert.</translation>
    </message>
    <message>
        <source>In CUCM, Device &gt; Phone: does {device} exist, with exactly this MAC address? On the TFTP node: `file list tftp {device}*`, `utils service list` (Cisco Tftp), then `utils service restart Cisco Tftp`. Does option 150 lead to this cluster?</source>
        <translation>In CUCM, Device &gt; Phone: Gibt es {device}, mit genau dieser MAC-Adresse? Auf dem TFTP-Knoten: `file list tftp {device}*`, `utils service list` (Cisco Tftp), dann `utils service restart Cisco Tftp`. Führt Option 150 zu diesem Cluster?</translation>
    </message>
    <message>
        <source>Requests to the TFTP server stay unanswered (times: {count}, phones: {phones})</source>
        <translation>Anfragen an den TFTP-Server bleiben ohne Antwort (Anzahl: {count}, Telefone: {phones})</translation>
    </message>
    <message>
        <source>{device} asks {server} for its configuration, repeats it and gets nothing, and begins again. Its address is in order.</source>
        <translation>{device} fragt {server} nach seiner Konfiguration, wiederholt die Anfrage, bekommt nichts und beginnt von vorn. Seine Adresse ist in Ordnung.</translation>
    </message>
    <message>
        <source>A capture at the phone in which the file arrives.</source>
        <translation>Ein Mitschnitt am Telefon, in dem die Datei ankommt.</translation>
    </message>
    <message>
        <source>On {server}: `utils service list` (Cisco Tftp started?). Then capture there while {device} starts: `utils network capture eth0 file tftp count 10000 size all host ip &lt;address of the phone&gt;`. If answers leave, something between drops them; if no request arrives, look at routes and access lists.</source>
        <translation>Auf {server}: `utils service list` (Cisco Tftp gestartet?). Dann dort mitschneiden, während {device} startet: `utils network capture eth0 file tftp count 10000 size all host ip &lt;Adresse des Telefons&gt;`. Gehen Antworten hinaus, verwirft sie etwas dazwischen; kommt keine Anfrage an, Routen und Access-Listen prüfen.</translation>
    </message>
    <message>
        <source>Phones are told by {server} that their configuration does not exist (times: {count}, phones: {phones})</source>
        <translation>{server} teilt Telefonen mit, dass es ihre Konfiguration nicht gibt (Anzahl: {count}, Telefone: {phones})</translation>
    </message>
    <message>
        <source>{device} asked for its configuration and was told that there is no such file. Whether it asked the right server is not known here.</source>
        <translation>{device} fragte nach seiner Konfiguration und erhielt die Antwort, dass es keine solche Datei gibt. Ob es den richtigen Server fragte, ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>The TFTP server that the phone shows is not one of this cluster: then look who gave it.</source>
        <translation>Der TFTP-Server, den das Telefon zeigt, ist keiner dieses Clusters: dann prüfen, wer ihn vorgab.</translation>
    </message>
    <message>
        <source>On the phone: Settings &gt; Network Configuration &gt; TFTP Server 1. Compare it with the TFTP nodes of the cluster, then see whether they have its file: `file list tftp {device}*`.</source>
        <translation>Am Telefon: Settings &gt; Network Configuration &gt; TFTP Server 1. Mit den TFTP-Knoten des Clusters vergleichen, dann prüfen, ob sie seine Datei haben: `file list tftp {device}*`.</translation>
    </message>
    <message>
        <source>Phones get no answer from {server} when they ask for their configuration (times: {count}, phones: {phones})</source>
        <translation>Telefone bekommen keine Antwort von {server}, wenn sie nach ihrer Konfiguration fragen (Anzahl: {count}, Telefone: {phones})</translation>
    </message>
    <message>
        <source>{device} asked for its configuration again and again and got nothing. Whether it asked the right server is not known here.</source>
        <translation>{device} fragte immer wieder nach seiner Konfiguration und bekam nichts. Ob es den richtigen Server fragte, ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>On the phone: Settings &gt; Network Configuration &gt; TFTP Server 1. Compare it with the TFTP nodes of the cluster, then capture there while {device} starts: `utils network capture eth0 file tftp count 10000 size all`.</source>
        <translation>Am Telefon: Settings &gt; Network Configuration &gt; TFTP Server 1. Mit den TFTP-Knoten des Clusters vergleichen, dann dort mitschneiden, während {device} startet: `utils network capture eth0 file tftp count 10000 size all`.</translation>
    </message>
    <message>
        <source>Answers of the TFTP server do not arrive at the phones (answers: {count}, phones: {phones})</source>
        <translation>Antworten des TFTP-Servers kommen bei den Telefonen nicht an (Antworten: {count}, Telefone: {phones})</translation>
    </message>
    <message>
        <source>{server} answers {device} and the phone asks for the same file again, several times in a row: it got none of the answers. TFTP answers come from another port than 69, which firewalls and access lists often forget.</source>
        <translation>{server} antwortet {device}, und das Telefon fragt mehrmals hintereinander nach derselben Datei: Es bekam keine der Antworten. TFTP-Antworten kommen von einem anderen Port als 69, was Firewalls und Access-Listen oft nicht berücksichtigen.</translation>
    </message>
    <message>
        <source>The same answers in a capture at the phone&apos;s port.</source>
        <translation>Dieselben Antworten in einem Mitschnitt am Port des Telefons.</translation>
    </message>
    <message>
        <source>Look for access lists and firewalls between {server} and the phones (`show ip access-lists`, counters of deny). Allow UDP from {server}, all ports above 1023, to the phones, or switch TFTP inspection on (`inspect tftp`).</source>
        <translation>Access-Listen und Firewalls zwischen {server} und den Telefonen suchen (`show ip access-lists`, Zähler bei deny). UDP von {server}, alle Ports über 1023, zu den Telefonen erlauben oder TFTP-Inspection einschalten (`inspect tftp`).</translation>
    </message>
    <message>
        <source>The TFTP service is at its limit (requests turned away: {count})</source>
        <translation>Der TFTP-Dienst ist an seiner Grenze (abgewiesene Anfragen: {count})</translation>
    </message>
    <message>
        <source>The service serves as many files at once as it is allowed to and turns further requests away. Phones try again and start late, or not at all while all start together.</source>
        <translation>Der Dienst liefert so viele Dateien gleichzeitig aus, wie er darf, und weist weitere Anfragen ab. Telefone versuchen es erneut und starten spät oder, solange alle gleichzeitig starten, gar nicht.</translation>
    </message>
    <message>
        <source>A time with as many phones starting and no such line.</source>
        <translation>Eine Zeit mit ebenso vielen Starts von Telefonen ohne solche Zeile.</translation>
    </message>
    <message>
        <source>In CUCM: System &gt; Service Parameters &gt; Cisco Tftp &gt; Maximum Serving Count (1500 with one processor, 3000 with two), and start phones in groups.</source>
        <translation>In CUCM: System &gt; Service Parameters &gt; Cisco Tftp &gt; Maximum Serving Count (1500 bei einem Prozessor, 3000 bei zwei), und Telefone in Gruppen starten.</translation>
    </message>
    <message>
        <source>CUCM refuses to register phones: {why} (refusals: {count}, phones: {phones})</source>
        <translation>CUCM lehnt die Registrierung von Telefonen ab: {why} (Ablehnungen: {count}, Telefone: {phones})</translation>
    </message>
    <message>
        <source>{device} reaches CUCM, asks to register and is refused each time it tries. So its address, its configuration and the network are in order.</source>
        <translation>{device} erreicht CUCM, bittet um Registrierung und wird bei jedem Versuch abgelehnt. Also sind seine Adresse, seine Konfiguration und das Netz in Ordnung.</translation>
    </message>
    <message>
        <source>A registration of the same phone that is accepted, before anything was changed in CUCM.</source>
        <translation>Eine Registrierung desselben Telefons, die angenommen wird, bevor in CUCM etwas geändert wurde.</translation>
    </message>
    <message>
        <source>In CUCM, Device &gt; Phone, find {device}: MAC address, model, protocol, directory numbers, device security profile (digest). If it is missing, add it or allow auto-registration (System &gt; Cisco Unified CM). Then `utils dbreplication runtimestate`.</source>
        <translation>In CUCM unter Device &gt; Phone {device} suchen: MAC-Adresse, Modell, Protokoll, Rufnummern, Device Security Profile (Digest). Fehlt es, hinzufügen oder die automatische Registrierung erlauben (System &gt; Cisco Unified CM). Dann `utils dbreplication runtimestate`.</translation>
    </message>
    <message>
        <source>A certificate or a signed file is refused: {why} (times: {count}, phones: {phones})</source>
        <translation>Ein Zertifikat oder eine signierte Datei wird abgelehnt: {why} (Anzahl: {count}, Telefone: {phones})</translation>
    </message>
    <message>
        <source>{device} does not get registered since the two sides do not trust each other.</source>
        <translation>{device} wird nicht registriert, weil die beiden Seiten einander nicht vertrauen.</translation>
    </message>
    <message>
        <source>A registration of the same phone over TLS that is accepted.</source>
        <translation>Eine Registrierung desselben Telefons über TLS, die angenommen wird.</translation>
    </message>
    <message>
        <source>On the phone: Settings &gt; Security &gt; Trust List, erase the ITL and CTL files and restart it. In CUCM: OS Administration &gt; Security &gt; Certificate Management, and the phone&apos;s device security profile against its certificate (CAPF).</source>
        <translation>Am Telefon: Settings &gt; Security &gt; Trust List, die ITL- und CTL-Dateien löschen und das Telefon neu starten. In CUCM: OS Administration &gt; Security &gt; Certificate Management, und das Device Security Profile des Telefons mit seinem Zertifikat (CAPF) abgleichen.</translation>
    </message>
    <message>
        <source>Phones that do not register have addresses of another network, as {address} (phones: {phones})</source>
        <translation>Telefone, die sich nicht registrieren, haben Adressen eines anderen Netzes, etwa {address} (Telefone: {phones})</translation>
    </message>
    <message>
        <source>{device} took {address}. The phones that are registered have addresses as {instead}. Either a server gave it that is not meant to, or the phone&apos;s port is in another VLAN.</source>
        <translation>{device} hat {address} angenommen. Die registrierten Telefone haben Adressen wie {instead}. Entweder hat ein Server sie vergeben, der das nicht soll, oder der Port des Telefons ist in einem anderen VLAN.</translation>
    </message>
    <message>
        <source>Other phones that are registered with addresses of that network.</source>
        <translation>Andere Telefone, die mit Adressen dieses Netzes registriert sind.</translation>
    </message>
    <message>
        <source>On the switch: `show interfaces &lt;port&gt; switchport` (Voice VLAN). On the phone: Settings &gt; Network Configuration, DHCP Server and Operational VLAN.</source>
        <translation>Auf dem Switch: `show interfaces &lt;port&gt; switchport` (Voice VLAN). Am Telefon: Settings &gt; Network Configuration, DHCP Server und Operational VLAN.</translation>
    </message>
    <message>
        <source>Phones that do not register are in VLAN {address} instead of {instead} (phones: {phones})</source>
        <translation>Telefone, die sich nicht registrieren, sind in VLAN {address} statt {instead} (Telefone: {phones})</translation>
    </message>
    <message>
        <source>{device} sends with the tag of VLAN {address}. The description of the site has it in VLAN {instead}.</source>
        <translation>{device} sendet mit dem Tag von VLAN {address}. Laut Standortbeschreibung gehört es in VLAN {instead}.</translation>
    </message>
    <message>
        <source>A description of the site that is out of date.</source>
        <translation>Eine veraltete Standortbeschreibung.</translation>
    </message>
    <message>
        <source>On the switch: `show interfaces &lt;port&gt; switchport` and `show cdp neighbors &lt;port&gt; detail`; set `switchport voice vlan {instead}`.</source>
        <translation>Auf dem Switch: `show interfaces &lt;port&gt; switchport` und `show cdp neighbors &lt;port&gt; detail`; `switchport voice vlan {instead}` setzen.</translation>
    </message>
    <message>
        <source>The phones that do not register are in the VLAN in which they should be.</source>
        <translation>Die Telefone, die sich nicht registrieren, sind im vorgesehenen VLAN.</translation>
    </message>
    <message>
        <source>NTP source does not answer: {server}</source>
        <translation>NTP-Quelle antwortet nicht: {server}</translation>
    </message>
    <message>
        <source>{node} polls {server} and nothing comes back, many times in a row (sources that do not answer: {count} of {of}). What the node follows meanwhile, if anybody, is only a consequence.</source>
        <translation>{node} fragt {server} ab, und nichts kommt zurück, viele Male hintereinander (Quellen ohne Antwort: {count} von {of}). Wem der Knoten inzwischen folgt, falls überhaupt jemandem, ist nur eine Folge davon.</translation>
    </message>
    <message>
        <source>An answer of {server} in a capture on the node.</source>
        <translation>Eine Antwort von {server} in einem Mitschnitt auf dem Knoten.</translation>
    </message>
    <message>
        <source>Allow UDP port 123 between {node} and {server}, both ways; check that the NTP service runs on {server} and that the address is right. Then `utils network capture port 123` on the node.</source>
        <translation>UDP-Port 123 zwischen {node} und {server} in beiden Richtungen erlauben; prüfen, ob der NTP-Dienst auf {server} läuft und die Adresse stimmt. Dann `utils network capture port 123` auf dem Knoten.</translation>
    </message>
    <message>
        <source>Every NTP source that was seen answers.</source>
        <translation>Jede beobachtete NTP-Quelle antwortet.</translation>
    </message>
    <message>
        <source>NTP source answers and has no time itself: {server}</source>
        <translation>NTP-Quelle antwortet und hat selbst keine Zeit: {server}</translation>
    </message>
    <message>
        <source>{server} answers {node} and says that its own clock is not synchronised, with reference {refid}. No client takes the time from it.</source>
        <translation>{server} antwortet {node} und meldet, dass die eigene Uhr nicht synchronisiert ist, mit Referenz {refid}. Kein Client übernimmt die Zeit von dort.</translation>
    </message>
    <message>
        <source>A later answer of {server} with a stratum from 1 to 15.</source>
        <translation>Eine spätere Antwort von {server} mit einem Stratum von 1 bis 15.</translation>
    </message>
    <message>
        <source>On {server}: Cisco router `show ntp status`, Linux `ntpq -p`. Give it a working source and wait until it is synchronised.</source>
        <translation>Auf {server}: Cisco-Router `show ntp status`, Linux `ntpq -p`. Eine funktionierende Quelle einrichten und warten, bis er synchronisiert ist.</translation>
    </message>
    <message>
        <source>No source says that it is not synchronised.</source>
        <translation>Keine Quelle meldet sich als nicht synchronisiert.</translation>
    </message>
    <message>
        <source>NTP server refuses the node: {refid} from {server}</source>
        <translation>NTP-Server lehnt den Knoten ab: {refid} von {server}</translation>
    </message>
    <message>
        <source>{server} answers {node} with a kiss of death, {refid}: DENY and RSTR mean that it does not serve this client, RATE that it is asked too often.</source>
        <translation>{server} antwortet {node} mit einem Kiss-of-Death, {refid}: DENY und RSTR bedeuten, dass er diesen Client nicht bedient, RATE, dass er zu oft gefragt wird.</translation>
    </message>
    <message>
        <source>Usable answers of {server} to the same node.</source>
        <translation>Brauchbare Antworten von {server} an denselben Knoten.</translation>
    </message>
    <message>
        <source>On {server}, allow {node}: Linux, the restrict lines of ntp.conf; Cisco router, `ntp access-group`. Or choose another source with `utils ntp server add`.</source>
        <translation>Auf {server} den Knoten {node} zulassen: Linux, die restrict-Zeilen in ntp.conf; Cisco-Router, `ntp access-group`. Oder mit `utils ntp server add` eine andere Quelle wählen.</translation>
    </message>
    <message>
        <source>No server sends the node away.</source>
        <translation>Kein Server weist den Knoten ab.</translation>
    </message>
    <message>
        <source>Stratum {stratum} is too high: {server}</source>
        <translation>Stratum {stratum} ist zu hoch: {server}</translation>
    </message>
    <message>
        <source>{server} answers with stratum {stratum}. The own clock of CUCM counts as stratum 10, and {node} takes nobody who is not better than that.</source>
        <translation>{server} antwortet mit Stratum {stratum}. Die eigene Uhr von CUCM zählt als Stratum 10, und {node} akzeptiert keine Quelle, die nicht besser ist.</translation>
    </message>
    <message>
        <source>{node} following {server} all the same.</source>
        <translation>{node} folgt {server} trotzdem.</translation>
    </message>
    <message>
        <source>Give {server} a better source, or the publisher another one: stratum 1 to 3 is recommended, 4 is the limit.</source>
        <translation>{server} eine bessere Quelle geben oder dem Publisher eine andere: Stratum 1 bis 3 wird empfohlen, 4 ist die Grenze.</translation>
    </message>
    <message>
        <source>No source has a stratum of 10 or more.</source>
        <translation>Keine Quelle hat ein Stratum von 10 oder mehr.</translation>
    </message>
    <message>
        <source>One NTP source tells another time: {server}</source>
        <translation>Eine NTP-Quelle nennt eine andere Zeit: {server}</translation>
    </message>
    <message>
        <source>Of the sources of {node}, {server} is {offset-ms} ms away and the others agree with each other. It is not believed; with one source less, nobody could tell who is wrong.</source>
        <translation>Von den Quellen von {node} weicht {server} um {offset-ms} ms ab, und die anderen stimmen überein. Ihr wird nicht geglaubt; mit einer Quelle weniger könnte niemand sagen, wer falsch liegt.</translation>
    </message>
    <message>
        <source>The other sources being those that are wrong: compare with a clock that is known to be right.</source>
        <translation>Die anderen Quellen liegen falsch: mit einer Uhr vergleichen, die nachweislich stimmt.</translation>
    </message>
    <message>
        <source>Take it off on the publisher: `utils ntp server delete {server}`, or repair the clock of {server}.</source>
        <translation>Auf dem Publisher entfernen: `utils ntp server delete {server}`, oder die Uhr von {server} in Ordnung bringen.</translation>
    </message>
    <message>
        <source>All sources that were seen agree.</source>
        <translation>Alle beobachteten Quellen stimmen überein.</translation>
    </message>
    <message>
        <source>No answer seen from {server}</source>
        <translation>Keine Antwort von {server} zu sehen</translation>
    </message>
    <message>
        <source>{node} asks {server} and no answer has come. It was watched for too short a time to be sure, or nobody knows what {server} is.</source>
        <translation>{node} fragt {server}, und es kam keine Antwort. Die Beobachtung war zu kurz, um sicher zu sein, oder niemand weiß, was {server} ist.</translation>
    </message>
    <message>
        <source>An answer in a capture, or a reach that is not 0 in a later `utils ntp status`.</source>
        <translation>Eine Antwort in einem Mitschnitt oder ein Reach ungleich 0 in einem späteren `utils ntp status`.</translation>
    </message>
    <message>
        <source>On the node: `utils network capture eth0 file ntp count 1000 size all port 123` for half an hour, and the status of the publisher, `utils ntp status`.</source>
        <translation>Auf dem Knoten: eine halbe Stunde lang `utils network capture eth0 file ntp count 1000 size all port 123`, dazu den Status des Publishers, `utils ntp status`.</translation>
    </message>
    <message>
        <source>{server} answers and has no time itself</source>
        <translation>{server} antwortet und hat selbst keine Zeit</translation>
    </message>
    <message>
        <source>{server} answers {node} with a time that nobody may use. What kind of server it is, or for how long, is open: a Windows server with the settings of Windows Time, the publisher of the cluster, or a source that lost its own.</source>
        <translation>{server} antwortet {node} mit einer Zeit, die niemand verwenden darf. Welche Art von Server es ist oder wie lange schon, ist offen: ein Windows-Server mit den Einstellungen von Windows Time, der Publisher des Clusters oder eine Quelle, die ihre eigene verloren hat.</translation>
    </message>
    <message>
        <source>A later status in which the node follows {server}.</source>
        <translation>Ein späterer Status, in dem der Knoten {server} folgt.</translation>
    </message>
    <message>
        <source>On {server}, look what it takes its time from: Windows `w32tm /query /status`, Cisco router `show ntp status`, Linux `ntpq -p`.</source>
        <translation>Auf {server} prüfen, woher er seine Zeit bezieht: Windows `w32tm /query /status`, Cisco-Router `show ntp status`, Linux `ntpq -p`.</translation>
    </message>
    <message>
        <source>{server} answers and is not followed</source>
        <translation>{server} antwortet, der Knoten folgt ihm nicht</translation>
    </message>
    <message>
        <source>The stratum of {server} is good and its answers arrive, and {node} does not take it. That is so when its root distance is above 1500 ms (seen: {distance-ms} ms), as with a Windows server that says 10 s.</source>
        <translation>Das Stratum von {server} ist gut und die Antworten kommen an, doch {node} übernimmt ihn nicht. So ist es, wenn seine Root Distance über 1500 ms liegt (gesehen: {distance-ms} ms), etwa bei einem Windows-Server, der 10 s angibt.</translation>
    </message>
    <message>
        <source>In a capture on the node look at the root dispersion that {server} sends. If it is a Windows server: LocalClockDispersion must be 0.</source>
        <translation>In einem Mitschnitt auf dem Knoten die Root Dispersion prüfen, die {server} sendet. Bei einem Windows-Server muss LocalClockDispersion 0 sein.</translation>
    </message>
    <message>
        <source>Own clock is followed: {node}</source>
        <translation>Folgt der eigenen Uhr: {node}</translation>
    </message>
    <message>
        <source>The node takes the time from its own clock driver (127.127.1.x, stratum 10). It is synchronised to nobody.</source>
        <translation>Der Knoten bezieht die Zeit von seinem eigenen Uhrentreiber (127.127.1.x, Stratum 10). Er ist mit niemandem synchronisiert.</translation>
    </message>
    <message>
        <source>A later status in which another source has the star.</source>
        <translation>Ein späterer Status, in dem eine andere Quelle den Stern hat.</translation>
    </message>
    <message>
        <source>On the node: `utils ntp status`; look at the other sources of the table.</source>
        <translation>Auf dem Knoten: `utils ntp status`; die anderen Quellen der Tabelle prüfen.</translation>
    </message>
    <message>
        <source>The publisher follows a server and not its own clock.</source>
        <translation>Der Publisher folgt einem Server und nicht der eigenen Uhr.</translation>
    </message>
    <message>
        <source>Clock is {away} s away from its NTP source</source>
        <translation>Uhr weicht {away} s von ihrer NTP-Quelle ab</translation>
    </message>
    <message>
        <source>The source of {node} is {offset} s ahead (negative: behind). ntpd slews by at most 500 ppm: time needed: {expected}. Above 1000 s it gives up and stops.</source>
        <translation>Die Quelle von {node} geht {offset} s vor (negativ: nach). ntpd gleicht mit höchstens 500 ppm an: benötigte Zeit: {expected}. Über 1000 s gibt er auf und beendet sich.</translation>
    </message>
    <message>
        <source>Another source that is near the clock of the node: then this source is wrong.</source>
        <translation>Eine andere Quelle, die nahe an der Uhr des Knotens liegt: Dann ist diese Quelle falsch.</translation>
    </message>
    <message>
        <source>Take the source off (`utils ntp server delete`), set the clock of the publisher as right as possible, then add the source again.</source>
        <translation>Die Quelle entfernen (`utils ntp server delete`), die Uhr des Publishers so genau wie möglich stellen, dann die Quelle wieder hinzufügen.</translation>
    </message>
    <message>
        <source>The clock is near its source.</source>
        <translation>Die Uhr liegt nahe an ihrer Quelle.</translation>
    </message>
    <message>
        <source>ntpd does not run</source>
        <translation>ntpd läuft nicht</translation>
    </message>
    <message>
        <source>On {node} the time service does not run, or it stopped asking while it was watched. ntpd stops by itself when its clock is more than 1000 s off.</source>
        <translation>Auf {node} läuft der Zeitdienst nicht, oder er hörte während der Beobachtung auf zu fragen. ntpd beendet sich selbst, wenn seine Uhr um mehr als 1000 s abweicht.</translation>
    </message>
    <message>
        <source>A later status with &quot;ntpd is running&quot;.</source>
        <translation>Ein späterer Status mit „ntpd is running“.</translation>
    </message>
    <message>
        <source>On the node: `utils ntp status`, and the last lines of the log of ntpd (`file view activelog syslog/messages`). Set the clock right, then `utils ntp restart`.</source>
        <translation>Auf dem Knoten: `utils ntp status` und die letzten Zeilen des Logs von ntpd (`file view activelog syslog/messages`). Die Uhr richtig stellen, dann `utils ntp restart`.</translation>
    </message>
    <message>
        <source>NTP is settling on {node}: be patient</source>
        <translation>NTP schwingt sich auf {node} ein: bitte Geduld</translation>
    </message>
    <message>
        <source>ntpd has good sources and started a short while ago: it works as designed. Its clock is {offset-ms} ms away from the nearest source. Expected time until it is corrected: {expected}.</source>
        <translation>ntpd hat gute Quellen und wurde vor kurzem gestartet: Er arbeitet wie vorgesehen. Seine Uhr weicht {offset-ms} ms von der nächstliegenden Quelle ab. Voraussichtliche Zeit bis zur Korrektur: {expected}.</translation>
    </message>
    <message>
        <source>The same picture half an hour later.</source>
        <translation>Dasselbe Bild eine halbe Stunde später.</translation>
    </message>
    <message>
        <source>Look again with `utils ntp status` after 15 minutes. Do not restart NTP meanwhile.</source>
        <translation>Nach 15 Minuten erneut mit `utils ntp status` prüfen. NTP in der Zwischenzeit nicht neu starten.</translation>
    </message>
    <message>
        <source>Its table shows the own clock as the source that is followed, and no fault of another source that would explain it (other sources shown: {sources}).</source>
        <translation>Die Tabelle zeigt, dass er der eigenen Uhr folgt, und keinen Fehler einer anderen Quelle, der das erklären würde (andere angezeigte Quellen: {sources}).</translation>
    </message>
    <message>
        <source>A source in `utils ntp server list` that does not answer.</source>
        <translation>Eine Quelle in `utils ntp server list`, die nicht antwortet.</translation>
    </message>
    <message>
        <source>On the publisher: `utils ntp server list`. Set the clock right, then `utils ntp server add &lt;address&gt;` with a source of stratum 1 to 3.</source>
        <translation>Auf dem Publisher: `utils ntp server list`. Die Uhr richtig stellen, dann `utils ntp server add &lt;address&gt;` mit einer Quelle von Stratum 1 bis 3.</translation>
    </message>
    <message>
        <source>Subscribers wait for the publisher {publisher}</source>
        <translation>Subscriber warten auf den Publisher {publisher}</translation>
    </message>
    <message>
        <source>{node} asks {publisher} and gets answers, longer than NTP needs to settle, and {publisher} says that it is not synchronised. A subscriber cannot be better than its publisher.</source>
        <translation>{node} fragt {publisher} und bekommt Antworten, länger als NTP zum Einschwingen braucht, und {publisher} meldet, nicht synchronisiert zu sein. Ein Subscriber kann nicht besser sein als sein Publisher.</translation>
    </message>
    <message>
        <source>A status of the publisher that shows it synchronised.</source>
        <translation>Ein Status des Publishers, der ihn synchronisiert zeigt.</translation>
    </message>
    <message>
        <source>On the publisher: `utils ntp status`. Get it in sync first; the subscribers follow by themselves.</source>
        <translation>Auf dem Publisher: `utils ntp status`. Ihn zuerst synchronisieren; die Subscriber folgen von selbst.</translation>
    </message>
    <message>
        <source>The publisher {publisher} has no time for its subscribers</source>
        <translation>Der Publisher {publisher} hat keine Zeit für seine Subscriber</translation>
    </message>
    <message>
        <source>{node} asks {publisher}, which answers that it is not synchronised. Why it is not is not shown here.</source>
        <translation>{node} fragt {publisher}, der antwortet, nicht synchronisiert zu sein. Warum er es nicht ist, ist hier nicht zu sehen.</translation>
    </message>
    <message>
        <source>On the publisher: `utils ntp status`.</source>
        <translation>Auf dem Publisher: `utils ntp status`.</translation>
    </message>
    <message>
        <source>The publisher is synchronised</source>
        <translation>Der Publisher ist synchronisiert</translation>
    </message>
    <message>
        <source>{publisher} follows a server that is in order.</source>
        <translation>{publisher} folgt einem Server, der in Ordnung ist.</translation>
    </message>
    <message>
        <source>A later status of the publisher without a star.</source>
        <translation>Ein späterer Status des Publishers ohne Stern.</translation>
    </message>
    <message>
        <source>The publisher is not synchronised to a source that is in order.</source>
        <translation>Der Publisher ist mit keiner Quelle synchronisiert, die in Ordnung ist.</translation>
    </message>
    <message>
        <source>Does a subscriber ask anybody but the publisher?</source>
        <translation>Fragt ein Subscriber jemand anderen als den Publisher?</translation>
    </message>
    <message>
        <source>Subscriber {node} asks {server} for the time</source>
        <translation>Subscriber {node} fragt {server} nach der Zeit</translation>
    </message>
    <message>
        <source>NTP is configured on the publisher only; subscribers take the time from there. A subscriber with a source of its own can drift from the cluster.</source>
        <translation>NTP wird nur auf dem Publisher konfiguriert; Subscriber beziehen die Zeit von dort. Ein Subscriber mit eigener Quelle kann vom Cluster abdriften.</translation>
    </message>
    <message>
        <source>{node} being the publisher.</source>
        <translation>{node} ist der Publisher.</translation>
    </message>
    <message>
        <source>On {node}: `utils ntp server list`. Take the source off there and leave it on the publisher.</source>
        <translation>Auf {node}: `utils ntp server list`. Die Quelle dort entfernen und auf dem Publisher belassen.</translation>
    </message>
    <message>
        <source>Subscribers ask the publisher and nobody else.</source>
        <translation>Subscriber fragen den Publisher und niemanden sonst.</translation>
    </message>
    <message>
        <source>Does the publisher ask another node of the cluster?</source>
        <translation>Fragt der Publisher einen anderen Knoten des Clusters?</translation>
    </message>
    <message>
        <source>The publisher {node} asks {server} for the time, a node of its own cluster</source>
        <translation>Der Publisher {node} fragt {server} nach der Zeit, einen Knoten des eigenen Clusters</translation>
    </message>
    <message>
        <source>The nodes take their time from the publisher. A publisher that takes its time from one of them follows itself: the cluster drifts as a whole.</source>
        <translation>Die Knoten nehmen ihre Zeit vom Publisher. Ein Publisher, der seine Zeit von einem von ihnen nimmt, folgt sich selbst: Der Cluster driftet als Ganzes.</translation>
    </message>
    <message>
        <source>{server} being no node of this cluster.</source>
        <translation>Dass {server} kein Knoten dieses Clusters ist.</translation>
    </message>
    <message>
        <source>On {node}: `utils ntp server list`; take {server} off and add a source from outside of stratum 1 to 3.</source>
        <translation>Auf {node}: `utils ntp server list`; {server} entfernen und eine Quelle von außerhalb mit Stratum 1 bis 3 hinzufügen.</translation>
    </message>
    <message>
        <source>The publisher asks nobody of its own cluster.</source>
        <translation>Der Publisher fragt niemanden aus dem eigenen Cluster.</translation>
    </message>
    <message>
        <source>Settings of Windows Time are wrong: {settings}</source>
        <translation>Einstellungen von Windows Time sind falsch: {settings}</translation>
    </message>
    <message>
        <source>CUCM needs a Windows server with NtpServer Enabled 1, Type NTP, AnnounceFlags 5 and LocalClockDispersion 0. The export shows: {settings}. With these the server does not answer, or with a time that nobody takes. Cisco does not support Windows Time as source for CUCM.</source>
        <translation>CUCM braucht einen Windows-Server mit NtpServer Enabled 1, Type NTP, AnnounceFlags 5 und LocalClockDispersion 0. Der Export zeigt: {settings}. Damit antwortet der Server nicht oder mit einer Zeit, die niemand annimmt. Cisco unterstützt Windows Time als Quelle für CUCM nicht.</translation>
    </message>
    <message>
        <source>A node that follows this server with the same settings.</source>
        <translation>Ein Knoten, der diesem Server bei gleichen Einstellungen folgt.</translation>
    </message>
    <message>
        <source>On the server change the values below HKLM\SYSTEM\CurrentControlSet\Services\W32Time, then `net stop w32time` and `net start w32time`; or give CUCM a router or a Linux server as source.</source>
        <translation>Auf dem Server die Werte unter HKLM\SYSTEM\CurrentControlSet\Services\W32Time ändern, dann `net stop w32time` und `net start w32time`; oder CUCM einen Router oder Linux-Server als Quelle geben.</translation>
    </message>
    <message>
        <source>The settings of Windows Time are those that CUCM needs.</source>
        <translation>Die Einstellungen von Windows Time sind die, die CUCM braucht.</translation>
    </message>
    <message>
        <source>Settings of Windows Time are not those that CUCM needs: {settings}</source>
        <translation>Einstellungen von Windows Time sind nicht die, die CUCM braucht: {settings}</translation>
    </message>
    <message>
        <source>CUCM needs a Windows server with NtpServer Enabled 1, Type NTP, AnnounceFlags 5 and LocalClockDispersion 0. Whether CUCM asks this server, and what it gets, is not shown here.</source>
        <translation>CUCM braucht einen Windows-Server mit NtpServer Enabled 1, Type NTP, AnnounceFlags 5 und LocalClockDispersion 0. Ob CUCM diesen Server fragt und was es bekommt, ist hier nicht zu sehen.</translation>
    </message>
    <message>
        <source>On the publisher: `utils ntp status`, and see whether this server is its source and what it says.</source>
        <translation>Auf dem Publisher: `utils ntp status`, und prüfen, ob dieser Server seine Quelle ist und was er sagt.</translation>
    </message>
    <message>
        <source>Is a source a Windows server?</source>
        <translation>Ist eine Quelle ein Windows-Server?</translation>
    </message>
    <message>
        <source>NTP source {server} is a Windows server</source>
        <translation>NTP-Quelle {server} ist ein Windows-Server</translation>
    </message>
    <message>
        <source>The description of the site says so, or its packets do (precision of 1/64 s). Cisco does not support Windows Time as source for CUCM.</source>
        <translation>Das sagt die Standortbeschreibung, oder seine Pakete zeigen es (Precision 1/64 s). Cisco unterstützt Windows Time als Quelle für CUCM nicht.</translation>
    </message>
    <message>
        <source>Another operating system on {server}.</source>
        <translation>Ein anderes Betriebssystem auf {server}.</translation>
    </message>
    <message>
        <source>On {server}: `reg export HKLM\SYSTEM\CurrentControlSet\Services\W32Time w32time.reg`, and compare with what CUCM needs; better take a router or a Linux server.</source>
        <translation>Auf {server}: `reg export HKLM\SYSTEM\CurrentControlSet\Services\W32Time w32time.reg`, und mit dem vergleichen, was CUCM braucht; besser einen Router oder Linux-Server nehmen.</translation>
    </message>
    <message>
        <source>No NTP source is a Windows server.</source>
        <translation>Keine NTP-Quelle ist ein Windows-Server.</translation>
    </message>
    <message>
        <source>Are there nodes without the right time?</source>
        <translation>Gibt es Knoten ohne richtige Uhrzeit?</translation>
    </message>
    <message>
        <source>Nodes with trouble with their time: {suffering} of {of}</source>
        <translation>Knoten mit Zeitproblemen: {suffering} von {of}</translation>
    </message>
    <message>
        <source>Counted over the nodes whose NTP is seen: those that follow nobody or themselves, or have a source that is not in order.</source>
        <translation>Gezählt über die Knoten, deren NTP zu sehen ist: die, die niemandem oder sich selbst folgen oder deren Quelle nicht in Ordnung ist.</translation>
    </message>
    <message>
        <source>A later status of these nodes.</source>
        <translation>Ein späterer Status dieser Knoten.</translation>
    </message>
    <message>
        <source>Nodes with trouble with their time: {suffering} of {of}.</source>
        <translation>Knoten mit Zeitproblemen: {suffering} von {of}.</translation>
    </message>
    <message>
        <source>Is a source of stratum 5 to 9?</source>
        <translation>Hat eine Quelle Stratum 5 bis 9?</translation>
    </message>
    <message>
        <source>NTP source {server} has stratum {stratum}</source>
        <translation>NTP-Quelle {server} hat Stratum {stratum}</translation>
    </message>
    <message>
        <source>It works. Stratum 1 to 3 is recommended for CUCM, 4 is the limit; from 10 on CUCM takes nobody.</source>
        <translation>Es funktioniert. Für CUCM wird Stratum 1 bis 3 empfohlen, 4 ist die Grenze; ab 10 nimmt CUCM niemanden.</translation>
    </message>
    <message>
        <source>Another stratum in a later answer.</source>
        <translation>Ein anderes Stratum in einer späteren Antwort.</translation>
    </message>
    <message>
        <source>Choose a source nearer to a reference clock: `utils ntp server add &lt;address&gt;` on the publisher.</source>
        <translation>Eine Quelle wählen, die näher an einer Referenzuhr ist: `utils ntp server add &lt;address&gt;` auf dem Publisher.</translation>
    </message>
    <message>
        <source>Is the root distance of a source near the limit?</source>
        <translation>Liegt die Root Distance einer Quelle nahe der Grenze?</translation>
    </message>
    <message>
        <source>NTP source {server} is near the limit: root distance {distance-ms} ms</source>
        <translation>NTP-Quelle {server} ist nahe der Grenze: Root Distance {distance-ms} ms</translation>
    </message>
    <message>
        <source>It works. Above 1500 ms ntpd does not take a source any more; a little more delay or a longer silence of its own source, and it is lost.</source>
        <translation>Es funktioniert. Über 1500 ms nimmt ntpd eine Quelle nicht mehr; etwas mehr Laufzeit oder ein längeres Schweigen ihrer eigenen Quelle, und sie ist verloren.</translation>
    </message>
    <message>
        <source>A smaller root dispersion in a later answer.</source>
        <translation>Eine kleinere Root Dispersion in einer späteren Antwort.</translation>
    </message>
    <message>
        <source>On {server}, look at its own sources; a Windows server needs LocalClockDispersion 0.</source>
        <translation>Auf {server} dessen eigene Quellen prüfen; ein Windows-Server braucht LocalClockDispersion 0.</translation>
    </message>
    <message>
        <source>Phones have zone {told}, the site {site-zone}: {difference} minutes</source>
        <translation>Telefone haben Zone {told}, der Standort {site-zone}: {difference} Minuten</translation>
    </message>
    <message>
        <source>CUCM tells phones {civil} where UTC is {system}: {civil} - {system} = zone {told}. The zone of the site is {site} = {site-zone}. Difference = {difference} minutes. Older phones (7940, 7960) take the local time as it is, newer ones UTC and the zone; both come from the date/time group.</source>
        <translation>CUCM nennt Telefonen {civil}, wenn UTC {system} ist: {civil} - {system} = Zone {told}. Die Zone des Standorts ist {site} = {site-zone}. Differenz = {difference} Minuten. Ältere Telefone (7940, 7960) übernehmen die Ortszeit unverändert, neuere UTC und die Zone; beides kommt aus der Date/Time Group.</translation>
    </message>
    <message>
        <source>Phones that belong to another site.</source>
        <translation>Telefone eines anderen Standorts.</translation>
    </message>
    <message>
        <source>In CUCM: System &gt; Date/Time Group and System &gt; Device Pool: set the zone of these phones to {site}, then reset them.</source>
        <translation>In CUCM: System &gt; Date/Time Group und System &gt; Device Pool: die Zone dieser Telefone auf {site} setzen, dann die Telefone zurücksetzen.</translation>
    </message>
    <message>
        <source>Phones are told the zone of their site: {civil} - {system} = {told}.</source>
        <translation>Telefonen wird die Zone ihres Standorts genannt: {civil} - {system} = {told}.</translation>
    </message>
    <message>
        <source>Phones have another local time than the server: {difference} minutes</source>
        <translation>Telefone haben eine andere Ortszeit als der Server: {difference} Minuten</translation>
    </message>
    <message>
        <source>The trace writes the local time of the server, and the same line tells a phone a local time that is {difference} minutes apart. That is right only where the phones are in another zone.</source>
        <translation>Der Trace schreibt die Ortszeit des Servers, und dieselbe Zeile nennt einem Telefon eine Ortszeit, die um {difference} Minuten abweicht. Das ist nur richtig, wo die Telefone in einer anderen Zone sind.</translation>
    </message>
    <message>
        <source>Phones that are in another zone than the server.</source>
        <translation>Telefone, die in einer anderen Zone sind als der Server.</translation>
    </message>
    <message>
        <source>In CUCM: System &gt; Date/Time Group, compare the zone with that of the site of the phones.</source>
        <translation>In CUCM: System &gt; Date/Time Group, die Zone mit der des Standorts der Telefone vergleichen.</translation>
    </message>
    <message>
        <source>Phones are told the local time of the server.</source>
        <translation>Telefonen wird die Ortszeit des Servers genannt.</translation>
    </message>
    <message>
        <source>Are the phones wrong by whole quarter hours?</source>
        <translation>Gehen die Telefone um ganze Viertelstunden falsch?</translation>
    </message>
    <message>
        <source>Phones are wrong by whole quarter hours: {minutes} minutes</source>
        <translation>Telefone gehen um ganze Viertelstunden falsch: {minutes} Minuten</translation>
    </message>
    <message>
        <source>Another reading, beside a clock that is right.</source>
        <translation>Eine andere Ablesung neben einer richtig gehenden Uhr.</translation>
    </message>
    <message>
        <source>Compare zone and date/time group of these phones.</source>
        <translation>Zone und Date/Time Group dieser Telefone vergleichen.</translation>
    </message>
    <message>
        <source>Phones are wrong by {minutes} minutes: no whole quarter hours, so no time zone.</source>
        <translation>Telefone gehen um {minutes} Minuten falsch: keine ganzen Viertelstunden, also keine Zeitzone.</translation>
    </message>
    <message>
        <source>Do phones show a wrong time?</source>
        <translation>Zeigen Telefone eine falsche Uhrzeit?</translation>
    </message>
    <message>
        <source>Phones that show a wrong time: {suffering} of {of}</source>
        <translation>Telefone mit falscher Uhrzeit: {suffering} von {of}</translation>
    </message>
    <message>
        <source>As somebody read it from their displays.</source>
        <translation>Wie jemand sie von ihren Displays abgelesen hat.</translation>
    </message>
    <message>
        <source>Read the display of two or three phones beside a clock that is right.</source>
        <translation>Das Display von zwei oder drei Telefonen neben einer richtig gehenden Uhr ablesen.</translation>
    </message>
    <message>
        <source>Phones that show a wrong time: {suffering} of {of}.</source>
        <translation>Telefone mit falscher Uhrzeit: {suffering} von {of}.</translation>
    </message>
    <message>
        <source>Are only older phones wrong, which show the local time of CUCM?</source>
        <translation>Gehen nur ältere Telefone falsch, die die Ortszeit von CUCM zeigen?</translation>
    </message>
    <message>
        <source>Only phones that show CUCM&apos;s local time are wrong ({wrong}; others that are right: {right})</source>
        <translation>Nur Telefone, die die Ortszeit von CUCM zeigen, gehen falsch ({wrong}; andere, die richtig gehen: {right})</translation>
    </message>
    <message>
        <source>Older phones (7940, 7960) show the local time that CUCM sends, newer ones UTC with their zone. Where only the older ones are wrong by whole hours, the zone data or the daylight saving of CUCM itself is wrong.</source>
        <translation>Ältere Telefone (7940, 7960) zeigen die Ortszeit, die CUCM sendet, neuere UTC mit ihrer Zone. Wo nur die älteren um ganze Stunden falsch gehen, sind die Zonendaten oder die Sommerzeit von CUCM selbst falsch.</translation>
    </message>
    <message>
        <source>A newer phone of the same date/time group that is wrong, too.</source>
        <translation>Ein neueres Telefon derselben Date/Time Group, das auch falsch geht.</translation>
    </message>
    <message>
        <source>On the node: `show timezone config` and `show date`. Install the time zone update (COP file) of your release, then restart the node.</source>
        <translation>Auf dem Knoten: `show timezone config` und `show date`. Das Zeitzonen-Update (COP-Datei) des eigenen Release installieren, dann den Knoten neu starten.</translation>
    </message>
    <message>
        <source>Are only newer phones wrong, which take UTC and a zone?</source>
        <translation>Gehen nur neuere Telefone falsch, die UTC und eine Zone übernehmen?</translation>
    </message>
    <message>
        <source>Only phones that take UTC and a zone are wrong ({wrong}; others that are right: {right})</source>
        <translation>Nur Telefone, die UTC und eine Zone übernehmen, gehen falsch ({wrong}; andere, die richtig gehen: {right})</translation>
    </message>
    <message>
        <source>Newer phones get UTC with the rules of their zone and apply daylight saving themselves, older ones (7940, 7960) show CUCM&apos;s local time. Where only the newer ones are wrong by whole hours, the rules of their zone are old: in the phones&apos; firmware or in the zone update of CUCM.</source>
        <translation>Neuere Telefone bekommen UTC mit den Regeln ihrer Zone und wenden die Sommerzeit selbst an, ältere (7940, 7960) zeigen die Ortszeit von CUCM. Wo nur die neueren um ganze Stunden falsch gehen, sind die Regeln ihrer Zone veraltet: in der Firmware der Telefone oder im Zonen-Update von CUCM.</translation>
    </message>
    <message>
        <source>An older phone of the same date/time group that is wrong, too.</source>
        <translation>Ein älteres Telefon derselben Date/Time Group, das auch falsch geht.</translation>
    </message>
    <message>
        <source>In CUCM: Device &gt; Phone, compare the firmware (Active Load ID) of wrong and right phones. Install the time zone update (COP file), then reset the phones.</source>
        <translation>In CUCM: Device &gt; Phone, die Firmware (Active Load ID) falsch und richtig gehender Telefone vergleichen. Das Zeitzonen-Update (COP-Datei) installieren, dann die Telefone zurücksetzen.</translation>
    </message>
    <message>
        <source>Do SIP phones have another time than the server?</source>
        <translation>Haben SIP-Telefone eine andere Uhrzeit als der Server?</translation>
    </message>
    <message>
        <source>SIP phones and server differ by {seconds} s (phones: {phones})</source>
        <translation>SIP-Telefone und Server differieren um {seconds} s (Telefone: {phones})</translation>
    </message>
    <message>
        <source>The Date of a REGISTER is the phone&apos;s clock, that of the answer the server&apos;s. SIP phones take the time from their phone NTP reference and, without one, from that answer. Whole hours mean that a local time was taken for UTC.</source>
        <translation>Das Date eines REGISTER ist die Uhr des Telefons, das der Antwort die des Servers. SIP-Telefone nehmen die Zeit von ihrer Phone NTP Reference und ohne eine solche aus dieser Antwort. Ganze Stunden bedeuten, dass eine Ortszeit für UTC gehalten wurde.</translation>
    </message>
    <message>
        <source>A later registration in which both agree.</source>
        <translation>Eine spätere Registrierung, in der beide übereinstimmen.</translation>
    </message>
    <message>
        <source>In CUCM: System &gt; Phone NTP Reference, and which date/time group uses it; then reset one phone and compare.</source>
        <translation>In CUCM: System &gt; Phone NTP Reference, und welche Date/Time Group sie benutzt; dann ein Telefon zurücksetzen und vergleichen.</translation>
    </message>
    <message>
        <source>SIP phones have the time of their server.</source>
        <translation>SIP-Telefone haben die Uhrzeit ihres Servers.</translation>
    </message>
    <message>
        <source>The clock of the server is {minutes} minutes off</source>
        <translation>Die Uhr des Servers geht um {minutes} Minuten falsch</translation>
    </message>
    <message>
        <source>What the server says of its time and what other clocks show differ by {seconds} s (negative: the server is behind). Phones show what the server tells them.</source>
        <translation>Was der Server als seine Zeit angibt und was andere Uhren zeigen, weicht um {seconds} s ab (negativ: der Server geht nach). Telefone zeigen, was der Server ihnen nennt.</translation>
    </message>
    <message>
        <source>The other clocks being those that are wrong: compare with a clock that is known to be right.</source>
        <translation>Dass die anderen Uhren falsch gehen: mit einer Uhr vergleichen, die bekanntermaßen richtig geht.</translation>
    </message>
    <message>
        <source>The clock of the server agrees with other clocks.</source>
        <translation>Die Uhr des Servers stimmt mit anderen Uhren überein.</translation>
    </message>
    <message>
        <source>The server and the computer that captured differ by {minutes} minutes</source>
        <translation>Server und mitschneidender Computer differieren um {minutes} Minuten</translation>
    </message>
    <message>
        <source>In the same packet the server says another time than the capture. One of the two is wrong.</source>
        <translation>Im selben Paket nennt der Server eine andere Zeit als der Mitschnitt. Eines von beiden ist falsch.</translation>
    </message>
    <message>
        <source>The clock of the computer that captured being wrong.</source>
        <translation>Dass die Uhr des mitschneidenden Computers falsch geht.</translation>
    </message>
    <message>
        <source>Compare &quot;Current time in UTC&quot; of `utils ntp status` with a clock that is right.</source>
        <translation>„Current time in UTC“ aus `utils ntp status` mit einer richtig gehenden Uhr vergleichen.</translation>
    </message>
    <message>
        <source>The time of the servers is right</source>
        <translation>Die Uhrzeit der Server stimmt</translation>
    </message>
    <message>
        <source>NTP or other clocks show it.</source>
        <translation>NTP oder andere Uhren zeigen es.</translation>
    </message>
    <message>
        <source>A clock that is known to be right and shows another time.</source>
        <translation>Eine Uhr, die bekanntermaßen richtig geht und eine andere Zeit zeigt.</translation>
    </message>
    <message>
        <source>The time of the servers is wrong.</source>
        <translation>Die Uhrzeit der Server ist falsch.</translation>
    </message>
    <message>
        <source>The log of ntpd of each node, from its last start on</source>
        <translation>Das Log von ntpd jedes Knotens, ab seinem letzten Start</translation>
    </message>
    <message>
        <source>On each node: `file get activelog syslog/messages*`. It holds the lines of ntpd.</source>
        <translation>Auf jedem Knoten: `file get activelog syslog/messages*`. Es enthält die Zeilen von ntpd.</translation>
    </message>
    <message>
        <source>It tells when NTP started, whom it followed, and why it stopped.</source>
        <translation>Es zeigt, wann NTP startete, wem es folgte und warum es endete.</translation>
    </message>
    <message>
        <source>subnet</source>
        <translation>Subnetz</translation>
    </message>
    <message>
        <source>node</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>DHCP server</source>
        <translation>DHCP-Server</translation>
    </message>
    <message>
        <source>relay</source>
        <translation>Relay</translation>
    </message>
    <message>
        <source>lease</source>
        <translation>Lease</translation>
    </message>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>firmware</source>
        <translation>Firmware</translation>
    </message>
    <message>
        <source>switch</source>
        <translation>Switch</translation>
    </message>
    <message>
        <source>device pool</source>
        <translation>Device Pool</translation>
    </message>
    <message>
        <source>from the phones to CallManager</source>
        <translation>von den Telefonen zum CallManager</translation>
    </message>
    <message>
        <source>from CallManager to the phones</source>
        <translation>vom CallManager zu den Telefonen</translation>
    </message>
    <message>
        <source>in a direction that one capture cannot tell</source>
        <translation>in einer Richtung, die ein Mitschnitt allein nicht zeigt</translation>
    </message>
    <message>
        <source>voice VLAN</source>
        <translation>Voice-VLAN</translation>
    </message>
</context>
<context>
    <name>whittle::AboutWindow</name>
    <message>
        <source>Whittle is free software under the GNU General Public License, version 3 or later, without any warranty.

It stands on Qt and Qt SVG (LGPL 3), Qt Charts (GPL 3), SQLite (public domain), OpenSSL (Apache 2.0), spdlog, fmt and nlohmann/json (MIT).

It opens no network connection. Cisco is a trademark of Cisco Systems, which has no part in this program.</source>
        <translation>Whittle ist freie Software unter der GNU General Public License, Version 3 oder später, ohne jede Gewährleistung.

Es baut auf Qt und Qt SVG (LGPL 3), Qt Charts (GPL 3), SQLite (gemeinfrei), OpenSSL (Apache 2.0) sowie spdlog, fmt und nlohmann/json (MIT) auf.

Es öffnet keine Netzwerkverbindung. Cisco ist eine Marke von Cisco Systems; das Unternehmen ist an diesem Programm nicht beteiligt.</translation>
    </message>
    <message>
        <source>About Whittle</source>
        <translation>Über Whittle</translation>
    </message>
    <message>
        <source>Whittle</source>
        <translation>Whittle</translation>
    </message>
    <message>
        <source>Whittle %1</source>
        <translation>Whittle %1</translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation>Versionen kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>whittle::ClockEditor</name>
    <message>
        <source>How far the clock is ahead</source>
        <translation>Wie weit die Uhr vorgeht</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Stellen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The clock of %1 is ahead by</source>
        <translation>Die Uhr von %1 geht vor um</translation>
    </message>
    <message>
        <source>hours:minutes:seconds or seconds, with - where it is behind the reference clock</source>
        <translation>Stunden:Minuten:Sekunden oder Sekunden, mit -, wenn die Uhr gegenüber der Referenzuhr nachgeht</translation>
    </message>
    <message>
        <source>That is no difference in time. Write it as +1:02:03.5 or as -41.2 seconds.</source>
        <translation>Das ist keine Zeitabweichung. Schreibweise: +1:02:03.5 oder -41.2 Sekunden.</translation>
    </message>
</context>
<context>
    <name>whittle::DeviceChooser</name>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Find a device by name or address</source>
        <translation>Gerät nach Name oder Adresse suchen</translation>
    </message>
    <message>
        <source>Name or address</source>
        <translation>Name oder Adresse</translation>
    </message>
</context>
<context>
    <name>whittle::DevicePanel</name>
    <message>
        <source>Sections of the page</source>
        <translation>Abschnitte der Seite</translation>
    </message>
    <message>
        <source>What is known about the device</source>
        <translation>Was über das Gerät bekannt ist</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>No device was recognised in this evidence.</source>
        <translation>In diesen Aufzeichnungen wurde kein Gerät erkannt.</translation>
    </message>
    <message>
        <source>What the evidence says of each phone is shown here.</source>
        <translation>Hier steht, was die Aufzeichnungen über jedes Telefon sagen.</translation>
    </message>
</context>
<context>
    <name>whittle::EventsModel</name>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>until %1  %2</source>
        <translation>bis %1  %2</translation>
    </message>
    <message>
        <source>%1 %2
by the source&apos;s own clock: %3</source>
        <translation>%1 %2
nach der eigenen Uhr der Quelle: %3</translation>
    </message>
    <message>
        <source>Time (%1)</source>
        <translation>Zeit (%1)</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>%1, though the record does not name it</source>
        <translation>%1, auch wenn die Aufzeichnung den Namen nicht nennt</translation>
    </message>
</context>
<context>
    <name>whittle::EventsPanel</name>
    <message>
        <source>Show keepalives</source>
        <translation>Keepalives einblenden</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Einblenden</translation>
    </message>
    <message>
        <source>◂ Earlier</source>
        <translation>◂ Früher</translation>
    </message>
    <message>
        <source>Later ▸</source>
        <translation>Später ▸</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>No case is open.</source>
        <translation>Es ist kein Fall geöffnet.</translation>
    </message>
    <message>
        <source>Reading %1 events …</source>
        <translation>%1 Ereignisse werden gelesen …</translation>
    </message>
    <message>
        <source>%1 events, %2 shown</source>
        <translation>%1 Ereignisse, %2 angezeigt</translation>
    </message>
    <message>
        <source> · the table holds only the first %1</source>
        <translation> · die Tabelle enthält nur die ersten %1</translation>
    </message>
    <message>
        <source> · rows %1 to %2</source>
        <translation> · Zeilen %1 bis %2</translation>
    </message>
    <message>
        <source>Hide %1 keepalives</source>
        <translation>%1 Keepalives ausblenden</translation>
    </message>
    <message>
        <source>1 train of %1 keepalives hidden</source>
        <translation>1 Folge von %1 Keepalives ausgeblendet</translation>
    </message>
    <message>
        <source>%1 trains of %2 keepalives hidden</source>
        <translation>%1 Folgen mit %2 Keepalives ausgeblendet</translation>
    </message>
    <message>
        <source>The selected event is hidden by the filter.</source>
        <translation>Das ausgewählte Ereignis ist durch den Filter ausgeblendet.</translation>
    </message>
    <message>
        <source>The selected event is not in this table.</source>
        <translation>Das ausgewählte Ereignis ist nicht in dieser Tabelle.</translation>
    </message>
    <message>
        <source>Reading 1 event …</source>
        <translation>1 Ereignis wird gelesen …</translation>
    </message>
    <message>
        <source>1 event, %1 shown</source>
        <translation>1 Ereignis, %1 angezeigt</translation>
    </message>
</context>
<context>
    <name>whittle::EventsView</name>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <source>Same moment as…</source>
        <translation>Derselbe Moment wie…</translation>
    </message>
    <message>
        <source>All about %1</source>
        <translation>Alles über %1</translation>
    </message>
</context>
<context>
    <name>whittle::FilterBar</name>
    <message>
        <source>Search  Ctrl+F</source>
        <translation>Suchen  Strg+F</translation>
    </message>
    <message>
        <source>Search events by kind, device, address or field</source>
        <translation>Ereignisse nach Art, Gerät, Adresse oder Feld durchsuchen</translation>
    </message>
    <message>
        <source>Every word must occur in the kind, the device, an address or a field</source>
        <translation>Jedes Wort muss in der Art, im Gerät, in einer Adresse oder in einem Feld vorkommen</translation>
    </message>
    <message>
        <source>DHCP</source>
        <translation>DHCP</translation>
    </message>
    <message>
        <source>DHCP messages</source>
        <translation>DHCP-Nachrichten</translation>
    </message>
    <message>
        <source>Registration</source>
        <translation>Registrierung</translation>
    </message>
    <message>
        <source>SCCP and SIP messages</source>
        <translation>SCCP- und SIP-Nachrichten</translation>
    </message>
    <message>
        <source>NTP</source>
        <translation>NTP</translation>
    </message>
    <message>
        <source>NTP messages and states</source>
        <translation>NTP-Nachrichten und -Zustände</translation>
    </message>
    <message>
        <source>TCP</source>
        <translation>TCP</translation>
    </message>
    <message>
        <source>Connections opened, closed and reset</source>
        <translation>Geöffnete, beendete und zurückgesetzte Verbindungen</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Sonstige</translation>
    </message>
    <message>
        <source>Alarms, ARP, TFTP, traces and the rest</source>
        <translation>Alarme, ARP, TFTP, Traces und alles Übrige</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Only in view</source>
        <translation>Nur im Ausschnitt</translation>
    </message>
    <message>
        <source>Only what the timeline shows</source>
        <translation>Nur, was die Zeitachse zeigt</translation>
    </message>
    <message>
        <source>All sources</source>
        <translation>Alle Quellen</translation>
    </message>
    <message>
        <source>All devices</source>
        <translation>Alle Geräte</translation>
    </message>
</context>
<context>
    <name>whittle::FindingRow</name>
    <message>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
    </message>
</context>
<context>
    <name>whittle::FindingsPanel</name>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>No case is open.</source>
        <translation>Es ist kein Fall geöffnet.</translation>
    </message>
    <message>
        <source>1 check could not be answered from this evidence</source>
        <translation>1 Prüfung war aus diesen Aufzeichnungen nicht zu beantworten</translation>
    </message>
    <message>
        <source>%1 checks could not be answered from this evidence</source>
        <translation>%1 Prüfungen waren aus diesen Aufzeichnungen nicht zu beantworten</translation>
    </message>
    <message>
        <source>Enter shows them</source>
        <translation>Eingabetaste zeigt sie an</translation>
    </message>
    <message>
        <source>Copy this finding</source>
        <translation>Diesen Befund kopieren</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Alles kopieren</translation>
    </message>
</context>
<context>
    <name>whittle::GuidePanel</name>
    <message>
        <source>Guide</source>
        <translation>Leitfaden</translation>
    </message>
    <message>
        <source>No case is open.</source>
        <translation>Es ist kein Fall geöffnet.</translation>
    </message>
    <message>
        <source>This symptom is known by name only: there is no table of causes for it yet, so nothing can be narrowed down. The findings and the timeline are there all the same.</source>
        <translation>Dieses Symptom ist nur dem Namen nach bekannt: Eine Ursachentabelle gibt es dafür noch nicht, daher lässt sich nichts eingrenzen. Befunde und Zeitachse stehen trotzdem zur Verfügung.</translation>
    </message>
    <message>
        <source>Choose another symptom</source>
        <translation>Anderes Symptom wählen</translation>
    </message>
    <message>
        <source>This is what the evidence shows. Choose another symptom</source>
        <translation>Das zeigen die Aufzeichnungen. Anderes Symptom wählen</translation>
    </message>
    <message>
        <source>Verdict: %1</source>
        <translation>Urteil: %1</translation>
    </message>
</context>
<context>
    <name>whittle::GuideSections</name>
    <message>
        <source>Another question to choose</source>
        <translation>Eine weitere Frage zur Auswahl</translation>
    </message>
    <message>
        <source>%1 other questions to choose from</source>
        <translation>%1 weitere Fragen zur Auswahl</translation>
    </message>
    <message>
        <source>Your answers</source>
        <translation>Ihre Antworten</translation>
    </message>
    <message>
        <source>take back</source>
        <translation>zurücknehmen</translation>
    </message>
    <message>
        <source>Take back: %1</source>
        <translation>Zurücknehmen: %1</translation>
    </message>
    <message>
        <source>▲ The evidence says %1, and that is what counts.</source>
        <translation>▲ Die Aufzeichnungen sagen %1, und das zählt.</translation>
    </message>
    <message>
        <source>Answered by evidence</source>
        <translation>Aus den Aufzeichnungen beantwortet</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>To be surer, collect</source>
        <translation>Für mehr Gewissheit noch beschaffen</translation>
    </message>
    <message>
        <source>How long it takes, and by how much it is expected to narrow the suspects down</source>
        <translation>Wie lange es dauert und wie stark es die in Betracht kommenden Ursachen voraussichtlich eingrenzt</translation>
    </message>
</context>
<context>
    <name>whittle::ImportPanel</name>
    <message>
        <source>Cancel all</source>
        <translation>Alle abbrechen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Evidence being read</source>
        <translation>Aufzeichnungen, die gerade gelesen werden</translation>
    </message>
    <message>
        <source>Take all finished files off this list</source>
        <translation>Alle fertigen Dateien von dieser Liste nehmen</translation>
    </message>
    <message>
        <source>and 1 more file</source>
        <translation>und 1 weitere Datei</translation>
    </message>
    <message numerus="yes">
        <source>and %n more files</source>
        <translation>
            <numerusform>und %n weitere Datei</numerusform>
            <numerusform>und %n weitere Dateien</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>whittle::ImportRow</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>Fortschritt von %1</translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <translation>%1 abbrechen</translation>
    </message>
    <message>
        <source>Try %1 again</source>
        <translation>%1 erneut versuchen</translation>
    </message>
    <message>
        <source>First events</source>
        <translation>Erste Ereignisse</translation>
    </message>
    <message>
        <source>Choose the format of %1</source>
        <translation>Format von %1 wählen</translation>
    </message>
    <message>
        <source>Take %1 off this list</source>
        <translation>%1 von dieser Liste nehmen</translation>
    </message>
</context>
<context>
    <name>whittle::Instruction</name>
    <message>
        <source>Copy this command</source>
        <translation>Diesen Befehl kopieren</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>whittle::MainWindow</name>
    <message>
        <source>The case is now kept in %1.</source>
        <translation>Der Fall liegt jetzt in %1.</translation>
    </message>
    <message>
        <source>This case can be read and not changed: %1.</source>
        <translation>Dieser Fall kann gelesen, aber nicht geändert werden: %1.</translation>
    </message>
    <message>
        <source>%1 – Whittle</source>
        <translation>%1 – Whittle</translation>
    </message>
    <message>
        <source>Whittle</source>
        <translation>Whittle</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Wird geöffnet…</translation>
    </message>
    <message>
        <source>Looking for causes…</source>
        <translation>Ursachen werden gesucht…</translation>
    </message>
    <message>
        <source>Writing the PDF…</source>
        <translation>PDF wird geschrieben…</translation>
    </message>
    <message>
        <source>New case.whittle</source>
        <translation>Neuer Fall.whittle</translation>
    </message>
    <message>
        <source>The sample case is not installed.</source>
        <translation>Der Beispielfall ist nicht installiert.</translation>
    </message>
    <message>
        <source>Warehouse phones reset (sample)</source>
        <translation>Telefone im Lager setzen sich zurück (Beispiel)</translation>
    </message>
    <message>
        <source>The findings are in %1.</source>
        <translation>Die Befunde liegen in %1.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Drop to add to this case</source>
        <translation>Hier ablegen: wird diesem Fall hinzugefügt</translation>
    </message>
    <message>
        <source>Drop to begin a case</source>
        <translation>Hier ablegen: beginnt einen neuen Fall</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;New case…</source>
        <translation>&amp;Neuer Fall…</translation>
    </message>
    <message>
        <source>&amp;Open case…</source>
        <translation>Fall &amp;öffnen…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Zuletzt &amp;geöffnet</translation>
    </message>
    <message>
        <source>Open the sa&amp;mple case</source>
        <translation>Beis&amp;pielfall öffnen</translation>
    </message>
    <message>
        <source>&amp;Add evidence…</source>
        <translation>Aufzeichnungen hin&amp;zufügen…</translation>
    </message>
    <message>
        <source>&amp;Save case as…</source>
        <translation>Fall &amp;speichern unter…</translation>
    </message>
    <message>
        <source>&amp;Export findings…</source>
        <translation>Befunde &amp;exportieren…</translation>
    </message>
    <message>
        <source>&amp;Close case</source>
        <translation>Fall s&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Undo the last change</source>
        <translation>Letzte Änderung &amp;rückgängig machen</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Findings</source>
        <translation>&amp;Befunde</translation>
    </message>
    <message>
        <source>&amp;Events</source>
        <translation>&amp;Ereignisse</translation>
    </message>
    <message>
        <source>&amp;Sources</source>
        <translation>&amp;Quellen</translation>
    </message>
    <message>
        <source>&amp;Reader beside the events</source>
        <translation>&amp;Lesebereich neben den Ereignissen</translation>
    </message>
    <message>
        <source>&amp;Next finding</source>
        <translation>&amp;Nächster Befund</translation>
    </message>
    <message>
        <source>&amp;Previous finding</source>
        <translation>&amp;Vorheriger Befund</translation>
    </message>
    <message>
        <source>Show &amp;all of the time</source>
        <translation>&amp;Gesamten Zeitraum anzeigen</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>&amp;Design</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>&amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Open &amp;log folder</source>
        <translation>&amp;Protokollordner öffnen</translation>
    </message>
    <message>
        <source>&amp;About Whittle</source>
        <translation>&amp;Über Whittle</translation>
    </message>
    <message>
        <source>%1 (no longer there)</source>
        <translation>%1 (nicht mehr vorhanden)</translation>
    </message>
    <message>
        <source>&amp;Clear the list</source>
        <translation>&amp;Liste leeren</translation>
    </message>
    <message>
        <source>Remove %1 and all that was read from it from the case? This cannot be undone; the file itself is left alone.</source>
        <translation>%1 mit allem, was daraus gelesen wurde, aus dem Fall entfernen? Das lässt sich nicht rückgängig machen; die Datei selbst bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Remove from the case</source>
        <translation>Aus dem Fall entfernen</translation>
    </message>
    <message>
        <source>&amp;Find events…</source>
        <translation>Ereignisse &amp;suchen…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
        <source>&amp;Visibility</source>
        <translation>&amp;Sichtbarkeit</translation>
    </message>
    <message>
        <source>&amp;Device…</source>
        <translation>Ge&amp;rät…</translation>
    </message>
</context>
<context>
    <name>whittle::MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Dismiss: %1</source>
        <translation>Ausblenden: %1</translation>
    </message>
</context>
<context>
    <name>whittle::PinBar</name>
    <message>
        <source>The selected one</source>
        <translation>Das ausgewählte</translation>
    </message>
    <message>
        <source>The selected event is the same moment</source>
        <translation>Das ausgewählte Ereignis ist derselbe Moment</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>What in another source is the same moment as %1?</source>
        <translation>Was in einer anderen Quelle ist derselbe Moment wie %1?</translation>
    </message>
    <message>
        <source>Select an event of another source.</source>
        <translation>Ein Ereignis einer anderen Quelle auswählen.</translation>
    </message>
</context>
<context>
    <name>whittle::QuestionCard</name>
    <message>
        <source>Next question · %1</source>
        <translation>Nächste Frage · %1</translation>
    </message>
    <message>
        <source>Next question: %1</source>
        <translation>Nächste Frage: %1</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>I don’t know</source>
        <translation>Weiß ich nicht</translation>
    </message>
    <message>
        <source>changes nothing, we go on</source>
        <translation>ändert nichts, es geht weiter</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>Your answer, a number</source>
        <translation>Ihre Antwort, eine Zahl</translation>
    </message>
    <message>
        <source>Your answer in %1</source>
        <translation>Ihre Antwort in %1</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Why this question?</source>
        <translation>Warum diese Frage?</translation>
    </message>
    <message>
        <source>Take the last answer back ⌫</source>
        <translation>Letzte Antwort zurücknehmen ⌫</translation>
    </message>
    <message>
        <source>Of %1 open questions it narrows most for the minutes it costs: %2 bit expected.</source>
        <translation>Von %1 offenen Fragen grenzt sie, gemessen am Zeitaufwand, am stärksten ein: %2 Bit erwartet.</translation>
    </message>
    <message>
        <source>Its answer is expected to narrow by %1 bit.</source>
        <translation>Ihre Antwort grenzt voraussichtlich um %1 Bit ein.</translation>
    </message>
    <message>
        <source>People often err here, so an answer counts for less than usual.</source>
        <translation>Hier irrt man sich leicht, deshalb zählt eine Antwort weniger als üblich.</translation>
    </message>
    <message>
        <source>How to find out</source>
        <translation>So lässt es sich herausfinden</translation>
    </message>
</context>
<context>
    <name>whittle::ReaderPanel</name>
    <message>
        <source>Evidence</source>
        <translation>Aufzeichnungen</translation>
    </message>
    <message>
        <source>Fields of the event</source>
        <translation>Felder des Ereignisses</translation>
    </message>
    <message>
        <source>Open in Wireshark</source>
        <translation>In Wireshark öffnen</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Lesebereich</translation>
    </message>
    <message>
        <source>Choose an event to read it where it stands.</source>
        <translation>Wählen Sie ein Ereignis, um es an seiner Stelle in der Quelle zu lesen.</translation>
    </message>
    <message>
        <source>by its own clock  %1</source>
        <translation>nach eigener Uhr  %1</translation>
    </message>
    <message>
        <source>corrected  %1</source>
        <translation>korrigiert  %1</translation>
    </message>
    <message>
        <source>Wireshark is not installed, or not on the path</source>
        <translation>Wireshark ist nicht installiert oder nicht im Suchpfad</translation>
    </message>
    <message>
        <source>The capture is not at hand as a file of its own</source>
        <translation>Der Mitschnitt liegt nicht als eigene Datei vor</translation>
    </message>
    <message>
        <source>Shows this frame in Wireshark</source>
        <translation>Zeigt diesen Frame in Wireshark</translation>
    </message>
    <message>
        <source>▲ %1 could not be started.</source>
        <translation>▲ %1 konnte nicht gestartet werden.</translation>
    </message>
</context>
<context>
    <name>whittle::SceneWords</name>
    <message>
        <source>Registration request</source>
        <translation>Registrierungsanforderung</translation>
    </message>
    <message>
        <source>Registration accepted</source>
        <translation>Registrierung angenommen</translation>
    </message>
    <message>
        <source>Registration rejected</source>
        <translation>Registrierung abgelehnt</translation>
    </message>
    <message>
        <source>Registration token rejected</source>
        <translation>Registrierungstoken abgelehnt</translation>
    </message>
    <message>
        <source>Unregistration request</source>
        <translation>Abmeldeanforderung</translation>
    </message>
    <message>
        <source>Unregistration accepted</source>
        <translation>Abmeldung angenommen</translation>
    </message>
    <message>
        <source>Reset ordered by CUCM</source>
        <translation>Reset durch CUCM veranlasst</translation>
    </message>
    <message>
        <source>Phone&apos;s alarm</source>
        <translation>Alarm des Telefons</translation>
    </message>
    <message>
        <source>TCP connection closed (FIN)</source>
        <translation>TCP-Verbindung geschlossen (FIN)</translation>
    </message>
    <message>
        <source>TCP connection reset (RST)</source>
        <translation>TCP-Verbindung zurückgesetzt (RST)</translation>
    </message>
    <message>
        <source>TCP retransmission</source>
        <translation>TCP-Neuübertragung</translation>
    </message>
    <message>
        <source>Missing bytes in a TCP connection</source>
        <translation>Fehlende Bytes in einer TCP-Verbindung</translation>
    </message>
    <message>
        <source>TFTP file request</source>
        <translation>TFTP-Dateianforderung</translation>
    </message>
    <message>
        <source>TFTP error</source>
        <translation>TFTP-Fehler</translation>
    </message>
    <message>
        <source>ICMP unreachable</source>
        <translation>ICMP: nicht erreichbar</translation>
    </message>
    <message>
        <source>SIP response</source>
        <translation>SIP-Antwort</translation>
    </message>
    <message>
        <source>evidence ends</source>
        <translation>Aufzeichnungen enden</translation>
    </message>
    <message>
        <source>unregistered</source>
        <translation>abgemeldet</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>zurückgesetzt</translation>
    </message>
    <message>
        <source>restarted</source>
        <translation>neu gestartet</translation>
    </message>
    <message>
        <source>configuration applied</source>
        <translation>Konfiguration angewendet</translation>
    </message>
    <message>
        <source>keepalives lost</source>
        <translation>Keepalives ausgeblieben</translation>
    </message>
    <message>
        <source>connection reset</source>
        <translation>Verbindung zurückgesetzt</translation>
    </message>
    <message>
        <source>connection closed</source>
        <translation>Verbindung geschlossen</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>address lost</source>
        <translation>Adresse verloren</translation>
    </message>
    <message>
        <source>moved to another node</source>
        <translation>zu anderem Knoten gewechselt</translation>
    </message>
    <message>
        <source>ended, reason unknown</source>
        <translation>beendet, Grund unbekannt</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>verweigert</translation>
    </message>
    <message>
        <source>released</source>
        <translation>freigegeben</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>replaced by another address</source>
        <translation>durch andere Adresse ersetzt</translation>
    </message>
    <message>
        <source>registered</source>
        <translation>registriert</translation>
    </message>
    <message>
        <source>%1 of %2 registered</source>
        <translation>%1 von %2 registriert</translation>
    </message>
    <message>
        <source>leases</source>
        <translation>Leases</translation>
    </message>
    <message>
        <source>registered · %1</source>
        <comment>node of CUCM</comment>
        <translation>registriert · %1</translation>
    </message>
    <message>
        <source>lease</source>
        <translation>Lease</translation>
    </message>
    <message>
        <source>lease %1</source>
        <comment>how long</comment>
        <translation>Lease %1</translation>
    </message>
    <message>
        <source>Lease of %1</source>
        <comment>address</comment>
        <translation>Lease von %1</translation>
    </message>
    <message>
        <source>renewed</source>
        <translation>verlängert</translation>
    </message>
    <message>
        <source>DHCPNAK: renewal refused</source>
        <translation>DHCPNAK: Verlängerung verweigert</translation>
    </message>
    <message>
        <source>DHCPNAK: the address from before is refused</source>
        <translation>DHCPNAK: vorherige Adresse verweigert</translation>
    </message>
    <message>
        <source>DHCPNAK: request refused</source>
        <translation>DHCPNAK: Anforderung verweigert</translation>
    </message>
    <message>
        <source>DHCPREQUEST: renewal not answered</source>
        <translation>DHCPREQUEST: Verlängerung nicht beantwortet</translation>
    </message>
    <message>
        <source>DHCPREQUEST: not answered</source>
        <translation>DHCPREQUEST: nicht beantwortet</translation>
    </message>
    <message>
        <source>T1</source>
        <translation>T1</translation>
    </message>
    <message>
        <source>T2</source>
        <translation>T2</translation>
    </message>
    <message>
        <source>expiry</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>what happened, how often</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Ended: %1</source>
        <translation>Ende: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n other phones</source>
        <translation>
            <numerusform>%n weiteres Telefon</numerusform>
            <numerusform>%n weitere Telefone</numerusform>
        </translation>
    </message>
    <message>
        <source>no unexplained reset</source>
        <translation>kein ungeklärter Reset</translation>
    </message>
    <message numerus="yes">
        <source>%n other NTP clients</source>
        <translation>
            <numerusform>%n weiterer NTP-Client</numerusform>
            <numerusform>%n weitere NTP-Clients</numerusform>
        </translation>
    </message>
    <message>
        <source>NTP  %1</source>
        <comment>name or address of the client</comment>
        <translation>NTP  %1</translation>
    </message>
    <message>
        <source>asks %1, stratum %2</source>
        <translation>fragt %1, Stratum %2</translation>
    </message>
    <message>
        <source>within ± %1</source>
        <translation>innerhalb ± %1</translation>
    </message>
    <message>
        <source>up to ± %1</source>
        <translation>bis zu ± %1</translation>
    </message>
    <message>
        <source>%1 grid: half of the %2 lease</source>
        <translation>Raster %1: Hälfte der Lease von %2</translation>
    </message>
    <message>
        <source>not seen</source>
        <translation>nicht erfasst</translation>
    </message>
    <message>
        <source>%1 recorded nothing here</source>
        <translation>%1 hat hier nichts aufgezeichnet</translation>
    </message>
    <message>
        <source>files %2 to %3 are missing before %1</source>
        <translation>vor %1 fehlen die Dateien %2 bis %3</translation>
    </message>
    <message>
        <source>packets were dropped in %1</source>
        <translation>in %1 gingen Pakete verloren</translation>
    </message>
    <message>
        <source>%1 does not show everything here</source>
        <translation>%1 zeigt hier nicht alles</translation>
    </message>
    <message>
        <source>%1 was captured with a filter: %2</source>
        <comment>file, filter</comment>
        <translation>%1 wurde mit einem Filter aufgezeichnet: %2</translation>
    </message>
    <message>
        <source>%1 was captured with a filter</source>
        <comment>file</comment>
        <translation>%1 wurde mit einem Filter aufgezeichnet</translation>
    </message>
    <message>
        <source>%1: frames were cut to %2 bytes</source>
        <comment>file</comment>
        <translation>%1: Frames wurden auf %2 Bytes gekürzt</translation>
    </message>
    <message>
        <source>%1: the trace level is too low to show registrations, or no phone is here</source>
        <comment>file</comment>
        <translation>%1: Der Trace-Level ist zu niedrig, um Registrierungen zu zeigen, oder hier ist kein Telefon</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Abdeckung</translation>
    </message>
    <message>
        <source>1 source</source>
        <translation>1 Quelle</translation>
    </message>
    <message numerus="yes">
        <source>%n sources</source>
        <translation>
            <numerusform>%n Quelle</numerusform>
            <numerusform>%n Quellen</numerusform>
        </translation>
    </message>
    <message>
        <source>covered</source>
        <translation>abgedeckt</translation>
    </message>
    <message>
        <source>covered by at least one source</source>
        <translation>von mindestens einer Quelle abgedeckt</translation>
    </message>
    <message>
        <source>not covered</source>
        <translation>nicht abgedeckt</translation>
    </message>
    <message>
        <source>covered in part</source>
        <translation>teilweise abgedeckt</translation>
    </message>
    <message>
        <source>Nothing to show: nothing that was read has a time. The Sources tab says what was read.</source>
        <translation>Nichts zu zeigen: Nichts von dem Gelesenen hat eine Zeit. Unter „Quellen“ steht, was gelesen wurde.</translation>
    </message>
    <message>
        <source>Nothing to show yet. Drop files or folders anywhere on this window to add evidence.</source>
        <translation>Noch nichts zu zeigen. Ziehen Sie Dateien oder Ordner irgendwo auf dieses Fenster, um Aufzeichnungen hinzuzufügen.</translation>
    </message>
    <message>
        <source>not refreshed</source>
        <translation>nicht erneuert</translation>
    </message>
    <message>
        <source>address in use elsewhere</source>
        <translation>Adresse anderswo in Gebrauch</translation>
    </message>
    <message>
        <source>deleted at the server</source>
        <translation>auf dem Server gelöscht</translation>
    </message>
    <message>
        <source>Phone got no address</source>
        <translation>Telefon bekam keine Adresse</translation>
    </message>
    <message>
        <source>Phone got no configuration</source>
        <translation>Telefon bekam keine Konfiguration</translation>
    </message>
    <message>
        <source>asks %1</source>
        <translation>fragt %1</translation>
    </message>
    <message>
        <source>%1 · reach %2</source>
        <translation>%1 · Reach %2</translation>
    </message>
    <message>
        <source>no usable answer</source>
        <translation>keine gute Antwort</translation>
    </message>
    <message>
        <source>reach 0: by its status nothing came from the server</source>
        <translation>Reach 0: Nach seinem Status kam vom Server nichts</translation>
    </message>
    <message>
        <source>the server refuses: kiss code %1</source>
        <translation>der Server lehnt ab: Kiss-Code %1</translation>
    </message>
    <message>
        <source>the server says that it is not synchronised (stratum %1)</source>
        <translation>der Server sagt, dass er nicht synchronisiert ist (Stratum %1)</translation>
    </message>
    <message>
        <source>%1, refid %2</source>
        <translation>%1, Refid %2</translation>
    </message>
    <message>
        <source>stratum of the server %1, was %2</source>
        <translation>Stratum des Servers %1, war %2</translation>
    </message>
    <message>
        <source>the server follows %1</source>
        <translation>der Server folgt %1</translation>
    </message>
    <message>
        <source>status: reach %1, stratum %2, offset %3 ms</source>
        <translation>Status: Reach %1, Stratum %2, Offset %3 ms</translation>
    </message>
    <message>
        <source>1 poll was not answered</source>
        <translation>1 Abfrage blieb unbeantwortet</translation>
    </message>
    <message numerus="yes">
        <source>%n polls were not answered</source>
        <translation>
            <numerusform>%n Abfrage blieb unbeantwortet</numerusform>
            <numerusform>%n Abfragen blieben unbeantwortet</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, reach %2 then</source>
        <translation>%1, Reach danach %2</translation>
    </message>
    <message>
        <source>1 answer was not usable</source>
        <translation>1 Antwort war nicht brauchbar</translation>
    </message>
    <message numerus="yes">
        <source>%n answers were not usable</source>
        <translation>
            <numerusform>%n Antwort war nicht brauchbar</numerusform>
            <numerusform>%n Antworten waren nicht brauchbar</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>whittle::Session</name>
    <message>
        <source>New case</source>
        <translation>Neuer Fall</translation>
    </message>
</context>
<context>
    <name>whittle::SettingsWindow</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation>Vorgaben wiederherstellen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
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
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>What one file may unpack to</source>
        <translation>Was eine Datei entpackt ergeben darf</translation>
    </message>
    <message>
        <source>A file beyond these limits is refused, so that no archive made to do harm fills the computer. They apply to what is added from now on.</source>
        <translation>Eine Datei jenseits dieser Grenzen wird abgelehnt, damit kein böswilliges Archiv den Rechner füllt. Sie gelten für alles, was von nun an hinzukommt.</translation>
    </message>
    <message>
        <source>Files in an archive</source>
        <translation>Dateien in einem Archiv</translation>
    </message>
    <message>
        <source>1 or more; usually %L1. Archives in the archive are counted too.</source>
        <translation>1 oder mehr; üblich %L1. Archive im Archiv zählen mit.</translation>
    </message>
    <message>
        <source>Archives within each other</source>
        <translation>Archive ineinander</translation>
    </message>
    <message>
        <source>1 to 64; usually %1. A file named x.tar.gz is two.</source>
        <translation>1 bis 64; üblich %1. Eine Datei namens x.tar.gz sind zwei.</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>Kompression</translation>
    </message>
    <message>
        <source> : 1</source>
        <comment>unpacked size : packed size</comment>
        <translation> : 1</translation>
    </message>
    <message>
        <source>1 or more; usually %L1. Traces shrink to a fiftieth at most.</source>
        <translation>1 oder mehr; üblich %L1. Traces schrumpfen höchstens auf ein Fünfzigstel.</translation>
    </message>
    <message>
        <source>Unpacked whatever the compression</source>
        <translation>Entpackt bei jeder Kompression</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>Of each file; usually %L1 MiB.</source>
        <translation>Von jeder Datei; üblich %L1 MiB.</translation>
    </message>
    <message>
        <source>Total unpacked size</source>
        <translation>Entpackte Größe insgesamt</translation>
    </message>
    <message>
        <source> GiB</source>
        <translation> GiB</translation>
    </message>
    <message>
        <source>Of one file with all that is in it; usually %L1 GiB.</source>
        <translation>Von einer Datei mit allem, was darin ist; üblich %L1 GiB.</translation>
    </message>
    <message>
        <source>&amp;Files in an archive</source>
        <translation>&amp;Dateien in einem Archiv</translation>
    </message>
    <message>
        <source>&amp;Archives within each other</source>
        <translation>&amp;Archive ineinander</translation>
    </message>
    <message>
        <source>&amp;Compression</source>
        <translation>&amp;Kompression</translation>
    </message>
    <message>
        <source>&amp;Unpacked whatever the compression</source>
        <translation>&amp;Entpackt bei jeder Kompression</translation>
    </message>
    <message>
        <source>T&amp;otal unpacked size</source>
        <translation>Entpackte Größe &amp;insgesamt</translation>
    </message>
    <message>
        <source>Memory to unpack it</source>
        <translation>Speicher zum Entpacken</translation>
    </message>
    <message>
        <source>What a compression may ask for (dictionary, window); usually %L1 MiB.</source>
        <translation>Was eine Kompression verlangen darf (Wörterbuch, Fenster); üblich: %L1 MiB.</translation>
    </message>
    <message>
        <source>&amp;Memory to unpack it</source>
        <translation>&amp;Speicher zum Entpacken</translation>
    </message>
</context>
<context>
    <name>whittle::SeverityMark</name>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Information</translation>
    </message>
    <message>
        <source>Cleared</source>
        <translation>Unauffällig</translation>
    </message>
    <message>
        <source>Not observable</source>
        <translation>Nicht beobachtbar</translation>
    </message>
</context>
<context>
    <name>whittle::SourcesModel</name>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>From the first to the last record, on the corrected clock, in the zone %1</source>
        <translation>Vom ersten bis zum letzten Datensatz, nach der korrigierten Uhr, in der Zone %1</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Zone: %1</source>
        <translation>Zone: %1</translation>
    </message>
    <message>
        <source>Left of the middle: behind the reference clock; right of it: ahead. The band is the interval in which the difference lies; the scale is logarithmic.</source>
        <translation>Links der Mitte: geht gegenüber der Referenzuhr nach; rechts davon: geht vor. Das Band ist das Intervall, in dem die Abweichung liegt; die Skala ist logarithmisch.</translation>
    </message>
</context>
<context>
    <name>whittle::SourcesPanel</name>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Details of the selected source</source>
        <translation>Details der ausgewählten Quelle</translation>
    </message>
    <message>
        <source>Add evidence…</source>
        <translation>Aufzeichnungen hinzufügen…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the selected source from the case</source>
        <translation>Ausgewählte Quelle aus dem Fall entfernen</translation>
    </message>
    <message>
        <source>Choose the format of the selected source</source>
        <translation>Format der ausgewählten Quelle wählen</translation>
    </message>
    <message>
        <source>Takes the source and its events out of the case. The file itself is left alone.</source>
        <translation>Nimmt die Quelle und ihre Ereignisse aus dem Fall. Die Datei selbst bleibt unberührt.</translation>
    </message>
    <message>
        <source>No evidence yet. Drop files or folders on the window, or choose Add evidence.</source>
        <translation>Noch keine Aufzeichnungen. Ziehen Sie Dateien oder Ordner auf das Fenster oder wählen Sie „Aufzeichnungen hinzufügen“.</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>What you know of the clock of the selected source</source>
        <translation>Was Sie über die Uhr der ausgewählten Quelle wissen</translation>
    </message>
    <message>
        <source>Set the clock…</source>
        <translation>Uhr stellen…</translation>
    </message>
    <message>
        <source>Leave out of the alignment</source>
        <translation>Vom Abgleich ausnehmen</translation>
    </message>
    <message>
        <source>Back to what the evidence says</source>
        <translation>Zurück zu dem, was die Aufzeichnungen sagen</translation>
    </message>
</context>
<context>
    <name>whittle::StartPage</name>
    <message>
        <source>Whittle</source>
        <translation>Whittle</translation>
    </message>
    <message>
        <source>Why do the phones reset?</source>
        <translation>Warum setzen sich die Telefone zurück?</translation>
    </message>
    <message>
        <source>Whittle reads what the phones, the servers and the network left behind, and cuts away every cause that does not fit.</source>
        <translation>Whittle liest, was Telefone, Server und Netzwerk hinterlassen haben, und schneidet jede Ursache weg, die nicht passt.</translation>
    </message>
    <message>
        <source>Drop evidence here</source>
        <translation>Aufzeichnungen hier ablegen</translation>
    </message>
    <message>
        <source>Captures, CUCM traces, phone console logs, NTP status, whole folders — or a case.</source>
        <translation>Mitschnitte, CUCM-Traces, Konsolenprotokolle der Telefone, NTP-Status, ganze Ordner – oder einen Fall.</translation>
    </message>
    <message>
        <source>Your files are read, never altered, and nothing leaves this computer.</source>
        <translation>Ihre Dateien werden nur gelesen, nie verändert, und nichts verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>&amp;Add evidence…</source>
        <translation>Aufzeichnungen hin&amp;zufügen…</translation>
    </message>
    <message>
        <source>&amp;Open case…</source>
        <translation>Fall &amp;öffnen…</translation>
    </message>
    <message>
        <source>Open the &amp;sample case</source>
        <translation>Beis&amp;pielfall öffnen</translation>
    </message>
    <message>
        <source>Recent cases</source>
        <translation>Zuletzt geöffnete Fälle</translation>
    </message>
    <message>
        <source>What does “it doesn’t work” mean?</source>
        <translation>Was heißt „geht nicht“?</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>not covered yet</source>
        <translation>noch nicht abgedeckt</translation>
    </message>
    <message>
        <source>Start without evidence: answer questions and see what remains.</source>
        <translation>Ohne Aufzeichnungen beginnen: Fragen beantworten und sehen, was übrig bleibt.</translation>
    </message>
    <message>
        <source>no longer there</source>
        <translation>nicht mehr vorhanden</translation>
    </message>
    <message>
        <source>None yet. A case is made by itself as soon as there is evidence, and is kept.</source>
        <translation>Noch keine. Sobald Aufzeichnungen da sind, wird von selbst ein Fall angelegt und aufbewahrt.</translation>
    </message>
</context>
<context>
    <name>whittle::SuspectBoard</name>
    <message>
        <source>Suspects</source>
        <translation>In Betracht kommende Ursachen</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Weniger anzeigen</translation>
    </message>
    <message>
        <source>Show all %1 suspects</source>
        <translation>Alle %1 Ursachen anzeigen</translation>
    </message>
    <message>
        <source>confirmed, %1</source>
        <translation>bestätigt, %1</translation>
    </message>
    <message>
        <source>suspect, %1</source>
        <translation>Verdacht, %1</translation>
    </message>
    <message>
        <source>weakened, %1</source>
        <translation>abgeschwächt, %1</translation>
    </message>
    <message>
        <source>eliminated</source>
        <translation>ausgeschlossen</translation>
    </message>
    <message>
        <source>Fold in</source>
        <translation>Einklappen</translation>
    </message>
    <message>
        <source>What it is, what speaks for and against it</source>
        <translation>Was es ist, was dafür und was dagegen spricht</translation>
    </message>
    <message>
        <source>✕ %1</source>
        <translation>✕ %1</translation>
    </message>
    <message>
        <source>revive</source>
        <translation>wieder aufnehmen</translation>
    </message>
    <message>
        <source>Take back the answer that struck it out</source>
        <translation>Die Antwort zurücknehmen, die sie ausgeschlossen hat</translation>
    </message>
    <message>
        <source>proof</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>When it is this one:</source>
        <translation>Wenn es diese Ursache ist:</translation>
    </message>
    <message>
        <source>+ %1</source>
        <translation>+ %1</translation>
    </message>
    <message>
        <source>− %1</source>
        <translation>− %1</translation>
    </message>
</context>
<context>
    <name>whittle::SymptomChooser</name>
    <message>
        <source>What is wrong?</source>
        <translation>Was ist das Problem?</translation>
    </message>
    <message>
        <source>“It doesn’t work” has many meanings. Take the one that comes closest; it can be changed at any time.</source>
        <translation>„Geht nicht“ kann vieles heißen. Wählen Sie, was am ehesten zutrifft; es lässt sich jederzeit ändern.</translation>
    </message>
    <message>
        <source>Known by name only: there is nothing to narrow these with yet.</source>
        <translation>Nur dem Namen nach bekannt: Hier lässt sich noch nichts eingrenzen.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
</context>
<context>
    <name>whittle::TimelineFigure</name>
    <message>
        <source>All events</source>
        <translation>Alle Ereignisse</translation>
    </message>
    <message>
        <source>and one more lane</source>
        <translation>und eine weitere Spur</translation>
    </message>
    <message numerus="yes">
        <source>and %n more lanes</source>
        <translation>
            <numerusform>und %n weitere Spur</numerusform>
            <numerusform>und %n weitere Spuren</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>whittle::TimelineView</name>
    <message>
        <source>%1 events in %2</source>
        <translation>%1 Ereignisse in %2</translation>
    </message>
    <message>
        <source>offset %1</source>
        <translation>Offset %1</translation>
    </message>
    <message>
        <source>not seen: no source that shows this device covers this time</source>
        <translation>nicht erfasst: Keine Quelle, die dieses Gerät zeigt, deckt diese Zeit ab</translation>
    </message>
    <message>
        <source>Event of %1</source>
        <translation>Ereignis von %1</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitachse</translation>
    </message>
    <message>
        <source>Scroll the lanes</source>
        <translation>Durch die Spuren scrollen</translation>
    </message>
    <message>
        <source>drag to pan · wheel to zoom · F next finding</source>
        <translation>Ziehen: verschieben · Mausrad: zoomen · F: nächster Befund</translation>
    </message>
    <message>
        <source>no source covers this time</source>
        <translation>keine Quelle deckt diese Zeit ab</translation>
    </message>
    <message>
        <source>not covered: all of this source lies at another time</source>
        <translation>nicht abgedeckt: Diese Quelle liegt ganz in einer anderen Zeit</translation>
    </message>
    <message>
        <source>not covered: this source begins at %1</source>
        <translation>nicht abgedeckt: Diese Quelle beginnt um %1</translation>
    </message>
    <message>
        <source>not covered: this source ends at %1</source>
        <translation>nicht abgedeckt: Diese Quelle endet um %1</translation>
    </message>
    <message>
        <source>not covered: nothing was recorded for %1, from %2 to %3</source>
        <translation>nicht abgedeckt: %1 lang nichts aufgezeichnet, von %2 bis %3</translation>
    </message>
    <message>
        <source>1 event in %1</source>
        <comment>length of time</comment>
        <translation>1 Ereignis in %1</translation>
    </message>
    <message>
        <source>1 lane</source>
        <translation>1 Spur</translation>
    </message>
    <message numerus="yes">
        <source>%n lanes</source>
        <translation>
            <numerusform>%n Spur</numerusform>
            <numerusform>%n Spuren</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 to %3 %4</source>
        <comment>lanes, from, to, zone</comment>
        <translation>%1, %2 bis %3 %4</translation>
    </message>
</context>
<context>
    <name>whittle::TopBar</name>
    <message>
        <source>Export findings…</source>
        <translation>Befunde exportieren…</translation>
    </message>
    <message>
        <source>Title of the case</source>
        <translation>Titel des Falls</translation>
    </message>
    <message>
        <source>Click to give the case a title</source>
        <translation>Klicken, um dem Fall einen Titel zu geben</translation>
    </message>
    <message>
        <source>read-only · %1</source>
        <translation>schreibgeschützt · %1</translation>
    </message>
    <message>
        <source>Times are shown in %1</source>
        <translation>Zeitangaben in %1</translation>
    </message>
</context>
<context>
    <name>whittle::VisibilityDetails</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 %2: %3.</source>
        <translation>%1 %2: %3.</translation>
    </message>
    <message>
        <source>and %1 more sources</source>
        <translation>und %1 weitere Quellen</translation>
    </message>
    <message>
        <source>These messages do not say whose they are: they count for all that the source shows.</source>
        <translation>Diese Nachrichten sagen nicht, von wem sie stammen: Sie zählen für alles, was die Quelle zeigt.</translation>
    </message>
    <message>
        <source>Show its events: %1</source>
        <translation>Ereignisse der Quelle anzeigen: %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 · recorded %2 – %3</source>
        <translation>%1 · aufgezeichnet %2 – %3</translation>
    </message>
    <message>
        <source>%1 · with gaps</source>
        <translation>%1 · mit Lücken</translation>
    </message>
    <message>
        <source>Recorded where it would have shown, and has nothing of it: %1</source>
        <translation>Dort aufgezeichnet, wo es zu sehen gewesen wäre, und ohne etwas davon: %1</translation>
    </message>
    <message>
        <source>Recorded with a filter that hides it, or may: %1</source>
        <translation>Mit einem Filter aufgezeichnet, der es verbirgt oder verbergen kann: %1</translation>
    </message>
    <message>
        <source>What would show it</source>
        <translation>Was es zeigen würde</translation>
    </message>
</context>
<context>
    <name>whittle::VisibilityPanel</name>
    <message>
        <source>Nothing to look at yet. Add evidence, or say in the guide what is wrong: this map then shows who has seen what, and what nobody has.</source>
        <translation>Noch nichts zu sehen. Aufzeichnungen hinzufügen oder im Leitfaden angeben, was nicht stimmt: Diese Karte zeigt dann, wer was gesehen hat und was niemand gesehen hat.</translation>
    </message>
    <message>
        <source>Visibility: components by layers</source>
        <translation>Sichtbarkeit: Komponenten nach Schichten</translation>
    </message>
    <message>
        <source>Details of the cell</source>
        <translation>Details der Zelle</translation>
    </message>
</context>
<context>
    <name>whittle::Workspace</name>
    <message>
        <source>Border between timeline and guide</source>
        <translation>Grenze zwischen Zeitachse und Leitfaden</translation>
    </message>
    <message>
        <source>Border between timeline and findings</source>
        <translation>Grenze zwischen Zeitachse und Befunden</translation>
    </message>
    <message>
        <source>Border between events and reader</source>
        <translation>Grenze zwischen Ereignissen und Lesebereich</translation>
    </message>
    <message>
        <source>Findings, events and sources</source>
        <translation>Befunde, Ereignisse und Quellen</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Findings %1</source>
        <translation>Befunde %1</translation>
    </message>
    <message>
        <source>Events %1</source>
        <translation>Ereignisse %1</translation>
    </message>
    <message>
        <source>Sources %1</source>
        <translation>Quellen %1</translation>
    </message>
    <message>
        <source>Visibility</source>
        <translation>Sichtbarkeit</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
</context>
<context>
    <name>whittle::WrapButton</name>
    <message>
        <source>Key %1</source>
        <translation>Taste %1</translation>
    </message>
</context>
<context>
    <name>whittle::ZoneMenu</name>
    <message>
        <source>&amp;Time zone</source>
        <translation>&amp;Zeitzone</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>%1 – the site’s</source>
        <translation>%1 – am Standort</translation>
    </message>
    <message>
        <source>%1 – this computer’s</source>
        <translation>%1 – dieser Computer</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>Mehr…</translation>
    </message>
</context>
</TS>
