// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"

#include <csignal>
#include <span>
#include <string_view>

#include "app/commands.h"
#include "app/console.h"
#include "app/exitcode.h"
#include "app/qtlog.h"
#include "models/base/log.h"

namespace whittle
{

namespace
{

constexpr const char* help =
    R"(Whittle finds out why Cisco phones reset: it reads what was collected, lays it on one timeline with
the clocks aligned, says what it found and which lines prove it, and asks the questions that remain.

whittle [CASE.whittle | EVIDENCE...]
    the window
whittle analyze [EVIDENCE...] [--case FILE] [--symptom ID] [--answer QUESTION=ANSWER]... [--format PATH=FORMAT]...
                [--pdf FILE] [--json FILE] [--import-only] [--quiet]
    without a window. EVIDENCE: files, folders and archives (with all that is in them), or a case.
    --case FILE      keep the case there; one that exists is added to
    --import-only    read the evidence into the case and stop: it is judged when it is opened
    --symptom ID     what is wrong: phone-resets (default: what the evidence shows)
    --answer Q=A     answer a question: yes, no, a number, or unknown
    --format P=F     read what is called P as F, whatever it looks like: 'bundle.zip/*.txt=cucm-sdi'
    --pdf, --json    write the findings there; without either they are printed
whittle events CASE [--kind GLOB]... [--source GLOB] [--device NAME] [--from TIME] [--to TIME] [--search TEXT]
               [--format tsv|csv|jsonl]
    lists the events of a case. TIME: 2009-02-27T14:11:10Z, on the clock of the case
whittle spans CASE --kind registration|lease|ntp|dialog [--format tsv|csv|jsonl]
    lists what lasted: registrations, leases, NTP associations, conversations of SIP and SCCP
whittle verify CASE
    checks a case: its tables, its integrity, and whether its evidence is unchanged
whittle --help | --version

Exit code: 0 done, 1 failed and nothing written, 2 wrong usage, 3 done but some evidence could not be read, 130 cancelled.
)";

int printed(std::string_view text)
{
    print(text);
    const auto done = finishPrinting();
    if (!done)
        complain(toText(done.error()));
    return done ? Done : Failed;
}

bool is(const char* word, std::string_view name)
{
    return name == word;
}

} // namespace

int runCommandLine(int argc, char** argv)
{
    const std::span words(argv, static_cast<std::size_t>(argc));
    const char* verb = argc > 1 ? argv[1] : "--help";
    std::signal(SIGPIPE, SIG_IGN); // a case is closed properly even when nobody reads on
    logQtMessages(); // what Qt has to say about the system is nothing for whoever reads stderr
    const bool helpWanted = is(verb, "--help") || is(verb, "-h") || (argc == 3 && is(argv[2], "--help"));
    if (helpWanted)
        return printed(help);
    if (is(verb, "--version"))
        return printed("whittle " WHITTLE_VERSION "\n");
    if (is(verb, "analyze")) {
        log::openFolder(log::defaultFolder(), log::Level::Info);
        return runAnalyze(argc, argv, words.subspan(2));
    }
    if (is(verb, "events"))
        return runEvents(words.subspan(2));
    if (is(verb, "spans"))
        return runSpans(words.subspan(2));
    if (is(verb, "verify"))
        return runVerify(words.subspan(2));
    complain(
        QStringLiteral("this version has no command “%1” (see whittle --help)").arg(QString::fromUtf8(verb)));
    return WrongUsage;
}

} // namespace whittle
